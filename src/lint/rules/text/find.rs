//! Searches for blemishes in a text. Each returns the first one.

use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::lint::model::characters::{describe, is_zero_width, narrow};
use crate::lint::model::mistake::Mistake;
use crate::lint::model::scan::{after, before, end_of_run, first, is_ascii_digit, is_ascii_letter};
use crate::overlay::fault::GIVEN;
use crate::overlay::syntax::is_id_char;

/// An invisible character that does not belong in a text, other than those that are allowed.
pub(super) fn invisible(text: &str, allowed: &[char]) -> Option<Mistake> {
    let place = first(text, |c| is_unwanted(c) && !allowed.contains(&c))?;
    let name = describe(after(text, place.start)?);
    Some(Mistake::new(place, format!("{name} does not belong in a text; remove it")))
}

/// Whether a character is invisible and must not be in a text. Line breaks and lost characters are
/// reported separately, and joiners are part of words in Persian and Hindi.
fn is_unwanted(c: char) -> bool {
    let is_other =
        matches!(c, '\n' | '\u{fffd}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}');
    (c.is_control() || is_zero_width(c)) && !is_other
}

/// An attribute on the line of the value: `.suggestion =`.
pub(super) fn attribute(text: &str) -> Option<Mistake> {
    const ATTRIBUTE: &str = ".suggestion";
    let start = text.find(ATTRIBUTE)?;
    let rest = text.get(start + ATTRIBUTE.len()..)?;
    let value = rest.trim_start().strip_prefix('=')?;
    let message = "an attribute must be on its own line; put `.suggestion =` and what follows on \
                   the next line, indented by four spaces";
    Some(Mistake::new(start..text.len() - value.len(), message))
}

/// A comment at the end of a line.
pub(super) fn comment(text: &str) -> Option<Mistake> {
    let start = earliest(text, [" # ", " // "])?;
    let message = "a comment must be on its own line; move it above the message";
    if start > 0 { Some(Mistake::new(start..text.len(), message)) } else { None }
}

/// A line break and what follows it.
pub(super) fn line_break(text: &str) -> Option<Mistake> {
    let message = "a toast has one line, but this text continues on the next line; join the lines";
    Some(Mistake::new(text.find('\n')?..text.len(), message))
}

/// A line break by another name.
pub(super) fn separator(text: &str) -> Option<Mistake> {
    let place = first(text, |c| matches!(c, '\u{2028}' | '\u{2029}'))?;
    let name = describe(after(text, place.start)?);
    let message = format!("{name} breaks the line, but a toast has one line; remove it");
    Some(Mistake::new(place, message))
}

/// An HTML tag, or the start of one, but not the `<<` of a quotation, nor “less than”.
pub(super) fn tag(text: &str) -> Option<Mistake> {
    let last_end = text.rfind('>');
    for (start, _) in text.match_indices('<') {
        let is_less = matches!(after(text, start + 1), Some(' ' | ')' | '0'..='9'));
        if is_less && last_end < Some(start) {
            continue;
        }
        let rest = text.get(start..)?;
        if rest.starts_with("<<") && rest.contains(">>") {
            return None;
        }
        let close = if rest.starts_with("<![CDATA[") { "]]>" } else { ">" };
        let len = rest.find(close).map_or(1, |at| at + close.len());
        let found = rest.get(..len)?;
        let message = match found.strip_prefix("<![CDATA[") {
            Some(data) => format!(
                "`{found}` is XML and is shown as is; write `{}`",
                data.trim_end_matches("]]>")
            ),
            None => format!("`{found}` is markup and is shown as is; remove it"),
        };
        return Some(Mistake::new(start..start + len, message));
    }
    None
}

/// Dots in place of an ellipsis.
pub(super) fn dots(text: &str) -> Option<Mistake> {
    let start = earliest(text, ["...", "。。。"])?;
    let rest = text.get(start..)?.trim_start_matches(['.', '。']);
    let end = text.len() - rest.len();
    let found = text.get(start..end)?;
    let right = if found.starts_with("...") && found.len() < 6 { "…" } else { "……" };
    let message = format!("`{found}` instead of an ellipsis; write `{right}`");
    Some(Mistake::new(start..end, message))
}

