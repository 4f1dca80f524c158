//! Brackets and quotation marks without a partner, or with the wrong one.

use std::ops::Range;

use super::{Habits, Mistake};
use crate::lint::model::conventions::{Pair, Quotes, is_among};
use crate::lint::model::scan::first;
use crate::lint::model::shown::PLACEABLE;
use crate::lint::rules::quotes::is_beside_apostrophe;

/// Brackets, and quotation marks that only open or only close. Pairs of one shape and another width
/// follow each other.
const BRACKETS: &[Pair] = &[
    Pair { open: '(', close: ')' },
    Pair { open: '（', close: '）' },
    Pair { open: '[', close: ']' },
    Pair { open: '［', close: '］' },
    Pair { open: '「', close: '」' },
    Pair { open: '『', close: '』' },
    Pair { open: '【', close: '】' },
    Pair { open: '《', close: '》' },
    Pair { open: '〈', close: '〉' },
    Pair { open: '〔', close: '〕' },
];

/// Languages that quote in “…”, though CLDR has other marks first.
const ALSO_ENGLISH: &str = "ja nb nl nn no";

/// Languages that never quote in «…».
const NO_GUILLEMETS: &str = "bn en hi id ja ko ms pt ta te th zh";

/// Languages that quote in „…“ and in „…”, whichever CLDR has.
const BOTH_CLOSERS: &str = "bg bs et hr mk sh sl sr uk";

/// A bracket or a quotation mark, or another character, and the text around it.
#[derive(Clone, Copy)]
struct Mark<'t> {
    sign: char,
    before: &'t str,
    rest: &'t str,
}

/// A mark that is open.
struct Open<'t> {
    mark: Mark<'t>,
    /// What may close it, the best first.
    closers: Vec<char>,
}

/// Returns the first bracket or quotation mark without a partner.
pub(super) fn unpaired(text: &str, habits: &Habits<'_>) -> Option<Mistake> {
    // A straight mark may be either, and another rule reports it.
    let has_straight = text.contains('"');
    if !habits.pairs.is_empty()
        && !has_straight
        && let Some(mistake) = of_another_language(text, habits)
    {
        return Some(mistake);
    }
    let mut open: Vec<Open<'_>> = Vec::new();
    for (at, _) in text.char_indices() {
        let mark = Mark::at(text, at)?;
        let is_left_out = has_straight && is_quote(mark.sign)
            || habits.pairs.is_empty() && matches!(mark.sign, '‘' | '’' | '‚');
        if is_left_out
            || mark.is_apostrophe()
            || mark.is_face()
            || mark.is_named() && !open.iter().any(|open| open.closers.contains(&mark.sign))
        {
            continue;
        }
        let mistake = match open.last() {
            Some(last) if last.closers.contains(&mark.sign) => {
                open.pop();
                None
            }
            Some(_) => inside(&mut open, mark, habits),
            None => outside(&mut open, mark, habits),
        };
        if mistake.is_some() {
            return mistake;
        }
    }
    let first = open.first()?;
    Some(alone(first.mark, *first.closers.first()?))
}

/// Opens a mark where none is open, or returns what is wrong with one that closes.
fn outside<'t>(open: &mut Vec<Open<'t>>, mark: Mark<'t>, habits: &Habits<'_>) -> Option<Mistake> {
    let closers = closers(mark.sign, habits);
    if !closers.is_empty() {
        open.push(Open { mark, closers });
        return None;
    }
    let pair = closed_by(mark.sign, &habits.pairs)?;
    if mark.is_of_list() {
        return None;
    }
    // Danish also quotes in ”…”.
    if habits.language == "da" && mark.sign == '”' && mark.rest.contains('”') {
        open.push(Open { mark, closers: Vec::from(['”']) });
        return None;
    }
    if is_quote(mark.sign)
        && mark.sign == habits.quotes.outer.close
        && let Some(mistake) = foreign(mark, habits)
    {
        return Some(mistake);
    }
    reversed(mark).or_else(|| Some(alone(mark, pair.open)))
}

