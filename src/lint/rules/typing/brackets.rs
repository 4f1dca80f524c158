//! Brackets and quotation marks without a partner, or with the wrong one.

use super::{Habits, Mistake};
use crate::lint::model::conventions::{Pair, Quotes, is_among};
use crate::lint::model::shown::PLACEABLE;

/// Brackets, and quotation marks that only open or only close. Pairs of one shape and another width follow
/// each other.
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

/// A bracket or a quotation mark that is open.
struct Open {
    at: usize,
    mark: char,
    /// What may close it, the best first.
    closers: Vec<char>,
}

/// Returns the first bracket or quotation mark without a partner.
pub(super) fn unpaired(text: &str, quotes: Quotes, habits: &Habits<'_>) -> Option<Mistake> {
    let pairs = match &*habits.script {
        // There the marks are used in either order.
        "Arab" | "Hebr" => Vec::new(),
        _ => Vec::from([quotes.outer, quotes.inner]),
    };
    // A straight mark may be either, and another rule reports it.
    let has_straight = text.contains('"');
    if !pairs.is_empty()
        && !has_straight
        && let Some(mistake) = of_another_language(text, quotes, habits)
    {
        return Some(mistake);
    }
    let mut open: Vec<Open> = Vec::new();
    for (at, mark) in text.char_indices() {
        let rest = text.get(at + mark.len_utf8()..)?;
        let before = text.get(..at)?;
        let is_left_out =
            has_straight && is_quote(mark) || pairs.is_empty() && "‘’‚".contains(mark);
        if is_left_out
            || is_apostrophe(mark, before, rest)
            || is_face(mark, before)
            || !closes_any(&open, mark) && is_named(mark, before, rest)
        {
            continue;
        }
        let mut closers = closers(mark, &pairs);
        if mark == '„' && is_among(habits.language, BOTH_CLOSERS) {
            closers.extend(['“', '”']);
        }
        let closes = is_closer(mark, &pairs);
        let Some(last) = open.last() else {
            if !closers.is_empty() {
                open.push(Open { at, mark, closers });
            } else if closes && !is_list_mark(mark, before) {
                // Danish also quotes in ”…”.
                let is_danish = habits.language == "da" && mark == '”' && rest.contains('”');
                if is_danish {
                    open.push(Open { at, mark, closers: Vec::from(['”']) });
                    continue;
                }
                let is_outer = is_quote(mark) && mark == quotes.outer.close;
                let foreign = is_outer.then(|| foreign(at, mark, rest, quotes));
                return foreign
                    .flatten()
                    .or_else(|| reversed(at, mark, rest))
                    .or_else(|| Some(alone(at, mark, opener(mark, &pairs))));
            }
            continue;
        };
        if last.closers.contains(&mark) {
            open.pop();
            continue;
        }
        let right = *last.closers.first()?;
        if is_quote(mark) && is_quote(last.mark) && !rest.contains(&*last.closers) {
            let may_close = closers_anywhere(last.mark).contains(mark) || mark == last.mark;
            if may_close || !rest.contains(is_quote) {
                return Some(mismatch(last, at, mark, right, habits));
            }
        }
        let others: Vec<char> = closers_anywhere(mark).chars().collect();
        if !closers.is_empty() {
            open.push(Open { at, mark, closers });
        } else if rest.contains(&*others) {
            open.push(Open { at, mark, closers: others });
        } else if closes {
            return Some(mismatch(last, at, mark, right, habits));
        }
    }
    let first = open.into_iter().next()?;
    Some(alone(first.at, first.mark, first.closers.first().copied()))
}

fn is_quote(mark: char) -> bool {
    "“”„‟«»‹›‘’‚\"".contains(mark)
}

/// Returns what may close a mark, if it may open.
fn closers(mark: char, pairs: &[Pair]) -> Vec<char> {
    let mut closers = Vec::new();
    for pair in BRACKETS.iter().chain(pairs).filter(|pair| pair.open == mark) {
        closers.push(pair.close);
    }
    // The closing mark of an inner quotation opens others.
    let is_known = pairs.first().is_some_and(|pair| pair.close == mark);
    if closers.is_empty() && !is_known {
        closers.extend(closers_anywhere(mark).chars());
    }
    closers
}

