//! Resolved messages, and the embedded ones.
//!
//! The embedded messages are resolved ahead of time: `generated.rs` contains them, and a unit
//! test regenerates it from `locales/` with Fluent itself.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::sync::Arc;
use core::fmt::{self, Write};

use crate::ErrorCode;

#[cfg(test)]
mod generate;
#[rustfmt::skip]
mod generated;
#[cfg(any(test, feature = "fluent"))]
mod line;
#[cfg(any(test, feature = "fluent"))]
mod unicode;
#[cfg(any(test, feature = "fluent"))]
mod unknown;

pub(crate) use generated::{AVAILABLE, BY_TAG, DEFAULT, LOCALES};
#[cfg(feature = "lint")]
pub(crate) use line::is_invisible;
#[cfg(any(test, feature = "fluent"))]
pub(crate) use line::single_line;
#[cfg(any(test, feature = "fluent"))]
pub(crate) use unknown::{CODE_MARK, NAME_MARK, pieces};

/// The id of the message for unknown codes.
#[cfg(any(test, feature = "fluent"))]
pub(crate) const UNKNOWN_ID: &str = "error-unknown";
/// The attribute that says what the user can do.
#[cfg(any(test, feature = "fluent"))]
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
/// Its length is not part of the type: if it were, the test that updates `generated.rs` would not
/// compile after a code is added.
pub(crate) type Row = [Option<Text>];

/// A locale with its messages.
#[derive(Clone, Debug)]
pub(crate) struct LocaleMessages {
    /// The canonical tag.
    pub(crate) tag: Cow<'static, str>,
    pub(crate) row: Cow<'static, Row>,
    /// The embedded message for unknown codes.
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

/// Messages that have to be resolved at lookup time.
pub(crate) trait Dynamic: Send + Sync + fmt::Debug {
    /// Returns the text of an added message that takes arguments of the caller, or of an added
    /// `error-unknown`.
    fn text(&self, code: ErrorCode, args: Option<&Args<'_>>) -> Option<Text>;
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
        // Writing to a string never fails.
        let _ = match piece {
            Piece::Literal(literal) => text.write_str(literal),
            Piece::Code => write!(text, "{open}{code}{close}"),
            Piece::Name => write!(text, "{open}{UNKNOWN_NAME}{close}"),
        };
    }
    text
}
