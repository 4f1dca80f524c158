//! How a language writes values and selects variants, as in fluent-bundle.

use std::borrow::Cow;
use std::fmt;

use fluent_bundle::FluentValue;
use fluent_bundle::memoizer::MemoizerKind;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions, FluentNumberType};
use fluent_syntax::ast::{Variant, VariantKey};
use intl_pluralrules::operands::PluralOperands;
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;
use unic_langid::subtags::Language as Subtag;

/// The most fraction digits that a caller can ask for, as in JavaScript.
const MAX_FRACTION_LEN: usize = 100;
/// The most fraction digits that select a plural: as many as fit into the operand.
const MAX_OPERAND_LEN: usize = 19;

/// The most digits of a number in a file: an `f64` keeps them all.
pub(crate) const MAX_DIGITS: usize = 15;

/// The key of a variant.
pub(crate) enum Key {
    /// A string or a plural category.
    Name(Box<str>),
    Number(Box<FluentNumber>),
}

/// The language of a locale.
pub(crate) struct Language {
    id: LanguageIdentifier,
    cardinal: Option<PluralRules>,
    ordinal: Option<PluralRules>,
}

impl Language {
    pub(crate) fn new(tag: &str) -> Language {
        let id: LanguageIdentifier = tag.parse().unwrap_or_default();
        let cardinal = plural_rules(&id, PluralRuleType::CARDINAL);
        let ordinal = plural_rules(&id, PluralRuleType::ORDINAL);
        Language { id, cardinal, ordinal }
    }

    /// Returns the text of a value that is placed.
    pub(crate) fn text<'v>(&self, value: &'v FluentValue<'_>) -> Cow<'v, str> {
        match value {
            FluentValue::String(text) => Cow::Borrowed(text),
            FluentValue::Number(number) => number.as_string(),
            FluentValue::Custom(value) => {
                value.as_string_threadsafe(&MemoizerKind::new(self.id.clone()))
            }
            FluentValue::Error | FluentValue::None => Cow::Borrowed(""),
        }
    }

    /// Writes a value of the caller, whose number may ask for any number of zeros.
    pub(super) fn write(&self, value: &FluentValue<'_>, text: &mut String) -> fmt::Result {
        let FluentValue::Number(number) = value else {
            text.push_str(&self.text(value));
            return Ok(());
        };
        // Nearly all numbers are integers, which are written faster.
        let integer = number.value as i32;
        match number.options.minimum_fraction_digits {
            None if f64::from(integer).to_bits() == number.value.to_bits() => {
                fmt::Write::write_fmt(text, format_args!("{integer}"))
            }
            Some(digits) if digits > MAX_FRACTION_LEN => {
                let mut number = number.clone();
                number.options.minimum_fraction_digits = Some(MAX_FRACTION_LEN);
                text.push_str(&number.as_string());
                Ok(())
            }
            _ => {
                text.push_str(&number.as_string());
                Ok(())
            }
        }
    }

