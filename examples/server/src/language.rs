//! The language of a request.

use std::borrow::Cow;
use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use axum::response::Response;
use im_error_l10n::{LocaleChain, Localizer};

use crate::problem;
use crate::sdk::SdkError;

/// Extracts the fallback chain that `Accept-Language` asks for. A request without the header gets the
/// default locale.
pub struct Language(pub LocaleChain);

impl<S: Sync> FromRequestParts<S> for Language {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        let languages = accept_language(&parts.headers);
        Ok(Language(Localizer::builtin().negotiate_header(&languages)))
    }
}

impl Language {
    /// Returns the response that explains an SDK error in this language.
    pub fn problem(&self, error: &SdkError) -> Response {
        problem::response(error, &self.0)
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
