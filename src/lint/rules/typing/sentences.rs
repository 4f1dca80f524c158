//! Sentences: written twice, with their punctuation in front, without a space between them.

use super::{Habits, Mistake};
use crate::lint::model::scan::{after, before, count};

/// Returns the first mistake of each kind.
pub(super) fn mistakes(text: &str, habits: &Habits<'_>) -> impl Iterator<Item = Mistake> {
    let all = [
        twice(text),
        stop_in_front(text),
        no_space(text, habits),
        inverted(text, habits),
        sign_twice(text),
        no_space_before(text, habits),
    ];
    all.into_iter().flatten()
}

/// A text that says the same twice.
fn twice(text: &str) -> Option<Mistake> {
    const MIN_CHARS: usize = 6;
    let start = text.len() - text.trim_start().len();
    let whole = text.trim();
    for space in [0, 1] {
        let half = whole.len().checked_sub(space)? / 2;
        let Some((first, rest)) = whole.split_at_checked(half) else {
            continue;
        };
        let second = rest.trim_start_matches(' ');
        let is_long = count(first, char::is_alphabetic) >= MIN_CHARS;
        if is_long && first == second {
            let message = format!("`{first}` is written twice; remove one");
            let place = start + whole.len() - second.len()..start + whole.len();
            return Some(Mistake::new(place, message));
        }
    }
    None
}

/// The full stop of a sentence in front of it, as happens in text that runs from right to left.
fn stop_in_front(text: &str) -> Option<Mistake> {
    let start = text.len() - text.trim_start().len();
    let rest = text.get(start..)?.strip_prefix('.')?;
    // `.NET`, `...`
    if !rest.starts_with(|c: char| c == ' ' || c.is_alphabetic() && !c.is_ascii()) {
        return None;
    }
    let end = text.len() - rest.trim_start().len();
    let message = "the text starts with `.`; remove it, or move it to the end";
    Some(Mistake::new(start..end, message))
}

/// A comma without a space after it, between two words.
fn no_space(text: &str, habits: &Habits<'_>) -> Option<Mistake> {
    const MIN_CHARS: usize = 2;
    if habits.is_wide() || matches!(&*habits.script, "Thai" | "Laoo" | "Khmr" | "Mymr" | "Tibt") {
        return None;
    }
    for (at, mark) in text.match_indices([',', '،']) {
        let end = at + mark.len();
        let left = text.get(..at)?.rsplit(is_between_words).next()?;
        let right = text.get(end..)?.split(is_between_words).next()?;
        // `A,B` is a list.
        let is_long = left.chars().count().max(right.chars().count()) > MIN_CHARS;
        let touches = left.ends_with(char::is_alphabetic) && right.starts_with(char::is_alphabetic);
        if touches && is_long && is_word(left) && is_word(right) {
            let message = format!("no space after `{mark}`; write `{mark} `");
            return Some(Mistake::new(at..end, message));
        }
    }
    None
}

fn is_between_words(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '،')
}

/// Whether this is no address, number or code.
fn is_word(word: &str) -> bool {
    !word.trim_end_matches('.').contains(['_', '/', '@', '=', '&', ':', '.'])
        && !word.contains(char::is_numeric)
}

/// A sign of Thai, Hindi or Arabic that is typed twice on one letter.
fn sign_twice(text: &str) -> Option<Mistake> {
    let mut previous = ' ';
    for (at, sign) in text.char_indices() {
        if sign == previous && is_sign(sign) {
            let message = "the same sign twice on one letter; remove one";
            return Some(Mistake::new(at..at + sign.len_utf8(), message));
        }
        previous = sign;
    }
    None
}

fn is_sign(c: char) -> bool {
    matches!(c, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{64b}'..='\u{652}'
        | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{93c}' | '\u{93e}'..='\u{94d}')
}

/// French writes a space before these marks, but not in Canada or Switzerland.
fn no_space_before(text: &str, habits: &Habits<'_>) -> Option<Mistake> {
    if !habits.needs_space {
        return None;
    }
    for (at, mark) in text.match_indices(['!', '?', ':', ';']) {
        let is_after_word = before(text, at).is_some_and(char::is_alphabetic);
        let is_end = after(text, at + 1).is_none_or(char::is_whitespace);
        if is_after_word && is_end {
            let message = format!("no space before `{mark}`; write `\u{a0}{mark}`");
            return Some(Mistake::new(at..at + 1, message));
        }
    }
    None
}

/// In Spanish, `¡` or `¿` without the mark at the end, and the reverse.
fn inverted(text: &str, habits: &Habits<'_>) -> Option<Mistake> {
    if habits.language != "es" {
        return None;
    }
    for (open, close) in [('¡', '!'), ('¿', '?')] {
        let (opened, closed) = (text.matches(open).count(), text.matches(close).count());
        if closed == 1 && !text.contains(['¡', '¿']) {
            let at = text.find(close)?;
            let is_end = after(text, at + 1).is_none_or(char::is_whitespace);
            let message = format!("`{close}` without `{open}`; add it before the sentence");
            return if is_end { Some(Mistake::new(at..at + 1, message)) } else { None };
        }
        // `¿Qué!` and `¡Qué?` are possible.
        if opened == 1 && !text.contains(['!', '?']) {
            let at = text.find(open)?;
            let message = format!("`{open}` without `{close}`; add it at the end of the sentence");
            return Some(Mistake::new(at..at + open.len_utf8(), message));
        }
    }
    None
}
