//! What a rule found in a text.

use std::ops::Range;

/// A mistake in a text, and what to write instead.
pub(crate) struct Mistake {
    /// Where it is in the text that was searched.
    pub(crate) place: Range<usize>,
    pub(crate) message: String,
}

impl Mistake {
    pub(crate) fn new(place: Range<usize>, message: impl Into<String>) -> Mistake {
        Mistake { place, message: message.into() }
    }
}
