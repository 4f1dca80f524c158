//! Reading locale tags as people, systems and browsers write them.

mod cldr;
mod matching;

use icu_locale::subtags::{Language, Region, Script, Variants};
use icu_locale::{LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleExpander};

pub(crate) use matching::{Available, nearest, negotiate};

static CANONICALIZER: LocaleCanonicalizer = LocaleCanonicalizer::new_extended();
static EXPANDER: LocaleExpander = LocaleExpander::new_extended();

/// No real tag is longer. What is, is refused unread.
const MAX_TAG_LEN: usize = 255;

/// What matching asks of a locale: its likely language, script and region.
#[derive(Clone, Debug)]
pub(crate) struct Subtags {
    language: Language,
    script: Option<Script>,
    region: Option<Region>,
    /// Which of the three the tag spelled out: 4, 2 and 1.
    given: u8,
    variants: Variants,
}

impl Subtags {
    /// Adds the likely subtags: `zh-TW` is `zh-Hant-TW`.
    ///
    /// See [UTS 35, Likely Subtags](https://unicode.org/reports/tr35/#Likely_Subtags).
    pub(crate) fn of(locale: &LanguageIdentifier) -> Subtags {
        let given = u8::from(!locale.language.is_unknown()) << 2
            | u8::from(locale.script.is_some()) << 1
            | u8::from(locale.region.is_some());
        let mut likely = LanguageIdentifier::from((locale.language, locale.script, locale.region));
        if given != 0 {
            EXPANDER.maximize(&mut likely);
        }
        Subtags {
            language: likely.language,
            script: likely.script,
            region: likely.region,
            given,
            variants: locale.variants.clone(),
        }
    }

    /// Whether this is nearer than `other` to what the language alone means.
    fn is_likelier_than(&self, other: &Subtags) -> bool {
        if self.language != other.language {
            return false;
        }
        let mut likely = LanguageIdentifier::from((self.language, None, None));
        EXPANDER.maximize(&mut likely);
        if self.script != other.script {
            self.script == likely.script
        } else {
            self.region != other.region && self.region == likely.region
        }
    }

    fn script_str(&self) -> &str {
        self.script.as_ref().map_or("", Script::as_str)
    }

    fn region_str(&self) -> &str {
        self.region.as_ref().map_or("", Region::as_str)
    }
}

/// Reads a tag and makes it canonical; `None` where it names no locale.
///
/// Takes BCP 47 in any case, with `_` for `-`, and POSIX names (`sr_RS.UTF-8@latin`). Extensions
/// and private use do not change which texts a person can read, so they are left out.
pub(crate) fn parse(tag: &str) -> Option<LanguageIdentifier> {
    if tag.len() > MAX_TAG_LEN {
        return None;
    }
    if tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return parse_bcp47(tag).map(canonical);
    }
    let (tag, modifier) = tag.trim().split_once('@').unwrap_or((tag.trim(), ""));
    let tag = tag.split_once('.').map_or(tag, |(tag, _codeset)| tag);
    let mut locale = parse_bcp47(&tag.replace('_', "-"))?;
    if locale.script.is_none() {
        locale.script = modifier_script(modifier);
    }
    Some(canonical(locale))
}

fn parse_bcp47(tag: &str) -> Option<LanguageIdentifier> {
    LanguageIdentifier::try_from_utf8(without_extlang(without_extensions(tag.as_bytes()))).ok()
}

/// See [UTS 35, canonicalization](https://unicode.org/reports/tr35/#LocaleId_Canonicalization).
fn canonical(locale: LanguageIdentifier) -> LanguageIdentifier {
    let mut locale = Locale::from(locale);
    CANONICALIZER.canonicalize(&mut locale);
    // To say that script or region is unknown is to say nothing.
    locale.id.script = locale.id.script.filter(|script| script.as_str() != "Zzzz");
    locale.id.region = locale.id.region.filter(|region| region.as_str() != "ZZ");
    locale.id
}

/// Cuts the tag before its first subtag of one character, which opens an extension.
fn without_extensions(tag: &[u8]) -> &[u8] {
    let mut start = 0;
    for subtag in tag.split(|byte| *byte == b'-') {
        if subtag.len() == 1 {
            return tag.get(..start.max(1) - 1).unwrap_or_default();
        }
        start += subtag.len() + 1;
    }
    tag
}

/// Takes the extended language for the language, as RFC 5646 has it: `zh-yue-HK` is `yue-HK`.
fn without_extlang(tag: &[u8]) -> &[u8] {
    let mut subtags = tag.split(|byte| *byte == b'-');
    match (subtags.next(), subtags.next()) {
        (Some(language), Some(extlang))
            if extlang.len() == 3 && extlang.iter().all(u8::is_ascii_alphabetic) =>
        {
            tag.get(language.len() + 1..).unwrap_or_default()
        }
        _ => tag,
    }
}

/// The script that glibc's locale names put behind `@`.
fn modifier_script(modifier: &str) -> Option<Script> {
    let script = match modifier {
        "latin" => "Latn",
        "cyrillic" => "Cyrl",
        "devanagari" => "Deva",
        _ => return None,
    };
    Script::try_from_str(script).ok()
}

/// Reads an `Accept-Language` header: its tags, most wanted first.
///
/// See [RFC 9110, 12.5.4](https://www.rfc-editor.org/rfc/rfc9110#name-accept-language). Tags of
/// one weight stay in the order of the header. A weight of 0 asks for nothing, and neither does
/// `*`, which is no tag.
pub(crate) fn accepted(header: &str) -> Vec<&str> {
    let mut ranges: Vec<(u16, &str)> = header
        .split(',')
        .filter_map(|range| {
            let mut parts = range.split(';').map(str::trim);
            let tag = parts.next().filter(|tag| !tag.is_empty())?;
            let weight = parts
                .find_map(|part| part.strip_prefix(['q', 'Q'])?.trim_start().strip_prefix('='));
            let weight = weight.map_or(Some(1000), thousandths)?;
            (weight > 0).then_some((weight, tag))
        })
        .collect();
    ranges.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    ranges.into_iter().map(|(_, tag)| tag).collect()
}

/// Reads a weight from 0 to 1 in thousandths; `None` where it is none.
fn thousandths(weight: &str) -> Option<u16> {
    let weight: f32 = weight.trim().parse().ok()?;
    (0.0..=1.0).contains(&weight).then_some((weight * 1000.0).round() as u16)
}
