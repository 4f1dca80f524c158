//! Letters that a locale is not written with.

use super::garbled::garbled;
use super::kana::kana;
use crate::finding::{Finding, Rule};
use crate::lint::model::characters::{describe, narrow};
use crate::lint::model::locale::Locale;
use crate::lint::model::mistake::Mistake;
use crate::lint::model::script::{alike, name_of, script_of};
use crate::lint::model::visible::Visible;
use crate::lint::model::writing::Writing;
use crate::overlay::parse::offset_in;
use crate::texts::is_invisible;

/// Finds letters of other scripts. Latin words are names.
fn foreign(writing: &Writing<'_>, text: &str) -> Option<Mistake> {
    let mut is_gloss = false;
    let (start, first) = text.char_indices().find(|(at, c)| {
        // A Han character in parentheses explains a Korean word.
        match c {
            '(' | '（' => is_gloss = writing.script == "Kore",
            ')' | '）' => is_gloss = false,
            _ => {}
        }
        let is_foreign = |script: &str| script != "Latn" && !writing.has(script);
        !is_gloss
            && script_of(*c).is_some_and(is_foreign)
            && !is_sign(text, *at, *c)
            && !is_invisible(*c)
    })?;
    let script = script_of(first)?;
    let mut end = start + first.len_utf8();
    for (at, c) in text.get(end..)?.char_indices() {
        match script_of(c) {
            Some(other) if other == script => end = start + first.len_utf8() + at + c.len_utf8(),
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

/// Finds simplified characters in traditional Chinese or Japanese, and the reverse.
fn other_han(writing: &Writing<'_>, text: &str) -> Option<Mistake> {
    let is_other = |c: &char| writing.han.contains_key(c);
    let (start, _) = text.char_indices().find(|(_, c)| is_other(c))?;
    let mut end = start;
    for (at, c) in text.get(start..)?.char_indices() {
        if is_other(&c) {
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

/// Finds the punctuation of Chinese and Japanese in other languages. Brackets are reported with their
/// partners.
fn wide(writing: &Writing<'_>, text: &str) -> Option<Mistake> {
    if writing.has("Hani") {
        return None;
    }
    let is_wide = |c: char| matches!(c, '\u{ff01}'..='\u{ff5e}' | '、' | '。');
    let is_bracket = |c: char| matches!(c, '（' | '）' | '［' | '］' | '｛' | '｝' | '＄' | '％');
    let (at, found) = text.char_indices().find(|(_, c)| is_wide(*c) && !is_bracket(*c))?;
    let message = format!("{} is not used here; write `{}`", describe(found), narrow(found)?);
    Some(Mistake::new(at..at + found.len_utf8(), message))
}

/// Whether a letter is used alone as a sign: β, Ω.
fn is_sign(text: &str, at: usize, letter: char) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let after = text.get(at + letter.len_utf8()..).and_then(|after| after.chars().next());
    script_of(letter) == Some("Grek")
        && ![before, after].into_iter().flatten().any(|c| script_of(c) == Some("Grek"))
}

/// Finds letters of another script in a word: those that are fewer, or not the locale's.
fn mixed(writing: &Writing<'_>, text: &str) -> Option<Mistake> {
    const ALIKE: [&str; 3] = ["Latn", "Cyrl", "Grek"];
    let is_part = |c: char| script_of(c).is_some() || matches!(c, '\u{300}'..='\u{36f}');
    for word in text.split(|c| !is_part(c)) {
        let counts =
            ALIKE.map(|script| word.chars().filter(|c| script_of(*c) == Some(script)).count());
        if counts.iter().filter(|count| **count > 0).count() < 2 {
            continue;
        }
        let main = ALIKE
            .into_iter()
            .zip(counts)
            .max_by_key(|(script, count)| (*count, writing.has(script)))?
            .0;
        let is_other = |c: char| script_of(c).is_some_and(|script| script != main);
        let start = word.find(is_other)?;
        let last = word.rfind(is_other)?;
        let end = last + word.get(last..)?.chars().next()?.len_utf8();
        let found = word.get(start..end)?;
        let script = name_of(script_of(found.chars().next()?)?);
        let is_sharp_s = writing.tag.starts_with("de") && found == "β";
        let right = match is_sharp_s {
            true => Some("ß".to_owned()),
            false => found.chars().map(|c| alike(c, main)).collect(),
        };
        let advice = right.map_or("retype it".to_owned(), |right| format!("write `{right}`"));
        let letters = match found.chars().count() {
            1 => format!("{} is a {script} letter", code_point(found)),
            _ => format!("`{found}` is written with {script} letters"),
        };
        let offset = offset_in(text, word);
        let message = format!("{letters} in a {} word; {advice}", name_of(main));
        return Some(Mistake::new(offset + start..offset + end, message));
    }
    None
}

/// Finds a Latin letter that is typed for a word of one letter: the preposition `c` in Russian, the article `o` in
/// Greek.
fn alone(writing: &Writing<'_>, text: &str) -> Option<Mistake> {
    let (script, words) = match writing.letters {
        ["Cyrl"] => ("Cyrl", "acoy"),
        ["Grek"] => ("Grek", "o"),
        _ => return None,
    };
    let is_own = |word: &str| word.contains(|c| script_of(c) == Some(script));
    let is_letter = |word: &&str| word.trim_matches(|c: char| !c.is_alphanumeric()).len() == 1;
    // Several letters name things: “a или b”.
    if text.split_whitespace().filter(is_letter).count() > 1 {
        return None;
    }
    let mut before = "";
    let mut all = text.split_whitespace().peekable();
    while let Some(word) = all.next() {
        let is_between = is_own(before) && all.peek().is_some_and(|next| is_own(next));
        if is_between && word.len() == 1 && words.contains(word) {
            let right = alike(word.chars().next()?, script)?;
            let own = name_of(script);
            let message =
                format!("{} is a Latin letter for a {own} one; write `{right}`", code_point(word));
            let start = offset_in(text, word);
            return Some(Mistake::new(start..start + word.len(), message));
        }
        before = word;
    }
    None
}

/// Letters that look like those of a language, by language: what is typed, and what to write.
const OTHER_LETTERS: &[(&str, &str, &str)] =
    &[("ar", "ی", "ي"), ("ar", "ک", "ك"), ("fa", "ي", "ی"), ("fa", "ك", "ک"), ("th", "เเ", "แ")];

/// Latin ligatures, which have a letter each for a font.
const LIGATURES: [(char, &str); 5] =
    [('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl")];

/// Finds letters of another language in the same script, and ligatures.
fn other_form(text: &str, language: &str) -> Option<Mistake> {
    for (of, typed, right) in OTHER_LETTERS {
        if *of == language
            && let Some(start) = text.find(typed)
        {
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
    let is_private = |c: char| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}');
    let (at, found) = text.char_indices().find(|(_, c)| is_private(*c))?;
    let message = format!(
        "U+{:04X} is a private-use character, which other devices show as a box; remove it, or write the \
         right character",
        u32::from(found)
    );
    Some(Mistake::new(at..at + found.len_utf8(), message))
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
                let mistake = garbled(&writing, text)
                    .or_else(|| private(text))
                    .or_else(|| kana(&writing, text))
                    .or_else(|| mixed(&writing, text))
                    .or_else(|| alone(&writing, text))
                    .or_else(|| other_form(text, locale.language()))
                    .or_else(|| foreign(&writing, text))
                    .or_else(|| other_han(&writing, text))
                    .or_else(|| wide(&writing, text));
                if let Some(Mistake { place, message }) = mistake {
                    let place = shown.place(entry, place);
                    findings.push(entry.over(Rule::WrongScript, place, message));
                    break;
                }
            }
        }
    }
    findings
}
