//! Resolving the messages of a locale with Fluent, added ones over embedded ones.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::ResolverError;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::{FluentArgs, FluentError, FluentMessage, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Message, Pattern, PatternElement, Term};
use unic_langid::LanguageIdentifier;

use crate::texts::{SUGGESTION, Text, single_line};

/// The maximum length of a text in bytes. A longer one is not shown.
pub(crate) const MAX_TEXT_LEN: usize = 1 << 16;
/// The maximum number of fraction digits in a number that selects. Fluent overflows with more.
pub(crate) const MAX_FRACTION_LEN: usize = 19;

/// The messages and terms of a locale.
pub(crate) struct Messages {
    bundle: FluentBundle<Arc<FluentResource>>,
    /// The resources of the bundle, most preferred first.
    resources: Vec<Arc<FluentResource>>,
    /// The resource and the entry of each term, since the bundle does not expose terms.
    terms: HashMap<String, (usize, usize)>,
    /// Whether an id is defined more than once, in one resource or in several.
    pub(crate) has_repeated_ids: bool,
}

/// The result of resolving a pattern.
pub(crate) enum Resolved {
    Text(String),
    /// Only arguments of the caller are missing.
    NeedsArguments,
    /// Fluent reported an error.
    Failed,
    TooManyPlaceables,
    /// A variable would be shown raw.
    Raw,
    /// The text is too long.
    TooLong,
    /// The text has no visible character.
    Empty,
}

impl Messages {
    /// Creates the messages of a locale. If several resources define an id, the first one wins.
    pub(crate) fn new(tag: &str, resources: Vec<Arc<FluentResource>>, isolating: bool) -> Messages {
        let language: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(Vec::from([language]));
        bundle.set_use_isolating(isolating);
        let mut terms = HashMap::new();
        let mut has_repeated_ids = false;
        for (index, resource) in resources.iter().enumerate() {
            // Given a duplicate id, the bundle keeps the first definition.
            has_repeated_ids |= bundle.add_resource(Arc::clone(resource)).is_err();
            for (position, entry) in resource.entries().enumerate() {
                if let Entry::Term(term) = entry {
                    terms.entry(term.id.name.to_owned()).or_insert((index, position));
                }
            }
        }
        Messages { bundle, resources, terms, has_repeated_ids }
    }

