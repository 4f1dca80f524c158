//! The messages and terms of a locale, before they are compiled.

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Attribute, Entry, Message, Pattern, Term};

use super::language::Language;
use crate::texts::SUGGESTION;

/// The messages and terms of a locale, by name. If several resources define a name, the first one
/// wins; so does the first definition in a resource.
pub(crate) struct Messages<'r> {
    pub(crate) language: Language,
    pub(crate) isolating: bool,
    /// Sorted by name, and among equals most preferred first.
    messages: Vec<&'r Message<&'r str>>,
    terms: Vec<&'r Term<&'r str>>,
    /// The addresses where the source of each resource begins and ends, sorted, with its index.
    sources: Vec<(usize, usize, usize)>,
    /// The length of all sources.
    pub(crate) len: usize,
}

impl<'r> Messages<'r> {
    /// Collects the messages of these resources, most preferred first.
    pub(crate) fn new(
        tag: &str,
        resources: &[&'r FluentResource],
        isolating: bool,
    ) -> Messages<'r> {
        let (mut messages, mut terms, mut sources) = (Vec::new(), Vec::new(), Vec::new());
        for (index, resource) in resources.iter().enumerate() {
            let bytes = resource.source().as_bytes().as_ptr_range();
            sources.push((bytes.start.addr(), bytes.end.addr(), index));
            for entry in resource.entries() {
                match entry {
                    Entry::Message(message) => messages.push(message),
                    Entry::Term(term) => terms.push(term),
                    _ => {}
                }
            }
        }
        messages.sort_by_key(|message| message.id.name);
        terms.sort_by_key(|term| term.id.name);
        sources.sort_unstable();
        let len = resources.iter().map(|resource| resource.source().len()).sum();
        Messages { language: Language::new(tag), isolating, messages, terms, sources, len }
    }

    pub(crate) fn message(&self, name: &str) -> Option<&'r Message<&'r str>> {
        self.definitions(name).first().copied()
    }

    /// Returns all definitions of a message, most preferred first.
    pub(super) fn definitions(&self, name: &str) -> &[&'r Message<&'r str>] {
        let start = self.messages.partition_point(|message| message.id.name < name);
        let rest = self.messages.get(start..).unwrap_or_default();
        let end = rest.partition_point(|message| message.id.name == name);
        rest.get(..end).unwrap_or_default()
    }

    /// Returns the messages whose names begin like this, each once, in the order of their names.
    pub(crate) fn with_prefix(&self, prefix: &str) -> impl Iterator<Item = &'r Message<&'r str>> {
        let start = self.messages.partition_point(|message| message.id.name < prefix);
        let rest = self.messages.get(start..).unwrap_or_default();
        let mut before = "";
        rest.iter().copied().take_while(move |message| message.id.name.starts_with(prefix)).filter(
            move |message| std::mem::replace(&mut before, message.id.name) != message.id.name,
        )
    }

    pub(crate) fn term(&self, name: &str) -> Option<&'r Term<&'r str>> {
        let at = self.terms.partition_point(|term| term.id.name < name);
        self.terms.get(at).copied().filter(|term| term.id.name == name)
    }

    /// Whether a name is defined more than once, in one resource or in several.
    pub(crate) fn has_repeated_names(&self) -> bool {
        !self.messages.is_sorted_by(|one, next| one.id.name < next.id.name)
            || !self.terms.is_sorted_by(|one, next| one.id.name < next.id.name)
    }

    /// Returns the index of the resource that holds this slice.
    pub(crate) fn holder_of(&self, slice: &str) -> Option<usize> {
        let address = slice.as_ptr().addr();
        let after = self.sources.partition_point(|(start, _, _)| *start <= address);
        let (_, end, index) = self.sources.get(after.checked_sub(1)?)?;
        (address < *end).then_some(*index)
    }
}

/// Returns the suggestion of a message.
pub(crate) fn suggestion_of<'r>(message: &'r Message<&'r str>) -> Option<&'r Pattern<&'r str>> {
    let attribute = message.attributes.iter().find(|found| found.id.name == SUGGESTION)?;
    Some(&attribute.value)
}

/// Returns the position and the text of the first attribute with this name.
pub(super) fn attribute_of<'r>(
    attributes: &'r [Attribute<&'r str>],
    name: &str,
) -> Option<(usize, &'r Pattern<&'r str>)> {
    let position = attributes.iter().position(|attribute| attribute.id.name == name)?;
    Some((position, &attributes.get(position)?.value))
}
