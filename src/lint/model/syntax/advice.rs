//! What to write in place of what the parser cannot read: habits from other formats and languages.

use std::ops::Range;

use crate::lint::model::braces::SIGNS;
use crate::lint::model::characters::narrow;
use crate::lint::model::codes::{joined_id, rank};
use crate::lint::model::conventions;
use crate::lint::model::mistake::Mistake;
use crate::lint::model::parts::Definition;
use crate::lint::model::resource::Resource;
use crate::lint::model::script::lookalike;
use crate::overlay::fault::GIVEN;
use crate::overlay::syntax::{is_id_char, is_odd_space};

/// Returns better advice than the parser’s about what fails at a place in a part of the text, if
/// the cause is a known habit.
pub(super) fn advise(resource: &Resource<'_>, junk: Range<usize>, at: usize) -> Option<Mistake> {
    let text = resource.text();
    let before = text.get(..at)?.rsplit('\n').next()?;
    let after = text.get(at..)?.split('\n').next()?;
    let line = at - before.len()..at + after.len();
    if line.start == junk.start {
        for habit in [quoted_id, flat_key, spaced_id] {
            if let Some(advice) = habit(text, line.clone()) {
                return Some(advice);
            }
        }
    }
    for habit in [arrow, lone_brace] {
        if let Some(advice) = habit(text, line.clone(), at) {
            return Some(advice);
        }
    }
    match key(resource, junk, line.clone(), at) {
        Some(advice) => Some(advice),
        None => in_braces(resource, line, at),
    }
}

/// An attribute with the id of its message, as in a .properties file: `error-x.suggestion = `.
fn flat_key(text: &str, line: Range<usize>) -> Option<Mistake> {
    let (key, _) = text.get(line.clone())?.split_once('=')?;
    let key = key.trim_end();
    let (id, attribute) = key.split_once('.')?;
    if !is_name(id) || !is_name(attribute) {
        return None;
    }
    let message = format!(
        "an attribute is on a line of its own below its message; write `.{attribute}`, indented \
         by four spaces"
    );
    Some(Mistake::new(line.start..line.start + key.len(), message))
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_id_char)
}

/// A message as other formats write it: `"error-x" = "...";`, `"error-x": "...",`.
fn quoted_id(text: &str, line: Range<usize>) -> Option<Mistake> {
    let whole = text.get(line.clone())?.trim_end();
    let (id, rest) = whole.strip_prefix('"')?.split_once('"')?;
    let value = rest.trim_start().strip_prefix(['=', ':'])?.trim();
    let value = value.trim_end_matches([';', ',']).trim_end();
    let value = value.strip_prefix('"')?.strip_suffix('"')?;
    rank(id)?;
    let message =
        format!("a message has no quotes around its id and its text; write `{id} = {value}`");
    Some(Mistake::new(line.start..line.start + whole.len(), message))
}

/// Spaces in the id of a code.
fn spaced_id(text: &str, line: Range<usize>) -> Option<Mistake> {
    let (id, _) = text.get(line.clone())?.split_once('=')?;
    let right = joined_id(id)?;
    let message = format!("an id has no spaces; write `{right}`");
    Some(Mistake::new(line.start..line.start + id.trim_end().len(), message))
}

/// Another arrow than Fluent’s after a selector.
fn arrow(text: &str, line: Range<usize>, at: usize) -> Option<Mistake> {
    const ARROWS: [&str; 9] = ["=>", "-->", "→", "⇒", "–>", "—>", ">", ":", "-"];
    let rest = text.get(at..line.end)?;
    let found = ARROWS.into_iter().find(|arrow| rest.starts_with(arrow))?;
    let (_, selector) = text.get(line.start..at)?.rsplit_once('{')?;
    let name = selector.trim().strip_prefix('$')?;
    let after = rest.get(found.len()..)?.trim_start();
    let has_variants = after.is_empty() || after.starts_with(['[', '*']);
    if !has_variants || !name.chars().all(is_id_char) {
        return None;
    }
    let message = format!("expected `->` after the selector, found `{found}`");
    Some(Mistake::new(at..at + found.len(), message))
}

/// The closing brace of a variable or term without its opening brace: `$code }`, `} $code {`.
fn lone_brace(text: &str, line: Range<usize>, at: usize) -> Option<Mistake> {
    let after = text.get(at..line.end)?.strip_prefix('}')?;
    let before = text.get(line.start..at)?;
    let (name, place) = match after.trim_start().split_once('{') {
        Some((name, rest)) if name.trim_end().starts_with(['$', '-']) => {
            (name.trim_end(), at..line.end - rest.len())
        }
        _ => {
            let bare = before.trim_end();
            let start = bare.trim_end_matches(is_name_part).len();
            (bare.get(start..)?, line.start + start..at + 1)
        }
    };
    let found = text.get(place.clone())?;
    if name.len() < 2 || !name.starts_with(['$', '-']) || !name.chars().all(is_name_part) {
        return None;
    }
    Some(Mistake::new(place, format!("expected `{{ {name} }}`, found `{found}`")))
}

