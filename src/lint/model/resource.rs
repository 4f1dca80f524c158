//! A parsed file, and the findings about places in it.

use std::ops::Range;
use std::sync::Arc;

use fluent_bundle::FluentResource;

use super::characters::{is_zero_width, narrow};
use super::codes::joined_id;
use super::conflict::Resolved;
use crate::finding::{Finding, Rule};
use crate::overlay::File;
use crate::overlay::file::FileText;
use crate::overlay::limits::Refusal;
use crate::overlay::parse::{Junk, offset_in, parse};
use crate::overlay::syntax::is_id_char;

/// One file of a locale.
pub(crate) struct Resource<'f> {
    pub(crate) file: FileText<'f>,
    pub(crate) resolved: Resolved,
    pub(crate) parsed: Arc<FluentResource>,
    pub(crate) junk: Vec<Junk>,
}

impl<'f> Resource<'f> {
    pub(crate) fn parse(file: &'f File) -> Result<Resource<'f>, Refusal> {
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

    /// Returns the ids of the messages that could not be parsed.
    pub(crate) fn junk_ids(&self) -> impl Iterator<Item = String> {
        self.junk.iter().filter_map(|junk| self.junk_id(junk))
    }

    /// Returns the id of the message that could not be parsed, whatever characters it was typed
    /// with.
    pub(crate) fn junk_id(&self, junk: &Junk) -> Option<String> {
        let content = self.text().get(junk.start..junk.end)?;
        let (start, _) = content.split_once('=').unwrap_or((content, ""));
        if let Some(id) = joined_id(start) {
            return Some(id.to_owned());
        }
        let mut id = String::new();
        for character in content.chars() {
            if is_zero_width(character) {
                continue;
            }
            let character = narrow(character).unwrap_or(character);
            if !is_id_char(character) {
                break;
            }
            id.push(character);
        }
        (!id.is_empty()).then_some(id)
    }
}
