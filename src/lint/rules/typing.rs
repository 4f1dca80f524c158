//! Rule `typing`: slips of the fingers, and habits from other file formats.

mod brackets;
mod sentences;
mod words;

use std::collections::HashMap;

use super::quotes::has_typed;
use super::text::find::is_of_entity;
use crate::finding::{Finding, Rule};
use crate::lint::model::conventions::{Pair, Quotes, is_among};
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::mistake::Mistake;
use crate::lint::model::scan::{after, before, end_of_run, is_ascii_word, is_space};
use crate::lint::model::shown::{PLACEABLE, Shown};

/// What typing depends on in a language.
struct Habits<'l> {
    language: &'l str,
    script: String,
    quotes: Quotes,
    /// The quotation marks that must have a partner.
    pairs: Vec<Pair>,
    /// The language writes a space before `:`, `;`, `!` and `?`, if only in some regions.
    spaces_marks: bool,
    /// Every region that the locale is for does.
    needs_space: bool,
}

impl Habits<'_> {
    fn of<'l>(locale: &'l Locale<'_>) -> Habits<'l> {
        let language = locale.language();
        let (script, quotes) = (locale.script(), locale.quotes());
        let pairs = match &*script {
            // There the marks are used in either order.
            "Arab" | "Hebr" => Vec::new(),
            _ => Vec::from([quotes.outer, quotes.inner]),
        };
        let is_elsewhere = locale.tag.ends_with("-CA") || locale.tag.ends_with("-CH");
        Habits {
            language,
            script,
            quotes,
            pairs,
            spaces_marks: matches!(language, "fr" | "br"),
            needs_space: language == "fr" && !is_elsewhere,
        }
    }

    /// Whether punctuation is as wide as a Han character.
    fn is_wide(&self) -> bool {
        matches!(&*self.script, "Hans" | "Hant" | "Jpan")
    }
}

/// Rule `typing`.
pub(crate) fn typing(locale: &Locale<'_>, source: Option<&Locale<'_>>) -> Vec<Finding> {
    let habits = Habits::of(locale);
    let mut findings = Vec::new();
    for entry in &locale.entries {
        let originals = locale.original(entry, source).map(texts_by_name).unwrap_or_default();
        let is_whole = !entry.is_followed_by_junk();
        for (name, pattern) in entry.patterns() {
            let originals = originals.get(name).map(Vec::as_slice).unwrap_or_default();
            let is_quoted_there = originals.iter().any(|text| in_quotes(text).is_some());
            for shown in Shown::all(pattern) {
                let text = &*shown.text;
                if has_typed(text, habits.quotes) {
                    continue;
                }
                let mut found = Vec::new();
                match in_quotes(text) {
                    Some(quoted) if !is_quoted_there => found.push(quoted),
                    _ => found.extend(around(text, originals, is_whole, &habits)),
                }
                found.extend(marks_in_a_row(text));
                found.extend(spaces_in_a_row(text));
                found.extend(space_before_mark(text, &habits));
                found.extend(words::twice(text, &habits));
                found.extend(sentences::mistakes(text, &habits));
                for mistake in found {
                    findings.extend(report(entry, &shown, mistake));
                }
            }
        }
    }
    findings
}

/// What is wrong at the start or the end of a text, and the brackets between. Of a text that is not
/// whole, only the start counts: the rest may not be indented.
fn around(text: &str, originals: &[String], is_whole: bool, habits: &Habits<'_>) -> Vec<Mistake> {
    let mut found = Vec::from_iter(at_start(text));
    if !is_whole {
        return found;
    }
    if let Some(mistake) = at_end(text, habits)
        && !originals.iter().any(|original| last_char(original) == last_char(text))
    {
        found.push(mistake);
    }
    found.extend(brackets::unpaired(text, habits));
    found
}

fn last_char(text: &str) -> Option<char> {
    text.trim_end().chars().next_back()
}

