//! The texts of one locale: its Fluent bundles, and every text once it was asked for.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::ErrorType;
use crate::lint::split_junk;

/// The message for a number outside the table.
pub(crate) const UNKNOWN: &str = "error-unknown";
/// The attribute that says what a person can do.
pub(crate) const SUGGESTION: &str = "suggestion";
/// What `$name` is where the number has no name.
const UNKNOWN_NAME: &str = "Unknown";

/// A message as a person reads it.
#[derive(Clone)]
pub(crate) struct Text {
    pub(crate) value: Box<str>,
    pub(crate) suggestion: Option<Box<str>>,
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
        let layers = (1..=resources.len()).rev().filter_map(|height| {
            Some(Layer {
                tag: tag.parse().unwrap_or_default(),
                resources: resources.get(..height)?.concat(),
                isolating,
                bundle: OnceLock::new(),
            })
        });
        Catalog {
            layers: layers.collect(),
            texts: [const { OnceLock::new() }; ErrorType::ALL.len()],
        }
    }

    /// The text of a code, if the locale has one that formats with these arguments.
    pub(crate) fn text(
        &self,
        error: ErrorType,
        args: Option<&FluentArgs<'_>>,
    ) -> Option<Cow<'_, Text>> {
        let format = |args| self.format(error.message_id(), error.code(), error.name(), args);
        let kept = self.texts.get(error.row())?.get_or_init(|| {
            let found = format(None);
            let needs_args = found.as_ref().is_none_or(|(layer, _)| *layer > 0);
            let text = found.map(|(_, text)| text);
            Kept { text, needs_args }
        });
        if kept.needs_args && args.is_some() {
            format(args).map(|(_, text)| Cow::Owned(text))
        } else {
            kept.text.as_ref().map(Cow::Borrowed)
        }
    }

    /// The text for a number outside the table.
    pub(crate) fn unknown(
        &self,
        code: i32,
        args: Option<&FluentArgs<'_>>,
    ) -> Option<Cow<'_, Text>> {
        let (_, text) = self.format(UNKNOWN, code, UNKNOWN_NAME, args)?;
        Some(Cow::Owned(text))
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

/// A source together with those below it, whose messages and terms it overrides.
///
/// When a message of the highest layer does not format, the layer below still has its own.
struct Layer {
    tag: LanguageIdentifier,
    resources: Vec<Arc<FluentResource>>,
    isolating: bool,
    bundle: OnceLock<FluentBundle<Arc<FluentResource>>>,
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
        let bundle = self.bundle();
        let message = bundle.get_message(id)?;
        let mut errors = Vec::new();
        let value = bundle.format_pattern(message.value()?, Some(args), &mut errors);
        let suggestion = message
            .get_attribute(SUGGESTION)
            .map(|attribute| bundle.format_pattern(attribute.value(), Some(args), &mut errors));
        if !errors.is_empty() {
            return None;
        }
        Some(Text { value: single_line(value)?, suggestion: suggestion.and_then(single_line) })
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
fn single_line(text: Cow<'_, str>) -> Option<Box<str>> {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let text = text.trim_matches(|c: char| c.is_whitespace() || breaks(c));
    if text.is_empty() {
        None
    } else if text.contains(breaks) {
        let lines = text.split(breaks).map(str::trim).filter(|line| !line.is_empty());
        Some(lines.collect::<Vec<_>>().join(" ").into())
    } else {
        Some(text.into())
    }
}
