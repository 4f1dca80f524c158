//! The variables and terms of a message, compared with those of its source.

use std::collections::{BTreeSet, HashMap};

use super::original;
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

/// What the variables of messages are compared with.
struct Check<'l, 's> {
    locale: &'l Locale<'s>,
    source: Option<&'l Locale<'s>>,
    scope: Scope,
    guesser: Guesser,
}

/// Rules `unknown-variable` and `missing-variable` for messages. An application passes variables of its
/// own.
pub(crate) fn variables_of_messages<'s>(
    locale: &Locale<'s>,
    source: Option<&Locale<'s>>,
    scope: Scope,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut check = Check { locale, source, scope, guesser: Guesser::default() };
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
            if let Part::Variable(name) = part
                && !known.contains(name)
            {
                findings.extend(check.unknown(entry, name, known, &missing));
            }
        }
        findings.extend(check.lacking(entry, &missing));
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
        missing: &[&str],
    ) -> Option<Finding> {
        if is_term(self.locale, self.source, name) {
            let text = entry.resource.text();
            let start = entry.resource.place(name).start - 1;
            let place = braces::around(text, start..start + 1 + name.len());
            let message = format!("`{name}` is a term, not a variable; write `{{ -{name} }}`");
            return Some(entry.over(Rule::UnknownVariable, place, message));
        }
        let near = self.meant(name, known, missing);
        let message = match near {
            Some(near) => format!("unknown variable `${name}`; did you mean `${near}`?"),
            // The rule `undocumented` asks for the comment of a variable of the source.
            None if self.source.is_none() || self.scope == Scope::Added => return None,
            None => {
                let some = known.iter().take(MAX_NAMES);
                let some: Vec<_> = some.map(|name| format!("`${name}`")).collect();
                format!(
                    "unknown variable `${name}`; this message has {}; remove it",
                    some.join(" and ")
                )
            }
        };
        if self.scope != Scope::Complete && !near.is_some_and(|near| GIVEN.contains(&near)) {
            return None;
        }
        Some(entry.at(Rule::UnknownVariable, name, message))
    }

    /// Returns the variable that a name most likely means: one of the source that is missing, if it can.
    fn meant<'n>(
        &mut self,
        name: &str,
        known: &BTreeSet<&'n str>,
        missing: &[&'n str],
    ) -> Option<&'n str> {
        if let Some(near) = self.guesser.nearest(name, missing.iter().copied()) {
            return Some(near);
        }
        if let Some(near) = self.guesser.nearest(name, known.iter().copied()) {
            return Some(near);
        }
        // Nothing else can be meant.
        if let [only] = missing { Some(only) } else { None }
    }

    /// Reports the variables and terms that a message lacks.
    fn lacking(&self, entry: &Entry<'_>, missing: &[&str]) -> Vec<Finding> {
        let mut lacking = Vec::new();
        for name in missing {
            lacking.push(format!("${name}"));
        }
        if let Some(original) = original(self.locale, entry, self.source) {
            for name in terms(original).difference(&terms(entry)) {
                lacking.push(format!("-{name}"));
            }
        }
        let mut findings = Vec::new();
        if let [name] = &*lacking {
            findings.extend(placeholder(entry, name));
        }
        for name in lacking {
            let message =
                format!("the source shows `{{ {name} }}`, but this text does not; add it");
            findings.push(entry.at(Rule::MissingVariable, entry.name, message));
        }
        findings
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

/// Whether a name is that of a term, here or in the source.
fn is_term(locale: &Locale<'_>, source: Option<&Locale<'_>>, name: &str) -> bool {
    locale.has_term(name) || source.is_some_and(|source| source.has_term(name))
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
