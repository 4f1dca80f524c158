//! Checks that a message has the same parts as the source message.

use std::collections::HashSet;

use crate::finding::{Finding, Rule};
use crate::lint::model::characters::{describe, is_unseen};
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::parts::{Part, Parts, is_blank};
use crate::lint::model::spelling::Guesser;
use crate::lint::model::swallowed::Kind;
use crate::overlay::words;
use crate::texts::SUGGESTION;

/// Rules `missing-value`, `missing-attribute` and `unknown-attribute`.
///
/// Without a source, the suggestion is optional.
pub(crate) fn shape(locale: &Locale<'_>, source: Option<&Locale<'_>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut guesser = Guesser::default();
    for entry in locale.first_messages() {
        let original = source.map(|source| source.message(entry.name));
        if original.is_some_and(|original| original.is_none()) {
            continue;
        }
        let original = original.flatten();
        if entry.value.is_none() {
            findings.push(entry.at(Rule::MissingValue, entry.name, words::no_text(entry.name)));
        }
        findings.extend(attributes(locale, entry, original, &mut guesser));
    }
    findings
}

fn attributes(
    locale: &Locale<'_>,
    entry: &Entry<'_>,
    original: Option<&Entry<'_>>,
    guesser: &mut Guesser,
) -> Vec<Finding> {
    let wanted: Vec<&str> = match original {
        Some(original) => original.attributes.iter().map(|attribute| attribute.id.name).collect(),
        None => Vec::from([SUGGESTION]),
    };
    let mut findings = Vec::new();
    let own: HashSet<&str> = entry.attributes.iter().map(|attribute| attribute.id.name).collect();
    let mut missing = wanted.clone();
    let is_raw = |name: &str| is_in_value(entry, name);
    missing.retain(|name| original.is_some() && !own.contains(name) && !is_raw(name));
    let is_swallowed = entry.swallowed.iter().any(|line| line.kind == Kind::Attribute);
    if is_swallowed || entry.is_followed_by_junk() || is_before_suggestion(locale, entry) {
        missing.clear();
    }
    for name in entry.attributes.iter().map(|attribute| attribute.id.name) {
        if wanted.contains(&name) {
            continue;
        }
        let free = wanted.iter().copied().filter(|wanted| !own.contains(wanted));
        // An attribute of another name is the one that is missing.
        let near = guesser.nearest(name, free.clone()).or(original.and(free.clone().next()));
        missing.retain(|missing| Some(*missing) != near);
        let message = match (near, original) {
            (Some(near), _) => format!("unknown attribute `.{name}`; did you mean `.{near}`?"),
            (None, Some(_)) => format!("the source has no `.{name}` here; remove it"),
            (None, None) => words::unknown_attribute(name),
        };
        findings.push(entry.at(Rule::UnknownAttribute, name, message));
    }
    for name in missing {
        let message = format!("`{}` has no `.{name}`, but the source does; add it", entry.name);
        findings.push(entry.at(Rule::MissingAttribute, entry.name, message));
    }
    findings
}

/// Whether the next message is named as the suggestion, which another rule reports.
fn is_before_suggestion(locale: &Locale<'_>, entry: &Entry<'_>) -> bool {
    let after = entry.resource.offset(entry.name) + 1;
    let entries = locale.entries_of(entry.resource);
    let next = entries.partition_point(|other| other.resource.offset(other.name) < after);
    entries.get(next).is_some_and(|next| next.name == SUGGESTION)
}

/// Whether an attribute is on the line of the value, which another rule reports.
fn is_in_value(entry: &Entry<'_>, name: &str) -> bool {
    let parts = entry.value.map(|value| Parts::of(value).all).unwrap_or_default();
    parts.iter().any(|part| matches!(part, Part::Text(text) if text.contains(&format!(".{name}"))))
}

/// Rule `empty-text`.
pub(crate) fn empty(locale: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for entry in &locale.entries {
        for (name, pattern) in entry.patterns() {
            if is_blank(pattern) {
                let place = entry.text_place(name, pattern);
                let text = entry.resource.text().get(place.clone()).unwrap_or_default();
                let unseen = fluent_syntax::unicode::unescape_unicode_to_string(text)
                    .chars()
                    .find(|c| is_unseen(*c) && *c != ' ' && *c != '\n')
                    .map(describe);
                let message = match unseen {
                    Some(unseen) => format!(
                        "this text has only invisible characters, such as {unseen}; write the text"
                    ),
                    None => "this text, or one of its variants, has no visible characters; write the text"
                        .to_owned(),
                };
                findings.push(entry.over(Rule::EmptyText, place, message));
            }
        }
    }
    findings
}
