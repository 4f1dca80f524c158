//! Finding faults in a message, and in everything it refers to, without resolving it.
//!
//! Fluent bounds neither the depth nor the length of what it resolves, and it reports no error for
//! a variable that is missing inside a term. This walk looks at everything a pattern refers to,
//! with the scopes that fluent-bundle 0.16 has:
//!
//! - A term sees the named arguments of its reference and nothing else. So does a message that the
//!   term refers to.
//! - Positional arguments are ignored.
//! - After a reference to a term, variables are the caller's again, even inside another term.
//! - A missing variable selects the default variant.

mod calls;

use std::ptr;

use fluent_syntax::ast::{
    Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};

use super::bundle::{MAX_FRACTION_LEN, MAX_TEXT_LEN, Messages};
use super::fault::{Fault, Problem};
use calls::Call;

/// The maximum depth of placeables and references together.
const MAX_DEPTH: usize = 100;
/// The maximum number of placeables in a walk, including those in variants that are not chosen.
const MAX_STEPS: usize = 1000;
/// The number of placeables at which Fluent gives up.
const FLUENT_MAX_PLACEABLES: usize = 100;

/// Returns the faults of a pattern and of everything it refers to.
pub(crate) fn faults<'a>(messages: &'a Messages, pattern: &'a Pattern<&'a str>) -> Vec<Fault<'a>> {
    walk(messages, pattern).faults
}

/// Whether a variable of the caller selects, in a pattern or in anything it refers to.
pub(crate) fn selects<'a>(messages: &'a Messages, pattern: &'a Pattern<&'a str>) -> bool {
    walk(messages, pattern).selects
}

fn walk<'a>(messages: &'a Messages, pattern: &'a Pattern<&'a str>) -> Walk<'a> {
    let mut walk = Walk {
        messages,
        steps: 0,
        placeables: 0,
        unseen_len: 0,
        patterns: Vec::new(),
        references: Vec::new(),
        calls: Vec::new(),
        scope: Scope::Caller,
        has_nameless: false,
        selects: false,
        faults: Vec::new(),
    };
    walk.pattern(pattern, Use { depth: MAX_DEPTH, is_live: true, is_shown: true });
    if walk.has_nameless && walk.placeables > FLUENT_MAX_PLACEABLES {
        walk.faults.push(Fault::of_message(Problem::TooManyPlaceables));
    }
    walk
}

/// A walk over everything that a pattern refers to.
struct Walk<'a> {
    messages: &'a Messages,
    steps: usize,
    /// The placeables that Fluent counts, in the variants with the most.
    placeables: usize,
    /// The bytes that Fluent would write for selectors and arguments, which it does not limit.
    unseen_len: usize,
    /// The patterns that are being walked, outermost first.
    patterns: Vec<&'a Pattern<&'a str>>,
    references: Vec<&'a str>,
    /// The references to terms so far.
    calls: Vec<Call<'a>>,
    scope: Scope,
    /// Whether Fluent would panic on too many placeables: it has no name to report for a nested
    /// placeable, or for a literal that selects.
    has_nameless: bool,
    /// Whether a variable of the caller selects.
    selects: bool,
    faults: Vec<Fault<'a>>,
}

/// The variables that a pattern can see.
#[derive(Clone, Copy, PartialEq)]
enum Scope {
    Caller,
    /// The arguments of this call.
    Call(usize),
    /// One or the other, depending on the variant that was chosen before.
    Either(usize),
}

/// How a part of a pattern is used.
#[derive(Clone, Copy)]
struct Use {
    depth: usize,
    /// Whether it can be chosen at all.
    is_live: bool,
    /// Whether it is shown; a selector is not.
    is_shown: bool,
}

