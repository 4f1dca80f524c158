//! The beginning of a line up to its `=`: a message, a term or an attribute.

use super::super::Rule;
use super::super::characters::{describe, is_odd_space, is_zero_width, narrow};
use super::{Edit, instead, whole};
use crate::texts::SUGGESTION;
use std::ops::Range;

/// What makes a line another than the one that was meant.
#[derive(Debug, PartialEq, Eq)]
enum Fault {
    /// Indented, it is a part of the text above.
    Indented,
    /// At the margin, it belongs to no message.
    NotIndented,
    NoFullStop,
    FullStop(char),
    SpaceAfterFullStop,
    Indentation(char),
    Separator(char),
}

/// The beginning of a line, and what is wrong in it.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) edits: Vec<Edit>,
    /// Where the text begins.
    pub(super) end: usize,
    fault: Option<Fault>,
    id: String,
}

impl Head {
    /// Reads the beginning of a line, if it has one. In a placeable, only a line that cannot be a part
    /// of it has one.
    pub(super) fn of(line: &str, in_placeable: bool) -> Option<Head> {
        let indent = line.len() - line.trim_start().len();
        let (dot, name_at) = full_stop(line, indent);
        let (mut id, id_end, mut edits) = name(line, name_at)?;
        let (separator, end) = separator(line, id_end)?;
        let is_plain = separator == '=';
        let is_message = id.starts_with("error-") || id.starts_with('-');
        let is_attribute = strsim::damerau_levenshtein(&id, SUGGESTION) <= 2;
        if in_placeable && indent > 0 && dot != Some('.') {
            return None;
        }
        let mut fault = None;
        match (dot, indent) {
            (None, 0) if id == SUGGESTION => {
                fault = Some(Fault::NoFullStop);
                edits.insert(0, Edit { span: 0..0, with: "    .".to_owned() });
            }
            (None, 0) => {}
            (None, _) if is_attribute => {
                fault = Some(Fault::NoFullStop);
                edits = vec![Edit { span: name_at..id_end, with: format!(".{SUGGESTION}") }];
                id = SUGGESTION.to_owned();
            }
            (None, _) if is_message && is_plain => {
                fault = Some(Fault::Indented);
                edits.insert(0, Edit { span: 0..indent, with: String::new() });
            }
            (None, _) => return None,
            (Some('.'), 0) => {
                fault = Some(Fault::NotIndented);
                edits.insert(0, Edit { span: 0..0, with: "    ".to_owned() });
            }
            (Some('.'), _) if name_at > indent + 1 => {
                fault = Some(Fault::SpaceAfterFullStop);
                edits.insert(0, Edit { span: indent + 1..name_at, with: String::new() });
            }
            (Some('.'), _) => {}
            (Some(other), _) => {
                fault = Some(Fault::FullStop(other));
                let start = if indent == 0 { "    ." } else { "." };
                if is_attribute {
                    id = SUGGESTION.to_owned();
                    edits = vec![Edit { span: indent..id_end, with: format!("{start}{id}") }];
                } else {
                    edits.insert(0, Edit { span: indent..name_at, with: start.to_owned() });
                }
            }
        }
        let odd = line.get(..indent)?.chars().find(|character| is_odd_space(*character));
        if let Some(odd) = odd.filter(|_| fault != Some(Fault::Indented)) {
            fault.get_or_insert(Fault::Indentation(odd));
            edits.insert(0, Edit { span: 0..indent, with: "    ".to_owned() });
        }
        edits.extend(spaces(line, id_end, end - separator.len_utf8()));
        if separator != '=' {
            fault.get_or_insert(Fault::Separator(separator));
            let after = line.get(end..)?;
            let before = line.get(..end - separator.len_utf8())?;
            let mut with = String::from(if before.ends_with(' ') { "=" } else { " =" });
            if !after.starts_with(' ') {
                with.push(' ');
            }
            // A full-width equals sign in its own spaces is one character for another.
            edits.push(Edit { span: end - separator.len_utf8()..end, with });
        }
        Some(Head { edits, end, fault, id })
    }

