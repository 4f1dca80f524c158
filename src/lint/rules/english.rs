//! Texts that are still in the language of the source.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use fluent_syntax::ast::Pattern;

use crate::finding::{Finding, Rule};
use crate::lint::model::characters::{self, letters};
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::parts::{Part, Parts};
use crate::lint::model::scan::{before, end_of_run, is_ascii_letter};
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

impl Text<'_, '_> {
    /// Creates a finding for the whole text.
    fn finding(&self, message: &str) -> Finding {
        let place = self.entry.text_place(self.name, self.pattern);
        self.entry.over(Rule::SameAsSource, place, message)
    }

    /// Creates a finding for words of the text.
    fn finding_at(&self, place: Range<usize>) -> Finding {
        let found = self.entry.resource.text().get(place.clone()).unwrap_or_default();
        let message = format!("`{found}` is in the language of the source; translate it");
        self.entry.over(Rule::SameAsSource, place, message)
    }
}

/// What the words of a text are compared with.
struct Known<'t> {
    /// The words of the source.
    vocabulary: &'t HashSet<String>,
    /// The words of the texts that are not in the language of the source.
    own: HashSet<&'t String>,
    /// Whether the locale is written in Latin.
    is_latin: bool,
}

/// Rule `same-as-source`. Does not apply to other locales of the source's language.
pub(super) fn same_as_source(locale: &Locale<'_>, source: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if locale.language() == source.language() {
        return findings;
    }
    let mut vocabulary = HashSet::new();
    for entry in source.all_messages() {
        vocabulary.extend(words(entry.parts()));
    }
    let texts = texts(locale, &vocabulary);
    let mut own = HashSet::new();
    for text in &texts {
        if text.known * 4 < text.words.len() * 3 {
            own.extend(&text.words);
        }
    }
    let is_latin = match Writing::of(locale) {
        Some(writing) => writing.has("Latn"),
        None => true,
    };
    let known = Known { vocabulary: &vocabulary, own, is_latin };
    let mut originals: HashMap<(&str, &str), &Pattern<&str>> = HashMap::new();
    for entry in source.first_messages() {
        for (name, pattern) in entry.patterns() {
            originals.entry((entry.name, name)).or_insert(pattern);
        }
    }
    for text in &texts {
        let original = originals.get(&(text.entry.name, text.name)).copied();
        findings.extend(untranslated(text, original, &known));
    }
    findings
}

/// Reports a text that is in the language of the source, or the first place where it is.
fn untranslated(
    text: &Text<'_, '_>,
    original: Option<&Pattern<&str>>,
    known: &Known<'_>,
) -> Option<Finding> {
    if let Some(original) = original {
        if let Some(place) = beside(original, text) {
            let message = "the source is still here beside its translation; remove it";
            return Some(text.entry.over(Rule::SameAsSource, place, message));
        }
        if is_same(original, text) {
            return Some(text.finding("this text is the same as the source; translate it"));
        }
    }
    if !known.is_latin {
        if has_only_latin(text) {
            return Some(text.finding("this text has only Latin letters; translate it"));
        }
        if let Some(place) = english_words(text, known.vocabulary) {
            return Some(text.finding_at(place));
        }
    }
    if !is_all_english(text, known.vocabulary) {
        if let Some(place) = english_word(text) {
            return Some(text.finding_at(place));
        }
        if !known.is_latin || !is_english(text) && !is_short_english(text, &known.own) {
            return None;
        }
    }
    Some(text.finding("this text is in the language of the source; translate it"))
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
    let mut parts = Visible::of(original).into_iter();
    let source = parts.find(|part| part.text.split_whitespace().count() >= MIN_WORDS)?;
    let is_mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let sentence = source.text.trim().trim_end_matches(is_mark);
    for shown in Visible::of(text.pattern) {
        if let Some(start) = shown.text.find(sentence) {
            let end = end_of_run(&shown.text, start + sentence.len(), is_mark);
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
            let words = words(Parts::of(pattern).all);
            let known = words.iter().filter(|word| vocabulary.contains(*word)).count();
            if !words.is_empty() {
                texts.push(Text { entry, name, pattern, words, known });
            }
        }
    }
    texts
}

fn words(parts: Vec<Part<'_>>) -> Vec<String> {
    let mut words = Vec::new();
    for part in parts {
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
    let longest = text.words.iter().map(String::len).max().unwrap_or_default();
    let is_name = longest < 3 || text.words.len() < 2 && longest < 4;
    let has_tag = |part: &Part<'_>| matches!(part, Part::Text(text) if text.contains('<'));
    !is_name
        && !Parts::of(text.pattern).all.iter().any(has_tag)
        && text.words.concat().chars().all(|c| script_of(c) == Some("Latn"))
}

/// Whether a text has an English word that no other language has, and only words of the source
/// beside it.
fn is_all_english(text: &Text<'_, '_>, vocabulary: &HashSet<String>) -> bool {
    let is_known = |word: &String| ENGLISH.contains(&&**word) || vocabulary.contains(word);
    text.words.iter().all(is_known) && text.words.iter().any(|word| ENGLISH.contains(&&**word))
}

/// Finds an English word in another text. In quotes it may be a name.
fn english_word(text: &Text<'_, '_>) -> Option<Range<usize>> {
    const QUOTES: [char; 10] = ['“', '”', '„', '«', '»', '「', '」', '『', '』', '"'];
    for shown in Visible::of(text.pattern) {
        let mut is_first = true;
        let mut is_quoted = false;
        let mut last = 0;
        for word in shown.text.split(|c| !is_ascii_letter(c)) {
            if word.is_empty() {
                continue;
            }
            let start = offset_in(&shown.text, word);
            is_quoted ^= shown.text.get(last..start)?.matches(QUOTES).count() % 2 == 1;
            last = start + word.len();
            let before = before(&shown.text, start).unwrap_or(' ');
            let is_apart = before == ' ' || !before.is_ascii();
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
    for shown in Visible::of(text.pattern) {
        let mut run: Vec<&str> = Vec::new();
        for word in shown.text.split(' ') {
            let bare = word.trim_matches(MARKS);
            if bare.as_bytes().iter().all(u8::is_ascii_lowercase) && vocabulary.contains(bare) {
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

/// Whether all of a few words are words of the source, and no other text of the locale has any of
/// them.
fn is_short_english(text: &Text<'_, '_>, own: &HashSet<&String>) -> bool {
    text.known > 2
        && text.known == text.words.len()
        && !text.words.iter().any(|word| own.contains(word))
}
