//! The record of a locale: the source texts that its translations were made from.
//!
//! It is the file `accepted.txt` next to the `.ftl` files, with one line per text:
//! `error-not-friend.suggestion = Add this user as a friend first.`

use fluent_syntax::ast::{Entry, Identifier, Message, Pattern, Resource};
use fluent_syntax::serializer::serialize;
use std::collections::HashMap;
use std::ops::Range;

use super::ids::{expected, rank};
use super::locale::Locale;
use super::repair::conflict::{self, Side};
use super::sheet::Unit;
use super::{File, Finding, Rule, nearest};

/// The name of the file.
pub(super) const NAME: &str = "accepted.txt";

const HEADER: &str = "\
# The source texts that the translations next to this file are based on, one per line.
# The command `accept` writes this file; the rule `source-changed` reads it.
";

/// The lines of a record.
#[derive(Default)]
pub(super) struct Record {
    lines: Vec<Line>,
}

/// A key and the text after its ` = `, or a comment or blank line without a key.
type Line = (Option<String>, String);

/// A text whose record `accept` changed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// The message, or its attribute: `error-not-friend.suggestion`.
    pub key: String,
    /// What the record had.
    pub old: Option<String>,
    /// The source as it is now; `None` if it no longer has this text.
    pub new: Option<String>,
}

pub(super) fn is_record(file: &File) -> bool {
    file.path().ends_with(NAME)
}

/// Finds and reads the record of a locale.
pub(super) fn of_locale(files: &[File], tag: &str) -> Result<Record, Vec<Finding>> {
    match files.iter().find(|file| file.locale() == tag && is_record(file)) {
        Some(file) => read(file),
        None => Ok(Record::default()),
    }
}

/// Reads a record, or returns why it cannot be read: rules `record` and `merge-conflict`.
pub(super) fn read(file: &File) -> Result<Record, Vec<Finding>> {
    let text = file
        .text()
        .map_err(|refusal| vec![Finding { rule: Rule::Record, ..file.refused(&refusal) }])?;
    if text.text.trim().is_empty() {
        let message = format!(
            "the record is empty; restore it from version control, or remove it and run `accept {} --all`",
            file.locale()
        );
        return Err(vec![text.finding(Rule::Record, 0..0, None, message)]);
    }
    let mut record = Record::default();
    let mut findings = Vec::new();
    let mut side = Side::default();
    let mut start = 0;
    for line in text.text.split_inclusive('\n') {
        let content = line.trim_end_matches('\n');
        match side.read(content) {
            conflict::Line::Conflict => {
                let place = start..start + content.len();
                findings.push(text.finding(Rule::MergeConflict, place, None, conflict::MESSAGE));
            }
            conflict::Line::Skipped => {}
            conflict::Line::Text => match parse(content, file.locale()) {
                Ok(line) => record.lines.push(line),
                Err((place, message)) => {
                    let place = start + place.start..start + place.end;
                    findings.push(text.finding(Rule::Record, place, None, message));
                }
            },
        }
        start += line.len();
    }
    if findings.is_empty() { Ok(record) } else { Err(findings) }
}

/// Parses a line, or returns what is wrong and where.
fn parse(line: &str, locale: &str) -> Result<Line, (Range<usize>, String)> {
    if line.starts_with('#') || line.trim().is_empty() {
        return Ok((None, line.to_owned()));
    }
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let end = line.find(|c| !is_part(c)).unwrap_or(line.len());
    let (key, rest) = line.split_at_checked(end).unwrap_or_default();
    let id = id_of(key);
    if !key.starts_with("error") {
        let message = "invalid line; remove it, or restore the file from version control";
        return Err((0..line.len(), message.to_owned()));
    }
    let Some(text) = rest.strip_prefix(" = ") else {
        let message = format!(
            "expected ` = ` after `{key}`; restore the line, or remove it and run `accept {locale} {id}`"
        );
        return Err((end..end, message));
    };
    if rank(id).is_none() {
        let message = match nearest(id, expected()) {
            Some(near) => format!("`{id}` matches no error code; did you mean `{near}`?"),
            None => format!("`{id}` matches no error code; remove the line"),
        };
        return Err((0..id.len(), message));
    }
    Ok((Some(key.to_owned()), text.to_owned()))
}

fn id_of(key: &str) -> &str {
    key.split('.').next().unwrap_or_default()
}

