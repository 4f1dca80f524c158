//! Style: spaces, product names, width.

use std::collections::HashMap;
use std::ops::Range;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

use crate::finding::{Finding, Rule};
use crate::lint::model::characters::describe;
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::parts::{Part, is_blank, width};
use crate::lint::model::resource::Resource;

/// The start or the end of a text.
#[derive(Clone, Copy, PartialEq)]
enum Edge {
    Start,
    End,
}

/// Rule `edge-space`.
pub(crate) fn edge_space(locale: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for entry in &locale.entries {
        for (_, pattern) in entry.patterns() {
            if is_blank(pattern) {
                continue;
            }
            for (edge, verb) in [(Edge::Start, "starts"), (Edge::End, "ends")] {
                let mut parts = Vec::new();
                add_parts(&mut parts, pattern, edge);
                for part in parts {
                    let Some((place, first)) = space_at(entry.resource, part, edge) else {
                        continue;
                    };
                    let space = match first {
                        Some(' ') => "a space".to_owned(),
                        Some(first) => describe(first),
                        None => "`\"\"`, which shows nothing".to_owned(),
                    };
                    let message = format!("the text {verb} with {space}; remove it");
                    findings.push(entry.over(Rule::EdgeSpace, place, message));
                }
            }
        }
    }
    findings
}

/// Adds the texts and strings at one end: one for each variant, if a selection is there.
fn add_parts<'s>(parts: &mut Vec<Part<'s>>, pattern: &'s Pattern<&'s str>, edge: Edge) {
    let element = match edge {
        Edge::Start => pattern.elements.first(),
        Edge::End => pattern.elements.last(),
    };
    match element {
        Some(PatternElement::TextElement { value }) => parts.push(Part::Text(value)),
        Some(PatternElement::Placeable { expression }) => {
            add_parts_in(parts, expression, edge);
        }
        None => {}
    }
}

fn add_parts_in<'s>(parts: &mut Vec<Part<'s>>, expression: &'s Expression<&'s str>, edge: Edge) {
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            parts.push(Part::Literal(value));
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            add_parts_in(parts, expression, edge);
        }
        Expression::Inline(_) => {}
        Expression::Select { variants, .. } => {
            for variant in variants {
                add_parts(parts, &variant.value, edge);
            }
        }
    }
}

/// Returns the place of the spaces at one end of a part, and the first; none for an empty string.
fn space_at(
    resource: &Resource<'_>,
    part: Part<'_>,
    edge: Edge,
) -> Option<(Range<usize>, Option<char>)> {
    let (shown, written) = part.shown()?;
    let mut place = resource.place(written);
    let is_text = matches!(part, Part::Text(_));
    if shown.is_empty() && !is_text {
        return Some((around(resource.text(), place), None));
    }
    let trimmed = if edge == Edge::Start { shown.trim_start() } else { shown.trim_end() };
    if trimmed.len() == shown.len() {
        return None;
    }
    if is_text || !trimmed.is_empty() && shown == written {
        match edge {
            Edge::Start => place.end -= trimmed.len(),
            Edge::End => place.start += trimmed.len(),
        }
    } else if trimmed.is_empty() {
        place = around(resource.text(), place);
    }
    let space = if edge == Edge::Start { shown.chars().next() } else { shown.chars().last() };
    Some((place, space))
}

/// Returns the place of the placeable around a string.
fn around(text: &str, place: Range<usize>) -> Range<usize> {
    let before = text.get(..place.start).unwrap_or_default();
    let after = text.get(place.end..).unwrap_or_default();
    let start = before.rfind('{').unwrap_or(place.start);
    start..place.end + after.find('}').map_or(0, |at| at + 1)
}

/// Rule `brand`: the name of a term, in any case, with or without its spaces and hyphens.
pub(crate) fn brand(locale: &Locale<'_>, source: Option<&Locale<'_>>) -> Vec<Finding> {
    const MAX_NAMES: usize = 100;
    let mut names: Vec<(String, &str)> = Vec::new();
    for term in locale.terms().chain(source.into_iter().flat_map(Locale::terms)) {
        let Some(value) = name_of(term) else {
            continue;
        };
        let name = (Folded::of(value).letters, term.name);
        if name.0.chars().count() > 2 && names.len() < MAX_NAMES && !names.contains(&name) {
            names.push(name);
        }
    }
    let mut findings = renamed(locale, source);
    for entry in locale.all_messages() {
        for part in entry.parts() {
            let (Part::Text(text) | Part::Literal(text)) = part else {
                continue;
            };
            let folded = Folded::of(text);
            for (name, term) in &names {
                if let Some(place) = folded.find(name)
                    && let Some(written) = text.get(place)
                {
                    let message =
                        format!("`{written}` is the name of a product; write `{{ -{term} }}`");
                    findings.push(entry.at(Rule::Brand, written, message));
                }
            }
        }
    }
    findings
}

/// Returns the value of a term that is nothing but text.
fn name_of<'s>(term: &Entry<'s>) -> Option<&'s str> {
    match &*term.value?.elements {
        [PatternElement::TextElement { value }] => Some(value),
        _ => None,
    }
}

/// Finds the terms that the source names otherwise.
fn renamed(locale: &Locale<'_>, source: Option<&Locale<'_>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for term in locale.terms() {
        if let Some(original) = source.and_then(|source| source.term(term.name))
            && let (Some(right), Some(own)) = (name_of(original), name_of(term))
            && let right = right.trim()
            && right != own.trim()
            && let Some(value) = term.value
        {
            let message = format!("the source names the product `{right}`; write `{right}`");
            let place = term.text_place(term.name, value);
            findings.push(term.over(Rule::Brand, place, message));
        }
    }
    findings
}

/// The letters and digits of a text in lower case, each with its place.
struct Folded<'s> {
    text: &'s str,
    letters: String,
    places: Vec<Range<usize>>,
}

impl<'s> Folded<'s> {
    fn of(text: &'s str) -> Folded<'s> {
        let mut folded = Folded { text, letters: String::new(), places: Vec::new() };
        for (at, character) in text.char_indices() {
            if !character.is_alphanumeric() {
                continue;
            }
            for letter in character.to_lowercase() {
                folded.letters.push(letter);
                folded.places.push(at..at + character.len_utf8());
            }
        }
        folded
    }

    /// Returns where the text has a name, which is folded too.
    fn find(&self, name: &str) -> Option<Range<usize>> {
        let before = self.letters.get(..self.letters.find(name)?)?.chars().count();
        let last = before + name.chars().count() - 1;
        let place = self.places.get(before)?.start..self.places.get(last)?.end;
        let is_joined = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '\u{a0}');
        if self.text.get(place.clone())?.chars().all(is_joined) { Some(place) } else { None }
    }
}

/// Rule `too-long`.
pub(crate) fn too_long(locale: &Locale<'_>, source: Option<&Locale<'_>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut widths: HashMap<&str, usize> = HashMap::new();
    for term in locale.terms() {
        if let Some(value) = term.value {
            widths.insert(term.name, width(value, &HashMap::new()));
        }
    }
    for entry in locale.first_messages() {
        let max = locale.max_width(entry, locale.original(entry, source));
        for (name, pattern) in entry.patterns() {
            let width = width(pattern, &widths);
            if width > max {
                let message = format!(
                    "this text is {width} columns wide, and a toast has room for {max}; shorten it"
                );
                findings.push(entry.over(Rule::TooLong, entry.text_place(name, pattern), message));
            }
        }
    }
    findings
}
