//! A fallback chain, bound once for a person.

use std::borrow::Cow;
use std::fmt;

use fluent_bundle::FluentArgs;

use super::{Link, Localizer, Message};

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
        match self.links.first().and_then(|link| link.0.at_hand(code)) {
            Some(text) => Cow::Borrowed(&text.value),
            None => self.walk_text(code),
        }
    }

    /// The text of a code, its suggestion, and the locale that answered.
    pub fn message(&self, code: impl Into<i32>) -> Message<'a> {
        let code = code.into();
        let first = self.links.first();
        match first.and_then(|link| Some(Message::kept(code, link.0.at_hand(code)?, link))) {
            Some(message) => message,
            None => self.walk(code, None),
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
        let code = code.into();
        Message::text_of(self.localizer.walk(&self.links, code, Some(args)), code)
    }

    /// The same with suggestion and locale.
    pub fn message_with(&self, code: impl Into<i32>, args: &FluentArgs<'_>) -> Message<'a> {
        self.walk(code.into(), Some(args))
    }

    #[cold]
    fn walk(&self, code: i32, args: Option<&FluentArgs<'_>>) -> Message<'a> {
        let answer = self.localizer.walk(&self.links, code, args);
        Message::of(answer, code, self.localizer.default_tag())
    }

    #[cold]
    fn walk_text(&self, code: i32) -> Cow<'a, str> {
        Message::text_of(self.localizer.walk(&self.links, code, None), code)
    }
}

impl fmt::Debug for LocaleChain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("LocaleChain").field(&self.locales().collect::<Vec<_>>()).finish()
    }
}
