//! es-fluent.

use std::borrow::Cow;

use errors::Error;
use es_fluent_manager_embedded::{EmbeddedI18n, EmbeddedInitError};
use unic_langid::LanguageIdentifier;

/// Fails if no folder has the tag or if no language includes it.
pub fn manager(tag: &str) -> Result<EmbeddedI18n, EmbeddedInitError> {
    let locale: LanguageIdentifier = tag.parse().unwrap();
    EmbeddedI18n::try_new_with_language(locale)
}

#[inline]
pub fn text(manager: &EmbeddedI18n, code: i32) -> String {
    manager.localize_message(&Error::from_code(code))
}

pub fn first_text(code: i32, tag: &str) -> Cow<'static, str> {
    match manager(tag) {
        Ok(manager) => Cow::Owned(text(&manager, code)),
        Err(error) => Cow::Owned(error.to_string()),
    }
}
