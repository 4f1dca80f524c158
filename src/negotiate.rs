//! Locale matching over tags alone.

use alloc::vec::Vec;

use crate::locale::{self, Available, Subtags, Tag};

/// Returns those of the available locales that match what a user wants, best first, as they are
/// spelled in `available`. The result is empty if nothing matches.
///
/// Use it to choose which file to load, in a program that loads one file per language or has a
/// Fluent of its own. The decisions are those of
/// [`Localizer::negotiate`](crate::Localizer::negotiate), without a default locale: of locales that
/// match equally well, CLDR's paradigm locales come first, then the order of `available`. Both lists
/// may contain any names of locales that it reads; invalid ones are ignored.
///
/// ```
/// use im_error_l10n::negotiate;
///
/// let files = ["en", "zh_CN", "zh_TW", "pt_BR"];
/// assert_eq!(negotiate(["zh-HK", "en-GB"], files), ["zh_TW", "en"]);
/// assert_eq!(negotiate(["zh-Hans-SG"], files), ["zh_CN"]);
/// assert_eq!(negotiate(["pt-PT"], files), ["pt_BR"]);
/// assert!(negotiate(["ja"], files).is_empty());
/// ```
pub fn negotiate<'a>(
    wanted: impl IntoIterator<Item: AsRef<str>>,
    available: impl IntoIterator<Item = &'a str>,
) -> Vec<&'a str> {
    let tags: Vec<&str> = available.into_iter().collect();
    let mut locales = Vec::with_capacity(tags.len());
    for (index, tag) in tags.iter().enumerate() {
        locales.extend(subtags(tag).map(|subtags| Available { subtags, index, rank: 0 }));
    }
    Available::sort(&mut locales, None);
    let wanted = wanted.into_iter().filter_map(|tag| subtags(tag.as_ref()));
    let mut matching = Vec::new();
    for index in locale::negotiate(wanted, &locales) {
        matching.extend(tags.get(index));
    }
    matching
}

fn subtags(tag: &str) -> Option<Subtags> {
    Tag::parse(tag).map(|tag| Subtags::of(&tag))
}
