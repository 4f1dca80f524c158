//! What a pattern is made of, in the order written.

use std::borrow::Cow;
use std::collections::HashSet;

use fluent_syntax::ast::{
    CallArguments, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;
use unicode_width::UnicodeWidthStr;

/// A part of a pattern. Each borrows the place where it stands.
pub(super) enum Piece<'t> {
    /// Plain text.
    Text(&'t str),
    /// The inside of a quoted literal, escapes as written.
    Literal(&'t str),
    Variable(&'t str),
    /// A message and, it may be, its attribute.
    Message(&'t str, Option<&'t str>),
    /// A term and, it may be, its attribute.
    Term(&'t str, Option<&'t str>),
    Function(&'t str),
    /// The key of a variant that another variant of the selection has too.
    RepeatedKey(&'t str),
}

/// Lists everything in a pattern, the inside of selections and calls as well.
pub(super) fn pieces<'t>(pattern: &Pattern<&'t str>) -> Vec<Piece<'t>> {
    let mut pieces = Vec::new();
    add_pattern(pattern, &mut pieces);
    pieces
}

fn add_pattern<'t>(pattern: &Pattern<&'t str>, pieces: &mut Vec<Piece<'t>>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => pieces.push(Piece::Text(value)),
            PatternElement::Placeable { expression } => add_expression(expression, pieces),
        }
    }
}

fn add_expression<'t>(expression: &Expression<&'t str>, pieces: &mut Vec<Piece<'t>>) {
    match expression {
        Expression::Inline(inline) => add_inline(inline, pieces),
        Expression::Select { selector, variants } => {
            add_inline(selector, pieces);
            let mut keys = HashSet::new();
            for Variant { key, value, .. } in variants {
                let (VariantKey::Identifier { name: key }
                | VariantKey::NumberLiteral { value: key }) = key;
                if !keys.insert(*key) {
                    pieces.push(Piece::RepeatedKey(key));
                }
                add_pattern(value, pieces);
            }
        }
    }
}

fn add_inline<'t>(inline: &InlineExpression<&'t str>, pieces: &mut Vec<Piece<'t>>) {
    match inline {
        InlineExpression::StringLiteral { value } => pieces.push(Piece::Literal(value)),
        InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::VariableReference { id } => pieces.push(Piece::Variable(id.name)),
        InlineExpression::MessageReference { id, attribute } => {
            pieces.push(Piece::Message(id.name, attribute.as_ref().map(|it| it.name)));
        }
        InlineExpression::TermReference { id, attribute, arguments } => {
            pieces.push(Piece::Term(id.name, attribute.as_ref().map(|it| it.name)));
            add_arguments(arguments.as_ref(), pieces);
        }
        InlineExpression::FunctionReference { id, arguments } => {
            pieces.push(Piece::Function(id.name));
            add_arguments(Some(arguments), pieces);
        }
        InlineExpression::Placeable { expression } => add_expression(expression, pieces),
    }
}

fn add_arguments<'t>(arguments: Option<&CallArguments<&'t str>>, pieces: &mut Vec<Piece<'t>>) {
    let Some(CallArguments { positional, named }) = arguments else {
        return;
    };
    let named = named.iter().map(|argument| &argument.value);
    positional.iter().chain(named).for_each(|argument| add_inline(argument, pieces));
}

impl<'t> Piece<'t> {
    /// What a person reads of the piece, and where it stands; `None` where that is not text.
    pub(super) fn reads(&self) -> Option<(Cow<'t, str>, &'t str)> {
        match self {
            Piece::Text(text) => Some(((*text).into(), text)),
            Piece::Literal(raw) => Some((unescape_unicode_to_string(raw), raw)),
            _ => None,
        }
    }
}

/// Whether a person would read nothing, in one of the variants at least.
pub(super) fn is_blank(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().all(|element| match element {
        PatternElement::TextElement { value } => value.trim().is_empty(),
        PatternElement::Placeable { expression } => is_blank_expression(expression),
    })
}

fn is_blank_expression(expression: &Expression<&str>) -> bool {
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            unescape_unicode_to_string(value).trim().is_empty()
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            is_blank_expression(expression)
        }
        Expression::Inline(_) => false,
        Expression::Select { variants, .. } => variants.iter().any(|it| is_blank(&it.value)),
    }
}

/// The columns that the widest variant takes on a screen: two for a Han character.
///
/// A variable counts as the longest code, five digits; `term` gives the widths of terms.
pub(super) fn width(pattern: &Pattern<&str>, term: &dyn Fn(&str) -> usize) -> usize {
    let of_element = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => value.width(),
        PatternElement::Placeable { expression } => width_of_expression(expression, term),
    };
    pattern.elements.iter().map(of_element).sum()
}

fn width_of_expression(expression: &Expression<&str>, term: &dyn Fn(&str) -> usize) -> usize {
    const LONGEST_CODE: usize = 5;
    match expression {
        Expression::Select { variants, .. } => {
            variants.iter().map(|it| width(&it.value, term)).max().unwrap_or(0)
        }
        Expression::Inline(inline) => match inline {
            InlineExpression::StringLiteral { value } => unescape_unicode_to_string(value).width(),
            InlineExpression::NumberLiteral { value } => value.width(),
            InlineExpression::TermReference { id, .. } => term(id.name),
            InlineExpression::Placeable { expression } => width_of_expression(expression, term),
            _ => LONGEST_CODE,
        },
    }
}