/// Returns where the first of two marks is.
fn earliest(text: &str, marks: [&str; 2]) -> Option<usize> {
    marks.into_iter().filter_map(|mark| text.find(mark)).min()
}

/// A variable without its braces: `$code`, but not the `$d` of `%1$d`. Another sign counts only
/// before the variables that every message has: `￥code`, but not `￥A5`.
pub(super) fn dollar(text: &str) -> Option<Mistake> {
    for (start, sign) in text.char_indices() {
        if sign != '$' && narrow(sign) != Some('$') {
            continue;
        }
        let after_sign = start + sign.len_utf8();
        let end = end_of_run(text, after_sign, is_id_char);
        let name = text.get(after_sign..end)?;
        let is_name = name.starts_with(is_ascii_letter) && (sign == '$' || GIVEN.contains(&name));
        if is_name && !before(text, start).is_some_and(is_ascii_digit) {
            let message = format!("`{sign}{name}` is shown as is; write `{{ ${name} }}`");
            return Some(Mistake::new(start..end, message));
        }
    }
    None
}

/// An escape outside quotes: `\n`, `\u3002`.
pub(super) fn escape(text: &str) -> Option<Mistake> {
    for (start, _) in text.match_indices('\\') {
        let digits = match after(text, start + 1) {
            Some('n' | 't' | 'r' | '"' | '\'') => 0,
            Some('u') => 4,
            Some('U') => 6,
            _ => continue,
        };
        let end = start + 2 + digits;
        let Some(found) = text.get(start..end) else {
            continue;
        };
        if !found.bytes().skip(2).all(|byte| byte.is_ascii_hexdigit()) {
            continue;
        }
        let message = if digits > 0 {
            let meant = unescape_unicode_to_string(found);
            format!("`{found}` is shown as is outside quotes; write `{meant}`")
        } else {
            format!("`{found}` is shown as is, and a toast has one line; remove it")
        };
        return Some(Mistake::new(start..end, message));
    }
    None
}

/// A Markdown link: `[label](address)`.
pub(super) fn link(text: &str) -> Option<Mistake> {
    let middle = text.find("](")?;
    let start = text.get(..middle)?.rfind('[')?;
    let end = text.get(middle..)?.find(')').map_or(middle + 2, |end| middle + end + 1);
    let label = text.get(start + 1..end)?.split(']').next()?;
    let message = format!("a Markdown link is shown as is; write only `{label}`");
    Some(Mistake::new(start..end, message))
}

/// Text between two marks, with the marks: `**bold**`.
pub(super) fn paired(text: &str, mark: &str) -> Option<Mistake> {
    let start = text.find(mark)?;
    let inner = start + mark.len();
    let len = text.get(inner..)?.find(mark).filter(|len| *len > 0)?;
    let end = inner + len + mark.len();
    let found = text.get(start..end)?;
    let plain = found.trim_matches(['*', '_', '`']);
    let message = format!("`{found}` is markup and is shown as is; write `{plain}`");
    Some(Mistake::new(start..end, message))
}

/// An HTML entity: `&lt;`, `&#39;`.
pub(super) fn entity(text: &str) -> Option<Mistake> {
    for (start, _) in text.match_indices('&') {
        let end = end_of_run(text, start + 1, is_of_entity);
        let name = text.get(start + 1..end)?;
        let letters = name.strip_prefix('#').unwrap_or(name);
        if letters.is_empty() || letters.contains('#') || after(text, end) != Some(';') {
            continue;
        }
        let meant = match name {
            "nbsp" | "#160" => "a space",
            "lt" => "`<`, or words",
            "amp" => "`&`",
            "quot" => "quotation marks",
            "#39" | "#x27" | "apos" => "`’`",
            _ => "the character itself",
        };
        let message = format!("`&{name};` is HTML and is shown as is; write {meant}");
        return Some(Mistake::new(start..end + 1, message));
    }
    None
}

/// Whether a character may be between the `&` and the `;` of an HTML entity.
pub(in crate::lint::rules) fn is_of_entity(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '#'
}
