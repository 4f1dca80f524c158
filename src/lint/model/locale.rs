//! The messages of a locale, from all its files.

use std::collections::HashMap;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Attribute, Pattern};

use super::comment::{Comment, Instruction, instruction};
use super::conventions::Quotes;
use super::entry::Entry;
use super::parts::Definition;
use super::resource::Resource;
use super::swallowed::{Kind, Swallowed, swallowed};
use crate::locale::Tag;
use crate::overlay::messages::Messages;

/// The default maximum width of a text, in columns.
const MAX_WIDTH: usize = 120;
/// Like [`MAX_WIDTH`], but for languages whose characters take two columns.
const MAX_WIDTH_HAN: usize = 80;

/// All files of a locale.
pub(crate) struct Locale<'s> {
    /// The name of the folder.
    pub(crate) tag: &'s str,
    /// The canonical tag, or `None` if the name is not a locale tag.
    pub(crate) canonical: Option<String>,
    pub(crate) resources: &'s [Resource<'s>],
    pub(crate) entries: Vec<Entry<'s>>,
    /// The comments that are not right above a message or a term.
    pub(crate) comments: Vec<Comment<'s>>,
    pub(crate) messages: Messages<'s>,
    /// The places of the first term and the first message of a name.
    terms: HashMap<&'s str, usize>,
    first_messages: HashMap<&'s str, usize>,
}

impl<'s> Locale<'s> {
    /// Collects the messages of a locale, on top of those below it: the embedded ones.
    pub(crate) fn new(
        tag: &'s str,
        resources: &'s [Resource<'s>],
        below: &'s [Resource<'s>],
    ) -> Locale<'s> {
        let (mut entries, mut comments) = (Vec::new(), Vec::new());
        for resource in resources {
            collect(resource, &mut entries, &mut comments);
        }
        let (mut terms, mut first_messages) = (HashMap::new(), HashMap::new());
        for (at, entry) in entries.iter().enumerate() {
            let by_name = if entry.is_term { &mut terms } else { &mut first_messages };
            by_name.entry(entry.name).or_insert(at);
        }
        let mut parsed: Vec<&FluentResource> = Vec::new();
        for resource in resources.iter().chain(below) {
            parsed.push(&resource.parsed);
        }
        let canonical = Tag::parse(tag).as_ref().map(Tag::to_string);
        let messages = Messages::new(canonical.as_deref().unwrap_or("und"), &parsed, false);
        Locale { tag, canonical, resources, entries, comments, messages, terms, first_messages }
    }

    /// The language subtag: `zh`.
    pub(crate) fn language(&self) -> &str {
        let tag = self.canonical.as_deref().unwrap_or(self.tag);
        tag.split('-').next().unwrap_or_default()
    }

    /// The likely script of the locale: `Hant` for `zh-TW`.
    pub(crate) fn script(&self) -> String {
        let tag = crate::likely_subtags(self.tag).unwrap_or_default();
        tag.split('-').nth(1).unwrap_or_default().to_owned()
    }

    /// Returns the quotation marks of the locale.
    pub(crate) fn quotes(&self) -> Quotes {
        Quotes::of(self.tag)
    }

    /// Returns the maximum width of the texts of a message: from its own comment, that of the
    /// source, or the language.
    pub(crate) fn max_width(&self, entry: &Entry<'_>, source: Option<&Entry<'_>>) -> usize {
        for entry in [Some(entry), source].into_iter().flatten() {
            for line in &entry.comment {
                if let Instruction::Max(max) = instruction(line) {
                    return max;
                }
            }
        }
        match self.language() {
            "zh" | "ja" | "ko" | "yue" => MAX_WIDTH_HAN,
            _ => MAX_WIDTH,
        }
    }

    /// Returns the entries of a file. They are in the order of the files, which are in one slice.
    pub(crate) fn entries_of(&self, resource: &Resource<'_>) -> &[Entry<'s>] {
        let wanted = std::ptr::from_ref(resource).addr();
        let start = self.entries.partition_point(|entry| entry.address() < wanted);
        let end = self.entries.partition_point(|entry| entry.address() <= wanted);
        self.entries.get(start..end).unwrap_or_default()
    }

    /// Returns the entry of a file around a place in it.
    pub(crate) fn entry_at(&self, resource: &Resource<'_>, at: usize) -> Option<&Entry<'s>> {
        let entries = self.entries_of(resource);
        let next = entries.partition_point(|entry| resource.offset(entry.name) <= at);
        entries.get(next.checked_sub(1)?)
    }

    /// Whether a message is the first of its id.
    pub(crate) fn is_first(&self, entry: &Entry<'_>) -> bool {
        let Some(first) = self.message(entry.name) else {
            return false;
        };
        std::ptr::eq(first.name, entry.name)
    }

    /// Returns the message of the source that a message translates, if it is the first of its id.
    pub(crate) fn original<'o, 'e>(
        &self,
        entry: &Entry<'_>,
        source: Option<&'o Locale<'e>>,
    ) -> Option<&'o Entry<'e>> {
        if self.is_first(entry) { source?.message(entry.name) } else { None }
    }

    pub(crate) fn has_term(&self, name: &str) -> bool {
        self.terms.contains_key(name)
    }

    pub(crate) fn terms(&self) -> impl Iterator<Item = &Entry<'s>> {
        self.entries.iter().filter(|entry| entry.is_term)
    }

    pub(crate) fn all_messages(&self) -> impl Iterator<Item = &Entry<'s>> {
        self.entries.iter().filter(|entry| !entry.is_term)
    }

    /// Returns the first message of each id. Another rule reports duplicates.
    pub(crate) fn first_messages(&self) -> impl Iterator<Item = &Entry<'s>> {
        self.all_messages().filter(|entry| self.is_first(entry))
    }

    pub(crate) fn term(&self, name: &str) -> Option<&Entry<'s>> {
        self.entries.get(*self.terms.get(name)?)
    }

    pub(crate) fn message(&self, id: &str) -> Option<&Entry<'s>> {
        self.entries.get(*self.first_messages.get(id)?)
    }
}

