//! The text of a message and its suggestion in each other's place.

use std::collections::HashMap;
use std::ops::Range;

use fluent_syntax::ast::{Attribute, Pattern};

use crate::finding::{Finding, Rule};
use crate::lint::model::characters::letters;
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::parts::is_blank;
use crate::lint::model::scan::is_no_word;
use crate::lint::model::script::script_of;
use crate::lint::model::visible::Visible;
use crate::texts::SUGGESTION;

/// Rule `typing` for a suggestion that is equal to its text, in it, or swapped with it.
pub(super) fn mixed_up(locale: &Locale<'_>) -> Vec<Finding> {
    let habits = Habits::of(locale);
    let mut findings = Vec::new();
    for entry in locale.first_messages() {
        let attribute = entry.attributes.iter().find(|attribute| attribute.id.name == SUGGESTION);
        let (Some(value), Some(Attribute { id, value: advice })) = (entry.value, attribute) else {
            continue;
        };
        if is_blank(value) || is_blank(advice) {
            continue;
        }
        let (text, suggestion) = (plain(value), plain(advice));
        let (place, message) = if letters(&text).eq(letters(&suggestion)) {
            let message = "this suggestion is the same as the text; the text says what happened, \
                and the suggestion what the user can do";
            (entry.text_place(id.name, advice), message)
        } else if let Some(place) = repeated(entry, value, &suggestion) {
            (place, "`.suggestion` says this too, and both are shown; remove it here")
        } else if habits.are_swapped(&text, &suggestion) {
            let message = "this text and its `.suggestion` seem to be swapped; exchange them";
            (entry.text_place(entry.name, value), message)
        } else {
            continue;
        };
        findings.push(entry.over(Rule::Typing, place, message));
    }
    findings
}

/// Returns what users see, without what placeables show.
fn plain(pattern: &Pattern<&str>) -> String {
    Visible::of(pattern).iter().map(|shown| &*shown.text).collect()
}

/// Finds the suggestion in the text, with the punctuation before it or, at the start, after it.
fn repeated(entry: &Entry<'_>, value: &Pattern<&str>, suggestion: &str) -> Option<Range<usize>> {
    const MIN_CHARS: usize = 4;
    const ENDS: [char; 7] = ['.', '。', '।', '!', '！', ')', '）'];
    let sentence = suggestion.trim_end_matches(is_no_word);
    let mut first = sentence.chars();
    let lower: String = first.next()?.to_lowercase().chain(first).collect();
    if sentence.chars().count() < MIN_CHARS {
        return None;
    }
    for shown in Visible::of(value) {
        let text = &*shown.text;
        let Some(at) = text.find(sentence).or_else(|| text.find(&lower)) else {
            continue;
        };
        let before = text.get(..at)?.trim_end_matches(is_separator);
        let after = text.get(at + sentence.len()..)?;
        let after = match before.is_empty() {
            true => after.trim_start_matches(is_no_word),
            false => after.trim_start_matches(ENDS),
        };
        return Some(shown.place(entry, before.len()..text.len() - after.len()));
    }
    None
}

/// Whether a character separates a suggestion from what comes before it.
fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, ',' | '，' | '、' | ';' | '；' | '،' | '-' | '–' | '—' | '(' | '（')
}

/// How often words occur in the texts and in the suggestions of a locale.
struct Habits {
    counts: HashMap<String, [f64; 2]>,
    /// How many suggestions there are.
    suggestions: usize,
}

impl Habits {
    fn of(locale: &Locale<'_>) -> Habits {
        let mut counts: HashMap<String, [f64; 2]> = HashMap::new();
        let mut suggestions = 0;
        for entry in locale.first_messages() {
            for (name, pattern) in entry.patterns() {
                let is_suggestion = name == SUGGESTION;
                suggestions += usize::from(is_suggestion);
                for word in words(&plain(pattern)) {
                    let [in_texts, in_suggestions] = counts.entry(word).or_default();
                    *(if is_suggestion { in_suggestions } else { in_texts }) += 1.0;
                }
            }
        }
        Habits { counts, suggestions }
    }

    /// Whether a text and its suggestion are each more like the other's kind, by the words that
    /// other messages have.
    fn are_swapped(&self, value: &str, suggestion: &str) -> bool {
        // One word that only suggestions have gives 2, so one word is not enough.
        const SURE: f64 = 3.0;
        const MANY: usize = 20;
        let value = self.likeness(value, [1.0, 0.0]);
        let suggestion = self.likeness(suggestion, [0.0, 1.0]);
        // With few suggestions, a word that only one kind has may have no meaning.
        let is_likely = value > 0.0 && value - suggestion > SURE && self.suggestions >= MANY;
        suggestion <= 0.0 && (value > SURE || is_likely)
    }

    /// Returns how much more like a suggestion than like a text this is; `own` are its own counts.
    fn likeness(&self, text: &str, own: [f64; 2]) -> f64 {
        const UNSEEN: f64 = 0.3;
        let mut likeness = 0.0;
        for word in words(text) {
            let [texts, suggestions] = self.counts.get(&word).copied().unwrap_or_default();
            let (texts, suggestions) = (texts - own[0], suggestions - own[1]);
            if texts + suggestions > 1.0 {
                likeness += ((suggestions + UNSEEN) / (texts + UNSEEN)).ln();
            }
        }
        likeness
    }
}

/// Returns the words of a text, each once; where words have no spaces between them, pairs of
/// letters.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(is_between_words) {
        if word.is_empty() {
            continue;
        }
        let letters: Vec<char> = word.to_lowercase().chars().collect();
        if word.chars().any(is_unspaced) {
            words.extend(letters.windows(2).map(String::from_iter));
        } else {
            words.push(letters.into_iter().collect());
        }
    }
    words.sort();
    words.dedup();
    words
}

fn is_between_words(c: char) -> bool {
    !c.is_alphanumeric() && !is_mark(c)
}

/// Whether a character is of a script that writes no spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(script_of(c), Some("Hani" | "Hira" | "Kana" | "Thai" | "Laoo" | "Khmr" | "Mymr"))
}

/// Whether a character is a vowel sign or a tone mark, as in Hindi and Thai.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{93c}' | '\u{94d}' | '\u{e47}'..='\u{e4e}')
}
