//! Resolving the messages of a locale, as `build()` resolves added ones.

use std::borrow::Cow;
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::Pattern;

use crate::ErrorType;
use crate::finding::{Finding, Rule};
use crate::lint::File;
use crate::overlay::compile::Compiler;
use crate::overlay::fault::GIVEN;
use crate::overlay::file::FileText;
use crate::overlay::messages::{Messages, suggestion_of};
use crate::overlay::parse::{offset_in, parse};
use crate::overlay::program::{Given, Missing, Piece, Program, Selector, run};
use crate::texts::{Text, UNKNOWN_ID, Unknown};

/// A file of messages, parsed.
pub(super) struct Source<'f> {
    text: FileText<'f>,
    resource: Arc<FluentResource>,
}

impl<'f> Source<'f> {
    pub(super) fn of(file: &'f File) -> Result<Source<'f>, Vec<Finding>> {
        let text = file.text().map_err(|refusal| vec![file.refused(&refusal)])?;
        // The linter has reported what cannot be parsed.
        let (resource, _) = parse(text.text.to_string());
        Ok(Source { text, resource })
    }
}

/// The resolved messages of a locale.
pub(super) struct Resolved {
    /// One for each error type.
    pub(super) texts: Vec<Option<Text>>,
    pub(super) unknown: Option<Unknown>,
}

impl Resolved {
    pub(super) fn of(tag: &str, sources: &[Source<'_>]) -> Result<Resolved, Vec<Finding>> {
        let resources: Vec<&FluentResource> =
            sources.iter().map(|source| &*source.resource).collect();
        let messages = Messages::new(tag, &resources, false);
        let mut resolver = Resolver { messages: &messages, compiler: Compiler::new(&messages) };
        let mut texts = Vec::with_capacity(ErrorType::ALL.len());
        for error in ErrorType::ALL {
            let id = error.message_id();
            let text = resolver.text(*error);
            texts.push(text.map_err(|message| refused(&messages, sources, id, &message))?);
        }
        let unknown = resolver.unknown();
        let unknown =
            unknown.map_err(|message| refused(&messages, sources, UNKNOWN_ID, &message))?;
        Ok(Resolved { texts, unknown })
    }
}

/// Returns the finding about a message, in the file that has it.
fn refused(
    messages: &Messages<'_>,
    sources: &[Source<'_>],
    id: &str,
    message: &str,
) -> Vec<Finding> {
    if let Some(found) = messages.message(id)
        && let Some(holder) = messages.holder_of(found.id.name)
        && let Some(Source { text, resource }) = sources.get(holder)
    {
        let start = offset_in(resource.source(), found.id.name);
        let place = start..start + found.id.name.len();
        return vec![text.finding(Rule::UnknownVariable, place, Some(id.to_owned()), message)];
    }
    Vec::new()
}

/// Compiles messages, and says why one cannot be embedded.
struct Resolver<'m> {
    messages: &'m Messages<'m>,
    compiler: Compiler<'m, 'm>,
}

impl<'m> Resolver<'m> {
    /// Returns the program of a message, if the locale has the message.
    fn program(&mut self, id: &str) -> Result<Option<Program>, String> {
        let Some(message) = self.messages.message(id) else {
            return Ok(None);
        };
        let value = message.value.as_ref().ok_or_else(|| format!("`{id}` has no text"))?;
        let value = self.pieces(id, value)?;
        let suggestion = match suggestion_of(message) {
            Some(pattern) => Some(self.pieces(id, pattern)?),
            None => None,
        };
        Ok(Some(Program { value, suggestion }))
    }

    fn pieces(&mut self, id: &str, pattern: &'m Pattern<&'m str>) -> Result<Vec<Piece>, String> {
        let pieces = self.compiler.compile(pattern).pieces;
        match unknown_variable(&pieces) {
            Some(name) => Err(format!(
                "`{id}` cannot be embedded: only `$code` and `$name` are known at build time, but \
                 it has `${name}`"
            )),
            None => Ok(pieces),
        }
    }

    /// Returns the text and the suggestion of an error type.
    fn text(&mut self, error: ErrorType) -> Result<Option<Text>, String> {
        let Some(program) = self.program(error.message_id())? else {
            return Ok(None);
        };
        let value = self.line(error, &program.value)?;
        let suggestion = match &program.suggestion {
            Some(pieces) => Some(self.line(error, pieces)?),
            None => None,
        };
        Ok(Some(Text { value, suggestion }))
    }

    fn line(&self, error: ErrorType, pieces: &[Piece]) -> Result<Cow<'static, str>, String> {
        let id = error.message_id();
        let given = Given::new(error.code(), error.name(), None);
        match run(pieces, &self.messages.language, &given) {
            Ok(line) => Ok(Cow::Owned(line)),
            Err(Missing::Empty) => Err(format!("`{id}` has no visible text")),
            Err(Missing::TooLong) => Err(format!("the text of `{id}` would be longer than 64 KiB")),
            Err(Missing::Fault | Missing::Argument) => {
                Err(format!("`{id}` cannot be embedded: a part of it cannot be resolved"))
            }
        }
    }

    /// Returns the message for unknown codes.
    fn unknown(&mut self) -> Result<Option<Unknown>, String> {
        let Some(program) = self.program(UNKNOWN_ID)? else {
            return Ok(None);
        };
        let mut pieces = program.value.iter().chain(program.suggestion.iter().flatten());
        if pieces.any(|piece| matches!(piece, Piece::Select(_))) {
            return Err(format!(
                "`{UNKNOWN_ID}` cannot select: its code is known only when it is shown; write one \
                 text, with `{{ $code }}` where the number belongs"
            ));
        }
        match program.as_unknown() {
            Some(unknown) => Ok(Some(unknown)),
            None => Err(format!("`{UNKNOWN_ID}` has no visible text")),
        }
    }
}

/// Returns a variable that is not known at build time.
fn unknown_variable(pieces: &[Piece]) -> Option<&str> {
    for piece in pieces {
        let mut found = None;
        match piece {
            Piece::Variable(name) => found = unknown_name(name),
            Piece::Select(select) => {
                found = match &select.selector {
                    Selector::Variable(name) => unknown_name(name),
                    Selector::Text(pieces) => unknown_variable(pieces),
                };
                for (_, pieces) in &select.variants {
                    if found.is_none() {
                        found = unknown_variable(pieces);
                    }
                }
            }
            _ => {}
        }
        if found.is_some() {
            return found;
        }
    }
    None
}

fn unknown_name(name: &str) -> Option<&str> {
    if GIVEN.contains(&name) { None } else { Some(name) }
}
