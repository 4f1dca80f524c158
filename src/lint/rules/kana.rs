//! Kana that are typed as other characters.

use std::ops::Range;

use crate::lint::model::characters::describe;
use crate::lint::model::mistake::Mistake;
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
    if let Some(range) = half_width(text) {
        let found = text.get(range.clone())?;
        let message = format!("`{found}` is half-width; write `{}`", full_width(found));
        return Some(Mistake::new(range, message));
    }
    if let Some((range, right)) = kanji(text) {
        let found = text.get(range.clone())?;
        let message = format!("`{found}` is a Han character, not kana; write `{right}`");
        return Some(Mistake::new(range, message));
    }
    let (range, found) = long_vowel(text)?;
    let message = format!("{} in place of a long vowel; write `{LONG_VOWEL}`", describe(found));
    Some(Mistake::new(range, message))
}

fn is_half_width(c: char) -> bool {
    matches!(c, FIRST..='\u{ff9f}')
}

fn half_width(text: &str) -> Option<Range<usize>> {
    let start = text.find(is_half_width)?;
    let rest = text.get(start..)?;
    Some(start..start + rest.find(|c| !is_half_width(c)).unwrap_or(rest.len()))
}

/// Writes half-width kana in full width. A voiced kana is two characters in half width, and one in full width: the
/// next one of Unicode, or the second for the semi-voiced ones.
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
fn long_vowel(text: &str) -> Option<(Range<usize>, char)> {
    let is_kana = |c: Option<char>| c.is_some_and(|c| script_of(c) == Some("Kana"));
    for (at, c) in text.char_indices() {
        if !is_dash(c) && c != '一' {
            continue;
        }
        let range = at..at + c.len_utf8();
        let before = text.get(..range.start)?.chars().next_back();
        let after = text.get(range.end..)?.chars().next();
        let is_end = is_dash(c) && !after.is_some_and(|c| c.is_alphanumeric() || is_dash(c));
        // What ends in these has no long vowel: `オン-オフ`. And `一ヶ月` is a word.
        let is_other =
            matches!(before, Some(LONG_VOWEL | 'ン' | 'ッ')) || matches!(after, Some('ヶ' | 'ヵ'));
        if !is_other && is_kana(before) && (is_kana(after) || is_end) {
            return Some((range, c));
        }
    }
    None
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '—' | '―' | '−' | '─' | '－')
}

/// Finds a Han character that looks like a kana, with a long vowel.
fn kanji(text: &str) -> Option<(Range<usize>, char)> {
    const PAIRS: [(char, char); 6] =
        [('卜', 'ト'), ('工', 'エ'), ('口', 'ロ'), ('力', 'カ'), ('夕', 'タ'), ('二', 'ニ')];
    for (at, c) in text.char_indices() {
        if let Some((_, right)) = PAIRS.iter().find(|(han, _)| *han == c)
            && text.get(at + c.len_utf8()..)?.starts_with(LONG_VOWEL)
        {
            return Some((at..at + c.len_utf8(), *right));
        }
    }
    None
}