/// Opens a mark inside others, or returns what is wrong with one that closes.
fn inside<'t>(open: &mut Vec<Open<'t>>, mark: Mark<'t>, habits: &Habits<'_>) -> Option<Mistake> {
    let last = open.last()?;
    let opener = last.mark.sign;
    if is_quote(mark.sign) && is_quote(opener) && !mark.rest.contains(&*last.closers) {
        let may_close = closers_anywhere(opener).contains(mark.sign) || mark.sign == opener;
        if may_close || !mark.rest.contains(is_quote) {
            return mismatch(last, mark, habits);
        }
    }
    let closers = closers(mark.sign, habits);
    let others: Vec<char> = closers_anywhere(mark.sign).chars().collect();
    if !closers.is_empty() {
        open.push(Open { mark, closers });
    } else if mark.rest.contains(&*others) {
        open.push(Open { mark, closers: others });
    } else if closed_by(mark.sign, &habits.pairs).is_some() {
        return mismatch(last, mark, habits);
    }
    None
}

fn is_quote(sign: char) -> bool {
    "“”„‟«»‹›‘’‚\"".contains(sign)
}

/// Returns what may close a mark, if it may open.
fn closers(sign: char, habits: &Habits<'_>) -> Vec<char> {
    let mut closers = Vec::new();
    for pair in BRACKETS.iter().chain(&habits.pairs) {
        if pair.open == sign {
            closers.push(pair.close);
        }
    }
    // The closing mark of an inner quotation opens others.
    let is_known = matches!(habits.pairs.first(), Some(outer) if outer.close == sign);
    if closers.is_empty() && !is_known {
        closers.extend(closers_anywhere(sign).chars());
    }
    if sign == '„' && is_among(habits.language, BOTH_CLOSERS) {
        closers.extend(['“', '”']);
    }
    closers
}

/// Returns what closes a quotation mark in some language.
fn closers_anywhere(sign: char) -> &'static str {
    match sign {
        '“' => "”",
        '”' => "”“",
        '„' | '‟' => "“”",
        '«' => "»",
        '»' => "«»",
        '‹' => "›",
        '›' => "‹›",
        '‘' => "’",
        '‚' => "‘’",
        _ => "",
    }
}

/// Returns the pair that a mark closes. An apostrophe looks like a closing mark.
fn closed_by(sign: char, pairs: &[Pair]) -> Option<Pair> {
    BRACKETS.iter().chain(pairs).find(|pair| pair.close == sign && sign != '’').copied()
}

/// A quotation in “…” or «…», where the language uses other marks.
fn of_another_language(text: &str, habits: &Habits<'_>) -> Option<Mistake> {
    let at = text.find(['“', '”', '„', '‟', '«', '»', '‹', '›', '‚'])?;
    let mark = Mark::at(text, at)?;
    let Quotes { outer, inner, .. } = habits.quotes;
    let is_other = match mark.sign {
        '“' => !is_among(habits.language, ALSO_ENGLISH),
        '«' => is_among(habits.language, NO_GUILLEMETS) && outer.open != '«',
        _ => false,
    };
    // Where the marks of an inner quotation close with “, texts also have “…”.
    if !is_other || [outer.open, inner.open, inner.close].contains(&mark.sign) {
        return None;
    }
    foreign(mark, habits)
}

/// A quotation that starts with a mark that does not open one in this language.
fn foreign(mark: Mark<'_>, habits: &Habits<'_>) -> Option<Mistake> {
    let sign = mark.sign;
    let found = first(mark.rest, |c| closers_anywhere(sign).contains(c))?;
    let text = mark.rest.get(..found.start)?;
    let close = mark.rest.get(found.clone())?;
    let Pair { open, close: right } = habits.quotes.outer;
    let advice = match text.contains(PLACEABLE) {
        true => format!("write `{open}` and `{right}`"),
        false => format!("write `{}`", habits.quotes.quote(text, habits.quotes.outer)),
    };
    let message = format!("quotation marks of another language: `{sign}` and `{close}`; {advice}");
    let place = mark.place();
    Some(Mistake::new(place.start..place.end + found.end, message))
}

