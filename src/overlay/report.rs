//! Reporting which parts of the added files are not used, and why.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::ptr;
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Message};

use super::bundle::Messages;
use super::fault::Fault;
use super::file::FileText;
use super::parse::Junk;
use super::syntax;
use crate::ErrorType;
use crate::finding::{Finding, Rule};
use crate::texts::{SUGGESTION, UNKNOWN_ID};

/// The maximum number of findings for a file. Nobody reads more.
pub(super) const MAX_FINDINGS: usize = 1000;

/// A file and what the parser made of it.
pub(super) struct ParsedFile<'f> {
    /// Its position among all added files.
    pub(super) index: usize,
    pub(super) text: &'f FileText<'f>,
    pub(super) resource: Arc<FluentResource>,
    pub(super) junk: Vec<Junk>,
}

/// The findings about each file, by its position among all added files.
#[derive(Default)]
pub(super) struct Report {
    findings: BTreeMap<usize, Vec<Finding>>,
}

impl Report {
    /// Adds a finding, unless the file has it already or has too many.
    pub(super) fn add(&mut self, index: usize, finding: Finding) {
        let findings = self.findings.entry(index).or_default();
        if findings.len() < MAX_FINDINGS && !findings.contains(&finding) {
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
        let place = place_in(&file.resource, slice);
        if !self.is_full(file) {
            self.add(file.index, file.text.finding(rule, place, Some(id), message));
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
            if !ptr::eq(first, name) {
                let (id, line) = (
                    format!("{prefix}{name}"),
                    file.text.line(place_in(&file.resource, first).start),
                );
                let message = format!(
                    "duplicate {kind} `{id}`; first defined on line {line}, and only that one is used"
                );
                self.at(file, Rule::DuplicateMessage, name, id, message);
            }
        }
    }

    /// Reports mistakes within the message itself.
    fn message(&mut self, file: &ParsedFile<'_>, message: &Message<&str>) {
        let id = message.id.name;
        if !is_known(id) {
            // An application may have messages of its own in the same file.
            if id.starts_with("error-") {
                let text = format!("`{id}` matches no error code");
                self.at(file, Rule::UnknownMessage, id, id.to_owned(), text);
            }
            return;
        }
        if message.value.is_none() {
            let text = format!("`{id}` has no text; write it after `=`");
            self.at(file, Rule::MissingValue, id, id.to_owned(), text);
        }
        let mut has_suggestion = false;
        for attribute in &message.attributes {
            let name = attribute.id.name;
            if name != SUGGESTION {
                let text = format!("unknown attribute `.{name}`; only `.{SUGGESTION}` is shown");
                self.at(file, Rule::UnknownAttribute, name, id.to_owned(), text);
            } else if has_suggestion {
                let text = format!("duplicate `.{SUGGESTION}`; only the first one is used");
                self.at(file, Rule::DuplicateMessage, name, id.to_owned(), text);
            }
            has_suggestion |= name == SUGGESTION;
        }
    }

    /// Reports why a message, or a part of it, is not used.
    pub(super) fn fault(
        &mut self,
        messages: &Messages,
        files: &[ParsedFile<'_>],
        id: &str,
        fault: &Fault<'_>,
    ) {
        // The innermost slice that is in an added file.
        let places = [fault.slice].into_iter().chain(fault.references.iter().rev().copied());
        for slice in places.chain(messages.id_slice(id)) {
            let Some(file) = messages.holder_of(slice).and_then(|index| file_of(files, index))
            else {
                continue;
            };
            if self.is_full(file) {
                return;
            }
            let (rule, mut text) = fault.explain(id);
            if fault.is_fatal
                && let Some(older) = older_file(messages, files, id)
            {
                text.push_str(&format!("; the `{id}` in {older} is not used either"));
            }
            let enclosing = enclosing(file, slice).unwrap_or_else(|| id.to_owned());
            return self.at(file, rule, slice, enclosing, text);
        }
    }
}

/// Whether this is the message id of a code, or of unknown codes.
fn is_known(id: &str) -> bool {
    id == UNKNOWN_ID || ErrorType::ALL.iter().any(|error| error.message_id() == id)
}

/// Returns the place of a slice of a source.
fn place_in(resource: &FluentResource, slice: &str) -> Range<usize> {
    let start = slice.as_ptr().addr().wrapping_sub(resource.source().as_ptr().addr());
    start..start + slice.len()
}

/// Returns the file with this index in the bundle. The files are added last first; what comes after
/// them is embedded.
fn file_of<'p, 'f>(files: &'p [ParsedFile<'f>], index: usize) -> Option<&'p ParsedFile<'f>> {
    files.iter().rev().nth(index)
}

/// Returns the path of the last earlier file that also has the message.
fn older_file<'f>(messages: &Messages, files: &'f [ParsedFile<'_>], id: &str) -> Option<&'f str> {
    let newest = file_of(files, messages.holder_of(messages.id_slice(id)?)?)?;
    for file in files.iter().rev() {
        if file.index < newest.index && has_message(file, id) {
            return Some(file.text.file.path());
        }
    }
    None
}

fn has_message(file: &ParsedFile<'_>, id: &str) -> bool {
    let mut entries = file.resource.entries();
    entries.any(|entry| matches!(entry, Entry::Message(message) if message.id.name == id))
}

/// Returns the id of the message or term around a slice of a file.
fn enclosing(file: &ParsedFile<'_>, slice: &str) -> Option<String> {
    let mut found = None;
    for entry in file.resource.entries() {
        let (prefix, name) = match entry {
            Entry::Message(message) => ("", message.id.name),
            Entry::Term(term) => ("-", term.id.name),
            _ => continue,
        };
        if name.as_ptr() > slice.as_ptr() {
            break;
        }
        found = Some((prefix, name));
    }
    found.map(|(prefix, name)| format!("{prefix}{name}"))
}
