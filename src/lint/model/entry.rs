//! A message or a term.

use std::collections::HashSet;
use std::ops::Range;

use fluent_syntax::ast::{self, Attribute, Identifier, Message, Pattern, Term};
use fluent_syntax::serializer::serialize;

use super::characters::narrow;
use super::parts::{Part, Parts, last_slice};
use super::resource::Resource;
use super::swallowed::Swallowed;
use crate::finding::{Finding, Rule};

/// A message or a term.
pub(crate) struct Entry<'s> {
    pub(crate) resource: &'s Resource<'s>,
    pub(crate) is_term: bool,
    /// The name as written, without the `-` of a term.
    pub(crate) name: &'s str,
    pub(crate) value: Option<&'s Pattern<&'s str>>,
    pub(crate) attributes: &'s [Attribute<&'s str>],
    /// The lines of the comment right above it, without `# `.
    pub(crate) comment: Vec<&'s str>,
    /// The lines that were meant as attributes or messages.
    pub(crate) swallowed: Vec<Swallowed>,
}

impl<'s> Entry<'s> {
    /// Returns the address of the file: the files of a locale are in one slice.
    pub(crate) fn address(&self) -> usize {
        std::ptr::from_ref(self.resource).addr()
    }

    /// Returns the id as references write it: `error-success`, `-multimedia-plugin`.
    pub(crate) fn id(&self) -> String {
        if self.is_term { format!("-{}", self.name) } else { self.name.to_owned() }
    }

    /// Returns the value and the attributes, each with its name.
    pub(crate) fn patterns(&self) -> Vec<(&'s str, &'s Pattern<&'s str>)> {
        let mut patterns = Vec::new();
        if let Some(value) = self.value {
            patterns.push((self.name, value));
        }
        for attribute in self.attributes {
            patterns.push((attribute.id.name, &attribute.value));
        }
        patterns
    }

    /// Returns the parts of the value and the attributes.
    pub(crate) fn parts(&self) -> Vec<Part<'s>> {
        let mut parts = Vec::new();
        for (_, pattern) in self.patterns() {
            parts.append(&mut Parts::of(pattern).all);
        }
        parts
    }

    /// Returns where the entry's last text ends.
    pub(crate) fn end(&self) -> Option<usize> {
        let (name, pattern) = self.patterns().pop()?;
        Some(self.text_place(name, pattern).end)
    }

    /// Whether an attribute, or another indented line, that could not be parsed comes after the
    /// message and any comments.
    pub(crate) fn is_followed_by_junk(&self) -> bool {
        let (text, junk) = (self.resource.text(), &self.resource.junk);
        let Some(end) = self.end() else {
            return false;
        };
        let Some(next) = junk.get(junk.partition_point(|junk| junk.start < end)) else {
            return false;
        };
        let between = text.get(end..next.start).unwrap_or_default();
        let content = text.get(next.start..next.end).unwrap_or_default();
        content.lines().any(is_attribute) && between.lines().all(is_blank_or_comment)
    }

    /// Creates a finding at a slice of the entry.
    pub(crate) fn at(&self, rule: Rule, slice: &str, message: impl Into<String>) -> Finding {
        self.over(rule, self.resource.place(slice), message)
    }

    /// Creates a finding at a place in the text.
    pub(crate) fn over(
        &self,
        rule: Rule,
        place: Range<usize>,
        message: impl Into<String>,
    ) -> Finding {
        self.resource.finding(rule, place, Some(self.id()), message)
    }

    /// Returns the place of a pattern: from what follows the `=` to the end of its last line.
    pub(crate) fn text_place(&self, name: &str, pattern: &Pattern<&str>) -> Range<usize> {
        let text = self.resource.text();
        let after_name = self.resource.place(name).end;
        let rest = text.get(after_name..).unwrap_or_default();
        let (_, rest) = rest.split_once('=').unwrap_or(("", rest));
        let start = text.len() - rest.trim_start_matches([' ', '\n']).len();
        let mut last = start;
        if let Some(slice) = last_slice(pattern) {
            last = start.max(self.resource.place(slice).end);
        }
        let (before, after) = text.split_at_checked(last).unwrap_or((text, ""));
        let line = after.lines().next().unwrap_or_default();
        let shown = text.get(start..before.len() + line.len()).unwrap_or_default();
        start..start + shown.trim_end_matches([' ', '\n']).len()
    }

    /// Returns a message or a term as Fluent writes it, without its comment.
    pub(crate) fn serialized(&self) -> String {
        let id = Identifier { name: self.name };
        let attributes = self.attributes.to_vec();
        let written = match (self.is_term, self.value) {
            (true, Some(value)) => {
                ast::Entry::Term(Term { id, value: value.clone(), attributes, comment: None })
            }
            (_, value) => ast::Entry::Message(Message {
                id,
                value: value.cloned(),
                attributes,
                comment: None,
            }),
        };
        serialize(&ast::Resource { body: vec![written] })
    }

    /// The texts of a message, each on one line, by key: `error-x`, `error-x.suggestion`.
    pub(crate) fn texts(&self) -> Vec<(String, String)> {
        let mut texts = Vec::new();
        if let Some(value) = self.value {
            texts.push((self.name.to_owned(), one_line(value)));
        }
        let mut names = HashSet::new();
        for attribute in self.attributes {
            // The first of several attributes of one name is used.
            if names.insert(attribute.id.name) {
                let key = format!("{}.{}", self.name, attribute.id.name);
                texts.push((key, one_line(&attribute.value)));
            }
        }
        texts
    }
}

/// Whether a line seems to be an attribute, or to continue one.
fn is_attribute(line: &str) -> bool {
    let first = line.chars().next().unwrap_or_default();
    first.is_whitespace() || first == '.' || matches!(narrow(first), Some('.' | ','))
}

fn is_blank_or_comment(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with('#')
}

/// A pattern in Fluent's own canonical form, its lines joined.
fn one_line(pattern: &Pattern<&str>) -> String {
    let message = Message {
        id: Identifier { name: "x" },
        value: Some(pattern.clone()),
        attributes: Vec::new(),
        comment: None,
    };
    let text = serialize(&ast::Resource { body: vec![ast::Entry::Message(message)] });
    let text = text.trim_start_matches("x =");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
