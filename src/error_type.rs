//! The table of error codes: every name and number stands here once.

mod row;

use std::fmt;
use std::str::FromStr;

use crate::Error;

/// Makes the enum and everything that is known of a code from one row each.
macro_rules! error_types {
    ($($name:ident = $code:literal,)+) => {
        /// An error code of the instant-messaging SDK.
        ///
        /// The names and numbers are the SDK's own. A number never changes its meaning and is
        /// never used again. New codes may come with any release, so a `match` needs a wildcard
        /// arm.
        ///
        /// ```
        /// use im_error_l10n::ErrorType;
        ///
        /// let error = ErrorType::from_code(56).unwrap();
        /// assert_eq!(error, ErrorType::NotFriend);
        /// assert_eq!(error.message_id(), "error-not-friend");
        /// assert_eq!(error.to_string(), "NotFriend (56)");
        /// ```
        #[repr(i32)]
        #[non_exhaustive]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ErrorType {
            $(
                #[doc = concat!("Code ", $code, ".")]
                $name = $code,
            )+
        }

        impl ErrorType {
            /// Every code, in the order of the SDK's reference page.
            pub const ALL: &'static [ErrorType] = &[$(Self::$name,)+];

            /// The name of the variant, as the SDK writes it: `NotFriend`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name),)+
                }
            }

            /// The id of the Fluent message that describes the code: `error-not-friend`.
            ///
            /// It is `error-` and the name in kebab case.
            pub const fn message_id(self) -> &'static str {
                match self {
                    $(Self::$name => {
                        const NAME: &[u8] = stringify!($name).as_bytes();
                        const ID: &[u8] = &kebab::<{ kebab_len(NAME) }>(NAME);
                        const { ascii(ID) }
                    })+
                }
            }

            /// The error type with this code, if the table has one.
            pub const fn from_code(code: i32) -> Option<ErrorType> {
                match code {
                    $($code => Some(Self::$name),)+
                    _ => None,
                }
            }
        }
    };
}

error_types! {
    Success = 0,
    InvalidToken = 1,
    InvalidTicket = 2,
    InvalidRequest = 4,
    InvalidCommand = 5,
    ServerError = 6,
    Degradation = 16,
    RecallTimeout = 17,
    TouchLimit = 18,
    MessageTooLarge = 21,
    MessageEditRepeated = 22,
    FrequencyLimit = 23,
    BusinessErr = 24,
    ConvNotExist = 50,
    AppNotNormal = 51,
    MassManagerMoreThanLimit = 52,
    MemberBlock = 53,
    ConversationIsNotMute = 54,
    UseridMismatchToken = 55,
    NotFriend = 56,
    DuplicateApply = 57,
    NotApplying = 58,
    UpdateFrequent = 59,
    IsFriend = 60,
    FriendMoreThanLimit = 61,
    AddSelfFriendNotAllow = 62,
    FromUserFriendMoreThanLimit = 63,
    FlowBlocked = 200,
    ExpiredToken = 100,
    InvalidParam = 400,
    ResourceExhausted = 429,
    InternalError = 500,
    InvalidInboxType = 1000,
    ConversationNotExist = 1001,
    MessageNotExist = 1002,
    MessageOffline = 1003,
    UnknownMessageType = 1004,
    InvalidServerId = 1005,
    MessageNotReady = 1006,
    TokenFuncError = 1007,
    NetworkError = 1008,
    MPInvalidArgument = 10001,
    MPServerUrlError = 10002,
    MPNotFileMsg = 10003,
    MPUploadError = 10004,
    MPNotSupportCipher = 10005,
    MPVolumeExceedUpperLimit = 10006,
}

impl ErrorType {
    /// The number that the SDK sends.
    pub const fn code(self) -> i32 {
        self as i32
    }
}

impl fmt::Display for ErrorType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name(), self.code())
    }
}

impl std::error::Error for ErrorType {}

impl From<ErrorType> for i32 {
    fn from(error: ErrorType) -> i32 {
        error.code()
    }
}

impl TryFrom<i32> for ErrorType {
    type Error = Error;

    /// # Errors
    ///
    /// When the table has no such code.
    fn try_from(code: i32) -> Result<ErrorType, Error> {
        ErrorType::from_code(code).ok_or_else(|| Error::unknown_code(code))
    }
}

impl FromStr for ErrorType {
    type Err = Error;

    /// Reads the name of a variant, exactly as the SDK writes it.
    ///
    /// # Errors
    ///
    /// When no variant has the name. The error names the nearest one, if one is near.
    fn from_str(name: &str) -> Result<ErrorType, Error> {
        let found = ErrorType::ALL.iter().find(|error| error.name() == name);
        found.copied().ok_or_else(|| Error::unknown_name(name))
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for ErrorType {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i32(self.code())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for ErrorType {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = i32::deserialize(deserializer)?;
        ErrorType::try_from(code).map_err(serde::de::Error::custom)
    }
}

const PREFIX: &[u8] = b"error-";

/// Whether a word of the name starts at `at`: `MP|Not|File|Msg`.
#[allow(clippy::indexing_slicing, reason = "the compiler runs this")]
const fn starts_word(name: &[u8], at: usize) -> bool {
    at > 0
        && name[at].is_ascii_uppercase()
        && (name[at - 1].is_ascii_lowercase()
            || at + 1 < name.len() && name[at + 1].is_ascii_lowercase())
}

const fn kebab_len(name: &[u8]) -> usize {
    let mut len = PREFIX.len() + name.len();
    let mut at = 0;
    while at < name.len() {
        len += starts_word(name, at) as usize;
        at += 1;
    }
    len
}

#[allow(clippy::indexing_slicing, reason = "the compiler runs this")]
const fn kebab<const LEN: usize>(name: &[u8]) -> [u8; LEN] {
    let mut id = [b'-'; LEN];
    let mut end = 0;
    while end < PREFIX.len() {
        id[end] = PREFIX[end];
        end += 1;
    }
    let mut at = 0;
    while at < name.len() {
        end += starts_word(name, at) as usize;
        id[end] = name[at].to_ascii_lowercase();
        end += 1;
        at += 1;
    }
    id
}

#[allow(clippy::panic, reason = "the compiler runs this")]
const fn ascii(id: &'static [u8]) -> &'static str {
    match str::from_utf8(id) {
        Ok(id) => id,
        Err(_) => panic!("a name is not ASCII"),
    }
}
