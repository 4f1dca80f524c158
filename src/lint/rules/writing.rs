//! Letters that a locale is not written with.

use super::garbled::garbled;
use super::kana::kana;
use crate::finding::{Finding, Rule};
use crate::lint::model::characters::{describe, narrow};
use crate::lint::model::locale::Locale;
use crate::lint::model::mistake::Mistake;
use crate::lint::model::scan::{after, before, count, first, is_no_word};
use crate::lint::model::script::{alike, name_of, script_of};
use crate::lint::model::visible::Visible;
use crate::lint::model::writing::Writing;
use crate::overlay::parse::offset_in;
use crate::texts::is_invisible;

/// Finds letters of other scripts. Latin words are names.
fn foreign(writing: &Writing<'_>, text: &str) -> Option<Mistake> {
    let (start, script) = first_foreign(writing, text)?;
    let mut end = start;
    for (at, c) in text.get(start..)?.char_indices() {
        match script_of(c) {
            Some(other) if other == script => end = start + at + c.len_utf8(),
            None if c != '.' && (!c.is_alphabetic() || c == 'ー') => {}
            _ => break,
        }
    }
    let found = text.get(start..end)?;
    let message = format!(
        "`{found}` is written in {} letters, which `{}` is not written in; translate it",
        name_of(script),
        writing.tag
    );
    Some(Mistake::new(start..end, message))
}

/// Returns the place and the script of the first letter of another script.
fn first_foreign(writing: &Writing<'_>, text: &str) -> Option<(usize, &'static str)> {
    let mut is_gloss = false;
    for (at, c) in text.char_indices() {
        // A Han character in parentheses explains a Korean word.
        match c {
            '(' | '（' => is_gloss = writing.script == "Kore",
            ')' | '）' => is_gloss = false,
            _ => {}
        }
        if let Some(script) = script_of(c)
            && !is_gloss
            && script != "Latn"
            && !writing.has(script)
            && !is_sign(text, at, c)
            && !is_invisible(c)
        {
            return Some((at, script));
        }
    }
    None
}

/// Finds simplified characters in traditional Chinese or Japanese, and the reverse.
fn other_han(writing: &Writing<'_>, text: &str) -> Option<Mistake> {
    let start = text.find(|c| writing.han.contains_key(&c))?;
    let mut end = start;
    for (at, c) in text.get(start..)?.char_indices() {
        if writing.han.contains_key(&c) {
            end = start + at + c.len_utf8();
        } else if script_of(c) != Some("Hani") {
            break;
        }
    }
    let found = text.get(start..end)?;
    let right: String = found.chars().map(|c| *writing.han.get(&c).unwrap_or(&c)).collect();
    let kind = if writing.script == "Hans" { "Traditional" } else { "Simplified" };
    let message = format!("`{found}` is {kind} Chinese; write `{right}`");
    Some(Mistake::new(start..end, message))
}

/// Finds the punctuation of Chinese and Japanese in other languages. Brackets are reported with
/// their partners.
fn wide(writing: &Writing<'_>, text: &str) -> Option<Mistake> {
    if writing.has("Hani") {
        return None;
    }
    let place = first(text, is_wide)?;
    let found = after(text, place.start)?;
    let message = format!("{} is not used here; write `{}`", describe(found), narrow(found)?);
    Some(Mistake::new(place, message))
}

fn is_wide(c: char) -> bool {
    let is_bracket = matches!(c, '（' | '）' | '［' | '］' | '｛' | '｝' | '＄' | '％');
    !is_bracket && matches!(c, '\u{ff01}'..='\u{ff5e}' | '、' | '。')
}

/// Whether a letter is used alone as a sign: β, Ω.
fn is_sign(text: &str, at: usize, letter: char) -> bool {
    let is_greek = |c: char| script_of(c) == Some("Grek");
    let end = at + letter.len_utf8();
    is_greek(letter)
        && !before(text, at).is_some_and(is_greek)
        && !after(text, end).is_some_and(is_greek)
}

/// Finds letters of another script in a word: those that are fewer, or not the locale's.
fn mixed(writing: &Writing<'_>, text: &str) -> Option<Mistake> {
    for word in text.split(is_between_words) {
        let Some(main) = main_script(writing, word) else {
            continue;
        };
        let found = word.trim_matches(|c| script_of(c).is_none_or(|script| script == main));
        let script = name_of(script_of(found.chars().next()?)?);
        let alike = found.chars().map(|c| alike(c, main)).collect();
        let is_sharp_s = writing.tag.starts_with("de") && found == "β";
        let right = if is_sharp_s { Some("ß".to_owned()) } else { alike };
        let advice = match right {
            Some(right) => format!("write `{right}`"),
            None => "retype it".to_owned(),
        };
        let letters = match found.chars().count() {
            1 => format!("{} is a {script} letter", code_point(found)),
            _ => format!("`{found}` is written with {script} letters"),
        };
        let start = offset_in(text, found);
        let message = format!("{letters} in a {} word; {advice}", name_of(main));
        return Some(Mistake::new(start..start + found.len(), message));
    }
    None
}