    pub(crate) fn message(&self, id: &str) -> Option<FluentMessage<'_>> {
        let found = self.bundle.get_message(id);
        if found.is_none() && self.has_repeated_ids {
            // A term of the same name has taken its place in the bundle.
            return self.defined(id).map(FluentMessage::from);
        }
        found
    }

    /// Whether Fluent has a message with this name, and not a term.
    pub(crate) fn has_message(&self, name: &str) -> bool {
        self.bundle.has_message(name)
    }

    pub(crate) fn term(&self, name: &str) -> Option<&Term<&str>> {
        let (resource, entry) = self.terms.get(name)?;
        match self.resources.get(*resource)?.get_entry(*entry)? {
            Entry::Term(term) => Some(term),
            _ => None,
        }
    }

    /// Returns the id of a message as a slice of the resource that defines it.
    pub(crate) fn id_slice(&self, id: &str) -> Option<&str> {
        self.defined(id).map(|message| message.id.name)
    }

    fn defined(&self, id: &str) -> Option<&Message<&str>> {
        for entry in self.resources.iter().flat_map(|resource| resource.entries()) {
            if let Entry::Message(message) = entry
                && message.id.name == id
            {
                return Some(message);
            }
        }
        None
    }

    /// Returns the index of the resource that holds this slice.
    pub(crate) fn holder_of(&self, slice: &str) -> Option<usize> {
        let is_holder = |resource: &Arc<FluentResource>| {
            resource.source().as_bytes().as_ptr_range().contains(&slice.as_ptr())
        };
        self.resources.iter().position(is_holder)
    }

    /// Resolves a whole message, value and suggestion, or nothing.
    pub(crate) fn text(&self, id: &str, given: &Given<'_>, is_faulty: bool) -> Option<Text> {
        let message = self.message(id)?;
        let Resolved::Text(value) = self.resolve(message.value()?, given, is_faulty) else {
            return None;
        };
        let mut suggestion = None;
        if let Some(pattern) = suggestion_of(&message) {
            suggestion = match self.resolve(pattern, given, is_faulty) {
                Resolved::Text(text) => Some(Cow::Owned(text)),
                Resolved::Empty => None,
                _ => return None,
            };
        }
        Some(Text { value: Cow::Owned(value), suggestion })
    }

    /// Resolves a pattern that is known to terminate. Text that looks like a raw variable is an
    /// error only if the pattern `is_faulty`.
    pub(crate) fn resolve(
        &self,
        pattern: &Pattern<&str>,
        given: &Given<'_>,
        is_faulty: bool,
    ) -> Resolved {
        // Nearly all patterns are plain text; resolving them took a fifth of `build()`.
        if let [PatternElement::TextElement { value }] = &*pattern.elements
            && value.len() <= MAX_TEXT_LEN
        {
            return single_line(value).map_or(Resolved::Empty, Resolved::Text);
        }
        let args = given.args();
        let mut writer = Writer::default();
        let mut errors = Vec::new();
        let written = self.bundle.write_pattern(&mut writer, pattern, Some(&args), &mut errors);
        let (mut needs_arguments, mut has_failed) = (false, false);
        for error in errors {
            match error {
                FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable {
                    ..
                })) => needs_arguments = true,
                FluentError::ResolverError(ResolverError::TooManyPlaceables) => {
                    return Resolved::TooManyPlaceables;
                }
                _ => has_failed = true,
            }
        }
        if needs_arguments {
            // The other errors may be in variants that the arguments would not select.
            Resolved::NeedsArguments
        } else if has_failed {
            Resolved::Failed
        } else if writer.is_raw && is_faulty {
            Resolved::Raw
        } else if written.is_err() {
            Resolved::TooLong
        } else {
            single_line(&writer.text).map_or(Resolved::Empty, Resolved::Text)
        }
    }
}

/// Returns the suggestion of a message.
pub(crate) fn suggestion_of<'a>(message: &FluentMessage<'a>) -> Option<&'a Pattern<&'a str>> {
    Some(message.get_attribute(SUGGESTION)?.value())
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages").finish_non_exhaustive()
    }
}

/// The variables of a message: `$code` and `$name`, which the crate sets, and the caller's
/// arguments.
pub(crate) struct Given<'a> {
    pub(crate) code: FluentValue<'a>,
    pub(crate) name: &'a str,
    pub(crate) args: Option<&'a FluentArgs<'a>>,
}

impl<'a> Given<'a> {
    fn args(&self) -> FluentArgs<'a> {
        let mut all = FluentArgs::with_capacity(2);
        if let Some(args) = self.args {
            for (key, value) in args.iter() {
                let mut value = value.clone();
                if let FluentValue::Number(number) = &mut value {
                    let digits = &mut number.options.minimum_fraction_digits;
                    *digits = digits.map(|digits| digits.min(MAX_FRACTION_LEN));
                }
                all.set(key, value);
            }
        }
        all.set("code", self.code.clone());
        all.set("name", self.name);
        all
    }
}

/// Collects text up to a limit, and detects variables that Fluent writes raw.
///
/// Fluent writes a missing variable as the character `{`, then `$` and the name, then `}`. Plain
/// text cannot contain a brace, and a literal or an argument that does is written in one piece.
#[derive(Default)]
struct Writer {
    text: String,
    ends_in_brace: bool,
    is_raw: bool,
}

impl fmt::Write for Writer {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        self.is_raw = self.is_raw || self.ends_in_brace && part == "$";
        self.ends_in_brace = false;
        if self.text.len() + part.len() > MAX_TEXT_LEN {
            return Err(fmt::Error);
        }
        self.text.push_str(part);
        Ok(())
    }

    fn write_char(&mut self, character: char) -> fmt::Result {
        self.write_str(character.encode_utf8(&mut [0; 4]))?;
        self.ends_in_brace = character == '{';
        Ok(())
    }
}
