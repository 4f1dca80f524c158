//! Which letters a locale is written with.

use super::look_alikes::LOOKALIKES;
use super::scripts::{NAMES, RANGES};

/// Returns the script of a letter, as in `Latn`; `None` if it is of several scripts, or of a rare
/// one.
pub(crate) fn script_of(letter: char) -> Option<&'static str> {
    let at = RANGES.partition_point(|(_, last, _)| *last < letter);
    let (first, _, script) = RANGES.get(at)?;
    (*first <= letter && letter.is_alphabetic()).then_some(script)
}

/// Returns the name of a script: `Cyrillic`.
pub(crate) fn name_of(script: &str) -> &str {
    match row_of(script) {
        Some((_, name)) => name,
        None => script,
    }
}

/// Returns the code and the name of a script.
fn row_of(script: &str) -> Option<&'static (&'static str, &'static str)> {
    NAMES.iter().find(|(code, _)| *code == script)
}

/// Returns the scripts of the letters in texts, from the script of a locale: `Jpan` is three.
pub(crate) fn letters_of(script: &str) -> &'static [&'static str] {
    match script {
        "Hans" => &["Hani"],
        "Hant" => &["Hani", "Bopo"],
        "Jpan" => &["Hani", "Hira", "Kana"],
        "Kore" => &["Hang"],
        _ => match row_of(script) {
            Some((code, _)) => std::slice::from_ref(code),
            None => &[],
        },
    }
}

/// Whether a character is a Han character, kana or Bopomofo.
pub(crate) fn is_east_asian(letter: char) -> bool {
    matches!(script_of(letter), Some("Hani" | "Hira" | "Kana" | "Bopo"))
}

/// Returns the pairs of a table.
pub(crate) fn pairs(table: &'static str) -> impl Iterator<Item = (char, char)> {
    let odd = table.chars().skip(1).step_by(2);
    table.chars().step_by(2).zip(odd)
}

/// Returns the letter of a script that looks like a letter of another one.
pub(crate) fn alike(letter: char, script: &str) -> Option<char> {
    if script_of(letter) == Some(script) {
        return Some(letter);
    }
    for (other, latin) in pairs(LOOKALIKES) {
        if script == "Latn" && other == letter {
            return Some(latin);
        }
        if script != "Latn" && latin == letter && script_of(other) == Some(script) {
            return Some(other);
        }
    }
    None
}

/// Returns the ASCII letter that a letter of an id was meant to be, and the name of its script.
pub(crate) fn lookalike(letter: char) -> Option<(char, &'static str)> {
    let ascii = alike(letter, "Latn").filter(char::is_ascii)?;
    let script = script_of(letter)?;
    (script != "Latn").then_some((ascii, name_of(script)))
}
