//! Which messages a locale has, and the mistakes that explain why others are missing.

use std::collections::{HashMap, HashSet};

use super::codes::{expected, rank};
use super::entry::Entry;
use super::locale::Locale;
use super::spelling::Guesser;
use super::stubs::Stub;
use super::swallowed::Kind;
use crate::ErrorType;
use crate::finding::Rule;

/// How many ids are guessed by their place: a file of nothing but unknown ids must not take long.
const MAX_GUESSES: usize = 20;

/// What a wrong id was meant to be, and the rule that it breaks: `id-style` if only its style is
/// wrong (case, hyphens, prefix), otherwise `unknown-message`.
#[derive(Clone, Copy)]
pub(crate) struct Meant {
    pub(crate) rule: Rule,
    pub(crate) id: &'static str,
}

/// The messages of a locale, and the mistakes that explain why others are missing.
pub(crate) struct MessageIds<'l> {
    /// Each message whose id is not expected, with what was meant.
    pub(crate) wrong: Vec<(&'l Entry<'l>, Option<Meant>)>,
    /// The ids that need no finding: defined, a stub, broken, or meant by a wrong id.
    accounted: HashSet<&'static str>,
}

impl<'l> MessageIds<'l> {
    pub(crate) fn of(locale: &'l Locale<'l>, stubs: &[Stub<'_>]) -> MessageIds<'l> {
        let mut stubbed: HashSet<&str> = HashSet::new();
        for stub in stubs {
            stubbed.insert(stub.id);
        }
        let mut accounted = HashSet::new();
        for id in expected() {
            if locale.message(id).is_some() || stubbed.contains(id) {
                accounted.insert(id);
            }
        }
        let mut ids = MessageIds { wrong: Vec::new(), accounted };
        let mut guesses = Guesses::new();
        for entry in locale.all_messages() {
            if rank(entry.name).is_none() {
                let meant = ids.account(entry.name, &mut guesses);
                ids.wrong.push((entry, meant));
            }
        }
        let mut guesses_left = MAX_GUESSES;
        for (entry, meant) in &mut ids.wrong {
            if meant.is_some() || guesses_left == 0 {
                continue;
            }
            guesses_left -= 1;
            if let Some(id) = only_between(locale, entry, &ids.accounted) {
                ids.accounted.insert(id);
                *meant = Some(Meant { rule: Rule::UnknownMessage, id });
            }
        }
        for term in locale.terms() {
            if let Some(id) = expected().find(|id| *id == term.name)
                && ids.lacks(id)
            {
                ids.accounted.insert(id);
                let meant = Meant { rule: Rule::UnknownMessage, id };
                ids.wrong.push((term, Some(meant)));
            }
        }
        for resource in locale.resources {
            for id in resource.junk_ids() {
                ids.account(&id, &mut guesses);
            }
        }
        for entry in &locale.entries {
            for line in &entry.swallowed {
                if let Kind::Message(id) = &line.kind {
                    ids.account(id, &mut guesses);
                }
            }
        }
        ids
    }

    /// Guesses what a wrong id was meant to be, so that it is not missing as well.
    fn account(&mut self, id: &str, guesses: &mut Guesses) -> Option<Meant> {
        let meant = meant(id, &self.accounted, guesses)?;
        self.accounted.insert(meant.id);
        Some(meant)
    }

    /// Whether a message is missing without an explanation.
    pub(crate) fn lacks(&self, id: &str) -> bool {
        !self.accounted.contains(id)
    }
}

/// Returns the only id that is not accounted for between the messages before and after an entry.
fn only_between(
    locale: &Locale<'_>,
    entry: &Entry<'_>,
    accounted: &HashSet<&'static str>,
) -> Option<&'static str> {
    let mut first = 0;
    let mut after = None;
    let mut is_before = true;
    for other in locale.entries_of(entry.resource) {
        is_before &= !std::ptr::eq(other, entry);
        match rank(other.name) {
            Some(rank) if is_before && !other.is_term => first = rank + 1,
            Some(rank) if !other.is_term => after = after.or(Some(rank)),
            _ => {}
        }
    }
    let count = after?.checked_sub(first)?;
    let mut only = None;
    for id in expected().skip(first).take(count) {
        if !accounted.contains(id) && only.replace(id).is_some() {
            return None;
        }
    }
    only
}

/// What guessing needs.
struct Guesses {
    guesser: Guesser,
    /// The expected ids, folded.
    by_letters: HashMap<String, &'static str>,
}

impl Guesses {
    fn new() -> Guesses {
        let mut by_letters = HashMap::new();
        for id in expected() {
            by_letters.insert(fold(id), id);
        }
        Guesses { guesser: Guesser::default(), by_letters }
    }
}

/// Guesses what a wrong id was meant to be. Prefers a similar id that the locale lacks.
fn meant(id: &str, present: &HashSet<&'static str>, guesses: &mut Guesses) -> Option<Meant> {
    if let Some(code) = id.strip_prefix("error-")
        && let Ok(code) = code.parse()
        && let Some(error) = ErrorType::from_code(code)
    {
        return Some(Meant { rule: Rule::UnknownMessage, id: error.message_id() });
    }
    if let Some(right) = guesses.by_letters.get(&fold(id)) {
        return Some(Meant { rule: Rule::IdStyle, id: right });
    }
    let lacking = expected().filter(|right| !present.contains(right));
    let near = match guesses.guesser.nearest(id, lacking) {
        Some(near) => near,
        None => guesses.guesser.nearest(id, expected())?,
    };
    Some(Meant { rule: Rule::UnknownMessage, id: near })
}

/// Returns an id without what people spell differently: case, hyphens, the prefix.
fn fold(id: &str) -> String {
    let letters: String = id.chars().filter(char::is_ascii_alphanumeric).collect();
    let folded = letters.to_ascii_lowercase();
    folded.strip_prefix("error").unwrap_or(&folded).to_owned()
}
