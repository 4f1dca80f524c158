//! The variables and terms of a message, compared with those of its source.

use std::collections::{BTreeSet, HashMap};

use super::text::{LONGEST_POSITION, foreign};
use crate::finding::{Finding, Rule};
use crate::lint::model::braces;
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::parts::Part;
use crate::lint::model::spelling::Guesser;
use crate::lint::model::visible::Visible;
use crate::lint::scope::Scope;
use crate::overlay::fault::GIVEN;
use crate::overlay::syntax::is_id_char;

/// How many variables a finding lists.
const MAX_NAMES: usize = 10;

/// The variables that a message uses, in value and attributes.
pub(crate) fn variables<'s>(entry: &Entry<'s>) -> BTreeSet<&'s str> {
    let mut names = BTreeSet::new();
    for part in entry.parts() {
        if let Part::Variable(name) = part {
            names.insert(name);
        }
    }
    names
}

/// The variables that the comment above a message names.
pub(crate) fn explained<'s>(entry: &Entry<'s>) -> BTreeSet<&'s str> {
    let mut names = BTreeSet::new();
    for rest in entry.comment.iter().flat_map(|line| line.split('$').skip(1)) {
        let end = rest.find(|c| !is_id_char(c));
        names.extend(rest.get(..end.unwrap_or(rest.len())));
    }
    names
}

/// The variables of a message of the source, or of a message without one.
struct Variables<'s> {
    /// Those that the source shows.
    of_source: BTreeSet<&'s str>,
    /// Those that the message may use.
    known: BTreeSet<&'s str>,
}

impl<'s> Variables<'s> {
    /// A variable of the source itself is known by its comment.
    fn of(entry: &Entry<'s>, source: Option<&Locale<'s>>) -> Variables<'s> {
        let mut known = BTreeSet::from(GIVEN);
        let mut of_source = BTreeSet::new();
        match source {
            Some(source) => {
                of_source = source.message(entry.name).map(variables).unwrap_or_default();
                known.extend(&of_source);
            }
            None => known.extend(variables(entry).intersection(&explained(entry))),
        }
        Variables { of_source, known }
    }
}

/// Rules `unknown-variable` and `missing-variable` for messages. An application passes variables of its
/// own.
pub(crate) fn variables_of_messages<'s>(
    locale: &Locale<'s>,
    source: Option<&Locale<'s>>,
    scope: Scope,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut guesser = Guesser::default();
    // A message of the source may have many variables, and many messages with its id.
    let mut of_ids: HashMap<&str, Variables<'_>> = HashMap::new();
    for entry in locale.all_messages() {
        let own;
        let Variables { of_source, known } = match source {
            Some(_) => of_ids.entry(entry.name).or_insert_with(|| Variables::of(entry, source)),
            None => {
                own = Variables::of(entry, None);
                &own
            }
        };
        let mut missing: Vec<&str> = Vec::new();
        if locale.is_first(entry) {
            missing.extend(of_source.difference(&variables(entry)));
        }
        for part in entry.parts() {
            let Part::Variable(name) = part else {
                continue;
            };
            if known.contains(name) {
                continue;
            }
            if is_term(locale, source, name) {
                let text = entry.resource.text();
                let start = entry.resource.place(name).start - 1;
                let place = braces::around(text, start..start + 1 + name.len());
                let message = format!("`{name}` is a term, not a variable; write `{{ -{name} }}`");
                findings.push(entry.over(Rule::UnknownVariable, place, message));
                continue;
            }
            // The source's variables that are missing here are the most likely.
            let near = guesser
                .nearest(name, missing.iter().copied())
                .or_else(|| guesser.nearest(name, known.iter().copied()))
                // Nothing else can be meant.
                .or_else(|| missing.first().copied().filter(|_| missing.len() == 1));
            let message = match near {
                Some(near) => format!("unknown variable `${name}`; did you mean `${near}`?"),
                // The rule `undocumented` asks for the comment of a variable of the source.
                None if source.is_none() || scope == Scope::Added => continue,
                None => {
                    let some = known.iter().take(MAX_NAMES);
                    let some: Vec<_> = some.map(|name| format!("`${name}`")).collect();
                    format!(
                        "unknown variable `${name}`; this message has {}; remove it",
                        some.join(" and ")
                    )
                }
            };
            if scope == Scope::Complete || near.is_some_and(|near| GIVEN.contains(&near)) {
                findings.push(entry.at(Rule::UnknownVariable, name, message));
            }
        }
        let mut lacking: Vec<String> = missing.iter().map(|name| format!("${name}")).collect();
        if let Some(original) = source.and_then(|source| source.message(entry.name))
            && locale.is_first(entry)
        {
            let own = terms(entry);
            lacking.extend(terms(original).difference(&own).map(|name| format!("-{name}")));
        }
        if let [name] = &lacking[..]
            && let Some(finding) = placeholder(entry, name)
        {
            findings.push(finding);
        }
        for name in lacking {
            let message =
                format!("the source shows `{{ {name} }}`, but this text does not; add it");
            findings.push(entry.at(Rule::MissingVariable, entry.name, message));
        }
    }
    findings
}

/// Finds what was written in place of the only variable or term that a message lacks.
fn placeholder(entry: &Entry<'_>, name: &str) -> Option<Finding> {
    for part in entry.parts() {
        if let Part::Number(number) = part
            && number.len() <= LONGEST_POSITION
        {
            let text = entry.resource.text();
            let place = braces::whole(text, entry.resource.place(number));
            let found = text.get(place.clone())?;
            let message = format!("`{found}` shows the number {number}; write `{{ {name} }}`");
            return Some(entry.over(Rule::RawSyntax, place, message));
        }
    }
    for (_, pattern) in entry.patterns() {
        for shown in Visible::of(pattern) {
            if let Some(range) = foreign::likely(&shown.text) {
                let found = shown.text.get(range.clone())?;
                let message = format!("`{found}` is shown as is; write `{{ {name} }}`");
                return Some(entry.over(Rule::RawSyntax, shown.place(entry, range), message));
            }
        }
    }
    None
}

/// Whether a name is that of a term, here or in the source.
fn is_term(locale: &Locale<'_>, source: Option<&Locale<'_>>, name: &str) -> bool {
    locale.has_term(name) || source.is_some_and(|source| source.has_term(name))
}

/// The terms that a message shows.
pub(super) fn terms<'s>(entry: &Entry<'s>) -> BTreeSet<&'s str> {
    let mut names = BTreeSet::new();
    for part in entry.parts() {
        if let Part::Name(name) = part {
            let before = entry.resource.text().get(..entry.resource.offset(name));
            if before.is_some_and(|before| before.ends_with('-')) {
                names.insert(name);
            }
        }
    }
    names
}
