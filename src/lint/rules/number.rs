//! Rule `number`: a number of the source that the translation changes, groups or lacks.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::finding::{Finding, Rule};
use crate::lint::model::conventions::digit;
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::scan::{before, first};
use crate::lint::model::shown::Shown;

/// A number, and where it is: first in a part of a text, then in the file.
struct Number {
    place: Range<usize>,
    /// Its digits in ASCII, without separators.
    digits: String,
    is_grouped: bool,
}

/// Rule `number`.
pub(crate) fn numbers(locale: &Locale<'_>, source: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for entry in locale.first_messages() {
        let Some(original) = source.message(entry.name) else {
            continue;
        };
        let originals = numbers_of(original);
        if originals.is_empty() {
            continue;
        }
        let mut own: HashMap<String, Number> = HashMap::new();
        for number in numbers_of(entry) {
            own.insert(number.digits.clone(), number);
        }
        let mut missing = Vec::new();
        for Number { digits, is_grouped, .. } in originals {
            match own.remove(&digits) {
                Some(found) if found.is_grouped && !is_grouped => {
                    let text = entry.resource.text().get(found.place.clone()).unwrap_or_default();
                    let message = format!(
                        "`{text}` is grouped, but the source has `{digits}`; write `{digits}`"
                    );
                    findings.push(entry.over(Rule::Number, found.place, message));
                }
                Some(_) => {}
                None => missing.push(digits),
            }
        }
        // The rest of the text may be in what cannot be parsed.
        if !entry.is_followed_by_junk() {
            findings.extend(changed(entry, &missing, own.into_values().collect()));
        }
    }
    findings
}

/// Reports the numbers of the source that a message has not, each at another number of the message.
fn changed(entry: &Entry<'_>, missing: &[String], mut others: Vec<Number>) -> Vec<Finding> {
    // Shorter numbers may become other units, such as a week for 7 days, or words.
    const EXACT: usize = 3;
    const LONG: usize = 4;
    let mut findings = Vec::new();
    others.sort_by_key(|other| other.place.start);
    let mut others = others.into_iter();
    for digits in missing {
        // Round numbers may become words: 1万, 2 Mio.
        if digits.len() < EXACT || digits.ends_with("000") {
            continue;
        }
        if let Some(Number { place, .. }) = others.next() {
            let text = entry.resource.text().get(place.clone()).unwrap_or_default();
            let message =
                format!("the source has `{digits}` instead of `{text}`; write `{digits}`");
            findings.push(entry.over(Rule::Number, place, message));
        } else if digits.len() >= LONG {
            let message = format!("the source has `{digits}`, but this text does not; add it");
            findings.push(entry.at(Rule::Number, entry.name, message));
        }
    }
    findings
}

/// Returns the numbers in the texts of a message, each once.
fn numbers_of(entry: &Entry<'_>) -> Vec<Number> {
    let mut all: Vec<Number> = Vec::new();
    let mut seen: HashSet<String> = HashSet::new();
    for (_, pattern) in entry.patterns() {
        for shown in Shown::all(pattern) {
            for mut number in numbers_in(&shown.text) {
                if seen.insert(number.digits.clone())
                    && let Some(place) = shown.place(entry.resource, number.place.clone())
                {
                    number.place = place;
                    all.push(number);
                }
            }
        }
    }
    all
}

fn numbers_in(text: &str) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut start = 0;
    while let Some(found) = first(text.get(start..).unwrap_or_default(), |c| digit(c).is_some()) {
        let at = start + found.start;
        let number = number_at(text, at);
        start = number.place.end;
        // `MP4` and `user_2` are names.
        if !matches!(before(text, at), Some('a'..='z' | 'A'..='Z' | '_')) {
            numbers.push(number);
        }
    }
    numbers
}

fn number_at(text: &str, start: usize) -> Number {
    let mut digits = String::new();
    let mut end = start;
    let mut is_grouped = false;
    loop {
        end += digits_at(text.get(end..).unwrap_or_default(), &mut digits);
        match group_len(text.get(end..).unwrap_or_default()) {
            Some(separator) if digits.len() <= 3 || is_grouped => {
                is_grouped = true;
                end += separator;
            }
            _ => return Number { place: start..end, digits, is_grouped },
        }
    }
}

/// Adds the digits that a text begins with, and returns their length in the text.
fn digits_at(text: &str, digits: &mut String) -> usize {
    let mut len = 0;
    for c in text.chars() {
        let Some(value) = digit(c) else {
            break;
        };
        digits.extend(char::from_digit(value, 10));
        len += c.len_utf8();
    }
    len
}

/// Returns the length of the separator that a text begins with, if a group of three digits follows.
fn group_len(text: &str) -> Option<usize> {
    const SEPARATORS: [char; 9] = [',', '.', '\'', '’', '٬', ' ', '\u{a0}', '\u{202f}', '\u{2009}'];
    let mut rest = text;
    loop {
        let after = rest.strip_prefix(SEPARATORS)?;
        let mut digits = String::new();
        let len = digits_at(after, &mut digits);
        match digits.len() {
            3 => return text.chars().next().map(char::len_utf8),
            // In India, groups of two digits precede the last one: 1,00,000.
            2 if rest.starts_with(',') => rest = after.get(len..)?,
            _ => return None,
        }
    }
}
