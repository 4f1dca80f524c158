//! i18n-embed.

use std::borrow::Cow;

use i18n_embed::fluent::FluentLanguageLoader;
use i18n_embed::select;

use crate::{UNKNOWN_ID, id};

#[derive(rust_embed::RustEmbed)]
#[folder = "../../locales"]
struct Files;

/// Returns a loader with the best locale for the tag, and English as the fallback.
pub fn loader(tag: &str) -> FluentLanguageLoader {
    let loader = FluentLanguageLoader::new("errors", "en-US".parse().unwrap());
    select(&loader, &Files, &[tag.parse().unwrap()]).unwrap();
    loader.set_use_isolating(false);
    loader
}

pub fn first_text(code: i32, tag: &str) -> Cow<'static, str> {
    let loader = loader(tag);
    Cow::Owned(match id(code) {
        UNKNOWN_ID => loader.get_args(UNKNOWN_ID, [("code", code)].into()),
        id => loader.get(id),
    })
}
