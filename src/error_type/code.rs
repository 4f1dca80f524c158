//! Any number that the SDK may send.

use core::fmt;

use super::{ErrorKind, ErrorType};

/// An error code as the SDK sends it: any number, known or not.
///
/// Every lookup takes `impl Into<ErrorCode>`, so you can pass a number or an [`ErrorType`]. Use it
/// as the type of the code in a payload: with the feature `serde` it is a plain number, and a
/// number that does not fit into an `i32` is an error.
///
/// ```
/// use im_error_l10n::{ErrorCode, ErrorKind, ErrorType};
///
/// let code = ErrorCode::new(56);
/// assert_eq!(code, ErrorType::NotFriend);
/// assert_eq!(code, 56);
/// assert_eq!(code.name(), Some("NotFriend"));
/// assert_eq!(code.to_string(), "NotFriend (56)");
///
/// let code = ErrorCode::new(99999);
/// assert_eq!(code.error_type(), None);
/// assert_eq!(code.kind(), ErrorKind::Unknown);
/// assert_eq!(code.to_string(), "99999");
/// ```
///
/// Only an `i32` and an error type are codes:
///
/// ```compile_fail,E0277
/// let chain = im_error_l10n::Localizer::builtin().negotiate(["en"]);
/// chain.text(true);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ErrorCode(i32);

impl ErrorCode {
    /// Wraps a number.
    pub const fn new(code: i32) -> ErrorCode {
        ErrorCode(code)
    }

    /// Returns the number.
    pub const fn get(self) -> i32 {
        self.0
    }

    /// Returns the error type with this code, or `None` if the code is unknown.
    pub const fn error_type(self) -> Option<ErrorType> {
        ErrorType::from_code(self.0)
    }

    /// Returns the kind of the error type, and [`ErrorKind::Unknown`] for an unknown code.
    pub const fn kind(self) -> ErrorKind {
        match self.error_type() {
            Some(error) => error.kind(),
            None => ErrorKind::Unknown,
        }
    }

    /// Returns the name of the error type, `NotFriend`, or `None` if the code is unknown.
    pub const fn name(self) -> Option<&'static str> {
        match self.error_type() {
            Some(error) => Some(error.name()),
            None => None,
        }
    }

    /// Returns the id of the Fluent message, `error-not-friend`, or `None` if the code is unknown.
    pub const fn message_id(self) -> Option<&'static str> {
        match self.error_type() {
            Some(error) => Some(error.message_id()),
            None => None,
        }
    }

    /// Returns whether the same operation, repeated unchanged, may succeed: whether to offer a
    /// “Retry” button or to send `Retry-After`. It is `false` for an unknown code.
    pub const fn is_retryable(self) -> bool {
        match self.error_type() {
            Some(error) => error.is_retryable(),
            None => false,
        }
    }
}

/// Writes name and number, `NotFriend (56)`, or the number alone if the code is unknown.
impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.error_type() {
            Some(error) => error.fmt(f),
            None => self.0.fmt(f),
        }
    }
}

impl core::error::Error for ErrorCode {}

impl From<i32> for ErrorCode {
    fn from(code: i32) -> ErrorCode {
        ErrorCode(code)
    }
}

impl From<ErrorType> for ErrorCode {
    fn from(error: ErrorType) -> ErrorCode {
        ErrorCode(error.code())
    }
}

impl From<&ErrorType> for ErrorCode {
    fn from(error: &ErrorType) -> ErrorCode {
        ErrorCode(error.code())
    }
}

impl From<&ErrorCode> for ErrorCode {
    fn from(code: &ErrorCode) -> ErrorCode {
        *code
    }
}

impl From<ErrorCode> for i32 {
    fn from(code: ErrorCode) -> i32 {
        code.0
    }
}

impl PartialEq<ErrorType> for ErrorCode {
    fn eq(&self, error: &ErrorType) -> bool {
        self.0 == error.code()
    }
}

impl PartialEq<ErrorCode> for ErrorType {
    fn eq(&self, code: &ErrorCode) -> bool {
        self.code() == code.0
    }
}

impl PartialEq<i32> for ErrorCode {
    fn eq(&self, code: &i32) -> bool {
        self.0 == *code
    }
}

impl PartialEq<ErrorCode> for i32 {
    fn eq(&self, code: &ErrorCode) -> bool {
        *self == code.0
    }
}
