//! Resolving a locale with added messages as a whole.

use std::borrow::Cow;
use std::mem;
use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};
use fluent_syntax::ast::{Pattern, PatternElement};

use super::bundle::{Given, Messages, Resolved, suggestion_of};
use super::fault::{Fault, Problem};
use super::parse::parse;
use super::report::{ParsedFile, Report};
use super::scope::{self, faults};
use super::sources;
use crate::texts::{
    CODE_MARK, Dynamic, LocaleMessages, NAME_MARK, Text, UNKNOWN_ID, UNKNOWN_NAME, Unknown, pieces,
};
use crate::{ErrorCode, ErrorType};

/// Added messages that are resolved at lookup time.
#[derive(Debug)]
struct Added {
    messages: Messages,
    /// In the order of [`ErrorType::ALL`], followed by the message for unknown codes.
    rows: Vec<Late>,
}

/// What remains to be done for a message at lookup time.
#[derive(Clone, Copy, Debug)]
struct Late {
    is_needed: bool,
    /// Whether some of its variants cannot be used.
    is_faulty: bool,
}

/// Resolves all messages of a locale. An added message that can be used replaces the embedded one.
pub(super) fn resolve(
    tag: &str,
    files: &[ParsedFile<'_>],
    embedded: Option<&LocaleMessages>,
    isolating: bool,
    report: &mut Report,
) -> LocaleMessages {
    let mut resources = Vec::with_capacity(files.len() + 1);
    for file in files.iter().rev() {
        resources.push(Arc::clone(&file.resource));
    }
    for (locale, source) in sources() {
        if embedded.is_some() && locale == tag {
            resources.push(parse(source.to_owned()).0);
        }
    }
    let messages = Messages::new(tag, resources, isolating);
    if messages.has_repeated_ids {
        for file in files {
            report.duplicates(file);
        }
    }
    let mut check = Check { messages: &messages, files, report, is_faulty: false };
    let mut row = Vec::with_capacity(ErrorType::ALL.len());
    let mut rows = Vec::with_capacity(ErrorType::ALL.len() + 1);
    for (index, error) in ErrorType::ALL.iter().enumerate() {
        let embedded = embedded.and_then(|locale| locale.row.get(index)?.as_ref());
        let given = Given { code: error.code().into(), name: error.name(), args: None };
        let checked = check.message(error.message_id(), &given);
        rows.push(check.late(matches!(checked, Checked::TakesArguments)));
        row.push(match checked {
            // The embedded text need not be kept twice.
            Checked::Text(text) if embedded != Some(&text) => Some(text),
            _ => embedded.cloned(),
        });
    }
    let (unknown, is_needed) = check.unknown(embedded, isolating);
    rows.push(check.late(is_needed));
    let mut dynamic: Option<Arc<dyn Dynamic>> = None;
    if rows.iter().any(|late| late.is_needed) {
        dynamic = Some(Arc::new(Added { messages, rows }));
    }
    LocaleMessages { tag: Cow::Owned(tag.into()), row: Cow::Owned(row), unknown, dynamic }
}

/// How a message, or one of its patterns, can be used.
enum Checked<T> {
    Text(T),
    TakesArguments,
    Empty,
    Unusable,
}

/// Resolves messages without arguments of the caller, and reports why they cannot be used.
struct Check<'a, 'f> {
    messages: &'a Messages,
    files: &'a [ParsedFile<'f>],
    report: &'a mut Report,
    /// Whether a pattern had a fault since this was last reset.
    is_faulty: bool,
}

impl Check<'_, '_> {
    /// Returns what remains to be done for the message that was checked last.
    fn late(&mut self, is_needed: bool) -> Late {
        Late { is_needed, is_faulty: mem::take(&mut self.is_faulty) }
    }

    fn message(&mut self, id: &str, given: &Given<'_>) -> Checked<Text> {
        let Some(message) = self.messages.message(id) else {
            return Checked::Unusable;
        };
        let Some(value) = message.value() else {
            return Checked::Unusable;
        };
        let value = self.pattern(id, value, given);
        let suggestion = match suggestion_of(&message) {
            Some(pattern) => self.pattern(id, pattern, given),
            None => Checked::Empty,
        };
        match (value, suggestion) {
            (Checked::Unusable | Checked::Empty, _) | (_, Checked::Unusable) => Checked::Unusable,
            (Checked::TakesArguments, _) | (_, Checked::TakesArguments) => Checked::TakesArguments,
            (Checked::Text(value), suggestion) => {
                let suggestion = match suggestion {
                    Checked::Text(suggestion) => Some(Cow::Owned(suggestion)),
                    _ => None,
                };
                Checked::Text(Text { value: Cow::Owned(value), suggestion })
            }
        }
    }

