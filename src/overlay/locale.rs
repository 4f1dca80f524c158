//! Compiling a locale with added messages as a whole.

use std::borrow::Cow;
use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Message, Pattern, PatternElement};

use super::compile::{Compiled, Compiler};
use super::fault::{Fault, Problem};
use super::ids::{Subject, subject_of};
use super::language::Language;
use super::messages::{Messages, suggestion_of};
use super::parse::parse;
use super::program::{Given, MAX_TEXT_LEN, Missing, Piece, Program, run};
use super::report::{ParsedFile, Report};
use super::sources;
use crate::ErrorType;
use crate::texts::{Dynamic, LocaleMessages, Text, UNKNOWN_ID, UNKNOWN_NAME, Unknown, single_line};

/// Compiles all messages of a locale. An added message that can be used replaces the embedded one.
pub(super) fn resolve(
    tag: &str,
    files: &[ParsedFile<'_>],
    embedded: Option<&LocaleMessages>,
    isolating: bool,
    report: &mut Report,
) -> LocaleMessages {
    let below = if embedded.is_some() { embedded_below(tag, files) } else { Vec::new() };
    let files_first = files.iter().rev().map(|file| &file.resource);
    let resources: Vec<&FluentResource> = files_first.chain(&below).map(|found| &**found).collect();
    let messages = Messages::new(tag, &resources, isolating);
    if messages.has_repeated_names() {
        for file in files {
            report.duplicates(file);
        }
    }
    let compiler = Compiler::new(&messages);
    let mut check = Check { messages: &messages, compiler, files, report };
    let mut texts = Vec::with_capacity(ErrorType::ALL.len());
    let mut codes = Vec::new();
    for (index, error) in ErrorType::ALL.iter().enumerate() {
        let below = embedded.and_then(|locale| locale.texts.get(index)?.as_ref());
        let given = Given::new(error.code(), error.name(), None);
        let Checked { text, program } = check.message(error.message_id(), &given);
        // The embedded text need not be kept twice.
        let text = text.filter(|text| below != Some(text));
        texts.push(text.as_ref().or(below).cloned());
        if program.is_some() {
            codes.push((error.code(), Entry { text, program, below: below.cloned() }));
        }
    }
    // No variant is for this code.
    let given = Given { code: "0".into(), ..Given::new(0, UNKNOWN_NAME, None) };
    let unknown = check.message(UNKNOWN_ID, &given);
    for message in messages.with_prefix("error-") {
        let id = message.id.name;
        if let Some(Subject::OwnCode(code)) = subject_of(id) {
            let Checked { text, program } =
                check.message(id, &Given::new(code, UNKNOWN_NAME, None));
            if text.is_some() || program.is_some() {
                codes.push((code, Entry { text, program, below: None }));
            }
        }
    }
    codes.sort_unstable_by_key(|(code, _)| *code);
    let embedded_unknown = embedded.and_then(|locale| locale.unknown.clone());
    let (unknown, unknown_program) = unknown.into_unknown(embedded_unknown, isolating);
    let mut dynamic: Option<Arc<dyn Dynamic>> = None;
    if unknown_program.is_some() || !codes.is_empty() {
        let language = messages.language;
        dynamic = Some(Arc::new(Programs { language, isolating, codes, unknown: unknown_program }));
    }
    LocaleMessages { tag: Cow::Owned(tag.into()), texts: Cow::Owned(texts), unknown, dynamic }
}

/// Parses the embedded files of a locale, if the added ones can refer to them, or they to those.
fn embedded_below(tag: &str, files: &[ParsedFile<'_>]) -> Vec<Arc<FluentResource>> {
    let mut below: Vec<&str> = Vec::new();
    for (locale, source) in sources() {
        if locale == tag {
            below.push(source);
        }
    }
    let refers = |file: &ParsedFile<'_>| file.defines_term() || quotes(&file.text.text, true);
    if !files.iter().any(refers) && !below.iter().any(|source| quotes(source, false)) {
        return Vec::new();
    }
    below.into_iter().map(|source| parse(source.to_owned()).0).collect()
}

/// Whether a source may refer to a message, or, if `counts_terms`, to a term.
fn quotes(source: &str, counts_terms: bool) -> bool {
    source.split('{').skip(1).any(|inside| {
        let first = inside.trim_start_matches([' ', '\n']).bytes().next();
        first.is_some_and(|byte| byte.is_ascii_alphabetic() || counts_terms && byte == b'-')
    })
}

/// Compiles messages, and reports why they cannot be used.
struct Check<'a, 'f> {
    messages: &'a Messages<'a>,
    compiler: Compiler<'a, 'a>,
    files: &'a [ParsedFile<'f>],
    report: &'a mut Report,
}

/// A compiled message.
#[derive(Default)]
struct Checked {
    /// The text without arguments of the caller.
    text: Option<Text>,
    /// The message itself, if it depends on the caller.
    program: Option<Program>,
}

impl Checked {
    /// Returns the message for unknown codes in the form that is written fastest, and in the form that
    /// takes arguments.
    fn into_unknown(
        self,
        embedded: Option<Unknown>,
        isolating: bool,
    ) -> (Option<Unknown>, Option<UnknownProgram>) {
        let value = self.text.map(|text| Program::of_text(&text));
        let Some(program) = self.program.or(value) else { return (embedded, None) };
        // With isolation, marks are where Fluent puts them, and not around every variable.
        match program.as_unknown().filter(|_| !isolating) {
            Some(unknown) => (Some(unknown), Some(UnknownProgram { program, below: None })),
            None => (None, Some(UnknownProgram { program, below: embedded })),
        }
    }
}

impl<'a> Check<'a, '_> {
    fn message(&mut self, id: &str, given: &Given<'_>) -> Checked {
        let Some(message) = self.messages.message(id) else { return Checked::default() };
        let Some(value) = &message.value else { return Checked::default() };
        if let Some(text) = plain(message) {
            return Checked { text: Some(text), program: None };
        }
        let (value, text) = self.pattern(id, value, given);
        let (suggestion, hint) = match suggestion_of(message) {
            Some(pattern) => {
                let (pieces, hint) = self.pattern(id, pattern, given);
                (Some(pieces), Some(hint))
            }
            None => (None, None),
        };
        let text = Text::of(text, hint).ok();
        let program = Program { value, suggestion };
        let is_dynamic = !program.is_constant() && !program.is_broken();
        Checked { text, program: is_dynamic.then_some(program) }
    }

    /// Compiles a pattern, and reports why it has no text.
    fn pattern(
        &mut self,
        id: &str,
        pattern: &'a Pattern<&'a str>,
        given: &Given<'_>,
    ) -> (Vec<Piece>, Result<String, Missing>) {
        let Compiled { pieces, mut faults } = self.compiler.compile(pattern);
        let is_faulty = faults.iter().any(|fault| fault.is_fatal);
        let text = run(&pieces, &self.messages.language, given);
        match text {
            Err(Missing::Empty) => faults.push(Fault::of_message(Problem::Empty)),
            Err(Missing::TooLong) => faults.push(Fault::of_message(Problem::TooLong)),
            // The faulty variants are for other codes.
            Ok(_) if is_faulty && id != UNKNOWN_ID => faults.clear(),
            _ => {}
        }
        // A fatal fault is the likely cause of minor ones, so only it is reported.
        for fault in faults.iter().filter(|fault| fault.is_fatal || !is_faulty) {
            self.report.fault(self.messages, self.files, id, fault);
        }
        (pieces, text)
    }
}

