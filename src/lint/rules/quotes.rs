//! Rule `straight-quote`: `"` and `'` in place of the marks of the language.

use std::ops::Range;

use crate::finding::{Finding, Rule};
use crate::lint::model::conventions::{Pair, Quotes};
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::shown::Shown;

/// Languages in which an apostrophe is a letter that many keyboards lack.
const LETTERS: &str = " be cak gn haw ixl kaa ktu mi quc rap sm tah to trs ty uk uz yua ";

/// Straight marks: where, and what to write.
struct Straight {
    place: Range<usize>,
    right: Right,
}

enum Right {
    /// Around a quotation.
    Pair(Pair),
    Mark(char),
}

/// Rule `straight-quote`.
pub(crate) fn straight_quotes(locale: &Locale<'_>) -> Vec<Finding> {
    let quotes = locale.quotes();
    let has_letter = LETTERS.contains(&format!(" {} ", locale.language()));
    let mut findings = Vec::new();
    for entry in &locale.entries {
        for (_, pattern) in entry.patterns() {
            for shown in Shown::all(pattern) {
                let mut found = double(&shown.text, quotes);
                if !has_letter {
                    found.extend(single(&shown.text, quotes));
                }
                let is_french = locale.language() == "fr" && !locale.tag.ends_with("CH");
                for straight in found {
                    findings.extend(report(entry, &shown, straight, is_french));
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
    is_french: bool,
) -> Option<Finding> {
    let place = shown.place(entry.resource, place)?;
    let written = entry.resource.text().get(place.clone())?;
    let message = match right {
        Right::Mark(mark @ '’') => format!("straight apostrophe; write `{mark}`"),
        Right::Mark(mark) => format!("straight quotation mark; write `{mark}`"),
        Right::Pair(Pair { open, close }) => {
            let inner = written.trim_matches(['"', '\'', '\\']);
            let space = if is_french && open == '«' { "\u{a0}" } else { "" };
            format!("straight quotation marks; write `{open}{space}{inner}{space}{close}`")
        }
    };
    Some(entry.over(Rule::StraightQuote, place, message))
}

/// Whether a text ends inside an HTML tag, which another rule reports.
fn is_in_tag(before: &str) -> bool {
    before.rfind('<') > before.rfind('>')
}

/// Finds `"`.
fn double(text: &str, quotes: Quotes) -> Vec<Straight> {
    let is_hebrew = |c: Option<char>| c.is_some_and(|c| matches!(c, 'א'..='ת'));
    let right = quotes.instead_of('"');
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, _) in text.match_indices('"') {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + 1..).unwrap_or_default();
        if is_in_tag(before) || open.is_none() && before.ends_with(|c: char| c.is_ascii_digit()) {
            // Of an attribute, or an inch.
            continue;
        }
        if is_hebrew(before.chars().next_back()) && is_hebrew(after.chars().next()) {
            // The sign of an abbreviation, which keyboards lack.
            continue;
        }
        if let Some(start) = open.take() {
            found.push(Straight { place: start..at + 1, right: Right::Pair(right) });
        } else if after.contains('"') {
            open = Some(at);
        } else {
            let is_closing = before.matches(|c| "“”„«»「」".contains(c)).count() % 2 == 1;
            let mark = if is_closing { right.close } else { right.open };
            found.push(Straight { place: at..at + 1, right: Right::Mark(mark) });
        }
    }
    found
}

/// Finds `'`: around a quotation, or in place of an apostrophe.
fn single(text: &str, quotes: Quotes) -> Vec<Straight> {
    // Scripts further on have no apostrophes, and some write no spaces.
    let is_letter = |c: char| c.is_alphanumeric() && c < '\u{900}';
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, _) in text.match_indices('\'') {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + 1..).unwrap_or_default();
        if is_in_tag(before) {
            continue;
        }
        let is_after_letter = before.ends_with(is_letter);
        let is_in_word = is_after_letter && after.starts_with(is_letter);
        let closes = !is_in_word && !before.ends_with(char::is_whitespace);
        if is_in_word {
            // In Hebrew, it is a sign on a letter, which keyboards lack.
            if !before.ends_with(|c| matches!(c, 'א'..='ת')) {
                found.push(Straight { place: at..at + 1, right: Right::Mark('’') });
            }
        } else if let Some(start) = open.filter(|_| closes) {
            open = None;
            let right = Right::Pair(quotes.instead_of('\''));
            found.push(Straight { place: start..at + 1, right });
        } else if !is_after_letter && after.contains('\'') && open.is_none() {
            open = Some(at);
        } else if !before.ends_with(|c: char| c.is_ascii_digit()) {
            // Not the sign of a foot.
            found.push(Straight { place: at..at + 1, right: Right::Mark('’') });
        }
    }
    found.extend(open.map(|at| Straight { place: at..at + 1, right: Right::Mark('’') }));
    found
}