/// Adds the entries of a file, and the comments that are not right above one.
fn collect<'s>(
    resource: &'s Resource<'s>,
    entries: &mut Vec<Entry<'s>>,
    comments: &mut Vec<Comment<'s>>,
) {
    let mut rest = Comment::all(resource).into_iter().peekable();
    for entry in resource.parsed.entries() {
        let Some(Definition { is_term, name, value, attributes }) = Definition::of(entry) else {
            continue;
        };
        let start = resource.offset(name) - usize::from(is_term);
        let mut comment = Vec::new();
        while let Some(above) = rest.next_if(|comment| comment.end <= start) {
            if above.level == 1 && above.end == start {
                comment = above.lines;
            } else {
                comments.push(above);
            }
        }
        let (attributes, swallowed) = own(resource, value, attributes);
        entries.push(Entry { resource, is_term, name, value, attributes, comment, swallowed });
    }
    comments.extend(rest);
}

/// Returns the attributes of an entry, and its swallowed lines. The attributes after a swallowed
/// message are not its own.
fn own<'s>(
    resource: &Resource<'_>,
    value: Option<&Pattern<&str>>,
    attributes: &'s [Attribute<&'s str>],
) -> (&'s [Attribute<&'s str>], Vec<Swallowed>) {
    let mut lines = Vec::new();
    if let Some(value) = value {
        lines = swallowed(resource, value);
    }
    for (count, attribute) in attributes.iter().enumerate() {
        if let Some(Swallowed { kind: Kind::Message(_), .. }) = lines.last() {
            return (attributes.get(..count).unwrap_or_default(), lines);
        }
        lines.extend(swallowed(resource, &attribute.value));
    }
    (attributes, lines)
}
