//! The ids of added messages: the codes that they are for.

use crate::ErrorType;
use crate::texts::UNKNOWN_ID;

/// What an added message is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Subject {
    Code(ErrorType),
    /// A code that the table does not have: `error-20001`.
    OwnCode(i32),
    UnknownCodes,
}

/// Returns what the message with this id is for, or `None` if nothing shows it.
pub(crate) fn subject_of(id: &str) -> Option<Subject> {
    if id == UNKNOWN_ID {
        return Some(Subject::UnknownCodes);
    }
    if let Some(error) = ErrorType::from_message_id(id) {
        return Some(Subject::Code(error));
    }
    let number = id.strip_prefix("error-")?;
    let code: i32 = number.parse().ok()?;
    let digits = number.strip_prefix('-').unwrap_or(number);
    let is_own = !digits.starts_with('0') && ErrorType::from_code(code).is_none();
    is_own.then_some(Subject::OwnCode(code))
}

/// Explains why an id that is written like the id of an application's code is none: `error-56` has a
/// name, `error-064` has a zero too many. A `+`, as in `error-+5`, is a syntax error.
pub(crate) fn number_fault(id: &str) -> Option<String> {
    let number = id.strip_prefix("error-")?;
    let digits = number.strip_prefix('-').unwrap_or(number);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let Ok(code) = number.parse::<i32>() else {
        return Some(format!("`{id}` is for no code; codes are from {} to {}", i32::MIN, i32::MAX));
    };
    if let Some(error) = ErrorType::from_code(code) {
        let right = error.message_id();
        return Some(format!("the message for code {code} is `{right}`; write that for `{id}`"));
    }
    let right = format!("error-{code}");
    (right != id)
        .then(|| format!("`{id}` is for no code; write it without leading zeros: `{right}`"))
}
