//! The parts of a pattern, in source order. All rules share this walk.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use fluent_syntax::ast::{
    self, Attribute, CallArguments, Expression, InlineExpression, Pattern, PatternElement, Variant,
    VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;
use unicode_width::UnicodeWidthStr;

/// A message or a term, as parsed.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Definition<'r> {
    pub(crate) is_term: bool,
    pub(crate) name: &'r str,
    pub(crate) value: Option<&'r Pattern<&'r str>>,
    pub(crate) attributes: &'r [Attribute<&'r str>],
}

impl<'r> Definition<'r> {
    /// Returns the message or term of an entry; `None` if it is a comment.
    pub(crate) fn of(entry: &'r ast::Entry<&'r str>) -> Option<Definition<'r>> {
        let (is_term, name, value, attributes) = match entry {
            ast::Entry::Message(it) => (false, it.id.name, it.value.as_ref(), &it.attributes),
            ast::Entry::Term(it) => (true, it.id.name, Some(&it.value), &it.attributes),
            _ => return None,
        };
        Some(Definition { is_term, name, value, attributes })
    }
}

/// A part of a pattern. Each is a slice of the text, and so has a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Part<'s> {
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
pub(crate) type Selection<'s> = (&'s InlineExpression<&'s str>, &'s [Variant<&'s str>]);

/// All parts of a pattern, including those inside selections and calls.
#[derive(Default)]
pub(crate) struct Parts<'s> {
    pub(crate) all: Vec<Part<'s>>,
    pub(crate) selections: Vec<Selection<'s>>,
}

impl<'s> Parts<'s> {
    pub(crate) fn of(pattern: &'s Pattern<&'s str>) -> Parts<'s> {
        let mut parts = Parts::default();
        parts.pattern(pattern);
        parts
    }

    fn pattern(&mut self, pattern: &'s Pattern<&'s str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.all.push(Part::Text(value)),
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
                let mut keys: HashSet<&str> = HashSet::new();
                for variant in variants {
                    let key = key_of(variant);
                    self.all.push(Part::Key(key, keys.insert(key)));
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &'s InlineExpression<&'s str>, selects: bool) {
        let part = match inline {
            InlineExpression::StringLiteral { value } if selects => Part::Name(value),
            InlineExpression::StringLiteral { value } => Part::Literal(value),
            InlineExpression::NumberLiteral { value } => Part::Number(value),
            InlineExpression::VariableReference { id } => Part::Variable(id.name),
            InlineExpression::MessageReference { id, .. }
            | InlineExpression::TermReference { id, .. }
            | InlineExpression::FunctionReference { id, .. } => Part::Name(id.name),
            InlineExpression::Placeable { expression } => return self.expression(expression),
        };
        self.all.push(part);
        match inline {
            InlineExpression::TermReference { arguments: Some(arguments), .. }
            | InlineExpression::FunctionReference { arguments, .. } => self.arguments(arguments),
            _ => {}
        }
    }

    /// Adds arguments. Like selectors, they are not shown.
    fn arguments(&mut self, arguments: &'s CallArguments<&'s str>) {
        for argument in &arguments.positional {
            self.inline(argument, true);
        }
        for argument in &arguments.named {
            self.inline(&argument.value, true);
        }
    }
}

pub(crate) fn key_of<'s>(variant: &'s Variant<&'s str>) -> &'s str {
    match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

/// The last part of a pattern.
pub(crate) fn last_slice<'s>(pattern: &'s Pattern<&'s str>) -> Option<&'s str> {
    match *Parts::of(pattern).all.last()? {
        Part::Text(slice)
        | Part::Literal(slice)
        | Part::Number(slice)
        | Part::Variable(slice)
        | Part::Name(slice)
        | Part::Key(slice, _) => Some(slice),
    }
}

impl<'s> Part<'s> {
    /// Returns the text that users see, and its place; `None` if the part is not text.
    pub(crate) fn shown(self) -> Option<(Cow<'s, str>, &'s str)> {
        match self {
            Part::Text(text) => Some((text.into(), text)),
            Part::Literal(raw) => Some((unescape_unicode_to_string(raw), raw)),
            _ => None,
        }
    }
}

/// Whether the pattern, or one of its variants, has no visible character.
pub(crate) fn is_blank(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().all(is_blank_element)
}

fn is_blank_element(element: &PatternElement<&str>) -> bool {
    match element {
        PatternElement::TextElement { value } => is_blank_text(value),
        PatternElement::Placeable { expression } => is_blank_expression(expression),
    }
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
pub(crate) fn width(pattern: &Pattern<&str>, terms: &HashMap<&str, usize>) -> usize {
    let mut width = 0;
    for element in &pattern.elements {
        width += match element {
            PatternElement::TextElement { value } => value.width(),
            PatternElement::Placeable { expression } => width_of_expression(expression, terms),
        };
    }
    width
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
