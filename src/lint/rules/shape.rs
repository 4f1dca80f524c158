//! Checks that a message has the same parts as the source message.

use std::collections::HashSet;

use fluent_syntax::ast::Pattern;

use super::text::have_text;
use crate::finding::{Finding, Rule};
use crate::lint::model::characters::{describe, is_unseen};
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::parts::{Parts, is_blank};
use crate::lint::model::spelling::Guesser;
use crate::lint::model::swallowed::Kind;
use crate::lint::model::visible::Visible;
use crate::overlay::words;
use crate::texts::SUGGESTION;

/// Rules `missing-value`, `missing-attribute` and `unknown-attribute`.
///
/// Without a source, the suggestion is optional.
pub(crate) fn shape(locale: &Locale<'_>, source: Option<&Locale<'_>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut guesser = Guesser::default();
    for entry in locale.first_messages() {
        let original = locale.original(entry, source);
        if source.is_some() && original.is_none() {
            continue;
        }
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
    let wanted = original.map_or(vec![SUGGESTION], attribute_names);
    let own: HashSet<&str> = HashSet::from_iter(attribute_names(entry));
    let (mut free, mut missing) = (Vec::new(), Vec::new());
    let must_have_all = original.is_some() && !may_have_lost_attributes(locale, entry);
    for name in &wanted {
        if own.contains(name) {
            continue;
        }
        free.push(*name);
        if must_have_all && !is_in_value(entry, name) {
            missing.push(*name);
        }
    }
    let mut findings = Vec::new();
    for name in attribute_names(entry) {
        if wanted.contains(&name) {
            continue;
        }
        // An attribute of another name is the one that is missing.
        let near = guesser.nearest(name, free.iter().copied());
        let near = near.or(original.and(free.first().copied()));
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

fn attribute_names<'s>(entry: &Entry<'s>) -> Vec<&'s str> {
    let mut names = Vec::new();
    for attribute in entry.attributes {
        names.push(attribute.id.name);
    }
    names
}

/// Whether an attribute was meant that Fluent does not read as one, which another rule reports.
fn may_have_lost_attributes(locale: &Locale<'_>, entry: &Entry<'_>) -> bool {
    entry.swallowed.iter().any(|line| line.kind == Kind::Attribute)
        || entry.is_followed_by_junk()
        || is_before_suggestion(locale, entry)
}

/// Whether the next message is named as the suggestion.
fn is_before_suggestion(locale: &Locale<'_>, entry: &Entry<'_>) -> bool {
    let start = entry.resource.offset(entry.name);
    let entries = locale.entries_of(entry.resource);
    let next = entries.partition_point(|other| other.resource.offset(other.name) <= start);
    matches!(entries.get(next), Some(next) if next.name == SUGGESTION)
}

/// Whether an attribute is on the line of the value, which another rule reports.
fn is_in_value(entry: &Entry<'_>, name: &str) -> bool {
    let parts = entry.value.map(Parts::of).unwrap_or_default();
    have_text(&parts.all, &format!(".{name}"))
}

/// Rule `empty-text`.
pub(crate) fn empty(locale: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for entry in &locale.entries {
        for (name, pattern) in entry.patterns() {
            if !is_blank(pattern) {
                continue;
            }
            let place = entry.text_place(name, pattern);
            let message = match unseen(pattern) {
                Some(unseen) => format!(
                    "this text has only invisible characters, such as {}; write the text",
                    describe(unseen)
                ),
                None => {
                    "this text, or one of its variants, has no visible characters; write the text"
                        .to_owned()
                }
            };
            findings.push(entry.over(Rule::EmptyText, place, message));
        }
    }
    findings
}

/// Returns an invisible character in a part that has no others. Every text has spaces and line breaks.
fn unseen(pattern: &Pattern<&str>) -> Option<char> {
    for Visible { text, .. } in Visible::of(pattern) {
        if text.chars().all(is_unseen)
            && let Some(unseen) = text.chars().find(|c| !matches!(c, ' ' | '\n'))
        {
            return Some(unseen);
        }
    }
    None
}
