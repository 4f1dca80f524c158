//! Style: spaces, product names, width, untranslated texts.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use std::collections::HashMap;
use std::ops::Range;

use super::characters::describe;
use super::comments::max_width;
use super::locale::Locale;
use super::pieces::{Piece, Pieces, is_blank, width};
use super::sheet::Sheet;
use super::{Finding, Rule};

/// The start or the end of a text.
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
            for (edge, verb) in [(Edge::Start, "starts"), (Edge::End, "ends")] {
                for piece in pieces_at(pattern, edge) {
                    let Some((place, first)) = space_at(unit.sheet, piece, edge) else {
                        continue;
                    };
                    let space = if first == ' ' { "a space".to_owned() } else { describe(first) };
                    let message = format!("the text {verb} with {space}; remove it");
                    findings.push(unit.over(Rule::EdgeSpace, place, message));
                }
            }
        }
    }
    findings
}

/// Returns the texts and strings at one end: one for each variant, if a selection is there.
fn pieces_at<'s>(pattern: &'s Pattern<&'s str>, edge: Edge) -> Vec<Piece<'s>> {
    let element = match edge {
        Edge::Start => pattern.elements.first(),
        Edge::End => pattern.elements.last(),
    };
    match element {
        Some(PatternElement::TextElement { value }) => vec![Piece::Text(value)],
        Some(PatternElement::Placeable { expression }) => pieces_in(expression, edge),
        None => Vec::new(),
    }
}

fn pieces_in<'s>(expression: &'s Expression<&'s str>, edge: Edge) -> Vec<Piece<'s>> {
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            vec![Piece::Literal(value)]
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            pieces_in(expression, edge)
        }
        Expression::Inline(_) => Vec::new(),
        Expression::Select { variants, .. } => {
            variants.iter().flat_map(|variant| pieces_at(&variant.value, edge)).collect()
        }
    }
}

/// Returns the place of the spaces at one end of a piece, and the first space.
fn space_at(sheet: &Sheet<'_>, piece: Piece<'_>, edge: Edge) -> Option<(Range<usize>, char)> {
    let (shown, written) = piece.reads()?;
    let mut place = sheet.place(written);
    let is_text = matches!(piece, Piece::Text(_));
    let trimmed = if edge == Edge::Start { shown.trim_start() } else { shown.trim_end() };
    if is_text && edge == Edge::End {
        // Fluent drops the spaces at the end of a line.
        place.start += trimmed.len();
        let rest = sheet.text().get(place.start..)?;
        place.end = place.start + rest.find('\n').unwrap_or(rest.len());
        return Some((place.clone(), sheet.text().get(place)?.chars().next()?));
    }
    if trimmed.len() == shown.len() {
        return None;
    }
    if is_text || !trimmed.is_empty() && shown == written {
        match edge {
            Edge::Start => place.end -= trimmed.len(),
            Edge::End => place.start += trimmed.len(),
        }
    } else if trimmed.is_empty() {
        place = around(sheet.text(), place);
    }
    Some((place, shown.chars().next()?))
}

/// Returns the place of the placeable around a string.
fn around(text: &str, place: Range<usize>) -> Range<usize> {
    let before = text.get(..place.start).unwrap_or_default();
    let after = text.get(place.end..).unwrap_or_default();
    let start = before.rfind('{').unwrap_or(place.start);
    start..place.end + after.find('}').map_or(0, |at| at + 1)
}

/// Rule `same-as-source`. Does not apply to other locales of the source's language.
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
            let has_words = Pieces::of(pattern).all.iter().any(|piece| match piece {
                Piece::Text(text) => text.chars().any(char::is_alphabetic),
                _ => false,
            });
            if has_words && original.patterns().contains(&(name, pattern)) {
                let message = "this text is the same as the source; translate it";
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
        for piece in unit.pieces() {
            let (Piece::Text(text) | Piece::Literal(text)) = piece else {
                continue;
            };
            for (name, term) in &names {
                if let Some(written) = find_name(text, name).and_then(|found| text.get(found)) {
                    let message =
                        format!("`{written}` is the name of a product; write `{{ -{term} }}`");
                    findings.push(unit.at(Rule::Brand, written, message));
                }
            }
        }
    }
    findings
}

/// Returns the letters and digits of a text in lower case, each with its place.
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
        widths.insert(term.name, term.value.map_or(0, |value| width(value, &HashMap::new())));
    }
    for unit in locale.all_messages() {
        let max = max_width(locale, unit, source.and_then(|source| source.message(unit.name)));
        for (name, pattern) in unit.patterns() {
            let width = width(pattern, &widths);
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
