//! A parsed file, the messages of a locale, and how a place in a file becomes a finding.

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Attribute, Entry, Pattern};
use fluent_syntax::parser::ErrorKind;
use std::ops::Range;
use std::sync::Arc;

use super::characters::describe;
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
    junk: Vec<Junk>,
    /// Where the lines of the file begin.
    lines: Vec<usize>,
    /// Fluent's parser for programs leaves the comments out.
    pub(super) comments: Vec<CommentBlock>,
}

/// Lines of a comment.
pub(super) struct CommentBlock {
    /// How many `#` each has.
    pub(super) level: usize,
    /// Where what they say is.
    pub(super) lines: Vec<Range<usize>>,
    /// Where the next line begins.
    pub(super) end: usize,
}

/// A message or a term.
#[derive(Clone, Copy)]
pub(super) struct Unit<'s> {
    pub(super) sheet: &'s Sheet<'s>,
    pub(super) is_term: bool,
    /// The name as written, without the `-` of a term.
    pub(super) name: &'s str,
    pub(super) value: Option<&'s Pattern<&'s str>>,
    pub(super) attributes: &'s [Attribute<&'s str>],
    /// The lines of the comment right above it.
    pub(super) comment: &'s [Range<usize>],
}

/// A comment that is not a message's own.
#[derive(Clone, Copy)]
pub(super) struct Comment<'s> {
    pub(super) sheet: &'s Sheet<'s>,
    pub(super) level: usize,
    pub(super) lines: &'s [Range<usize>],
}

impl<'f> Sheet<'f> {
    pub(super) fn read(file: &'f File) -> Result<Sheet<'f>, Refusal> {
        let file = file.text()?;
        let repaired = Repaired::of(&file.text);
        let (resource, junk) = parse(repaired.text.clone());
        let comments = comment_blocks(&repaired.text);
        let mut lines = vec![0];
        lines.extend(file.text.match_indices('\n').map(|(at, _)| at + 1));
        Ok(Sheet { file, repaired, resource, junk, lines, comments })
    }

    /// The text that was parsed.
    pub(super) fn text(&self) -> &str {
        &self.repaired.text
    }

    /// Where a slice of a parsed part is in the text.
    pub(super) fn offset(&self, slice: &str) -> usize {
        let offset = slice.as_ptr().addr().wrapping_sub(self.text().as_ptr().addr());
        if offset <= self.text().len() {
            return offset;
        }
        let source = self.resource.source();
        let offset = slice.as_ptr().addr().wrapping_sub(source.as_ptr().addr());
        if offset <= source.len() { offset } else { 0 }
    }

    pub(super) fn place(&self, slice: &str) -> Range<usize> {
        let start = self.offset(slice);
        start..start + slice.len()
    }

    /// A finding at a place of the text.
    pub(super) fn finding(
        &self,
        rule: Rule,
        place: Range<usize>,
        id: Option<String>,
        message: impl Into<String>,
    ) -> Finding {
        let start = self.repaired.in_file(place.start);
        let end = self.repaired.in_file(place.end).max(start);
        self.in_file(rule, start..end, id, message)
    }

    /// A finding at a place of the file.
    fn in_file(
        &self,
        rule: Rule,
        place: Range<usize>,
        id: Option<String>,
        message: impl Into<String>,
    ) -> Finding {
        let (line, column) = self.line_and_column(place.start);
        let (end_line, end_column) = self.line_and_column(place.end);
        let span = self.file.in_file(place.start)..self.file.in_file(place.end);
        let (locale, path) = (self.file.file.locale(), self.file.file.path());
        let finding = Finding::of_file(rule, locale, path, one_line(message.into()));
        Finding { line, column, end_line, end_column, span, id, ..finding }
    }

    fn line_and_column(&self, at: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= at);
        let start = line.checked_sub(1).and_then(|last| self.lines.get(last)).copied();
        let before = self.file.text.get(start.unwrap_or_default()..at).unwrap_or_default();
        (line, before.chars().count() + 1)
    }

    /// What was wrong before the text was parsed, and what could not be parsed.
    pub(super) fn syntax(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for repair in &self.repaired.repairs {
            let id = self.entry_at(repair.span.start);
            findings.push(self.in_file(repair.rule, repair.span.clone(), id, &*repair.message));
        }
        if self.file.has_bom {
            let message = format!(
                "{} at the start of the file; remove it, or save as UTF-8 without BOM",
                describe('\u{feff}')
            );
            let mut finding = self.in_file(Rule::Bom, 0..0, None, message);
            finding.span.start = 0;
            finding.end_column += 1;
            findings.push(finding);
        }
        for junk in &self.junk {
            let (mut place, mut message) =
                locate(self.text(), &junk.error, junk.start..junk.end, describe);
            let content = self.text().get(junk.start..junk.end).unwrap_or_default();
            let first = content.trim_start().chars().next();
            let in_name =
                content.trim_start().strip_prefix('.').and_then(|name| name.chars().next());
            if ["//", ";", "<!--", "--"].iter().any(|mark| content.starts_with(mark)) {
                let found = first.map(describe).unwrap_or_default();
                message = format!("expected `# ` before a comment, found {found}");
            } else if let Some(found) = in_name.filter(|_| content.starts_with(' ')) {
                let start = junk.start + content.find('.').map_or(0, |at| at + 1);
                place = start..start + found.len_utf8();
                message = format!(
                    "expected the name of an attribute, such as `.suggestion`, found {}",
                    describe(found)
                );
            }
            match junk.error.kind {
                ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. }
                    if place.start == junk.start =>
                {
                    let after = junk.start + content.find('=').map_or(0, |at| at + 1);
                    place = after..after;
                }
                ErrorKind::UnknownEscapeSequence(_) => {
                    place.end = self.text().len().min(place.start + 2)
                }
                _ => {}
            }
            findings.push(self.finding(Rule::Syntax, place, self.junk_id(junk), message));
        }
        findings
    }

    /// The id of the entry that a place of the file is in.
    fn entry_at(&self, at: usize) -> Option<String> {
        let before = self.file.text.get(..at)?;
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let lines = self.file.text.get(line_start..)?.lines().take(1);
        lines
            .chain(before.lines().rev())
            .find_map(|line| id_of(line).filter(|id| id.starts_with(['-', 'e'])))
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = &Entry<&str>> {
        self.resource.entries()
    }

    pub(super) fn junk(&self) -> &[Junk] {
        &self.junk
    }

    /// The id of the message that was meant.
    pub(super) fn junk_id(&self, junk: &Junk) -> Option<String> {
        id_of(self.text().get(junk.start..junk.end)?)
    }
}