fn is_between_words(c: char) -> bool {
    script_of(c).is_none() && !matches!(c, '\u{300}'..='\u{36f}')
}

/// Returns the script of most letters of a word, or `None` if its letters are of one script.
fn main_script(writing: &Writing<'_>, word: &str) -> Option<&'static str> {
    let mut main = None;
    let mut most = (0, false);
    let mut scripts = 0;
    for script in ["Latn", "Cyrl", "Grek"] {
        let letters = count(word, |c| script_of(c) == Some(script));
        scripts += usize::from(letters > 0);
        if (letters, writing.has(script)) >= most {
            most = (letters, writing.has(script));
            main = Some(script);
        }
    }
    if scripts > 1 { main } else { None }
}

/// Finds a Latin letter that is typed for a word of one letter: the preposition `c` in Russian, the
/// article `o` in Greek.
fn alone(writing: &Writing<'_>, text: &str) -> Option<Mistake> {
    let (script, letters) = match writing.letters {
        ["Cyrl"] => ("Cyrl", "acoy"),
        ["Grek"] => ("Grek", "o"),
        _ => return None,
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_letter = |word: &&&str| word.trim_matches(is_no_word).len() == 1;
    // Several letters name things: “a или b”.
    if words.iter().filter(is_letter).count() > 1 {
        return None;
    }
    let is_own = |word: &str| word.contains(|c| script_of(c) == Some(script));
    for near in words.windows(3) {
        if let [before, word, after] = *near
            && word.len() == 1
            && letters.contains(word)
            && is_own(before)
            && is_own(after)
        {
            let right = alike(word.chars().next()?, script)?;
            let (found, own) = (code_point(word), name_of(script));
            let message = format!("{found} is a Latin letter for a {own} one; write `{right}`");
            let start = offset_in(text, word);
            return Some(Mistake::new(start..start + word.len(), message));
        }
    }
    None
}

/// Latin ligatures, which have a letter each for a font.
const LIGATURES: [(char, &str); 5] =
    [('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl")];

/// Finds letters of another language in the same script, and ligatures.
fn other_form(text: &str, language: &str) -> Option<Mistake> {
    let typed_for: &[(&str, &str)] = match language {
        "ar" => &[("ی", "ي"), ("ک", "ك")],
        "fa" => &[("ي", "ی"), ("ك", "ک")],
        "th" => &[("เเ", "แ")],
        _ => &[],
    };
    for (typed, right) in typed_for {
        if let Some(start) = text.find(typed) {
            let message =
                format!("`{typed}` looks like `{right}`, but is another letter; write `{right}`");
            return Some(Mistake::new(start..start + typed.len(), message));
        }
    }
    for (ligature, right) in LIGATURES {
        if let Some(start) = text.find(ligature) {
            let message =
                format!("`{ligature}` is one character for several letters; write `{right}`");
            return Some(Mistake::new(start..start + ligature.len_utf8(), message));
        }
    }
    None
}

fn code_point(letter: &str) -> String {
    let number = letter.chars().next().map_or(0, u32::from);
    format!("`{letter}` (U+{number:04X})")
}

/// Finds a character that only one program or font knows.
fn private(text: &str) -> Option<Mistake> {
    let is_private = |c: char| {
        matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}')
            || matches!(c, '\u{100000}'..='\u{10fffd}')
    };
    let place = first(text, is_private)?;
    let message = format!(
        "U+{:04X} is a private-use character, which other devices show as a box; remove it, or \
         write the right character",
        u32::from(after(text, place.start)?)
    );
    Some(Mistake::new(place, message))
}

/// Rule `wrong-script`: the first mistake of each text.
pub(super) fn wrong_script(locale: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Some(writing) = Writing::of(locale) else {
        return findings;
    };
    for entry in &locale.entries {
        for (_, pattern) in entry.patterns() {
            for shown in Visible::of(pattern) {
                let text = &*shown.text;
                // Most texts are plain.
                if text.is_ascii() && !text.contains('?') {
                    continue;
                }
                let mistakes = [
                    garbled(&writing, text),
                    private(text),
                    kana(&writing, text),
                    mixed(&writing, text),
                    alone(&writing, text),
                    other_form(text, locale.language()),
                    foreign(&writing, text),
                    other_han(&writing, text),
                    wide(&writing, text),
                ];
                if let Some(Mistake { place, message }) = mistakes.into_iter().flatten().next() {
                    let place = shown.place(entry, place);
                    findings.push(entry.over(Rule::WrongScript, place, message));
                    break;
                }
            }
        }
    }
    findings
}
