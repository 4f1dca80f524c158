//! The parts of a pattern that users see, one at a time.

use std::borrow::Cow;
use std::ops::Range;

use fluent_syntax::ast::Pattern;

use super::entry::Entry;
use super::parts::{Part, Parts};

/// A part of a text that users see.
pub(crate) struct Visible<'s> {
    pub(crate) text: Cow<'s, str>,
    /// The text as written.
    slice: &'s str,
}

impl<'s> Visible<'s> {
    /// Returns the parts of a pattern that users see.
    pub(crate) fn of(pattern: &'s Pattern<&'s str>) -> Vec<Visible<'s>> {
        Parts::of(pattern).all.into_iter().filter_map(Visible::of_part).collect()
    }

    /// Returns what users see of a part; `None` if the part is not text.
    pub(crate) fn of_part(part: Part<'s>) -> Option<Visible<'s>> {
        let (text, slice) = part.shown()?;
        Some(Visible { text, slice })
    }

    /// Returns the place of a range of the text. In a string with escapes, positions differ, so
    /// this is the place of the string.
    pub(crate) fn place(&self, entry: &Entry<'_>, range: Range<usize>) -> Range<usize> {
        let place = entry.resource.place(self.slice);
        if self.text == self.slice {
            place.start + range.start..place.start + range.end
        } else {
            place
        }
    }
}
