//! The canonical form of a file: what `fluent.syntax` 0.19 writes, in the order of the codes.

use std::cmp::Ordering;
use std::collections::HashMap;

use fluent_syntax::ast::{self, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use fluent_syntax::serializer::serialize;

use crate::finding::{Finding, Rule};
use crate::lint::File;
use crate::lint::model::codes::{longest_in_order, rank};
use crate::lint::model::parts::Definition;
use crate::lint::model::resource::Resource;
use crate::lint::model::scan::end_of_run;
use crate::lint::model::stubs::stub_id;
use crate::lint::model::syntax::syntax;
use crate::overlay::limits::{Refusal, starts_entry};
use crate::overlay::parse::offset_in;

/// Writes a file in its canonical form: messages in the order of the codes, and everything else as
/// Fluent's serializer writes it. Every comment and text is kept, and formatting twice changes
/// nothing. Line endings are kept.
///
/// # Errors
///
/// The findings that keep the file from being read, or from being written with the same texts.
pub fn format(file: &File) -> Result<String, Vec<Finding>> {
    let parsed = match Resource::parse(file) {
        Ok(parsed) => parsed,
        Err(refusal) => return Err(vec![file.refused(&refusal)]),
    };
    let text = &*parsed.file.text;
    let Ok(mut resource) = parser::parse(text) else {
        let mut findings = syntax(&parsed);
        findings.retain(|finding| finding.rule != Rule::Bom);
        return Err(findings);
    };
    for entry in &resource.body {
        if let Some(at) = lost_indentation(text, entry) {
            let message = "the canonical form would lose the indentation of this line; put the \
                           text on one line";
            return Err(vec![parsed.file.finding(Rule::Syntax, at..at + 1, None, message)]);
        }
    }
    resource.body.retain(has_content);
    let formatted = serialize(&ast::Resource { body: sorted(resource.body) });
    let is_same = match (parser::parse(text), parser::parse(&*formatted)) {
        (Ok(before), Ok(after)) => texts(&before) == texts(&after),
        _ => false,
    };
    if let Some(at) = changed(text, &formatted).or((!is_same).then_some(0)) {
        let message = "the canonical form would change this entry; put each text on one line, \
                       without control characters";
        return Err(vec![parsed.file.finding(Rule::Syntax, at..at, None, message)]);
    }
    to_write(file, formatted)
}

/// Returns what to write for the new text of a file, with the file's line endings.
///
/// # Errors
///
/// A finding if that could not be read again, so that no later command could repair it.
pub(super) fn to_write(file: &File, text: String) -> Result<String, Vec<Finding>> {
    let has_returns = file.bytes().windows(2).any(|pair| pair == b"\r\n");
    let text = if has_returns { text.replace('\n', "\r\n") } else { text };
    let new_file = File::new(file.locale(), file.path(), &*text);
    let Err(Refusal { rule, message, .. }) = new_file.text() else {
        return Ok(text);
    };
    let message = format!("cannot write a file that could not be read again: {message}");
    Err(vec![file.refused(&Refusal { rule, start: 0, message })])
}

/// Whether an entry is more than an empty comment: a `#` at the end of the file.
fn has_content(entry: &ast::Entry<&str>) -> bool {
    match entry {
        ast::Entry::Comment(it)
        | ast::Entry::GroupComment(it)
        | ast::Entry::ResourceComment(it) => !it.content.is_empty(),
        _ => true,
    }
}

/// Returns the position of an entry among the codes. A stub has the position of its message.
fn rank_of(entry: &ast::Entry<&str>) -> Option<usize> {
    match entry {
        ast::Entry::Message(message) => Some(rank(message.id.name).unwrap_or(usize::MAX)),
        ast::Entry::Comment(comment) => {
            let id = comment.content.iter().copied().find_map(stub_id)?;
            rank(id)
        }
        _ => None,
    }
}

/// Moves as few messages as possible. A standalone comment stays before the next entry that
/// is not moved, and two messages with the same id keep their order.
fn sorted(entries: Vec<ast::Entry<&str>>) -> Vec<ast::Entry<&str>> {
    let (mut places, mut ranks) = (Vec::new(), Vec::new());
    for (at, entry) in entries.iter().enumerate() {
        if let Some(rank) = rank_of(entry) {
            places.push(at);
            ranks.push(rank);
        }
    }
    let kept = longest_in_order(&ranks);
    let (mut stay, mut moved) = (Vec::new(), HashMap::new());
    for (index, (rank, at)) in ranks.into_iter().zip(places).enumerate() {
        match kept.contains(&index) {
            true => stay.push((rank, at)),
            false => drop(moved.insert(at, rank)),
        }
    }
    let mut sorted = Vec::new();
    for (at, entry) in entries.into_iter().enumerate() {
        let position = match moved.get(&at) {
            Some(rank) => position_of_moved(&stay, *rank, at),
            None => Position { at, side: Ordering::Equal, rank: 0 },
        };
        sorted.push((position, entry));
    }
    sorted.sort_by_key(|(position, _)| *position);
    sorted.into_iter().map(|(_, entry)| entry).collect()
}

/// Where an entry goes: before, at or after an entry that stays.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Position {
    at: usize,
    side: Ordering,
    rank: usize,
}

