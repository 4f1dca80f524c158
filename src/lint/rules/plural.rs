//! Plural selections, by the plural rules of the locale (CLDR).

use fluent_syntax::ast::{InlineExpression, Variant, VariantKey};
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use crate::finding::{Finding, Rule};
use crate::lint::model::conventions::{self, Plurals};
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::parts::Parts;
use crate::lint::model::spelling::nearest;

const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Whether the crate's plural rules, which are older than CLDR's data, choose a category.
fn is_chosen_at_run_time(locale: &Locale<'_>, key: &str) -> bool {
    let Ok(language) = locale.language().parse::<LanguageIdentifier>() else {
        return false;
    };
    let Ok(rules) = PluralRules::create(language, PluralRuleType::CARDINAL) else {
        return false;
    };
    (0..=200_u32).any(|number| rules.select(number).map(name) == Ok(key))
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
pub(crate) fn plurals(locale: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Some(plurals) = conventions::plurals(locale.tag) else {
        return findings;
    };
    for entry in &locale.entries {
        for (_, pattern) in entry.patterns() {
            for (selector, variants) in Parts::of(pattern).selections {
                if let Some(keys) = Keys::of(selector, variants) {
                    findings.extend(fault(locale, entry, &plurals, &keys));
                }
            }
        }
    }
    findings
}

/// The names among the keys of a plural selection.
struct Keys<'s> {
    all: Vec<&'s str>,
    /// Those that are no category, and what each may have meant by its spelling.
    unknown: Vec<&'s str>,
    default: Option<&'s str>,
}

impl<'s> Keys<'s> {
    /// Returns the keys if a number is selected by its plural category.
    fn of(
        selector: &'s InlineExpression<&'s str>,
        variants: &'s [Variant<&'s str>],
    ) -> Option<Keys<'s>> {
        let (is_number, is_code) = match selector {
            // `$name` is not a number, and the number `$code` has no other names.
            InlineExpression::VariableReference { id } => (id.name != "name", id.name == "code"),
            InlineExpression::FunctionReference { id, .. } => (id.name == "NUMBER", false),
            _ => (false, false),
        };
        let mut keys = Keys { all: Vec::new(), unknown: Vec::new(), default: None };
        let mut has_category = false;
        for variant in variants {
            if let VariantKey::Identifier { name } = variant.key {
                keys.all.push(name);
                match CATEGORIES.contains(&name) {
                    true => has_category |= name != "other",
                    false => keys.unknown.push(name),
                }
                if variant.default {
                    keys.default = Some(name);
                }
            }
        }
        let is_misspelled = |key: &&str| nearest(key, CATEGORIES).is_some();
        let is_plural = has_category
            || is_code && keys.all.iter().any(|key| keys.default != Some(*key))
            || keys.all.contains(&"other") && keys.unknown.iter().any(is_misspelled);
        (is_number && is_plural).then_some(keys)
    }

    /// Returns the category that an unknown key means.
    fn meant(&self, key: &str, plurals: &Plurals) -> Option<&'static str> {
        let mut free: Vec<&'static str> = Vec::new();
        for category in plurals.needed.iter().chain(&plurals.others) {
            if !self.all.contains(category) {
                free.push(category);
            }
        }
        if let Some(near) = nearest(key, free.iter().copied()) {
            return Some(near);
        }
        if self.default == Some(key) {
            return free.contains(&"other").then_some("other");
        }
        // A translated category: they are usually in CLDR's order.
        free.retain(|category| *category != "other" && plurals.needed.contains(category));
        let mut unknown = self.unknown.clone();
        unknown.retain(|unknown| self.default != Some(*unknown));
        if free.len() != unknown.len() {
            return None;
        }
        let at = unknown.iter().position(|unknown| *unknown == key)?;
        free.get(at).copied()
    }
}

/// Reports the first mistake in a selection.
fn fault(
    locale: &Locale<'_>,
    entry: &Entry<'_>,
    plurals: &Plurals,
    keys: &Keys<'_>,
) -> Option<Finding> {
    let language = locale.language();
    if let Some(first) = keys.unknown.first() {
        return Some(entry.at(Rule::UnknownPlural, first, translated(language, plurals, keys)));
    }
    for key in &keys.all {
        let is_possible = plurals.needed.contains(key) || plurals.others.contains(key);
        if !is_possible && !is_chosen_at_run_time(locale, key) {
            let all = list(&plurals.needed, "", " or ");
            let message =
                format!("`{language}` never selects `[{key}]`, only {all}; remove the variant");
            return Some(entry.at(Rule::UnknownPlural, key, message));
        }
    }
    let mut missing = plurals.needed.clone();
    missing.retain(|name| !keys.all.contains(name));
    let all = list(&missing, "[]", " and ");
    let message = match missing.len() {
        0 => return None,
        1 => format!("`{language}` also needs a variant {all}; add it"),
        _ => format!("`{language}` also needs variants {all}; add them"),
    };
    Some(entry.at(Rule::UnknownPlural, keys.all.first()?, message))
}

/// Says which categories the unknown keys of a selection mean.
fn translated(language: &str, plurals: &Plurals, keys: &Keys<'_>) -> String {
    let mut meant = Vec::new();
    for key in &keys.unknown {
        meant.extend(keys.meant(key, plurals));
    }
    match (&keys.unknown[..], &meant[..]) {
        ([key], [near]) => format!("unknown plural category `[{key}]`; did you mean `{near}`?"),
        (unknown, meant) if unknown.len() == meant.len() => {
            let unknown = list(unknown, "[]", " and ");
            format!("unknown plural categories {unknown}; write {}", list(meant, "[]", " and "))
        }
        (unknown, _) => {
            let all = list(&plurals.needed, "", " or ");
            let unknown = list(unknown, "[]", " or ");
            format!("`{language}` never selects {unknown}, only {all}; remove the variant")
        }
    }
}

/// Lists names: `` `[one]` and `[other]` ``.
pub(super) fn list(names: &[&str], brackets: &str, joint: &str) -> String {
    let (open, close) = brackets.split_at(brackets.len() / 2);
    let mut quoted = Vec::new();
    for name in names {
        quoted.push(format!("`{open}{name}{close}`"));
    }
    quoted.join(joint)
}