    /// Returns the message for unknown codes, and whether it has to be resolved at lookup time.
    fn unknown(
        &mut self,
        embedded: Option<&LocaleMessages>,
        isolating: bool,
    ) -> (Option<Unknown>, bool) {
        let embedded = embedded.and_then(|locale| locale.unknown.clone());
        let (code, name) = (FluentValue::from(CODE_MARK.to_string()), NAME_MARK.to_string());
        match self.message(UNKNOWN_ID, &Given { code, name: &name, args: None }) {
            Checked::Unusable | Checked::Empty => (embedded, false),
            Checked::TakesArguments => (embedded, true),
            // Whether Fluent isolates a placeable depends on what is around it.
            Checked::Text(_) if isolating || self.selects(UNKNOWN_ID) => (embedded, true),
            Checked::Text(Text { value, suggestion }) => {
                let value = Cow::Owned(pieces(&value));
                let suggestion = suggestion.map(|text| Cow::Owned(pieces(&text)));
                let unknown = Unknown { value, suggestion };
                // The message may contain the placeholders itself.
                let given = Given { code: 0.into(), name: UNKNOWN_NAME, args: None };
                let text = self.messages.text(UNKNOWN_ID, &given, false);
                if text == Some(unknown.text(0, false)) {
                    (Some(unknown), false)
                } else {
                    (embedded, true)
                }
            }
        }
    }

    /// Whether a message selects by a variable.
    fn selects(&self, id: &str) -> bool {
        let Some(message) = self.messages.message(id) else {
            return false;
        };
        let suggestion = suggestion_of(&message);
        let mut patterns = message.value().into_iter().chain(suggestion);
        patterns.any(|pattern| scope::selects(self.messages, pattern))
    }

    fn pattern(&mut self, id: &str, pattern: &Pattern<&str>, given: &Given<'_>) -> Checked<String> {
        // Nearly all patterns are plain text.
        let is_plain = matches!(&*pattern.elements, [PatternElement::TextElement { .. }]);
        let faults = if is_plain { Vec::new() } else { faults(self.messages, pattern) };
        let is_faulty = faults.iter().any(|fault| fault.is_fatal);
        self.is_faulty |= is_faulty;
        // A fatal fault is the likely cause of minor ones, so only it is reported.
        for note in faults.iter().filter(|_| !is_faulty) {
            self.report.fault(self.messages, self.files, id, note);
        }
        let resolved = if faults.iter().any(Fault::must_not_be_resolved) {
            Resolved::Failed
        } else {
            self.messages.resolve(pattern, given, is_faulty)
        };
        match resolved {
            // The faulty variants are for other codes or arguments.
            Resolved::Text(text) if id == UNKNOWN_ID && is_faulty => {
                self.fatal(id, &faults);
                Checked::Text(text)
            }
            Resolved::Text(text) => Checked::Text(text),
            Resolved::NeedsArguments => {
                if is_faulty {
                    self.fatal(id, &faults);
                }
                Checked::TakesArguments
            }
            Resolved::Empty => {
                self.unusable(id, Problem::Empty);
                Checked::Empty
            }
            Resolved::TooLong => self.unusable(id, Problem::TooLong),
            Resolved::TooManyPlaceables => self.unusable(id, Problem::TooManyPlaceables),
            Resolved::Failed | Resolved::Raw => {
                self.fatal(id, &faults);
                Checked::Unusable
            }
        }
    }

    fn unusable(&mut self, id: &str, problem: Problem<'_>) -> Checked<String> {
        self.report.fault(self.messages, self.files, id, &Fault::of_message(problem));
        Checked::Unusable
    }

    /// Reports the faults that keep a message from being used.
    fn fatal(&mut self, id: &str, faults: &[Fault<'_>]) {
        let unresolved = Fault::of_message(Problem::Unresolved);
        if !faults.iter().any(|fault| fault.is_fatal) {
            self.report.fault(self.messages, self.files, id, &unresolved);
        }
        for fault in faults.iter().filter(|fault| fault.is_fatal) {
            self.report.fault(self.messages, self.files, id, fault);
        }
    }
}

impl Dynamic for Added {
    fn text(&self, code: ErrorCode, args: Option<&FluentArgs<'_>>) -> Option<Text> {
        let row = ErrorType::row(code.get()).unwrap_or(ErrorType::ALL.len());
        let late = self.rows.get(row).filter(|late| late.is_needed)?;
        let error = code.error_type();
        let given = Given {
            code: code.get().into(),
            name: error.map_or(UNKNOWN_NAME, ErrorType::name),
            args,
        };
        let id = error.map_or(UNKNOWN_ID, ErrorType::message_id);
        self.messages.text(id, &given, late.is_faulty)
    }
}
