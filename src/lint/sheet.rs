//! A parsed file: its messages and terms, and the findings about places in it.

use std::ops::Range;
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Attribute, Pattern};
use fluent_syntax::parser::ErrorKind;

use super::characters::describe;
use super::pieces::{Piece, Pieces, last_slice};
use super::repair::Repaired;
use super::{File, Finding, Rule};
use crate::overlay::file::FileText;
use crate::overlay::limits::Refusal;
use crate::overlay::parse::{Junk, parse};
use crate::overlay::syntax::{id_of, locate};

/// One file of a locale.
pub(super) struct Sheet<'f> {
    pub(super) file: FileText<'f>,
    repaired: Repaired,
    pub(super) resource: Arc<FluentResource>,
    pub(super) junk: Vec<Junk>,
}

/// A message or a term.
pub(super) struct Unit<'s> {
    pub(super) sheet: &'s Sheet<'s>,
    pub(super) is_term: bool,
    /// The name as written, without the `-` of a term.
    pub(super) name: &'s str,
    pub(super) value: Option<&'s Pattern<&'s str>>,
    pub(super) attributes: &'s [Attribute<&'s str>],
    /// The lines of the comment right above it, without `# `.
    pub(super) comment: Vec<&'s str>,
}

/// A comment: lines with the same number of `#`, without a blank line between them.
pub(super) struct Comment<'s> {
    pub(super) sheet: &'s Sheet<'s>,
    /// How many `#` each line has.
    pub(super) level: usize,
    pub(super) lines: Vec<&'s str>,
    /// Where the next line begins.
    pub(super) end: usize,
}

impl<'f> Sheet<'f> {
    pub(super) fn read(file: &'f File) -> Result<Sheet<'f>, Refusal> {
        let file = file.text()?;
        let repaired = Repaired::of(&file.text);
        let (resource, junk) = parse(repaired.text.clone());
        Ok(Sheet { file, repaired, resource, junk })
    }

    /// The text that was parsed.
    pub(super) fn text(&self) -> &str {
        &self.repaired.text
    }

    /// Returns where a slice of a parsed part is in the text.
    pub(super) fn offset(&self, slice: &str) -> usize {
        let source = self.resource.source();
        let offset = slice.as_ptr().addr().wrapping_sub(source.as_ptr().addr());
        if offset <= source.len() { offset } else { 0 }
    }

    pub(super) fn place(&self, slice: &str) -> Range<usize> {
        let start = self.offset(slice);
        start..start + slice.len()
    }

    /// Creates a finding at a place in the text.
    pub(super) fn finding(
        &self,
        rule: Rule,
        place: Range<usize>,
        id: Option<String>,
        message: impl Into<String>,
    ) -> Finding {
        let start = self.repaired.in_file(place.start);
        let end = self.repaired.in_file(place.end).max(start);
        self.file.finding(rule, start..end, id, message)
    }

    /// Reports what was repaired before parsing, and what could not be parsed.
    pub(super) fn syntax(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for repair in &self.repaired.repairs {
            let id = self.entry_at(repair.span.start);
            findings.push(self.file.finding(
                repair.rule,
                repair.span.clone(),
                id,
                &*repair.message,
            ));
        }
        if self.file.has_bom {
            let message = format!(
                "{} at the start of the file; remove it, or save as UTF-8 without BOM",
                describe('\u{feff}')
            );
            let mut finding = self.file.finding(Rule::Bom, 0..0, None, message);
            finding.span.start = 0;
            finding.end_column += 1;
            findings.push(finding);
        }
        for junk in &self.junk {
            let (place, message) = self.explain(junk);
            findings.push(self.finding(Rule::Syntax, place, self.junk_id(junk), message));
        }
        findings
    }

    /// Returns where a part could not be parsed, and why.
    fn explain(&self, junk: &Junk) -> (Range<usize>, String) {
        let (place, message) = locate(self.text(), &junk.error, junk.start..junk.end, describe);
        let content = self.text().get(junk.start..junk.end).unwrap_or_default();
        if ["//", ";", "<!--", "--"].iter().any(|mark| content.starts_with(mark)) {
            let found = content.chars().next().map(describe).unwrap_or_default();
            return (place, format!("expected `# ` before a comment, found {found}"));
        }
        let after_stop = content.trim_start().strip_prefix('.');
        if let Some(found) = after_stop.and_then(|name| name.chars().next())
            && content.starts_with(' ')
        {
            let start = junk.start + content.find('.').map_or(0, |at| at + 1);
            let found_name = describe(found);
            let message = format!(
                "expected the name of an attribute, such as `.suggestion`, found {found_name}"
            );
            return (start..start + found.len_utf8(), message);
        }
        let place = match junk.error.kind {
            ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. }
                if place.start == junk.start =>
            {
                let after = junk.start + content.find('=').map_or(0, |at| at + 1);
                after..after
            }
            ErrorKind::UnknownEscapeSequence(_) => {
                place.start..self.text().len().min(place.start + 2)
            }
            _ => place,
        };
        (place, message)
    }

