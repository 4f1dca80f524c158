//! Texts that are still in the language of the source.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use fluent_syntax::ast::Pattern;

use super::writing::Writing;
use crate::finding::{Finding, Rule};
use crate::lint::model::characters::letters;
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::parts::{Part, Parts};
use crate::lint::model::script::script_of;
use crate::lint::model::visible::Visible;

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
        if let Some(place) = original.and_then(|original| beside(original, text)) {
            let message = "the source is still here beside its translation; remove it";
            findings.push(text.entry.over(Rule::SameAsSource, place, message));
            continue;
        }
        let message = if original.is_some_and(|original| is_same(original, text)) {
            "this text is the same as the source; translate it".to_owned()
        } else if !is_latin && has_only_latin(text) {
            "this text has only Latin letters; translate it".to_owned()
        } else if !is_latin && let Some(place) = english_words(text, &vocabulary) {
            let found = text.entry.resource.text().get(place.clone()).unwrap_or_default();
            let message = format!("`{found}` is in the language of the source; translate it");
            findings.push(text.entry.over(Rule::SameAsSource, place, message));
            continue;
        } else if is_latin && (is_english(text) || is_short_english(text, &own)) {
            "this text is in the language of the source; translate it".to_owned()
        } else {
            continue;
        };
        let place = text.entry.text_place(text.name, text.pattern);
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

/// Returns the words of a text. An apostrophe ends one.
fn words(pattern: &Pattern<&str>) -> Vec<String> {
    let mut words = Vec::new();
    for part in Parts::of(pattern).all {
        if let Part::Text(text) = part {
            let all = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
            words.extend(all.map(str::to_lowercase));
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

/// Finds two or more words of the source in a row, in lower case: names have capitals.
fn english_words(text: &Text<'_, '_>, vocabulary: &HashSet<String>) -> Option<Range<usize>> {
    let is_word =
        |word: &str| word.chars().all(|c| c.is_ascii_lowercase()) && vocabulary.contains(word);
    for shown in Visible::of(text.pattern) {
        let words: Vec<&str> = shown.text.split(' ').collect();
        let count_at = |start: usize| {
            words
                .iter()
                .skip(start)
                .take_while(|word| is_word(word.trim_matches(['.', ',', '。', '।'])))
                .count()
        };
        let start = (0..words.len()).find(|start| count_at(*start) > 1);
        if let Some(start) = start {
            let run = words.get(start..start + count_at(start))?;
            let at: usize = words.get(..start)?.iter().map(|word| word.len() + 1).sum();
            let len = run.join(" ").trim_end_matches(['.', ',', '。', '।']).len();
            return Some(shown.place(text.entry, at..at + len));
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
