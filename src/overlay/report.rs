//! Reporting which parts of the added files are not used, and why.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
use std::ptr;
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Message};

use super::fault::Fault;
use super::file::FileText;
use super::ids::{number_fault, subject_of};
use super::messages::Messages;
use super::parse::{Junk, offset_in, parse};
use super::{syntax, words};
use crate::finding::{Finding, MAX_FINDINGS, Rule};
use crate::texts::SUGGESTION;

/// A file and what the parser made of it.
pub(super) struct ParsedFile<'f> {
    /// Its position among all added files.
    pub(super) index: usize,
    pub(super) text: &'f FileText<'f>,
    pub(super) resource: Arc<FluentResource>,
    pub(super) junk: Vec<Junk>,
    /// The address of each name that is defined, with the index of its entry. Collected for the first
    /// fault; most files have none.
    names: OnceCell<Vec<(usize, usize)>>,
}

impl<'f> ParsedFile<'f> {
    pub(super) fn new(index: usize, text: &'f FileText<'f>) -> ParsedFile<'f> {
        let (resource, junk) = parse(text.text.to_string());
        ParsedFile { index, text, resource, junk, names: OnceCell::new() }
    }

    pub(super) fn defines_term(&self) -> bool {
        self.resource.entries().any(|entry| matches!(entry, Entry::Term(_)))
    }

    /// Returns the place of a slice of the source.
    fn place(&self, slice: &str) -> Range<usize> {
        let start = offset_in(self.resource.source(), slice);
        start..start + slice.len()
    }

    /// Returns the id of the message or term around a slice of the source.
    fn enclosing(&self, slice: &str) -> Option<String> {
        let names = self.names.get_or_init(|| {
            let entries = self.resource.entries().enumerate();
            let names = entries.filter_map(|(index, entry)| Some((name_of(entry)?.1, index)));
            names.map(|(name, index)| (name.as_ptr().addr(), index)).collect()
        });
        let after = names.partition_point(|(address, _)| *address <= slice.as_ptr().addr());
        let (_, index) = names.get(after.checked_sub(1)?)?;
        let (prefix, name) = name_of(self.resource.get_entry(*index)?)?;
        Some(format!("{prefix}{name}"))
    }
}

/// Returns the name that an entry defines, after the hyphen of a term.
fn name_of<'e>(entry: &'e Entry<&str>) -> Option<(&'static str, &'e str)> {
    match entry {
        Entry::Message(message) => Some(("", message.id.name)),
        Entry::Term(term) => Some(("-", term.id.name)),
        _ => None,
    }
}

/// The findings about each file, by its position among all added files.
#[derive(Default)]
pub(super) struct Report {
    findings: BTreeMap<usize, Vec<Finding>>,
    /// The files and places of the faults that are reported, and whether they are fatal. Many messages
    /// may lead to one.
    seen: HashSet<(usize, usize, bool)>,
}

impl Report {
    /// Adds a finding, unless the file has too many.
    pub(super) fn add(&mut self, index: usize, finding: Finding) {
        let findings = self.findings.entry(index).or_default();
        if findings.len() < MAX_FINDINGS {
            findings.push(finding);
        }
    }

    /// Returns all findings, file by file, sorted by position.
    pub(super) fn into_findings(self) -> Vec<Finding> {
        let mut all = Vec::new();
        for (_, mut findings) in self.findings {
            findings.sort_by_key(|finding| (finding.span.start, finding.rule));
            all.append(&mut findings);
        }
        all
    }

    /// Adds a finding about a place in a file, unless the file has too many.
    fn at(&mut self, file: &ParsedFile<'_>, rule: Rule, slice: &str, id: String, message: String) {
        if !self.is_full(file) {
            self.add(file.index, file.text.finding(rule, file.place(slice), Some(id), message));
        }
    }

    fn is_full(&self, file: &ParsedFile<'_>) -> bool {
        self.findings.get(&file.index).is_some_and(|findings| findings.len() >= MAX_FINDINGS)
    }

