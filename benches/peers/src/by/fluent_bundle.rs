//! fluent-bundle by hand, with files embedded by rust-embed.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::{UNKNOWN_ID, id};

pub type Bundle = FluentBundle<FluentResource>;

#[derive(rust_embed::RustEmbed)]
#[folder = "../../locales"]
struct Files;

/// Returns the messages of the locale with exactly this tag, or else English.
pub fn bundle(tag: &str) -> Bundle {
    let (file, tag) = match Files::get(&format!("{tag}/errors.ftl")) {
        Some(file) => (file, tag),
        None => (Files::get("en-US/errors.ftl").unwrap(), "en-US"),
    };
    bundle_of(tag, String::from_utf8(file.data.into_owned()).unwrap())
}

/// Returns the messages of a file.
pub fn bundle_of(tag: &str, source: String) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().unwrap()]);
    bundle.set_use_isolating(false);
    bundle.add_resource(FluentResource::try_new(source).unwrap()).unwrap();
    bundle
}

#[inline]
pub fn text<'a>(bundle: &'a Bundle, id: &str, args: Option<&FluentArgs<'_>>) -> Cow<'a, str> {
    let message = bundle.get_message(id).unwrap();
    bundle.format_pattern(message.value().unwrap(), args, &mut Vec::new())
}

pub fn code_argument(code: i32) -> FluentArgs<'static> {
    let mut args = FluentArgs::with_capacity(1);
    args.set("code", code);
    args
}

pub fn first_text(code: i32, tag: &str) -> Cow<'static, str> {
    let bundle = bundle(tag);
    let text = match id(code) {
        UNKNOWN_ID => text(&bundle, UNKNOWN_ID, Some(&code_argument(code))),
        id => text(&bundle, id, None),
    };
    Cow::Owned(text.into_owned())
}
