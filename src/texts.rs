//! Resolved messages, and the embedded ones.
//!
//! The embedded messages are resolved ahead of time: `generated.rs` contains them, and the command
//! `embed` generates it from `locales/`.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::sync::Arc;
#[cfg(feature = "fluent")]
use alloc::vec::Vec;
use core::fmt::Write;
use core::panic::{RefUnwindSafe, UnwindSafe};

#[rustfmt::skip]
mod generated;
#[cfg(feature = "fluent")]
mod line;
#[cfg(feature = "fluent")]
mod unicode;
#[cfg(feature = "fluent")]
mod unknown;

pub(crate) use generated::{AVAILABLE, BY_TAG, DEFAULT, LOCALES};
#[cfg(feature = "fluent")]
pub(crate) use line::into_line;
#[cfg(feature = "lint")]
pub(crate) use line::is_invisible;
#[cfg(feature = "fluent")]
pub(crate) use line::single_line;
#[cfg(feature = "fluent")]
pub(crate) use unknown::{CODE_MARK, NAME_MARK, pieces};

/// The id of the message for unknown codes.
#[cfg(feature = "fluent")]
pub(crate) const UNKNOWN_ID: &str = "error-unknown";
/// The attribute that says what the user can do.
#[cfg(feature = "fluent")]
pub(crate) const SUGGESTION: &str = "suggestion";
/// The value of `$name` for an unknown code.
pub(crate) const UNKNOWN_NAME: &str = "Unknown";

/// A resolved message: one visible line, and what the user can do about it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Text {
    pub(crate) value: Cow<'static, str>,
    pub(crate) suggestion: Option<Cow<'static, str>>,
}

impl Text {
    /// Returns the value alone, without copying it.
    #[inline]
    pub(crate) fn into_value(text: Cow<'_, Text>) -> Cow<'_, str> {
        match text {
            Cow::Borrowed(text) => Cow::Borrowed(&*text.value),
            Cow::Owned(text) => text.value,
        }
    }
}

/// The messages of a locale, in the order of [`ErrorType::ALL`](crate::ErrorType::ALL).
///
/// Its length is not part of the type: if it were, the tool that updates `generated.rs` would not
/// compile after a code is added.
pub(crate) type Texts = [Option<Text>];

/// A locale with its messages.
#[derive(Clone)]
pub(crate) struct LocaleMessages {
    /// The canonical tag.
    pub(crate) tag: Cow<'static, str>,
    pub(crate) texts: Cow<'static, Texts>,
    /// The message for unknown codes, unless an added one selects or takes arguments.
    pub(crate) unknown: Option<Unknown>,
    /// The messages that need Fluent at lookup time. Only the builder creates this, so a program
    /// that adds no messages does not link Fluent.
    pub(crate) dynamic: Option<Arc<dyn Dynamic>>,
}

/// Returns the first and the last bytes of a tag as a number, which is faster to compare than a
/// string. Few tags have the same key.
pub(crate) const fn tag_key(tag: &str) -> u64 {
    let bytes = tag.as_bytes();
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return (u32::from_be_bytes(*first) as u64) << 32 | u32::from_be_bytes(*last) as u64;
    }
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => {
            (u16::from_be_bytes(*first) as u64) << 16 | u16::from_be_bytes(*last) as u64
        }
        _ => 0,
    }
}

/// A slot of a hash table from tags to indices: the [key](tag_key) of a tag and the index of its
/// locale, or [`EMPTY`].
pub(crate) type Slot = (u64, usize);
pub(crate) const EMPTY: usize = usize::MAX;

/// Returns the slot where the search for a key begins. The number of slots is a power of two.
#[inline]
pub(crate) const fn slot_of(key: u64, slots: usize) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & (slots - 1)
}

/// Returns how many slots a table for as many locales has: at most half of them are used.
pub(crate) const fn slots_for(locales: usize) -> usize {
    (2 * locales + 1).next_power_of_two()
}

/// Adds a tag to a table with a free slot.
#[allow(clippy::indexing_slicing, reason = "the index is below the number of slots")]
pub(crate) const fn insert_slot(slots: &mut [Slot], tag: &str, index: usize) {
    let key = tag_key(tag);
    let mut at = slot_of(key, slots.len());
    while slots[at].1 != EMPTY {
        at = (at + 1) & (slots.len() - 1);
    }
    slots[at] = (key, index);
}

/// Creates the table of the embedded locales.
#[allow(clippy::indexing_slicing, reason = "evaluated at compile time")]
pub(crate) const fn slots<const SLOTS: usize>(tags: &[&str]) -> [Slot; SLOTS] {
    let mut slots = [(0, EMPTY); SLOTS];
    let mut index = 0;
    while index < tags.len() {
        insert_slot(&mut slots, tags[index], index);
        index += 1;
    }
    slots
}

/// Added messages that depend on the caller, or are for codes that the table does not have.
pub(crate) trait Dynamic: Send + Sync + UnwindSafe + RefUnwindSafe {
    /// Returns the message of a code: the added one, or else the embedded one. The outer `None` means
    /// that the locale has the message for all callers.
    fn message(&self, code: i32, args: Option<&Args<'_>>) -> Option<Option<Cow<'_, Text>>>;

    /// Returns the added message for unknown codes.
    fn unknown(&self, code: i32, args: Option<&Args<'_>>) -> Option<Text>;

    /// Returns the codes that the table does not have.
    #[cfg(feature = "fluent")]
    fn own_codes(&self) -> Vec<i32>;
}

/// Arguments of the caller. Without the feature `fluent` there are none.
#[cfg(feature = "fluent")]
pub(crate) type Args<'a> = fluent_bundle::FluentArgs<'a>;
#[cfg(not(feature = "fluent"))]
pub(crate) type Args<'a> = (core::convert::Infallible, core::marker::PhantomData<&'a ()>);

/// The message for unknown codes, in pieces, since each code has its own text.
#[derive(Clone, Debug)]
pub(crate) struct Unknown {
    pub(crate) value: Cow<'static, [Piece]>,
    pub(crate) suggestion: Option<Cow<'static, [Piece]>>,
}

/// A piece of the message for unknown codes.
#[derive(Clone, Debug, PartialEq)]
#[allow(dead_code, reason = "which pieces there are depends on the messages")]
pub(crate) enum Piece {
    Literal(Cow<'static, str>),
    /// `{ $code }`
    Code,
    /// `{ $name }`
    Name,
}

impl Unknown {
    /// Fills in the code, between U+2068 and U+2069 if `isolating`, as Fluent does.
    pub(crate) fn text(&self, code: i32, isolating: bool) -> Text {
        let suggestion = self.suggestion.as_ref();
        Text {
            value: Cow::Owned(join(&self.value, code, isolating)),
            suggestion: suggestion.map(|pieces| Cow::Owned(join(pieces, code, isolating))),
        }
    }
}

fn join(pieces: &[Piece], code: i32, isolating: bool) -> String {
    let (open, close) = if isolating { ("\u{2068}", "\u{2069}") } else { ("", "") };
    let mut text = String::with_capacity(64);
    for piece in pieces {
        let is_variable = !matches!(piece, Piece::Literal(_));
        text.push_str(if is_variable { open } else { "" });
        // Writing to a string never fails.
        let _ = match piece {
            Piece::Literal(literal) => text.write_str(literal),
            Piece::Code => write!(text, "{code}"),
            Piece::Name => text.write_str(UNKNOWN_NAME),
        };
        text.push_str(if is_variable { close } else { "" });
    }
    text
}
