//! Checks that a message has the same parts as the source message.

use super::locale::Locale;
use super::pieces::{Piece, Pieces, is_blank};
use super::sheet::Unit;
use super::{Finding, Rule, nearest};
use crate::lint::characters::{describe, is_unseen};
use crate::texts::SUGGESTION;

/// Rules `missing-value`, `missing-attribute` and `unknown-attribute`.
///
/// Without a source, the suggestion is optional.
pub(super) fn shape(locale: &Locale<'_>, source: Option<&Locale<'_>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for unit in locale.first_messages() {
        let original = source.map(|source| source.message(unit.name));
        if original.is_some_and(|original| original.is_none()) {
            continue;
        }
        let original = original.flatten();
        if unit.value.is_none() {
            let message = format!("`{}` has no text of its own; write it after `=`", unit.name);
            findings.push(unit.at(Rule::MissingValue, unit.name, message));
        }
        findings.extend(attributes(unit, original));
    }
    findings
}

fn attributes(unit: &Unit<'_>, original: Option<&Unit<'_>>) -> Vec<Finding> {
    let wanted: Vec<&str> = match original {
        Some(original) => original.attributes.iter().map(|attribute| attribute.id.name).collect(),
        None => Vec::from([SUGGESTION]),
    };
    let mut findings = Vec::new();
    let mut missing = wanted.clone();
    let is_raw = |name: &str| is_in_value(unit, name);
    missing.retain(|name| original.is_some() && unit.attribute(name).is_none() && !is_raw(name));
    if unit.is_followed_by_junk() {
        missing.clear();
    }
    for name in unit.attributes.iter().map(|attribute| attribute.id.name) {
        if wanted.contains(&name) {
            continue;
        }
        let free = wanted.iter().copied().filter(|wanted| unit.attribute(wanted).is_none());
        let near = nearest(name, free);
        missing.retain(|missing| Some(*missing) != near);
        let message = match (near, original) {
            (Some(near), _) => format!("unknown attribute `.{name}`; did you mean `.{near}`?"),
            (None, Some(_)) => format!("the source has no `.{name}` here; remove it"),
            (None, None) => format!("unknown attribute `.{name}`; only `.{SUGGESTION}` is shown"),
        };
        findings.push(unit.at(Rule::UnknownAttribute, name, message));
    }
    for name in missing {
        let message = format!("`{}` has no `.{name}`, but the source does; add it", unit.name);
        findings.push(unit.at(Rule::MissingAttribute, unit.name, message));
    }
    findings
}

/// Whether an attribute is on the line of the value, which another rule reports.
fn is_in_value(unit: &Unit<'_>, name: &str) -> bool {
    let pieces = unit.value.map(|value| Pieces::of(value).all).unwrap_or_default();
    pieces
        .iter()
        .any(|piece| matches!(piece, Piece::Text(text) if text.contains(&format!(".{name}"))))
}

/// Rule `empty-text`.
pub(super) fn empty(locale: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for unit in &locale.units {
        for (name, pattern) in unit.patterns() {
            if is_blank(pattern) {
                let place = unit.text_place(name, pattern);
                let text = unit.sheet.text().get(place.clone()).unwrap_or_default();
                let unseen = fluent_syntax::unicode::unescape_unicode_to_string(text)
                    .chars()
                    .find(|c| is_unseen(*c) && *c != ' ' && *c != '\n')
                    .map(describe);
                let message = match unseen {
                    Some(unseen) => format!("this text has no visible character, only {unseen}; write what users should read"),
                    None => "this text, or one of its variants, has no visible character; write what users should read".to_owned(),
                };
                findings.push(unit.over(Rule::EmptyText, place, message));
            }
        }
    }
    findings
}
