//! The locales of a localizer, and the lookup in them.

use alloc::borrow::Cow;
use alloc::string::ToString;
use alloc::vec::Vec;

use crate::locale::{self, Available, Subtags, Tag};
use crate::texts::{Args, EMPTY, LocaleMessages, Slot, Text, slot_of, tag_key};
#[cfg(feature = "fluent")]
use crate::texts::{insert_slot, slots_for};
#[cfg(feature = "fluent")]
use crate::{Error, Finding, texts};
use crate::{ErrorCode, ErrorType};

/// All locales of a localizer.
pub(super) struct LocaleTable {
    pub(super) locales: Cow<'static, [LocaleMessages]>,
    /// A hash table of the indices of the locales.
    pub(super) by_tag: Cow<'static, [Slot]>,
    pub(super) available: Cow<'static, [Available]>,
    pub(super) default: usize,
    /// The embedded `en-US`, which has every message: it answers when the default locale cannot.
    pub(super) last_resort: usize,
    pub(super) isolating: bool,
    /// The codes that the table does not have, but an added message is for, sorted.
    pub(super) own_codes: Vec<i32>,
    #[cfg(feature = "fluent")]
    pub(super) findings: Vec<Finding>,
}

/// The locales of a chain, as indices, in the order in which they are tried.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Order {
    pub(super) requested: Vec<usize>,
    /// The default locale, or another one if the user refuses it; then the default locale in any
    /// case, and the last resort.
    pub(super) fallback: [usize; 3],
}

/// The result of a lookup.
pub(super) struct Answer<'a> {
    pub(super) text: Cow<'a, Text>,
    pub(super) locale: &'a Cow<'static, str>,
    pub(super) is_fallback: bool,
}

impl LocaleTable {
    /// Returns the order for these requested locales, which do not include the refused ones.
    pub(super) fn order(&self, requested: Vec<usize>, refused: &[usize]) -> Order {
        let (default, last_resort) = (self.default, self.last_resort);
        // Any other locale goes before one that the user refuses.
        let mut candidates = [default, last_resort].into_iter().chain(0..self.locales.len());
        let first = candidates.find(|index| !refused.contains(index)).unwrap_or(default);
        Order { requested, fallback: [first, default, last_resort] }
    }

    /// Finds a message: the first of the requested locales that has it answers, then the first of
    /// the fallback locales.
    #[inline]
    pub(super) fn find(
        &self,
        order: &Order,
        code: ErrorCode,
        args: Option<&Args<'_>>,
    ) -> Answer<'_> {
        match (order.requested.first(), args) {
            (Some(first), None) => self.first_step(*first, code),
            _ => None,
        }
        .unwrap_or_else(|| self.walk(order, code, args))
    }

    /// Finds a message for one tag. Nearly always the best match has it, and no chain is needed.
    #[inline]
    pub(super) fn find_for_tag(&self, code: ErrorCode, tag: &str) -> Answer<'_> {
        let best = self.best_match(tag);
        let answer = best.and_then(|index| self.first_step(index, code));
        answer.unwrap_or_else(|| self.walk_for_tag(best, code, tag))
    }

    /// Nearly always the first locale has the message. This step is inlined, the others are not.
    #[inline]
    fn first_step(&self, index: usize, code: ErrorCode) -> Option<Answer<'_>> {
        let locale = self.locale(index);
        let text = locale.texts.get(ErrorType::index(code.get())?)?.as_ref()?;
        Some(Answer { text: Cow::Borrowed(text), locale: &locale.tag, is_fallback: false })
    }

    #[cold]
    fn walk_for_tag(&self, best: Option<usize>, code: ErrorCode, tag: &str) -> Answer<'_> {
        // An unknown code needs no chain either.
        if let Some(index) = best.filter(|_| !self.has_message(code.get())) {
            let locale = self.locale(index);
            if let Some(text) = self.unknown(locale, code.get(), None) {
                return Answer { text: Cow::Owned(text), locale: &locale.tag, is_fallback: false };
            }
        }
        let requested = locale::negotiate(subtags(tag), &self.available);
        self.walk(&self.order(requested, &[]), code, None)
    }

    #[cold]
    fn walk(&self, order: &Order, code: ErrorCode, args: Option<&Args<'_>>) -> Answer<'_> {
        let Order { requested, fallback } = order;
        let answer = |position, text, locale| {
            let is_fallback = position >= requested.len();
            Answer { text, locale, is_fallback }
        };
        let number = code.get();
        let is_unknown = ErrorType::index(number).is_none();
        if !is_unknown || self.own_codes.binary_search(&number).is_ok() {
            for (position, index) in requested.iter().chain(fallback).enumerate() {
                let locale = self.locale(*index);
                if let Some(text) = message(locale, number, args) {
                    return answer(position, text, &locale.tag);
                }
            }
        }
        if is_unknown {
            for (position, index) in requested.iter().chain(fallback).enumerate() {
                let locale = self.locale(*index);
                if let Some(text) = self.unknown(locale, number, args) {
                    return answer(position, Cow::Owned(text), &locale.tag);
                }
            }
        }
        self.without_message(code)
    }

    /// Whether the table has a code, or an added message is for it.
    fn has_message(&self, code: i32) -> bool {
        ErrorType::index(code).is_some() || self.own_codes.binary_search(&code).is_ok()
    }

    /// Returns what one locale says of an unknown code.
    fn unknown(&self, locale: &LocaleMessages, code: i32, args: Option<&Args<'_>>) -> Option<Text> {
        if let Some(dynamic) = &locale.dynamic
            && (args.is_some() || locale.unknown.is_none())
            && let Some(text) = dynamic.unknown(code, args)
        {
            return Some(text);
        }
        Some(locale.unknown.as_ref()?.text(code, self.isolating))
    }

    /// Falls back to name and number if no locale has the message, as in a localizer without the
    /// embedded messages.
    fn without_message(&self, code: ErrorCode) -> Answer<'_> {
        let text = Text { value: Cow::Owned(code.to_string()), suggestion: None };
        let locale = &self.locale(self.default).tag;
        Answer { text: Cow::Owned(text), locale, is_fallback: true }
    }

    /// Returns the index of the locale that matches a tag best. A tag that is spelled exactly like a
    /// locale's needs no matching.
    #[inline]
    fn best_match(&self, tag: &str) -> Option<usize> {
        match self.index_of(tag) {
            Some(index) => Some(index),
            None => locale::nearest(&subtags(tag)?, &self.available),
        }
    }

    /// Returns the index of the locale with exactly this tag.
    #[inline]
    fn index_of(&self, tag: &str) -> Option<usize> {
        let key = tag_key(tag);
        let slots = &*self.by_tag;
        let mut at = slot_of(key, slots.len());
        loop {
            let (other, index) = slots.get(at)?;
            if *index == EMPTY {
                return None;
            }
            if *other == key && self.locale(*index).tag == tag {
                return Some(*index);
            }
            at = (at + 1) & (slots.len() - 1);
        }
    }

    #[allow(clippy::indexing_slicing, reason = "every index comes from the list of locales")]
    pub(super) fn locale(&self, index: usize) -> &LocaleMessages {
        &self.locales[index]
    }
}

