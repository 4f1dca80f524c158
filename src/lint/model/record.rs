//! The record of a locale: the source texts that its translations were made from.
//!
//! It is the file `accepted.txt` next to the `.ftl` files, with one line per text:
//! `error-not-friend.suggestion = Add this user as a friend first.`

use super::codes::{expected, rank};
use super::conflict::{self, Resolved};
use super::mistake::Mistake;
use super::scan::end_of_run;
use super::spelling::nearest;
use crate::finding::{Finding, Rule};
use crate::overlay::syntax::is_id_char;
use crate::overlay::{File, words};

/// The name of the file.
pub(crate) const NAME: &str = "accepted.txt";

const HEADER: &str = "\
# The source texts that the translations next to this file are based on, one per line.
# The command `accept` writes this file; the rule `source-changed` reads it.
";

/// The lines of a record.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Record {
    pub(crate) lines: Vec<Line>,
}

/// A line of a record.
#[derive(Clone, PartialEq)]
pub(crate) struct Line {
    /// The message, or its attribute: `error-x`, `error-x.suggestion`; `None` for a comment or a
    /// blank line.
    pub(crate) key: Option<String>,
    /// The text after ` = `, or the whole line.
    pub(crate) text: String,
}

impl Line {
    /// Whether this is a text of a message.
    pub(crate) fn is_of(&self, id: &str) -> bool {
        self.key.as_deref().map(id_of) == Some(id)
    }
}

pub(crate) fn is_record(file: &File) -> bool {
    file.path().rsplit(['/', '\\']).next() == Some(NAME)
}

/// Returns the files that are not records.
pub(crate) fn message_files(files: &[File]) -> impl Iterator<Item = &File> {
    files.iter().filter(|file| !is_record(file))
}

/// Finds and parses the record of a locale.
pub(crate) fn of_locale(files: &[File], tag: &str) -> Result<Record, Vec<Finding>> {
    for file in files {
        if file.locale() == tag && is_record(file) {
            return parse(file);
        }
    }
    Ok(Record::default())
}

/// Parses a record, or returns why it cannot be parsed: rules `record` and `merge-conflict`.
pub(crate) fn parse(file: &File) -> Result<Record, Vec<Finding>> {
    let text = match file.text() {
        Ok(text) => text,
        Err(refusal) => {
            return Err(vec![Finding { rule: Rule::Record, ..file.refused(&refusal) }]);
        }
    };
    if text.text.trim().is_empty() {
        let message = format!(
            "the record is empty; restore it from version control, or remove it and run \
             `accept {} --all`",
            file.locale()
        );
        return Err(vec![text.finding(Rule::Record, 0..0, None, message)]);
    }
    let mut record = Record::default();
    let mut findings = Vec::new();
    let resolved = Resolved::of(&text.text);
    for place in &resolved.conflicts {
        findings.push(text.finding(Rule::MergeConflict, place.clone(), None, conflict::MESSAGE));
    }
    let mut start = 0;
    for line in resolved.text.split_inclusive('\n') {
        match parse_line(line.trim_end_matches('\n'), file.locale()) {
            Ok(line) => record.lines.push(line),
            Err(Mistake { place, message }) => {
                let start = resolved.in_original(start);
                let place = start + place.start..start + place.end;
                findings.push(text.finding(Rule::Record, place, None, message));
            }
        }
        start += line.len();
    }
    if findings.is_empty() { Ok(record) } else { Err(findings) }
}

/// Parses a line, or returns what is wrong and where.
fn parse_line(line: &str, locale: &str) -> Result<Line, Mistake> {
    if line.starts_with('#') || line.trim().is_empty() {
        return Ok(Line { key: None, text: line.to_owned() });
    }
    let end = end_of_run(line, 0, is_key_char);
    let (key, rest) = line.split_at_checked(end).unwrap_or_default();
    let id = id_of(key);
    if !key.starts_with("error") {
        let message = "invalid line; remove it, or restore the file from version control";
        return Err(Mistake::new(0..line.len(), message));
    }
    let Some(text) = rest.strip_prefix(" = ") else {
        let message = format!(
            "expected ` = ` after `{key}`; restore the line, or remove it and run \
             `accept {locale} {id}`"
        );
        return Err(Mistake::new(end..end, message));
    };
    if rank(id).is_none() {
        let message = match nearest(id, expected()) {
            Some(near) => format!("{}; did you mean `{near}`?", words::unknown_message(id)),
            None => format!("{}; remove the line", words::unknown_message(id)),
        };
        return Err(Mistake::new(0..id.len(), message));
    }
    Ok(Line { key: Some(key.to_owned()), text: text.to_owned() })
}

fn is_key_char(c: char) -> bool {
    c == '.' || is_id_char(c)
}

pub(crate) fn id_of(key: &str) -> &str {
    key.split('.').next().unwrap_or_default()
}

impl Record {
    /// Returns the recorded texts of a message, by key.
    pub(crate) fn texts(&self, id: &str) -> Vec<(String, String)> {
        let mut texts = Vec::new();
        for line in &self.lines {
            if let Some(key) = &line.key
                && id_of(key) == id
            {
                texts.push((key.clone(), line.text.clone()));
            }
        }
        texts
    }

    pub(crate) fn to_text(&self) -> String {
        let mut text = String::new();
        if self.lines.iter().all(|line| line.key.is_some()) {
            text.push_str(HEADER);
        }
        for line in &self.lines {
            if let Some(key) = &line.key {
                text.push_str(&format!("{key} = "));
            }
            text.push_str(&line.text);
            text.push('\n');
        }
        text
    }
}
