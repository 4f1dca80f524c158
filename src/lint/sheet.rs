//! A parsed file, its messages, and how a place in it becomes a finding.

use std::ops::Range;

use fluent_syntax::ast::{Attribute, Comment, Entry, Identifier, Pattern, Resource};
use fluent_syntax::parser::{self, ErrorKind, ParserError};

use super::file::split_junk;
use super::{File, Finding, Rule};

/// One file of a locale.
pub(super) struct Sheet<'t> {
    pub(super) file: &'t File,
    pub(super) text: &'t str,
    pub(super) units: Vec<Unit<'t>>,
    pub(super) junk: Vec<Junk<'t>>,
}

/// A message or a term.
pub(super) struct Unit<'t> {
    pub(super) is_term: bool,
    /// The name as written, without the `-` of a term.
    pub(super) name: &'t str,
    pub(super) value: Option<Pattern<&'t str>>,
    pub(super) attributes: Vec<Attribute<&'t str>>,
    /// The lines of the comment right over it.
    pub(super) comment: Vec<&'t str>,
}

/// What the parser could not read.
pub(super) struct Junk<'t> {
    pub(super) kind: ErrorKind,
    /// Where the parser stopped.
    pub(super) at: usize,
    pub(super) content: &'t str,
}

/// All files of a locale.
pub(super) struct Locale<'t> {
    pub(super) tag: &'t str,
    pub(super) sheets: Vec<Sheet<'t>>,
}

impl<'t> Sheet<'t> {
    pub(super) fn parse(file: &'t File, text: &'t str) -> Sheet<'t> {
        let mut sheet = Sheet { file, text, units: Vec::new(), junk: Vec::new() };
        sheet.read(text);
        sheet
    }

    /// Reads a part of the text.
    fn read(&mut self, part: &'t str) {
        let (resource, errors) = match parser::parse(part) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        let mut errors = errors.into_iter();
        let Resource { body } = resource;
        for entry in body {
            match entry {
                Entry::Message(it) => {
                    self.add(false, it.id, it.value, it.attributes, it.comment);
                }
                Entry::Term(it) => {
                    self.add(true, it.id, Some(it.value), it.attributes, it.comment);
                }
                Entry::Junk { content } => {
                    let (content, tail) = split_junk(content);
                    if let Some(ParserError { kind, pos, .. }) = errors.next() {
                        let at = self.offset(part) + pos.start;
                        self.junk.push(Junk { kind, at, content });
                    }
                    if !tail.is_empty() {
                        self.read(tail);
                    }
                }
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            }
        }
    }

    fn add(
        &mut self,
        is_term: bool,
        id: Identifier<&'t str>,
        value: Option<Pattern<&'t str>>,
        attributes: Vec<Attribute<&'t str>>,
        comment: Option<Comment<&'t str>>,
    ) {
        let comment = comment.map(|comment| comment.content).unwrap_or_default();
        let comment = if self.is_right_over(&comment, id.name) { comment } else { Vec::new() };
        self.units.push(Unit { is_term, name: id.name, value, attributes, comment });
    }

    /// Whether a comment stands in the lines right before a place.
    ///
    /// The parser hands a message the comment before a blank line too; by the Fluent
    /// specification that one stands alone.
    pub(super) fn is_right_over(&self, comment: &[&str], place: &str) -> bool {
        let end = comment.last().map(|line| self.offset(line) + line.len());
        let between = end.and_then(|end| self.text.get(end..self.offset(place)));
        between.is_some_and(|between| between.matches('\n').count() == 1)
    }

    /// Where a slice of the text begins.
    pub(super) fn offset(&self, slice: &str) -> usize {
        slice.as_ptr().addr().saturating_sub(self.text.as_ptr().addr()).min(self.text.len())
    }

    pub(super) fn span(&self, slice: &str) -> Range<usize> {
        let start = self.offset(slice);
        start..start + slice.len()
    }

    pub(super) fn finding(
        &self,
        rule: Rule,
        span: Range<usize>,
        id: Option<String>,
        message: impl Into<String>,
    ) -> Finding {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Finding {
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
            span,
            id,
            ..Finding::new(rule, self.file.locale(), self.file.path(), message.into())
        }
    }

    /// A finding at a slice of the text, about a message or term.
    pub(super) fn at(
        &self,
        rule: Rule,
        slice: &str,
        unit: &Unit<'_>,
        message: impl Into<String>,
    ) -> Finding {
        self.finding(rule, self.span(slice), Some(unit.id()), message)
    }
}

impl<'t> Unit<'t> {
    /// The id as one refers to it: `error-success`, `-multimedia-plugin`.
    pub(super) fn id(&self) -> String {
        if self.is_term { format!("-{}", self.name) } else { self.name.to_owned() }
    }

    /// The value and the attributes, each with the place that names it.
    pub(super) fn patterns(&self) -> impl Iterator<Item = (&'t str, &Pattern<&'t str>)> {
        let value = self.value.iter().map(|value| (self.name, value));
        value.chain(self.attributes.iter().map(|attribute| (attribute.id.name, &attribute.value)))
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&Attribute<&'t str>> {
        self.attributes.iter().find(|attribute| attribute.id.name == name)
    }
}

impl Junk<'_> {
    /// The id of the message that was meant, if the junk begins with one.
    pub(super) fn id(&self) -> Option<&str> {
        let end = self.content.find(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c)));
        self.content.get(..end.unwrap_or(self.content.len())).filter(|id| !id.is_empty())
    }
}

impl<'t> Locale<'t> {
    pub(super) fn units(&self) -> impl Iterator<Item = (&Sheet<'t>, &Unit<'t>)> {
        self.sheets.iter().flat_map(|sheet| sheet.units.iter().map(move |unit| (sheet, unit)))
    }

    pub(super) fn messages(&self) -> impl Iterator<Item = (&Sheet<'t>, &Unit<'t>)> {
        self.units().filter(|(_, unit)| !unit.is_term)
    }

    pub(super) fn message(&self, id: &str) -> Option<&Unit<'t>> {
        self.messages().map(|(_, unit)| unit).find(|unit| unit.name == id)
    }

    pub(super) fn term(&self, name: &str) -> Option<&Unit<'t>> {
        self.units().map(|(_, unit)| unit).find(|unit| unit.is_term && unit.name == name)
    }
}
