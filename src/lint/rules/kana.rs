//! Kana that are typed as other characters.

use crate::lint::model::characters::describe;
use crate::lint::model::mistake::Mistake;
use crate::lint::model::scan::{after, before, end_of_run};
use crate::lint::model::script::script_of;
use crate::lint::model::writing::Writing;

/// The half-width marks and kana from U+FF61 on, in full width.
const FULL_WIDTH: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
const FIRST: char = '\u{ff61}';
const LONG_VOWEL: char = 'ー';

/// Finds half-width kana, and dashes and the number one in place of the mark of a long vowel.
pub(super) fn kana(writing: &Writing<'_>, text: &str) -> Option<Mistake> {
    if !writing.has("Kana") {
        return None;
    }
    if let Some(start) = text.find(is_half_width) {
        let end = end_of_run(text, start, is_half_width);
        let found = text.get(start..end)?;
        let message = format!("`{found}` is half-width; write `{}`", full_width(found));
        return Some(Mistake::new(start..end, message));
    }
    kanji(text).or_else(|| long_vowel(text))
}

fn is_half_width(c: char) -> bool {
    matches!(c, FIRST..='\u{ff9f}')
}

/// Writes half-width kana in full width. A voiced kana is two characters in half width, and one in
/// full width: the next one of Unicode, or the second for the semi-voiced ones.
fn full_width(found: &str) -> String {
    let mut right = String::new();
    for c in found.chars() {
        let offset = u32::from(c) - u32::from(FIRST);
        let voiced = match c {
            '\u{ff9e}' => 1,
            '\u{ff9f}' => 2,
            _ => {
                right.extend(FULL_WIDTH.chars().nth(offset as usize));
                continue;
            }
        };
        let last = right.pop().map_or(0, u32::from);
        let is_u = last == u32::from('ウ');
        right.extend(if is_u { Some('ヴ') } else { char::from_u32(last + voiced) });
    }
    right
}

/// Finds a mark between katakana, or a dash after them at the end of a word.
fn long_vowel(text: &str) -> Option<Mistake> {
    for (at, c) in text.char_indices() {
        if !is_dash(c) && c != '一' {
            continue;
        }
        let end = at + c.len_utf8();
        let previous = before(text, at).unwrap_or(' ');
        let next = after(text, end).unwrap_or(' ');
        let is_end = is_dash(c) && !is_dash(next) && !next.is_alphanumeric();
        // What ends in these has no long vowel: `オン-オフ`. And `一ヶ月` is a word.
        let is_other = [LONG_VOWEL, 'ン', 'ッ'].contains(&previous) || ['ヶ', 'ヵ'].contains(&next);
        if !is_other && is_kana(previous) && (is_kana(next) || is_end) {
            let found = describe(c);
            let message = format!("{found} in place of a long vowel; write `{LONG_VOWEL}`");
            return Some(Mistake::new(at..end, message));
        }
    }
    None
}

fn is_kana(c: char) -> bool {
    script_of(c) == Some("Kana")
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '—' | '―' | '−' | '─' | '－')
}

/// Finds a Han character that looks like a kana, with a long vowel.
fn kanji(text: &str) -> Option<Mistake> {
    const PAIRS: [(char, char); 6] =
        [('卜', 'ト'), ('工', 'エ'), ('口', 'ロ'), ('力', 'カ'), ('夕', 'タ'), ('二', 'ニ')];
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if let Some((_, right)) = PAIRS.iter().find(|(han, _)| *han == c)
            && after(text, end) == Some(LONG_VOWEL)
        {
            let message = format!("`{c}` is a Han character, not kana; write `{right}`");
            return Some(Mistake::new(at..end, message));
        }
    }
    None
}
