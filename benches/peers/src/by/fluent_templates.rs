//! fluent-templates.

use std::borrow::Cow;

use fluent_templates::{LanguageIdentifier, Loader, static_loader};

use crate::{UNKNOWN_ID, id};

static_loader! {
    pub static LOADER = {
        locales: "../../locales",
        fallback_language: "en-US",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

#[inline]
pub fn unknown(code: i32, locale: &LanguageIdentifier) -> String {
    let args = [("code".into(), code.into())].into();
    LOADER.lookup_with_args(locale, UNKNOWN_ID, &args)
}

pub fn first_text(code: i32, tag: &str) -> Cow<'static, str> {
    let locale = tag.parse().unwrap();
    Cow::Owned(match id(code) {
        UNKNOWN_ID => unknown(code, &locale),
        id => LOADER.lookup(&locale, id),
    })
}
