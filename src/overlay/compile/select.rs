//! Selections: by a constant, whose variant is known, or by the caller.

use std::mem;

use fluent_bundle::FluentValue;
use fluent_syntax::ast::{InlineExpression, Variant, VariantKey};

use super::{Compiler, STEP_COST};
use crate::overlay::fault::Fault;
use crate::overlay::language::{Key, number};
use crate::overlay::program::{Piece, Select, Selector};

/// What a selection depends on.
enum Chooser<'r> {
    Caller(Selector),
    /// A constant, or a missing argument.
    Value(Option<FluentValue<'r>>),
    Fault,
}

impl<'r> Compiler<'_, 'r> {
    pub(super) fn select(
        &mut self,
        selector: &'r InlineExpression<&'r str>,
        variants: &'r [Variant<&'r str>],
        out: &mut Vec<Piece>,
    ) {
        self.steps(variants.len());
        if self.way.beyond.is_some() {
            return;
        }
        for variant in variants {
            if let VariantKey::NumberLiteral { value } = variant.key {
                self.number(value, out);
            }
        }
        let default = variants.iter().position(|variant| variant.default).unwrap_or_default();
        match self.chooser(selector, out) {
            Chooser::Caller(selector) => {
                let variants = self.variants(variants);
                out.push(Piece::Select(Box::new(Select { selector, variants, default })));
            }
            Chooser::Value(value) => {
                let language = &self.messages.language;
                let chosen = value.and_then(|value| language.choose_among(variants, &value));
                let chosen = chosen.unwrap_or(default);
                for (_, variant) in variants.iter().enumerate().filter(|(at, _)| *at != chosen) {
                    self.unused(|this, out| this.pattern(&variant.value, out));
                }
                if let Some(variant) = variants.get(chosen) {
                    self.pattern(&variant.value, out);
                }
            }
            Chooser::Fault => {
                self.variants(variants);
                out.push(Piece::Fault);
            }
        }
    }

    /// Compiles variants that the caller chooses from. A limit that one exceeds spoils that one only.
    fn variants(&mut self, variants: &'r [Variant<&'r str>]) -> Vec<(Key, Vec<Piece>)> {
        // A program keeps them all.
        self.spend(3 * variants.len() * STEP_COST);
        let before = self.way;
        let mut after = before;
        let mut compiled = Vec::with_capacity(variants.len());
        for variant in variants {
            self.way = before;
            let mut pieces = Vec::new();
            self.pattern(&variant.value, &mut pieces);
            match self.way.beyond {
                None => {
                    after.steps = after.steps.max(self.way.steps);
                    after.len = after.len.max(self.way.len);
                    // The caller chooses, so the caller's variables were visible before, and are after.
                }
                Some(problem) => {
                    self.faults.push(Fault::of_message(problem));
                    pieces = Vec::from([Piece::Fault]);
                }
            }
            compiled.push((key_of(variant), pieces));
        }
        self.way = after;
        compiled
    }

    fn chooser(
        &mut self,
        selector: &'r InlineExpression<&'r str>,
        out: &mut Vec<Piece>,
    ) -> Chooser<'r> {
        match selector {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {
                Chooser::Value(self.constant(selector, out))
            }
            InlineExpression::VariableReference { id } => match self.way.call {
                None => Chooser::Caller(Selector::Variable(id.name.into())),
                Some(call) => Chooser::Value(self.argument(call, id.name)),
            },
            _ => {
                let mut pieces = Vec::new();
                let is_shown = mem::replace(&mut self.is_shown, false);
                self.inline(selector, &mut pieces);
                self.is_shown = is_shown;
                if pieces.iter().any(|piece| matches!(piece, Piece::Fault)) {
                    return Chooser::Fault;
                }
                match &mut *pieces {
                    [] => Chooser::Value(None),
                    [Piece::Literal(text)] => Chooser::Value(Some(mem::take(text).into())),
                    _ => Chooser::Caller(Selector::Text(pieces)),
                }
            }
        }
    }
}

fn key_of(variant: &Variant<&str>) -> Key {
    match variant.key {
        VariantKey::Identifier { name } => Key::Name(name.into()),
        VariantKey::NumberLiteral { value } => match number(value) {
            Some(number) => Key::Number(Box::new(number)),
            None => Key::Name(value.into()),
        },
    }
}
