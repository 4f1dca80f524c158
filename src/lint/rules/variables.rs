//! The variables and terms of a message, compared with those of its source.

use std::collections::{BTreeSet, HashMap};

use super::text::{LONGEST_POSITION, foreign};
use crate::finding::{Finding, Rule};
use crate::lint::model::braces;
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::parts::Part;
use crate::lint::model::scan::{before, end_of_run};
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
    for line in &entry.comment {
        for rest in line.split('$').skip(1) {
            names.extend(rest.get(..end_of_run(rest, 0, is_id_char)));
        }
    }
    names
}

/// The variables that a message may use: those of the source, or those that its comment names.
fn known<'s>(entry: &Entry<'s>, source: Option<&Locale<'s>>) -> BTreeSet<&'s str> {
    let mut known = BTreeSet::from(GIVEN);
    match source {
        Some(source) => known.extend(source.message(entry.name).map(variables).unwrap_or_default()),
        None => known.extend(variables(entry).intersection(&explained(entry))),
    }
    known
}

/// The variables of the source that a message lacks, and then the terms, as references write them.
pub(super) fn lacking(
    locale: &Locale<'_>,
    entry: &Entry<'_>,
    source: Option<&Locale<'_>>,
) -> Vec<String> {
    let mut lacking = Vec::new();
    if let Some(original) = locale.original(entry, source) {
        let missing = &variables(original) - &variables(entry);
        lacking.extend(missing.iter().map(|name| format!("${name}")));
        let missing = &terms(original) - &terms(entry);
        lacking.extend(missing.iter().map(|name| format!("-{name}")));
    }
    lacking
}

/// What the variables of messages are compared with.
struct Check<'l, 's> {
    locale: &'l Locale<'s>,
    source: Option<&'l Locale<'s>>,
    scope: Scope,
    guesser: Guesser,
}

/// Rules `unknown-variable` and `missing-variable` for messages. An application passes variables of
/// its own.
pub(crate) fn variables_of_messages<'s>(
    locale: &Locale<'s>,
    source: Option<&Locale<'s>>,
    scope: Scope,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut check = Check { locale, source, scope, guesser: Guesser::default() };
    // A message of the source may have many variables, and many messages with its id.
    let mut of_ids: HashMap<&str, BTreeSet<&str>> = HashMap::new();
    for entry in locale.all_messages() {
        let own;
        let known = match source {
            Some(_) => of_ids.entry(entry.name).or_insert_with(|| known(entry, source)),
            None => {
                own = known(entry, None);
                &own
            }
        };
        let lacking = lacking(locale, entry, source);
        for part in entry.parts() {
            if let Part::Variable(name) = part
                && !known.contains(name)
            {
                findings.extend(check.unknown(entry, name, known, &lacking));
            }
        }
        if let [name] = &*lacking {
            findings.extend(placeholder(entry, name));
        }
        for name in lacking {
            let message =
                format!("the source shows `{{ {name} }}`, but this text does not; add it");
            findings.push(entry.at(Rule::MissingVariable, entry.name, message));
        }
    }
    findings
}

impl Check<'_, '_> {
    /// Reports a variable that a message does not have.
    fn unknown(
        &mut self,
        entry: &Entry<'_>,
        name: &str,
        known: &BTreeSet<&str>,
        lacking: &[String],
    ) -> Option<Finding> {
        let is_term_there = self.source.is_some_and(|source| source.has_term(name));
        if self.locale.has_term(name) || is_term_there {
            let text = entry.resource.text();
            let start = entry.resource.place(name).start - 1;
            let place = braces::around(text, start..start + 1 + name.len());
            let message = format!("`{name}` is a term, not a variable; write `{{ -{name} }}`");
            return Some(entry.over(Rule::UnknownVariable, place, message));
        }
        // The source's variables that are missing here are the most likely.
        let mut missing = lacking.iter().map_while(|name| name.strip_prefix('$'));
        let mut near = self.guesser.nearest(name, missing.clone());
        near = near.or_else(|| self.guesser.nearest(name, known.iter().copied()));
        if let (Some(only), None) = (missing.next(), missing.next()) {
            // Nothing else can be meant.
            near = near.or(Some(only));
        }
        let message = match near {
            Some(near) => format!("unknown variable `${name}`; did you mean `${near}`?"),
            // The rule `undocumented` asks for the comment of a variable of the source.
            None if self.source.is_none() || self.scope == Scope::Added => return None,
            None => {
                let some = known.iter().take(MAX_NAMES);
                let some: Vec<_> = some.map(|name| format!("`${name}`")).collect();
                let some = some.join(" and ");
                format!("unknown variable `${name}`; this message has {some}; remove it")
            }
        };
        if self.scope != Scope::Complete && !near.is_some_and(|near| GIVEN.contains(&near)) {
            return None;
        }
        Some(entry.at(Rule::UnknownVariable, name, message))
    }
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

/// The terms that a message shows.
pub(super) fn terms<'s>(entry: &Entry<'s>) -> BTreeSet<&'s str> {
    let mut names = BTreeSet::new();
    for part in entry.parts() {
        if let Part::Name(name) = part
            && before(entry.resource.text(), entry.resource.offset(name)) == Some('-')
        {
            names.insert(name);
        }
    }
    names
}
