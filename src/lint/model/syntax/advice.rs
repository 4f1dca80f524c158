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
use crate::overlay::syntax::is_id_char;

/// Returns better advice than the parser’s about what fails at a place in a part of the text, if the cause is a
/// known habit.
pub(super) fn advise(resource: &Resource<'_>, junk: Range<usize>, at: usize) -> Option<Mistake> {
    let text = resource.text();
    let line_start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let line_end = at + text.get(at..)?.find('\n').unwrap_or(text.len() - at);
    let line = line_start..line_end;
    let is_first_line = line_start == junk.start;
    let of_id = match is_first_line {
        true => quoted_id(text, line.clone())
            .or_else(|| flat_key(text, line.clone()))
            .or_else(|| spaced_id(text, line.clone())),
        false => None,
    };
    of_id
        .or_else(|| arrow(text, line.clone(), at))
        .or_else(|| lone_brace(text, line.clone(), at))
        .or_else(|| key(resource, junk, line.clone(), at))
        .or_else(|| in_braces(resource, line, at))
}

/// An attribute with the id of its message, as in a .properties file: `error-x.suggestion = `.
fn flat_key(text: &str, line: Range<usize>) -> Option<Mistake> {
    let (key, _) = text.get(line.clone())?.split_once('=')?;
    let key = key.trim_end();
    let (id, attribute) = key.split_once('.')?;
    let is_name = |name: &str| !name.is_empty() && name.chars().all(is_id_char);
    let place = line.start..line.start + key.len();
    let message = format!(
        "an attribute is on a line of its own below its message; write `.{attribute}`, indented by four spaces"
    );
    (is_name(id) && is_name(attribute)).then_some(Mistake::new(place, message))
}

/// A message as other formats write it: `"error-x" = "...";`, `"error-x": "...",`.
fn quoted_id(text: &str, line: Range<usize>) -> Option<Mistake> {
    let whole = text.get(line.clone())?.trim_end();
    let (id, rest) = whole.strip_prefix('"')?.split_once('"')?;
    let value = rest.trim_start().strip_prefix(['=', ':'])?.trim();
    let value = value.trim_end_matches([';', ',']).trim_end();
    let value = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'))?;
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
    let rest = text.get(at..line.end)?;
    let found = ["=>", "-->", "→", "⇒", "–>", "—>", ">", ":", "-"]
        .into_iter()
        .find(|arrow| rest.starts_with(arrow))?;
    let before = text.get(line.start..at)?;
    let selector = before.get(before.rfind('{')? + 1..)?;
    let is_selector =
        selector.trim().strip_prefix('$').is_some_and(|name| name.chars().all(is_id_char));
    let after = rest.get(found.len()..)?.trim_start();
    let has_variants = after.is_empty() || after.starts_with(['[', '*']);
    let message = format!("expected `->` after the selector, found `{found}`");
    (is_selector && has_variants).then_some(Mistake::new(at..at + found.len(), message))
}

/// The closing brace of a variable or term without its opening brace: `$code }`, `} $code {`.
fn lone_brace(text: &str, line: Range<usize>, at: usize) -> Option<Mistake> {
    let after = text.get(at..line.end)?.strip_prefix('}')?;
    let before = text.get(line.start..at)?;
    let is_name_part = |c: char| is_id_char(c) || c == '$';
    let (name, place) = match after.trim_start().split_once('{') {
        Some((name, rest)) if name.trim_end().starts_with(['$', '-']) => {
            (name.trim_end(), at..line.end - rest.len())
        }
        _ => {
            let bare = before.trim_end();
            let start = bare.len() - bare.rsplit(|c| !is_name_part(c)).next()?.len();
            (bare.get(start..)?, line.start + start..at + 1)
        }
    };
    let found = text.get(place.clone())?;
    let is_name = name.len() > 1 && name.starts_with(['$', '-']) && name.chars().all(is_name_part);
    let message = format!("expected `{{ {name} }}`, found `{found}`");
    is_name.then_some(Mistake::new(place, message))
}

