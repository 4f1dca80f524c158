//! Compiling a message, with everything that it refers to, into pieces.
//!
//! Only the caller's variables are unknown. A term sees the named arguments of its reference, which are
//! constants, and nothing else; so does a message that the term refers to. After a reference to a term,
//! variables are the caller's, even inside another term: so it is in fluent-bundle and @fluent/bundle,
//! although the specification differs.

mod reference;
mod select;

use std::{mem, ptr};

use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentNumber;
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::fault::{Fault, Problem};
use super::language::number;
use super::messages::Messages;
use super::program::{MAX_TEXT_LEN, Piece};
use reference::Call;

/// The maximum depth of placeables and references together.
const MAX_DEPTH: usize = 100;
/// The maximum number of placeables and variants on the way to a text.
const MAX_STEPS: usize = 1000;
/// The maximum number of placeables and variants in all, whether they are chosen or not.
const MAX_WORK: usize = 4 * MAX_STEPS;
/// What a step costs, in bytes of literals that could be copied instead.
const STEP_COST: usize = 64;
/// How much all messages of a locale may cost: so many times the length of its files, and this much
/// more.
const COST_PER_BYTE: usize = 8;
const FREE_COST: usize = 1 << 18;

/// A compiled pattern, and what is wrong with it.
pub(crate) struct Compiled<'r> {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) faults: Vec<Fault<'r>>,
}

/// Compiles the patterns of a locale, one after the other.
pub(crate) struct Compiler<'m, 'r> {
    messages: &'m Messages<'r>,
    /// What remains of the cost that all patterns may have.
    left: usize,
    /// The steps of this pattern so far, in all variants.
    work: usize,
    way: Way<'r>,
    depth: usize,
    /// The patterns that are being compiled, outermost first.
    patterns: Vec<&'r Pattern<&'r str>>,
    references: Vec<&'r str>,
    /// The references to terms so far.
    calls: Vec<Call<'r>>,
    /// Whether the text is shown; a selecting attribute is not.
    is_shown: bool,
    faults: Vec<Fault<'r>>,
}

/// What the parts of a pattern before this one add up to. Variants do not add to each other.
#[derive(Clone, Copy, Default)]
struct Way<'r> {
    /// The placeables, and the variants of selections.
    steps: usize,
    /// The bytes of literals.
    len: usize,
    /// The limit that was exceeded, after which nothing is compiled.
    beyond: Option<Problem<'r>>,
    /// The call whose arguments are visible; without one, variables are the caller's.
    call: Option<usize>,
}

impl<'m, 'r> Compiler<'m, 'r> {
    pub(crate) fn new(messages: &'m Messages<'r>) -> Compiler<'m, 'r> {
        Compiler {
            messages,
            left: messages.len * COST_PER_BYTE + FREE_COST,
            work: 0,
            way: Way::default(),
            depth: 0,
            patterns: Vec::new(),
            references: Vec::new(),
            calls: Vec::new(),
            is_shown: true,
            faults: Vec::new(),
        }
    }

