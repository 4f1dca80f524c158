//! Why a message cannot be used, and how to say so.

use crate::finding::Rule;

/// The variables that every message gets.
pub(crate) const GIVEN: [&str; 2] = ["code", "name"];

/// Something wrong in a pattern, or in what it quotes.
#[derive(Clone, Debug)]
pub(crate) struct Fault<'a> {
    pub(crate) problem: Problem<'a>,
    /// The part of a file that is wrong.
    pub(crate) slice: &'a str,
    /// The references that lead there, outermost first.
    pub(crate) references: Vec<&'a str>,
    /// Whether the message cannot be used.
    pub(crate) is_fatal: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Problem<'a> {
    UnknownMessage,
    UnknownTerm,
    UnknownAttribute {
        of: &'a str,
        is_term: bool,
    },
    NoValue,
    Function,
    Cycle {
        is_term: bool,
    },
    /// A message and a term share this name, and Fluent only keeps the first.
    SameName {
        is_term: bool,
    },
    /// A number that selects, with more digits than Fluent can count.
    LongFraction,
    TooDeep,
    TooManyPlaceables,
    /// A variable that is shown in a term, but not passed to it.
    NotPassed {
        term: &'a str,
    },
    /// A named argument that the term does not use. The term may show another one instead.
    UnknownArgument {
        term: &'a str,
        missing: Option<&'a str>,
    },
    Positional {
        term: &'a str,
    },
    Empty,
    TooLong,
    /// Fluent reports an error that the walk did not find.
    Unresolved,
}

impl<'a> Fault<'a> {
    /// Creates a fault of the message as a whole.
    pub(crate) fn of_message(problem: Problem<'a>) -> Fault<'a> {
        Fault { problem, slice: "", references: Vec::new(), is_fatal: true }
    }

    /// Whether the pattern must not be resolved: it may cost too much, or it calls a function.
    ///
    /// Fluent reports no error for a function that selects.
    pub(crate) fn must_not_be_resolved(&self) -> bool {
        let is_beyond = matches!(
            self.problem,
            Problem::Cycle { .. }
                | Problem::Function
                | Problem::TooDeep
                | Problem::TooManyPlaceables
                | Problem::TooLong
                | Problem::LongFraction
        );
        self.is_fatal && is_beyond
    }

    /// Returns what is wrong and how to fix it.
    pub(crate) fn explain(&self, id: &str) -> (Rule, String) {
        let name = self.slice;
        match self.problem {
            Problem::UnknownMessage if GIVEN.contains(&name) => (
                Rule::UnknownReference,
                format!("unknown message `{name}`; did you mean `${name}`?"),
            ),
            Problem::UnknownMessage => {
                (Rule::UnknownReference, format!("unknown message `{name}`"))
            }
            Problem::UnknownTerm => (Rule::UnknownReference, format!("unknown term `-{name}`")),
            Problem::UnknownAttribute { of, is_term } => {
                let prefix = if is_term { "-" } else { "" };
                (Rule::UnknownReference, format!("`{prefix}{of}` has no attribute `.{name}`"))
            }
            Problem::NoValue => {
                (Rule::UnknownReference, format!("`{name}` has no text of its own"))
            }
            Problem::Function => (
                Rule::UnknownFunction,
                format!("unknown function `{name}`; no functions are available"),
            ),
            Problem::Cycle { is_term } => {
                let prefix = if is_term { "-" } else { "" };
                (Rule::UnknownReference, format!("cycle: `{prefix}{name}` refers to itself"))
            }
            Problem::SameName { is_term } => {
                let (prefix, other) = if is_term { ("-", "message") } else { ("", "term") };
                let message = format!(
                    "`{prefix}{name}` is ambiguous: a {other} has the same name; rename one of them"
                );
                (Rule::DuplicateMessage, message)
            }
            Problem::LongFraction => (
                Rule::TooLarge,
                "a numeric selector may have at most 19 digits after the decimal point".to_owned(),
            ),
            Problem::TooDeep => {
                (Rule::TooDeep, format!("`{id}` has references nested deeper than 100"))
            }
            Problem::TooManyPlaceables => (
                Rule::TooDeep,
                format!("`{id}` has too many placeables; Fluent resolves at most 100"),
            ),
            Problem::NotPassed { term } if GIVEN.contains(&name) => (
                Rule::UnknownVariable,
                format!(
                    "`-{term}` cannot use `${name}`: a term only has the arguments of its reference; \
                     move `{{ ${name} }}` into the message"
                ),
            ),
            Problem::NotPassed { term } => (
                Rule::UnknownVariable,
                format!(
                    "`${name}` is not passed to `-{term}`; pass it in the reference, as in \
                     `{{ -{term}({name}: \"...\") }}`"
                ),
            ),
            Problem::UnknownArgument { term, missing: Some(missing) } => (
                Rule::UnknownVariable,
                format!("unknown argument `{name}`; `-{term}` needs `{missing}`"),
            ),
            Problem::UnknownArgument { term, missing: None } => (
                Rule::UnknownVariable,
                format!("unknown argument `{name}`; `-{term}` does not use it"),
            ),
            Problem::Positional { term } => (
                Rule::UnknownVariable,
                format!(
                    "arguments of `-{term}` without a name are ignored; name them or remove them"
                ),
            ),
            Problem::Empty => (Rule::EmptyText, "this text has no visible character".to_owned()),
            Problem::TooLong => {
                (Rule::TooLarge, format!("the text of `{id}` would be longer than 64 KiB"))
            }
            Problem::Unresolved => (Rule::Syntax, format!("`{id}` cannot be resolved")),
        }
    }
}
