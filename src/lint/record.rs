//! The record of a locale: from which source texts its translations were made.
//!
//! It is the file `accepted.txt` beside the `.ftl` files, a line a text:
//! `error-not-friend.suggestion = Add this user as a friend first.`

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Identifier, Message, Pattern, Resource};
use fluent_syntax::serializer::serialize;

use super::ids::expected;
use super::sheet::{Locale, Unit};
use super::{File, Finding, Rule};

/// The name of the file.
pub(super) const NAME: &str = "accepted.txt";

const HEADER: &str = "\
# The source texts that the translations beside this file were made from, a line each.
# The command `accept` writes this file; the rule `source-changed` reads it.
";

/// The lines of a record, by the key of the text.
type Lines = BTreeMap<String, String>;

/// Rule `source-changed`.
pub(super) fn source_changed(
    locale: &Locale<'_>,
    source: &Locale<'_>,
    files: &[File],
) -> Vec<Finding> {
    let accepted = read(locale.tag, files);
    let mut findings = Vec::new();
    for (sheet, unit) in locale.first_messages() {
        let Some(original) = source.message(unit.name) else {
            continue;
        };
        for (key, now) in texts(original) {
            let Some(then) = accepted.get(&key).filter(|then| **then != now) else {
                continue;
            };
            let message = format!(
                "the source of `{key}` was “{}” when this was accepted and is “{}” now; mend the \
                 translation, then run `accept {} {}`",
                shortened(then),
                shortened(&now),
                locale.tag,
                unit.name,
            );
            findings.push(sheet.at(Rule::SourceChanged, unit.name, unit, message));
        }
    }
    findings
}

/// No more of a text than one can compare.
fn shortened(text: &str) -> Cow<'_, str> {
    const MAX_LEN: usize = 500;
    match text.char_indices().nth(MAX_LEN).and_then(|(end, _)| text.get(..end)) {
        Some(start) => format!("{start}…").into(),
        None => text.into(),
    }
}

/// The record after these messages of a locale were accepted: all that are translated, where
/// none is named.
pub(super) fn accept(
    locale: &Locale<'_>,
    source: &Locale<'_>,
    files: &[File],
    ids: &[&str],
) -> String {
    let before = read(locale.tag, files);
    let mut lines = String::from(HEADER);
    for id in expected() {
        let (Some(_), Some(original)) = (locale.message(id), source.message(id)) else {
            continue;
        };
        for (key, now) in texts(original) {
            let is_accepted = ids.is_empty() || ids.contains(&id);
            let then = before.get(&key).filter(|_| !is_accepted);
            match then {
                Some(then) => lines.push_str(&format!("{key} = {then}\n")),
                None if is_accepted => lines.push_str(&format!("{key} = {now}\n")),
                None => {}
            }
        }
    }
    lines
}

fn read(tag: &str, files: &[File]) -> Lines {
    let records = files.iter().filter(|file| file.locale() == tag && !file.is_ftl());
    let texts: Vec<_> = records.filter_map(|file| file.text().ok()).collect();
    let lines = texts.iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, text)| (key.to_owned(), text.to_owned()))
        .collect()
}

/// The texts of a message, each on one line, by key: `error-x`, `error-x.suggestion`.
fn texts(unit: &Unit<'_>) -> Vec<(String, String)> {
    let value = unit.value.iter().map(|value| (unit.name.to_owned(), one_line(value)));
    let attributes = unit.attributes.iter().map(|attribute| {
        (format!("{}.{}", unit.name, attribute.id.name), one_line(&attribute.value))
    });
    value.chain(attributes).collect()
}

/// A pattern in Fluent's own canonical form, its lines joined.
fn one_line(pattern: &Pattern<&str>) -> String {
    let message = Message {
        id: Identifier { name: "x" },
        value: Some(pattern.clone()),
        attributes: Vec::new(),
        comment: None,
    };
    let text = serialize(&Resource { body: vec![Entry::Message(message)] });
    let text = text.trim_start_matches("x =");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
