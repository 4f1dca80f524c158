//! The embedded `.ftl` files.

#![allow(missing_docs, reason = "`RustEmbed` derives methods that have no documentation")]

use rust_embed::RustEmbed;

/// The embedded `.ftl` files as `rust-embed` assets, for an application that loads its own messages
/// that way, for example with `i18n-embed`. [`sources`] returns the same files as text.
///
/// ```
/// use im_error_l10n::Locales;
///
/// assert!(Locales::iter().any(|path| path == "zh-CN/errors.ftl"));
/// ```
#[derive(RustEmbed, Debug)]
#[folder = "locales"]
pub struct Locales;

// `SOURCES`, written by `build.rs`. The assets above cannot serve: any crate in a program can turn on
// the feature `compression` of `rust-embed`, and then they are not `'static`.
include!(concat!(env!("OUT_DIR"), "/sources.rs"));

/// Returns the embedded `.ftl` files, each with the tag of its locale, for an application that has a
/// `FluentBundle` of its own.
///
/// They are sorted by locale, never empty, and do not depend on the features of other crates. All ids
/// begin with `error-`, and there is one term, `-multimedia-plugin`.
///
/// ```
/// let mut sources = im_error_l10n::sources();
/// let (locale, source) = sources.find(|(locale, _)| *locale == "zh-CN").unwrap();
/// assert!(source.contains("error-not-friend = 不是好友"));
/// ```
pub fn sources() -> impl Iterator<Item = (&'static str, &'static str)> {
    SOURCES.iter().copied()
}
