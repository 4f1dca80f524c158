//! What the parser rejects, told so that a translator can mend it.

use fluent_syntax::parser::ErrorKind;

use super::pieces::{Piece, pieces};
use super::sheet::{Junk, Sheet};
use super::{Finding, Rule};

/// Rule `syntax`.
pub(super) fn syntax(sheet: &Sheet<'_>) -> Vec<Finding> {
    let finding = |junk: &Junk<'_>| {
        let start = sheet.offset(junk.content);
        // What was missing may have been sought in the next message: it is missing before it.
        let at = junk.at.min(start + junk.content.trim_end().len());
        // A text behind a tab does not belong to its message, which then seems to have none.
        let is_empty = matches!(
            junk.kind,
            ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. }
        );
        let tab = junk.content.find("\n\t").filter(|_| is_empty);
        let at = tab.map_or(at, |tab| start + tab + 1);
        let rest = sheet.text.get(at..).unwrap_or_default();
        let before = sheet.text.get(..at).unwrap_or_default();
        let at_margin = before.is_empty() || before.ends_with('\n');
        let message = explain(&junk.kind, rest, at_margin);
        let len =
            sheet.text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        sheet.finding(Rule::Syntax, at..at + len, junk.id().map(str::to_owned), message)
    };
    sheet.junk.iter().map(finding).collect()
}

/// Says what is wrong and what would be right.
fn explain(kind: &ErrorKind, rest: &str, at_margin: bool) -> String {
    let here = rest.chars().next();
    let place = match here {
        _ if rest.starts_with('\n') => "the line ends here".to_owned(),
        None => "the file ends here".to_owned(),
        Some('\t') => return "this is a tab; Fluent indents with spaces".to_owned(),
        Some(c) => format!("this is `{c}`"),
    };
    match kind {
        ErrorKind::ExpectedToken('=') => format!("expected `=` behind the id; {place}"),
        ErrorKind::ExpectedToken('}') => format!("expected `}}` to close the placeable; {place}"),
        ErrorKind::ExpectedToken(token) => {
            let token = if *token == ' ' { "a space".to_owned() } else { format!("`{token}`") };
            format!("expected {token}; {place}")
        }
        ErrorKind::ExpectedCharRange { .. } if at_margin && here == Some(' ') => {
            "an indented line with no message to belong to; its message has an error, or it should \
             start at the margin"
                .to_owned()
        }
        ErrorKind::ExpectedCharRange { range } if range == "a-zA-Z" => {
            format!("expected a name of letters from a to z, digits, `-` and `_`; {place}")
        }
        ErrorKind::ExpectedCharRange { range } if range.contains('\n') => {
            format!("expected the end of the line; {place}")
        }
        ErrorKind::ExpectedCharRange { range } => format!("expected one of {range}; {place}"),
        ErrorKind::ExpectedMessageField { entry_id } => {
            format!("nothing stands behind `{entry_id} =`; write the text there")
        }
        ErrorKind::ExpectedTermField { entry_id } => {
            format!("nothing stands behind `-{entry_id} =`; write the text there")
        }
        ErrorKind::ForbiddenCallee => "only a name in capital letters can be called".to_owned(),
        ErrorKind::MissingDefaultVariant => {
            "this selection has no default variant; mark one with `*`, as in `*[other]`".to_owned()
        }
        ErrorKind::MultipleDefaultVariants => {
            "this selection has two default variants; leave one `*`".to_owned()
        }
        ErrorKind::MissingValue => "a text is missing here".to_owned(),
        ErrorKind::MessageReferenceAsSelector
        | ErrorKind::TermReferenceAsSelector
        | ErrorKind::MessageAttributeAsSelector
        | ErrorKind::ExpectedSimpleExpressionAsSelector => {
            "one cannot select by this; select by a variable, as in `{ $code -> ... }`".to_owned()
        }
        ErrorKind::TermAttributeAsPlaceable => {
            "an attribute of a term cannot be shown; one can only select by it".to_owned()
        }
        ErrorKind::UnterminatedStringLiteral => {
            "this quoted text has no closing `\"` on its line".to_owned()
        }
        ErrorKind::PositionalArgumentFollowsNamed => {
            "arguments without a name come before those with one".to_owned()
        }
        ErrorKind::DuplicatedNamedArgument(name) => format!("the argument `{name}` stands twice"),
        ErrorKind::UnknownEscapeSequence(_) => format!(
            "`{}` is no escape; there are `\\\\`, `\\\"`, `\\u` with four and `\\U` with six \
             hexadecimal digits",
            rest.chars().take(2).collect::<String>()
        ),
        ErrorKind::InvalidUnicodeEscapeSequence(escape) => format!(
            "`{escape}` is no escape; write `\\u` with four or `\\U` with six hexadecimal digits"
        ),
        ErrorKind::UnbalancedClosingBrace => {
            "this `}` closes nothing; to show a brace, write `{ \"}\" }`".to_owned()
        }
        ErrorKind::ExpectedInlineExpression => format!(
            "expected a variable (`$code`), a term (`-multimedia-plugin`) or quoted text; {place}"
        ),
        ErrorKind::ExpectedLiteral => format!("expected quoted text or a number; {place}"),
    }
}

/// Rule `fullwidth-syntax`, in texts and in what the parser could not read.
pub(super) fn fullwidth(sheet: &Sheet<'_>) -> Vec<Finding> {
    let in_units = sheet.units.iter().flat_map(|unit| {
        let texts = unit.patterns().flat_map(|(_, pattern)| pieces(pattern));
        let texts = texts.filter_map(|piece| match piece {
            Piece::Text(text) => Some((text, Some(unit.id()))),
            _ => None,
        });
        texts.collect::<Vec<_>>()
    });
    let in_junk = sheet.junk.iter().map(|junk| (junk.content, junk.id().map(str::to_owned)));
    let mut findings = Vec::new();
    for (text, id) in in_units.chain(in_junk) {
        for (at, wide) in text.match_indices(['｛', '｝', '＄', '＝']) {
            let right = match wide {
                "｛" => "{",
                "｝" => "}",
                "＄" => "$",
                _ => "=",
            };
            let start = sheet.offset(text) + at;
            let message = format!(
                "`{wide}` is a full-width character, which Fluent takes as text; write `{right}`"
            );
            let span = start..start + wide.len();
            findings.push(sheet.finding(Rule::FullwidthSyntax, span, id.clone(), message));
        }
    }
    findings
}
