//! The texts inside the program: `locales/<tag>/*.ftl`, embedded when the crate is compiled.

use std::borrow::Cow;

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "locales"]
struct Locales;

/// The paths of the embedded files of one kind, sorted: `en-US/errors.ftl`.
pub(crate) fn paths(extension: &str) -> impl Iterator<Item = Cow<'static, str>> {
    Locales::iter().filter(move |path| path.rsplit_once('.').is_some_and(|(_, it)| it == extension))
}

/// The folder of an embedded file, which is the tag of its locale.
pub(crate) fn tag(path: &str) -> &str {
    path.split_once('/').map_or("", |(tag, _)| tag)
}

/// The bytes of an embedded file; none where there is no such file.
pub(crate) fn bytes(path: &str) -> Cow<'static, [u8]> {
    Locales::get(path).map_or(Cow::Borrowed(&[]), |file| file.data)
}
