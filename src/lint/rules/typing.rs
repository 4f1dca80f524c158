//! Rule `typing`: slips of the fingers, and habits from other file formats.

mod brackets;
mod sentences;
mod words;

use std::collections::HashMap;

use super::quotes::has_typed;
use crate::finding::{Finding, Rule};
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::mistake::Mistake;
use crate::lint::model::shown::{PLACEABLE, Shown};

/// What typing depends on in a language.
struct Habits<'l> {
    language: &'l str,
    script: String,
    /// The language writes a space before `:`, `;`, `!` and `?`, if only in some regions.
    spaces_marks: bool,
    /// Every region that the locale is for does.
    needs_space: bool,
}

impl Habits<'_> {
    fn of<'l>(locale: &'l Locale<'_>) -> Habits<'l> {
        let language = locale.language();
        let spaces_marks = matches!(language, "fr" | "br");
        let is_elsewhere = ["-CA", "-CH"].iter().any(|region| locale.tag.ends_with(region));
        let needs_space = language == "fr" && !is_elsewhere;
        Habits { language, script: locale.script(), spaces_marks, needs_space }
    }

    /// Whether punctuation is as wide as a Han character.
    fn is_wide(&self) -> bool {
        matches!(&*self.script, "Hans" | "Hant" | "Jpan")
    }
}

/// Rule `typing`.
pub(crate) fn typing(locale: &Locale<'_>, source: Option<&Locale<'_>>) -> Vec<Finding> {
    let habits = Habits::of(locale);
    let quotes = locale.quotes();
    let mut findings = Vec::new();
    for entry in &locale.entries {
        let original = source.and_then(|source| source.message(entry.name));
        let originals = original.filter(|_| locale.is_first(entry)).map(texts_by_name);
        let is_whole = !entry.is_followed_by_junk();
        for (name, pattern) in entry.patterns() {
            let originals = originals.as_ref().and_then(|texts| texts.get(name));
            let originals = originals.map(Vec::as_slice).unwrap_or_default();
            let is_quoted_there = originals.iter().any(|text| in_quotes(text).is_some());
            let ends_there =
                |end: char| originals.iter().any(|text| text.trim_end().ends_with(end));
            for shown in Shown::all(pattern) {
                if has_typed(&shown.text, quotes) {
                    continue;
                }
                let mut found = Vec::new();
                match in_quotes(&shown.text) {
                    Some(quoted) if !is_quoted_there => found.push(quoted),
                    _ => {
                        found.extend(at_start(&shown.text));
                        // The rest of the text may not be indented.
                        let end = if is_whole { at_end(&shown.text, &habits) } else { None };
                        found.extend(end.filter(|_| !shown.text.trim_end().ends_with(ends_there)));
                        if is_whole {
                            found.extend(brackets::unpaired(&shown.text, quotes, &habits));
                        }
                    }
                }
                found.extend(marks_in_a_row(&shown.text));
                found.extend(spaces_in_a_row(&shown.text));
                found.extend(space_before_mark(&shown.text, &habits));
                found.extend(words::twice(&shown.text, &habits));
                found.extend(sentences::mistakes(&shown.text, &habits));
                for mistake in found {
                    findings.extend(report(entry, &shown, mistake));
                }
            }
        }
    }
    findings
}

fn report(entry: &Entry<'_>, shown: &Shown<'_>, mistake: Mistake) -> Option<Finding> {
    let place = shown.place(entry.resource, mistake.place)?;
    let mut message = mistake.message;
    if message.is_empty() {
        let written = entry.resource.text().get(place.clone())?;
        let text = written.trim_end_matches(ENDS);
        let mut chars = text.chars();
        chars.next();
        chars.next_back();
        let text = chars.as_str().trim();
        message = format!("the whole text is in quotes, which users would see; write `{text}`");
    }
    Some(entry.over(Rule::Typing, place, message))
}

/// What ends a text in other file formats.
const ENDS: [char; 4] = [';', ',', '；', '，'];

