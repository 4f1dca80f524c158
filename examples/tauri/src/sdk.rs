//! A fake SDK whose calls fail with the given code.

use std::thread;
use std::time::Duration;

use im_error_l10n::{ErrorCode, ErrorType};
use serde::{Serialize, Serializer};

/// The most characters of a foreign text that reach the page.
const MAX_LEN: usize = 200;

/// An error of the SDK, as the page gets it.
#[derive(Clone, Serialize)]
pub(crate) struct SdkError {
    /// Any number, because servers may be newer than this program.
    code: ErrorCode,
    /// The SDK's own message, for developers. It may contain anything.
    #[serde(serialize_with = "plain")]
    details: String,
    /// The id of the call in the SDK's logs.
    #[serde(rename = "logId", serialize_with = "plain")]
    log_id: String,
}

/// Sends a message, which fails.
///
/// # Errors
///
/// Returns an error with `code`, unless that is [`ErrorType::Success`]. Returns
/// [`ErrorType::InternalError`] if `code` is not an `i32`, as for a response that cannot be parsed.
pub(crate) fn send_message(text: &str, code: &str) -> Result<(), SdkError> {
    let code = code.trim().parse().unwrap_or(ErrorType::InternalError.code());
    if code == ErrorType::Success.code() {
        return Ok(());
    }
    Err(error(code, format!("shard 7 refused `{text}`"), "0A1F"))
}

/// Reports the same error 1,000 times from another thread, once per millisecond, until `report`
/// returns false.
pub(crate) fn lose_connection(report: impl Fn(SdkError) -> bool + Send + 'static) {
    thread::spawn(move || {
        for call in 0..1_000 {
            let code = ErrorType::NetworkError.code();
            if !report(error(code, "no route to shard 7".to_owned(), &format!("{call:04X}"))) {
                break;
            }
            thread::sleep(Duration::from_millis(1));
        }
    });
}

fn error(code: i32, details: String, log_id: &str) -> SdkError {
    SdkError { code: ErrorCode::new(code), details, log_id: log_id.to_owned() }
}

/// Writes foreign text so that it is safe to show in one line: replaces control characters and
/// direction marks, and ends long text with an ellipsis.
fn plain<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let mut line = String::new();
    for (index, character) in text.chars().enumerate() {
        if index == MAX_LEN {
            line.push('…');
            break;
        }
        line.push(if is_unsafe(character) { '\u{fffd}' } else { character });
    }
    serializer.serialize_str(&line)
}

/// Returns whether a character changes the direction of text or separates lines.
fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}'
                | '\u{200e}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}'
        )
}
