//! A parsed file, its messages, and how a place in it becomes a finding.

use std::collections::HashMap;
use std::ops::Range;

use fluent_syntax::ast::{Attribute, Comment, Entry, Identifier, Pattern, Resource};
use fluent_syntax::parser::{self, ErrorKind, ParserError};

use super::places::Places;
use super::{File, Finding, Rule};
use crate::ftl::split_junk;

/// One file of a locale.
pub(super) struct Sheet<'t> {
    pub(super) file: &'t File,
    pub(super) text: &'t str,
    pub(super) units: Vec<Unit<'t>>,
    pub(super) junk: Vec<Junk<'t>>,
    places: Places,
}

/// A message or a term.
pub(super) struct Unit<'t> {
    pub(super) is_term: bool,
    /// The name as written, without the `-` of a term.
    pub(super) name: &'t str,
    pub(super) value: Option<Pattern<&'t str>>,
    pub(super) attributes: Vec<Attribute<&'t str>>,
    /// Where among them the first of a name is.
    by_name: HashMap<&'t str, usize>,
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
    /// The first sheet and unit of a name, for terms (true) and messages.
    by_name: HashMap<(bool, &'t str), (usize, usize)>,
}

impl<'t> Sheet<'t> {
    pub(super) fn parse(file: &'t File, text: &'t str) -> Sheet<'t> {
        let mut sheet =
            Sheet { file, text, units: Vec::new(), junk: Vec::new(), places: Places::of(text) };
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
        let names = attributes.iter().enumerate().rev();
        let by_name = names.map(|(at, attribute)| (attribute.id.name, at)).collect();
        self.units.push(Unit { is_term, name: id.name, value, attributes, by_name, comment });
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
        let (line, column) = self.places.line_and_column(self.text, span.start);
        Finding {
            line,
            column,
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
        self.attributes.get(*self.by_name.get(name)?)
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
    pub(super) fn of(tag: &'t str, sheet: Sheet<'t>) -> Locale<'t> {
        let mut locale = Locale { tag, sheets: Vec::new(), by_name: HashMap::new() };
        locale.add(sheet);
        locale
    }

    pub(super) fn add(&mut self, sheet: Sheet<'t>) {
        for (at, unit) in sheet.units.iter().enumerate() {
            let place = (self.sheets.len(), at);
            self.by_name.entry((unit.is_term, unit.name)).or_insert(place);
        }
        self.sheets.push(sheet);
    }

    pub(super) fn units(&self) -> impl Iterator<Item = (&Sheet<'t>, &Unit<'t>)> {
        self.sheets.iter().flat_map(|sheet| sheet.units.iter().map(move |unit| (sheet, unit)))
    }

    pub(super) fn messages(&self) -> impl Iterator<Item = (&Sheet<'t>, &Unit<'t>)> {
        self.units().filter(|(_, unit)| !unit.is_term)
    }

    /// The messages, each id once. What holds a message against the source has said it all of the
    /// first; that there is a second is a finding of its own.
    pub(super) fn first_messages(&self) -> impl Iterator<Item = (&Sheet<'t>, &Unit<'t>)> {
        let is_first = |unit: &Unit<'t>| {
            self.message(unit.name).is_some_and(|first| std::ptr::eq(first, unit))
        };
        self.messages().filter(move |(_, unit)| is_first(unit))
    }

    pub(super) fn message(&self, id: &str) -> Option<&Unit<'t>> {
        self.unit(false, id)
    }

    pub(super) fn term(&self, name: &str) -> Option<&Unit<'t>> {
        self.unit(true, name)
    }

    fn unit(&self, is_term: bool, name: &str) -> Option<&Unit<'t>> {
        let (sheet, at) = *self.by_name.get(&(is_term, name))?;
        self.sheets.get(sheet)?.units.get(at)
    }
}
