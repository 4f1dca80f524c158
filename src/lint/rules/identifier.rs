//! Rule `number` for the names of fields, such as `s:server_message_id`, which are not translated
//! either.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::finding::{Finding, Rule};
use crate::lint::model::characters::narrow;
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::scan::is_ascii_word;
use crate::lint::model::visible::Visible;
use crate::overlay::parse::offset_in;

/// Rule `number` for identifiers.
pub(super) fn identifiers(locale: &Locale<'_>, source: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for entry in locale.first_messages() {
        let Some(original) = source.message(entry.name) else {
            continue;
        };
        let originals = identifiers_of(original);
        // The rest of a text may be in what cannot be parsed.
        if originals.is_empty() || entry.is_followed_by_junk() {
            continue;
        }
        let mut own = identifiers_of(entry);
        let mut lacking: Vec<String> = originals.into_keys().collect();
        lacking.retain(|right| own.remove(right).is_none());
        for right in lacking {
            let (place, message) = match own.pop_first() {
                Some((found, place)) => {
                    let place = with_prefix(entry, place, right.strip_suffix(&found));
                    let found = entry.resource.text().get(place.clone()).unwrap_or_default();
                    (place, format!("`{found}` is `{right}` in the source; write `{right}`"))
                }
                None => {
                    let message =
                        format!("the source has `{right}`, but this text does not; add it");
                    (entry.resource.place(entry.name), message)
                }
            };
            findings.push(entry.over(Rule::Number, place, message));
        }
    }
    findings
}

/// Returns the identifiers in the texts of a message, each with its first place.
fn identifiers_of(entry: &Entry<'_>) -> BTreeMap<String, Range<usize>> {
    let mut found = BTreeMap::new();
    for (_, pattern) in entry.patterns() {
        for shown in Visible::of(pattern) {
            for word in shown.text.split(is_separator) {
                let name = word.trim_matches(':');
                if name.trim_matches('_').contains('_') {
                    let start = offset_in(&shown.text, name);
                    let place = || shown.place(entry, start..start + name.len());
                    found.entry(name.to_owned()).or_insert_with(place);
                }
            }
        }
    }
    found
}

/// Whether a character is of no identifier.
fn is_separator(c: char) -> bool {
    !is_ascii_word(c) && c != '_' && c != ':'
}

/// Whether a character was typed for another: itself, its full-width form, or a letter of another
/// script.
fn is_typed_for(c: char, expected: char) -> bool {
    let is_other_letter = expected.is_alphabetic() && c.is_alphabetic() && !c.is_ascii();
    c == expected || narrow(c) == Some(expected) || is_other_letter
}

/// Adds the beginning of an identifier to the place of its end, if it was typed with spaces or with
/// other characters.
fn with_prefix(entry: &Entry<'_>, place: Range<usize>, prefix: Option<&str>) -> Range<usize> {
    let mut start = place.start;
    let before = entry.resource.text().get(..start).unwrap_or_default();
    let mut typed = before.char_indices().rev().filter(|(_, c)| *c != ' ');
    for expected in prefix.unwrap_or_default().chars().rev() {
        match typed.next() {
            Some((at, c)) if is_typed_for(c, expected) => start = at,
            _ => return place,
        }
    }
    start..place.end
}