    /// Compiles the pattern of a message.
    pub(crate) fn compile(&mut self, pattern: &'r Pattern<&'r str>) -> Compiled<'r> {
        self.work = 0;
        self.way = Way::default();
        self.calls.clear();
        let mut pieces = Vec::new();
        self.pattern(pattern, &mut pieces);
        let mut faults = mem::take(&mut self.faults);
        faults.extend(self.way.beyond.map(Fault::of_message));
        // A function makes the whole message unusable, even in a variant for other codes.
        let has_function = faults.iter().any(|fault| fault.problem == Problem::Function);
        if self.way.beyond.is_some() || has_function {
            pieces = Vec::from([Piece::Fault]);
        }
        Compiled { pieces, faults }
    }

    fn pattern(&mut self, pattern: &'r Pattern<&'r str>, out: &mut Vec<Piece>) {
        let isolates = self.messages.isolating && pattern.elements.len() > 1;
        self.patterns.push(pattern);
        for element in &pattern.elements {
            match element {
                _ if self.way.beyond.is_some() => break,
                PatternElement::TextElement { value } => self.literal(value, out),
                PatternElement::Placeable { expression } if isolates && is_isolated(expression) => {
                    self.literal("\u{2068}", out);
                    self.expression(expression, out);
                    self.literal("\u{2069}", out);
                }
                PatternElement::Placeable { expression } => self.expression(expression, out),
            }
        }
        self.patterns.pop();
    }

    fn literal(&mut self, text: &str, out: &mut Vec<Piece>) {
        self.spend(text.len() + STEP_COST / 8);
        self.way.len += text.len();
        if self.way.len > MAX_TEXT_LEN {
            self.way.beyond.get_or_insert(Problem::TooLong);
        } else if let Some(Piece::Literal(before)) = out.last_mut() {
            before.push_str(text);
        } else {
            out.push(Piece::Literal(text.to_owned()));
        }
    }

    /// Pays for work, as far as anything is left.
    fn spend(&mut self, cost: usize) {
        match self.left.checked_sub(cost) {
            Some(left) => self.left = left,
            None => {
                self.way.beyond.get_or_insert(Problem::TooMuch);
            }
        }
    }

    /// Counts placeables or variants.
    fn steps(&mut self, count: usize) {
        self.spend(count * STEP_COST);
        self.work += count;
        self.way.steps += count;
        if self.way.steps > MAX_STEPS || self.work > MAX_WORK {
            self.way.beyond.get_or_insert(Problem::TooManyPlaceables);
        }
    }

    fn expression(&mut self, expression: &'r Expression<&'r str>, out: &mut Vec<Piece>) {
        self.steps(1);
        if self.depth == MAX_DEPTH {
            self.way.beyond.get_or_insert(Problem::TooDeep);
        }
        if self.way.beyond.is_some() {
            return;
        }
        self.depth += 1;
        match expression {
            Expression::Inline(inline) => self.inline(inline, out),
            Expression::Select { selector, variants } => self.select(selector, variants, out),
        }
        self.depth -= 1;
    }

    fn inline(&mut self, inline: &'r InlineExpression<&'r str>, out: &mut Vec<Piece>) {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {
                if let Some(value) = self.constant(inline, out) {
                    self.literal(&self.messages.language.text(&value), out);
                }
            }
            InlineExpression::VariableReference { id } => self.variable(id.name, out),
            InlineExpression::Placeable { expression } => self.expression(expression, out),
            InlineExpression::FunctionReference { id, arguments } => {
                self.positional(arguments);
                self.fault(Problem::Function, id.name, out);
            }
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|attribute| attribute.name);
                self.message(id.name, attribute, out);
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                let attribute = attribute.as_ref().map(|attribute| attribute.name);
                self.term(id.name, attribute, arguments.as_ref(), out);
            }
        }
    }

    fn quote(
        &mut self,
        name: &'r str,
        is_term: bool,
        pattern: &'r Pattern<&'r str>,
        out: &mut Vec<Piece>,
    ) {
        if self.patterns.iter().any(|open| ptr::eq(*open, pattern)) {
            return self.fault(Problem::Cycle { is_term }, name, out);
        }
        self.references.push(name);
        self.pattern(pattern, out);
        self.references.pop();
    }

    /// Compiles a part that is never chosen. Only the functions in it are faults.
    fn unused(&mut self, compile: impl FnOnce(&mut Self, &mut Vec<Piece>)) {
        let (way, before) = (self.way, self.faults.len());
        compile(self, &mut Vec::new());
        self.way = way;
        let mut found = self.faults.split_off(before.min(self.faults.len()));
        found.retain(|fault| fault.problem == Problem::Function);
        self.faults.append(&mut found);
    }

    /// Returns the value of a literal, unless it is a number that is too long.
    fn constant(
        &mut self,
        inline: &'r InlineExpression<&'r str>,
        out: &mut Vec<Piece>,
    ) -> Option<FluentValue<'r>> {
        match inline {
            InlineExpression::StringLiteral { value } => {
                Some(unescape_unicode_to_string(value).into())
            }
            InlineExpression::NumberLiteral { value } => {
                self.number(value, out).map(FluentValue::Number)
            }
            _ => None,
        }
    }

    fn number(&mut self, text: &'r str, out: &mut Vec<Piece>) -> Option<FluentNumber> {
        let number = number(text);
        if number.is_none() {
            self.fault(Problem::LongNumber, text, out);
        }
        number
    }

    /// Adds a fault that leaves nothing to show.
    fn fault(&mut self, problem: Problem<'r>, slice: &'r str, out: &mut Vec<Piece>) {
        self.note(problem, slice, true);
        out.push(Piece::Fault);
    }

    fn note(&mut self, problem: Problem<'r>, slice: &'r str, is_fatal: bool) {
        self.spend(self.references.len() * STEP_COST);
        let references = self.references.clone();
        self.faults.push(Fault { problem, slice, references, is_fatal });
    }
}

/// Whether Fluent puts marks around a placeable that is not alone.
fn is_isolated(expression: &Expression<&str>) -> bool {
    !matches!(
        expression,
        Expression::Inline(
            InlineExpression::MessageReference { .. }
                | InlineExpression::TermReference { .. }
                | InlineExpression::StringLiteral { .. }
        )
    )
}
