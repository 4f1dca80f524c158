//! The ids of the messages, in the order of the codes.

use std::collections::HashSet;

use super::spelling::nearest;
use crate::ErrorType;
use crate::overlay::syntax::is_id_char;
use crate::texts::UNKNOWN_ID;

/// The ids of all messages, in the order of the codes.
pub(crate) fn expected() -> impl Iterator<Item = &'static str> + Clone {
    ErrorType::ALL.iter().copied().map(ErrorType::message_id).chain([UNKNOWN_ID])
}

/// Returns the position of a message among the codes.
pub(crate) fn rank(id: &str) -> Option<usize> {
    for (at, expected) in expected().enumerate() {
        if expected == id {
            return Some(at);
        }
    }
    None
}

/// Returns the id of a code that is written with spaces.
pub(crate) fn joined_id(id: &str) -> Option<&'static str> {
    let id = id.trim_end();
    if !id.contains(' ') {
        return None;
    }
    let joined = id.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    if joined.chars().all(is_id_char) { nearest(&joined, expected()) } else { None }
}

/// Returns the indexes of the longest subsequence that never decreases; of several, the one with
/// the lowest ends.
pub(crate) fn longest_in_order(values: &[usize]) -> HashSet<usize> {
    // For each length, the end of the subsequence whose last value is the lowest.
    let mut ends: Vec<usize> = Vec::new();
    // For each value, the end of the subsequence that it continues.
    let mut before: Vec<Option<usize>> = Vec::new();
    for (at, value) in values.iter().enumerate() {
        let len = ends.partition_point(|end| values.get(*end) <= Some(value));
        before.push(ends.split_at(len).0.last().copied());
        match ends.get_mut(len) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut longest = HashSet::new();
    let mut next = ends.last().copied();
    while let Some(at) = next {
        longest.insert(at);
        next = before.get(at).copied().flatten();
    }
    longest
}
