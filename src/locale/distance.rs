//! CLDR's data on two tags, for programs that carry it to where this crate does not run.

use alloc::format;
use alloc::string::String;

use super::matching::whole_distance;
use super::{Subtags, Tag};

/// Returns a tag with its likely script and region
/// ([UTS 35, Likely Subtags](https://unicode.org/reports/tr35/#Likely_Subtags)), or `None` if the tag
/// has no language, script or region.
///
/// ```
/// use im_error_l10n::likely_subtags;
///
/// assert_eq!(likely_subtags("zh_TW.UTF-8").as_deref(), Some("zh-Hant-TW"));
/// assert_eq!(likely_subtags("*"), None);
/// ```
pub fn likely_subtags(tag: &str) -> Option<String> {
    let tag = Tag::parse(tag).filter(|tag| tag.is_specific)?;
    let Subtags { language, script, region, .. } = Subtags::of(&tag);
    Some(format!("{language}-{script}-{region}"))
}

/// Returns the distance from a wanted locale to an available one, by CLDR's language matching: 0 for
/// the same likely subtags, 4 for most other regions. `None` if the two never match; from 50 on, they
/// do not match either.
///
/// ```
/// use im_error_l10n::locale_distance;
///
/// assert_eq!(locale_distance("zh-Hans-CN", "zh-CN"), Some(0));
/// assert_eq!(locale_distance("zh-SG", "zh-CN"), Some(4));
/// assert_eq!(locale_distance("fr", "zh-CN"), None);
/// ```
pub fn locale_distance(wanted: &str, available: &str) -> Option<u32> {
    let [wanted, available] =
        [wanted, available].map(|tag| Tag::parse(tag).map(|tag| Subtags::of(&tag)));
    whole_distance(&wanted?, &available?)
}
