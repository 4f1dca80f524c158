//! Locale tags, likely subtags and matching, with the data of CLDR.

mod accept_language;
#[cfg_attr(not(any(test, feature = "fluent")), allow(dead_code, reason = "for the builder"))]
mod cldr;
mod distance;
#[cfg_attr(not(any(test, feature = "fluent")), allow(dead_code, reason = "for the builder"))]
mod matching;
mod rows;
mod subtags;
mod tag;
#[cfg(test)]
mod tests;

pub(crate) use accept_language::negotiate_header;
pub use distance::{likely_subtags, locale_distance};
pub(crate) use matching::{Available, nearest, negotiate};
use rows::{Pairs, cell, find, find_row};
use subtags::{Language, Region, Script, Variants};
pub(crate) use tag::Tag;

/// What matching needs to know about a locale: its likely language, script and region.
#[derive(Clone, Debug)]
pub(crate) struct Subtags {
    language: Language,
    script: Script,
    region: Region,
    /// Which of the three the tag spelled out: [`LANGUAGE`], [`SCRIPT`] and [`REGION`].
    given: u8,
    /// The language code as it was written. Language matching has rows for old codes, too.
    written: Language,
    variants: Variants,
}

/// The languages of two letters that have an alias or match another language, and the regions that
/// have an alias. Nearly all tags have neither, and need no search in the tables.
static SPECIAL_LANGUAGES: Pairs =
    Pairs::of(&[&cldr::ALIASES[0], &cldr::COMPOUND[0], &cldr::PAIRS[0]]);
static SPECIAL_REGIONS: Pairs = Pairs::of(&[&cldr::REGIONS[0], &cldr::SPLIT[0]]);

const LANGUAGE: u8 = 4;
const SCRIPT: u8 = 2;
const REGION: u8 = 1;

impl Subtags {
    /// Adds the likely subtags: `zh-TW` is `zh-Hant-TW`.
    ///
    /// See [UTS 35, Likely Subtags](https://unicode.org/reports/tr35/#Likely_Subtags). A tag that
    /// has none of the three gets none, and matches nothing.
    pub(crate) fn of(tag: &Tag) -> Subtags {
        let given = u8::from(tag.language != Language::NONE) * LANGUAGE
            + u8::from(tag.script != Script::NONE) * SCRIPT
            + u8::from(tag.region != Region::NONE) * REGION;
        let (language, script, region) = if tag.is_specific {
            likely(tag.language, tag.script, tag.region)
        } else {
            (Language::NONE, Script::NONE, Region::NONE)
        };
        Subtags { language, script, region, given, written: tag.written, variants: tag.variants }
    }

    /// Creates the subtags of an embedded locale, all of which are known.
    #[allow(clippy::panic, reason = "evaluated at compile time")]
    pub(crate) const fn new(language: &str, script: &str, region: &str, given: u8) -> Subtags {
        let subtags = (
            Language::parse(language.as_bytes()),
            Script::parse(script.as_bytes()),
            Region::parse(region.as_bytes()),
        );
        let (Some(language), Some(script), Some(region)) = subtags else {
            panic!("an embedded locale has a language, a script and a region");
        };
        Subtags { language, script, region, given, written: language, variants: Variants::NONE }
    }

    /// Returns the call of [`new`](Self::new) that creates these, for generated code.
    #[cfg(feature = "lint")]
    pub(crate) fn to_source(&self) -> alloc::string::String {
        let Subtags { language, script, region, given, .. } = self;
        alloc::format!("Subtags::new(\"{language}\", \"{script}\", \"{region}\", {given})")
    }

    /// Whether this is nearer than `other` of the same language to what the language alone means.
    fn is_likelier_than(&self, other: &Subtags) -> bool {
        let (_, script, region) = likely(self.language, Script::NONE, Region::NONE);
        if self.script != other.script {
            self.script == script
        } else {
            self.region != other.region && self.region == region
        }
    }
}

/// Returns the script with a number in the list of scripts, counted from 1, or none for 0.
fn script_at(number: u16) -> Script {
    let index = usize::from(number).checked_sub(1);
    index.and_then(|index| cldr::SCRIPTS.get(index)).copied().unwrap_or(Script::NONE)
}

/// Returns the number of a script in the list of scripts, from 1, or 0 if it is not in the list.
fn script_number(script: Script) -> u16 {
    cldr::SCRIPTS.binary_search(&script).map_or(0, |index| index as u16 + 1)
}

/// Fills in the missing ones of language, script and region.
///
/// Those that CLDR does not know are taken from `en-Latn-US`.
fn likely(language: Language, script: Script, region: Region) -> (Language, Script, Region) {
    let language = if language == Language::NONE { language_of(script, region) } else { language };
    if script != Script::NONE && region != Region::NONE {
        return (language, script, region);
    }
    let [languages, scripts, regions, others] = &cldr::LIKELY_TWO;
    let key = [language.0, script_number(script), region.0];
    let is_alone = script == Script::NONE && region == Region::NONE;
    let row = if is_alone { None } else { find_row(&[languages, scripts, regions], &key) };
    if let Some(row) = row {
        return match script {
            Script::NONE => (language, script_at(cell(others, row)), region),
            script => (language, script, Region(cell(others, row))),
        };
    }
    let [languages, scripts, regions] = &cldr::LIKELY;
    let (likely_script, likely_region) = match find(languages, language.0) {
        Some(row) => (script_at(cell(scripts, row)), Region(cell(regions, row))),
        None => (Script::LATN, Region::US),
    };
    (
        language,
        if script == Script::NONE { likely_script } else { script },
        if region == Region::NONE { likely_region } else { region },
    )
}

/// Returns the likely language of a script and a region, or of one of them alone.
fn language_of(script: Script, region: Region) -> Language {
    let [scripts, regions, languages] = &cldr::UNKNOWN;
    let number = script_number(script);
    for key in [[number, region.0], [number, 0], [0, region.0]] {
        if let Some(row) = find_row(&[scripts, regions], &key) {
            return Language(cell(languages, row));
        }
    }
    Language::EN
}

/// Whether CLDR may know the language of a tag. The tables have all codes of two letters that it
/// knows, and only some of those of three.
#[cfg(feature = "lint")]
pub(crate) fn may_be_known(tag: &Tag) -> bool {
    let columns: [&[u16]; 3] = [&cldr::LIKELY[0], &cldr::ALIASES[0], &cldr::COMPOUND[0]];
    let is_known = columns.iter().any(|column| find(column, tag.language.0).is_some());
    is_known || tag.language.has_three_letters()
}

/// Returns the likely language of the region with this code, if there is one: `ja` for `jp`.
#[cfg(feature = "lint")]
pub(crate) fn likely_language(region: &str) -> Option<alloc::string::String> {
    let region = Region::parse(region.as_bytes())?.0;
    let [scripts, regions, languages] = &cldr::UNKNOWN;
    let row = find_row(&[scripts, regions], &[0, region])?;
    Some(alloc::format!("{}", Language(cell(languages, row))))
}
