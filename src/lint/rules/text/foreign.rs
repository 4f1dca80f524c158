//! Placeholders of other systems: what a text writes in place of a Fluent placeable.

use std::ops::Range;

use crate::lint::model::mistake::Mistake;
use crate::lint::model::scan::{
    after, before, end_of_run, is_ascii_digit, is_ascii_letter, is_ascii_word,
};
use crate::overlay::fault::GIVEN;

/// Finds a conversion of printf, as a blemish.
pub(super) fn printf(text: &str) -> Option<Mistake> {
    placeholder(text, conversion(text)?)
}

/// Finds the name of a variable as other systems write it, as a blemish.
pub(super) fn named(text: &str) -> Option<Mistake> {
    placeholder(text, variable(text)?)
}

/// Says what to write in place of a placeholder of another system.
fn placeholder(text: &str, place: Range<usize>) -> Option<Mistake> {
    let found = text.get(place.clone())?;
    let lower = found.to_ascii_lowercase();
    let name = GIVEN.into_iter().find(|name| lower.contains(name)).unwrap_or("code");
    let message = format!("`{found}` is shown as is; write `{{ ${name} }}`, or remove it");
    Some(Mistake::new(place, message))
}

/// A conversion of printf in C, Objective-C, Python, Ruby or Go: `%ld`, `%1$s`, `%(code)d`, `%@`,
/// `%code%`; but not `100 %`, `50% of`.
fn conversion(text: &str) -> Option<Range<usize>> {
    for (start, _) in text.match_indices('%') {
        // `50%d` is a percentage.
        if matches!(before(text, start), Some('0'..='9' | '%')) {
            continue;
        }
        let rest = text.get(start + 1..)?;
        if let Some(len) = named_len(rest).or_else(|| conversion_len(rest)) {
            return Some(start..start + 1 + len);
        }
    }
    None
}

/// The length of `code%`, after a `%`.
fn named_len(rest: &str) -> Option<usize> {
    let len = end_of_run(rest, 0, is_of_word);
    let is_name = len > 1 && rest.starts_with(is_ascii_letter) && after(rest, len) == Some('%');
    if is_name { Some(len + 1) } else { None }
}

fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// The length of a conversion after its `%`: what is converted, flags, width, precision, length,
/// and the letter.
fn conversion_len(rest: &str) -> Option<usize> {
    const LENGTHS: [&str; 11] = ["hh", "ll", "I64", "I32", "h", "l", "q", "j", "z", "t", "L"];
    let argument = argument_len(rest);
    let flags = rest.get(argument..)?;
    let end = digits_or_star(flags.trim_start_matches(['-', '+', '#', '0', '\'']));
    let end = end.strip_prefix('.').map_or(end, digits_or_star);
    let end = LENGTHS.iter().find_map(|length| end.strip_prefix(length)).unwrap_or(end);
    if !end.starts_with(|letter| "diouxXeEfFgGcCsSpvqT@".contains(letter)) {
        // In Ruby, `%<code>` has no letter.
        return if rest.starts_with('<') && argument > 0 { Some(argument) } else { None };
    }
    let mut after = end.get(1..)?.chars();
    let len = rest.len() - after.as_str().len();
    let is_word = match after.next() {
        Some('\'' | '’') => after.next().is_some_and(char::is_alphabetic),
        next => next.is_some_and(is_ascii_word),
    };
    if is_word { None } else { Some(len) }
}

fn digits_or_star(text: &str) -> &str {
    let rest = text.trim_start_matches(is_ascii_digit);
    if rest.len() == text.len() { text.strip_prefix('*').unwrap_or(text) } else { rest }
}

/// The length of the position or name of an argument: `1$`, `[1]`, `(code)`, `<code>`.
fn argument_len(rest: &str) -> usize {
    let (start, close) = match rest.chars().next() {
        Some('[') => (1, ']'),
        Some('(') => (1, ')'),
        Some('<') => (1, '>'),
        _ => (0, '$'),
    };
    let is_part = if close == '$' { is_ascii_digit } else { is_of_word };
    let end = end_of_run(rest, start, is_part);
    if end > start && after(rest, end) == Some(close) { end + 1 } else { 0 }
}

