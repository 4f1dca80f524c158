//! Texts that could be better: spaces, names of products, width, untranslated texts.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;
use std::collections::HashMap;
use std::ops::Range;

use super::characters::describe;
use super::comments::max_width;
use super::locale::Locale;
use super::pieces::{Piece, Pieces, is_blank, width};
use super::sheet::Sheet;
use super::{Finding, Rule};

/// An end of a text.
#[derive(Clone, Copy, PartialEq)]
enum Edge {
    Start,
    End,
}

/// Rule `edge-space`, also for the spaces that Fluent drops.
pub(super) fn edge_space(locale: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for unit in &locale.units {
        for (_, pattern) in unit.patterns().iter().filter(|(_, pattern)| !is_blank(pattern)) {
            let places = [(Edge::Start, "start"), (Edge::End, "end")];
            for (edge, name) in places {
                for (place, found) in spaces_at(unit.sheet, pattern, edge) {
                    let what = match found.chars().next() {
                        Some(' ') | None => "a space".to_owned(),
                        Some(other) => describe(other),
                    };
                    let message = format!("{what} at the {name} of the text; remove it");
                    findings.push(unit.over(Rule::EdgeSpace, place, message));
                }
            }
        }
    }
    findings
}

/// The spaces at an end of a text, of each variant that may be there.
fn spaces_at(
    sheet: &Sheet<'_>,
    pattern: &Pattern<&str>,
    edge: Edge,
) -> Vec<(Range<usize>, String)> {
    let element = match edge {
        Edge::Start => pattern.elements.first(),
        Edge::End => pattern.elements.last(),
    };
    match element {
        Some(PatternElement::TextElement { value }) => {
            let place = sheet.place(value);
            let space = match edge {
                Edge::Start => place.start..place.end - value.trim_start().len(),
                Edge::End => {
                    let start = place.start + value.trim_end().len();
                    let rest = sheet.text().get(start..).unwrap_or_default();
                    start..start + rest.find('\n').unwrap_or(rest.len())
                }
            };
            let found = sheet.text().get(space.clone()).unwrap_or_default().to_owned();
            if found.is_empty() { Vec::new() } else { Vec::from([(space, found)]) }
        }
        Some(PatternElement::Placeable { expression }) => spaces_in(sheet, expression, edge),
        None => Vec::new(),
    }
}

fn spaces_in(
    sheet: &Sheet<'_>,
    expression: &Expression<&str>,
    edge: Edge,
) -> Vec<(Range<usize>, String)> {
    let mut spaces = Vec::new();
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            let shown = unescape_unicode_to_string(value);
            let trimmed = if edge == Edge::Start { shown.trim_start() } else { shown.trim_end() };
            let cut = shown.len() - trimmed.len();
            if cut > 0 {
                let place = sheet.place(value);
                let all = match (trimmed.is_empty(), *shown == **value, edge) {
                    (true, _, _) => around(sheet.text(), place),
                    (_, false, _) => place,
                    (_, _, Edge::Start) => place.start..place.start + cut,
                    (_, _, Edge::End) => place.end - cut..place.end,
                };
                spaces.push((all, shown.to_string()));
            }
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            spaces.extend(spaces_in(sheet, expression, edge));
        }
        Expression::Inline(_) => {}
        Expression::Select { variants, .. } => {
            for variant in variants {
                spaces.extend(spaces_at(sheet, &variant.value, edge));
            }
        }
    }
    spaces
}

/// The placeable around a string.
fn around(text: &str, place: Range<usize>) -> Range<usize> {
    let before = text.get(..place.start).unwrap_or_default();
    let after = text.get(place.end..).unwrap_or_default();
    let start = before.rfind('{').unwrap_or(place.start);
    start..place.end + after.find('}').map_or(0, |at| at + 1)
}

/// Rule `same-as-source`. A locale of the source's own language may have the same texts.
pub(super) fn same_as_source(locale: &Locale<'_>, source: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if locale.language() == source.language() {
        return findings;
    }
    for unit in locale.first_messages() {
        let Some(original) = source.message(unit.name) else {
            continue;
        };
        for (name, pattern) in unit.patterns() {
            let of_source = match unit.attribute(name) {
                Some(_) => original.attribute(name).map(|attribute| &attribute.value),
                None => original.value,
            };
            let has_words = Pieces::of(pattern).all.iter().any(|piece| match piece {
                Piece::Text(text) => text.chars().any(char::is_alphabetic),
                _ => false,
            });
            if has_words && of_source == Some(pattern) {
                let message = "this is the text of the source; translate it";
                findings.push(unit.over(
                    Rule::SameAsSource,
                    unit.text_place(name, pattern),
                    message,
                ));
            }
        }
    }
    findings
}

/// Rule `brand`: the name of a term, in any case, with or without its spaces and hyphens.
pub(super) fn brand(locale: &Locale<'_>, source: Option<&Locale<'_>>) -> Vec<Finding> {
    let mut names: Vec<(String, &str)> = Vec::new();
    for term in locale.terms().chain(source.into_iter().flat_map(Locale::terms)) {
        if let Some([PatternElement::TextElement { value }]) =
            term.value.map(|value| &*value.elements)
        {
            let name = (folded(value).into_iter().map(|(c, _)| c).collect::<String>(), term.name);
            if name.0.chars().count() > 2 && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let mut findings = Vec::new();
    for unit in locale.all_messages() {
        for (_, pattern) in unit.patterns() {
            for piece in Pieces::of(pattern).all {
                let (Piece::Text(text) | Piece::Literal(text)) = piece else {
                    continue;
                };
                for (name, term) in &names {
                    if let Some(found) = find_name(text, name) {
                        let start = unit.sheet.offset(text);
                        let written = text.get(found.clone()).unwrap_or_default();
                        let message =
                            format!("`{written}` is the name of a product; write `{{ -{term} }}`");
                        let place = start + found.start..start + found.end;
                        findings.push(unit.over(Rule::Brand, place, message));
                    }
                }
            }
        }
    }
    findings
}

/// The letters and digits of a text in lower case, each with its place.
fn folded(text: &str) -> Vec<(char, usize)> {
    let mut letters = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        letters.extend(c.to_lowercase().map(|c| (c, at)));
    }
    letters
}

fn find_name(text: &str, name: &str) -> Option<Range<usize>> {
    let letters = folded(text);
    let name: Vec<char> = name.chars().collect();
    let found = letters
        .windows(name.len())
        .find(|window| window.iter().map(|(c, _)| *c).eq(name.iter().copied()))?;
    let (first, last) = (found.first()?.1, found.last()?.1);
    let last_len = text.get(last..)?.chars().next()?.len_utf8();
    let between = text.get(first..last)?;
    let joined = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '\u{a0}');
    between.chars().all(joined).then_some(first..last + last_len)
}

/// Rule `too-long`.
pub(super) fn too_long(locale: &Locale<'_>, source: Option<&Locale<'_>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut widths: HashMap<&str, usize> = HashMap::new();
    for term in locale.terms() {
        widths.insert(term.name, term.value.map_or(0, |value| width(value, &|_| 0)));
    }
    let of_term = |name: &str| widths.get(name).copied().unwrap_or(0);
    for unit in locale.all_messages() {
        let max = max_width(locale, unit, source.and_then(|source| source.message(unit.name)));
        for (name, pattern) in unit.patterns() {
            let width = width(pattern, &of_term);
            if width > max {
                let message = format!(
                    "this text is {width} columns wide, and a toast has room for {max}; shorten it"
                );
                findings.push(unit.over(Rule::TooLong, unit.text_place(name, pattern), message));
            }
        }
    }
    findings
}
