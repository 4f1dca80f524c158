//! The beginning of a line up to its `=`: a message, a term or an attribute.

use super::super::Rule;
use super::super::characters::{describe, is_odd_space, narrow};
use super::{Edit, Repair, add, replaced, right};
use crate::texts::SUGGESTION;
use std::ops::Range;

/// The beginning of a line, and what is wrong in it.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) edits: Vec<Edit>,
    /// Where the text begins.
    pub(super) end: usize,
    pub(super) repair: Option<Repair>,
}

/// The name of a message, a term or an attribute, as Fluent needs it.
struct Name {
    text: String,
    span: Range<usize>,
    /// The edits that turn what was written into `text`.
    edits: Vec<Edit>,
}

impl Head {
    /// Reads the beginning of a line; `None` if the line is text. A line in a placeable is text unless it
    /// cannot be a part of it.
    pub(super) fn of(line: &str, in_placeable: bool) -> Option<Head> {
        let indent = line.len() - line.trim_start().len();
        let (stop, name_start) = full_stop(line, indent);
        let name = name(line, name_start)?;
        let name_end = name.span.end;
        let (separator, separator_at) = separator(line, name_end)?;
        if in_placeable && indent > 0 && stop != Some('.') {
            return None;
        }
        let (mut edits, mut repair) = start(indent, stop, name, separator == '=')?;
        let is_unindented = edits.first().is_some_and(|first| first.span == (0..indent));
        if let Some((edit, found)) = odd_indentation(line).filter(|_| !is_unindented) {
            edits.insert(0, edit);
            repair.get_or_insert(found);
        }
        for (at, space) in line.get(name_end..separator_at)?.char_indices() {
            if is_odd_space(space) {
                let at = name_end + at;
                edits.push(Edit { span: at..at + space.len_utf8(), with: " ".to_owned() });
            }
        }
        let end = separator_at + separator.len_utf8();
        if separator != '=' {
            // If nothing else is wrong, only this character is reported.
            if edits.is_empty() {
                let rule = if separator.is_ascii() { Rule::Syntax } else { Rule::FullwidthSyntax };
                let message = format!("expected `=` after the id, found {}", describe(separator));
                repair = Some(Repair::new(rule, separator_at..end, message));
            }
            let before = if line.get(..separator_at)?.ends_with(' ') { "" } else { " " };
            let after = if line.get(end..)?.starts_with(' ') { "" } else { " " };
            edits.push(Edit { span: separator_at..end, with: format!("{before}={after}") });
        }
        let repair = repair.or_else(|| replaced(line, &edits));
        Some(Head { edits, end, repair })
    }
}

/// Repairs a line up to the end of its name; `None` if the line is text.
fn start(
    indent: usize,
    stop: Option<char>,
    name: Name,
    has_equals: bool,
) -> Option<(Vec<Edit>, Option<Repair>)> {
    let mut id = &*name.text;
    let is_message = id.starts_with("error-") || id.starts_with('-');
    let is_suggestion = strsim::damerau_levenshtein(id, SUGGESTION) <= 2;
    let (span, with, rule, place, message) = match (stop, indent) {
        (None, 0) if id == SUGGESTION => (
            0..0,
            "    .".to_owned(),
            Rule::UnknownMessage,
            name.span,
            format!(
                "`{id}` would be a message of its own; write `    .{id}` to make it an attribute"
            ),
        ),
        (None, 0) => return Some((name.edits, None)),
        (None, _) if is_suggestion => (
            name.span.clone(),
            format!(".{SUGGESTION}"),
            Rule::SwallowedLine,
            name.span,
            format!(
                "this line is read as part of the text above; write `.{SUGGESTION}`, with the period"
            ),
        ),
        (None, _) if is_message && has_equals => {
            let spaces = if indent == 1 { "space" } else { "spaces" };
            let message = format!(
                "this line is read as part of the text above; remove the {spaces} before `{id}`"
            );
            (0..indent, String::new(), Rule::SwallowedLine, 0..indent, message)
        }
        (None, _) => return None,
        (Some('.'), 0) => {
            let message = format!("`.{id}` is not indented; add four spaces before it");
            (0..0, "    ".to_owned(), Rule::Syntax, 0..1, message)
        }
        (Some('.'), _) if name.span.start > indent + 1 => {
            let spaces = indent + 1..name.span.start;
            let message = format!("unexpected space between `.` and `{id}`; remove it");
            (spaces.clone(), String::new(), Rule::Syntax, spaces, message)
        }
        (Some('.'), _) => return Some((name.edits, None)),
        (Some(other), _) => {
            let mut span = indent..name.span.start;
            let mut with = if indent == 0 { "    .".to_owned() } else { ".".to_owned() };
            if is_suggestion {
                id = SUGGESTION;
                span.end = name.span.end;
                with.push_str(id);
            }
            let place = indent..indent + other.len_utf8();
            let message = format!("expected `.` before `{id}`, found {}", describe(other));
            (span, with, Rule::SwallowedLine, place, message)
        }
    };
    // If the whole name is replaced, edits inside it do not apply.
    let in_name = name.edits.into_iter().filter(|edit| edit.span.start >= span.end);
    let mut edits: Vec<Edit> = in_name.collect();
    edits.insert(0, Edit { span, with });
    Some((edits, Some(Repair::new(rule, place, message))))
}

/// Repairs an indentation that has characters other than spaces.
pub(super) fn odd_indentation(line: &str) -> Option<(Edit, Repair)> {
    let indent = line.len() - line.trim_start().len();
    let odd = line.chars().take_while(|c| c.is_whitespace()).find(|c| is_odd_space(*c))?;
    let message = format!("expected spaces, found {}; indent with four spaces", describe(odd));
    let edit = Edit { span: 0..indent, with: "    ".to_owned() };
    Some((edit, Repair::new(Rule::Syntax, 0..indent, message)))
}

/// Returns the period of an attribute, or what was typed instead, and where the name begins.
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

/// Reads the name at a place.
fn name(line: &str, start: usize) -> Option<Name> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let mut name = Name { text: String::new(), span: start..start, edits: Vec::new() };
    for character in line.get(start..)?.chars() {
        let span = name.span.end..name.span.end + character.len_utf8();
        if is_part(character) {
            name.text.push(character);
        } else if let Some(right) = right(character).filter(|right| right.chars().all(is_part)) {
            name.text.push_str(&right);
            add(&mut name.edits, span.clone(), &right);
        } else {
            break;
        }
        name.span.end = span.end;
    }
    let letters = name.text.trim_start_matches('-');
    letters.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(name)
}

/// Returns the `=` after a name, or what was typed instead, and its place.
fn separator(line: &str, at: usize) -> Option<(char, usize)> {
    let rest = line.get(at..)?.trim_start();
    let separator = rest.chars().next()?;
    let is_separator =
        matches!(separator, '=' | ':') || matches!(narrow(separator), Some('=' | ':'));
    is_separator.then_some((separator, line.len() - rest.len()))
}
