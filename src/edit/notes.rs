//! What a translator needs to know about a message besides its text.

use super::source::with_source;
use crate::lint::File;
use crate::lint::model::comment::explanation;
use crate::lint::model::locale::Locale;

/// What a translator needs to know about a message besides its text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Note {
    /// The id of the message.
    pub id: String,
    /// The comment above it, without instructions for the linter.
    pub comment: String,
    /// The maximum width of its texts, in columns.
    pub max_width: usize,
}

/// Returns the notes of all messages of a locale, in the order of the files.
pub fn notes(files: &[File], locale: &str) -> Vec<Note> {
    with_source(files, locale, all).unwrap_or_default()
}

fn all(locale: &Locale<'_>, source: &Locale<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    for entry in locale.all_messages() {
        let max_width = locale.max_width(entry, source.message(entry.name));
        notes.push(Note { id: entry.name.to_owned(), comment: explanation(entry), max_width });
    }
    notes
}
