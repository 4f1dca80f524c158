//! Plural selections, by the plural rules of the locale (CLDR).

use fluent_syntax::ast::{InlineExpression, VariantKey};
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use std::collections::BTreeSet;
use unic_langid::LanguageIdentifier;

use super::locale::Locale;
use super::pieces::{Pieces, Selection};
use super::sheet::Unit;
use super::{Finding, Rule, nearest};

const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The categories that a locale chooses.
struct Plurals {
    /// For whole numbers, such as error codes.
    needed: BTreeSet<&'static str>,
    /// For any number, including fractions and millions.
    possible: BTreeSet<&'static str>,
}

impl Plurals {
    fn of(locale: &Locale<'_>) -> Option<Plurals> {
        let language: LanguageIdentifier = locale.language().parse().ok()?;
        let rules = PluralRules::create(language, PluralRuleType::CARDINAL).ok()?;
        let (mut needed, mut possible) = (BTreeSet::new(), BTreeSet::new());
        for number in (0..=200_u32).chain([1000, 1001, 10_000, 10_001]) {
            needed.insert(name(rules.select(number).ok()?));
        }
        possible.extend(&needed);
        for number in ["0.0", "0.1", "1.0", "1.5", "2.0", "5.5", "11.0", "1000000", "1000000.0"] {
            possible.insert(name(rules.select(number).ok()?));
        }
        // CLDR 48 uses `many` for millions here; the crate's plural rules are older.
        if ["ca", "es", "fr", "it", "lld", "pt", "scn", "vec"].contains(&locale.language()) {
            possible.insert("many");
        }
        Some(Plurals { needed, possible })
    }
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    }
}

/// Rule `unknown-plural`.
pub(super) fn plurals(locale: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Some(plurals) = Plurals::of(locale) else {
        return findings;
    };
    for unit in &locale.units {
        for (_, pattern) in unit.patterns() {
            for selection in Pieces::of(pattern).selections {
                findings.extend(fault(locale, unit, &plurals, selection));
            }
        }
    }
    findings
}

/// Reports the first mistake in a selection.
fn fault(
    locale: &Locale<'_>,
    unit: &Unit<'_>,
    plurals: &Plurals,
    (selector, variants): Selection<'_>,
) -> Option<Finding> {
    // `$name` is not a number.
    let selects_number = match selector {
        InlineExpression::VariableReference { id } => id.name != "name",
        InlineExpression::FunctionReference { id, .. } => id.name == "NUMBER",
        _ => false,
    };
    let mut keys = Vec::new();
    for variant in variants {
        if let VariantKey::Identifier { name } = variant.key {
            keys.push(name);
        }
    }
    let is_category = |key: &str| CATEGORIES.contains(&key);
    let free = CATEGORIES.iter().copied().filter(|name| !keys.contains(name));
    let meant = |key: &str| if is_category(key) { None } else { nearest(key, free.clone()) };
    let is_plural = keys.iter().any(|key| match is_category(key) {
        true => *key != "other",
        false => meant(key).is_some() && keys.contains(&"other"),
    });
    if !selects_number || !is_plural {
        return None;
    }
    let language = locale.language();
    for key in keys.iter().filter(|key| !plurals.possible.contains(*key)) {
        let message = match meant(key) {
            Some(near) => format!("unknown plural category `[{key}]`; did you mean `{near}`?"),
            None if is_category(key) => {
                let all: Vec<_> = plurals.possible.iter().map(|name| format!("`{name}`")).collect();
                format!(
                    "`{language}` never selects `[{key}]`, only {}; remove the variant",
                    all.join(" or ")
                )
            }
            None => continue,
        };
        return Some(unit.at(Rule::UnknownPlural, key, message));
    }
    let missing = plurals.needed.iter().find(|name| !keys.contains(*name))?;
    let message = format!("`{language}` also needs a variant `[{missing}]`; add it");
    Some(unit.at(Rule::UnknownPlural, keys.first()?, message))
}