fn report(entry: &Entry<'_>, shown: &Shown<'_>, mistake: Mistake) -> Option<Finding> {
    let place = shown.place(entry.resource, mistake.place)?;
    let mut message = mistake.message;
    if message.is_empty() {
        let written = entry.resource.text().get(place.clone())?;
        let mut chars = written.trim_end_matches(ENDS).chars();
        chars.next();
        chars.next_back();
        let text = chars.as_str().trim();
        message = format!("the whole text is in quotes, which users would see; write `{text}`");
    }
    Some(entry.over(Rule::Typing, place, message))
}

/// What ends a text in other file formats.
const ENDS: [char; 4] = [';', ',', '；', '，'];

/// The marks around a text that is in quotes.
const PAIRS: &str = "\"\" '' “” „“ „” ”” «» »« 「」 『』 ‘’";

/// A whole text in quotes, as values in other file formats are.
fn in_quotes(text: &str) -> Option<Mistake> {
    let start = text.len() - text.trim_start().len();
    let text = text.trim();
    let mut chars = text.trim_end_matches(ENDS).trim_end().chars();
    let pair = String::from_iter([chars.next()?, chars.next_back()?]);
    let rest = chars.as_str();
    let has_words = rest.contains(char::is_alphabetic);
    if !is_among(&pair, PAIRS) || !has_words || rest.contains(is_of_pair) {
        return None;
    }
    // The message quotes what is written, placeables included.
    Some(Mistake::new(start..start + text.len(), ""))
}

/// Whether a character is a quotation mark, and no apostrophe.
fn is_of_pair(c: char) -> bool {
    PAIRS.contains(c) && !matches!(c, '’' | '\'' | ' ')
}

/// The texts of a message by the names that [`Entry::patterns`] gives them.
fn texts_by_name<'s>(entry: &Entry<'s>) -> HashMap<&'s str, Vec<String>> {
    let mut texts = HashMap::new();
    for (name, pattern) in entry.patterns().into_iter().rev() {
        let shown = Shown::all(pattern).into_iter();
        texts.insert(name, shown.map(|shown| shown.text).collect());
    }
    texts
}

/// A text that starts with what belongs before it, such as a second `=`.
fn at_start(text: &str) -> Option<Mistake> {
    let spaces = text.len() - text.trim_start().len();
    let start = text.get(spaces..)?;
    let rest = start
        .trim_start_matches([' ', '=', '＝', '>', ':', '：', ',', '，', '、', '。', ';', '；']);
    let found = start.get(..start.len() - rest.len())?;
    // `:block` and `:-)` are no mistakes.
    let is_name = found.ends_with(':');
    if found.is_empty() || rest.is_empty() || is_name {
        return None;
    }
    let message = format!("the text starts with `{}`; remove it", found.trim());
    Some(Mistake::new(spaces..spaces + found.len(), message))
}

/// A text that ends as statements in other file formats do.
fn at_end(text: &str, habits: &Habits<'_>) -> Option<Mistake> {
    let text = text.trim_end();
    let rest = text.trim_end_matches([';', ',', '；', '，', '、', '\\']);
    let found = text.get(rest.len()..)?;
    let is_after_end = rest.trim_end().ends_with(['.', '!', '…']);
    // The Greek question mark is `;`.
    let is_question = habits.language == "el" && found == ";" && !is_after_end;
    let is_list = rest.contains(';');
    let is_entity = rest.trim_end_matches(is_of_entity).ends_with('&');
    if found.is_empty() || rest.trim().is_empty() || is_question || is_list || is_entity {
        return None;
    }
    let message = format!("the text ends with `{found}`; remove it");
    Some(Mistake::new(rest.len()..text.len(), message))
}

