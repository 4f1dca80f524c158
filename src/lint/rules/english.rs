//! Texts that are still in the language of the source.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use fluent_syntax::ast::Pattern;

use crate::finding::{Finding, Rule};
use crate::lint::model::characters::{self, letters};
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::parts::{Part, Parts};
use crate::lint::model::script::script_of;
use crate::lint::model::visible::Visible;
use crate::lint::model::writing::Writing;
use crate::overlay::parse::offset_in;

/// English words that are in no other language, and in no name of a product.
const ENGLISH: [&str; 13] = [
    "again", "already", "failed", "friends", "please", "retry", "the", "this", "try", "with",
    "you", "your", "yourself",
];

/// A text of a translation, and its words in lower case.
struct Text<'l, 's> {
    entry: &'l Entry<'s>,
    name: &'s str,
    pattern: &'s Pattern<&'s str>,
    words: Vec<String>,
    /// How many of them are words of the source.
    known: usize,
}

/// Rule `same-as-source`. Does not apply to other locales of the source's language.
pub(super) fn same_as_source(locale: &Locale<'_>, source: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if locale.language() == source.language() {
        return findings;
    }
    let vocabulary: HashSet<String> = source.all_messages().flat_map(words_of).collect();
    let writing = Writing::of(locale);
    let texts = texts(locale, &vocabulary);
    let is_own = |text: &&Text<'_, '_>| text.known * 4 < text.words.len() * 3;
    let own: HashSet<&String> = texts.iter().filter(is_own).flat_map(|text| &text.words).collect();
    let mut originals: HashMap<(&str, &str), &Pattern<&str>> = HashMap::new();
    for entry in source.first_messages() {
        originals.extend(
            entry.patterns().into_iter().rev().map(|(name, pattern)| ((entry.name, name), pattern)),
        );
    }
    let is_latin = writing.as_ref().is_none_or(|writing| writing.has("Latn"));
    for text in &texts {
        let original = originals.get(&(text.entry.name, text.name));
        let whole = || text.entry.text_place(text.name, text.pattern);
        let found = |place: &Range<usize>| {
            let found = text.entry.resource.text().get(place.clone()).unwrap_or_default();
            format!("`{found}` is in the language of the source; translate it")
        };
        let is_all_english = is_all_english(text, &vocabulary);
        let (place, message) = if let Some(place) =
            original.and_then(|original| beside(original, text))
        {
            (place, "the source is still here beside its translation; remove it".to_owned())
        } else if original.is_some_and(|original| is_same(original, text)) {
            (whole(), "this text is the same as the source; translate it".to_owned())
        } else if !is_latin && has_only_latin(text) {
            (whole(), "this text has only Latin letters; translate it".to_owned())
        } else if !is_latin && let Some(place) = english_words(text, &vocabulary) {
            let message = found(&place);
            (place, message)
        } else if !is_all_english && let Some(place) = english_word(text) {
            let message = found(&place);
            (place, message)
        } else if is_all_english || is_latin && (is_english(text) || is_short_english(text, &own)) {
            (whole(), "this text is in the language of the source; translate it".to_owned())
        } else {
            continue;
        };
        findings.push(text.entry.over(Rule::SameAsSource, place, message));
    }
    findings
}

/// Whether a text is the source's, or has the same three or more words with other punctuation.
fn is_same(original: &Pattern<&str>, text: &Text<'_, '_>) -> bool {
    original == text.pattern
        || text.words.len() > 2 && letters_of(original) == letters_of(text.pattern)
}

/// Finds the first sentence of the source in a text that says more.
fn beside(original: &Pattern<&str>, text: &Text<'_, '_>) -> Option<Range<usize>> {
    const MIN_WORDS: usize = 3;
    if letters_of(text.pattern).len() <= letters_of(original).len() {
        return None;
    }
    let is_mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let is_sentence = |source: &Visible<'_>| source.text.split_whitespace().count() >= MIN_WORDS;
    let source = Visible::of(original).into_iter().find(is_sentence)?;
    let sentence = source.text.trim().trim_end_matches(is_mark);
    for shown in Visible::of(text.pattern) {
        if let Some(start) = shown.text.find(sentence) {
            let rest = shown.text.get(start + sentence.len()..)?;
            let end = shown.text.len() - rest.trim_start_matches(is_mark).len();
            return Some(shown.place(text.entry, start..end));
        }
    }
    None
}

