//! A chat server that explains SDK errors to clients in their own language.

pub mod language;
mod problem;
pub mod sdk;

use axum::extract::Path;
use axum::http::header::{CONTENT_LANGUAGE, VARY};
use axum::response::{IntoResponse, Json, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};
use im_error_l10n::LocaleChain;

use crate::sdk::SdkError;

/// The routes of the server.
pub fn app() -> Router {
    Router::new()
        .route("/messages/{code}", post(send))
        .route("/errors/{code}", get(explain))
        .layer(axum::middleware::from_fn(language::localize))
}

/// Sends a message. The SDK fails with the code in the path. axum answers 400 to a path without a
/// number.
async fn send(Path(code): Path<i32>) -> Result<&'static str, SdkError> {
    sdk::send_message(code)?;
    Ok("sent")
}

/// Explains a code: the page that a problem's `type` refers to. Any handler can take its request's
/// chain from the extensions.
async fn explain(Path(code): Path<i32>, Extension(chain): Extension<LocaleChain>) -> Response {
    let message = chain.message(code);
    let headers = [(CONTENT_LANGUAGE, message.locale()), (VARY, "Accept-Language")];
    (headers, Json(&message)).into_response()
}
