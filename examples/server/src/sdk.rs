//! A fake SDK whose calls fail with the given code.

use std::fmt;

use im_error_l10n::{ErrorCode, ErrorType};
use serde::Deserialize;

/// An error as the SDK reports it.
#[derive(Clone, Debug, Deserialize)]
pub struct SdkError {
    /// Any number, because servers may be newer than this program.
    pub code: ErrorCode,
    /// The SDK's own message, for developers. It goes to the server's log, never to a client.
    #[serde(rename = "msg")]
    pub details: String,
    /// The id of the call in the SDK's logs.
    #[serde(rename = "logId")]
    pub log_id: String,
}

/// Writes one line for a log, with long values shortened and control characters escaped.
impl fmt::Display for SdkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let details: String = self.details.chars().take(200).collect();
        let log_id: String = self.log_id.chars().take(64).collect();
        write!(f, "{}: {details:?} (log id {log_id:?})", self.code)
    }
}

impl std::error::Error for SdkError {}

/// Sends a message, which fails.
///
/// # Errors
///
/// Returns an error with `code`, unless that is [`ErrorType::Success`]. Returns
/// [`ErrorType::InternalError`] if the SDK's answer cannot be parsed.
pub fn send_message(code: i32) -> Result<(), SdkError> {
    let answer = format!(r#"{{"code": {code}, "msg": "shard 7 refused", "logId": "0A1F"}}"#);
    let error: SdkError = serde_json::from_str(&answer).map_err(|error| SdkError {
        code: ErrorType::InternalError.into(),
        details: error.to_string(),
        log_id: String::new(),
    })?;
    if error.code == ErrorType::Success { Ok(()) } else { Err(error) }
}
