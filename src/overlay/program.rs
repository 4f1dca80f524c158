//! Compiled messages: what remains of a message when everything that it refers to is known.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentValue};

use super::language::{Key, Language};
use crate::texts::{CODE_MARK, NAME_MARK, Text, Unknown, into_line, pieces};

/// The maximum length of a text in bytes. A longer one is not shown.
pub(crate) const MAX_TEXT_LEN: usize = 1 << 16;

/// A piece of a compiled pattern.
pub(crate) enum Piece {
    Literal(String),
    /// A variable of the caller, `$code` or `$name`.
    Variable(Box<str>),
    Select(Box<Select>),
    /// Something that cannot be shown.
    Fault,
}

/// A selection that depends on the caller.
pub(crate) struct Select {
    pub(crate) selector: Selector,
    pub(crate) variants: Vec<(Key, Vec<Piece>)>,
    pub(crate) default: usize,
}

pub(crate) enum Selector {
    Variable(Box<str>),
    /// The attribute of a term.
    Text(Vec<Piece>),
}

/// Why a pattern has no text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Missing {
    /// A variable of the caller is missing.
    Argument,
    /// A part cannot be shown.
    Fault,
    TooLong,
    /// The text has no visible character.
    Empty,
}

/// The variables of a message: the caller's arguments, `$code` and `$name`.
pub(crate) struct Given<'a> {
    pub(crate) code: FluentValue<'a>,
    pub(crate) name: FluentValue<'a>,
    pub(crate) args: Option<&'a FluentArgs<'a>>,
}

impl<'a> Given<'a> {
    pub(crate) fn new(code: i32, name: &'a str, args: Option<&'a FluentArgs<'a>>) -> Given<'a> {
        Given { code: code.into(), name: name.into(), args }
    }

    /// Returns a variable. The caller's wins: an application calls a person `$name`.
    fn get(&self, name: &str) -> Result<&FluentValue<'a>, Missing> {
        for (key, value) in self.args.iter().flat_map(|args| args.iter()) {
            if key == name {
                return Ok(value);
            }
        }
        match name {
            "code" => Ok(&self.code),
            "name" => Ok(&self.name),
            _ => Err(Missing::Argument),
        }
    }
}

impl Text {
    /// Combines value and suggestion. A suggestion that has nothing to show counts as none.
    pub(super) fn of(
        value: Result<String, Missing>,
        suggestion: Option<Result<String, Missing>>,
    ) -> Result<Text, Missing> {
        let suggestion = match suggestion {
            None | Some(Err(Missing::Empty)) => None,
            Some(suggestion) => Some(Cow::Owned(suggestion?)),
        };
        Ok(Text { value: Cow::Owned(value?), suggestion })
    }
}

/// A compiled message.
pub(crate) struct Program {
    pub(crate) value: Vec<Piece>,
    pub(crate) suggestion: Option<Vec<Piece>>,
}

impl Program {
    /// Returns the text and the suggestion.
    pub(crate) fn run(&self, language: &Language, given: &Given<'_>) -> Result<Text, Missing> {
        let run = |pieces: &Vec<Piece>| run(pieces, language, given);
        Text::of(run(&self.value), self.suggestion.as_ref().map(run))
    }

    /// Creates the program of a text that is the same for all callers.
    pub(crate) fn of_text(text: &Text) -> Program {
        let literal = |text: &str| Vec::from([Piece::Literal(text.to_owned())]);
        Program { value: literal(&text.value), suggestion: text.suggestion.as_deref().map(literal) }
    }

    /// Whether nothing that the caller passes gives it a text.
    pub(crate) fn is_broken(&self) -> bool {
        let mut pieces = self.value.iter().chain(self.suggestion.iter().flatten());
        pieces.any(|piece| matches!(piece, Piece::Fault))
    }

    /// Whether the text is the same for all callers.
    pub(crate) fn is_constant(&self) -> bool {
        let mut pieces = self.value.iter().chain(self.suggestion.iter().flatten());
        pieces.all(|piece| matches!(piece, Piece::Literal(_)))
    }

    /// Returns the same message of only literals, `$code` and `$name`, which is written faster, or
    /// `None` if it has anything else.
    pub(crate) fn as_unknown(&self) -> Option<Unknown> {
        let value = line_of(&self.value)??;
        let suggestion = match &self.suggestion {
            None => None,
            Some(suggestion) => line_of(suggestion)?,
        };
        Some(Unknown {
            value: Cow::Owned(pieces(&value)),
            suggestion: suggestion.map(|line| Cow::Owned(pieces(&line))),
        })
    }
}

/// Returns the line of a pattern with marks in place of `$code` and `$name`, unless it has other
/// variables or such marks of its own. The line is `None` if nothing in it is visible.
fn line_of(pieces: &[Piece]) -> Option<Option<String>> {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Literal(literal) if literal.contains([CODE_MARK, NAME_MARK]) => return None,
            Piece::Literal(literal) => text.push_str(literal),
            Piece::Variable(name) if **name == *"code" => text.push(CODE_MARK),
            Piece::Variable(name) if **name == *"name" => text.push(NAME_MARK),
            _ => return None,
        }
    }
    Some(into_line(text))
}

/// Returns the text of a pattern.
pub(crate) fn run(
    pieces: &[Piece],
    language: &Language,
    given: &Given<'_>,
) -> Result<String, Missing> {
    let mut text = String::with_capacity(64);
    push_all(&mut text, pieces, language, given)?;
    into_line(text).ok_or(Missing::Empty)
}

fn push_all(
    text: &mut String,
    pieces: &[Piece],
    language: &Language,
    given: &Given<'_>,
) -> Result<(), Missing> {
    for piece in pieces {
        match piece {
            Piece::Literal(literal) => text.push_str(literal),
            Piece::Variable(name) => {
                let value = given.get(name)?;
                // Writing to a string fails only if the value does.
                language.write(value, text).map_err(|_| Missing::Fault)?;
            }
            Piece::Select(select) => {
                let keys = select.variants.iter().map(|(key, _)| key);
                let chosen = match &select.selector {
                    Selector::Variable(name) => language.choose(keys, given.get(name)?),
                    Selector::Text(pieces) => {
                        let mut selector = String::new();
                        push_all(&mut selector, pieces, language, given)?;
                        language.choose(keys, &selector.into())
                    }
                };
                let variant = select.variants.get(chosen.unwrap_or(select.default));
                push_all(text, variant.map_or(&[], |(_, pieces)| pieces), language, given)?;
            }
            Piece::Fault => return Err(Missing::Fault),
        }
        if text.len() > MAX_TEXT_LEN {
            return Err(Missing::TooLong);
        }
    }
    Ok(())
}
