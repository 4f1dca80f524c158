//! Rule `straight-quote`: what keyboards have in place of the marks of the language.

use std::ops::Range;

use crate::finding::{Finding, Rule};
use crate::lint::model::conventions::{Pair, Quotes, is_among};
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::scan::{after, before, is_ascii_digit};
use crate::lint::model::shown::{PLACEABLE, Shown};

/// Languages in which an apostrophe is a letter that many keyboards lack.
const LETTERS: &str = "be cak gn haw ixl kaa ktu mi quc rap sm tah to trs ty uk uz yua";

/// What is typed around a quotation in place of its marks. Where a language does not open its
/// quotations with „, two commas are a slip.
const TYPED: [(&str, &[&str]); 4] = [
    (",,", &["\"", "''", "“", "”", "``", "´´"]),
    ("<<", &[">>"]),
    ("``", &["''", "``", "´´", "\""]),
    ("''", &["''", "\""]),
];

/// Straight marks: where, and what to write.
struct Straight {
    place: Range<usize>,
    right: Right,
}

enum Right {
    /// Around a quotation.
    Pair(Pair),
    Mark(char),
    /// It has no partner.
    Nothing,
}

/// Rule `straight-quote`.
pub(crate) fn straight_quotes(locale: &Locale<'_>) -> Vec<Finding> {
    let quotes = locale.quotes();
    let has_letter = is_among(locale.language(), LETTERS);
    let mut findings = Vec::new();
    for entry in &locale.entries {
        for (_, pattern) in entry.patterns() {
            for shown in Shown::all(pattern) {
                let mut found = Vec::from_iter(typed(&shown.text, quotes));
                if found.is_empty() {
                    found = double(&shown.text, quotes);
                    if !has_letter {
                        found.extend(single(&shown.text, quotes));
                    }
                }
                for straight in found {
                    findings.extend(report(entry, &shown, straight, quotes));
                }
            }
        }
    }
    findings
}

fn report(
    entry: &Entry<'_>,
    shown: &Shown<'_>,
    Straight { place, right }: Straight,
    quotes: Quotes,
) -> Option<Finding> {
    let place = shown.place(entry.resource, place)?;
    let written = entry.resource.text().get(place.clone())?;
    let message = match right {
        Right::Mark(mark @ '’') if written == "'" => {
            format!("straight apostrophe; write `{mark}`")
        }
        Right::Mark(mark @ '’') => format!("`{written}` for an apostrophe; write `{mark}`"),
        Right::Mark(mark) if written == ",," => {
            format!("two commas for a quotation mark; write `{mark}`")
        }
        Right::Mark(mark) => format!("straight quotation mark; write `{mark}`"),
        Right::Nothing => {
            let Pair { open, close } = quotes.outer;
            format!(
                "straight quotation mark without a partner; remove it, or write `{open}` and \
                 `{close}` around the quotation"
            )
        }
        Right::Pair(pair) => {
            let right = quotes.quote(written.trim_matches(is_typed_mark), pair);
            match written.starts_with(['"', '\'', '\\']) {
                true => format!("straight quotation marks; write `{right}`"),
                false => format!("other characters for quotation marks; write `{right}`"),
            }
        }
    };
    Some(entry.over(Rule::StraightQuote, place, message))
}

fn is_typed_mark(c: char) -> bool {
    "\"'\\,<>`´“”„".contains(c)
}

/// Finds the first quotation in typed marks, or a typed „ before one.
fn typed(text: &str, quotes: Quotes) -> Option<Straight> {
    for (open, closers) in TYPED {
        let right = match open {
            "<<" if quotes.has_guillemets => Pair { open: '«', close: '»' },
            _ => quotes.outer,
        };
        let Some(start) = text.find(open) else {
            continue;
        };
        let inner = start + open.len();
        let rest = text.get(inner..)?;
        let is_after_word = before(text, start).is_some_and(|c| !c.is_whitespace() && c != '(');
        let is_before_word =
            rest.trim_start().starts_with(|c: char| c.is_alphanumeric() || c == PLACEABLE);
        if is_after_word || !is_before_word || open == ",," && right.open != '„' {
            continue;
        }
        let ends = closers.iter().filter_map(|closer| Some(rest.find(closer)? + closer.len()));
        return match ends.min() {
            Some(len) => Some(Straight { place: start..inner + len, right: Right::Pair(right) }),
            None if open == ",," => {
                Some(Straight { place: start..inner, right: Right::Mark(right.open) })
            }
            None => None,
        };
    }
    None
}

