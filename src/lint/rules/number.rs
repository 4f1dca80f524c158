//! Rule `number`: a number of the source that the translation changes, groups or lacks.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::finding::{Finding, Rule};
use crate::lint::model::conventions::digit;
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::shown::Shown;

/// A number in a text.
struct Number {
    place: Range<usize>,
    /// Its digits in ASCII, without separators.
    digits: String,
    is_grouped: bool,
}

/// A number of a message, and where it is written.
struct Written {
    number: Number,
    place: Range<usize>,
}

/// Rule `number`.
pub(crate) fn numbers(locale: &Locale<'_>, source: &Locale<'_>) -> Vec<Finding> {
    // Shorter numbers may become other units, such as a week for 7 days, or words.
    const EXACT: usize = 3;
    const LONG: usize = 4;
    let mut findings = Vec::new();
    for entry in locale.first_messages() {
        let Some(original) = source.message(entry.name) else {
            continue;
        };
        let originals = numbers_of(original);
        if originals.is_empty() {
            continue;
        }
        let mut own: HashMap<String, Written> = HashMap::new();
        for written in numbers_of(entry) {
            own.entry(written.number.digits.clone()).or_insert(written);
        }
        let mut missing = Vec::new();
        for Written { number, .. } in originals {
            match own.remove(&number.digits) {
                Some(found) if found.number.is_grouped && !number.is_grouped => {
                    let text = entry.resource.text().get(found.place.clone()).unwrap_or_default();
                    let message = format!(
                        "`{text}` is grouped, but the source has `{0}`; write `{0}`",
                        number.digits
                    );
                    findings.push(entry.over(Rule::Number, found.place, message));
                }
                Some(_) => {}
                None => missing.push(number.digits),
            }
        }
        let mut others: Vec<Written> = own.into_values().collect();
        others.sort_by_key(|other| other.place.start);
        let mut others = others.into_iter();
        if entry.is_followed_by_junk() {
            // The rest of the text may be there.
            continue;
        }
        for digits in missing {
            // Round numbers may become words: 1万, 2 Mio.
            if digits.len() < EXACT || digits.ends_with("000") {
                continue;
            }
            if let Some(other) = others.next() {
                let text = entry.resource.text().get(other.place.clone()).unwrap_or_default();
                let message =
                    format!("the source has `{digits}` instead of `{text}`; write `{digits}`");
                findings.push(entry.over(Rule::Number, other.place, message));
            } else if digits.len() >= LONG {
                let message = format!("the source has `{digits}`, but this text does not; add it");
                findings.push(entry.at(Rule::Number, entry.name, message));
            }
        }
    }
    findings
}

/// Returns the numbers in the texts of a message, each once.
fn numbers_of(entry: &Entry<'_>) -> Vec<Written> {
    let mut all: Vec<Written> = Vec::new();
    let mut seen: HashSet<String> = HashSet::new();
    for (_, pattern) in entry.patterns() {
        for shown in Shown::all(pattern) {
            for number in numbers_in(&shown.text) {
                let is_new = seen.insert(number.digits.clone());
                if let Some(place) = shown.place(entry.resource, number.place.clone())
                    && is_new
                {
                    all.push(Written { number, place });
                }
            }
        }
    }
    all
}

fn numbers_in(text: &str) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut start = 0;
    while let Some(found) = text.get(start..).and_then(|rest| rest.find(|c| digit(c).is_some())) {
        let at = start + found;
        let number = number_at(text, at);
        start = number.place.end;
        // `MP4` and `user_2` are names.
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        if !before.is_some_and(|c| c.is_ascii_alphabetic() || c == '_') {
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
        let rest = text.get(end..).unwrap_or_default();
        let len = digits_at(rest, &mut digits);
        end += len;
        let rest = text.get(end..).unwrap_or_default();
        match group_len(rest) {
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
    let separator = text.chars().next()?;
    let separates = matches!(
        separator,
        ',' | '.' | '\'' | '’' | '٬' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'
    );
    let mut digits = String::new();
    let after = text.get(separator.len_utf8()..)?;
    digits_at(after, &mut digits);
    // In India, groups of two digits precede the last one: 1,00,000.
    let is_indian = || {
        let after = after.get(digits_at(after, &mut String::new())..).unwrap_or_default();
        separator == ',' && digits.len() == 2 && group_len(after).is_some()
    };
    (separates && (digits.len() == 3 || is_indian())).then_some(separator.len_utf8())
}
