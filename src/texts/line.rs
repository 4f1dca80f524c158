//! Joining the lines of a message, since a toast has only one.

use alloc::borrow::ToOwned;
use alloc::string::String;

use super::unicode::{INVISIBLE, WIDE};

/// Joins the lines of a text, or returns `None` if nothing in it is visible.
///
/// Control characters count as line breaks. Lines are joined by a space, and by nothing between
/// two East Asian wide characters, as in
/// [CSS Text, Segment Break Transformation](https://www.w3.org/TR/css-text-3/#line-break-transform).
pub(crate) fn single_line(text: &str) -> Option<String> {
    if may_break(text) {
        return join(text);
    }
    let line = text.trim();
    is_visible(line).then(|| line.to_owned())
}

/// Like [`single_line`], but a text that has only one line is not copied.
#[cfg(feature = "fluent")]
pub(crate) fn into_line(mut text: String) -> Option<String> {
    if may_break(&text) {
        return join(&text);
    }
    text.truncate(text.trim_end().len());
    if text.starts_with(char::is_whitespace) {
        text.drain(..text.len() - text.trim_start().len());
    }
    is_visible(&text).then_some(text)
}

/// Whether a text may contain a character that breaks a line: whether it contains a byte that such a
/// character starts with. The compiler vectorizes a loop over all bytes, but not one that stops at the
/// first.
fn may_break(text: &str) -> bool {
    let may_break = |byte: u8| byte < b' ' || matches!(byte, 0x7f | 0xc2 | 0xe2);
    text.bytes().fold(false, |found, byte| found | may_break(byte))
}

fn is_visible(text: &str) -> bool {
    text.chars().any(|character| character.is_ascii_graphic() || !is_invisible(character))
}

fn join(text: &str) -> Option<String> {
    let mut joined = String::with_capacity(text.len());
    let mut is_shown = false;
    for line in text.split(is_break) {
        let line = line.trim();
        let (Some(first), last) = (line.chars().next(), joined.chars().next_back()) else {
            continue;
        };
        if last.is_some_and(|last| !(is_wide(last) && is_wide(first))) {
            joined.push(' ');
        }
        joined.push_str(line);
        is_shown = is_shown || is_visible(line);
    }
    is_shown.then_some(joined)
}

fn is_break(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}

/// Whether a character shows nothing by itself: white space, format characters, fillers.
pub(crate) fn is_invisible(character: char) -> bool {
    contains(INVISIBLE, character)
}

/// Whether a line break next to this character does not separate words: East Asian wide, full-width
/// or half-width, but not Hangul.
fn is_wide(character: char) -> bool {
    contains(WIDE, character)
}

fn contains(ranges: &[(char, char)], character: char) -> bool {
    let index = ranges.partition_point(|(_, last)| *last < character);
    ranges.get(index).is_some_and(|(first, _)| *first <= character)
}
