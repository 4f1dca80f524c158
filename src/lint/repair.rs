//! Reads a file as its translator meant it: characters of an input method in Fluent's syntax, lines
//! that are indented too much, conflicts. Each is one finding, and what is parsed then has the
//! right ones, so that nothing else is reported because of them.

mod body;
mod head;
mod lines;

pub(super) use lines::is_conflict_marker;

use super::Rule;
use super::characters::{code_point, describe};
use std::ops::Range;

/// Something that was read as something else.
#[derive(Debug)]
pub(super) struct Repair {
    pub(super) rule: Rule,
    /// The place in the file.
    pub(super) span: Range<usize>,
    pub(super) message: String,
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

/// What to write instead of a part of a line.
#[derive(Debug)]
struct Edit {
    span: Range<usize>,
    with: String,
}

impl Repaired {
    /// Reads a file, with its byte order mark and line ends.
    pub(super) fn of(file: &str) -> Repaired {
        let mut repaired = Repaired::default();
        repaired.text.reserve(file.len());
        lines::read(file, &mut repaired);
        repaired
    }

    /// The place in the file of a place in the text.
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

    /// Copies a line that begins here in the file, except for what is to be edited.
    fn copy(&mut self, line: &str, in_file: usize, edits: &[Edit]) {
        let mut from = 0;
        for Edit { span, with } in edits {
            self.push(line.get(from..span.start).unwrap_or_default(), in_file + from, true);
            self.push(with, in_file + span.start, false);
            from = span.end;
        }
        self.push(line.get(from..).unwrap_or_default(), in_file + from, true);
    }

    fn report(&mut self, rule: Rule, span: Range<usize>, message: impl Into<String>) {
        self.repairs.push(Repair { rule, span, message: message.into() });
    }
}

/// Where some edits of a line are, from the first to the last, and what is right there.
fn whole(line: &str, edits: &[Edit]) -> Option<Edit> {
    let span = edits.first()?.span.start..edits.last()?.span.end;
    let mut with = String::new();
    let mut from = span.start;
    for edit in edits {
        with.push_str(line.get(from..edit.span.start).unwrap_or_default());
        with.push_str(&edit.with);
        from = edit.span.end;
    }
    Some(Edit { span, with })
}

/// Says what was found in some place and what was expected there.
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
