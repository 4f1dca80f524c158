//! Explaining syntax errors to translators.

use std::ops::Range;

use fluent_syntax::parser::{ErrorKind, ParserError};

use super::file::FileText;
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
    let content = text.get(junk.clone()).unwrap_or_default();
    // The parser may have looked for the missing part in the next message: it belongs before that.
    let mut at = error.pos.start.min(junk.start + content.trim_end().len());
    // Text after a tab is not part of its message, which then seems to have none.
    if let ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } = error.kind
        && let Some(tab) = content.find("\n\t")
    {
        at = junk.start + tab + 1;
    }
    let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    let is_at_margin = before.is_empty() || before.ends_with('\n');
    let len = rest.chars().next().filter(|first| *first != '\n').map_or(0, char::len_utf8);
    (at..at + len, explain(&error.kind, rest, is_at_margin, name))
}

/// Returns the id that the text begins with, if it does.
pub(crate) fn id_of(junk: &str) -> Option<String> {
    let is_part = |character: char| character.is_ascii_alphanumeric() || "-_".contains(character);
    let end = junk.find(|character| !is_part(character)).unwrap_or(junk.len());
    junk.get(..end).filter(|id| !id.is_empty()).map(str::to_owned)
}

/// Returns what is wrong and how to fix it.
fn explain(kind: &ErrorKind, rest: &str, is_at_margin: bool, name: fn(char) -> String) -> String {
    let here = rest.chars().next();
    let found = match here {
        Some('\n') => "found the end of the line".to_owned(),
        None => "found the end of the file".to_owned(),
        Some(' ') => "found a space".to_owned(),
        Some('\t') => return format!("found {}; indent with spaces", name('\t')),
        Some(character) => format!("found {}", name(character)),
    };
    let attribute = rest.trim_start_matches(' ');
    match kind {
        ErrorKind::ExpectedToken('=') => format!("expected `=` after the id, {found}"),
        ErrorKind::ExpectedToken('}') => format!("expected `}}` to close the placeable, {found}"),
        ErrorKind::ExpectedToken(' ') => format!("expected a space, {found}"),
        ErrorKind::ExpectedToken(token) => format!("expected `{token}`, {found}"),
        ErrorKind::ExpectedCharRange { .. } if is_at_margin && attribute.starts_with('.') => {
            let end = attribute.find(char::is_whitespace).unwrap_or(attribute.len());
            let (attribute, _) = attribute.split_at(end);
            format!("expected `=` and a text after `{attribute}`")
        }
        ErrorKind::ExpectedCharRange { .. } if is_at_margin && here == Some(' ') => {
            "indented line without a message; start it at the margin, or fix the message above"
                .to_owned()
        }
        ErrorKind::ExpectedCharRange { range } if range == "a-zA-Z" => {
            format!("expected a name of the letters a to z, digits, `-` and `_`, {found}")
        }
        ErrorKind::ExpectedCharRange { range } if range.contains('\n') => {
            format!("expected the end of the line, {found}")
        }
        ErrorKind::ExpectedCharRange { .. } => format!("expected a digit, {found}"),
        ErrorKind::ExpectedMessageField { entry_id } => {
            format!("`{entry_id}` has no text; write it after `=`")
        }
        ErrorKind::ExpectedTermField { entry_id } => {
            format!("`-{entry_id}` has no text; write it after `=`")
        }
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
            "arguments without a name must come before those with a name".to_owned()
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
            "unmatched `}`; to show a brace, write `{ \"}\" }`".to_owned()
        }
        ErrorKind::ExpectedInlineExpression => format!(
            "expected a variable (`$code`), a term (`-multimedia-plugin`) or a string, {found}"
        ),
        ErrorKind::ExpectedLiteral => format!("expected a string or a number, {found}"),
    }
}
