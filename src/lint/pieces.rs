//! The parts of a pattern, in source order. All rules share this walk.

use fluent_syntax::ast::{
    Attribute, CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
    Variant, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;
use std::borrow::Cow;
use std::collections::HashMap;
use unicode_width::UnicodeWidthStr;

/// A message or a term: whether it is a term, its name, its value and its attributes.
pub(super) type Definition<'r> =
    (bool, &'r str, Option<&'r Pattern<&'r str>>, &'r [Attribute<&'r str>]);

pub(super) fn definition<'r>(entry: &'r Entry<&'r str>) -> Option<Definition<'r>> {
    match entry {
        Entry::Message(message) => {
            Some((false, message.id.name, message.value.as_ref(), &message.attributes))
        }
        Entry::Term(term) => Some((true, term.id.name, Some(&term.value), &term.attributes)),
        _ => None,
    }
}

/// A part of a pattern. Each is a slice of the text, and so has a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Piece<'s> {
    /// Plain text.
    Text(&'s str),
    /// The content of a string, with escapes as written.
    Literal(&'s str),
    Number(&'s str),
    Variable(&'s str),
    /// Anything else with a name.
    Name(&'s str),
    /// The key of a variant: whether it is the first of its name in the selection.
    Key(&'s str, bool),
}

/// A selector and its variants.
pub(super) type Selection<'s> = (&'s InlineExpression<&'s str>, &'s [Variant<&'s str>]);

/// All parts of a pattern, including those inside selections and calls.
#[derive(Default)]
pub(super) struct Pieces<'s> {
    pub(super) all: Vec<Piece<'s>>,
    pub(super) selections: Vec<Selection<'s>>,
}

impl<'s> Pieces<'s> {
    pub(super) fn of(pattern: &'s Pattern<&'s str>) -> Pieces<'s> {
        let mut pieces = Pieces::default();
        pieces.pattern(pattern);
        pieces
    }

    fn pattern(&mut self, pattern: &'s Pattern<&'s str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.all.push(Piece::Text(value)),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &'s Expression<&'s str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, false),
            Expression::Select { selector, variants } => {
                self.inline(selector, true);
                self.selections.push((selector, variants));
                let mut keys: Vec<&str> = Vec::new();
                for variant in variants {
                    let key = key_of(variant);
                    self.all.push(Piece::Key(key, !keys.contains(&key)));
                    keys.push(key);
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &'s InlineExpression<&'s str>, selects: bool) {
        let piece = match inline {
            InlineExpression::StringLiteral { value } if selects => Piece::Name(value),
            InlineExpression::StringLiteral { value } => Piece::Literal(value),
            InlineExpression::NumberLiteral { value } => Piece::Number(value),
            InlineExpression::VariableReference { id } => Piece::Variable(id.name),
            InlineExpression::MessageReference { id, .. }
            | InlineExpression::TermReference { id, .. }
            | InlineExpression::FunctionReference { id, .. } => Piece::Name(id.name),
            InlineExpression::Placeable { expression } => return self.expression(expression),
        };
        self.all.push(piece);
        match inline {
            InlineExpression::TermReference { arguments: Some(arguments), .. }
            | InlineExpression::FunctionReference { arguments, .. } => self.arguments(arguments),
            _ => {}
        }
    }

    /// Adds arguments. Like selectors, they are not shown.
    fn arguments(&mut self, arguments: &'s CallArguments<&'s str>) {
        let named = arguments.named.iter().map(|argument| &argument.value);
        for argument in arguments.positional.iter().chain(named) {
            self.inline(argument, true);
        }
    }
}

pub(super) fn key_of<'s>(variant: &'s Variant<&'s str>) -> &'s str {
    match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

/// The last piece of a pattern.
pub(super) fn last_slice<'s>(pattern: &'s Pattern<&'s str>) -> Option<&'s str> {
    match *Pieces::of(pattern).all.last()? {
        Piece::Text(slice)
        | Piece::Literal(slice)
        | Piece::Number(slice)
        | Piece::Variable(slice)
        | Piece::Name(slice)
        | Piece::Key(slice, _) => Some(slice),
    }
}

impl<'s> Piece<'s> {
    /// Returns the text that users see, and its place; `None` if the piece is not text.
    pub(super) fn reads(self) -> Option<(Cow<'s, str>, &'s str)> {
        match self {
            Piece::Text(text) => Some((text.into(), text)),
            Piece::Literal(raw) => Some((unescape_unicode_to_string(raw), raw)),
            _ => None,
        }
    }
}

/// Whether the pattern, or one of its variants, has no visible character.
pub(super) fn is_blank(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().all(|element| match element {
        PatternElement::TextElement { value } => is_blank_text(value),
        PatternElement::Placeable { expression } => is_blank_expression(expression),
    })
}

fn is_blank_expression(expression: &Expression<&str>) -> bool {
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            is_blank_text(&unescape_unicode_to_string(value))
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            is_blank_expression(expression)
        }
        Expression::Inline(_) => false,
        Expression::Select { variants, .. } => {
            variants.iter().any(|variant| is_blank(&variant.value))
        }
    }
}

fn is_blank_text(text: &str) -> bool {
    crate::texts::single_line(text).is_none()
}

/// Returns the width of the widest variant in columns: two for a Han character.
///
/// A variable counts as the longest code, five digits; `terms` has the widths of terms.
pub(super) fn width(pattern: &Pattern<&str>, terms: &HashMap<&str, usize>) -> usize {
    let of_element = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => value.width(),
        PatternElement::Placeable { expression } => width_of_expression(expression, terms),
    };
    pattern.elements.iter().map(of_element).sum()
}

fn width_of_expression(expression: &Expression<&str>, terms: &HashMap<&str, usize>) -> usize {
    const LONGEST_CODE: usize = 5;
    match expression {
        Expression::Select { variants, .. } => {
            variants.iter().map(|variant| width(&variant.value, terms)).max().unwrap_or(0)
        }
        Expression::Inline(inline) => match inline {
            InlineExpression::StringLiteral { value } => unescape_unicode_to_string(value).width(),
            InlineExpression::NumberLiteral { value } => value.width(),
            InlineExpression::TermReference { id, .. } => terms.get(id.name).copied().unwrap_or(0),
            InlineExpression::Placeable { expression } => width_of_expression(expression, terms),
            _ => LONGEST_CODE,
        },
    }
}
