//! A fallback chain, bound once for a person.

use std::borrow::Cow;
use std::fmt;

use fluent_bundle::FluentArgs;

use super::{Link, Localizer, Message};
use crate::ErrorType;
use crate::catalog::Text;

/// The locales that can answer one person, best first.
///
/// Negotiate it once per user or request, keep it, and look up as often as you like: the text of
/// a known code then costs about an array index and allocates nothing.
///
/// ```
/// use im_error_l10n::{ErrorType, Localizer};
///
/// let chain = Localizer::builtin().negotiate(["zh-SG", "en"]);
/// assert_eq!(chain.text(ErrorType::NotFriend), "不是好友");
/// assert_eq!(chain.text(99999), "未知错误（错误码：99999）");
/// ```
#[derive(Clone)]
pub struct LocaleChain<'a> {
    localizer: &'a Localizer,
    links: Vec<Link<'a>>,
}

impl<'a> LocaleChain<'a> {
    pub(super) fn new(localizer: &'a Localizer, links: Vec<Link<'a>>) -> LocaleChain<'a> {
        LocaleChain { localizer, links }
    }

    /// Where the walk ends at its first step, as it nearly always does: the text that the first
    /// locale was asked for before.
    #[inline(always)]
    fn at_hand(&self, code: i32) -> Option<(&'a Text, &Link<'a>)> {
        let row = ErrorType::row(code)?;
        let link = self.links.first()?;
        Some((link.0.catalog.get()?.kept(row)?, link))
    }

    #[cold]
    fn walk_text(&self, code: i32) -> Cow<'a, str> {
        self.localizer.walk(&self.links, code, None).into_text()
    }

    #[cold]
    fn walk_message(&self, code: i32) -> Message<'a> {
        self.localizer.walk(&self.links, code, None).into_message(code)
    }

    pub(super) fn links(&self) -> &[Link<'a>] {
        &self.links
    }

    /// The canonical tags of the locales, in the order asked. The default locale is always there.
    pub fn locales(&self) -> impl Iterator<Item = &'a str> {
        self.links.iter().map(|(entry, _)| entry.tag.as_str())
    }

    /// The text of a code.
    pub fn text(&self, code: impl Into<i32>) -> Cow<'a, str> {
        let code = code.into();
        match self.at_hand(code) {
            Some((text, _)) => Cow::Borrowed(&text.value),
            None => self.walk_text(code),
        }
    }

    /// The text of a code, its suggestion, and the locale that answered.
    pub fn message(&self, code: impl Into<i32>) -> Message<'a> {
        let code = code.into();
        match self.at_hand(code) {
            Some((text, (entry, source))) => Message {
                code,
                text: Cow::Borrowed(&text.value),
                suggestion: text.suggestion.as_deref().map(Cow::Borrowed),
                locale: &entry.tag,
                source: *source,
            },
            None => self.walk_message(code),
        }
    }

    /// The text of a code whose message needs more than `$code` and `$name`.
    ///
    /// ```
    /// use im_error_l10n::{ErrorType, Localizer, fluent_args};
    ///
    /// let source = "error-touch-limit = Only { $limit } pinned chats are allowed.";
    /// let localizer = Localizer::builder().ftl("en-US", source).build()?;
    /// let chain = localizer.negotiate(["en"]);
    /// let text = chain.text_with(ErrorType::TouchLimit, &fluent_args!["limit" => 5]);
    /// assert_eq!(text, "Only 5 pinned chats are allowed.");
    ///
    /// // Without the argument the message counts as missing: no raw `{$limit}` is ever shown.
    /// assert_eq!(chain.text(ErrorType::TouchLimit), "The limit has been reached.");
    /// # Ok::<(), im_error_l10n::Error>(())
    /// ```
    pub fn text_with(&self, code: impl Into<i32>, args: &FluentArgs<'_>) -> Cow<'a, str> {
        self.localizer.walk(&self.links, code.into(), Some(args)).into_text()
    }

    /// The same with suggestion and locale.
    pub fn message_with(&self, code: impl Into<i32>, args: &FluentArgs<'_>) -> Message<'a> {
        let code = code.into();
        self.localizer.walk(&self.links, code, Some(args)).into_message(code)
    }
}

impl fmt::Debug for LocaleChain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("LocaleChain").field(&self.locales().collect::<Vec<_>>()).finish()
    }
}
