//! What a text refers to: variables, messages, terms, functions.

use std::collections::{BTreeSet, HashMap};

use super::cycles::Cycles;
use super::pieces::{Piece, pieces};
use super::sheet::{Locale, Unit};
use super::{Finding, Rule};
use crate::error::Hints;

/// What every message is given.
const GIVEN: [&str; 2] = ["code", "name"];

/// The variables that a message uses, in value and attributes.
pub(super) fn variables<'t>(unit: &Unit<'t>) -> BTreeSet<&'t str> {
    let all = unit.patterns().flat_map(|(_, pattern)| pieces(pattern));
    all.filter_map(|piece| match piece {
        Piece::Variable(name) => Some(name),
        _ => None,
    })
    .collect()
}

/// Rule `unknown-variable`. A variable of the source itself is known by its comment.
pub(super) fn unknown_variables(locale: &Locale<'_>, source: Option<&Locale<'_>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut hints = Hints::default();
    let mut of_source = HashMap::new();
    for (sheet, unit) in locale.messages() {
        let mut own = BTreeSet::from(GIVEN);
        let known = match source {
            Some(source) => of_source.entry(unit.name).or_insert_with(|| {
                let used = source.message(unit.name).map(variables).unwrap_or_default();
                BTreeSet::from(GIVEN).union(&used).copied().collect()
            }),
            None => {
                own.extend(variables(unit).intersection(&explained(unit)));
                &mut own
            }
        };
        for piece in unit.patterns().flat_map(|(_, pattern)| pieces(pattern)) {
            let Piece::Variable(name) = piece else {
                continue;
            };
            if known.contains(name) {
                continue;
            }
            let near = hints.nearest(name, known.iter().copied());
            let message = match (near, source) {
                (Some(near), _) => {
                    format!("nobody passes `${name}`; did you mean `${near}`?")
                }
                (None, Some(_)) => format!(
                    "nobody passes `${name}`: neither `$code` nor `$name` nor a variable of the \
                     source's message"
                ),
                // A variable of an application's own: rule `undocumented` asks for its comment.
                (None, None) => continue,
            };
            findings.push(sheet.at(Rule::UnknownVariable, name, unit, message));
        }
    }
    findings
}

/// The variables that the comment over a message names.
pub(super) fn explained<'t>(unit: &Unit<'t>) -> BTreeSet<&'t str> {
    let names = unit.comment.iter().flat_map(|line| line.split('$').skip(1));
    let name = |rest: &'t str| {
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c)));
        rest.get(..end.unwrap_or(rest.len()))
    };
    names.filter_map(name).collect()
}

/// Rule `missing-variable`.
pub(super) fn missing_variables(locale: &Locale<'_>, source: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (sheet, unit) in locale.first_messages() {
        let wanted = source.message(unit.name).map(variables).unwrap_or_default();
        for name in wanted.difference(&variables(unit)) {
            let message = format!("the source's text shows `{{ ${name} }}`, and this does not");
            findings.push(sheet.at(Rule::MissingVariable, unit.name, unit, message));
        }
    }
    findings
}

/// Rules `unknown-reference` and `unknown-function`.
///
/// `below` are the texts that those of the locale are laid over, if there are any.
pub(super) fn references<'t>(locale: &Locale<'t>, below: Option<&Locale<'t>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut hints = Hints::default();
    let cycles = Cycles::of(locale, below);
    let all = locale.units().chain(below.into_iter().flat_map(Locale::units));
    let ids: Vec<_> = all.map(|(_, unit)| unit.id()).collect();
    let message = |id: &str| locale.message(id).or_else(|| below?.message(id));
    let term = |name: &str| locale.term(name).or_else(|| below?.term(name));
    for (sheet, unit) in locale.units() {
        for piece in unit.patterns().flat_map(|(_, pattern)| pieces(pattern)) {
            let (id, name, attribute, target) = match piece {
                Piece::Message(name, attribute) => {
                    (name.to_owned(), name, attribute, message(name))
                }
                Piece::Term(name, attribute) => (format!("-{name}"), name, attribute, term(name)),
                Piece::Function(name) => {
                    let message = format!("`{name}` cannot be called: there are no functions here");
                    findings.push(sheet.at(Rule::UnknownFunction, name, unit, message));
                    continue;
                }
                _ => continue,
            };
            let message = match (target, attribute) {
                (None, _) => match hints.nearest(&id, ids.iter().map(String::as_str)) {
                    Some(near) => format!("nothing defines `{id}`; did you mean `{near}`?"),
                    None => format!("nothing defines `{id}`"),
                },
                (Some(target), Some(attribute)) if target.attribute(attribute).is_none() => {
                    format!("`{id}` has no attribute `.{attribute}`")
                }
                (Some(target), _) if cycles.has(target, unit) => {
                    format!("`{}` refers to itself through `{id}`", unit.id())
                }
                _ => continue,
            };
            findings.push(sheet.at(Rule::UnknownReference, name, unit, message));
        }
    }
    findings
}
