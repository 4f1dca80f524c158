//! Explaining syntax errors to translators.

use std::ops::Range;

use fluent_syntax::parser::{self, ErrorKind, ParserError};

use super::file::FileText;
use super::words;
use crate::finding::{Finding, Rule};

/// Creates the finding about a part of a text that the parser could not read.
pub(crate) fn finding(text: &FileText<'_>, error: &ParserError, junk: Range<usize>) -> Finding {
    let id = id_of(text.text.get(junk.clone()).unwrap_or_default());
    let name = |character: char| match character {
        '\t' => "a tab".to_owned(),
        _ => format!("`{character}`"),
    };
    let (place, message) = locate(&text.text, error, junk, name);
    text.finding(Rule::Syntax, place, id, message)
}

/// Returns where in a text the parser failed, and why. `name` describes the character there.
pub(crate) fn locate(
    text: &str,
    error: &ParserError,
    junk: Range<usize>,
    name: fn(char) -> String,
) -> (Range<usize>, String) {
    if let Some(found) = locate_in_attribute(text, junk.clone(), name) {
        return found;
    }
    let content = text.get(junk.clone()).unwrap_or_default();
    // The parser may have looked for the missing part in the next message: it belongs before that.
    let mut at = error.pos.start.min(junk.start + content.trim_end().len());
    // Text after a tab or a wide space is not part of its message, which then seems to have none.
    if let ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } = error.kind
        && let Some((_, rest)) = content.split_once('\n')
        && rest.starts_with(is_odd_space)
    {
        at = junk.start + content.len() - rest.len();
    }
    let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    let is_at_margin = before.is_empty() || before.ends_with('\n');
    let len = rest.chars().next().filter(|first| *first != '\n').map_or(0, char::len_utf8);
    (at..at + len, explain(&error.kind, rest, is_at_margin, name))
}

/// Explains why a part that begins with an attribute could not be read. The parser says nothing about an
/// attribute, but reads the same as a message, and then says where it fails.
fn locate_in_attribute(
    text: &str,
    junk: Range<usize>,
    name: fn(char) -> String,
) -> Option<(Range<usize>, String)> {
    let content = text.get(junk.clone())?;
    let attribute = content.trim_start_matches(' ').strip_prefix('.')?;
    let start = junk.end - attribute.len();
    let Some(id) = name_of(attribute) else {
        let after = attribute.trim_start();
        if let Some(id) = name_of(after) {
            let place = start..start + attribute.len() - after.len();
            return Some((place, format!("unexpected space between `.` and `{id}`; remove it")));
        }
        let found = attribute.chars().next().filter(|found| *found != '\n');
        let found_name = match found {
            None => "the end of the line".to_owned(),
            Some(' ') => "a space".to_owned(),
            Some(character) => name(character),
        };
        let message =
            format!("expected the name of an attribute, such as `.suggestion`, found {found_name}");
        return Some((start..start + found.map_or(0, char::len_utf8), message));
    };
    let after_id = start + id.len();
    let Err((_, errors)) = parser::parse(attribute) else {
        // Nothing is wrong with the attribute itself.
        let above = text.get(..junk.start)?.trim_end().lines().next_back().unwrap_or_default();
        let advice = match above.starts_with('#') {
            true => "move the comment between them above the message",
            false => "move it below its message",
        };
        let message = format!("`.{id}` is not right below its message; {advice}");
        return Some((start - 1..after_id, message));
    };
    let mut error = errors.into_iter().next()?;
    error.pos = start + error.pos.start..start + error.pos.end;
    let line_end = attribute.find('\n').unwrap_or(attribute.len());
    let rest_of_line = attribute.get(id.len()..line_end)?;
    match error.kind {
        ErrorKind::ExpectedToken('=') if rest_of_line.trim().is_empty() => {
            Some((after_id..after_id, format!("expected `=` and a text after `.{id}`")))
        }
        ErrorKind::ExpectedMessageField { .. } => {
            let after_equals = after_id + rest_of_line.find('=')? + 1;
            Some((after_equals..after_equals, words::no_text(&format!(".{id}"))))
        }
        _ => {
            let (place, message) = locate(text, &error, start..junk.end, name);
            Some((place, message.replacen("after the id", &format!("after `.{id}`"), 1)))
        }
    }
}

/// Whether a character may be in an id.
pub(crate) fn is_id_char(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_')
}

/// Returns the id that the text begins with, if it does.
pub(crate) fn id_of(junk: &str) -> Option<String> {
    let end = junk.find(|character| !is_id_char(character)).unwrap_or(junk.len());
    junk.get(..end).filter(|id| !id.is_empty()).map(str::to_owned)
}