    /// Reports mistakes within the file itself.
    pub(super) fn file(&mut self, file: &ParsedFile<'_>) {
        for junk in &file.junk {
            let finding = syntax::finding(file.text, &junk.error, junk.start..junk.end);
            self.add(file.index, finding);
        }
        for entry in file.resource.entries() {
            if let Entry::Message(message) = entry {
                self.message(file, message);
            }
        }
    }

    /// Reports each message or term whose id is already defined in the file.
    pub(super) fn duplicates(&mut self, file: &ParsedFile<'_>) {
        let mut first_places: HashMap<(&str, &str), &str> = HashMap::new();
        for entry in file.resource.entries() {
            let (kind, prefix, name) = match entry {
                Entry::Message(message) => ("message", "", message.id.name),
                Entry::Term(term) => ("term", "-", term.id.name),
                _ => continue,
            };
            let first = *first_places.entry((kind, name)).or_insert(name);
            if !ptr::eq(first, name) && !self.is_full(file) {
                let id = format!("{prefix}{name}");
                let line = file.text.line(file.place(first).start);
                let message = words::duplicate(kind, &id, &format!("on line {line}"));
                self.at(file, Rule::DuplicateMessage, name, id, message);
            }
        }
    }

    /// Reports mistakes within the message itself.
    fn message(&mut self, file: &ParsedFile<'_>, message: &Message<&str>) {
        let id = message.id.name;
        if subject_of(id).is_none() {
            // An application may have messages of its own in the same file.
            if id.starts_with("error-") {
                let text = number_fault(id).unwrap_or_else(|| words::unknown_message(id));
                self.at(file, Rule::UnknownMessage, id, id.to_owned(), text);
            }
            return;
        }
        if message.value.is_none() {
            self.at(file, Rule::MissingValue, id, id.to_owned(), words::no_text(id));
        }
        let mut has_suggestion = false;
        for attribute in &message.attributes {
            let name = attribute.id.name;
            if name != SUGGESTION {
                let text = words::unknown_attribute(name);
                self.at(file, Rule::UnknownAttribute, name, id.to_owned(), text);
            } else if has_suggestion {
                let text = words::duplicate_attribute(name);
                self.at(file, Rule::DuplicateMessage, name, id.to_owned(), text);
            }
            has_suggestion |= name == SUGGESTION;
        }
    }

    /// Reports why a message, or a part of it, is not used.
    pub(super) fn fault(
        &mut self,
        messages: &Messages<'_>,
        files: &[ParsedFile<'_>],
        id: &str,
        fault: &Fault<'_>,
    ) {
        // The innermost slice that is in an added file.
        let places = [fault.slice].into_iter().chain(fault.references.iter().rev().copied());
        for slice in places.chain(messages.message(id).map(|message| message.id.name)) {
            let Some(file) = messages.holder_of(slice).and_then(|index| file_of(files, index))
            else {
                continue;
            };
            let place = file.place(slice).start;
            let is_new = self.seen.insert((file.index, place, fault.is_fatal));
            if !is_new || self.is_full(file) {
                return;
            }
            let (rule, mut text) = fault.explain(id);
            if fault.is_fatal
                && let Some(older) = older_file(messages, files, id)
            {
                text.push_str(&format!("; the `{id}` in {older} is not used either"));
            }
            let enclosing = file.enclosing(slice).unwrap_or_else(|| id.to_owned());
            return self.at(file, rule, slice, enclosing, text);
        }
    }
}

/// Returns the file with this index among the resources. The files are added last first; what comes
/// after them is embedded.
fn file_of<'p, 'f>(files: &'p [ParsedFile<'f>], index: usize) -> Option<&'p ParsedFile<'f>> {
    files.iter().rev().nth(index)
}

/// Returns the path of the last earlier file that also has the message.
fn older_file<'f>(
    messages: &Messages<'_>,
    files: &'f [ParsedFile<'_>],
    id: &str,
) -> Option<&'f str> {
    let definitions = messages.definitions(id);
    let newest = messages.holder_of(definitions.first()?.id.name)?;
    let is_newest = |message: &&Message<&str>| messages.holder_of(message.id.name) == Some(newest);
    let older = definitions.get(definitions.partition_point(is_newest))?;
    let file = file_of(files, messages.holder_of(older.id.name)?)?;
    Some(file.text.file.path())
}
