//! Compares tags and likely subtags with `icu_locale`, which uses the same version of CLDR.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test may panic and print"
)]

use alloc::string::{String, ToString};
use alloc::{format, vec::Vec};

use icu_locale::{LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleExpander};

use super::cldr;
use super::rows::find;
use super::subtags::{Language, Region, Script};
use super::{Subtags, Tag, script_at};

/// Returns the canonical form of a tag in `icu_locale`, without an unknown script or region.
fn canonical(tag: &str) -> LanguageIdentifier {
    let mut locale = Locale::from(LanguageIdentifier::try_from_str(tag).unwrap());
    forget_unknown(&mut locale.id);
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    forget_unknown(&mut locale.id);
    locale.id
}

fn forget_unknown(tag: &mut LanguageIdentifier) {
    tag.script = tag.script.filter(|script| script.as_str() != "Zzzz");
    tag.region = tag.region.filter(|region| region.as_str() != "ZZ");
}

/// Returns the likely subtags of a canonical tag, or `None` if our table does not cover its
/// language.
fn maximized(canonical: &LanguageIdentifier, tag: &Tag) -> Option<String> {
    let mut likely = canonical.clone();
    likely.variants.clear();
    let expander = LocaleExpander::new_extended();
    let is_covered = find(&cldr::LIKELY[0], tag.language.0).is_some();
    if canonical.language.is_unknown() {
        if tag.is_specific {
            expander.maximize(&mut likely);
        }
    } else if is_covered {
        expander.maximize(&mut likely);
    } else if LanguageIdentifier::from((likely.language, None, None)) != likely
        || expander.maximize(&mut likely) == icu_locale::TransformResult::Modified
    {
        return None;
    } else {
        // CLDR has no row: UTS 35 fills in `en-Latn-US`.
        return Some(format!("{}-Latn-US", likely.language));
    }
    Some(likely.to_string())
}

fn display(subtags: &Subtags) -> String {
    let mut tag = subtags.language.to_string();
    for part in [subtags.script.to_string(), subtags.region.to_string()] {
        if !part.is_empty() {
            tag = format!("{tag}-{part}");
        }
    }
    tag
}

/// The differences, and the number of tags that were compared.
#[derive(Default)]
struct Comparison {
    tags: usize,
    likely: usize,
    differences: Vec<String>,
}

impl Comparison {
    fn compare(&mut self, tag: &str) {
        let ours = Tag::parse(tag).unwrap_or_else(|| panic!("{tag} is not read"));
        let theirs = canonical(tag);
        self.tags += 1;
        if ours.to_string() != theirs.to_string() {
            self.differences.push(format!("{tag}: {ours}, not {theirs}"));
        } else if let Some(theirs) = maximized(&theirs, &ours) {
            self.likely += 1;
            let ours = display(&Subtags::of(&ours));
            if ours != theirs {
                self.differences.push(format!("{tag} likely: {ours}, not {theirs}"));
            }
        }
    }

    fn finish(self) {
        let Comparison { tags, likely, differences } = self;
        std::eprintln!("{tags} tags, {likely} with likely subtags, {} differ", differences.len());
        let shown: Vec<&str> = differences.iter().take(40).map(String::as_str).collect();
        assert!(shown.is_empty(), "{} differ:\n{}", differences.len(), shown.join("\n"));
    }
}

/// Returns every language in a table, old or new, and `und`.
fn languages() -> Vec<String> {
    let columns: [&[u16]; 7] = [
        &[0, 0],
        &cldr::LIKELY[0],
        &cldr::ALIASES[0],
        &cldr::ALIASES[1],
        &cldr::COMPOUND[0],
        &cldr::PAIRS[0],
        &cldr::SIGNED[1],
    ];
    let mut languages: Vec<String> =
        columns.iter().flat_map(|column| *column).map(|code| Language(*code).to_string()).collect();
    languages.push("sgn".to_string());
    languages.sort();
    languages.dedup();
    languages
}

/// Returns no script, every script in the tables, and some others.
fn scripts() -> Vec<String> {
    let mut scripts: Vec<String> =
        (1..=cldr::SCRIPTS.len()).map(|number| format!("-{}", script_at(number as u16))).collect();
    scripts.extend(["", "-Zzzz", "-Qaai", "-Zinh", "-Qaaa", "-Abcd"].map(String::from));
    scripts
}

/// Returns no region, and every possible region.
fn regions() -> Vec<String> {
    let letters = (b'A'..=b'Z').flat_map(|first| (b'A'..=b'Z').map(move |second| [first, second]));
    let letters = letters.map(|letters| format!("-{}{}", letters[0] as char, letters[1] as char));
    let digits = (0..1000).map(|number| format!("-{number:03}"));
    [String::new()].into_iter().chain(letters).chain(digits).collect()
}

/// Every language with every region; `und` with every script and region too.
#[test]
fn likely_subtags_and_aliases_match_icu4x() {
    let (scripts, regions) = (scripts(), regions());
    let mut comparison = Comparison::default();
    for (at, language) in languages().iter().enumerate() {
        for (which, region) in regions.iter().enumerate() {
            if which == 0 || language.len() == 2 && which < 677 || which % 97 == at % 97 {
                comparison.compare(&format!("{language}{region}"));
            }
        }
        for script in &scripts {
            comparison.compare(&format!("{language}{script}"));
        }
    }
    for (at, script) in scripts.iter().enumerate() {
        for region in regions.iter().skip(at % 7).step_by(7) {
            comparison.compare(&format!("und{script}{region}"));
        }
    }
    comparison.finish();
}

