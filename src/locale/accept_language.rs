//! Parsing `Accept-Language`, the header in which a browser sends the languages of its user.

use alloc::{vec, vec::Vec};

use super::matching::MAX_WANTED;
use super::{Available, REGION, SCRIPT, Subtags, Tag, negotiate};

/// The locales that a header asks for and those that it refuses, as indices.
pub(crate) struct HeaderChoice {
    /// The locales that match what is asked for, best first, without the refused ones.
    pub(crate) requested: Vec<usize>,
    /// The refused locales, in the order of `available`. They answer only if no other can.
    pub(crate) refused: Vec<usize>,
}

/// Negotiates the locales for an `Accept-Language` header.
///
/// See [RFC 9110, 12.5.4](https://www.rfc-editor.org/rfc/rfc9110#name-accept-language). Ranges
/// with the same weight keep their order. A weight of 0 refuses the locales that the range
/// names by basic filtering
/// ([RFC 4647, 3.3.1](https://www.rfc-editor.org/rfc/rfc4647#section-3.3.1)), unless a more exact
/// range with another weight names them too.
pub(crate) fn negotiate_header(header: &str, available: &[Available]) -> HeaderChoice {
    let (wanted, has_refusal) = most_wanted(header);
    let wanted = wanted.iter().flatten().map(|(_, tag)| Subtags::of(tag));
    let mut refused = Vec::new();
    if !has_refusal {
        return HeaderChoice { requested: negotiate(wanted, available), refused };
    }
    let mut others = Vec::new();
    for (locale, is_refused) in available.iter().zip(refusals(header, available)) {
        if is_refused {
            refused.push(locale.index);
        } else {
            others.push(locale.clone());
        }
    }
    HeaderChoice { requested: negotiate(wanted, &others), refused }
}

/// Returns the ranges of a header with their weights in thousandths, without the invalid ones.
fn ranges(header: &str) -> impl Iterator<Item = (&[u8], u16)> {
    header.as_bytes().split(|byte| *byte == b',').filter_map(|range| {
        let mut parts = range.split(|byte| *byte == b';').map(<[u8]>::trim_ascii);
        let name = parts.next()?;
        for part in parts {
            if let [b'q' | b'Q', value @ ..] = part
                && let [b'=', value @ ..] = value.trim_ascii_start()
            {
                return Some((name, thousandths(value.trim_ascii_start())?));
            }
        }
        Some((name, 1000))
    })
}

/// Returns the tags with the greatest weights, greatest first, as many as negotiation considers;
/// and whether any range has a weight of 0.
#[allow(clippy::indexing_slicing, reason = "the index was found in the array")]
fn most_wanted(header: &str) -> ([Option<(u16, Tag)>; MAX_WANTED], bool) {
    let mut wanted = [None; MAX_WANTED];
    let mut len = 0;
    let mut has_refusal = false;
    for (name, weight) in ranges(header) {
        let is_less = |other: &Option<(u16, Tag)>| other.is_none_or(|(other, _)| other < weight);
        if weight == 0 {
            has_refusal = true;
        } else if let Some(index) = wanted.iter().position(is_less)
            && let Some(tag) = Tag::parse_bytes(name)
        {
            wanted[index..=len.min(MAX_WANTED - 1)].rotate_right(1);
            wanted[index] = Some((weight, tag));
            len += 1;
        }
    }
    (wanted, has_refusal)
}

/// Returns for each locale whether the most exact range that names it has a weight of 0.
fn refusals(header: &str, available: &[Available]) -> impl Iterator<Item = bool> {
    let mut verdicts = vec![(None, false); available.len()];
    for (name, weight) in ranges(header) {
        let range = match Tag::parse_bytes(name) {
            // No locale's tag begins with a range that has more subtags, such as an extension's.
            Some(tag) if tag.is_whole => Some(Subtags::of(&tag)),
            None if name == b"*" => None,
            _ => continue,
        };
        for ((most_exact, is_refused), locale) in verdicts.iter_mut().zip(available) {
            let exactness = match &range {
                Some(range) => exactness_of(range, &locale.subtags),
                None => Some(0),
            };
            // Of equally exact ranges, one that refuses wins.
            if exactness > *most_exact {
                (*most_exact, *is_refused) = (exactness, weight == 0);
            } else if exactness.is_some() && exactness == *most_exact {
                *is_refused |= weight == 0;
            }
        }
    }
    verdicts.into_iter().map(|(_, is_refused)| is_refused)
}

/// Parses a weight from 0 to 1, and returns it in thousandths.
///
/// Accepts `.5`, and more digits than the three that RFC 9110 allows, of which only three count. But
/// only a weight that is exactly 0 refuses: `0.0001` is the least weight, as `0.001` is.
fn thousandths(weight: &[u8]) -> Option<u16> {
    let point = weight.iter().position(|byte| *byte == b'.').unwrap_or(weight.len());
    let (whole, fraction) = weight.split_at(point);
    let digits = fraction.get(1..).unwrap_or_default();
    let mut thousandths = 0;
    for position in 0..3 {
        let digit = digits.get(position).unwrap_or(&b'0');
        thousandths = thousandths * 10 + u16::from(digit.wrapping_sub(b'0'));
    }
    let is_number = whole.iter().chain(digits).all(u8::is_ascii_digit);
    if !is_number || whole.is_empty() && digits.is_empty() {
        return None;
    }
    if thousandths == 0 && digits.iter().any(|digit| *digit != b'0') {
        thousandths = 1;
    }
    match whole {
        [] | [b'0'] => Some(thousandths),
        [b'1'] if digits.iter().all(|digit| *digit == b'0') => Some(1000),
        _ => None,
    }
}

/// Returns how exactly a range names a locale, or `None` if it does not name it.
///
/// The range has to be a prefix of the locale's tag, as is or with its likely script:
/// `zh-Hans` and `zh-CN` name `zh-Hans-CN` and `zh-CN`, but `zh-CN` does not name `zh-Hant-CN`.
/// Of two ranges with the same number of subtags, a prefix of the tag as is is more exact.
fn exactness_of(range: &Subtags, locale: &Subtags) -> Option<u32> {
    let asks_for = |subtags: u8| range.given & subtags != 0;
    let is_named = range.language == locale.language
        && (!asks_for(SCRIPT | REGION) || range.script == locale.script)
        && (!asks_for(REGION) || range.region == locale.region && locale.given & REGION != 0)
        && range.variants.are_among(&locale.variants);
    let is_beginning = !asks_for(REGION) || range.given & SCRIPT == locale.given & SCRIPT;
    let is_as_it_is = is_beginning && range.given & locale.given == range.given;
    let subtags = range.given.count_ones() + range.variants.count();
    is_named.then_some(2 * subtags + u32::from(is_as_it_is))
}
