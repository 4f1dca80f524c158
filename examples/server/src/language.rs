//! The layer that answers in the request's language.

use std::borrow::Cow;

use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use im_error_l10n::Localizer;

use crate::problem;
use crate::sdk::SdkError;

/// Negotiates an [`im_error_l10n::LocaleChain`] from `Accept-Language`, adds it to the request's
/// extensions, and turns an [`SdkError`] from a handler into a problem in that language. Install it
/// with [`axum::middleware::from_fn`].
pub async fn localize(mut request: Request, next: Next) -> Response {
    let chain = Localizer::builtin().negotiate_header(&accept_language(request.headers()));
    request.extensions_mut().insert(chain.clone());
    let mut response = next.run(request).await;
    match response.extensions_mut().remove::<SdkError>() {
        Some(error) => problem::response(&error, &chain),
        None => response,
    }
}

/// Joins the fields into one list, as RFC 9110, section 5.3, allows. Ignores fields that are not
/// text.
fn accept_language(headers: &HeaderMap) -> Cow<'_, str> {
    let mut list = Cow::Borrowed("");
    for field in headers.get_all(ACCEPT_LANGUAGE) {
        let Ok(field) = field.to_str() else { continue };
        if list.is_empty() {
            list = Cow::Borrowed(field);
        } else {
            list.to_mut().push(',');
            list.to_mut().push_str(field);
        }
    }
    list
}

/// Lets handlers use `?` on the SDK's results. The error reaches [`localize`], which knows the
/// language; without that layer, the client would get only a status.
impl IntoResponse for SdkError {
    fn into_response(self) -> Response {
        let status = problem::status(self.code);
        let mut response = status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}