/// Returns the texts that have words.
fn texts<'l, 's>(locale: &'l Locale<'s>, vocabulary: &HashSet<String>) -> Vec<Text<'l, 's>> {
    let mut texts = Vec::new();
    for entry in locale.first_messages() {
        for (name, pattern) in entry.patterns() {
            let words = words(pattern);
            let known = words.iter().filter(|word| vocabulary.contains(*word)).count();
            if !words.is_empty() {
                texts.push(Text { entry, name, pattern, words, known });
            }
        }
    }
    texts
}

fn words_of(entry: &Entry<'_>) -> Vec<String> {
    entry.patterns().into_iter().flat_map(|(_, pattern)| words(pattern)).collect()
}

fn words(pattern: &Pattern<&str>) -> Vec<String> {
    let mut words = Vec::new();
    for part in Parts::of(pattern).all {
        if let Part::Text(text) = part {
            words.extend(characters::words(text));
        }
    }
    words
}

/// Returns the letters, digits and names of a text, which are the same with other punctuation.
fn letters_of(pattern: &Pattern<&str>) -> String {
    let mut found = String::new();
    for part in Parts::of(pattern).all {
        match part {
            Part::Text(text) | Part::Literal(text) => found.extend(letters(text)),
            Part::Number(name) | Part::Variable(name) | Part::Name(name) | Part::Key(name, _) => {
                found.push_str(name);
            }
        }
    }
    found
}

/// Whether a text is Latin only, and not just a name.
fn has_only_latin(text: &Text<'_, '_>) -> bool {
    let is_latin = |word: &String| word.chars().all(|c| script_of(c) == Some("Latn"));
    let longest = text.words.iter().map(String::len).max().unwrap_or_default();
    let is_name = longest < 3 || text.words.len() < 2 && longest < 4;
    let has_tag = |part: &Part<'_>| matches!(part, Part::Text(text) if text.contains('<'));
    !is_name && !Parts::of(text.pattern).all.iter().any(has_tag) && text.words.iter().all(is_latin)
}

/// Whether a text has an English word that no other language has, and only words of the source beside it.
fn is_all_english(text: &Text<'_, '_>, vocabulary: &HashSet<String>) -> bool {
    let is_known = |word: &String| ENGLISH.contains(&&**word) || vocabulary.contains(word);
    text.words.iter().any(|word| ENGLISH.contains(&&**word)) && text.words.iter().all(is_known)
}

/// Finds an English word in another text. In quotes it may be a name.
fn english_word(text: &Text<'_, '_>) -> Option<Range<usize>> {
    for shown in Visible::of(text.pattern) {
        let mut is_first = true;
        let mut is_quoted = false;
        let mut last = 0;
        for word in shown.text.split(|c: char| !c.is_ascii_alphabetic()) {
            if word.is_empty() {
                continue;
            }
            let start = offset_in(&shown.text, word);
            let between = shown.text.get(last..start)?;
            last = start + word.len();
            is_quoted ^= between.matches(|c| "“”„«»「」『』\"".contains(c)).count() % 2 == 1;
            let is_apart = start == 0 || between.ends_with(|c: char| c == ' ' || !c.is_ascii());
            let lower = if is_first { word.to_ascii_lowercase() } else { word.to_owned() };
            is_first = false;
            if ENGLISH.contains(&&*lower) && is_apart && !is_quoted {
                return Some(shown.place(text.entry, start..last));
            }
        }
    }
    None
}

/// Finds two or more words of the source in a row, in lower case: names have capitals.
fn english_words(text: &Text<'_, '_>, vocabulary: &HashSet<String>) -> Option<Range<usize>> {
    const MARKS: [char; 4] = ['.', ',', '。', '।'];
    let is_word =
        |word: &str| word.chars().all(|c| c.is_ascii_lowercase()) && vocabulary.contains(word);
    for shown in Visible::of(text.pattern) {
        let mut run: Vec<&str> = Vec::new();
        for word in shown.text.split(' ') {
            if is_word(word.trim_matches(MARKS)) {
                run.push(word);
                continue;
            }
            if run.len() > 1 {
                break;
            }
            run.clear();
        }
        if let [first, .., last] = run[..] {
            let start = offset_in(&shown.text, first);
            let end = offset_in(&shown.text, last) + last.trim_end_matches(MARKS).len();
            return Some(shown.place(text.entry, start..end));
        }
    }
    None
}

/// Whether a text has at least four words, and nearly all are words of the source.
fn is_english(text: &Text<'_, '_>) -> bool {
    text.known > 3 && text.known * 4 >= text.words.len() * 3
}

/// Whether all of a few words are words of the source, and no other text of the locale has any of them.
fn is_short_english(text: &Text<'_, '_>, own: &HashSet<&String>) -> bool {
    text.known > 2
        && text.known == text.words.len()
        && !text.words.iter().any(|word| own.contains(word))
}