    /// Returns the index of the first key that matches a value: a number has to be the same number in
    /// the same format, or of the plural category.
    pub(crate) fn choose<'k>(
        &self,
        mut keys: impl Iterator<Item = &'k Key>,
        value: &FluentValue<'_>,
    ) -> Option<usize> {
        let mut category = None;
        keys.position(|key| match (key, value) {
            (Key::Name(key), FluentValue::String(value)) => **key == **value,
            (Key::Number(key), FluentValue::Number(value)) => **key == *value,
            (Key::Name(key), FluentValue::Number(value)) => {
                **key == **category.get_or_insert_with(|| self.category(value))
            }
            _ => false,
        })
    }

    /// Like [`choose`](Language::choose), before the variants are compiled.
    pub(super) fn choose_among(
        &self,
        variants: &[Variant<&str>],
        value: &FluentValue<'_>,
    ) -> Option<usize> {
        let mut category = None;
        variants.iter().position(|variant| match (&variant.key, value) {
            (VariantKey::Identifier { name }, FluentValue::String(value)) => **name == **value,
            (VariantKey::NumberLiteral { value: key }, FluentValue::Number(value)) => {
                number(key).is_some_and(|key| key == *value)
            }
            (VariantKey::Identifier { name }, FluentValue::Number(value)) => {
                **name == **category.get_or_insert_with(|| self.category(value))
            }
            _ => false,
        })
    }

    /// Returns the plural category of a number.
    fn category(&self, number: &FluentNumber) -> &'static str {
        let rules = match number.options.r#type {
            FluentNumberType::Cardinal => &self.cardinal,
            FluentNumberType::Ordinal => &self.ordinal,
        };
        let category = rules.as_ref().map(|rules| rules.select(operands(number)));
        match category {
            Some(Ok(PluralCategory::ZERO)) => "zero",
            Some(Ok(PluralCategory::ONE)) => "one",
            Some(Ok(PluralCategory::TWO)) => "two",
            Some(Ok(PluralCategory::FEW)) => "few",
            Some(Ok(PluralCategory::MANY)) => "many",
            Some(Ok(PluralCategory::OTHER)) => "other",
            None | Some(Err(_)) => "",
        }
    }
}

/// Returns the rules of a language, or those of English, as fluent-bundle negotiates them.
fn plural_rules(id: &LanguageIdentifier, kind: PluralRuleType) -> Option<PluralRules> {
    let english = Subtag::from_bytes(b"en").unwrap_or_default();
    let names = [(id.language, id.region), (id.language, None), (english, None)];
    names.into_iter().find_map(|(language, region)| {
        PluralRules::create(LanguageIdentifier::from_parts(language, None, region, &[]), kind).ok()
    })
}

/// Returns what plural rules look at: the number as it is shown. Fluent-bundle's own conversion panics at
/// numbers with more fraction digits than fit into an operand.
fn operands(number: &FluentNumber) -> PluralOperands {
    let shown = number.value.to_string();
    let fraction = shown.split_once('.').map_or("", |(_, fraction)| fraction);
    let fraction = fraction.get(..MAX_OPERAND_LEN).unwrap_or(fraction);
    let asked = number.options.minimum_fraction_digits.unwrap_or(0).min(MAX_OPERAND_LEN);
    let zeros = asked.saturating_sub(fraction.len());
    let digits: u64 = fraction.parse().unwrap_or(0);
    PluralOperands {
        n: number.value.abs(),
        i: number.value.abs() as u64,
        v: fraction.len() + zeros,
        w: fraction.len(),
        f: digits.saturating_mul(10u64.saturating_pow(zeros as u32)),
        t: digits,
    }
}

/// Reads a number in a file, or returns `None` if it has more than [`MAX_DIGITS`] digits. Up to there, one
/// division gives the closest `f64`; the parser of the standard library would add 14 KB to a compressed
/// WebAssembly module.
pub(super) fn number(text: &str) -> Option<FluentNumber> {
    const EXACT_POWERS: usize = 19;
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (integer, fraction) = match unsigned.split_once('.') {
        Some((integer, fraction)) => (integer, Some(fraction)),
        None => (unsigned, None),
    };
    let places = fraction.unwrap_or_default().trim_end_matches('0');
    let digits = format!("{integer}{places}");
    let digits = digits.trim_start_matches('0');
    if digits.len() > MAX_DIGITS || places.len() > EXACT_POWERS {
        return None;
    }
    let digits: u64 = digits.parse().unwrap_or(0);
    let value = digits as f64 / 10u64.pow(places.len() as u32) as f64;
    let value = if unsigned.len() < text.len() { -value } else { value };
    let minimum_fraction_digits = fraction.map(str::len);
    let options = FluentNumberOptions { minimum_fraction_digits, ..Default::default() };
    Some(FluentNumber::new(value, options))
}
