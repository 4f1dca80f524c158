//! The texts of one locale: its Fluent bundles, and every text once it was asked for.

mod bounds;

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;
use unic_langid::LanguageIdentifier;

use crate::ErrorType;
use crate::ftl::{SUGGESTION, UNKNOWN, split_junk};
use bounds::{Bounded, Terms, Walk};

/// What `$name` is where the number has no name.
const UNKNOWN_NAME: &str = "Unknown";
/// So many sources of a locale are tried one below the other, and then the lowest: each try costs
/// as much as all sources below it.
const MAX_LAYERS: usize = 16;

/// A message as a person reads it.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) value: String,
    pub(crate) suggestion: Option<String>,
}

/// A message formatted without the arguments of a caller.
struct Kept {
    text: Option<Text>,
    /// Whether arguments could give another text.
    needs_args: bool,
}

/// The texts of one locale.
///
/// A text is formatted by Fluent when it is first asked for, and kept: most texts never change, so
/// all later look-ups are an index.
pub(crate) struct Catalog {
    layers: Box<[Layer]>,
    texts: [OnceLock<Kept>; ErrorType::ALL.len()],
}

impl Catalog {
    /// Reads the sources of a locale, the embedded one first, then the added ones as added.
    pub(crate) fn new(tag: &str, sources: Vec<String>, isolating: bool) -> Catalog {
        let resources: Vec<_> = sources.into_iter().map(parse).collect();
        let count = resources.len();
        let heights =
            (1..=count).rev().filter(|height| *height == 1 || count - height < MAX_LAYERS);
        let layers = heights.filter_map(|height| {
            Some(Layer {
                tag: tag.parse().unwrap_or_default(),
                resources: resources.get(..height)?.concat(),
                isolating,
                bundle: OnceLock::new(),
                terms: Terms::new(),
            })
        });
        Catalog {
            layers: layers.collect(),
            texts: [const { OnceLock::new() }; ErrorType::ALL.len()],
        }
    }

    /// The text in this row of the table, if it was asked for before and needs no arguments.
    pub(crate) fn kept(&self, row: usize) -> Option<&Text> {
        let kept = self.texts.get(row)?.get()?;
        kept.text.as_ref()
    }

    /// The text of a code, if the locale has one that formats with these arguments.
    pub(crate) fn text(&self, code: i32, args: Option<&FluentArgs<'_>>) -> Option<Cow<'_, Text>> {
        let Some((error, row)) = ErrorType::from_code(code).zip(ErrorType::row(code)) else {
            let (_, text) = self.format(UNKNOWN, code, UNKNOWN_NAME, args)?;
            return Some(Cow::Owned(text));
        };
        let format = |args| self.format(error.message_id(), code, error.name(), args);
        let kept = self.texts.get(row)?.get_or_init(|| {
            let found = format(None);
            let needs_args = found.as_ref().is_none_or(|(layer, _)| *layer > 0);
            let text = found.map(|(_, text)| text.shrunk());
            Kept { text, needs_args }
        });
        if kept.needs_args && args.is_some() {
            format(args).map(|(_, text)| Cow::Owned(text))
        } else {
            kept.text.as_ref().map(Cow::Borrowed)
        }
    }

    /// Formats a message in the highest layer that can, and says which that was.
    fn format(
        &self,
        id: &str,
        code: i32,
        name: &str,
        args: Option<&FluentArgs<'_>>,
    ) -> Option<(usize, Text)> {
        let mut all = FluentArgs::with_capacity(2);
        for (key, value) in args.into_iter().flat_map(FluentArgs::iter) {
            all.set(key, value.clone());
        }
        all.set("code", code);
        all.set("name", FluentValue::from(name));
        let mut layers = self.layers.iter().enumerate();
        layers.find_map(|(at, layer)| Some((at, layer.format(id, &all)?)))
    }
}

impl Text {
    /// The same without room for more, as it is to be kept.
    fn shrunk(mut self) -> Text {
        self.value.shrink_to_fit();
        self.suggestion.as_mut().map(String::shrink_to_fit);
        self
    }
}

/// A source together with those below it, whose messages and terms it overrides.
///
/// When a message of the highest layer does not format, the layer below still has its own.
struct Layer {
    tag: LanguageIdentifier,
    resources: Vec<Arc<FluentResource>>,
    isolating: bool,
    bundle: OnceLock<FluentBundle<Arc<FluentResource>>>,
    terms: Terms,
}

impl Layer {
    fn bundle(&self) -> &FluentBundle<Arc<FluentResource>> {
        self.bundle.get_or_init(|| {
            let mut bundle = FluentBundle::new_concurrent(vec![self.tag.clone()]);
            bundle.set_use_isolating(self.isolating);
            for resource in &self.resources {
                bundle.add_resource_overriding(Arc::clone(resource));
            }
            bundle
        })
    }

    /// Formats a message whole, value and suggestion, or not at all.
    fn format(&self, id: &str, args: &FluentArgs<'_>) -> Option<Text> {
        let message = self.bundle().get_message(id)?;
        let value = self.write(message.value()?, args)?;
        let suggestion = match message.get_attribute(SUGGESTION) {
            Some(attribute) => Some(self.write(attribute.value(), args)?),
            None => None,
        };
        let suggestion = suggestion.and_then(|text| single_line(text.into()));
        Some(Text { value: single_line(value.into())?, suggestion })
    }

    /// Formats a pattern, if it formats without an error and at a bounded cost.
    fn write(&self, pattern: &Pattern<&str>, args: &FluentArgs<'_>) -> Option<String> {
        let bundle = self.bundle();
        if !Walk::new(bundle, &self.resources, &self.terms).ends(pattern) {
            return None;
        }
        let mut text = Bounded::default();
        let mut errors = Vec::new();
        bundle.write_pattern(&mut text, pattern, Some(args), &mut errors).ok()?;
        errors.is_empty().then_some(text.0)
    }
}

/// Parses what can be parsed; what is broken is for the linter to tell.
fn parse(source: String) -> Vec<Arc<FluentResource>> {
    let (resource, errors) = match FluentResource::try_new(source) {
        Ok(resource) => return vec![Arc::new(resource)],
        Err(parsed) => parsed,
    };
    let junk = errors.iter().filter_map(|error| resource.source().get(error.slice.clone()?));
    let tails = junk.map(|junk| split_junk(junk).1).filter(|tail| !tail.is_empty());
    let mut resources: Vec<_> = tails.flat_map(|tail| parse(tail.to_owned())).collect();
    resources.insert(0, Arc::new(resource));
    resources
}

/// The text as one line, since a toast has one: every run of line breaks and control characters
/// is one space. `None` where nothing is left to read.
fn single_line(text: Cow<'_, str>) -> Option<String> {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let inner = text.trim_matches(|c: char| c.is_whitespace() || breaks(c));
    if inner.is_empty() {
        return None;
    }
    // In UTF-8 a break begins with one of these bytes. Without an early end the loop is vectorized.
    let may_break = |byte: u8| byte < b' ' || matches!(byte, 0x7f | 0xc2 | 0xe2);
    if inner.bytes().fold(false, |found, byte| found | may_break(byte)) && inner.contains(breaks) {
        let lines = inner.split(breaks).map(str::trim).filter(|line| !line.is_empty());
        Some(lines.collect::<Vec<_>>().join(" "))
    } else if inner.len() == text.len() {
        Some(text.into_owned())
    } else {
        Some(inner.to_owned())
    }
}
