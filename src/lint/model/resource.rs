//! A parsed file, and the findings about places in it.

use std::ops::Range;
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_syntax::parser::ErrorKind;

use super::advice::{advise, joined_id};
use super::characters::{describe, is_zero_width, narrow};
use super::conflict::{self, Resolved};
use super::script::lookalike;
use super::typed::{Typed, typed};
use crate::finding::{Finding, MAX_FINDINGS, Rule};
use crate::overlay::File;
use crate::overlay::file::FileText;
use crate::overlay::limits::Refusal;
use crate::overlay::parse::{Junk, offset_in, parse};
use crate::overlay::syntax::{id_of, is_id_char, locate};

/// One file of a locale.
pub(crate) struct Resource<'f> {
    pub(crate) file: FileText<'f>,
    resolved: Resolved,
    pub(crate) parsed: Arc<FluentResource>,
    pub(crate) junk: Vec<Junk>,
}

impl<'f> Resource<'f> {
    pub(crate) fn read(file: &'f File) -> Result<Resource<'f>, Refusal> {
        let file = file.text()?;
        let resolved = Resolved::of(&file.text);
        let (parsed, junk) = parse(resolved.text.clone());
        Ok(Resource { file, resolved, parsed, junk })
    }

    /// The text of the file without its merge conflicts, which is parsed.
    pub(crate) fn text(&self) -> &str {
        &self.resolved.text
    }

    /// Returns where a slice of a parsed part is in the text.
    pub(crate) fn offset(&self, slice: &str) -> usize {
        let source = self.parsed.source();
        let offset = offset_in(source, slice);
        if offset <= source.len() { offset } else { 0 }
    }

    pub(crate) fn place(&self, slice: &str) -> Range<usize> {
        let start = self.offset(slice);
        start..start + slice.len()
    }

    /// Creates a finding at a place in the text.
    pub(crate) fn finding(
        &self,
        rule: Rule,
        place: Range<usize>,
        id: Option<String>,
        message: impl Into<String>,
    ) -> Finding {
        let start = self.resolved.in_original(place.start);
        // What ends before a conflict does not reach over it.
        let end = match place.end.checked_sub(1) {
            Some(last) if last >= place.start => self.resolved.in_original(last) + 1,
            _ => start,
        };
        self.file.finding(rule, start..end, id, message)
    }

    /// Reports what is wrong with the file as such, and what could not be parsed.
    pub(crate) fn syntax(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for place in self.resolved.conflicts.iter().take(MAX_FINDINGS) {
            let place = place.clone();
            findings.push(self.file.finding(Rule::MergeConflict, place, None, conflict::MESSAGE));
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
        if let Some(at) = self.file.lone_return {
            let message = "this line ends with a carriage return alone, which Fluent does not read as the end of a \
                line; save the file with line feeds (LF), or run `fmt`";
            findings.push(self.file.finding(Rule::Syntax, at..at, None, message));
        }
        self.number_signs(&mut findings);
        for junk in &self.junk {
            let Typed { rule, mut place, mut message } = self.explain(junk);
            if rule == Rule::Syntax
                && let Some(advice) = advise(self, junk.start..junk.end, place.start)
            {
                (place, message) = (advice.place, advice.message);
            }
            findings.push(self.finding(rule, place, self.junk_id(junk), message));
        }
        findings
    }

    /// Reports what is wrong with the `#` of comments. The parser skips comments.
    fn number_signs(&self, findings: &mut Vec<Finding>) {
        const MOST: usize = 3;
        let mut start = 0;
        for line in self.text().split_inclusive('\n') {
            if findings.len() >= MAX_FINDINGS {
                return;
            }
            let rest = line.trim_start_matches('#');
            let signs = line.len() - rest.len();
            let next = rest.chars().next().filter(|next| !matches!(next, ' ' | '\n'));
            if signs > MOST {
                let signs = start..start + signs;
                let found = self.text().get(signs.clone()).unwrap_or_default();
                let message =
                    format!("`{found}` does not begin a comment; a comment has one to three `#`");
                findings.push(self.finding(Rule::Syntax, signs, None, message));
            } else if let Some(next) = next.filter(|_| signs > 0) {
                let place = start + signs..start + signs + next.len_utf8();
                let message = format!("expected a space after `#`, found {}", describe(next));
                findings.push(self.finding(Rule::Syntax, place, None, message));
            }
            start += line.len();
        }
    }

    /// Returns where a part could not be parsed, and why.
    fn explain(&self, junk: &Junk) -> Typed {
        let (mut place, mut message) =
            locate(self.text(), &junk.error, junk.start..junk.end, describe);
        let content = self.text().get(junk.start..junk.end).unwrap_or_default();
        if let Some(typed) = typed(self.text(), junk, place.start, &message) {
            return typed;
        }
        if ["//", "/*", ";", "<!--", "--"].iter().any(|mark| content.starts_with(mark)) {
            let found = content.chars().next().map(describe).unwrap_or_default();
            message = format!("expected `# ` before a comment, found {found}");
            return Typed { rule: Rule::Syntax, place, message };
        }
        if self.is_second_line(junk) {
            place = junk.start..self.text().len().min(place.end);
            message = "this line is not a part of the text above, as it is not indented; join it to the line \
                above"
                .to_owned();
            return Typed { rule: Rule::Syntax, place, message };
        }
        let found = self.text().get(place.clone()).and_then(|found| found.chars().next());
        if let Some((right, script)) = found.and_then(lookalike) {
            let found = found.map(describe).unwrap_or_default();
            message = format!("{found} is a {script} letter; write `{right}`");
            return Typed { rule: Rule::Syntax, place, message };
        }
        match junk.error.kind {
            ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. }
                if place.start == junk.start =>
            {
                let after = junk.start + content.find('=').map_or(0, |at| at + 1);
                place = after..after;
            }
            ErrorKind::UnknownEscapeSequence(_) => {
                place.end = self.text().len().min(place.start + 2);
            }
            _ => {}
        }
        Typed { rule: Rule::Syntax, place, message }
    }

    /// Whether a part that could not be parsed begins with a text at the margin, right below another text.
    fn is_second_line(&self, junk: &Junk) -> bool {
        let content = self.text().get(junk.start..junk.end).unwrap_or_default();
        let line = content.lines().next().unwrap_or_default();
        let above = self.text().get(..junk.start).unwrap_or_default();
        let above = above.trim_end_matches(' ').strip_suffix('\n').unwrap_or_default();
        let above = above.lines().next_back().unwrap_or_default();
        let is_id = id_of(line)
            .is_some_and(|id| id.starts_with("error") || line.starts_with(&format!("{id} =")));
        let starts_word = line.starts_with(|c: char| c.is_alphabetic() || "(（«「".contains(c));
        starts_word
            && !is_id
            && !line.contains('=')
            && above.contains('=')
            && !above.starts_with('#')
    }

    /// Returns the ids of the messages that could not be parsed.
    pub(crate) fn junk_ids(&self) -> impl Iterator<Item = String> {
        self.junk.iter().filter_map(|junk| self.junk_id(junk))
    }

    /// Returns the id of the message that could not be parsed, whatever characters it was typed with.
    pub(crate) fn junk_id(&self, junk: &Junk) -> Option<String> {
        let content = self.text().get(junk.start..junk.end)?;
        let (start, _) = content.split_once('=').unwrap_or((content, ""));
        if let Some(id) = joined_id(start) {
            return Some(id.to_owned());
        }
        let mut id = String::new();
        for character in content.chars().filter(|character| !is_zero_width(*character)) {
            let character = narrow(character).unwrap_or(character);
            if !is_id_char(character) {
                break;
            }
            id.push(character);
        }
        (!id.is_empty()).then_some(id)
    }
}
