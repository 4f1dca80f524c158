//! SDK errors as problem details (RFC 9457).

use axum::http::header::{CONTENT_LANGUAGE, CONTENT_TYPE, RETRY_AFTER, VARY};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use im_error_l10n::{ErrorCode, LocaleChain};
use serde::Serialize;

use crate::sdk::SdkError;

/// The SDK's log ids are short. Anything longer did not come from the SDK.
const MAX_LOG_ID_LEN: usize = 64;
const HEADERS: [(HeaderName, HeaderValue); 2] = [
    (CONTENT_TYPE, HeaderValue::from_static("application/problem+json")),
    (VARY, HeaderValue::from_static("Accept-Language")),
];
/// How long a client should wait before it tries again, in seconds.
const RETRY_AFTER_SECONDS: HeaderValue = HeaderValue::from_static("5");

#[derive(Serialize)]
struct Problem<'a> {
    /// The page that explains the problem: [`crate::explain`].
    r#type: String,
    /// The same for every occurrence and language, as RFC 9457 recommends.
    title: &'static str,
    status: u16,
    detail: &'a str,
    code: ErrorCode,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestion: Option<&'a str>,
    #[serde(rename = "logId", skip_serializing_if = "Option::is_none")]
    log_id: Option<&'a str>,
}

/// Returns the response for an error in the chain's language.
pub(crate) fn response(error: &SdkError, chain: &LocaleChain) -> Response {
    let message = chain.message(error.code);
    let status = status(error.code);
    let problem = Problem {
        r#type: format!("/errors/{}", error.code.get()),
        title: error.code.name().unwrap_or("UnknownError"),
        status: status.as_u16(),
        detail: message.text(),
        code: error.code,
        suggestion: message.suggestion(),
        log_id: Some(&*error.log_id).filter(|id| is_log_id(id)),
    };
    let mut body = Vec::with_capacity(256);
    if serde_json::to_writer(&mut body, &problem).is_err() {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    let language = [(CONTENT_LANGUAGE, message.locale())];
    let mut response = (status, HEADERS, language, body).into_response();
    if message.is_retryable() {
        response.headers_mut().insert(RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    response
}

/// Returns the HTTP status of a code, which is never a success: even code 0 was an error here.
fn status(code: ErrorCode) -> StatusCode {
    let status = StatusCode::from_u16(code.kind().http_status()).ok();
    status.filter(|status| !status.is_success()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn is_log_id(id: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte);
    !id.is_empty() && id.len() <= MAX_LOG_ID_LEN && id.bytes().all(is_plain)
}