/// A punctuation mark twice, or two of which one is enough.
fn marks_in_a_row(text: &str) -> Option<Mistake> {
    let mut start = 0;
    while let Some(found) = text.get(start..)?.find(is_mark) {
        let at = start + found;
        start = end_of_run(text, at, is_mark);
        let run = text.get(at..start)?;
        if let Some(message) = fault_of_run(run, before(text, at), after(text, start)) {
            return Some(Mistake::new(at..start, message));
        }
    }
    None
}

fn is_mark(c: char) -> bool {
    is_narrow(c) || is_wide(c) || "!?！？،؛؟۔।".contains(c)
}

fn is_narrow(c: char) -> bool {
    matches!(c, ',' | ';' | '.' | ':')
}

fn is_wide(c: char) -> bool {
    matches!(c, '，' | '、' | '；' | '。' | '：')
}

fn fault_of_run(run: &str, before: Option<char>, after: Option<char>) -> Option<String> {
    let marks: Vec<char> = run.chars().collect();
    let [first, second] = marks[..] else {
        return None;
    };
    let is_before_word = after.is_some_and(is_ascii_word);
    if first == second {
        // `a::b`, `::first-line`, `0..5` and `../a` are not prose.
        let is_code = matches!(after, Some('/' | '\\'))
            || is_before_word && (first == ':' || before.is_some_and(is_ascii_word));
        return (!is_code || !matches!(first, '.' | ':'))
            .then(|| format!("the same mark twice: `{run}`; write `{first}`"));
    }
    let is_file_name = second == '.' && is_before_word;
    let is_mistake = is_wide(first) && (is_wide(second) || is_narrow(second))
        || is_wide(second) && is_narrow(first)
        || first == ',' && is_narrow(second)
        || first == '،' && (is_narrow(second) || second == '؛');
    (is_mistake && !is_file_name)
        .then(|| format!("two marks in a row: `{run}`; write `{second}` or `{first}`"))
}

/// Two spaces between words.
fn spaces_in_a_row(text: &str) -> Option<Mistake> {
    let start = text.len() - text.trim_start().len();
    let inner = text.trim();
    let mut previous = ' ';
    for (at, c) in inner.char_indices() {
        if is_space(c) && is_space(previous) {
            let end = end_of_run(inner, at, is_space);
            let words = inner.get(..at)?.trim_end_matches(is_space);
            if after(inner, end) != Some('\n') && !words.ends_with('\n') {
                let message = "more than one space; remove the extra ones";
                return Some(Mistake::new(start + at..start + end, message));
            }
        }
        previous = c;
    }
    None
}

/// A space before a punctuation mark that follows its word.
fn space_before_mark(text: &str, habits: &Habits<'_>) -> Option<Mistake> {
    for (at, mark) in text.char_indices() {
        let before = text.get(..at)?;
        let words = before.trim_end_matches(is_space);
        let is_inside = words.len() < before.len() && !words.is_empty() && !words.ends_with('\n');
        let after = after(text, at + mark.len_utf8());
        if is_inside && follows_word(mark, words.chars().next_back(), after, habits) {
            let message = format!("a space before `{mark}`; remove it");
            return Some(Mistake::new(words.len()..at, message));
        }
    }
    None
}

fn follows_word(
    mark: char,
    before: Option<char>,
    after: Option<char>,
    habits: &Habits<'_>,
) -> bool {
    let is_end = after.is_none_or(|c| c.is_whitespace() || ")]}”»’\"'」』）".contains(c));
    let writes_marks_close = !habits.spaces_marks
        && matches!(&*habits.script, "Latn" | "Cyrl" | "Grek" | "Hebr" | "Arab");
    match mark {
        // `.NET`, `.5`, ` ...`
        '.' => is_end,
        // `:)`
        ':' | ';' if matches!(after, Some('(' | ')')) => false,
        '!' | '?' | ';' => is_end && writes_marks_close,
        // A colon between placeables separates them: `2 : 1`.
        ':' => is_end && writes_marks_close && before != Some(PLACEABLE),
        _ => ",，、。；！？،؛؟۔।".contains(mark),
    }
}