/// Returns what closes a quotation mark in some language.
fn closers_anywhere(mark: char) -> &'static str {
    match mark {
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

/// A quotation in “…” or «…», where the language uses other marks.
fn of_another_language(text: &str, quotes: Quotes, habits: &Habits<'_>) -> Option<Mistake> {
    let (at, mark) = text.char_indices().find(|(_, c)| is_quote(*c) && !"’‘".contains(*c))?;
    let Quotes { outer, inner, .. } = quotes;
    // Where the marks of an inner quotation close with “, texts also have “…”.
    let own = [outer.open, inner.open, inner.close];
    let is_other = match mark {
        '“' => !is_among(habits.language, ALSO_ENGLISH),
        '«' => is_among(habits.language, NO_GUILLEMETS) && outer.open != '«',
        _ => false,
    };
    let rest = text.get(at + mark.len_utf8()..)?;
    if is_other && !own.contains(&mark) { foreign(at, mark, rest, quotes) } else { None }
}

/// A quotation that starts with a mark that does not open one in this language.
fn foreign(at: usize, mark: char, rest: &str, quotes: Quotes) -> Option<Mistake> {
    let (end, close) = rest.char_indices().find(|(_, c)| closers_anywhere(mark).contains(*c))?;
    let Pair { open, close: right } = quotes.outer;
    let text = rest.get(..end)?;
    let advice = match text.contains(PLACEABLE) {
        true => format!("write `{open}` and `{right}`"),
        false => format!("write `{}`", quotes.quote(text, quotes.outer)),
    };
    let message = format!("quotation marks of another language: `{mark}` and `{close}`; {advice}");
    Some(Mistake::new(at..at + mark.len_utf8() + end + close.len_utf8(), message))
}

/// A pair of brackets of which the closing one comes first, as happens in text that runs from right to left.
fn reversed(at: usize, mark: char, rest: &str) -> Option<Mistake> {
    let Pair { open, close } = BRACKETS.iter().find(|pair| pair.close == mark)?;
    let (inner, after) = rest.split_once(*open)?;
    if inner.contains(*close) || after.contains(*close) {
        return None;
    }
    let message = format!("brackets the wrong way round; write `{open}{inner}{close}`");
    Some(Mistake::new(at..at + close.len_utf8() + inner.len() + open.len_utf8(), message))
}

fn is_closer(mark: char, pairs: &[Pair]) -> bool {
    // An apostrophe looks like a closing mark.
    mark != '’' && BRACKETS.iter().chain(pairs).any(|pair| pair.close == mark)
}

fn opener(mark: char, pairs: &[Pair]) -> Option<char> {
    BRACKETS.iter().chain(pairs).find(|pair| pair.close == mark).map(|pair| pair.open)
}

/// Whether a mark belongs to a word: `don’t`, `‘90s`.
fn is_apostrophe(mark: char, before: &str, rest: &str) -> bool {
    // Scripts further on have no apostrophes, and some write no spaces.
    let is_letter = |c: char| c.is_alphanumeric() && c < '\u{900}';
    let is_after_word = before.ends_with(is_letter);
    let is_before_word = rest.starts_with(is_letter);
    match mark {
        '’' | '‘' => is_after_word && is_before_word,
        _ => false,
    }
}

/// Whether a mark closes something that is open.
fn closes_any(open: &[Open], mark: char) -> bool {
    open.iter().any(|open| open.closers.contains(&mark))
}

/// Whether a bracket is not used, but named: alone, or in quotes.
fn is_named(mark: char, before: &str, rest: &str) -> bool {
    let is_edge = |c: char| is_quote(c) || c == '\'';
    let (inner, outer) = (before.trim_end(), rest.trim_start());
    match (inner.chars().next_back(), outer.chars().next()) {
        (None, None) => true,
        // In `“A” (“B”)`, only one side has a space.
        (Some(left), Some(right)) => {
            let is_even = (inner.len() < before.len()) == (outer.len() < rest.len());
            !is_quote(mark) && is_edge(left) && is_edge(right) && is_even
        }
        _ => false,
    }
}

/// Whether a bracket is the mouth of a face: `:)`, `;-(`.
fn is_face(mark: char, before: &str) -> bool {
    let eyes = before.strip_suffix('-').unwrap_or(before);
    matches!(mark, '(' | ')')
        && eyes.ends_with([':', ';'])
        && !eyes.ends_with("::")
        && !eyes.trim_end_matches([':', ';']).ends_with(char::is_alphanumeric)
}

/// Whether a bracket follows the number of an item: `1)`, `a)`.
fn is_list_mark(mark: char, before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let len = word.chars().count();
    matches!(mark, ')' | '）') && (1..=3).contains(&len) && word.chars().all(char::is_alphanumeric)
}

fn alone(at: usize, mark: char, partner: Option<char>) -> Mistake {
    let advice = match partner {
        Some(partner) => format!("add `{partner}`, or remove it"),
        None => "remove it".to_owned(),
    };
    let message = format!("`{mark}` has no partner; {advice}");
    Mistake::new(at..at + mark.len_utf8(), message)
}

/// A closing mark of another kind. Of two widths, the one that the script does not use is wrong.
fn mismatch(open: &Open, at: usize, mark: char, right: char, habits: &Habits<'_>) -> Mistake {
    let pair = BRACKETS.iter().find(|pair| pair.close == mark);
    let is_other_width = pair.is_some_and(|pair| pair.open.is_ascii() != open.mark.is_ascii());
    if let Some(pair) = pair.filter(|_| is_other_width && open.mark.is_ascii() == habits.is_wide())
    {
        let message = format!("expected `{}` before `{mark}`, found `{}`", pair.open, open.mark);
        return Mistake::new(open.at..open.at + open.mark.len_utf8(), message);
    }
    let message = format!("expected `{right}` to close `{}`, found `{mark}`", open.mark);
    Mistake::new(at..at + mark.len_utf8(), message)
}
