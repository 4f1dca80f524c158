//! Searches for blemishes in a text. Each returns the place and the length of the first one.

use crate::lint::model::characters::{is_zero_width, narrow};
use crate::overlay::fault::GIVEN;
use crate::overlay::syntax::is_id_char;

const ATTRIBUTE: &str = ".suggestion";

pub(super) fn first(text: &str, is: impl Fn(char) -> bool) -> Option<(usize, usize)> {
    text.char_indices().find(|(_, c)| is(*c)).map(|(at, c)| (at, c.len_utf8()))
}

/// Whether a character is invisible and must not be in a text. Line breaks and lost characters are
/// reported separately, and joiners are part of words in Persian and Hindi.
pub(super) fn is_unwanted(character: char) -> bool {
    (character.is_control() || is_zero_width(character))
        && !matches!(
            character,
            '\n' | '\u{fffd}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}'
        )
}

/// An attribute on the line of the value: `.suggestion =`.
pub(super) fn attribute(text: &str) -> Option<(usize, usize)> {
    let at = text.find(ATTRIBUTE)?;
    let rest = text.get(at + ATTRIBUTE.len()..)?;
    let spaces = rest.len() - rest.trim_start().len();
    rest.trim_start().starts_with('=').then_some((at, ATTRIBUTE.len() + spaces + 1))
}

/// A comment at the end of a line.
pub(super) fn comment(text: &str) -> Option<(usize, usize)> {
    let at =
        [" # ", " // "].iter().filter_map(|mark| text.find(mark)).min().filter(|at| *at > 0)?;
    Some((at, text.len() - at))
}

/// A line break and what follows it.
pub(super) fn line_break(text: &str) -> Option<(usize, usize)> {
    text.find('\n').map(|at| (at, text.len() - at))
}

/// An HTML tag, or the start of one, but not the `<<` of a quotation, nor “less than”.
pub(super) fn tag(text: &str) -> Option<(usize, usize)> {
    let is_less =
        |rest: &str| rest.starts_with(|c: char| matches!(c, ' ' | ')') || c.is_ascii_digit());
    let is_tag =
        |at: &usize| text.get(at + 1..).is_some_and(|rest| !is_less(rest) || rest.contains('>'));
    let (at, _) = text.match_indices('<').find(|(at, _)| is_tag(at))?;
    let rest = text.get(at..)?;
    let is_quotation = rest.starts_with("<<") && rest.contains(">>");
    let end = if rest.starts_with("<![CDATA[") { "]]>" } else { ">" };
    (!is_quotation).then(|| (at, rest.find(end).map_or(1, |at| at + end.len())))
}

/// Dots in place of an ellipsis.
pub(super) fn dots(text: &str) -> Option<(usize, usize)> {
    let at = ["...", "。。。"].into_iter().filter_map(|dots| text.find(dots)).min()?;
    let rest = text.get(at..)?;
    Some((at, rest.len() - rest.trim_start_matches(['.', '。']).len()))
}

/// The length of the name at the start of a text.
fn name_len(text: &str) -> Option<usize> {
    let end = text.find(|c| !is_id_char(c)).unwrap_or(text.len());
    text.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(end)
}

/// A variable without its braces: `$code`, but not the `$d` of `%1$d`. Another sign counts only before
/// the variables that every message has: `￥code`, but not `￥A5`.
pub(super) fn dollar(text: &str) -> Option<(usize, usize)> {
    for (at, sign) in text.char_indices() {
        if sign != '$' && narrow(sign) != Some('$') {
            continue;
        }
        let Some(rest) = text.get(at + sign.len_utf8()..) else {
            continue;
        };
        let before = text.get(..at).unwrap_or_default();
        if let Some(len) = name_len(rest)
            && !before.ends_with(|c: char| c.is_ascii_digit())
            && (sign == '$' || rest.get(..len).is_some_and(|name| GIVEN.contains(&name)))
        {
            return Some((at, sign.len_utf8() + len));
        }
    }
    None
}

/// An escape outside quotes: `\n`, `\u3002`.
pub(super) fn escape(text: &str) -> Option<(usize, usize)> {
    text.match_indices('\\').find_map(|(at, _)| {
        let kind = text.get(at + 1..)?.chars().next()?;
        let digits = match kind {
            'n' | 't' | 'r' | '"' | '\'' => 0,
            'u' => 4,
            'U' => 6,
            _ => return None,
        };
        let hex = text.get(at + 2..at + 2 + digits)?;
        hex.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some((at, 2 + digits))
    })
}

/// A Markdown link: `[label](address)`.
pub(super) fn link(text: &str) -> Option<(usize, usize)> {
    let middle = text.find("](")?;
    let start = text.get(..middle)?.rfind('[')?;
    let end = text.get(middle..)?.find(')').map_or(middle + 2, |end| middle + end + 1);
    Some((start, end - start))
}

/// Text between two marks, with the marks: `**bold**`.
pub(super) fn paired(text: &str, mark: &str) -> Option<(usize, usize)> {
    let start = text.find(mark)?;
    let after = text.get(start + mark.len()..)?;
    let end = after.find(mark).filter(|end| *end > 0)?;
    Some((start, end + 2 * mark.len()))
}

/// An HTML entity: `&lt;`, `&#39;`.
pub(super) fn entity(text: &str) -> Option<(usize, usize)> {
    text.match_indices('&').find_map(|(at, _)| {
        let rest = text.get(at + 1..)?;
        let name = rest.get(..rest.find(|c: char| c != '#' && !c.is_ascii_alphanumeric())?)?;
        rest.get(name.len()..)?.strip_prefix(';')?;
        let letters = name.strip_prefix('#').unwrap_or(name);
        let is_name =
            !letters.is_empty() && letters.bytes().all(|byte| byte.is_ascii_alphanumeric());
        is_name.then_some((at, name.len() + 2))
    })
}
