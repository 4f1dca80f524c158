//! Looking up the message for a code and a locale.

mod chain;
mod locales;
mod message;

use alloc::borrow::Cow;
#[cfg(feature = "fluent")]
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use crate::ErrorCode;
use crate::locale;
use crate::texts::{self, Text};
#[cfg(feature = "fluent")]
use crate::{Error, Finding};

use locales::{Answer, LocaleTable, Order, subtags};

pub use chain::LocaleChain;
pub use message::LocalizedMessage;

/// Resolves error codes to messages in a user's language.
///
/// [`Localizer::builtin`] has the embedded locales; with the feature `fluent`,
/// [`Localizer::builder`] adds messages and locales of your own. A localizer is immutable and cheap
/// to clone.
///
/// Every lookup returns a message, whatever the code and the locale, and never panics.
///
/// ```
/// use im_error_l10n::{ErrorType, Localizer};
///
/// let localizer = Localizer::builtin();
/// assert_eq!(localizer.text(ErrorType::NotFriend, "zh-CN"), "不是好友");
/// assert_eq!(localizer.text(99999, "zh-Hans"), "未知错误（错误码：99999）");
/// ```
#[derive(Clone)]
pub struct Localizer(Handle);

#[derive(Clone)]
enum Handle {
    Embedded(&'static LocaleTable),
    #[cfg(feature = "fluent")]
    Built(Arc<LocaleTable>),
}

impl Localizer {
    /// Returns the localizer of the embedded locales, with `en-US` as the default.
    pub fn builtin() -> &'static Localizer {
        static LOCALES: LocaleTable = LocaleTable {
            locales: Cow::Borrowed(&texts::LOCALES),
            by_tag: Cow::Borrowed(&texts::BY_TAG),
            available: Cow::Borrowed(&texts::AVAILABLE),
            default: texts::DEFAULT,
            last_resort: texts::DEFAULT,
            isolating: false,
            own_codes: Vec::new(),
            #[cfg(feature = "fluent")]
            findings: Vec::new(),
        };
        static BUILTIN: Localizer = Localizer(Handle::Embedded(&LOCALES));
        &BUILTIN
    }

