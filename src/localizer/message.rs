//! What a look-up gives.

use std::borrow::Cow;
use std::fmt;

use super::{Answer, Link};
use crate::ErrorType;
use crate::catalog::Text;

/// An error as a person reads it. Its `Display` is the text.
///
/// With the feature `serde` it is serialized as `{code, name, id, locale, text, suggestion,
/// source}`; `name` and `id` are null for a number outside the table.
#[derive(Clone, Debug)]
pub struct Message<'a> {
    code: i32,
    /// Why the locale answered, were the code known.
    source: Source,
    /// A thin reference, as small as can be.
    locale: &'a String,
    text: Body<'a>,
}

/// Where the text is. Small, since most of the time of a look-up goes into moving it.
#[derive(Clone, Debug)]
enum Body<'a> {
    Kept(&'a Text),
    Made(Box<Text>),
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

impl<'a> Message<'a> {
    #[inline]
    pub(super) fn kept(code: i32, text: &'a Text, (entry, source): &Link<'a>) -> Message<'a> {
        Message { code, source: *source, locale: &entry.tag, text: Body::Kept(text) }
    }

    /// What the walk found, or, where no locale has a text, what is left to say.
    pub(super) fn of(answer: Option<Answer<'a>>, code: i32, default: &'a String) -> Message<'a> {
        let (text, locale, source) = match answer {
            Some((Cow::Borrowed(text), link)) => return Message::kept(code, text, &link),
            Some((Cow::Owned(text), (entry, source))) => (text, &entry.tag, source),
            None => {
                let text = Text { value: bare(code), suggestion: None };
                (text, default, Source::Fallback)
            }
        };
        Message { code, source, locale, text: Body::Made(Box::new(text)) }
    }

    /// The same, when only the text is asked for.
    pub(super) fn text_of(answer: Option<Answer<'a>>, code: i32) -> Cow<'a, str> {
        match answer {
            Some((Cow::Borrowed(text), _)) => Cow::Borrowed(&text.value),
            Some((Cow::Owned(text), _)) => Cow::Owned(text.value),
            None => Cow::Owned(bare(code)),
        }
    }
}

/// What is left to say when no locale has a text: the name and number.
fn bare(code: i32) -> String {
    ErrorType::from_code(code).map_or_else(|| code.to_string(), |error| error.to_string())
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
        &self.body().value
    }

    /// What the user can do about it, where there is something.
    pub fn suggestion(&self) -> Option<&str> {
        self.body().suggestion.as_deref()
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

impl Message<'_> {
    fn body(&self) -> &Text {
        match &self.text {
            Body::Kept(text) => text,
            Body::Made(text) => text,
        }
    }
}

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text())
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
        fields.serialize_field("text", self.text())?;
        fields.serialize_field("suggestion", &self.suggestion())?;
        fields.serialize_field("source", &self.source())?;
        fields.end()
    }
}
