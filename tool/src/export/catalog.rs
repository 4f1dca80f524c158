//! What is exported: the messages of each locale, resolved, and the codes that they are for.

use std::collections::{BTreeMap, BTreeSet};

use im_error_l10n::{ErrorCode, ErrorType, FluentArgs, LocaleChain, LocalizedMessage, Localizer};

use crate::codes::UNKNOWN_ID;

/// The message of unknown codes, in place of a code.
pub(crate) const UNKNOWN: Option<i32> = None;
/// A number that no SDK sends. The text of unknown codes is the same for all numbers.
const NUMBERS: [i32; 2] = [1_987_654_321, -2_109_876_543];

/// All messages.
pub(crate) struct Catalog {
    /// Ascending, then [`UNKNOWN`].
    pub(crate) entries: Vec<Entry>,
    /// The default locale is the first.
    pub(crate) locales: Vec<ExportedLocale>,
    /// What cannot be exported, and why.
    pub(crate) left_out: Vec<String>,
}

/// A code.
pub(crate) struct Entry {
    pub(crate) code: Option<i32>,
    /// The comment of the English file.
    pub(crate) comment: String,
    /// Whether a locale has a suggestion.
    pub(crate) has_suggestion: bool,
}

pub(crate) struct ExportedLocale {
    pub(crate) tag: String,
    /// The messages that the locale has.
    pub(crate) own: BTreeMap<Option<i32>, Message>,
    /// What answers a reader of the locale: its messages, and those of the locales after it.
    pub(crate) answers: BTreeMap<Option<i32>, Message>,
}

impl ExportedLocale {
    /// Makes sure that unknown codes have an answer: the embedded English one, if there is no other.
    pub(crate) fn answer_unknown(&mut self) {
        let builtin = Localizer::builtin().negotiate(["en-US"]);
        if !self.answers.contains_key(&UNKNOWN)
            && let Ok((message, _)) = unknown(&builtin, &[])
        {
            self.answers.insert(UNKNOWN, message);
        }
    }
}

/// A message, as the pieces of text before, between and after the places of the code. A known code's
/// has one piece.
#[derive(Clone, PartialEq)]
pub(crate) struct Message {
    pub(crate) text: Vec<String>,
    pub(crate) suggestion: Option<Vec<String>>,
}

impl Message {
    /// Joins the pieces of the text, each escaped, with the placeholder of a format.
    pub(crate) fn text(&self, escape: impl Fn(&str) -> String, placeholder: &str) -> String {
        join(&self.text, escape, placeholder)
    }

    /// Like [`text`](Self::text); empty if there is no suggestion.
    pub(crate) fn suggestion(&self, escape: impl Fn(&str) -> String, placeholder: &str) -> String {
        self.suggestion.as_ref().map(|pieces| join(pieces, escape, placeholder)).unwrap_or_default()
    }

    fn of(message: &LocalizedMessage<'_>) -> Message {
        let whole = |text: &str| Vec::from([text.to_owned()]);
        Message { text: whole(message.text()), suggestion: message.suggestion().map(whole) }
    }
}

fn join(pieces: &[String], escape: impl Fn(&str) -> String, placeholder: &str) -> String {
    pieces.iter().map(|piece| escape(piece)).collect::<Vec<_>>().join(placeholder)
}

/// The name of a code's message, for a person.
pub(crate) fn id(code: Option<i32>) -> String {
    match code {
        None => UNKNOWN_ID.to_owned(),
        Some(code) => match ErrorType::from_code(code) {
            Some(error) => error.message_id().to_owned(),
            None => format!("error-{code}"),
        },
    }
}

/// What a localizer does not say of the messages in a folder.
#[derive(Default)]
pub(crate) struct Sources<'a> {
    /// The numbers of the messages `error-<number>`: the codes that only the application has.
    pub(crate) codes: BTreeSet<i32>,
    /// The texts of the files.
    pub(crate) texts: Vec<&'a str>,
    /// The English comments by id.
    pub(crate) comments: BTreeMap<String, String>,
}

impl Sources<'_> {
    /// Returns a value for each variable of the caller.
    fn args(&self) -> FluentArgs<'static> {
        let mut args = FluentArgs::new();
        for text in &self.texts {
            for rest in text.split('$').skip(1) {
                let is_end = |c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-');
                let name = rest.split(is_end).next().unwrap_or_default();
                if !["", "code", "name"].contains(&name) {
                    args.set(name.to_owned(), "\u{e000}");
                }
            }
        }
        args
    }

    /// Returns numbers of which each selects another variant, wherever a message selects by number.
    fn samples(&self) -> Vec<i32> {
        let mut samples: BTreeSet<i32> =
            (-250..1250).chain([99_999, 1_000_000, i32::MIN, i32::MAX]).collect();
        for text in &self.texts {
            let keys = text.split('[').skip(1).filter_map(|rest| rest.split(']').next());
            samples.extend(keys.filter_map(|key| key.trim().parse::<i32>().ok()));
        }
        samples.retain(|code| ErrorType::from_code(*code).is_none());
        samples.into_iter().collect()
    }
}

