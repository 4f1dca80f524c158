//! Text that was read in another encoding, or lost in one.

use std::ops::Range;

use crate::lint::model::look_alikes::WINDOWS_1252;
use crate::lint::model::mistake::Mistake;
use crate::lint::model::scan::{after, before, count, end_of_run};
use crate::lint::model::script::{is_east_asian, script_of};
use crate::lint::model::writing::Writing;
use crate::overlay::parse::offset_in;

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

/// Finds UTF-8 that was read as a Windows encoding: that of Western Europe, or the usual one of the
/// language. The one that explains more is right.
fn decoded(writing: &Writing<'_>, text: &str) -> Option<Decoded> {
    let western = decode(writing, text, WINDOWS_1252);
    let own = writing.code_page.and_then(|table| decode(writing, text, table));
    match (western, own) {
        (Some(western), Some(own)) if western.count > own.count => Some(western),
        (western, own) => own.or(western),
    }
}

fn decode(writing: &Writing<'_>, text: &str, table: &str) -> Option<Decoded> {
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let bytes = bytes_of(&characters, table);
    let mut found: Option<Range<usize>> = None;
    let mut right = String::new();
    let (mut at, mut count) = (0, 0);
    while let Some((start, c)) = characters.get(at) {
        // Where a text is garbled, all of it is.
        if let Some((meant, len)) = utf8(&bytes, at)
            && is_meant(writing, meant, table)
            && (found.is_some() || is_sure(text, *start, len))
        {
            right.push(meant);
            at += len;
            count += 1;
            let (end, _) = characters.get(at).copied().unwrap_or((text.len(), ' '));
            found.get_or_insert(*start..end).end = end;
            continue;
        }
        // Between garbled letters.
        if found.is_some() {
            right.push(*c);
        }
        at += 1;
    }
    // `Её` is a word, and also a letter.
    let least = if table == WINDOWS_1252 { 1 } else { 2 };
    if count < least {
        return None;
    }
    let range = found?;
    right.truncate(right.len() - text.get(range.end..)?.len());
    // What is left of a word was lost in the other encoding.
    let whole = with_words(text, &range, table);
    let right = (whole == range).then_some(right);
    Some(Decoded { range: whole, right, count })
}

/// Returns the byte that each character is in an encoding.
fn bytes_of(characters: &[(usize, char)], table: &str) -> Vec<Option<u8>> {
    let mut bytes = Vec::new();
    let (mut second, mut first) = (' ', ' ');
    for (_, c) in characters {
        // The no-break space of `Ã ` may have become a space.
        let is_no_break = *c == ' ' && first == 'Ã' && second.is_lowercase();
        bytes.push(if is_no_break { Some(0xa0) } else { byte(*c, table) });
        (second, first) = (first, *c);
    }
    bytes
}

/// Adds the characters beside a garbled place that are of the other encoding, too.
fn with_words(text: &str, range: &Range<usize>, table: &str) -> Range<usize> {
    let is_part = |c: char| byte(c, table).is_some();
    let before = text.get(..range.start).unwrap_or_default().trim_end_matches(is_part);
    before.len()..end_of_run(text, range.end, is_part)
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
    let is_own = matches!(script_of(meant), Some(script) if writing.has(script));
    if table != WINDOWS_1252 && !writing.has("Latn") {
        return is_own && meant > '\u{17f}';
    }
    is_own && meant > '\u{2af}'
        || matches!(meant, '\u{a0}'..='\u{17f}' | '\u{2010}'..='\u{203a}' | '\u{20ac}')
        || matches!(meant, '\u{3001}'..='\u{3011}' | '\u{ff01}'..='\u{ff5e}')
}

/// Whether two characters are not a capital and the quotation mark after it, as in „Ä“.
fn is_sure(text: &str, start: usize, len: usize) -> bool {
    let before = before(text, start).unwrap_or(' ');
    let mut characters = text.get(start..).unwrap_or_default().chars();
    let is_a = characters.next() == Some('Â');
    len > 2
        || characters.next().is_some_and(char::is_alphanumeric)
        || before.is_lowercase()
        || characters.next().is_some_and(char::is_alphabetic)
        || is_a && before == ' '
}

/// Finds question marks in place of letters: `???`, or one inside a word.
fn lost(writing: &Writing<'_>, text: &str) -> Option<Range<usize>> {
    // The word that was looked at last ends there: a word may have many question marks.
    let (mut word_end, mut is_address) = (0, false);
    let mut rest = 0;
    while let Some(at) = text.get(rest..)?.find('?') {
        let start = rest + at;
        let after = text.get(start..)?.trim_start_matches('?');
        let end = text.len() - after.len();
        if start >= word_end {
            let word_start = text.get(..start)?.rfind(char::is_whitespace).unwrap_or(0);
            word_end = end_of_run(text, start, |c| !c.is_whitespace());
            is_address = text.get(word_start..word_end)?.contains(['/', '=']);
        }
        let is_in_word = !writing.has("Hani")
            && !is_address
            && before(text, start).is_some_and(is_letter)
            && after.starts_with(is_letter);
        if end - start > 2 || is_in_word {
            let before = text.get(..start)?.trim_end_matches(['?', ' ']);
            let first = before.len() + text.get(before.len()..)?.find('?')?;
            // More letters may be lost in the words after these.
            return Some(first..text.rfind('?')? + 1);
        }
        rest = end;
    }
    None
}

/// Whether a character is a letter of a script with spaces between words.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !is_east_asian(c)
}

/// Finds rare Han characters that UTF-8 becomes in the encodings of China and Japan.
fn rare(writing: &Writing<'_>, text: &str) -> Option<Range<usize>> {
    const LOST_TWICE: &str = "锟斤拷";
    if !writing.has("Hani") {
        return None;
    }
    if let Some(start) = text.find(LOST_TWICE) {
        let after = text.get(start..)?.trim_start_matches(LOST_TWICE);
        return Some(start..text.len() - after.len());
    }
    let is_rare = |c: char| writing.rare.contains(&c);
    if count(text, is_rare) < 2 {
        return None;
    }
    let first = text.find(is_rare)?;
    let is_not_ascii = |c: char| !c.is_ascii();
    let before = text.get(..first)?.trim_end_matches(is_not_ascii);
    Some(before.len()..end_of_run(text, first, is_not_ascii))
}

/// Finds accented letters in a row in a locale that is not written in Latin: Windows-1251 that was
/// read as Windows-1252.
fn accented(writing: &Writing<'_>, text: &str) -> Option<Range<usize>> {
    if writing.has("Latn") {
        return sign_in_word(text);
    }
    for run in text.split(|c| !matches!(c, '\u{c0}'..='\u{ff}')) {
        if run.chars().count() > 2 {
            let start = offset_in(text, run);
            return Some(start..start + run.len());
        }
    }
    None
}

/// Finds a sign inside a word: `za³o¿ona`.
fn sign_in_word(text: &str) -> Option<Range<usize>> {
    const SIGNS: [char; 12] = ['¿', '¡', '¹', '³', '¼', '½', '¾', '±', '¥', '¤', '¨', '¸'];
    for (start, sign) in text.match_indices(SIGNS) {
        let end = start + sign.len();
        if before(text, start).is_some_and(char::is_lowercase)
            && after(text, end).is_some_and(char::is_lowercase)
        {
            return Some(start..end);
        }
    }
    None
}
