//! Messages that an application adds at run time, layered over the embedded ones.

mod builder;
pub(crate) mod bundle;
pub(crate) mod fault;
pub(crate) mod file;
pub(crate) mod limits;
mod locale;
pub(crate) mod parse;
mod report;
pub(crate) mod scope;
pub(crate) mod syntax;

use alloc::borrow::Cow;

use rust_embed::RustEmbed;

pub use builder::LocalizerBuilder;
#[cfg(feature = "lint")]
pub use file::File;

use crate::Localizer;

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

/// Returns the embedded `.ftl` files with their locales, for an application that has a
/// `FluentBundle` of its own.
///
/// All ids begin with `error-`, and there is one term, `-multimedia-plugin`.
///
/// ```
/// let mut sources = im_error_l10n::sources();
/// let (locale, source) = sources.find(|(locale, _)| *locale == "zh-CN").unwrap();
/// assert!(source.contains("error-not-friend = 不是好友"));
/// ```
pub fn sources() -> impl Iterator<Item = (&'static str, &'static str)> {
    Locales::iter().filter_map(|path| {
        let (Cow::Borrowed(path), Cow::Borrowed(bytes)) = (path.clone(), Locales::get(&path)?.data)
        else {
            return None;
        };
        let (tag, name) = path.split_once('/')?;
        name.ends_with(".ftl").then_some((tag, str::from_utf8(bytes).ok()?))
    })
}

impl Localizer {
    /// Returns a builder that adds messages and locales to the embedded ones.
    pub fn builder() -> LocalizerBuilder {
        LocalizerBuilder::default()
    }
}
