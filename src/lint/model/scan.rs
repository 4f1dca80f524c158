//! Looking around in a text.

use std::ops::Range;

/// Returns the character before a place in a text.
pub(crate) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// Returns the character at a place in a text.
pub(crate) fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Returns the place of the first character of a kind.
pub(crate) fn first(text: &str, is: impl Fn(char) -> bool) -> Option<Range<usize>> {
    for (at, c) in text.char_indices() {
        if is(c) {
            return Some(at..at + c.len_utf8());
        }
    }
    None
}

/// Returns where the characters of a kind that begin at a place end.
pub(crate) fn end_of_run(text: &str, start: usize, is: impl Fn(char) -> bool) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    text.len() - rest.trim_start_matches(is).len()
}

/// Returns how many characters of a text are of a kind.
pub(crate) fn count(text: &str, is: impl Fn(char) -> bool) -> usize {
    let mut count = 0;
    for c in text.chars() {
        count += usize::from(is(c));
    }
    count
}

pub(crate) fn is_ascii_digit(c: char) -> bool {
    c.is_ascii_digit()
}

pub(crate) fn is_ascii_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
}

pub(crate) fn is_ascii_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
}

/// Whether a character is a space inside a line.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() && c != '\n'
}

/// Whether a character is neither a letter nor a digit.
pub(crate) fn is_no_word(c: char) -> bool {
    !c.is_alphanumeric()
}
