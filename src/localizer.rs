//! From a code and a locale to a text: the one walk along a fallback chain.

mod builder;
mod chain;
mod message;

use std::borrow::Cow;
use std::fmt;
use std::sync::{LazyLock, OnceLock};

use fluent_bundle::FluentArgs;
use rustc_hash::FxHashMap;

use crate::ErrorType;
use crate::catalog::{Catalog, Text};
use crate::lint::{self, File, Finding, Scope};
use crate::locale::{self, Available, Subtags};
use crate::resources;

pub use builder::LocalizerBuilder;
pub use chain::LocaleChain;
pub use message::{Message, Source};

/// Resolves error codes to texts for people.
///
/// The embedded locales are ready in [`Localizer::builtin`]; [`Localizer::builder`] adds others.
/// A locale is read when somebody first asks for it, and each text is formatted once.
///
/// Looking up always gives a text: any number and any string will do, and nothing panics.
///
/// ```
/// use im_error_l10n::{ErrorType, Localizer};
///
/// let localizer = Localizer::builtin();
/// assert_eq!(localizer.text(ErrorType::NotFriend, "zh-CN"), "不是好友");
/// assert_eq!(localizer.text(56, "en-GB"), "You and this user aren’t friends.");
/// ```
pub struct Localizer {
    /// In the order added, the embedded ones first.
    entries: Vec<Entry>,
    /// The places of the entries.
    by_tag: FxHashMap<String, usize>,
    /// What matching asks of the entries, once it asks.
    available: OnceLock<Vec<Available>>,
    default: usize,
    /// The locale that has all messages, embedded and tested: what answers when no other can.
    last_resort: Option<usize>,
    isolating: bool,
    added: Vec<File>,
    refused: Vec<Finding>,
    findings: OnceLock<Vec<Finding>>,
}

/// A locale that there are texts for.
struct Entry {
    /// The canonical tag.
    tag: String,
    sources: Vec<Origin>,
    catalog: OnceLock<Catalog>,
}

/// Where one file of a locale is.
enum Origin {
    /// The path of an embedded file.
    Embedded(Cow<'static, str>),
    /// The place of an added file.
    Added(usize),
}

impl Localizer {
    /// The embedded locales, with `en-US` as the default.
    pub fn builtin() -> &'static Localizer {
        static BUILTIN: LazyLock<Localizer> =
            LazyLock::new(|| LocalizerBuilder::default().assemble());
        &BUILTIN
    }

    /// Starts a localizer of the embedded locales and others.
    pub fn builder() -> LocalizerBuilder {
        LocalizerBuilder::default()
    }

