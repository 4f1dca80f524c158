//! The table of error codes. Each row has a name, a number, a kind, and whether the operation can be
//! retried; everything else is derived from it.

mod code;
mod id;
mod index;
mod kind;
#[cfg(feature = "serde")]
mod serde;

use core::fmt;
use core::str::FromStr;

use crate::Error;

pub use code::ErrorCode;
pub use kind::ErrorKind;

/// Generates the enum and its methods from one row per code.
macro_rules! error_types {
    ($($name:ident = $code:literal, $kind:ident $(, $retryable:ident)?;)+) => {
        /// A known error code of the instant-messaging SDK.
        ///
        /// The names and numbers are the SDK's own. A number never changes its meaning and is
        /// never reused. Any release may add codes, so a `match` needs a wildcard arm.
        ///
        /// ```
        /// use im_error_l10n::{ErrorKind, ErrorType};
        ///
        /// let error = ErrorType::from_code(56).unwrap();
        /// assert_eq!(error, ErrorType::NotFriend);
        /// assert_eq!(error.message_id(), "error-not-friend");
        /// assert_eq!(error.kind(), ErrorKind::FailedPrecondition);
        /// assert!(!error.is_retryable());
        /// assert_eq!(error.to_string(), "NotFriend (56)");
        /// ```
        #[repr(i32)]
        #[non_exhaustive]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ErrorType {
            $(
                #[doc = concat!("Code ", $code, ", [`", stringify!($kind), "`](ErrorKind::", stringify!($kind), ")" $(, ", ", stringify!($retryable))?, ".")]
                $name = $code,
            )+
        }

        impl ErrorType {
            /// Every known code, in the order of the SDK's reference page.
            pub const ALL: &'static [ErrorType] = &[$(Self::$name,)+];

            /// Returns the name of the variant as the SDK writes it: `NotFriend`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name),)+
                }
            }

            /// Returns the id of the Fluent message for this code: `error-not-friend`.
            ///
            /// It is `error-` followed by the name in kebab case.
            pub const fn message_id(self) -> &'static str {
                match self {
                    $(Self::$name => {
                        const NAME: &[u8] = stringify!($name).as_bytes();
                        const ID: &[u8] = &id::kebab::<{ id::kebab_len(NAME) }>(NAME);
                        const { id::ascii(ID) }
                    })+
                }
            }

            /// Returns what sort of error this is, for an icon, a level or an HTTP status.
            pub const fn kind(self) -> ErrorKind {
                match self {
                    $(Self::$name => ErrorKind::$kind,)+
                }
            }

            /// Returns whether the same operation, repeated unchanged, may succeed: whether to
            /// offer a “Retry” button or to send `Retry-After`.
            ///
            /// ```
            /// use im_error_l10n::ErrorType;
            ///
            /// assert!(ErrorType::NetworkError.is_retryable());
            /// assert!(!ErrorType::NotFriend.is_retryable());
            /// ```
            pub const fn is_retryable(self) -> bool {
                match self {
                    $(Self::$name => !stringify!($($retryable)?).is_empty(),)+
                }
            }

            /// Returns the error type with this code, or `None` if the code is unknown.
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
    Success = 0, Ok;
    InvalidToken = 1, Unauthenticated;
    InvalidTicket = 2, PermissionDenied;
    InvalidRequest = 4, InvalidArgument;
    InvalidCommand = 5, InvalidArgument;
    ServerError = 6, Unavailable, retryable;
    Degradation = 16, Unavailable, retryable;
    RecallTimeout = 17, FailedPrecondition;
    TouchLimit = 18, ResourceExhausted;
    MessageTooLarge = 21, InvalidArgument;
    MessageEditRepeated = 22, AlreadyExists;
    FrequencyLimit = 23, ResourceExhausted, retryable;
    BusinessErr = 24, Unknown;
    ConvNotExist = 50, NotFound;
    AppNotNormal = 51, PermissionDenied;
    MassManagerMoreThanLimit = 52, ResourceExhausted;
    MemberBlock = 53, PermissionDenied;
    ConversationIsNotMute = 54, FailedPrecondition;
    UseridMismatchToken = 55, Unauthenticated;
    NotFriend = 56, FailedPrecondition;
    DuplicateApply = 57, AlreadyExists;
    NotApplying = 58, FailedPrecondition;
    UpdateFrequent = 59, Aborted, retryable;
    IsFriend = 60, AlreadyExists;
    FriendMoreThanLimit = 61, ResourceExhausted;
    AddSelfFriendNotAllow = 62, InvalidArgument;
    FromUserFriendMoreThanLimit = 63, ResourceExhausted;
    FlowBlocked = 200, PermissionDenied;
    ExpiredToken = 100, Unauthenticated;
    InvalidParam = 400, InvalidArgument;
    ResourceExhausted = 429, ResourceExhausted, retryable;
    InternalError = 500, Internal, retryable;
    InvalidInboxType = 1000, InvalidArgument;
    ConversationNotExist = 1001, NotFound;
    MessageNotExist = 1002, NotFound;
    MessageOffline = 1003, Unavailable, retryable;
    UnknownMessageType = 1004, Unimplemented;
    InvalidServerId = 1005, Internal;
    MessageNotReady = 1006, FailedPrecondition, retryable;
    TokenFuncError = 1007, Unauthenticated;
    NetworkError = 1008, Unavailable, retryable;
    MPInvalidArgument = 10001, InvalidArgument;
    MPServerUrlError = 10002, Internal, retryable;
    MPNotFileMsg = 10003, InvalidArgument;
    MPUploadError = 10004, Unavailable, retryable;
    MPNotSupportCipher = 10005, Unimplemented;
    MPVolumeExceedUpperLimit = 10006, InvalidArgument;
}

impl ErrorType {
    /// Returns the number that the SDK sends.
    pub const fn code(self) -> i32 {
        self as i32
    }

    /// Returns the error type with this Fluent message id, or `None` if no code has it.
    ///
    /// ```
    /// use im_error_l10n::ErrorType;
    ///
    /// assert_eq!(ErrorType::from_message_id("error-not-friend"), Some(ErrorType::NotFriend));
    /// assert_eq!(ErrorType::from_message_id("error-unknown"), None);
    /// ```
    pub fn from_message_id(id: &str) -> Option<ErrorType> {
        ErrorType::ALL.iter().copied().find(|error| error.message_id() == id)
    }
}

/// Writes name and number: `NotFriend (56)`.
impl fmt::Display for ErrorType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name(), self.code())
    }
}

impl core::error::Error for ErrorType {}

impl From<ErrorType> for i32 {
    fn from(error: ErrorType) -> i32 {
        error.code()
    }
}

impl TryFrom<i32> for ErrorType {
    type Error = Error;

    /// # Errors
    ///
    /// If no error type has this code.
    fn try_from(code: i32) -> Result<ErrorType, Error> {
        ErrorType::from_code(code).ok_or_else(|| Error::unknown_code(code))
    }
}

impl FromStr for ErrorType {
    type Err = Error;

    /// Reads the name of a variant, in any case: `NotFriend`, `notfriend`.
    ///
    /// # Errors
    ///
    /// If no error type has this name.
    fn from_str(name: &str) -> Result<ErrorType, Error> {
        for error in ErrorType::ALL {
            if error.name().eq_ignore_ascii_case(name) {
                return Ok(*error);
            }
        }
        Err(Error::unknown_name(name))
    }
}
