//! How the language of a locale writes quotations, plurals and numbers (CLDR).

use std::str::Chars;

use super::cldr::{PLURALS, QUOTES, ZEROS};

/// An opening and a closing quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    pub(crate) open: char,
    pub(crate) close: char,
}

/// The quotation marks of a locale.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Quotes {
    pub(crate) outer: Pair,
    /// Those of a quotation inside another.
    pub(crate) inner: Pair,
    /// The language quotes in «…».
    pub(crate) has_guillemets: bool,
    /// What is between guillemets and the text in them.
    space: &'static str,
}

/// The plural categories of a language.
pub(crate) struct Plurals {
    /// Those that a text needs for whole numbers of up to five digits, such as error codes.
    pub(crate) needed: Vec<&'static str>,
    /// Those of other numbers, such as fractions and millions, or of zero or two alone.
    pub(crate) others: Vec<&'static str>,
}

impl Quotes {
    /// Returns the quotation marks of a locale, by its tag.
    pub(crate) fn of(tag: &str) -> Quotes {
        let (marks, _) = find(tag, QUOTES, |(_, tags)| tags).unwrap_or(&("“”‘’", ""));
        let mut marks = marks.chars();
        let (outer, inner) = (next_pair(&mut marks), next_pair(&mut marks));
        let language = tag.split('-').next().unwrap_or_default();
        let is_french = language == "fr" && !tag.ends_with("CH");
        let space = if is_french { "\u{a0}" } else { "" };
        // CLDR has “…” for Spanish and Galician, their academies «…».
        let has_guillemets = outer.open == '«' || ["es", "gl"].contains(&language);
        Quotes { outer, inner, has_guillemets, space }
    }

    /// Writes a text in quotation marks.
    pub(crate) fn quote(self, text: &str, Pair { open, close }: Pair) -> String {
        let space = if open == '«' { self.space } else { "" };
        format!("{open}{space}{}{space}{close}", text.trim())
    }

    /// Returns the pair for `"` or `'`, which are double and single where the language has both.
    pub(crate) fn instead_of(self, mark: char) -> Pair {
        let wants_single = mark == '\'';
        if is_single(self.inner) == wants_single && is_single(self.outer) != wants_single {
            self.inner
        } else {
            self.outer
        }
    }
}

fn next_pair(marks: &mut Chars<'_>) -> Pair {
    let (open, close) = (marks.next(), marks.next());
    Pair { open: open.unwrap_or_default(), close: close.unwrap_or_default() }
}

fn is_single(pair: Pair) -> bool {
    "‘’‚‹›".contains(pair.open)
}

/// Whether a word, such as a language, is in a list with spaces between.
pub(crate) fn is_among(word: &str, list: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

/// Returns the plural categories of a locale, if CLDR has them.
pub(crate) fn plurals(tag: &str) -> Option<Plurals> {
    let (needed, others, _) = find(tag, PLURALS, |(_, _, tags)| tags)?;
    Some(Plurals {
        needed: needed.split_whitespace().collect(),
        others: others.split_whitespace().collect(),
    })
}

/// Returns the row that names a locale, or else its language and region, its language and script,
/// or its language.
fn find<R>(tag: &str, rows: &'static [R], tags: fn(&R) -> &str) -> Option<&'static R> {
    let likely = crate::likely_subtags(tag)?;
    let mut subtags = likely.split('-');
    let language = subtags.next()?;
    let script = subtags.next().unwrap_or_default();
    let region = subtags.next().unwrap_or_default();
    let keys = [
        format!("{language}-{script}-{region}"),
        format!("{language}-{region}"),
        format!("{language}-{script}"),
        language.to_owned(),
    ];
    for key in keys {
        for row in rows {
            if is_among(&key, tags(row)) {
                return Some(row);
            }
        }
    }
    None
}

/// Returns the value of a decimal digit of any script.
pub(crate) fn digit(character: char) -> Option<u32> {
    let next = ZEROS.partition_point(|zero| *zero <= character);
    let zero = ZEROS.get(next.checked_sub(1)?)?;
    let value = u32::from(character) - u32::from(*zero);
    (value < 10).then_some(value)
}