    /// What to report of the line, and where in it.
    pub(super) fn report(&self, line: &str) -> Option<(Rule, Range<usize>, String)> {
        let Edit { span, with } = whole(line, &self.edits)?;
        let found = line.get(span.clone())?;
        let id = &self.id;
        let first = self.edits.first()?.span.clone();
        let report = match self.fault {
            Some(Fault::Indented) => {
                let spaces = if first.len() == 1 { "space" } else { "spaces" };
                let message = format!(
                    "this line is read as part of the text above; remove the {spaces} before `{id}`"
                );
                (Rule::SwallowedLine, first, message)
            }
            Some(Fault::NotIndented) => {
                let message = format!("`.{id}` is not indented; add four spaces before it");
                let dot = line.find('.')?;
                (Rule::Syntax, dot..dot + 1, message)
            }
            Some(Fault::NoFullStop) if first.is_empty() => {
                let message = format!(
                    "`{id}` would be a message of its own; write `    .{id}` to make it an attribute"
                );
                (Rule::UnknownMessage, 0..id.len(), message)
            }
            Some(Fault::NoFullStop) => {
                let message = format!(
                    "this line is read as part of the text above; write `.{SUGGESTION}` with its \
                     full stop"
                );
                (Rule::SwallowedLine, first, message)
            }
            Some(Fault::SpaceAfterFullStop) => {
                let message = format!("a space between `.` and `{id}`; remove it");
                (Rule::Syntax, first, message)
            }
            Some(Fault::FullStop(stop)) => {
                let at = line.find(stop)?;
                let message = format!("expected `.` before `{id}`, found {}", describe(stop));
                (Rule::SwallowedLine, at..at + stop.len_utf8(), message)
            }
            Some(Fault::Indentation(odd)) => {
                let message =
                    format!("expected spaces, found {}; indent with four spaces", describe(odd));
                (Rule::Syntax, first, message)
            }
            Some(Fault::Separator(separator)) if self.edits.len() == 1 => {
                let message = format!("expected `=` after the id, found {}", describe(separator));
                let rule = if separator.is_ascii() { Rule::Syntax } else { Rule::FullwidthSyntax };
                (rule, span, message)
            }
            _ if found.chars().any(|character| narrow(character).is_some()) => {
                (Rule::FullwidthSyntax, span, instead(found, &with))
            }
            _ => (Rule::Syntax, span, instead(found, &with)),
        };
        Some(report)
    }
}

/// The full stop of an attribute, or what was typed for it, and where the name begins.
fn full_stop(line: &str, at: usize) -> (Option<char>, usize) {
    let rest = line.get(at..).unwrap_or_default();
    let first = rest.chars().next();
    let is_stop = |c: char| c == '.' || matches!(narrow(c), Some('.' | ',')) || c == '•';
    match first.filter(|first| is_stop(*first)) {
        Some(stop) => {
            let rest = rest.get(stop.len_utf8()..).unwrap_or_default();
            let spaces = rest.len() - rest.trim_start().len();
            (Some(stop), at + stop.len_utf8() + spaces)
        }
        None => (None, at),
    }
}

/// The name at a place as Fluent would have it, where it ends, and the edits that make it so.
fn name(line: &str, at: usize) -> Option<(String, usize, Vec<Edit>)> {
    let mut name = String::new();
    let mut edits: Vec<Edit> = Vec::new();
    let mut end = at;
    for character in line.get(at..)?.chars() {
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let next = end + character.len_utf8();
        if is_part(character) {
            name.push(character);
        } else if let Some(right) = narrow(character).filter(|right| is_part(*right)) {
            name.push(right);
            match edits.last_mut().filter(|last| last.span.end == end) {
                Some(last) => {
                    last.span.end = next;
                    last.with.push(right);
                }
                None => edits.push(Edit { span: end..next, with: right.to_string() }),
            }
        } else if is_zero_width(character) {
            edits.push(Edit { span: end..next, with: String::new() });
        } else {
            break;
        }
        end = next;
    }
    let is_name = name.trim_start_matches('-').starts_with(|c: char| c.is_ascii_alphabetic());
    is_name.then_some((name, end, edits))
}

/// The `=` after a name, or what was typed for it, and where it ends.
fn separator(line: &str, at: usize) -> Option<(char, usize)> {
    let rest = line.get(at..)?;
    let spaces = rest.len() - rest.trim_start().len();
    let separator = rest.trim_start().chars().next()?;
    let is_separator =
        matches!(separator, '=' | ':') || matches!(narrow(separator), Some('=' | ':'));
    is_separator.then_some((separator, at + spaces + separator.len_utf8()))
}

/// Spaces for what looks like spaces.
fn spaces(line: &str, from: usize, to: usize) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (at, character) in line.get(from..to).unwrap_or_default().char_indices() {
        if is_odd_space(character) {
            let span = from + at..from + at + character.len_utf8();
            edits.push(Edit { span, with: " ".to_owned() });
        }
    }
    edits
}