/// Returns where a moved message goes: after the last one that precedes it, so that it does not
/// separate a group comment from its group. One that precedes all others goes right before the
/// first. `stay` has the ranks and places of the messages that are not moved.
fn position_of_moved(stay: &[(usize, usize)], rank: usize, at: usize) -> Position {
    let preceding = stay.partition_point(|other| *other < (rank, at));
    if let Some((_, last)) = stay.split_at(preceding).0.last() {
        return Position { at: *last, side: Ordering::Greater, rank };
    }
    let (_, at) = stay.first().copied().unwrap_or_default();
    Position { at, side: Ordering::Less, rank }
}

/// Returns the place of a line that loses indentation, because the parser does not compare the
/// lines that begin with a placeable with the other lines of the text.
fn lost_indentation(text: &str, entry: &ast::Entry<&str>) -> Option<usize> {
    let definition = Definition::of(entry)?;
    let mut patterns: Vec<&Pattern<&str>> = definition.value.into_iter().collect();
    for attribute in definition.attributes {
        patterns.push(&attribute.value);
    }
    patterns.into_iter().find_map(|pattern| lost_in_pattern(text, pattern))
}

/// A line of a text, and how much indentation the parser removes from it.
struct Line {
    start: usize,
    removed: usize,
}

fn lost_in_pattern(text: &str, pattern: &Pattern<&str>) -> Option<usize> {
    let mut lines = Vec::new();
    let mut line_start = None;
    // If a text begins on a line of its own, its first line counts too.
    if let Some(PatternElement::TextElement { value }) = pattern.elements.first() {
        let first = offset_in(text, value);
        let indent = text.get(..first)?.rsplit('\n').next()?;
        if indent.trim_matches(' ').is_empty() {
            lines.push(Line { start: first - indent.len(), removed: indent.len() });
        }
    }
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                let offset = offset_in(text, value);
                if let Some(start) = line_start
                    && !value.trim_matches(' ').starts_with('\n')
                {
                    lines.push(Line { start, removed: offset.saturating_sub(start) });
                }
                line_start = value.ends_with('\n').then_some(offset + value.len());
            }
            PatternElement::Placeable { expression } => {
                if let Some(start) = line_start.take() {
                    let removed = end_of_run(text, start, is_space) - start;
                    lines.push(Line { start, removed });
                }
                if let Some(lost) = lost_in_expression(text, expression) {
                    return Some(lost);
                }
            }
        }
    }
    let common = lines.iter().map(|line| line.removed).min()?;
    for line in lines {
        if line.removed > common {
            return Some(line.start);
        }
    }
    None
}

fn is_space(c: char) -> bool {
    c == ' '
}

fn lost_in_expression(text: &str, expression: &Expression<&str>) -> Option<usize> {
    match expression {
        Expression::Select { variants, .. } => {
            variants.iter().find_map(|variant| lost_in_pattern(text, &variant.value))
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            lost_in_expression(text, expression)
        }
        Expression::Inline(_) => None,
    }
}

/// Returns the place of the first entry that the formatted text lacks or changes. Both texts are
/// read without Fluent's parser, which has the same faults as its serializer.
fn changed(text: &str, written: &str) -> Option<usize> {
    let (mut before, mut after) = (entries(text), entries(written));
    before.sort();
    after.sort();
    for (index, (entry, at)) in before.iter().enumerate() {
        match after.get(index) {
            Some((other, _)) if other == entry => {}
            _ => return Some(*at),
        }
    }
    let (_, first) = before.first()?;
    (after.len() > before.len()).then_some(*first)
}

/// Returns the messages and terms as parsed, sorted by name. Those with one name keep their order.
fn texts<'r>(resource: &'r ast::Resource<&'r str>) -> Vec<Definition<'r>> {
    let mut texts: Vec<_> = resource.body.iter().filter_map(Definition::of).collect();
    texts.sort_by_key(|definition| (definition.is_term, definition.name));
    texts
}

/// Returns the entries of a text without white space, each with its place.
fn entries(text: &str) -> Vec<(String, usize)> {
    let mut entries: Vec<(String, usize)> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if starts_entry(line) || entries.is_empty() {
            entries.push((String::new(), at));
        }
        if let Some((entry, _)) = entries.last_mut() {
            entry.extend(line.split([' ', '\n', '\r']));
        }
        at += line.len();
    }
    entries.retain(|(entry, _)| !entry.trim_matches('#').is_empty());
    entries
}