#[cfg(feature = "fluent")]
impl LocaleTable {
    /// Collects locales. The default locale is `default`, or the embedded one.
    pub(super) fn new(
        locales: Vec<LocaleMessages>,
        default: Option<&str>,
        isolating: bool,
        findings: Vec<Finding>,
    ) -> Result<LocaleTable, Error> {
        let mut by_tag = alloc::vec![(0, EMPTY); slots_for(locales.len())];
        let mut available = Vec::with_capacity(locales.len());
        for (index, locale) in locales.iter().enumerate() {
            insert_slot(&mut by_tag, &locale.tag, index);
            if let Some(subtags) = subtags(&locale.tag) {
                available.push(Available { subtags, index, rank: 0 });
            }
        }
        let dynamic = locales.iter().filter_map(|locale| locale.dynamic.as_ref());
        let mut own_codes: Vec<i32> = dynamic.flat_map(|dynamic| dynamic.own_codes()).collect();
        own_codes.sort_unstable();
        own_codes.dedup();
        let mut data = LocaleTable {
            locales: locales.into(),
            by_tag: by_tag.into(),
            available: Cow::default(),
            default: 0,
            last_resort: 0,
            isolating,
            own_codes,
            findings,
        };
        let embedded = &texts::LOCALES.get(texts::DEFAULT).map_or("", |locale| &*locale.tag);
        let wanted = default.unwrap_or(embedded);
        let canonical = Tag::parse(wanted).map(|tag| tag.to_string()).unwrap_or_default();
        let Some(default) = data.index_of(&canonical) else {
            let tags: Vec<&str> = data.locales.iter().map(|locale| &*locale.tag).collect();
            return Err(Error::default_locale(wanted, tags.join(", ")));
        };
        data.default = default;
        data.last_resort = data.index_of(embedded).unwrap_or(default);
        Available::sort(&mut available, Some(default));
        data.available = available.into();
        Ok(data)
    }
}

/// Returns the message of a code in one locale.
fn message<'a>(
    locale: &'a LocaleMessages,
    code: i32,
    args: Option<&Args<'_>>,
) -> Option<Cow<'a, Text>> {
    let index = ErrorType::index(code);
    if let Some(dynamic) = locale.dynamic.as_ref().filter(|_| args.is_some() || index.is_none())
        && let Some(text) = dynamic.message(code, args)
    {
        return text;
    }
    locale.texts.get(index?)?.as_ref().map(Cow::Borrowed)
}

pub(super) fn subtags(tag: &str) -> Option<Subtags> {
    Tag::parse(tag).map(|tag| Subtags::of(&tag))
}