    /// Returns the id of the entry around a place in the file.
    fn entry_at(&self, at: usize) -> Option<String> {
        let before = self.file.text.get(..at)?;
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let lines = self.file.text.get(line_start..)?.lines().take(1);
        lines
            .chain(before.lines().rev())
            .find_map(|line| id_of(line).filter(|id| id.starts_with(['-', 'e'])))
    }

    /// Returns the ids of the messages that could not be parsed.
    pub(super) fn junk_ids(&self) -> impl Iterator<Item = String> {
        self.junk.iter().filter_map(|junk| self.junk_id(junk))
    }

    /// Returns the id of the message that could not be parsed.
    pub(super) fn junk_id(&self, junk: &Junk) -> Option<String> {
        id_of(self.text().get(junk.start..junk.end)?)
    }
}

impl<'s> Unit<'s> {
    /// Returns the id as references write it: `error-success`, `-multimedia-plugin`.
    pub(super) fn id(&self) -> String {
        if self.is_term { format!("-{}", self.name) } else { self.name.to_owned() }
    }

    /// Returns the value and the attributes, each with its name.
    pub(super) fn patterns(&self) -> Vec<(&'s str, &'s Pattern<&'s str>)> {
        let mut patterns = Vec::new();
        patterns.extend(self.value.map(|value| (self.name, value)));
        for attribute in self.attributes {
            patterns.push((attribute.id.name, &attribute.value));
        }
        patterns
    }

    /// Returns the parts of the value and the attributes.
    pub(super) fn pieces(&self) -> Vec<Piece<'s>> {
        let patterns = self.patterns().into_iter();
        patterns.flat_map(|(_, pattern)| Pieces::of(pattern).all).collect()
    }

    /// Returns where the unit's last text ends.
    pub(super) fn end(&self) -> Option<usize> {
        self.patterns().last().map(|(name, pattern)| self.text_place(name, pattern).end)
    }

    /// Whether an indented line after the message, probably an attribute, could not be parsed.
    pub(super) fn is_followed_by_junk(&self) -> bool {
        let Some(rest) = self.end().and_then(|end| self.sheet.text().get(end..)) else {
            return false;
        };
        let next = self.sheet.text().len() - rest.trim_start_matches([' ', '\n']).len();
        let of_next = |junk: &Junk| (junk.start..junk.end).contains(&next) && junk.start < next;
        self.sheet.junk.iter().any(of_next)
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&'s Attribute<&'s str>> {
        self.attributes.iter().find(|attribute| attribute.id.name == name)
    }

    /// Creates a finding at a slice of the unit.
    pub(super) fn at(&self, rule: Rule, slice: &str, message: impl Into<String>) -> Finding {
        self.over(rule, self.sheet.place(slice), message)
    }

    /// Creates a finding at a place in the text.
    pub(super) fn over(
        &self,
        rule: Rule,
        place: Range<usize>,
        message: impl Into<String>,
    ) -> Finding {
        self.sheet.finding(rule, place, Some(self.id()), message)
    }

    /// Returns the place of a pattern: from what follows the `=` to the end of its last line.
    pub(super) fn text_place(&self, name: &str, pattern: &Pattern<&str>) -> Range<usize> {
        let text = self.sheet.text();
        let after_name = self.sheet.place(name).end;
        let rest = text.get(after_name..).unwrap_or_default();
        let equals = rest.find('=').map_or(0, |at| at + 1);
        let spaces = rest
            .get(equals..)
            .map_or(0, |rest| rest.len() - rest.trim_start_matches([' ', '\n']).len());
        let start = after_name + equals + spaces;
        let last = last_slice(pattern).map_or(start, |slice| self.sheet.place(slice).end);
        let end =
            text.get(last..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| last + at);
        let line = text.get(start..end.max(start)).unwrap_or_default();
        start..start + line.trim_end_matches([' ', '\n']).len()
    }
}

impl<'s> Comment<'s> {
    /// Returns the comments of a file, which Fluent's runtime parser skips.
    pub(super) fn all(sheet: &'s Sheet<'s>) -> Vec<Comment<'s>> {
        let mut comments: Vec<Comment<'s>> = Vec::new();
        let mut start = 0;
        for line in sheet.resource.source().split_inclusive('\n') {
            let end = start + line.len();
            let text = line.trim_end_matches('\n').trim_start_matches('#');
            let level = line.trim_end_matches('\n').len() - text.len();
            let text = text.strip_prefix(' ').unwrap_or(text);
            match comments.last_mut() {
                _ if level == 0 => {}
                Some(last) if last.level == level && last.end == start => {
                    last.lines.push(text);
                    last.end = end;
                }
                _ => comments.push(Comment { sheet, level, lines: vec![text], end }),
            }
            start = end;
        }
        comments
    }
}