impl<'s> Unit<'s> {
    /// The id as one refers to it: `error-success`, `-multimedia-plugin`.
    pub(super) fn id(&self) -> String {
        if self.is_term { format!("-{}", self.name) } else { self.name.to_owned() }
    }

    /// The lines of the comment right above it.
    pub(super) fn comment(&self) -> Vec<&'s str> {
        slices(self.sheet, self.comment)
    }

    /// The value and the attributes, each with the place that names it.
    pub(super) fn patterns(&self) -> Vec<(&'s str, &'s Pattern<&'s str>)> {
        let mut patterns = Vec::new();
        patterns.extend(self.value.map(|value| (self.name, value)));
        for attribute in self.attributes {
            patterns.push((attribute.id.name, &attribute.value));
        }
        patterns
    }

    /// Whether an indented line after the message, one of its attributes, could not be parsed.
    pub(super) fn is_followed_by_junk(&self) -> bool {
        let last = self.patterns().last().map(|(name, pattern)| self.text_place(name, pattern).end);
        let Some(rest) = last.and_then(|end| self.sheet.text().get(end..)) else {
            return false;
        };
        let next = self.sheet.text().len() - rest.trim_start_matches([' ', '\n']).len();
        let of_next = |junk: &Junk| (junk.start..junk.end).contains(&next) && junk.start < next;
        self.sheet.junk.iter().any(of_next)
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&'s Attribute<&'s str>> {
        self.attributes.iter().find(|attribute| attribute.id.name == name)
    }

    /// A finding at a slice of the unit.
    pub(super) fn at(&self, rule: Rule, slice: &str, message: impl Into<String>) -> Finding {
        self.over(rule, self.sheet.place(slice), message)
    }

    /// A finding at a place of the text.
    pub(super) fn over(
        &self,
        rule: Rule,
        place: Range<usize>,
        message: impl Into<String>,
    ) -> Finding {
        self.sheet.finding(rule, place, Some(self.id()), message)
    }

    /// Where the text of a pattern is: what comes after the `=`, up to the end of its last line.
    pub(super) fn text_place(&self, name: &str, pattern: &Pattern<&str>) -> Range<usize> {
        let text = self.sheet.text();
        let after_name = self.sheet.place(name).end;
        let rest = text.get(after_name..).unwrap_or_default();
        let equals = rest.find('=').map_or(0, |at| at + 1);
        let spaces = rest
            .get(equals..)
            .map_or(0, |rest| rest.len() - rest.trim_start_matches([' ', '\n']).len());
        let start = after_name + equals + spaces;
        let last =
            super::pieces::last_slice(pattern).map_or(start, |slice| self.sheet.place(slice).end);
        let end =
            text.get(last..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| last + at);
        let line = text.get(start..end.max(start)).unwrap_or_default();
        start..start + line.trim_end_matches([' ', '\n']).len()
    }
}

impl<'s> Comment<'s> {
    pub(super) fn lines(&self) -> Vec<&'s str> {
        slices(self.sheet, self.lines)
    }
}

/// Writes out what would break the line or steer a terminal: `\u{1b}`.
fn one_line(message: String) -> String {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !message.contains(steers) {
        return message;
    }
    let mut line = String::with_capacity(message.len());
    for character in message.chars() {
        match steers(character) {
            true => line.extend(character.escape_unicode()),
            false => line.push(character),
        }
    }
    line
}

fn slices<'s>(sheet: &'s Sheet<'s>, places: &[Range<usize>]) -> Vec<&'s str> {
    places.iter().filter_map(|place| sheet.text().get(place.clone())).collect()
}

/// The comments of a text: lines of one level, without a blank line between them.
fn comment_blocks(text: &str) -> Vec<CommentBlock> {
    let mut blocks: Vec<CommentBlock> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let level = line.len() - line.trim_start_matches('#').len();
        if level == 0 {
            continue;
        }
        let content = line.trim_end_matches('\n').get(level..).unwrap_or_default();
        let place =
            start + level + usize::from(content.starts_with(' '))..start + level + content.len();
        match blocks.last_mut().filter(|last| last.level == level && last.end == start) {
            Some(last) => {
                last.lines.push(place);
                last.end = at;
            }
            None => blocks.push(CommentBlock { level, lines: vec![place], end: at }),
        }
    }
    blocks
}