/// A pair of brackets of which the closing one comes first, as happens in text that runs from right
/// to left.
fn reversed(mark: Mark<'_>) -> Option<Mistake> {
    let Pair { open, close } = closed_by(mark.sign, &[])?;
    let (inner, after) = mark.rest.split_once(open)?;
    if inner.contains(close) || after.contains(close) {
        return None;
    }
    let message = format!("brackets the wrong way round; write `{open}{inner}{close}`");
    let place = mark.place();
    Some(Mistake::new(place.start..place.end + inner.len() + open.len_utf8(), message))
}

impl<'t> Mark<'t> {
    fn at(text: &'t str, at: usize) -> Option<Mark<'t>> {
        let (before, from) = text.split_at_checked(at)?;
        let mut chars = from.chars();
        let sign = chars.next()?;
        Some(Mark { sign, before, rest: chars.as_str() })
    }

    fn place(self) -> Range<usize> {
        self.before.len()..self.before.len() + self.sign.len_utf8()
    }

    /// Whether a mark belongs to a word: `don’t`.
    fn is_apostrophe(self) -> bool {
        matches!(self.sign, '’' | '‘')
            && self.before.ends_with(is_beside_apostrophe)
            && self.rest.starts_with(is_beside_apostrophe)
    }

    /// Whether a bracket is not used, but named: alone, or in quotes.
    fn is_named(self) -> bool {
        let (inner, outer) = (self.before.trim_end(), self.rest.trim_start());
        match (inner.chars().next_back(), outer.chars().next()) {
            (None, None) => true,
            // In `“A” (“B”)`, only one side has a space.
            (Some(left), Some(right)) => {
                let is_even = (inner.len() < self.before.len()) == (outer.len() < self.rest.len());
                let is_edge = |c: char| is_quote(c) || c == '\'';
                !is_quote(self.sign) && is_edge(left) && is_edge(right) && is_even
            }
            _ => false,
        }
    }

    /// Whether a bracket is the mouth of a face: `:)`, `;-(`.
    fn is_face(self) -> bool {
        let eyes = self.before.strip_suffix('-').unwrap_or(self.before);
        matches!(self.sign, '(' | ')')
            && eyes.ends_with([':', ';'])
            && !eyes.ends_with("::")
            && !eyes.trim_end_matches([':', ';']).ends_with(char::is_alphanumeric)
    }

    /// Whether a bracket follows the number of an item: `1)`, `a)`.
    fn is_of_list(self) -> bool {
        let rest = self.before.trim_end_matches(char::is_alphanumeric);
        let word = self.before.get(rest.len()..).unwrap_or_default();
        matches!(self.sign, ')' | '）') && (1..=3).contains(&word.chars().count())
    }
}

fn alone(mark: Mark<'_>, partner: char) -> Mistake {
    let message = format!("`{}` has no partner; add `{partner}`, or remove it", mark.sign);
    Mistake::new(mark.place(), message)
}

/// A closing mark of another kind. Of two widths, the one that the script does not use is wrong.
fn mismatch(open: &Open<'_>, mark: Mark<'_>, habits: &Habits<'_>) -> Option<Mistake> {
    let (opener, sign) = (open.mark.sign, mark.sign);
    if let Some(pair) = closed_by(sign, &[])
        && pair.open.is_ascii() != opener.is_ascii()
        && opener.is_ascii() == habits.is_wide()
    {
        let message = format!("expected `{}` before `{sign}`, found `{opener}`", pair.open);
        return Some(Mistake::new(open.mark.place(), message));
    }
    let right = open.closers.first()?;
    let message = format!("expected `{right}` to close `{opener}`, found `{sign}`");
    Some(Mistake::new(mark.place(), message))
}
