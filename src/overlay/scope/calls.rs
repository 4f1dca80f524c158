//! References to terms, and the arguments that they pass.

use fluent_syntax::ast::{Attribute, CallArguments, InlineExpression, Pattern};

use super::{Fault, Problem, Scope, Use, Walk};

/// A reference to a term, with its named arguments.
pub(super) struct Call<'a> {
    term: &'a str,
    pub(super) arguments: Vec<Argument<'a>>,
    /// Faults for variables that are shown but not passed.
    missing: Vec<Fault<'a>>,
}

pub(super) struct Argument<'a> {
    pub(super) name: &'a str,
    pub(super) value: &'a InlineExpression<&'a str>,
    is_read: bool,
}

impl<'a> Walk<'a> {
    pub(super) fn term(
        &mut self,
        name: &'a str,
        attribute: Option<&'a str>,
        arguments: Option<&'a CallArguments<&'a str>>,
        how: Use,
    ) {
        self.arguments(arguments, how);
        let call = self.calls.len();
        let mut named = Vec::new();
        for argument in arguments.map(|arguments| &*arguments.named).unwrap_or_default() {
            let (name, value) = (argument.name.name, &argument.value);
            if let InlineExpression::NumberLiteral { value } = value {
                self.number(value);
            }
            named.push(Argument { name, value, is_read: false });
        }
        self.calls.push(Call { term: name, arguments: named, missing: Vec::new() });
        self.scope = Scope::Call(call);
        let term = self.messages.term(name);
        let pattern = match (term, attribute) {
            (None, _) => None,
            (Some(term), None) => Some(&term.value),
            (Some(term), Some(attribute)) => attribute_of(&term.attributes, attribute),
        };
        match (pattern, attribute) {
            (Some(_), _) if self.messages.has_message(name) => {
                self.fault(Problem::SameName { is_term: true }, name, how.is_live);
            }
            (Some(pattern), _) => {
                self.quote(name, true, pattern, how);
                self.report_call(call, arguments, how);
            }
            (None, Some(attribute)) if term.is_some() => {
                let problem = Problem::UnknownAttribute { of: name, is_term: true };
                self.fault(problem, attribute, how.is_live);
            }
            (None, _) => self.fault(Problem::UnknownTerm, name, how.is_live),
        }
        self.scope = Scope::Caller;
    }

    /// Walks the positional arguments: Fluent resolves them, although no term sees them.
    pub(super) fn arguments(&mut self, arguments: Option<&'a CallArguments<&'a str>>, how: Use) {
        for argument in arguments.map(|arguments| &*arguments.positional).unwrap_or_default() {
            self.resolve(argument, how);
        }
    }

    /// Reports where a reference and its term disagree, one fault per mistake.
    fn report_call(
        &mut self,
        call: usize,
        arguments: Option<&'a CallArguments<&'a str>>,
        how: Use,
    ) {
        let Some(Call { term, arguments: named, missing }) = self.calls.get_mut(call) else {
            return;
        };
        let term = *term;
        let mut missing = std::mem::take(missing);
        let mut unread = Vec::new();
        for argument in named.iter().filter(|argument| !argument.is_read) {
            unread.push(argument.name);
        }
        for argument in unread {
            let meant = (!missing.is_empty()).then(|| missing.remove(0));
            let problem =
                Problem::UnknownArgument { term, missing: meant.as_ref().map(|fault| fault.slice) };
            self.fault(problem, argument, meant.is_some_and(|fault| fault.is_fatal));
        }
        self.faults.extend(missing);
        let first = arguments.and_then(|arguments| arguments.positional.first());
        if first.is_some() && how.is_live {
            self.fault(Problem::Positional { term }, term, false);
        }
    }

    /// Walks a variable that is placed in a text.
    pub(super) fn variable(&mut self, name: &'a str, how: Use) {
        let references = self.references.clone();
        if let Some(Call { term, missing, .. }) = self.read(name)
            && how.is_live
        {
            let problem = Problem::NotPassed { term };
            missing.push(Fault { problem, slice: name, references, is_fatal: how.is_shown });
        }
    }

    /// Marks an argument of the current call as read, or returns the call if it has no such
    /// argument.
    pub(super) fn read(&mut self, name: &str) -> Option<&mut Call<'a>> {
        let (Scope::Call(call) | Scope::Either(call)) = self.scope else {
            return None;
        };
        let call = self.calls.get_mut(call)?;
        match call.arguments.iter_mut().find(|argument| argument.name == name) {
            Some(argument) => {
                argument.is_read = true;
                None
            }
            None => Some(call),
        }
    }
}

fn attribute_of<'a>(
    attributes: &'a [Attribute<&'a str>],
    name: &str,
) -> Option<&'a Pattern<&'a str>> {
    let attribute = attributes.iter().find(|attribute| attribute.id.name == name)?;
    Some(&attribute.value)
}
