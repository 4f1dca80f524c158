//! The messages that commands list and count.

use im_error_l10n::ErrorType;

/// The id of the message of a code that only an application has.
pub(crate) fn own_id(code: i32) -> String {
    format!("error-{code}")
}

/// Returns the code of a message that only an application has.
pub(crate) fn own_code(id: &str) -> Option<i32> {
    let code: i32 = id.strip_prefix("error-")?.parse().ok()?;
    (own_id(code) == id && ErrorType::from_code(code).is_none()).then_some(code)
}

/// An example of an unknown code.
pub(crate) const UNKNOWN: i32 = 99999;
/// The id of the message for unknown codes.
pub(crate) const UNKNOWN_ID: &str = "error-unknown";

/// Returns the code and the id of every message, that of unknown codes last.
pub(crate) fn all() -> impl Iterator<Item = (i32, &'static str)> {
    let known = ErrorType::ALL.iter().map(|error| (error.code(), error.message_id()));
    known.chain([(UNKNOWN, UNKNOWN_ID)])
}