/// Returns the name of an attribute that the text begins with, if it does.
fn name_of(text: &str) -> Option<String> {
    id_of(text).filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Whether a character looks like a space but is not the one in Fluent's syntax.
pub(crate) fn is_odd_space(character: char) -> bool {
    character != ' ' && character != '\n' && character.is_whitespace()
}

/// Returns what is wrong and how to fix it.
fn explain(kind: &ErrorKind, rest: &str, is_at_margin: bool, name: fn(char) -> String) -> String {
    let here = rest.chars().next();
    let found = match here {
        Some('\n') => "found the end of the line".to_owned(),
        None => "found the end of the file".to_owned(),
        Some(' ') => "found a space".to_owned(),
        Some('\t') if *kind == ErrorKind::ExpectedToken('=') => {
            return match rest.trim_start_matches(['\t', ' ']).starts_with('=') {
                true => format!("expected a space, found {}", name('\t')),
                false => format!("expected `=` after the id, found {}", name('\t')),
            };
        }
        Some(odd) if is_at_margin && is_odd_space(odd) => {
            return format!("expected spaces, found {}; indent with four spaces", name(odd));
        }
        Some(character) => format!("found {}", name(character)),
    };
    match kind {
        ErrorKind::ExpectedToken('=') => format!("expected `=` after the id, {found}"),
        ErrorKind::ExpectedToken('}') => format!("expected `}}` to close the placeable, {found}"),
        ErrorKind::ExpectedToken(' ') => format!("expected a space, {found}"),
        ErrorKind::ExpectedToken(token) => format!("expected `{token}`, {found}"),
        ErrorKind::ExpectedCharRange { .. } if is_at_margin && here == Some(' ') => {
            "indented line without a message; start it at the margin, or fix the message above"
                .to_owned()
        }
        ErrorKind::ExpectedCharRange { range } if range == "a-zA-Z" => {
            format!("expected an identifier, {found}")
        }
        ErrorKind::ExpectedCharRange { range } if range.contains('\n') => {
            format!("expected the end of the line, {found}")
        }
        ErrorKind::ExpectedCharRange { .. } => format!("expected a digit, {found}"),
        ErrorKind::ExpectedMessageField { entry_id } => words::no_text(entry_id),
        ErrorKind::ExpectedTermField { entry_id } => words::no_text(&format!("-{entry_id}")),
        ErrorKind::ForbiddenCallee => {
            "only functions, which have names in capital letters, can be called".to_owned()
        }
        ErrorKind::MissingDefaultVariant => {
            "missing default variant; mark one with `*`, as in `*[other]`".to_owned()
        }
        ErrorKind::MultipleDefaultVariants => {
            "more than one default variant; keep one `*`".to_owned()
        }
        ErrorKind::MissingValue => {
            "a variant has no text; write it after the variant’s `]`".to_owned()
        }
        ErrorKind::MessageReferenceAsSelector
        | ErrorKind::TermReferenceAsSelector
        | ErrorKind::MessageAttributeAsSelector
        | ErrorKind::ExpectedSimpleExpressionAsSelector => {
            "invalid selector; select by a variable, as in `{ $code -> ... }`".to_owned()
        }
        ErrorKind::TermAttributeAsPlaceable => {
            "an attribute of a term cannot be shown; it can only be a selector".to_owned()
        }
        ErrorKind::UnterminatedStringLiteral => {
            "unterminated string; close it with `\"` on the same line".to_owned()
        }
        ErrorKind::PositionalArgumentFollowsNamed => {
            "positional arguments must come before named ones".to_owned()
        }
        ErrorKind::DuplicatedNamedArgument(name) => format!("duplicate argument `{name}`"),
        ErrorKind::UnknownEscapeSequence(_) => {
            let escape: String = rest.chars().take(2).collect();
            format!(
                "unknown escape `{escape}`; the escapes are `\\\\`, `\\\"`, `\\u` with four and \
                 `\\U` with six hexadecimal digits"
            )
        }
        ErrorKind::InvalidUnicodeEscapeSequence(escape) => format!(
            "`{escape}` is not hexadecimal; write `\\u` with four or `\\U` with six hexadecimal \
             digits"
        ),
        ErrorKind::UnbalancedClosingBrace => {
            "unmatched `}`; remove it, or write `{ \"}\" }` to show a brace".to_owned()
        }
        ErrorKind::ExpectedInlineExpression => format!(
            "expected a variable (`$code`), a term (`-multimedia-plugin`) or a string, {found}"
        ),
        ErrorKind::ExpectedLiteral => format!("expected a string or a number, {found}"),
    }
}
