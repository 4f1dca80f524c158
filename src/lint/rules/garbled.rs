//! Text that was read in another encoding, or lost in one.

use std::ops::Range;

use crate::lint::model::look_alikes::WINDOWS_1252;
use crate::lint::model::mistake::Mistake;
use crate::lint::model::script::{is_east_asian, script_of};
use crate::lint::model::writing::Writing;

/// Finds garbled text, in the order of how sure its meaning is.
pub(super) fn garbled(writing: &Writing<'_>, text: &str) -> Option<Mistake> {
    if let Some(Decoded { range, right, .. }) = decoded(writing, text) {
        let found = text.get(range.clone())?.escape_debug();
        let message = match right {
            Some(right) => format!("`{found}` is text in another encoding; write `{right}`"),
            None => format!("`{found}` is text in another encoding; retype it"),
        };
        return Some(Mistake::new(range, message));
    }
    if let Some(range) = lost(writing, text) {
        let message = "letters were lost here when the file was saved; retype them".to_owned();
        return Some(Mistake::new(range, message));
    }
    let range = rare(writing, text).or_else(|| accented(writing, text))?;
    let found = text.get(range.clone())?;
    let message = format!("`{found}` looks like text in another encoding; retype it");
    Some(Mistake::new(range, message))
}

/// Text that was UTF-8 before it was read in another encoding.
struct Decoded {
    range: Range<usize>,
    /// What it was, unless a part was lost.
    right: Option<String>,
    /// How many characters it was.
    count: usize,
}

/// Finds UTF-8 that was read as a Windows encoding: that of Western Europe, or the usual one of the language. The
/// one that explains more is right.
fn decoded(writing: &Writing<'_>, text: &str) -> Option<Decoded> {
    let tables = [WINDOWS_1252].into_iter().chain(writing.code_page);
    tables.filter_map(|table| decode(writing, text, table)).max_by_key(|found| found.count)
}

fn decode(writing: &Writing<'_>, text: &str, table: &str) -> Option<Decoded> {
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let mut bytes: Vec<Option<u8>> = characters.iter().map(|(_, c)| byte(*c, table)).collect();
    for at in 2..characters.len() {
        // The no-break space of `Ã ` may have become a space.
        if let [(_, before), (_, 'Ã'), (_, ' ')] = characters.get(at - 2..=at).unwrap_or_default()
            && before.is_lowercase()
            && let Some(byte) = bytes.get_mut(at)
        {
            *byte = Some(0xa0);
        }
    }
    let mut found: Option<Range<usize>> = None;
    let mut right = String::new();
    let (mut at, mut count) = (0, 0);
    while let Some((start, c)) = characters.get(at) {
        let Some((meant, len)) = utf8(&bytes, at).filter(|(meant, len)| {
            // Where a text is garbled, all of it is.
            is_meant(writing, *meant, table) && (found.is_some() || is_sure(&characters, at, *len))
        }) else {
            // Between garbled letters.
            if found.is_some() {
                right.push(*c);
            }
            at += 1;
            continue;
        };
        right.push(meant);
        at += len;
        count += 1;
        let end = characters.get(at).map_or(text.len(), |(end, _)| *end);
        found = Some(found.map_or(*start, |found| found.start)..end);
    }
    // `Её` is a word, and also a letter.
    let least = if table == WINDOWS_1252 { 1 } else { 2 };
    let range = found.filter(|_| count >= least)?;
    right.truncate(right.len() - text.get(range.end..)?.len());
    // What is left of a word was lost in the other encoding.
    let whole = with_words(text, range.clone(), table);
    let right = (whole == range).then_some(right);
    Some(Decoded { range: whole, right, count })
}

/// Adds the characters beside a garbled place that are of the other encoding, too.
fn with_words(text: &str, range: Range<usize>, table: &str) -> Range<usize> {
    let is_part = |c: char| byte(c, table).is_some();
    let before = text.get(..range.start).unwrap_or_default().trim_end_matches(is_part);
    let after = text.get(range.end..).unwrap_or_default().trim_start_matches(is_part);
    before.len()..text.len() - after.len()
}

/// Returns the byte that is a character in an encoding.
fn byte(character: char, table: &str) -> Option<u8> {
    if let control @ 0x80..=0x9f = u32::from(character) {
        return u8::try_from(control).ok();
    }
    if character > '\u{2122}' {
        return None;
    }
    let at = table.chars().position(|other| other == character)?;
    u8::try_from(0x80 + at).ok()
}