/// A whole text in quotes, as values in other file formats are.
fn in_quotes(text: &str) -> Option<Mistake> {
    const PAIRS: [&str; 11] =
        ["\"\"", "''", "“”", "„“", "„”", "””", "«»", "»«", "「」", "『』", "‘’"];
    let start = text.len() - text.trim_start().len();
    let text = text.trim();
    let inner = text.trim_end_matches(ENDS).trim_end();
    let mut chars = inner.chars();
    let pair = String::from_iter([chars.next()?, chars.next_back()?]);
    let is_pair = PAIRS.contains(&&*pair);
    let rest = chars.as_str();
    let is_mark = |c: char| c != '’' && c != '\'' && PAIRS.iter().any(|pair| pair.contains(c));
    let place = start..start + text.len();
    // The message quotes what is written, placeables included.
    let has_words = rest.contains(char::is_alphabetic);
    (is_pair && has_words && !rest.contains(is_mark)).then_some(Mistake::new(place, ""))
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
    let marks = ['=', '＝', '>', ':', '：', ',', '，', '、', '。', ';', '；'];
    let spaces = text.len() - text.trim_start().len();
    let start = text.get(spaces..)?;
    let rest = start.trim_start_matches(|c| marks.contains(&c) || c == ' ');
    let found = start.get(..start.len() - rest.len())?;
    // `:block` and `:-)` are no mistakes.
    let is_name = found.ends_with(':');
    if found.trim().is_empty() || rest.is_empty() || is_name {
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
    let is_entity = rest.rsplit('&').next().is_some_and(|name| {
        name.len() < rest.len() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
    });
    if found.is_empty() || rest.trim().is_empty() || is_question || is_list || is_entity {
        return None;
    }
    let message = format!("the text ends with `{found}`; remove it");
    Some(Mistake::new(rest.len()..text.len(), message))
}

/// A punctuation mark twice, or two of which one is enough.
fn marks_in_a_row(text: &str) -> Option<Mistake> {
    const MARKS: &str = ",;.:!?，、；。：！？،؛؟۔।";
    let mut start = 0;
    while let Some(found) = text.get(start..)?.find(|c| MARKS.contains(c)) {
        let at = start + found;
        let rest = text.get(at..)?;
        let end = at + rest.find(|c| !MARKS.contains(c)).unwrap_or(rest.len());
        let run = text.get(at..end)?;
        let before = text.get(..at)?.chars().next_back();
        let after = text.get(end..)?.chars().next();
        start = end;
        if let Some(message) = fault_of_run(run, before, after) {
            return Some(Mistake::new(at..end, message));
        }
    }
    None
}

fn fault_of_run(run: &str, before: Option<char>, after: Option<char>) -> Option<String> {
    let marks: Vec<char> = run.chars().collect();
    let [first, second] = marks[..] else {
        return None;
    };
    let is_ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if first == second {
        // `a::b`, `::first-line`, `0..5` and `../a` are not prose.
        let is_code = is_ascii(after) && (first == ':' || is_ascii(before))
            || matches!(after, Some('/' | '\\'));
        let is_prose = !matches!(first, '.' | ':') || !is_code;
        return is_prose.then(|| format!("the same mark twice: `{run}`; write `{first}`"));
    }
    let is_wide = |c: char| "，、；。：".contains(c);
    let is_narrow = |c: char| ",;.:".contains(c);
    let is_either = |c: char| is_wide(c) || is_narrow(c);
    let is_file_name = second == '.' && is_ascii(after);
    let is_mistake = is_wide(first) && is_either(second)
        || is_wide(second) && is_either(first)
        || first == ',' && is_narrow(second)
        || first == '،' && (is_narrow(second) || second == '؛');
    (is_mistake && !is_file_name)
        .then(|| format!("two marks in a row: `{run}`; write `{second}` or `{first}`"))
}

fn is_space(c: char) -> bool {
    c.is_whitespace() && c != '\n'
}

/// Two spaces between words.
fn spaces_in_a_row(text: &str) -> Option<Mistake> {
    let start = text.len() - text.trim_start().len();
    let inner = text.trim();
    let mut previous = None;
    for (at, c) in inner.char_indices() {
        if is_space(c) && previous.is_some_and(is_space) {
            let rest = inner.get(at..)?;
            let len = rest.find(|c| !is_space(c))?;
            let is_at_line_end = rest.get(len..)?.starts_with('\n');
            let words = inner.get(..at)?.trim_end_matches(is_space);
            if is_at_line_end || words.ends_with('\n') {
                continue;
            }
            let place = start + at..start + at + len;
            return Some(Mistake::new(place, "more than one space; remove the extra ones"));
        }
        previous = Some(c);
    }
    None
}

/// A space before a punctuation mark that follows its word.
fn space_before_mark(text: &str, habits: &Habits<'_>) -> Option<Mistake> {
    for (at, mark) in text.char_indices() {
        let before = text.get(..at)?;
        let words = before.trim_end_matches(is_space);
        let is_inside = words.len() < before.len() && !words.is_empty() && !words.ends_with('\n');
        let after = text.get(at + mark.len_utf8()..)?.chars().next();
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
        ',' | '，' | '、' | '。' | '；' | '！' | '？' | '،' | '؛' | '؟' | '۔' | '।' => {
            true
        }
        // `:)`
        ':' | ';' if matches!(after, Some('(' | ')')) => false,
        '!' | '?' | ';' => is_end && writes_marks_close,
        // A colon between placeables separates them: `2 : 1`.
        ':' => is_end && writes_marks_close && before != Some(PLACEABLE),
        _ => false,
    }
}
