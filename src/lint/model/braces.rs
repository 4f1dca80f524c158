//! The braces of a placeable, and what other systems write before them.

use std::ops::Range;

use super::scan;

/// What other systems write before a placeholder in braces: `%{code}`, `${code}`, `#{code}`.
pub(crate) const SIGNS: [char; 4] = ['%', '$', '#', '@'];

/// Returns the place of a placeable with all its braces, from a place inside it.
pub(crate) fn around(text: &str, inside: Range<usize>) -> Range<usize> {
    let mut place = inside;
    loop {
        let before = text.get(..place.start).unwrap_or_default().trim_end();
        let after = text.get(place.end..).unwrap_or_default();
        let spaces = after.len() - after.trim_start().len();
        if !before.ends_with('{') || !after.trim_start().starts_with('}') {
            return place;
        }
        place = before.len() - 1..place.end + spaces + 1;
    }
}

/// Returns the place of a placeable with all that another system writes around it.
pub(crate) fn whole(text: &str, inside: Range<usize>) -> Range<usize> {
    match foreign(text, inside.clone(), &SIGNS) {
        Some(place) => place,
        None => around(text, inside),
    }
}

/// Returns the place of a placeable that is written as in another system: in two pairs of
/// braces, or after one of `signs`. `None` if it is written as in Fluent.
pub(crate) fn foreign(text: &str, inside: Range<usize>, signs: &[char]) -> Option<Range<usize>> {
    let place = around(text, inside.clone());
    let pairs = text.get(place.start..inside.start)?.matches('{').count();
    match scan::before(text, place.start) {
        Some(sign) if pairs > 0 && signs.contains(&sign) => {
            Some(place.start - sign.len_utf8()..place.end)
        }
        _ => (pairs > 1).then_some(place),
    }
}