/// Returns every region in a table, and some others.
fn named_regions() -> Vec<String> {
    let columns: [&[u16]; 6] = [
        &cldr::LIKELY[2],
        &cldr::UNKNOWN[1],
        &cldr::REGIONS[0],
        &cldr::SPLIT[0],
        &cldr::SPLIT[1],
        &cldr::AMERICAS[0],
    ];
    let codes = columns.into_iter().flatten().filter(|code| **code != 0);
    let mut regions: Vec<String> = codes.map(|code| format!("-{}", Region(*code))).collect();
    regions.extend(["", "-001", "-150", "-999", "-AA", "-QO", "-XA", "-ZZ"].map(String::from));
    regions.sort();
    regions.dedup();
    regions
}

/// Languages x scripts x regions: a hundred million tags.
#[test]
#[ignore = "takes minutes"]
fn all_likely_subtags_and_aliases_match_icu4x() {
    let (languages, scripts, regions) = (languages(), scripts(), named_regions());
    let mut comparison = Comparison::default();
    for language in &languages {
        for script in &scripts {
            for region in &regions {
                comparison.compare(&format!("{language}{script}{region}"));
            }
        }
    }
    comparison.finish();
}

/// All codes of two and three letters, whether registered or not.
#[test]
fn all_language_codes_match_icu4x() {
    let mut comparison = Comparison::default();
    let letters = [b'a'..=b'z', b'a'..=b'z', b'`'..=b'z'];
    for a in letters[0].clone() {
        for b in letters[1].clone() {
            for c in letters[2].clone() {
                let code = [a, b, c].map(char::from);
                let code: String = code.iter().filter(|letter| **letter != '`').collect();
                comparison.compare(&code);
            }
        }
    }
    comparison.finish();
}

#[test]
fn sorted_and_replaced_variants_match_icu4x() {
    let variants = [
        "",
        "-1994",
        "-rozaj",
        "-aaland",
        "-arevela",
        "-arevmda",
        "-bokmal",
        "-nynorsk",
        "-hakka",
        "-xiang",
        "-guoyu",
        "-lojban",
        "-gaulish",
        "-saaho",
        "-heploc",
        "-hepburn",
        "-polytoni",
        "-polyton",
        "-alalc97",
        "-fonipa",
        "-valencia",
    ];
    let languages =
        ["und", "zh", "cmn", "no", "nb", "hy", "aa", "art", "cel", "sl", "sh", "ja", "cnr", "sgn"];
    let mut comparison = Comparison::default();
    for language in languages {
        for middle in ["", "-Latn", "-CN", "-Cyrl-AN", "-BR"] {
            for first in variants {
                for second in variants {
                    if first != second || first.is_empty() {
                        comparison.compare(&format!("{language}{middle}{first}{second}"));
                        comparison.compare(&format!("{language}{middle}{first}{second}-1901"));
                    }
                }
            }
        }
    }
    comparison.finish();
}

#[test]
fn subtags_are_packed_and_unpacked() {
    for language in languages() {
        assert_eq!(Language::parse(language.as_bytes()).unwrap().to_string(), language);
    }
    for script in scripts().iter().filter(|script| !script.is_empty() && *script != "-Zzzz") {
        assert_eq!(format!("-{}", Script::parse(&script.as_bytes()[1..]).unwrap()), *script);
    }
    for region in regions().iter().filter(|region| !region.is_empty() && *region != "-ZZ") {
        assert_eq!(format!("-{}", Region::parse(&region.as_bytes()[1..]).unwrap()), *region);
    }
}

#[test]
#[cfg(feature = "lint")]
fn languages_are_known_with_and_without_locale_data() {
    for tag in ["zh", "en-GB", "na", "cak", "tlh", "quh", "sr-Latn", "yue", "aaa", "iw"] {
        assert!(super::may_be_known(&Tag::parse(tag).unwrap()), "{tag}");
    }
    for tag in ["jp", "cn", "ua", "xx", "und"] {
        assert!(!super::may_be_known(&Tag::parse(tag).unwrap()), "{tag}");
    }
    for (region, language) in [("jp", "ja"), ("cn", "zh"), ("kr", "ko"), ("ua", "uk"), ("cz", "cs")]
    {
        assert_eq!(super::likely_language(region).as_deref(), Some(language));
    }
}

/// In a table that is not sorted, rows would not be found.
#[test]
fn tables_are_sorted() {
    fn is_sorted(columns: &[&[u16]]) -> bool {
        let row = |at: usize| -> Vec<u16> { columns.iter().map(|column| column[at]).collect() };
        (1..columns[0].len()).all(|at| row(at - 1) < row(at))
    }
    let [languages, scripts, regions, _] = &cldr::LIKELY_TWO;
    assert!(is_sorted(&[languages, scripts, regions]));
    let [scripts, regions, _] = &cldr::UNKNOWN;
    assert!(is_sorted(&[scripts, regions]));
    let [languages, scripts, regions] = &cldr::PARADIGMS;
    assert!(is_sorted(&[languages, scripts, regions]));
    let [wanted, available, _] = &cldr::PAIRS;
    assert!(is_sorted(&[wanted, available]));
    for column in [&cldr::LIKELY[0][..], &cldr::ALIASES[0], &cldr::COMPOUND[0], &cldr::SIGNED[0]] {
        assert!(is_sorted(&[column]));
    }
    for column in [&cldr::REGIONS[0][..], &cldr::MAGHREB[0], &cldr::EN_US[0], &cldr::AMERICAS[0]] {
        assert!(is_sorted(&[column]));
    }
    let [from, from_script, to, to_script, _] = &cldr::SCRIPT_PAIRS;
    assert!(is_sorted(&[from, from_script, to, to_script]) && cldr::SPLIT[0].is_sorted());
    assert!(is_sorted(&[&cldr::CN_SAR[0]]) && cldr::SCRIPTS.is_sorted());
    assert_eq!(cldr::VERSION, "48.2.0");
}