/// Whether a text has a quotation in typed marks, which rules about punctuation would misread.
pub(super) fn has_typed(text: &str, quotes: Quotes) -> bool {
    typed(text, quotes).is_some()
}

/// Whether a text ends inside an HTML tag, which another rule reports.
fn is_in_tag(before: &str) -> bool {
    before.rfind('<') > before.rfind('>')
}

fn is_hebrew(c: char) -> bool {
    matches!(c, 'א'..='ת')
}

/// Finds `"`.
fn double(text: &str, quotes: Quotes) -> Vec<Straight> {
    let pair = quotes.instead_of('"');
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, _) in text.match_indices('"') {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + 1..).unwrap_or_default();
        if is_in_tag(before) || open.is_none() && before.ends_with(is_ascii_digit) {
            // Of an attribute, or an inch.
            continue;
        }
        if before.ends_with(is_hebrew) && after.starts_with(is_hebrew) {
            // The sign of an abbreviation, which keyboards lack.
            continue;
        }
        if let Some(start) = open.take() {
            found.push(Straight { place: start..at + 1, right: Right::Pair(pair) });
        } else if after.contains('"') {
            open = Some(at);
        } else {
            let right = match (has_odd_mark(before), has_odd_mark(after)) {
                (true, _) => Right::Mark(pair.close),
                (false, true) => Right::Mark(pair.open),
                (false, false) => Right::Nothing,
            };
            found.push(Straight { place: at..at + 1, right });
        }
    }
    found
}

/// Whether one of the curly marks in a text lacks a partner there.
fn has_odd_mark(text: &str) -> bool {
    text.matches(['“', '”', '„', '«', '»', '「', '」']).count() % 2 == 1
}

/// Whether an apostrophe may be next to a character. Scripts further on have none.
pub(super) fn is_beside_apostrophe(c: char) -> bool {
    c.is_alphanumeric() && c < '\u{900}'
}

/// Finds accents in place of an apostrophe.
fn accents(text: &str) -> Vec<Straight> {
    let mut found = Vec::new();
    for (at, accent) in text.match_indices(['´', '`', '‘', '′']) {
        let end = at + accent.len();
        // `6′2″` is a measure.
        if before(text, at).is_some_and(|c| is_beside_apostrophe(c) && !c.is_ascii_digit())
            && after(text, end).is_some_and(is_beside_apostrophe)
        {
            found.push(Straight { place: at..end, right: Right::Mark('’') });
        }
    }
    found
}

/// Finds `'`: around a quotation, or in place of an apostrophe.
fn single(text: &str, quotes: Quotes) -> Vec<Straight> {
    let mut found = accents(text);
    let mut open: Option<usize> = None;
    for (at, _) in text.match_indices('\'') {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + 1..).unwrap_or_default();
        // In Hebrew, it is a sign on a letter, which keyboards lack.
        if is_in_tag(before) || before.ends_with(is_hebrew) {
            continue;
        }
        let is_after_letter = before.ends_with(is_beside_apostrophe);
        let is_in_word = is_after_letter && after.starts_with(is_beside_apostrophe);
        let mut start = at;
        let right = if is_in_word {
            Right::Mark('’')
        } else if let Some(opened) = open
            && !before.ends_with(char::is_whitespace)
        {
            open = None;
            start = opened;
            Right::Pair(quotes.instead_of('\''))
        } else if !is_after_letter && after.contains('\'') && open.is_none() {
            open = Some(at);
            continue;
        } else if before.is_empty() && !after.is_empty() && !after.starts_with(char::is_lowercase) {
            // Spreadsheets begin a text with one.
            Right::Nothing
        } else if before.ends_with(is_ascii_digit) {
            // The sign of a foot.
            continue;
        } else {
            Right::Mark('’')
        };
        found.push(Straight { place: start..at + 1, right });
    }
    if let Some(at) = open {
        found.push(Straight { place: at..at + 1, right: Right::Mark('’') });
    }
    found
}
