//! Reads a file as its translator meant it, despite full-width characters in Fluent's syntax, lines
//! that are indented too much, and merge conflicts. Each mistake is one finding and is repaired before
//! parsing, so that it causes no others.

mod body;
pub(super) mod conflict;
mod head;
mod lines;

use super::Rule;
use super::characters::{code_point, describe, is_odd_space, is_zero_width, narrow};
use std::ops::Range;

/// A mistake that was repaired before parsing.
#[derive(Debug)]
pub(super) struct Repair {
    pub(super) rule: Rule,
    /// The place in the line, and then in the file.
    pub(super) span: Range<usize>,
    pub(super) message: String,
}

impl Repair {
    fn new(rule: Rule, span: Range<usize>, message: impl Into<String>) -> Repair {
        Repair { rule, span, message: message.into() }
    }
}

/// The text to parse, and how its places map to those of the file.
#[derive(Debug, Default)]
pub(super) struct Repaired {
    pub(super) text: String,
    pub(super) repairs: Vec<Repair>,
    parts: Vec<Part>,
}

/// A part of the text: where it begins there and in the file, and whether it is copied.
#[derive(Debug)]
struct Part {
    start: usize,
    in_file: usize,
    is_copied: bool,
}

/// A line of the file, what to write instead of its parts, and what to report.
struct Line<'f> {
    text: &'f str,
    edits: Vec<Edit>,
    repairs: Vec<Repair>,
}

/// What to write instead of a part of a line.
#[derive(Debug)]
struct Edit {
    span: Range<usize>,
    with: String,
}

impl Repaired {
    /// Reads a file, with its byte order mark and line endings.
    pub(super) fn of(file: &str) -> Repaired {
        let mut repaired = Repaired::default();
        repaired.text.reserve(file.len());
        lines::read(file, &mut repaired);
        repaired
    }

    /// Returns the place in the file of a place in the text.
    pub(super) fn in_file(&self, at: usize) -> usize {
        let next = self.parts.partition_point(|part| part.start <= at);
        match next.checked_sub(1).and_then(|last| self.parts.get(last)) {
            Some(part) if part.is_copied => part.in_file + (at - part.start),
            Some(part) => part.in_file,
            None => 0,
        }
    }

    fn push(&mut self, part: &str, in_file: usize, is_copied: bool) {
        self.parts.push(Part { start: self.text.len(), in_file, is_copied });
        self.text.push_str(part);
    }

    /// Adds a line that begins at this place in the file.
    fn add(&mut self, line: Line<'_>, in_file: usize) {
        let mut from = 0;
        for Edit { span, with } in line.edits {
            let copied = line.text.get(from..span.start).unwrap_or_default();
            self.push(copied, in_file + from, true);
            self.push(&with, in_file + span.start, false);
            from = span.end;
        }
        self.push(line.text.get(from..).unwrap_or_default(), in_file + from, true);
        for Repair { rule, span, message } in line.repairs {
            let span = in_file + span.start..in_file + span.end;
            self.repairs.push(Repair { rule, span, message });
        }
    }
}

impl<'f> Line<'f> {
    fn new(text: &'f str) -> Line<'f> {
        Line { text, edits: Vec::new(), repairs: Vec::new() }
    }

    fn report(&mut self, rule: Rule, span: Range<usize>, message: impl Into<String>) {
        self.repairs.push(Repair::new(rule, span, message));
    }

    /// Returns the text from a place on.
    fn rest(&self, at: usize) -> &'f str {
        self.text.get(at..).unwrap_or_default()
    }
}

/// Adds an edit to those of the same mistake.
fn add(edits: &mut Vec<Edit>, span: Range<usize>, with: &str) {
    match edits.last_mut().filter(|last| last.span.end == span.start) {
        Some(last) => {
            last.span.end = span.end;
            last.with.push_str(with);
        }
        None => edits.push(Edit { span, with: with.to_owned() }),
    }
}

/// Returns what Fluent's syntax needs in place of a typed or pasted character.
fn right(character: char) -> Option<String> {
    match narrow(character) {
        Some(narrow) => Some(narrow.to_string()),
        None if is_odd_space(character) => Some(" ".to_owned()),
        None => is_zero_width(character).then(String::new),
    }
}

/// Combines edits of a line into one repair, from the first to the last: what was found, and what was
/// expected.
fn replaced(line: &str, edits: &[Edit]) -> Option<Repair> {
    let span = edits.first()?.span.start..edits.last()?.span.end;
    let mut expected = String::new();
    let mut from = span.start;
    for edit in edits {
        expected.push_str(line.get(from..edit.span.start)?);
        expected.push_str(&edit.with);
        from = edit.span.end;
    }
    let found = line.get(span.clone())?;
    let is_wide = found.chars().any(|character| narrow(character).is_some());
    let rule = if is_wide { Rule::FullwidthSyntax } else { Rule::Syntax };
    Some(Repair::new(rule, span, instead(found, &expected)))
}

/// Says what was expected, and what was found.
fn instead(found: &str, right: &str) -> String {
    let mut characters = found.chars();
    match (characters.next(), characters.next()) {
        (Some(character), None) if right.is_empty() => {
            format!("{} is not part of Fluent’s syntax; remove it", describe(character))
        }
        (Some(character), None) if right.trim().is_empty() => {
            format!("expected a space, found {}", describe(character))
        }
        (Some(character), None) => {
            format!("expected `{}`, found {}", right.trim(), describe(character))
        }
        (first, _) => {
            let first = first.map(code_point).unwrap_or_default();
            format!("expected `{}`, found `{found}` ({first})", right.trim())
        }
    }
}