/// Returns the text of a message without placeables, as nearly all are; compiling them took a fifth of
/// `build()`.
fn plain(message: &Message<&str>) -> Option<Text> {
    let line = |pattern: &Pattern<&str>| match &*pattern.elements {
        [PatternElement::TextElement { value }] if value.len() <= MAX_TEXT_LEN => {
            single_line(value)
        }
        _ => None,
    };
    let value = Cow::Owned(line(message.value.as_ref()?)?);
    let suggestion = match suggestion_of(message) {
        Some(pattern) => Some(Cow::Owned(line(pattern)?)),
        None => None,
    };
    Some(Text { value, suggestion })
}

/// The added messages of a locale that are not among its texts, or not as they are for all callers.
struct Programs {
    language: Language,
    isolating: bool,
    /// By code, sorted.
    codes: Vec<(i32, Entry)>,
    unknown: Option<UnknownProgram>,
}

struct Entry {
    /// The text without arguments of the caller.
    text: Option<Text>,
    program: Option<Program>,
    /// The embedded message.
    below: Option<Text>,
}

struct UnknownProgram {
    program: Program,
    below: Option<Unknown>,
}

impl Dynamic for Programs {
    fn message(&self, code: i32, args: Option<&FluentArgs<'_>>) -> Option<Option<Cow<'_, Text>>> {
        let at = self.codes.binary_search_by_key(&code, |(code, _)| *code).ok()?;
        let (_, Entry { text, program, below }) = self.codes.get(at)?;
        if let (Some(program), Some(_)) = (program, args) {
            let name = ErrorType::from_code(code).map_or(UNKNOWN_NAME, ErrorType::name);
            let text = program.run(&self.language, &Given::new(code, name, args)).ok();
            return Some(text.map(Cow::Owned).or(below.as_ref().map(Cow::Borrowed)));
        }
        Some(text.as_ref().or(below.as_ref()).map(Cow::Borrowed))
    }

    fn unknown(&self, code: i32, args: Option<&FluentArgs<'_>>) -> Option<Text> {
        let UnknownProgram { program, below } = self.unknown.as_ref()?;
        let text = program.run(&self.language, &Given::new(code, UNKNOWN_NAME, args));
        text.ok().or_else(|| Some(below.as_ref()?.text(code, self.isolating)))
    }

    fn own_codes(&self) -> Vec<i32> {
        let codes = self.codes.iter().map(|(code, _)| *code);
        codes.filter(|code| ErrorType::from_code(*code).is_none()).collect()
    }
}
