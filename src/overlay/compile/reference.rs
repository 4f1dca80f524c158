//! References to variables, messages and terms, and the arguments that they pass.

use fluent_bundle::FluentValue;
use fluent_syntax::ast::{Attribute, CallArguments, Pattern};

use super::{Compiler, STEP_COST};
use crate::overlay::fault::Problem;
use crate::overlay::messages::attribute_of;
use crate::overlay::program::Piece;

/// A reference to a term, with its named arguments.
pub(super) struct Call<'r> {
    term: &'r str,
    arguments: Vec<Argument<'r>>,
}

struct Argument<'r> {
    name: &'r str,
    value: FluentValue<'r>,
    is_read: bool,
}

impl<'r> Compiler<'_, 'r> {
    pub(super) fn variable(&mut self, name: &'r str, out: &mut Vec<Piece>) {
        let Some(call) = self.way.call else {
            return out.push(Piece::Variable(name.into()));
        };
        if let Some(value) = self.argument(call, name) {
            return self.literal(&self.messages.language.text(&value), out);
        }
        let term = self.calls.get(call).map_or("", |call| call.term);
        if self.is_shown {
            return self.fault(Problem::NotPassed { term }, name, out);
        }
        // As in Fluent, what selects contains a raw variable, which is no key.
        self.note(Problem::NotPassed { term }, name, false);
        self.literal(&format!("{{${name}}}"), out);
    }

    /// Returns an argument of a call, and marks it as read.
    pub(super) fn argument(&mut self, call: usize, name: &str) -> Option<FluentValue<'r>> {
        let count = self.calls.get(call)?.arguments.len();
        self.spend(count);
        let arguments = &mut self.calls.get_mut(call)?.arguments;
        let argument = arguments.iter_mut().find(|argument| argument.name == name)?;
        argument.is_read = true;
        Some(argument.value.clone())
    }

    pub(super) fn message(
        &mut self,
        name: &'r str,
        attribute: Option<&'r str>,
        out: &mut Vec<Piece>,
    ) {
        let Some(message) = self.messages.message(name) else {
            return self.fault(Problem::UnknownMessage, name, out);
        };
        let pattern = match attribute {
            Some(attribute) => {
                let Some(pattern) = self.attribute(&message.attributes, attribute) else {
                    let problem = Problem::UnknownAttribute { of: name, is_term: false };
                    return self.fault(problem, attribute, out);
                };
                pattern
            }
            None => {
                let Some(pattern) = &message.value else {
                    return self.fault(Problem::NoValue, name, out);
                };
                pattern
            }
        };
        self.quote(name, false, pattern, out);
    }

    pub(super) fn term(
        &mut self,
        name: &'r str,
        attribute: Option<&'r str>,
        arguments: Option<&'r CallArguments<&'r str>>,
        out: &mut Vec<Piece>,
    ) {
        if let Some(arguments) = arguments {
            self.positional(arguments);
        }
        let call = self.call(name, arguments, out);
        self.way.call = Some(call);
        let term = self.messages.term(name);
        match (term, attribute) {
            (None, _) => self.fault(Problem::UnknownTerm, name, out),
            (Some(term), None) => self.quote_term(call, &term.value, out),
            (Some(term), Some(attribute)) => match self.attribute(&term.attributes, attribute) {
                Some(pattern) => self.quote_term(call, pattern, out),
                None => {
                    let problem = Problem::UnknownAttribute { of: name, is_term: true };
                    self.fault(problem, attribute, out);
                }
            },
        }
        self.way.call = None;
    }

    /// Finds an attribute, which costs as much as there are attributes before it.
    fn attribute(
        &mut self,
        attributes: &'r [Attribute<&'r str>],
        name: &str,
    ) -> Option<&'r Pattern<&'r str>> {
        let found = attribute_of(attributes, name);
        self.spend(found.map_or(attributes.len(), |(position, _)| position));
        found.map(|(_, pattern)| pattern)
    }

    fn call(
        &mut self,
        term: &'r str,
        arguments: Option<&'r CallArguments<&'r str>>,
        out: &mut Vec<Piece>,
    ) -> usize {
        let mut named = Vec::new();
        for argument in arguments.map_or(&[][..], |arguments| &arguments.named) {
            self.spend(STEP_COST);
            let value = self.constant(&argument.value, out).unwrap_or(FluentValue::Error);
            named.push(Argument { name: argument.name.name, value, is_read: false });
        }
        self.calls.push(Call { term, arguments: named });
        if arguments.is_some_and(|arguments| !arguments.positional.is_empty()) {
            self.note(Problem::Positional { term }, term, false);
        }
        self.calls.len() - 1
    }

    fn quote_term(&mut self, call: usize, pattern: &'r Pattern<&'r str>, out: &mut Vec<Piece>) {
        let before = self.faults.len();
        let term = self.calls.get(call).map_or("", |call| call.term);
        self.quote(term, true, pattern, out);
        self.report_unread(call, before);
    }

    /// Compiles the positional arguments for their functions alone, since no term sees them.
    pub(super) fn positional(&mut self, arguments: &'r CallArguments<&'r str>) {
        for argument in &arguments.positional {
            self.spend(STEP_COST);
            self.unused(|this, out| this.inline(argument, out));
        }
    }

    /// Reports arguments that the term does not use. It may need another one instead.
    fn report_unread(&mut self, call: usize, before: usize) {
        let Some(Call { term, arguments }) = self.calls.get(call) else { return };
        let term = *term;
        let unread: Vec<&str> =
            arguments.iter().filter(|argument| !argument.is_read).map(|found| found.name).collect();
        for name in unread {
            let references = self.references.clone();
            let mut faults = self.faults.iter_mut().skip(before);
            match faults.find(|fault| fault.problem == Problem::NotPassed { term }) {
                Some(fault) => {
                    let missing = Some(fault.slice);
                    fault.problem = Problem::UnknownArgument { term, missing };
                    fault.slice = name;
                    fault.references = references;
                }
                None => self.note(Problem::UnknownArgument { term, missing: None }, name, false),
            }
        }
    }
}