impl<'a> Walk<'a> {
    fn pattern(&mut self, pattern: &'a Pattern<&'a str>, how: Use) {
        // Nearly all patterns are plain text, which has no faults.
        if let ([PatternElement::TextElement { .. }], true) = (&*pattern.elements, how.is_shown) {
            return;
        }
        self.patterns.push(pattern);
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.count(value, how),
                PatternElement::Placeable { expression } => {
                    self.placeables += 1;
                    self.expression(expression, how);
                }
            }
        }
        self.patterns.pop();
    }

    fn expression(&mut self, expression: &'a Expression<&'a str>, how: Use) {
        self.steps += 1;
        if self.steps > MAX_STEPS {
            if self.steps == MAX_STEPS + 1 {
                self.faults.push(Fault::of_message(Problem::TooManyPlaceables));
            }
            return;
        }
        let Some(depth) = how.depth.checked_sub(1) else {
            self.faults.push(Fault::of_message(Problem::TooDeep));
            return;
        };
        let how = Use { depth, ..how };
        match expression {
            Expression::Inline(inline) => self.inline(inline, how),
            Expression::Select { selector, variants } => self.select(selector, variants, how),
        }
    }

    fn select(
        &mut self,
        selector: &'a InlineExpression<&'a str>,
        variants: &'a [Variant<&'a str>],
        how: Use,
    ) {
        self.selects |= !matches!(self.scope, Scope::Call(_));
        self.resolve(selector, how);
        self.has_nameless |= matches!(
            selector,
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. }
        );
        let chosen = self.chosen(selector, variants);
        let (before, placeables) = (self.scope, self.placeables);
        let mut most = placeables;
        let mut after = None;
        for (index, variant) in variants.iter().enumerate() {
            (self.scope, self.placeables) = (before, placeables);
            let is_possible = chosen.is_none_or(|chosen| chosen == index);
            self.pattern(&variant.value, Use { is_live: how.is_live && is_possible, ..how });
            if is_possible {
                most = most.max(self.placeables);
                after = Some(after.map_or(self.scope, |after| join(after, self.scope)));
            }
        }
        self.placeables = most;
        self.scope = after.unwrap_or(before);
    }

    /// Returns the index of the variant that is certain to be chosen.
    fn chosen(
        &self,
        selector: &InlineExpression<&str>,
        variants: &[Variant<&str>],
    ) -> Option<usize> {
        let (InlineExpression::VariableReference { id }, Scope::Call(call)) =
            (selector, self.scope)
        else {
            return None;
        };
        let default = variants.iter().position(|variant| variant.default);
        let arguments = &self.calls.get(call)?.arguments;
        let Some(argument) = arguments.iter().find(|argument| argument.name == id.name) else {
            return default;
        };
        let InlineExpression::StringLiteral { value } = argument.value else {
            return None;
        };
        let is_key = |variant: &Variant<&str>| match variant.key {
            VariantKey::Identifier { name } => name == *value,
            VariantKey::NumberLiteral { .. } => false,
        };
        variants.iter().position(is_key).or(default)
    }

    fn inline(&mut self, inline: &'a InlineExpression<&'a str>, how: Use) {
        match inline {
            InlineExpression::MessageReference { id, attribute } => {
                let Some(message) = self.messages.message(id.name) else {
                    return self.fault(Problem::UnknownMessage, id.name, how.is_live);
                };
                if !self.messages.has_message(id.name) {
                    return self.fault(Problem::SameName { is_term: false }, id.name, how.is_live);
                }
                let pattern = match attribute {
                    None => message.value(),
                    Some(name) => message.get_attribute(name.name).map(|found| found.value()),
                };
                match (pattern, attribute) {
                    (Some(pattern), _) => self.quote(id.name, false, pattern, how),
                    (None, None) => self.fault(Problem::NoValue, id.name, how.is_live),
                    (None, Some(name)) => {
                        let problem = Problem::UnknownAttribute { of: id.name, is_term: false };
                        self.fault(problem, name.name, how.is_live);
                    }
                }
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                self.term(
                    id.name,
                    attribute.as_ref().map(|name| name.name),
                    arguments.as_ref(),
                    how,
                );
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.arguments(Some(arguments), how);
                self.fault(Problem::Function, id.name, how.is_live);
            }
            InlineExpression::VariableReference { id } => self.variable(id.name, how),
            InlineExpression::Placeable { expression } => {
                self.has_nameless = true;
                self.expression(expression, how);
            }
            InlineExpression::StringLiteral { value } => self.count(value, how),
            InlineExpression::NumberLiteral { value } => {
                self.count(value, how);
                if !how.is_shown {
                    self.number(value);
                }
            }
        }
    }

    /// Checks a number that selects.
    fn number(&mut self, value: &'a str) {
        let (_, fraction) = value.split_once('.').unwrap_or((value, ""));
        if fraction.len() > MAX_FRACTION_LEN {
            self.fault(Problem::LongFraction, value, true);
        }
    }

    fn count(&mut self, text: &str, how: Use) {
        let before = self.unseen_len;
        if !how.is_shown {
            self.unseen_len += text.len();
        }
        if before <= MAX_TEXT_LEN && self.unseen_len > MAX_TEXT_LEN {
            self.faults.push(Fault::of_message(Problem::TooLong));
        }
    }

    /// Walks a selector or an argument, which is not shown. A variable may be missing there.
    fn resolve(&mut self, inline: &'a InlineExpression<&'a str>, how: Use) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.read(id.name);
            }
            inline => self.inline(inline, Use { is_shown: false, ..how }),
        }
    }

    fn quote(&mut self, name: &'a str, is_term: bool, pattern: &'a Pattern<&'a str>, how: Use) {
        if self.patterns.iter().any(|open| ptr::eq(*open, pattern)) {
            return self.fault(Problem::Cycle { is_term }, name, true);
        }
        self.references.push(name);
        self.pattern(pattern, how);
        self.references.pop();
    }

    fn fault(&mut self, problem: Problem<'a>, slice: &'a str, is_fatal: bool) {
        let references = self.references.clone();
        self.faults.push(Fault { problem, slice, references, is_fatal });
    }
}

fn join(one: Scope, other: Scope) -> Scope {
    match (one, other) {
        (one, other) if one == other => one,
        (Scope::Call(call) | Scope::Either(call), _)
        | (_, Scope::Call(call) | Scope::Either(call)) => Scope::Either(call),
        (Scope::Caller, Scope::Caller) => Scope::Caller,
    }
}