    /// Returns the text of a code for a user of this locale.
    ///
    /// The code is an [`ErrorType`](crate::ErrorType), an [`ErrorCode`] or any `i32`; the locale is
    /// anything that [`negotiate`](Localizer::negotiate) takes. For many lookups, negotiate a chain
    /// once instead.
    pub fn text(&self, code: impl Into<ErrorCode>, locale: &str) -> Cow<'_, str> {
        Text::into_value(self.locales_data().find_for_tag(code.into(), locale).text)
    }

    /// Returns the text, the suggestion, and the locale that answered.
    ///
    /// ```
    /// use im_error_l10n::{ErrorType, Localizer};
    ///
    /// let message = Localizer::builtin().message(ErrorType::NotFriend, "zh-CN");
    /// assert_eq!(message.text(), "不是好友");
    /// println!("{}", message.suggestion().unwrap_or_default());
    /// assert_eq!(message.locale(), "zh-CN");
    /// assert!(!message.is_fallback());
    /// ```
    pub fn message(&self, code: impl Into<ErrorCode>, locale: &str) -> LocalizedMessage<'_> {
        let code = code.into();
        LocalizedMessage::new(code, self.locales_data().find_for_tag(code, locale))
    }

    /// Returns the fallback chain of a user who prefers these locales, most preferred first.
    ///
    /// Tags may be written as in BCP 47 (`zh-Hans-CN`), POSIX (`zh_CN.UTF-8`), Java (`zh_CN_#Hans`) or
    /// Android (`zh-rCN`), in any case. Invalid tags are ignored.
    ///
    /// The first locale of the chain is the best match over the whole list, as ICU's
    /// `LocaleMatcher` decides with the data of CLDR
    /// ([UTS 35, Language Matching](https://unicode.org/reports/tr35/tr35.html#LanguageMatching)).
    /// It is followed, for each tag, by the other locales that match it, nearest first, and finally by
    /// the default locale.
    ///
    /// Users of Traditional Chinese do not get Simplified Chinese unless they ask for it; see
    /// [How a message is chosen](crate#how-a-message-is-chosen).
    ///
    /// ```
    /// use im_error_l10n::Localizer;
    ///
    /// let chain = Localizer::builtin().negotiate(["tlh", "zh-Hans-SG"]);
    /// assert_eq!(chain.locales().next(), Some("zh-CN")); // there are no messages in Klingon
    /// assert_eq!(chain.locales().last(), Some("en-US")); // the default
    /// ```
    ///
    /// To pass identifiers of other crates, convert them to strings:
    ///
    /// ```
    /// use im_error_l10n::Localizer;
    ///
    /// let localizer = Localizer::builtin();
    /// let wanted: [unic_langid::LanguageIdentifier; 2] = ["zh-SG".parse()?, "en".parse()?];
    /// let chain = localizer.negotiate(wanted.iter().map(ToString::to_string));
    /// assert_eq!(chain.text(0), "成功");
    ///
    /// let wanted: [icu_locale::Locale; 1] = ["zh-Hans-CN".parse()?];
    /// let chain = localizer.negotiate(wanted.iter().map(ToString::to_string));
    /// assert_eq!(chain.text(0), "成功");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn negotiate<I>(&self, wanted: I) -> LocaleChain
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        let wanted = wanted.into_iter().filter_map(|tag| subtags(tag.as_ref()));
        let requested = locale::negotiate(wanted, &self.locales_data().available);
        LocaleChain::new(self.clone(), requested, &[])
    }

    /// Returns the fallback chain for the `Accept-Language` header of a request
    /// ([RFC 9110, 12.5.4](https://www.rfc-editor.org/rfc/rfc9110#name-accept-language)).
    ///
    /// A range with a weight of 0 refuses the locales whose tags begin with it: one of them answers
    /// only if a more exact range asks for it, or if nothing else is left. Weights may have more than
    /// RFC 9110's three digits, and only one that is exactly 0 refuses (`0.000` and `0.0000`, not
    /// `0.0001`). A range with an invalid weight (`1.5`, `abc`) is ignored.
    ///
    /// ```
    /// use im_error_l10n::Localizer;
    ///
    /// let chain = Localizer::builtin().negotiate_header("zh-SG, en;q=0.8");
    /// assert_eq!(chain.text(56), "不是好友");
    /// ```
    pub fn negotiate_header(&self, accept_language: &str) -> LocaleChain {
        let choice = locale::negotiate_header(accept_language, &self.locales_data().available);
        LocaleChain::new(self.clone(), choice.requested, &choice.refused)
    }

    /// Returns the canonical BCP 47 tags of all locales that have messages.
    pub fn locales(&self) -> impl Iterator<Item = &str> {
        self.locales_data().locales.iter().map(|locale| &*locale.tag)
    }

    /// Returns the tag of the locale that answers when no requested locale can.
    pub fn default_locale(&self) -> &str {
        let locales = self.locales_data();
        &locales.locale(locales.default).tag
    }

    /// Returns the parts of the added files that are not used, and why, in the order of adding.
    ///
    /// A finding never makes a lookup fail: another layer or locale answers instead.
    #[cfg(feature = "fluent")]
    pub fn findings(&self) -> &[Finding] {
        &self.locales_data().findings
    }

    fn locales_data(&self) -> &LocaleTable {
        match &self.0 {
            Handle::Embedded(locales) => locales,
            #[cfg(feature = "fluent")]
            Handle::Built(locales) => locales,
        }
    }
}

impl fmt::Debug for Localizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Localizer")
            .field("locales", &self.locales().collect::<Vec<_>>())
            .field("default_locale", &self.default_locale())
            .finish_non_exhaustive()
    }
}

#[cfg(feature = "fluent")]
impl Localizer {
    /// Creates a localizer with these locales.
    pub(crate) fn from_locales(
        locales: Vec<texts::LocaleMessages>,
        default: Option<&str>,
        isolating: bool,
        findings: Vec<Finding>,
    ) -> Result<Localizer, Error> {
        let locales = LocaleTable::new(locales, default, isolating, findings)?;
        Ok(Localizer(Handle::Built(Arc::new(locales))))
    }
}