/// A percent sign twice, as in a format of printf.
pub(super) fn percent(text: &str) -> Option<Mistake> {
    let start = text.find("%%")?;
    if after(text, start + 2) == Some('%') {
        return None;
    }
    Some(Mistake::new(start..start + 2, "`%%` is shown as is; write `%`"))
}

/// What other systems write around the name of a variable, the longest first.
const AROUND: &[(&str, &str)] = &[
    ("[[", "]]"),
    ("__", "__"),
    ("$(", ")"),
    ("$[", "]"),
    ("@(", ")"),
    ("%(", ")"),
    ("\\(", ")"),
    ("<", "/>"),
    ("<", ">"),
    ("&", ";"),
    ("[", "]"),
    ("$", "$"),
    ("%", ""),
    ("@", ""),
    (":", ""),
];

/// The name of a variable as other systems write it: `<code>`, `&code;`, `[code]`, `:code`.
fn variable(text: &str) -> Option<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    for name in GIVEN {
        for (at, _) in lower.match_indices(name) {
            let end = at + name.len();
            let (before, after) = (text.get(..at)?, text.get(end..)?);
            for (open, close) in AROUND {
                let Some(outside) = before.strip_suffix(open) else {
                    continue;
                };
                let is_closed = after.starts_with(close)
                    && (!close.is_empty() || !after.starts_with(is_part_of_name));
                let is_open = !open.starts_with(['@', ':']) || !outside.ends_with(is_before_sign);
                if is_closed && is_open {
                    return Some(outside.len()..end + close.len());
                }
            }
        }
    }
    None
}

fn is_part_of_name(c: char) -> bool {
    is_of_word(c) || matches!(c, '-' | '.')
}

fn is_before_sign(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':' | '@' | '/')
}

/// What is a placeholder where a variable is missing, and may be something else elsewhere: `%1`,
/// `$1`, `％d`, `% d`, `d%`, `(0)`, `<0>`.
pub(in crate::lint::rules) fn likely(text: &str) -> Option<Range<usize>> {
    let searches = [conversion, variable, signed, spelled, tag];
    searches.into_iter().find_map(|search| search(text))
}

/// Finds a tag in a text that has no end tag.
fn tag(text: &str) -> Option<Range<usize>> {
    let start = text.find('<')?;
    let end = start + text.get(start..)?.find('>')? + 1;
    if text.contains("</") { None } else { Some(start..end) }
}

/// Finds a number in parentheses, and a conversion with a space in it or typed from right to left.
fn spelled(text: &str) -> Option<Range<usize>> {
    for form in ["(0)", "(1)", "% d", "% s", "d%", "s%"] {
        for (start, _) in text.match_indices(form) {
            let end = start + form.len();
            let is_before_word = after(text, end).is_some_and(char::is_alphanumeric);
            let is_after_word = before(text, start).is_some_and(char::is_alphanumeric);
            if !is_before_word && !is_after_word {
                return Some(start..end);
            }
        }
    }
    None
}

/// Finds a letter or a number after a sign.
fn signed(text: &str) -> Option<Range<usize>> {
    const MAX_CHARS: usize = 2;
    for (at, sign) in text.match_indices(['%', '％', '$', '＄', '￥', '#']) {
        let start = at + sign.len();
        let end = end_of_run(text, start, is_of_any_width);
        let count = text.get(start..end)?.chars().count();
        let is_in_word = before(text, at).is_some_and(is_of_any_width);
        if (1..=MAX_CHARS).contains(&count) && !is_in_word {
            return Some(at..end);
        }
    }
    None
}

/// Whether a character is a letter or a digit of ASCII, or a full-width one.
fn is_of_any_width(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}')
}