/// Decodes the character of UTF-8 that begins here, and returns how many bytes it has.
fn utf8(bytes: &[Option<u8>], at: usize) -> Option<(char, usize)> {
    let len = match (*bytes.get(at)?)? {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let bytes: Option<Vec<u8>> = bytes.get(at..at + len)?.iter().copied().collect();
    let text = String::from_utf8(bytes?).ok()?;
    Some((text.chars().next()?, len))
}

/// Whether a decoded character may be one of the locale's texts.
fn is_meant(writing: &Writing<'_>, meant: char, table: &str) -> bool {
    let is_own = script_of(meant).is_some_and(|script| writing.has(script));
    if table != WINDOWS_1252 && !writing.has("Latn") {
        return is_own && meant > '\u{17f}';
    }
    matches!(meant, '\u{a0}'..='\u{17f}' | '\u{2010}'..='\u{203a}' | '\u{20ac}' | '\u{3001}'..='\u{3011}' | '\u{ff01}'..='\u{ff5e}')
        || is_own && meant > '\u{2af}'
}

/// Whether two characters are not a capital and the quotation mark after it, as in „Ä“.
fn is_sure(characters: &[(usize, char)], at: usize, len: usize) -> bool {
    let get = |at: usize| characters.get(at).map_or(' ', |(_, c)| *c);
    let before = if at == 0 { ' ' } else { get(at - 1) };
    len > 2
        || get(at + 1).is_alphanumeric()
        || before.is_lowercase()
        || get(at + 2).is_alphabetic()
        || get(at) == 'Â' && before == ' '
}

/// Finds question marks in place of letters: `???`, or one inside a word.
fn lost(writing: &Writing<'_>, text: &str) -> Option<Range<usize>> {
    // The word that was looked at last ends there: a word may have many question marks.
    let (mut word_end, mut is_address) = (0, false);
    let mut rest = 0;
    while let Some(at) = text.get(rest..)?.find('?') {
        let start = rest + at;
        let tail = text.get(start..)?;
        let count = tail.len() - tail.trim_start_matches('?').len();
        let end = start + count;
        let before = text.get(..start)?.chars().next_back();
        let after = text.get(end..)?.chars().next();
        if start >= word_end {
            let word_start = text.get(..start)?.rfind(char::is_whitespace).unwrap_or(0);
            word_end = start + tail.find(char::is_whitespace).unwrap_or(tail.len());
            is_address = text.get(word_start..word_end)?.contains(['/', '=']);
        }
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !is_east_asian(c));
        let has_words = !writing.has("Hani");
        if count > 2 || has_words && !is_address && is_letter(before) && is_letter(after) {
            let is_gap = |c: char| c == '?' || c == ' ';
            let all = tail.len() - tail.trim_start_matches(is_gap).len();
            let gap = tail.get(..all)?.trim_end();
            let before = text.get(..start)?.trim_end_matches(is_gap);
            let spaces = text.get(before.len()..start)?.find('?').unwrap_or(start - before.len());
            // More letters may be lost in the words after these.
            let last = text.rfind('?').map_or(start, |last| last + 1);
            return Some(before.len() + spaces..last.max(start + gap.len()));
        }
        rest = end;
    }
    None
}

/// Finds rare Han characters that UTF-8 becomes in the encodings of China and Japan.
fn rare(writing: &Writing<'_>, text: &str) -> Option<Range<usize>> {
    const LOST_TWICE: &str = "锟斤拷";
    if !writing.has("Hani") {
        return None;
    }
    if let Some(start) = text.find(LOST_TWICE) {
        let rest = text.get(start..)?;
        return Some(start..start + rest.len() - rest.trim_start_matches(LOST_TWICE).len());
    }
    let is_rare = |c: char| writing.rare.contains(&c);
    if text.chars().filter(|c| is_rare(*c)).count() < 2 {
        return None;
    }
    let first = text.find(is_rare)?;
    let start = text.get(..first)?.rfind(|c: char| c.is_ascii()).map_or(0, |at| at + 1);
    let end = text.get(first..)?.find(|c: char| c.is_ascii()).map_or(text.len(), |at| first + at);
    Some(start..end)
}

/// Finds accented letters in a row in a locale that is not written in Latin: Windows-1251 that was read as
/// Windows-1252.
fn accented(writing: &Writing<'_>, text: &str) -> Option<Range<usize>> {
    let is_accented = |c: char| matches!(c, '\u{c0}'..='\u{ff}');
    if !writing.has("Latn") {
        let mut start = 0;
        for run in text.split_inclusive(|c| !is_accented(c)) {
            let letters = run.trim_end_matches(|c| !is_accented(c));
            if letters.chars().count() > 2 {
                return Some(start..start + letters.len());
            }
            start += run.len();
        }
        return None;
    }
    // A sign inside a word: `za³o¿ona`.
    let is_sign = |c: char| {
        matches!(c, '¿' | '¡' | '¹' | '³' | '¼' | '½' | '¾' | '±' | '¥' | '¤' | '¨' | '¸')
    };
    for (at, c) in text.char_indices().filter(|(_, c)| is_sign(*c)) {
        let before = text.get(..at)?.chars().next_back();
        let after = text.get(at + c.len_utf8()..)?.chars().next();
        if before.is_some_and(char::is_lowercase) && after.is_some_and(char::is_lowercase) {
            return Some(at..at + c.len_utf8());
        }
    }
    None
}