/// A plural category that is translated into another script.
fn key(
    resource: &Resource<'_>,
    junk: Range<usize>,
    line: Range<usize>,
    at: usize,
) -> Option<Mistake> {
    let text = resource.text();
    let before = text.get(line.start..at)?;
    let open = before.rfind('[')?;
    let is_default = before.get(..open)?.ends_with('*');
    let start = line.start + open + 1;
    let (key, _) = text.get(start..line.end)?.split_once(']')?;
    let selects = text.get(junk.start..at)?.contains("->");
    let is_other = key.chars().any(|c| !is_id_char(c) && c != ' ' && narrow(c).is_none());
    let categories = conventions::plurals(resource.file.file.locale())?.needed;
    let is_used = |category: &&str| {
        text.get(junk.clone()).is_some_and(|junk| junk.contains(&format!("[{category}]")))
    };
    let mut free = categories.clone();
    free.retain(|category| !is_used(category) && (*category == "other") == is_default);
    if !selects || !is_other {
        return None;
    }
    let free = if is_default { Vec::from(["other"]) } else { free };
    let message = match &free[..] {
        [] => format!("`{key}` is no plural category; remove the variant"),
        names => {
            let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
            format!("plural categories are written in English; write {}", names.join(" or "))
        }
    };
    let key = key.trim_end();
    Some(Mistake::new(start..start + key.len(), message))
}

/// A placeable of another system, or the translated name of a variable or a term.
fn in_braces(resource: &Resource<'_>, line: Range<usize>, at: usize) -> Option<Mistake> {
    let text = resource.text();
    let place = open_braces(text, line.clone(), at)?;
    let inside = text.get(place.start + 1..place.end - 1)?;
    let content = inside.trim();
    let start = place.start + 1 + (inside.len() - inside.trim_start().len());
    if content.contains("->") || content.chars().any(|c| narrow(c).is_some()) {
        return None;
    }
    let name_end = content.find([' ', '}', '(', '.', ',']).unwrap_or(content.len());
    let name = content.get(..name_end)?;
    let mut foreign = name.chars().filter(|c| !c.is_ascii()).peekable();
    if foreign.peek().is_some() && foreign.all(|c| lookalike(c).is_some()) {
        // The parser's error names the letter.
        return None;
    }
    match content.chars().next() {
        Some('-') if !name.is_ascii() => {
            let term = only_term(resource)?;
            let message = format!("`{name}` is a translated name; write `-{term}`");
            Some(Mistake::new(start..start + name.len(), message))
        }
        Some('$') if !name.is_ascii() => {
            let message = format!("`{name}` is a translated name; write `$code`");
            Some(Mistake::new(start..start + name.len(), message))
        }
        Some('-' | '$') => {
            let is_other_space = |c: char| c.is_whitespace() && c != ' ';
            let right = meant(resource, content).filter(|_| !inside.contains(is_other_space))?;
            let message = format!("expected `{{ {right} }}`, found `{{{inside}}}`");
            Some(Mistake::new(place, message))
        }
        Some('"') => None,
        _ => {
            let sign = text.get(..place.start)?.chars().next_back();
            let is_sign = sign.is_some_and(|sign| SIGNS.contains(&sign));
            let place = place.start - usize::from(is_sign)..place.end;
            let found = text.get(place.clone())?;
            let message =
                format!("`{found}` is not Fluent’s syntax; write `{{ $code }}`, or remove it");
            Some(Mistake::new(place, message))
        }
    }
}

/// Returns the variable or term that is meant by a name with stray characters: `$ code`, `$code, number`,
/// `-multimedia plugin`.
fn meant(resource: &Resource<'_>, content: &str) -> Option<String> {
    let is_part = |c: char| is_id_char(c) && c != '-';
    let bare = content.trim_start_matches(|c| !is_part(c));
    let name = bare.find(|c| !is_part(c)).and_then(|end| bare.get(..end)).unwrap_or(bare);
    if GIVEN.contains(&name) {
        return Some(format!("${name}"));
    }
    let term = only_term(resource)?;
    let words: Vec<&str> = content.split(|c| !is_part(c)).filter(|word| !word.is_empty()).collect();
    (words.join("-") == term).then(|| format!("-{term}"))
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