impl Catalog {
    /// Collects the messages of the default locale and of the other `tags`.
    pub(crate) fn new(localizer: &Localizer, tags: &[&str], sources: &Sources<'_>) -> Catalog {
        let own_codes = &sources.codes;
        let known = ErrorType::ALL.iter().map(|error| error.code());
        let codes: BTreeSet<i32> = known.chain(own_codes.iter().copied()).collect();
        let args = sources.args();
        let samples: Vec<i32> =
            sources.samples().into_iter().filter(|code| !own_codes.contains(code)).collect();
        let mut left_out = Vec::new();
        let default = localizer.default_locale();
        let mut locales: Vec<ExportedLocale> = Vec::new();
        for tag in [default].into_iter().chain(tags.iter().copied().filter(|tag| *tag != default)) {
            let chain = localizer.negotiate([tag]);
            let mut own = BTreeMap::new();
            let mut answers = BTreeMap::new();
            let unknown = unknown(&chain, &samples);
            for code in codes.iter().copied() {
                let message = chain.message(code);
                // For a code that only the application has, `error-unknown` may be the answer.
                let is_known = |message: &LocalizedMessage<'_>| {
                    ErrorType::from_code(code).is_some() || !is_unknown(message, localizer)
                };
                let with_args = chain.message_with(code, &args);
                if with_args != message && with_args.locale() == tag {
                    left_out.push(format!(
                        "{tag}: {}: takes arguments of the application",
                        id(Some(code))
                    ));
                }
                if is_known(&message) {
                    if message.locale() == tag {
                        own.insert(Some(code), Message::of(&message));
                    }
                    answers.insert(Some(code), Message::of(&message));
                }
            }
            match unknown {
                Ok((message, locale)) => {
                    if locale == tag {
                        own.insert(UNKNOWN, message.clone());
                    }
                    answers.insert(UNKNOWN, message);
                }
                Err(locale) if locale == tag => {
                    left_out.push(format!("{tag}: {UNKNOWN_ID}: selects by the code"));
                }
                Err(_) => {}
            }
            locales.push(ExportedLocale { tag: tag.to_owned(), own, answers });
        }
        complete_default(&mut locales, &codes);
        let mut entries = Vec::new();
        for code in codes.into_iter().map(Some).chain([UNKNOWN]) {
            let has = |locale: &ExportedLocale| locale.answers.contains_key(&code);
            let suggests = |locale: &ExportedLocale| {
                locale.answers.get(&code).is_some_and(|message| message.suggestion.is_some())
            };
            if locales.iter().any(has) {
                let comment = sources.comments.get(&id(code)).cloned().unwrap_or_default();
                entries.push(Entry { code, comment, has_suggestion: locales.iter().any(suggests) });
            }
        }
        Catalog { entries, locales, left_out }
    }
}

/// Gives the default locale an answer for each code, since it is where a platform looks last, and gives
/// each other locale the default's answers where it has none.
fn complete_default(locales: &mut [ExportedLocale], codes: &BTreeSet<i32>) {
    let Some((default, others)) = locales.split_first_mut() else { return };
    default.answer_unknown();
    for locale in others.iter_mut() {
        if !locale.answers.contains_key(&UNKNOWN) {
            locale
                .answers
                .extend(default.answers.get(&UNKNOWN).cloned().map(|message| (UNKNOWN, message)));
        }
    }
    let has = |code: &i32, locale: &ExportedLocale| locale.answers.contains_key(&Some(*code));
    for code in codes {
        if !others.iter().any(|locale| has(code, locale)) && !has(code, default) {
            continue;
        }
        for locale in [&mut *default].into_iter().chain(others.iter_mut()) {
            let Some(unknown) = locale.answers.get(&UNKNOWN).cloned() else { continue };
            let plain = |pieces: &Vec<String>| Vec::from([pieces.join(&code.to_string())]);
            locale.answers.entry(Some(*code)).or_insert_with(|| Message {
                text: plain(&unknown.text),
                suggestion: unknown.suggestion.as_ref().map(plain),
            });
        }
    }
}

/// Whether this is what the locale that answered says of unknown codes.
fn is_unknown(message: &LocalizedMessage<'_>, localizer: &Localizer) -> bool {
    let chain = localizer.negotiate([message.locale()]);
    let [number, _] = NUMBERS;
    let shown = |text: &str| text.replace(&number.to_string(), &message.code().get().to_string());
    shown(&chain.text(number)) == message.text()
}

/// Returns the message of unknown codes, in pieces, and its locale; or that locale alone if no pieces
/// give the texts of all `samples`.
fn unknown(chain: &LocaleChain, samples: &[i32]) -> Result<(Message, String), String> {
    let [number, _] = NUMBERS;
    let message = chain.message(number);
    let locale = message.locale().to_owned();
    let split = |text: &str| -> Vec<String> {
        text.split(&number.to_string()).map(str::to_owned).collect()
    };
    let pieces =
        Message { text: split(message.text()), suggestion: message.suggestion().map(split) };
    for sample in NUMBERS.iter().chain(samples) {
        let message = chain.message(ErrorCode::new(*sample));
        let code = sample.to_string();
        let plain = |text: &str| text.to_owned();
        let is_same = pieces.text(plain, &code) == message.text()
            && pieces.suggestion.as_ref().map(|_| pieces.suggestion(plain, &code)).as_deref()
                == message.suggestion();
        if !is_same {
            return Err(locale);
        }
    }
    Ok((pieces, locale))
}
