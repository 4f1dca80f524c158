//! What a look-up gives.

use std::borrow::Cow;
use std::fmt;

use crate::ErrorType;

/// An error as a person reads it. Its `Display` is the text.
///
/// With the feature `serde` it is serialized as `{code, name, id, locale, text, suggestion,
/// source}`; `name` and `id` are null for a number outside the table.
#[derive(Clone, Debug)]
pub struct Message<'a> {
    pub(super) code: i32,
    pub(super) text: Cow<'a, str>,
    pub(super) suggestion: Option<Cow<'a, str>>,
    pub(super) locale: &'a str,
    /// Why the locale answered, were the code known.
    pub(super) source: Source,
}

/// Why a locale answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Source {
    /// It matches one of the wanted locales.
    Requested,
    /// It matches none of them, or there were none. It is the default locale, or, where that has
    /// no such message, the embedded `en-US`.
    Fallback,
    /// The number is outside [`ErrorType`], and the text says so.
    UnknownCode,
}

impl Message<'_> {
    /// The number that was asked for.
    pub fn code(&self) -> i32 {
        self.code
    }

    /// The error type with that number, if the table has one.
    pub fn error_type(&self) -> Option<ErrorType> {
        ErrorType::from_code(self.code)
    }

    /// What happened. Never empty, and one line.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the user can do about it, where there is something.
    pub fn suggestion(&self) -> Option<&str> {
        self.suggestion.as_deref()
    }

    /// The canonical tag of the locale that answered: what belongs into HTML's `lang`.
    pub fn locale(&self) -> &str {
        self.locale
    }

    /// Why that locale answered.
    pub fn source(&self) -> Source {
        if self.error_type().is_some() { self.source } else { Source::UnknownCode }
    }
}

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Message<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut fields = serializer.serialize_struct("Message", 7)?;
        fields.serialize_field("code", &self.code)?;
        fields.serialize_field("name", &self.error_type().map(ErrorType::name))?;
        fields.serialize_field("id", &self.error_type().map(ErrorType::message_id))?;
        fields.serialize_field("locale", self.locale)?;
        fields.serialize_field("text", &self.text)?;
        fields.serialize_field("suggestion", &self.suggestion)?;
        fields.serialize_field("source", &self.source())?;
        fields.end()
    }
}
