//! What users see of a pattern, and where each part of it was written.

use std::ops::Range;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::resource::Resource;

/// Shown in place of a placeable whose text is not known.
pub(crate) const PLACEABLE: char = '\u{fffc}';

/// The text of a pattern or of one of its variants, with [`PLACEABLE`] for what is filled in.
#[derive(Default)]
pub(crate) struct Shown<'s> {
    pub(crate) text: String,
    pieces: Vec<Piece<'s>>,
}

/// Where a part of the text was written.
struct Piece<'s> {
    /// The place in the text.
    shown: Range<usize>,
    written: &'s str,
}

impl<'s> Shown<'s> {
    /// Returns the text of a pattern, followed by those of its variants. Long texts are left out:
    /// how they are typed matters less than that no toast has room for them.
    pub(crate) fn all(pattern: &'s Pattern<&'s str>) -> Vec<Shown<'s>> {
        const LONGEST: usize = 1000;
        let mut texts = Vec::new();
        add(pattern, &mut texts);
        texts.retain(|shown| shown.text.len() <= LONGEST);
        texts
    }

    fn push(&mut self, text: &str, written: &'s str) {
        let start = self.text.len();
        self.text.push_str(text);
        self.pieces.push(Piece { shown: start..self.text.len(), written });
    }

    fn push_placeable(&mut self, expression: &'s Expression<&'s str>) {
        match expression {
            Expression::Inline(InlineExpression::StringLiteral { value }) => {
                self.push(&unescape_unicode_to_string(value), value);
            }
            Expression::Inline(InlineExpression::NumberLiteral { value }) => {
                self.push(value, value)
            }
            Expression::Inline(InlineExpression::Placeable { expression }) => {
                self.push_placeable(expression);
            }
            _ => self.text.push(PLACEABLE),
        }
    }

    /// Returns where a part of the text was written. In a string with escapes, that is the whole
    /// string.
    pub(crate) fn place(
        &self,
        resource: &Resource<'_>,
        part: Range<usize>,
    ) -> Option<Range<usize>> {
        let first = self.piece_at(part.start)?;
        let last = self.piece_at(part.end.saturating_sub(1).max(part.start))?;
        let of_first = resource.place(first.written);
        let of_last = resource.place(last.written);
        let start = match self.is_as_written(first) {
            true => of_first.start + (part.start - first.shown.start),
            false => of_first.start,
        };
        let end = match self.is_as_written(last) {
            true => of_last.start + (part.end - last.shown.start),
            false => of_last.end,
        };
        Some(start..end)
    }

    fn piece_at(&self, at: usize) -> Option<&Piece<'s>> {
        self.pieces.iter().find(|piece| piece.shown.contains(&at))
    }

    fn is_as_written(&self, piece: &Piece<'_>) -> bool {
        self.text.get(piece.shown.clone()) == Some(piece.written)
    }
}

fn add<'s>(pattern: &'s Pattern<&'s str>, texts: &mut Vec<Shown<'s>>) {
    let mut shown = Shown::default();
    let mut inner = Vec::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => shown.push(value, value),
            PatternElement::Placeable { expression } => {
                shown.push_placeable(expression);
                inner.push(expression);
            }
        }
    }
    texts.push(shown);
    for expression in inner {
        add_variants(expression, texts);
    }
}

fn add_variants<'s>(expression: &'s Expression<&'s str>, texts: &mut Vec<Shown<'s>>) {
    match expression {
        Expression::Select { variants, .. } => {
            for variant in variants {
                add(&variant.value, texts);
            }
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            add_variants(expression, texts);
        }
        Expression::Inline(_) => {}
    }
}
