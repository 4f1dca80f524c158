//! Characters that were typed in place of Fluent's own, and what the parser makes of them.

use std::ops::Range;

use fluent_syntax::parser::ErrorKind;

use crate::finding::Rule;
use crate::lint::model::characters::{code_point, describe, is_zero_width, narrow};
use crate::lint::model::scan::{first, is_space};
use crate::overlay::parse::Junk;
use crate::overlay::syntax::{id_of, is_id_char, is_odd_space};

/// What to report about a character.
pub(crate) struct Typed {
    pub(crate) rule: Rule,
    pub(crate) place: Range<usize>,
    pub(crate) message: String,
}

/// Explains a syntax error by the character that was typed; `None` if it is not the cause. `at` and
/// `message` are what the parser says.
pub(crate) fn typed(text: &str, junk: &Junk, at: usize, message: &str) -> Option<Typed> {
    let at = cause(text, junk, at).unwrap_or(at);
    let before = text.get(junk.start..at)?;
    let rest = text.get(at..)?;
    let found = rest.chars().next()?;
    if is_odd_space(found) && !before.ends_with('.') {
        return Some(odd_space(at, before, rest));
    }
    if is_zero_width(found) {
        let message = format!("{} is not part of Fluent’s syntax; remove it", describe(found));
        return Some(Typed { rule: Rule::Syntax, place: at..at + found.len_utf8(), message });
    }
    let twin = narrow(found)?;
    if matches!(twin, '=' | ':') && message.starts_with("expected `=`") {
        let place = at..at + found.len_utf8();
        return Some(Typed { rule: Rule::FullwidthSyntax, place, message: message.to_owned() });
    }
    if !is_syntax(before, twin) {
        return None;
    }
    // With only one brace full-width, users would see the text of the placeable.
    let rule = if matches!(twin, '{' | '}') { Rule::RawSyntax } else { Rule::FullwidthSyntax };
    let (found, expected) = if twin == '"' { quoted(rest)? } else { run(rest) };
    Some(Typed { rule, place: at..at + found.len(), message: instead(found, &expected) })
}

/// Says what was expected, and what was found.
pub(crate) fn instead(found: &str, expected: &str) -> String {
    let mut characters = found.chars();
    match (characters.next(), characters.next()) {
        (Some(character), None) => format!("expected `{expected}`, found {}", describe(character)),
        (first, _) => {
            let first = first.map(code_point).unwrap_or_default();
            format!("expected `{expected}`, found `{found}` ({first})")
        }
    }
}

/// Returns where the wrong character is if the parser noticed it later.
fn cause(text: &str, junk: &Junk, at: usize) -> Option<usize> {
    let before = text.get(junk.start..at)?;
    let line = before.rsplit('\n').next()?;
    let in_line = match junk.error.kind {
        ErrorKind::UnbalancedClosingBrace => line.rfind('｛')?,
        ErrorKind::UnterminatedStringLiteral => line.find(is_curly_quote)?,
        ErrorKind::ExpectedToken('}') if text.get(at..)?.starts_with("-＞") => {
            return Some(at + 1);
        }
        ErrorKind::MissingDefaultVariant => return Some(junk.start + variant(before)?),
        _ => return None,
    };
    Some(at - line.len() + in_line)
}

/// Returns where the first line begins that looks like a variant.
fn variant(text: &str) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let key = line.trim_start();
        if let Some('[' | '*') = key.chars().next().and_then(narrow) {
            return Some(start + line.len() - key.len());
        }
        start += line.len();
    }
    None
}

fn is_curly_quote(character: char) -> bool {
    narrow(character) == Some('"')
}

fn is_quote(character: char) -> bool {
    character == '"' || is_curly_quote(character)
}

/// Whether Fluent's syntax may have a character after the text `before`. Punctuation is syntax only
/// in a call, before an attribute, or after a name.
fn is_syntax(before: &str, character: char) -> bool {
    match character {
        '(' => before.ends_with(is_id_char),
        ')' | ',' | ':' => before.rsplit('{').next().unwrap_or_default().contains('('),
        '.' => before.trim().is_empty() || before.ends_with(is_id_char),
        _ => is_id_char(character) || "$\"{}[]*#>".contains(character),
    }
}

/// Returns the wrong characters that a text begins with, and Fluent's own.
fn run(text: &str) -> (&str, String) {
    let mut expected = String::new();
    let (mut end, mut kept) = (0, 0);
    for (at, character) in text.char_indices() {
        match narrow(character) {
            Some(twin) if at == 0 || is_id_char(twin) || "$#[]*>".contains(twin) => {
                expected.push(twin);
                end = at + character.len_utf8();
                kept = expected.len();
            }
            None if is_id_char(character) => expected.push(character),
            _ => break,
        }
    }
    expected.truncate(kept);
    (text.get(..end).unwrap_or_default(), expected)
}

/// Returns the string that a text begins with, in the quotes that were typed and in Fluent's own.
fn quoted(text: &str) -> Option<(&str, String)> {
    let line = text.lines().next()?;
    let open = first(line, is_quote)?.len();
    let rest = line.get(open..)?;
    let Some(close) = first(rest, is_quote) else {
        return Some((line.get(..open)?, "\"".to_owned()));
    };
    let inner = rest.get(..close.start)?;
    Some((line.get(..open + close.end)?, format!("\"{inner}\"")))
}

/// Explains a space that is not the one in Fluent's syntax.
fn odd_space(at: usize, before: &str, rest: &str) -> Typed {
    let space = rest.chars().next().unwrap_or_default();
    let found = describe(space);
    let after = rest.trim_start_matches(is_space);
    let is_at_margin = before.is_empty() || before.ends_with('\n');
    let mut place = at..at + rest.len() - after.len();
    let message = match id_of(after) {
        _ if !is_at_margin => {
            place.end = at + space.len_utf8();
            let line = before.rsplit('\n').next().unwrap_or_default();
            let is_id = line.trim_start_matches([' ', '.']).chars().all(is_id_char);
            if is_id && !after.starts_with('=') {
                format!("expected `=` after the id, found {found}")
            } else {
                format!("expected a space, found {found}")
            }
        }
        _ if after.starts_with('\n') => format!("unexpected {found} on a blank line; remove it"),
        Some(id) if id.starts_with("error-") || id.starts_with('-') => {
            format!("unexpected {found} before `{id}`; remove it")
        }
        _ => format!("expected spaces, found {found}; indent with four spaces"),
    };
    Typed { rule: Rule::Syntax, place, message }
}
