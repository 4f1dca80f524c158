//! The faults of added messages, and what is reported about each.

use super::language::MAX_DIGITS;
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
    TooDeep,
    TooManyPlaceables,
    /// The messages of the locale quote too much.
    TooMuch,
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
    LongNumber,
    Empty,
    TooLong,
}

impl<'a> Fault<'a> {
    /// Creates a fault of the message as a whole.
    pub(crate) fn of_message(problem: Problem<'a>) -> Fault<'a> {
        Fault { problem, slice: "", references: Vec::new(), is_fatal: true }
    }

    /// Returns what is wrong and how to fix it.
    pub(crate) fn explain(&self, id: &str) -> (Rule, String) {
        let name = self.slice;
        match self.problem {
            Problem::UnknownMessage if GIVEN.contains(&name) => (
                Rule::UnknownReference,
                format!("unknown message `{name}`; did you mean `${name}`?"),
            ),
            Problem::UnknownMessage => (
                Rule::UnknownReference,
                format!("unknown message `{name}`; define it, or remove the reference"),
            ),
            Problem::UnknownTerm => (
                Rule::UnknownReference,
                format!("unknown term `-{name}`; define it, or remove the reference"),
            ),
            Problem::UnknownAttribute { of, is_term } => {
                let prefix = if is_term { "-" } else { "" };
                (Rule::UnknownReference, format!("`{prefix}{of}` has no attribute `.{name}`"))
            }
            Problem::NoValue => (Rule::UnknownReference, format!("`{name}` has no text")),
            Problem::Function => (
                Rule::UnknownFunction,
                format!(
                    "unknown function `{name}`; no functions are available, so write the text or \
                     `{{ $code }}` alone"
                ),
            ),
            Problem::Cycle { is_term } => {
                let prefix = if is_term { "-" } else { "" };
                (
                    Rule::UnknownReference,
                    format!("`{prefix}{name}` refers to itself; remove this reference"),
                )
            }
            Problem::TooDeep => {
                (Rule::TooDeep, format!("`{id}` has references nested deeper than 100"))
            }
            Problem::TooManyPlaceables => (
                Rule::TooDeep,
                format!("`{id}` has too many placeables; at most 1,000, with variants, are used"),
            ),
            Problem::TooMuch => (
                Rule::TooLarge,
                format!(
                    "`{id}` is not used: the messages of this locale quote too much, over 8 times \
                     their own length"
                ),
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
                format!("unknown argument `{name}`; `-{term}` does not use it; remove it"),
            ),
            Problem::Positional { term } => (
                Rule::UnknownVariable,
                format!("positional arguments of `-{term}` are ignored; name them or remove them"),
            ),
            Problem::LongNumber => (
                Rule::TooLarge,
                format!("`{name}` has more than {MAX_DIGITS} digits; write a shorter number"),
            ),
            Problem::Empty => {
                (Rule::EmptyText, "this text has no visible characters; write the text".to_owned())
            }
            Problem::TooLong => {
                (Rule::TooLarge, format!("the text of `{id}` would be longer than 64 KiB"))
            }
        }
    }
}
