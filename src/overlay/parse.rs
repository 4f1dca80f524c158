//! Parsing a file, with recovery from syntax errors.

use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_syntax::parser::ParserError;

use super::limits::starts_entry;
use crate::finding::MAX_FINDINGS;

/// Returns where a slice of a text is in it.
pub(crate) fn offset_in(text: &str, slice: &str) -> usize {
    slice.as_ptr().addr().wrapping_sub(text.as_ptr().addr())
}

/// A part of a text that the parser could not read, with its byte positions.
pub(crate) struct Junk {
    pub(crate) error: ParserError,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Parses a text, leaving out what cannot be parsed. Positions in the source of the resource are
/// positions in the text.
pub(crate) fn parse(text: String) -> (Arc<FluentResource>, Vec<Junk>) {
    let mut junk = Vec::new();
    let mut parsed = FluentResource::try_new(text);
    loop {
        let (resource, errors) = match parsed {
            Ok(resource) => {
                junk.sort_by_key(|junk: &Junk| junk.start);
                return (Arc::new(resource), junk);
            }
            Err(failed) => failed,
        };
        // Broken parts are replaced by line breaks and the rest is parsed again, because the parser
        // may have discarded valid messages together with a broken one. Each round leaves at most
        // half of the broken messages for the next.
        let mut text = resource.source().as_bytes().to_owned();
        for error in errors {
            let slice = error.slice.clone().unwrap_or_default();
            let content = resource.source().get(slice.clone()).unwrap_or_default();
            let (head, _) = split_junk(content);
            let (start, end) = (slice.start, slice.start + head.len());
            if let Some(broken) = text.get_mut(start..end) {
                broken.fill(b'\n');
            }
            if junk.len() < MAX_FINDINGS && !head.trim().is_empty() {
                junk.push(Junk { error, start, end });
            }
        }
        parsed = FluentResource::try_new(String::from_utf8(text).unwrap_or_default());
    }
}

/// Splits junk before the first entry in it that may be valid.
///
/// After an unclosed brace, the parser reads the next messages as part of the placeable, and
/// discards them together with the broken one.
pub(crate) fn split_junk(junk: &str) -> (&str, &str) {
    let mut end = 0;
    for line in junk.split_inclusive('\n') {
        if end > 0 && starts_entry(line) {
            break;
        }
        end += line.len();
    }
    junk.split_at_checked(end).unwrap_or((junk, ""))
}