    /// The text of a code for a reader of this locale.
    ///
    /// Takes an [`ErrorType`] or any number, and a locale in any form that
    /// [`negotiate`](Localizer::negotiate) takes. For many look-ups, bind a chain once instead.
    pub fn text(&self, code: impl Into<i32>, locale: &str) -> Cow<'_, str> {
        let code = code.into();
        // A tag that is spelled as ours is its own best match, and needs no negotiation.
        match self.entry(locale).and_then(|entry| entry.at_hand(code)) {
            Some(text) => Cow::Borrowed(&text.value),
            None => self.find_text(code, locale),
        }
    }

    /// The text, the suggestion, and the locale that answered.
    ///
    /// ```
    /// use im_error_l10n::{ErrorType, Localizer, Source};
    ///
    /// let message = Localizer::builtin().message(ErrorType::NotFriend, "zh-CN");
    /// assert_eq!(message.text(), "不是好友");
    /// assert_eq!(message.suggestion(), Some("请先添加对方为好友"));
    /// assert_eq!(message.locale(), "zh-CN");
    /// assert_eq!(message.source(), Source::Requested);
    /// ```
    pub fn message(&self, code: impl Into<i32>, locale: &str) -> Message<'_> {
        let code = code.into();
        Message::of(self.find(code, locale), code, self.default_tag())
    }

    /// Makes the fallback chain of a person who reads these locales, most wanted first.
    ///
    /// The tags may be BCP 47 (`zh-Hans-CN`), in any case, with `_` for `-`, with extensions, or
    /// POSIX names (`zh_CN.UTF-8`). What is no tag is passed over.
    ///
    /// The first locale of the chain is the best match over the whole list, as ICU's
    /// `LocaleMatcher` decides it by the data of CLDR
    /// ([UTS 35, Language Matching](https://unicode.org/reports/tr35/tr35.html#LanguageMatching)).
    /// Then follow, for each tag, the other locales that match it, nearest first, and then the
    /// default locale. Simplified characters are not offered to readers of traditional ones:
    ///
    /// ```
    /// use im_error_l10n::Localizer;
    ///
    /// let chain = |wanted: &[&str]| -> Vec<String> {
    ///     let chain = Localizer::builtin().negotiate(wanted);
    ///     chain.locales().map(str::to_owned).collect()
    /// };
    /// assert_eq!(chain(&["zh-Hans-SG"]), ["zh-CN", "en-US"]);
    /// assert_eq!(chain(&["fr", "zh"]), ["zh-CN", "en-US"]);
    /// assert_eq!(chain(&["zh-TW"]), ["en-US"]);
    /// ```
    pub fn negotiate<I>(&self, wanted: I) -> LocaleChain<'_>
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        let wanted = wanted.into_iter().filter_map(|tag| self.subtags(tag.as_ref()));
        let order = locale::negotiate(wanted, self.available());
        let mut links: Vec<_> = self.links(&order, Source::Requested).collect();
        if !order.contains(&self.default) {
            links.extend(self.links(&[self.default], Source::Fallback));
        }
        LocaleChain::new(self, links)
    }

    /// The same from the `Accept-Language` header of a request
    /// ([RFC 9110, 12.5.4](https://www.rfc-editor.org/rfc/rfc9110#name-accept-language)).
    ///
    /// ```
    /// use im_error_l10n::Localizer;
    ///
    /// let chain = Localizer::builtin().negotiate_header("fr-CH, en;q=0.8, zh;q=0.9");
    /// assert_eq!(chain.text(56), "不是好友");
    /// ```
    pub fn negotiate_header(&self, accept_language: &str) -> LocaleChain<'_> {
        self.negotiate(locale::accepted(accept_language))
    }

    /// The canonical tags of the locales that there are texts for.
    pub fn locales(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.tag.as_str())
    }

    /// The locale that answers when none that is wanted can.
    pub fn default_locale(&self) -> &str {
        self.default_tag()
    }

    /// What was wrong with the FTL added by the caller, in the order added.
    ///
    /// None of it made a look-up fail: a bad message falls through to the next source.
    pub fn findings(&self) -> &[Finding] {
        self.findings.get_or_init(|| {
            let mut findings = self.refused.clone();
            findings.extend(lint::lint(&self.added, Scope::Added));
            findings
        })
    }

    fn default_tag(&self) -> &String {
        static NONE: String = String::new();
        self.entries.get(self.default).map_or(&NONE, |entry| &entry.tag)
    }

    /// The entry with exactly this tag.
    fn entry(&self, tag: &str) -> Option<&Entry> {
        self.entries.get(*self.by_tag.get(tag)?)
    }

    fn available(&self) -> &[Available] {
        self.available.get_or_init(|| {
            let entries = self.entries.iter().enumerate();
            let locales = entries.filter_map(|(place, it)| Some((place, locale::parse(&it.tag)?)));
            let mut available: Vec<_> = locales
                .map(|(place, locale)| Available { subtags: Subtags::of(&locale), place })
                .collect();
            Available::sort(&mut available, self.default);
            available
        })
    }

    fn subtags(&self, tag: &str) -> Option<Subtags> {
        let place = self.by_tag.get(tag);
        let known = place.and_then(|place| self.available().iter().find(|it| it.place == *place));
        match known {
            Some(known) => Some(known.subtags.clone()),
            None => locale::parse(tag).map(|locale| Subtags::of(&locale)),
        }
    }

    fn links(&self, order: &[usize], source: Source) -> impl Iterator<Item = Link<'_>> {
        order.iter().filter_map(move |place| Some((self.entries.get(*place)?, source)))
    }

    /// The walk: the first locale that has the message, and formats it, answers.
    fn walk<'a>(
        &'a self,
        links: &[Link<'a>],
        code: i32,
        args: Option<&FluentArgs<'_>>,
    ) -> Option<Answer<'a>> {
        let last_resort = self.last_resort.and_then(|place| self.entries.get(place));
        let last_resort = last_resort.map(|entry| (entry, Source::Fallback));
        let mut links = links.iter().copied().chain(last_resort);
        links.find_map(|link| self.answer(link, code, args))
    }

    fn answer<'a>(
        &'a self,
        link: Link<'a>,
        code: i32,
        args: Option<&FluentArgs<'_>>,
    ) -> Option<Answer<'a>> {
        let catalog = link.0.catalog.get_or_init(|| self.load(link.0));
        Some((catalog.text(code, args)?, link))
    }

    /// The answer to a reader of one locale: the walk, without a chain if its first step ends it.
    fn find(&self, code: i32, locale: &str) -> Option<Answer<'_>> {
        let entry = self.entry(locale).or_else(|| {
            let nearest = locale::nearest(&self.subtags(locale)?, self.available())?;
            self.entries.get(nearest)
        });
        let found = entry.and_then(|entry| self.answer((entry, Source::Requested), code, None));
        found.or_else(|| self.walk(self.negotiate([locale]).links(), code, None))
    }

    #[cold]
    fn find_text(&self, code: i32, locale: &str) -> Cow<'_, str> {
        Message::text_of(self.find(code, locale), code)
    }

    fn load(&self, entry: &Entry) -> Catalog {
        let sources = entry.sources.iter().filter_map(|origin| match origin {
            Origin::Embedded(path) => {
                Some(String::from_utf8_lossy(&resources::bytes(path)).into_owned())
            }
            Origin::Added(place) => Some(self.added.get(*place)?.text().ok()?.into_owned()),
        });
        Catalog::new(&entry.tag, sources.collect(), self.isolating)
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

/// A locale of a chain, and what its answer is to the reader.
type Link<'a> = (&'a Entry, Source);
/// What the walk comes back with.
type Answer<'a> = (Cow<'a, Text>, Link<'a>);

impl Entry {
    /// Where the walk ends at its first step, as it nearly always does: a text that was asked for
    /// before.
    #[inline]
    fn at_hand(&self, code: i32) -> Option<&Text> {
        self.catalog.get()?.kept(ErrorType::row(code)?)
    }
}
