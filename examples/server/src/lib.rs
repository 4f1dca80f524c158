//! A chat server that explains SDK errors to clients in their own language.

pub mod language;
mod problem;
pub mod sdk;

use axum::Router;
use axum::extract::Path;
use axum::http::header::{CONTENT_LANGUAGE, VARY};
use axum::response::{IntoResponse, Json, Response};
use axum::routing::{get, post};

use crate::language::Language;

/// The routes of the server.
pub fn app() -> Router {
    Router::new().route("/messages/{code}", post(send)).route("/errors/{code}", get(explain))
}

/// Sends a message. The SDK fails with the code in the path. axum answers 400 to a path without a
/// number.
async fn send(language: Language, Path(code): Path<i32>) -> axum::response::Result<&'static str> {
    sdk::send_message(code).map_err(|error| language.problem(&error))?;
    Ok("sent")
}

/// Explains a code: the page that a problem's `type` refers to.
async fn explain(Path(code): Path<i32>, Language(chain): Language) -> Response {
    let message = chain.message(code);
    let headers = [(CONTENT_LANGUAGE, message.locale()), (VARY, "Accept-Language")];
    (headers, Json(&message)).into_response()
}
