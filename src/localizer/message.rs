//! What a lookup returns.

use alloc::borrow::Cow;
use core::fmt;

use super::Answer;
use crate::texts::Text;
use crate::{ErrorCode, ErrorKind, ErrorType};

/// An error message in the user's language. Its `Display` is the text.
///
/// Two messages are equal if their contents are. With the feature `serde` it is serialized as
/// `{code, name, kind, id, text, suggestion, retryable, locale, fallback}`; `name` and `id` are null
/// for an unknown code.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalizedMessage<'a> {
    code: ErrorCode,
    is_fallback: bool,
    locale: Cow<'a, Cow<'static, str>>,
    text: Cow<'a, Text>,
}

impl<'a> LocalizedMessage<'a> {
    pub(super) fn new(code: ErrorCode, answer: Answer<'a>) -> LocalizedMessage<'a> {
        let Answer { text, locale, is_fallback } = answer;
        LocalizedMessage { code, is_fallback, locale: Cow::Borrowed(locale), text }
    }

    /// Returns the code that was looked up.
    pub fn code(&self) -> ErrorCode {
        self.code
    }

    /// Returns the error type with this code, or `None` if the code is unknown.
    pub fn error_type(&self) -> Option<ErrorType> {
        self.code.error_type()
    }

    /// Returns the kind of the error.
    pub fn kind(&self) -> ErrorKind {
        self.code.kind()
    }

    /// Returns the name of the error type, `NotFriend`, or `None` if the code is unknown.
    pub fn name(&self) -> Option<&'static str> {
        self.code.name()
    }

    /// Returns the id of the Fluent message, `error-not-friend`, or `None` if the code is unknown.
    pub fn message_id(&self) -> Option<&'static str> {
        self.code.message_id()
    }

    /// Returns whether the same operation, repeated unchanged, may succeed. See
    /// [`ErrorCode::is_retryable`].
    pub fn is_retryable(&self) -> bool {
        self.code.is_retryable()
    }

    /// Returns what happened, as one line that is never empty.
    pub fn text(&self) -> &str {
        &self.text.value
    }

    /// Like [`text`](LocalizedMessage::text), but consumes the message.
    pub fn into_text(self) -> Cow<'a, str> {
        Text::into_value(self.text)
    }

    /// Returns what the user can do about it, if the message has a suggestion.
    pub fn suggestion(&self) -> Option<&str> {
        self.text.suggestion.as_deref()
    }

    /// Returns the text and the suggestion, for a widget that outlives the message. Embedded text is
    /// not copied.
    pub fn into_parts(self) -> (Cow<'a, str>, Option<Cow<'a, str>>) {
        match self.text {
            Cow::Borrowed(text) => {
                (Cow::Borrowed(&*text.value), text.suggestion.as_deref().map(Cow::Borrowed))
            }
            Cow::Owned(text) => (text.value, text.suggestion),
        }
    }

    /// Returns the canonical BCP 47 tag of the locale that answered, for HTML's `lang` attribute.
    ///
    /// It lives as long as the message, not as long as the chain, because the message of
    /// [`into_owned`](LocalizedMessage::into_owned) owns it.
    pub fn locale(&self) -> &str {
        &self.locale
    }

    /// Returns whether none of the user's languages matches the locale that answered.
    ///
    /// CLDR also matches some languages to another that its speakers read, such as Tamil to English; with
    /// [`locale_distance`](crate::locale_distance) a UI can tell.
    pub fn is_fallback(&self) -> bool {
        self.is_fallback
    }

    /// Returns the same message without borrowing from the localizer. Embedded text is not copied.
    pub fn into_owned(self) -> LocalizedMessage<'static> {
        let LocalizedMessage { code, is_fallback, locale, text } = self;
        LocalizedMessage {
            code,
            is_fallback,
            locale: Cow::Owned(locale.into_owned()),
            text: Cow::Owned(text.into_owned()),
        }
    }
}

impl fmt::Display for LocalizedMessage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text())
    }
}

#[cfg(feature = "serde")]
impl serde_core::Serialize for LocalizedMessage<'_> {
    fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde_core::ser::SerializeStruct;

        let mut fields = serializer.serialize_struct("LocalizedMessage", 9)?;
        fields.serialize_field("code", &self.code)?;
        fields.serialize_field("name", &self.name())?;
        fields.serialize_field("kind", &self.kind())?;
        fields.serialize_field("id", &self.message_id())?;
        fields.serialize_field("text", self.text())?;
        fields.serialize_field("suggestion", &self.suggestion())?;
        fields.serialize_field("retryable", &self.is_retryable())?;
        fields.serialize_field("locale", self.locale())?;
        fields.serialize_field("fallback", &self.is_fallback)?;
        fields.end()
    }
}
