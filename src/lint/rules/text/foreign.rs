//! Placeholders of other systems: what a text writes in place of a Fluent placeable.

use std::ops::Range;

use crate::overlay::fault::GIVEN;

/// A conversion of printf in C, Objective-C, Python, Ruby or Go: `%ld`, `%1$s`, `%(code)d`, `%@`, `%code%`; but
/// not `100 %`, `50% of`.
pub(super) fn printf(text: &str) -> Option<(usize, usize)> {
    for (at, _) in text.match_indices('%') {
        // `50%d` is a percentage.
        if text.get(..at)?.ends_with(|c: char| c.is_ascii_digit() || c == '%') {
            continue;
        }
        let rest = text.get(at + 1..)?;
        if let Some(len) = named_len(rest).or_else(|| conversion_len(rest)) {
            return Some((at, 1 + len));
        }
    }
    None
}

/// The length of `code%`, after a `%`.
fn named_len(rest: &str) -> Option<usize> {
    let len = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))?;
    let is_name = len > 1 && rest.starts_with(|c: char| c.is_ascii_alphabetic());
    (is_name && rest.get(len..)?.starts_with('%')).then_some(len + 1)
}

/// The length of a conversion after its `%`: what is converted, flags, width, precision, length, and the
/// letter.
fn conversion_len(rest: &str) -> Option<usize> {
    const LENGTHS: [&str; 11] = ["hh", "ll", "I64", "I32", "h", "l", "q", "j", "z", "t", "L"];
    let argument = argument_len(rest);
    let end = rest.get(argument..)?;
    let is_named = rest.starts_with('<') && argument > 0;
    let end = end.trim_start_matches(['-', '+', '#', '0', '\'']);
    let end = digits_or_star(end);
    let end = match end.strip_prefix('.') {
        Some(precision) => digits_or_star(precision),
        None => end,
    };
    let end = LENGTHS.iter().find_map(|length| end.strip_prefix(length)).unwrap_or(end);
    let letter = end.chars().next();
    // In Ruby, `%<code>` has no letter.
    if !letter.is_some_and(|letter| "diouxXeEfFgGcCsSpvqT@".contains(letter)) {
        return is_named.then_some(argument);
    }
    let after = end.get(1..)?;
    let is_word = after.starts_with(|c: char| c.is_ascii_alphanumeric())
        || after.starts_with(['\'', '’']) && after.chars().nth(1).is_some_and(char::is_alphabetic);
    (!is_word).then_some(rest.len() - after.len())
}

fn digits_or_star(text: &str) -> &str {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() == text.len() { text.strip_prefix('*').unwrap_or(text) } else { rest }
}

/// The length of the position or name of an argument: `1$`, `[1]`, `(code)`, `<code>`.
fn argument_len(rest: &str) -> usize {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let enclosed = |close: char| {
        let name = rest.get(1..).unwrap_or_default();
        let end = name.trim_start_matches(is_part);
        let is_closed = end.len() < name.len() && end.starts_with(close);
        if is_closed { rest.len() - end.len() + 1 } else { 0 }
    };
    match rest.chars().next() {
        Some('[') => enclosed(']'),
        Some('(') => enclosed(')'),
        Some('<') => enclosed('>'),
        _ => {
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let is_position = digits > 0 && rest.get(digits..).is_some_and(|r| r.starts_with('$'));
            if is_position { digits + 1 } else { 0 }
        }
    }
}

/// A percent sign twice, as in a format of printf.
pub(super) fn percent(text: &str) -> Option<(usize, usize)> {
    let at = text.find("%%")?;
    let is_alone = !text.get(at + 2..)?.starts_with('%');
    is_alone.then_some((at, 2))
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
pub(super) fn named(text: &str) -> Option<(usize, usize)> {
    let lower = text.to_ascii_lowercase();
    for name in GIVEN {
        for (at, _) in lower.match_indices(name) {
            let (before, after) = (text.get(..at)?, text.get(at + name.len()..)?);
            for (open, close) in AROUND {
                let Some(outside) = before.strip_suffix(open) else {
                    continue;
                };
                let is_closed = after.starts_with(close)
                    && (!close.is_empty() || !after.starts_with(is_part_of_name));
                let is_open = !open.starts_with(['@', ':']) || !outside.ends_with(is_before_sign);
                if is_closed && is_open {
                    return Some((outside.len(), open.len() + name.len() + close.len()));
                }
            }
        }
    }
    None
}

fn is_part_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')
}

fn is_before_sign(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':' | '@' | '/')
}

/// Returns the variable that a placeholder of another system names, or else `code`.
pub(super) fn variable(found: &str) -> &'static str {
    let found = found.to_ascii_lowercase();
    GIVEN.into_iter().find(|name| found.contains(name)).unwrap_or("code")
}

/// What is a placeholder where a variable is missing, and may be something else elsewhere: `%1`, `$1`, `％d`, `% d`,
/// `d%`, `(0)`, `<0>`.
pub(in crate::lint::rules) fn likely(text: &str) -> Option<Range<usize>> {
    let known = printf(text).or_else(|| named(text)).map(|(at, len)| at..at + len);
    known.or_else(|| signed(text)).or_else(|| spelled(text)).or_else(|| tag(text))
}

/// Finds a tag in a text that has no end tag.
fn tag(text: &str) -> Option<Range<usize>> {
    let start = text.find('<')?;
    let end = start + text.get(start..)?.find('>')? + 1;
    (!text.contains("</")).then_some(start..end)
}

/// Finds a number in parentheses, and a conversion with a space in it or typed from right to left.
fn spelled(text: &str) -> Option<Range<usize>> {
    for form in ["(0)", "(1)", "% d", "% s", "d%", "s%"] {
        for (start, _) in text.match_indices(form) {
            let end = start + form.len();
            let is_before_word = text.get(end..)?.starts_with(char::is_alphanumeric);
            let is_after_word = text.get(..start)?.ends_with(char::is_alphanumeric);
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
    let is_part = |c: char| {
        c.is_ascii_alphanumeric()
            || matches!(c, '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}')
    };
    for (at, sign) in text.char_indices().filter(|(_, c)| "%％$＄￥#".contains(*c)) {
        let start = at + sign.len_utf8();
        let rest = text.get(start..)?;
        let len = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let count = rest.get(..len)?.chars().count();
        if (1..=MAX_CHARS).contains(&count) && !text.get(..at)?.ends_with(is_part) {
            return Some(at..start + len);
        }
    }
    None
}
