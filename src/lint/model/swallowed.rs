//! Lines that Fluent reads as part of the text above, but that were meant as an attribute or a
//! message.

use std::ops::Range;

use fluent_syntax::ast::Pattern;

use super::characters::{describe, narrow, narrowed};
use super::codes::rank;
use super::parts::{Part, Parts};
use super::resource::Resource;
use super::scan::{end_of_run, first, is_ascii_letter};
use crate::overlay::syntax::is_id_char;
use crate::texts::SUGGESTION;

/// A line that Fluent reads as part of the text above.
pub(crate) struct Swallowed {
    /// The place of what is wrong.
    pub(crate) place: Range<usize>,
    pub(crate) kind: Kind,
    pub(crate) advice: String,
}

/// What a line was meant to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Attribute,
    /// A message or a term, with its id.
    Message(String),
}

/// Returns the swallowed lines of a pattern.
pub(crate) fn swallowed(resource: &Resource<'_>, pattern: &Pattern<&str>) -> Vec<Swallowed> {
    let mut lines = Vec::new();
    for part in Parts::of(pattern).all {
        let Part::Text(text) = part else {
            continue;
        };
        let at = resource.offset(text);
        let before = resource.text().get(..at).unwrap_or_default().trim_end_matches(' ');
        let line = if before.ends_with('\n') { parse(before.len(), at, text) } else { None };
        match line {
            Some(line) => lines.push(line),
            None => lines.extend(message_in(at, text)),
        }
    }
    lines
}

/// Finds the start of a message inside a line, where the line break before it was lost.
fn message_in(start: usize, text: &str) -> Option<Swallowed> {
    for (at, _) in text.match_indices("error-") {
        let rest = text.get(at..)?;
        let (id, after) = rest.split_at(end_of_run(rest, 0, is_id_char));
        let sign = after.trim_start_matches(' ');
        if sign.starts_with(['=', ':']) && rank(id).is_some() {
            let len = rest.len() - sign.len() + 1;
            let advice = format!(
                "`{}` is read as part of the text; put it on a line of its own, or remove it",
                rest.get(..len)?
            );
            let place = start + at..start + at + len;
            return Some(Swallowed { place, kind: Kind::Message(id.to_owned()), advice });
        }
    }
    None
}

/// Parses a line that begins at `start`, and whose text begins at `at`, after spaces.
fn parse(start: usize, at: usize, text: &str) -> Option<Swallowed> {
    let line = text.trim_start();
    let indent = start..at + text.len() - line.len();
    let found = line.chars().next()?;
    // A colon may have been typed for the period.
    let after = line.get(found.len_utf8()..)?;
    let end = found.len_utf8() + first(after, is_separator)?.start;
    let (head, rest) = line.split_at_checked(end)?;
    let head = narrowed(head);
    let name = head.trim().trim_start_matches(['.', ',', ':', '•']).trim_start();
    let is_stopped = name.len() < head.trim().len();
    let head_place = indent.end..indent.end + line.get(..end)?.trim_end().len();
    if is_word_of_another_script(name) && rest.starts_with(['=', '＝']) {
        let advice = format!("this line is read as part of the text above; write `.{SUGGESTION}`");
        return Some(Swallowed { place: head_place, kind: Kind::Attribute, advice });
    }
    let letters = name.strip_prefix('-').unwrap_or(name);
    if !letters.starts_with(is_ascii_letter) || !letters.chars().all(is_id_char) {
        return None;
    }
    let is_suggestion = strsim::damerau_levenshtein(name, SUGGESTION) <= 2;
    if is_stopped && found == '.' {
        let odd = text.trim_start_matches(' ').chars().next().map(describe).unwrap_or_default();
        let advice = format!("expected spaces, found {odd}; indent with four spaces");
        return Some(Swallowed { place: indent, kind: Kind::Attribute, advice });
    }
    if is_stopped {
        let name = if is_suggestion { SUGGESTION } else { name };
        let advice = format!("expected `.` before `{name}`, found {}", describe(found));
        let place = indent.end..indent.end + found.len_utf8();
        return Some(Swallowed { place, kind: Kind::Attribute, advice });
    }
    if is_suggestion {
        let advice = format!(
            "this line is read as part of the text above; write `.{SUGGESTION}`, with the period"
        );
        return Some(Swallowed { place: head_place, kind: Kind::Attribute, advice });
    }
    let is_message = name.starts_with("error-") || name.starts_with('-');
    if !is_message || !rest.starts_with(['=', '＝']) {
        return None;
    }
    let spaces = if indent.len() == 1 { "space" } else { "spaces" };
    let advice =
        format!("this line is read as part of the text above; remove the {spaces} before `{name}`");
    Some(Swallowed { place: indent, kind: Kind::Message(name.to_owned()), advice })
}

/// Whether a character separates a name from its text, as typed with an input method too.
fn is_separator(c: char) -> bool {
    matches!(narrow(c).unwrap_or(c), '=' | ':')
}

/// Whether a name is a word in another script, as a translated name of an attribute is.
fn is_word_of_another_script(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| !c.is_ascii() && c.is_alphabetic())
}