impl Record {
    /// Rule `source-changed`.
    pub(super) fn source_changed(&self, locale: &Locale<'_>, source: &Locale<'_>) -> Vec<Finding> {
        let lines = self.lines.iter();
        let accepted: HashMap<&str, &str> =
            lines.filter_map(|(key, text)| Some((key.as_deref()?, text.as_str()))).collect();
        let mut findings = Vec::new();
        for unit in locale.first_messages() {
            let Some(original) = source.message(unit.name) else {
                continue;
            };
            for (key, now) in texts(original) {
                let Some(then) = accepted.get(key.as_str()).filter(|then| **then != now) else {
                    continue;
                };
                let part = if key == unit.name { "source" } else { "source of `.suggestion`" };
                let message = format!(
                    "the {part} changed from “{}” to “{}”; update the translation, then run \
                     `accept {} {}`",
                    shortened(then),
                    shortened(&now),
                    locale.tag,
                    unit.name,
                );
                findings.push(unit.at(Rule::SourceChanged, unit.name, message));
                break;
            }
        }
        findings
    }

    /// Accepts messages against the current source, and keeps every other line.
    pub(super) fn accept(&mut self, source: &Locale<'_>, ids: &[&str]) -> Vec<Change> {
        let mut changes = Vec::new();
        for id in ids {
            let of_message = |(key, _): &Line| key.as_deref().is_some_and(|key| id_of(key) == *id);
            let first = self.lines.iter().position(of_message);
            let at = first.unwrap_or_else(|| self.place_for(id));
            let removed = self.lines.extract_if(.., |line| of_message(line));
            let mut then: HashMap<String, String> =
                removed.filter_map(|(key, text)| Some((key?, text))).collect();
            let now = source.message(id).map(texts).unwrap_or_default();
            for (offset, (key, text)) in now.into_iter().enumerate() {
                let old = then.remove(&key);
                if old.as_ref() != Some(&text) {
                    changes.push(Change { key: key.clone(), old, new: Some(text.clone()) });
                }
                self.lines.insert(at + offset, (Some(key), text));
            }
            let removed = then.into_iter();
            changes.extend(removed.map(|(key, old)| Change { key, old: Some(old), new: None }));
        }
        changes
    }

    /// Returns where to insert the lines of a new message.
    fn place_for(&self, id: &str) -> usize {
        let is_before =
            |(key, _): &Line| key.as_deref().is_some_and(|key| rank(id_of(key)) < rank(id));
        match self.lines.iter().rposition(is_before) {
            Some(at) => at + 1,
            None => self.lines.iter().take_while(|(key, _)| key.is_none()).count(),
        }
    }

    pub(super) fn to_text(&self) -> String {
        let mut text = String::new();
        if self.lines.iter().all(|(key, _)| key.is_some()) {
            text.push_str(HEADER);
        }
        for (key, line) in &self.lines {
            if let Some(key) = key {
                text.push_str(&format!("{key} = "));
            }
            text.push_str(line);
            text.push('\n');
        }
        text
    }
}

/// Renames a message in the keys of a record, and in the references of its texts. The ids need not
/// match a code.
pub(super) fn rename(text: &str, old: &str, new: &str) -> String {
    let mut renamed = String::new();
    for line in text.split_inclusive('\n') {
        match line.strip_prefix(old) {
            Some(rest) if rest.starts_with([' ', '.']) => {
                renamed.push_str(&format!("{new}{}", rename_references(rest, old, new)));
            }
            _ => renamed.push_str(&rename_references(line, old, new)),
        }
    }
    renamed
}

/// Renames the references in the canonical form of a text: `{ -old }`, `{ -old(case: "x") }`.
pub(super) fn rename_references(text: &str, old: &str, new: &str) -> String {
    let reference = format!("{{ {old}");
    let mut parts = text.split(&*reference);
    let mut renamed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_whole = part.starts_with([' ', '(', '.', '}']);
        renamed.push_str(&if is_whole { format!("{{ {new}") } else { reference.clone() });
        renamed.push_str(part);
    }
    renamed
}

/// Shortens a text to a length that can be compared at a glance.
fn shortened(text: &str) -> String {
    const MAX_LEN: usize = 500;
    let mut short: String = text.chars().take(MAX_LEN).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// The texts of a message, each on one line, by key: `error-x`, `error-x.suggestion`.
pub(super) fn texts(unit: &Unit<'_>) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    texts.extend(unit.value.map(|value| (unit.name.to_owned(), one_line(value))));
    for attribute in unit.attributes {
        let key = format!("{}.{}", unit.name, attribute.id.name);
        texts.push((key, one_line(&attribute.value)));
    }
    texts
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
