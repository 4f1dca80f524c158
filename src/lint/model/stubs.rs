//! Stubs: messages to translate, in comments, each with its English.
//!
//! ```text
//! # 56: The user wrote to, or acted on, somebody who is not a friend (contact) yet.
//! # error-not-friend = You and this user aren’t friends.
//! #     .suggestion = Add this user as a friend first.
//! ```

use std::collections::{HashMap, HashSet};

use super::characters::words;
use super::codes::rank;
use super::entry::Entry;
use super::locale::Locale;
use super::record::Record;
use super::resource::Resource;
use super::syntax::syntax;
use crate::lint::scope::SOURCE;
use crate::overlay::File;

/// A message that is not translated yet, in a comment.
pub(crate) struct Stub<'s> {
    pub(crate) resource: &'s Resource<'s>,
    pub(crate) id: &'s str,
    pub(crate) lines: Vec<&'s str>,
}

/// Returns the id of a stub, if a line of a comment begins one: `error-not-friend = `.
pub(crate) fn stub_id(line: &str) -> Option<&str> {
    let id = line.split_once('=')?.0.trim_end();
    rank(id).map(|_| id)
}

/// Returns the stubs of messages that the locale does not define.
pub(crate) fn stubs<'s>(locale: &Locale<'s>) -> Vec<Stub<'s>> {
    let mut stubs: Vec<Stub<'s>> = Vec::new();
    for entry in &locale.entries {
        collect(entry.resource, &entry.comment, &mut stubs);
    }
    for comment in &locale.comments {
        collect(comment.resource, &comment.lines, &mut stubs);
    }
    for stub in &mut stubs {
        while stub.lines.last() == Some(&"") {
            stub.lines.pop();
        }
    }
    stubs.retain(|stub| locale.message(stub.id).is_none());
    stubs.sort_by_key(|stub| stub.resource.offset(stub.id));
    stubs
}

/// Adds the stubs of a comment.
fn collect<'s>(resource: &'s Resource<'s>, lines: &[&'s str], stubs: &mut Vec<Stub<'s>>) {
    let mut is_open = false;
    for line in lines {
        if let Some(id) = stub_id(line) {
            stubs.push(Stub { resource, id, lines: Vec::new() });
            is_open = true;
        } else if !continues(line) {
            // Whatever else is in the comment is a remark.
            is_open = false;
        }
        if is_open && let Some(stub) = stubs.last_mut() {
            stub.lines.push(line);
        }
    }
}

/// Whether Fluent reads a line as part of the message above it.
fn continues(line: &str) -> bool {
    line.is_empty() || line.starts_with([' ', '.', '}'])
}

/// What the text of a stub is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// The English of the source, or a part of it.
    Current,
    /// English that the source had when the stub was written, as the record proves, and what one of
    /// its texts is now.
    Outdated(String),
    /// Not the recorded English, so the work of a translator.
    Translated,
    /// Neither the English of the source nor recorded: the work of a translator, or old English.
    Unknown,
}

/// The English of a message: in the source now, and in the record.
pub(crate) struct English {
    now: Vec<Text>,
    then: Vec<Text>,
    /// Most words of each recorded text are words of the source. A translator may have replaced a
    /// text in all files at once, the record included.
    was_english: bool,
    is_now: HashSet<Text>,
    is_then: HashSet<Text>,
}

/// A key and its text on one line: `error-x`, `error-x.suggestion`.
type Text = (String, String);

impl English {
    /// Collects the English of all messages that have a stub, which may have many.
    pub(crate) fn of_stubs<'s>(
        stubs: &[Stub<'s>],
        source: &Locale<'_>,
        record: &Record,
    ) -> HashMap<&'s str, English> {
        let mut english = HashMap::new();
        // Most locales are complete.
        if stubs.is_empty() {
            return english;
        }
        let mut vocabulary = HashSet::new();
        for (_, text) in source.all_messages().flat_map(Entry::texts) {
            vocabulary.extend(words_of(&text));
        }
        for stub in stubs {
            if let Some(original) = source.message(stub.id)
                && !english.contains_key(stub.id)
            {
                english.insert(stub.id, English::of(original, record, &vocabulary));
            }
        }
        english
    }

    fn of(original: &Entry<'_>, record: &Record, vocabulary: &HashSet<String>) -> English {
        let (now, then) = (original.texts(), record.texts(original.name));
        let (is_now, is_then) = (now.iter().cloned().collect(), then.iter().cloned().collect());
        let was_english = then.iter().all(|(_, text)| is_english(text, vocabulary));
        English { now, then, was_english, is_now, is_then }
    }
}

/// Returns the words of a text, without the names in its placeables.
fn words_of(text: &str) -> impl Iterator<Item = String> {
    text.split('{').flat_map(|part| words(part.rsplit('}').next().unwrap_or_default()))
}

fn is_english(text: &str, vocabulary: &HashSet<String>) -> bool {
    let (mut known, mut unknown) = (0, 0);
    for word in words_of(text) {
        match vocabulary.contains(&word) {
            true => known += 1,
            false => unknown += 1,
        }
    }
    known > unknown || unknown == 0
}

/// Whether there are texts, and all are among others.
fn is_part_of(texts: &[Text], whole: &HashSet<Text>) -> bool {
    !texts.is_empty() && texts.iter().all(|text| whole.contains(text))
}

impl Stub<'_> {
    /// Compares the stub with the English of its message.
    pub(crate) fn state(&self, english: &English) -> State {
        let texts = self.texts();
        let English { now, then, is_now, is_then, .. } = english;
        if *then == texts {
            let own: HashSet<&Text> = texts.iter().collect();
            if let Some((_, changed)) = now.iter().find(|text| !own.contains(text)) {
                return match english.was_english {
                    true => State::Outdated(changed.clone()),
                    false => State::Translated,
                };
            }
        }
        // A remark may separate a stub from its suggestion.
        if is_part_of(&texts, is_now) || is_part_of(&texts, is_then) {
            State::Current
        } else if then.is_empty() {
            State::Unknown
        } else {
            State::Translated
        }
    }

    /// Whether the stub has all texts of the source.
    pub(crate) fn is_whole(&self, english: &English) -> bool {
        self.texts() == english.now
    }

    /// Returns the texts by key; none if they cannot be read.
    fn texts(&self) -> Vec<Text> {
        let file = File::new(SOURCE, "", self.lines.join("\n") + "\n");
        let Ok(resource) = Resource::parse(&file) else {
            return Vec::new();
        };
        let resources = [resource];
        match &*Locale::new(SOURCE, &resources, &[]).entries {
            [entry] if syntax(entry.resource).is_empty() => entry.texts(),
            _ => Vec::new(),
        }
    }
}
