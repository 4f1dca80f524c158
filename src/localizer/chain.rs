//! A fallback chain, negotiated once per user.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::ptr;

#[cfg(feature = "fluent")]
use fluent_bundle::FluentArgs;

use super::{Answer, LocalizedMessage, Localizer, Order};
use crate::ErrorCode;
use crate::texts::{Args, Text};

/// A user's fallback chain: locales in the order in which they are tried, best first.
///
/// Negotiate it once per user or request and keep it: it is owned, so it can live in an
/// application's state or in a request's extensions. Looking up a known code then costs little more
/// than an array index and does not allocate.
///
/// Two chains are equal if they belong to the same localizer, have the same locales, and the same of them
/// match the user's languages.
///
/// ```
/// use im_error_l10n::{ErrorType, Localizer};
///
/// let chain = Localizer::builtin().negotiate(["zh-SG", "en"]);
/// assert_eq!(chain.text(ErrorType::NotFriend), "不是好友");
/// assert_eq!(chain.text(99999), "未知错误（错误码：99999）");
/// ```
#[derive(Clone)]
pub struct LocaleChain {
    localizer: Localizer,
    order: Order,
}

impl LocaleChain {
    pub(super) fn new(localizer: Localizer, requested: Vec<usize>, refused: &[usize]) -> Self {
        let order = localizer.locales_data().order(requested, refused);
        LocaleChain { localizer, order }
    }

    /// Returns the canonical BCP 47 tags of the chain, in the order in which they are tried: the
    /// requested locales, then the default locale.
    pub fn locales(&self) -> impl Iterator<Item = &str> {
        let Order { requested, fallback: [default, ..] } = &self.order;
        let default = Some(*default).filter(|index| !requested.contains(index));
        let locales = self.localizer.locales_data();
        requested.iter().copied().chain(default).map(|index| &*locales.locale(index).tag)
    }

    /// Returns the text of a code.
    pub fn text(&self, code: impl Into<ErrorCode>) -> Cow<'_, str> {
        Text::into_value(self.find(code.into(), None).text)
    }

    /// Returns the text of a code, the suggestion, and the locale that answered.
    pub fn message(&self, code: impl Into<ErrorCode>) -> LocalizedMessage<'_> {
        let code = code.into();
        LocalizedMessage::new(code, self.find(code, None))
    }

    #[inline]
    fn find(&self, code: ErrorCode, args: Option<&Args<'_>>) -> Answer<'_> {
        self.localizer.locales_data().find(&self.order, code, args)
    }
}

#[cfg(feature = "fluent")]
impl LocaleChain {
    /// Returns the text of a code whose message takes arguments besides `$code` and `$name`.
    ///
    /// ```
    /// use im_error_l10n::{ErrorType, Localizer, fluent_args};
    ///
    /// let source = "error-touch-limit = 最多加入 { $limit } 个群";
    /// let localizer = Localizer::builder().ftl("zh-CN", source).build()?;
    /// let chain = localizer.negotiate(["zh"]);
    /// let text = chain.text_with(ErrorType::TouchLimit, &fluent_args!["limit" => 5]);
    /// assert_eq!(text, "最多加入 5 个群");
    ///
    /// // Without the argument, the next message answers: a raw `{$limit}` is never shown.
    /// assert_eq!(chain.text(ErrorType::TouchLimit), "到达上限");
    /// # Ok::<(), im_error_l10n::Error>(())
    /// ```
    pub fn text_with(&self, code: impl Into<ErrorCode>, args: &FluentArgs<'_>) -> Cow<'_, str> {
        Text::into_value(self.find(code.into(), Some(args)).text)
    }

    /// Like [`text_with`](LocaleChain::text_with), but also returns the suggestion and the locale.
    pub fn message_with(
        &self,
        code: impl Into<ErrorCode>,
        args: &FluentArgs<'_>,
    ) -> LocalizedMessage<'_> {
        let code = code.into();
        LocalizedMessage::new(code, self.find(code, Some(args)))
    }
}

impl PartialEq for LocaleChain {
    fn eq(&self, other: &LocaleChain) -> bool {
        ptr::eq(self.localizer.locales_data(), other.localizer.locales_data())
            && self.order == other.order
    }
}

impl Eq for LocaleChain {}

impl Hash for LocaleChain {
    fn hash<H: Hasher>(&self, state: &mut H) {
        ptr::from_ref(self.localizer.locales_data()).hash(state);
        self.order.hash(state);
    }
}

impl fmt::Debug for LocaleChain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("LocaleChain").field(&self.locales().collect::<Vec<_>>()).finish()
    }
}