fn is_name_part(c: char) -> bool {
    is_id_char(c) || c == '$'
}

/// A plural category that is translated into another script.
fn key(
    resource: &Resource<'_>,
    junk: Range<usize>,
    line: Range<usize>,
    at: usize,
) -> Option<Mistake> {
    let text = resource.text();
    let (before, _) = text.get(line.start..at)?.rsplit_once('[')?;
    let start = line.start + before.len() + 1;
    let (key, _) = text.get(start..line.end)?.split_once(']')?;
    if !text.get(junk.start..at)?.contains("->") || !key.chars().any(is_foreign) {
        return None;
    }
    let junk = text.get(junk)?;
    let is_default = before.ends_with('*');
    let mut free = Vec::new();
    for category in conventions::plurals(resource.file.file.locale())?.needed {
        if !is_default && category != "other" && !junk.contains(&format!("[{category}]")) {
            free.push(format!("`{category}`"));
        }
    }
    if is_default {
        free.push("`other`".to_owned());
    }
    let message = match free.is_empty() {
        true => format!("`{key}` is no plural category; remove the variant"),
        false => format!("plural categories are written in English; write {}", free.join(" or ")),
    };
    Some(Mistake::new(start..start + key.trim_end().len(), message))
}

/// Whether a character cannot be in a key, and does not stand for another of Fluent's syntax.
fn is_foreign(c: char) -> bool {
    !is_id_char(c) && c != ' ' && narrow(c).is_none()
}

fn is_typed(c: char) -> bool {
    narrow(c).is_some()
}

/// A placeable of another system, or the translated name of a variable or a term.
fn in_braces(resource: &Resource<'_>, line: Range<usize>, at: usize) -> Option<Mistake> {
    let text = resource.text();
    let place = open_braces(text, line.clone(), at)?;
    let inside = text.get(place.start + 1..place.end - 1)?;
    let content = inside.trim();
    let start = place.start + 1 + (inside.len() - inside.trim_start().len());
    if content.contains("->") || content.contains(is_typed) {
        return None;
    }
    let name_end = content.find([' ', '}', '(', '.', ',']).unwrap_or(content.len());
    let name = content.get(..name_end)?;
    if !name.is_ascii() && name.chars().all(is_ascii_or_alike) {
        // The parser's error names the letter.
        return None;
    }
    match content.chars().next() {
        Some(sign @ ('-' | '$')) if !name.is_ascii() => {
            let right = if sign == '-' { only_term(resource)? } else { "code" };
            let message = format!("`{name}` is a translated name; write `{sign}{right}`");
            Some(Mistake::new(start..start + name.len(), message))
        }
        Some('-' | '$') => {
            if inside.contains(is_odd_space) {
                return None;
            }
            let right = meant(resource, content)?;
            let message = format!("expected `{{ {right} }}`, found `{{{inside}}}`");
            Some(Mistake::new(place, message))
        }
        Some('"') => None,
        _ => {
            let is_sign = text.get(..place.start)?.ends_with(SIGNS);
            let place = place.start - usize::from(is_sign)..place.end;
            let found = text.get(place.clone())?;
            let message =
                format!("`{found}` is not Fluent’s syntax; write `{{ $code }}`, or remove it");
            Some(Mistake::new(place, message))
        }
    }
}

fn is_ascii_or_alike(c: char) -> bool {
    c.is_ascii() || lookalike(c).is_some()
}

/// Returns the variable or term that is meant by a name with stray characters: `$ code`,
/// `$code, number`, `-multimedia plugin`.
fn meant(resource: &Resource<'_>, content: &str) -> Option<String> {
    let mut words: Vec<&str> = content.split(is_no_word_part).collect();
    words.retain(|word| !word.is_empty());
    let first = words.first().copied().unwrap_or_default();
    if GIVEN.contains(&first) {
        return Some(format!("${first}"));
    }
    let term = only_term(resource)?;
    (words.join("-") == term).then_some(format!("-{term}"))
}

fn is_no_word_part(c: char) -> bool {
    c == '-' || !is_id_char(c)
}

/// Returns the place of the braces on a line around a place, all of them if they are nested.
fn open_braces(text: &str, line: Range<usize>, at: usize) -> Option<Range<usize>> {
    let mut depth = 0_usize;
    let mut start = None;
    for (offset, c) in text.get(line.clone())?.char_indices() {
        let here = line.start + offset;
        match c {
            '{' => {
                depth += 1;
                start = start.or(Some(here));
            }
            '}' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    let place = start.take()?..here + 1;
                    if place.contains(&at) {
                        return Some(place);
                    }
                }
            }
            _ => {}
        }
    }
    None
}

/// Returns the name of the term of a file that has one only.
fn only_term<'r>(resource: &'r Resource<'_>) -> Option<&'r str> {
    let mut names = Vec::new();
    for entry in resource.parsed.entries() {
        if let Some(Definition { is_term: true, name, .. }) = Definition::of(entry) {
            names.push(name);
        }
    }
    match names[..] {
        [name] => Some(name),
        _ => None,
    }
}
