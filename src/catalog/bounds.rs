//! What formatting one text may cost.
//!
//! Fluent follows references down the stack of its caller, and writes all that they hold. It
//! stops at a hundred placeables, but counts neither those inside others nor the length: a file
//! of 1 MiB could overflow the stack, or make texts of gigabytes.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};

/// Placeables and references may lead this deep, together.
const MAX_DEPTH: usize = 100;
/// So many placeables may be met on the way, in variants that are not chosen too.
const MAX_STEPS: usize = 1000;
/// A text may take so many bytes.
const MAX_TEXT_LEN: usize = 1 << 16;

/// A text that takes no more than it may.
pub(super) struct Bounded(pub(super) String);

impl Default for Bounded {
    fn default() -> Bounded {
        // Room for nearly every text, so that it need not grow.
        Bounded(String::with_capacity(128))
    }
}

impl fmt::Write for Bounded {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        if self.0.len() + part.len() > MAX_TEXT_LEN {
            return Err(fmt::Error);
        }
        self.0.push_str(part);
        Ok(())
    }
}

/// The places of the terms of a bundle, which it does not hand out itself.
pub(super) type Terms = OnceLock<HashMap<String, (usize, usize)>>;

/// The walk over all that a text refers to.
pub(super) struct Walk<'a> {
    pub(super) bundle: &'a FluentBundle<Arc<FluentResource>>,
    pub(super) resources: &'a [Arc<FluentResource>],
    pub(super) terms: &'a Terms,
    steps: usize,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        bundle: &'a FluentBundle<Arc<FluentResource>>,
        resources: &'a [Arc<FluentResource>],
        terms: &'a Terms,
    ) -> Walk<'a> {
        Walk { bundle, resources, terms, steps: 0 }
    }

    /// Whether a pattern can be formatted at a bounded cost.
    pub(super) fn ends(&mut self, pattern: &Pattern<&str>) -> bool {
        self.pattern(pattern, MAX_DEPTH)
    }

    fn pattern(&mut self, pattern: &Pattern<&str>, depth: usize) -> bool {
        pattern.elements.iter().all(|element| match element {
            PatternElement::TextElement { .. } => true,
            PatternElement::Placeable { expression } => self.expression(expression, depth),
        })
    }

    fn expression(&mut self, expression: &Expression<&str>, depth: usize) -> bool {
        self.steps += 1;
        let Some(depth) = depth.checked_sub(1).filter(|_| self.steps <= MAX_STEPS) else {
            return false;
        };
        match expression {
            Expression::Inline(inline) => self.inline(inline, depth),
            Expression::Select { selector, variants } => {
                self.inline(selector, depth)
                    && variants.iter().all(|variant| self.pattern(&variant.value, depth))
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, depth: usize) -> bool {
        match inline {
            InlineExpression::MessageReference { id, attribute } => {
                let Some(message) = self.bundle.get_message(id.name) else {
                    return true;
                };
                let pattern = match attribute {
                    Some(name) => message.get_attribute(name.name).map(|it| it.value()),
                    None => message.value(),
                };
                pattern.is_none_or(|pattern| self.pattern(pattern, depth))
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                let Some(Entry::Term(term)) = self.term(id.name) else {
                    return true;
                };
                let pattern = match attribute {
                    Some(name) => term.attributes.iter().find(|it| it.id.name == name.name),
                    None => return self.arguments(arguments) && self.pattern(&term.value, depth),
                };
                self.arguments(arguments)
                    && pattern.is_none_or(|attribute| self.pattern(&attribute.value, depth))
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().all(is_plain)
            }
            InlineExpression::Placeable { expression } => self.expression(expression, depth),
            InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. }
            | InlineExpression::VariableReference { .. } => true,
        }
    }

    fn arguments(&self, arguments: &Option<CallArguments<&str>>) -> bool {
        arguments.as_ref().is_none_or(|arguments| arguments.positional.iter().all(is_plain))
    }

    fn term(&self, name: &str) -> Option<&'a Entry<&'a str>> {
        let resources: &'a [Arc<FluentResource>] = self.resources;
        let terms = self.terms.get_or_init(|| {
            let mut terms = HashMap::new();
            for (place, resource) in resources.iter().enumerate() {
                for (at, entry) in resource.entries().enumerate() {
                    if let Entry::Term(term) = entry {
                        terms.insert(term.id.name.to_owned(), (place, at));
                    }
                }
            }
            terms
        });
        let (place, at) = *terms.get(name)?;
        resources.get(place)?.get_entry(at)
    }
}

/// Whether an argument is as long as it looks. All arguments are formatted and kept while a call
/// goes on, and no call has a use for texts: there are no functions, and terms take named ones.
fn is_plain(argument: &InlineExpression<&str>) -> bool {
    matches!(
        argument,
        InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. }
            | InlineExpression::VariableReference { .. }
    )
}
