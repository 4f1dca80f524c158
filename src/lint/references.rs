//! What a text refers to: variables, messages, terms, functions.

use std::collections::BTreeSet;

use super::pieces::{Piece, pieces};
use super::sheet::{Locale, Unit};
use super::{Finding, Rule};
use crate::error::nearest;

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
    for (sheet, unit) in locale.messages() {
        let mut known = BTreeSet::from(GIVEN);
        match source {
            Some(source) => {
                known.extend(source.message(unit.name).map(variables).unwrap_or_default())
            }
            None => known.extend(variables(unit).iter().filter(|name| explains(unit, name))),
        }
        for piece in unit.patterns().flat_map(|(_, pattern)| pieces(pattern)) {
            let Piece::Variable(name) = piece else {
                continue;
            };
            if known.contains(name) {
                continue;
            }
            let near = nearest(name, known.iter().copied());
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

/// Whether the comment over a message names a variable.
pub(super) fn explains(unit: &Unit<'_>, variable: &str) -> bool {
    unit.comment.iter().any(|line| {
        line.match_indices('$').any(|(at, _)| {
            let name = line.get(at + 1..).unwrap_or_default();
            let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c)));
            name.get(..end.unwrap_or(name.len())) == Some(variable)
        })
    })
}

/// Rule `missing-variable`.
pub(super) fn missing_variables(locale: &Locale<'_>, source: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (sheet, unit) in locale.messages() {
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
pub(super) fn references(locale: &Locale<'_>, below: Option<&Locale<'_>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let find = |piece: &Piece<'_>| match *piece {
        Piece::Message(id, _) => locale.message(id).or_else(|| below?.message(id)),
        Piece::Term(name, _) => locale.term(name).or_else(|| below?.term(name)),
        _ => None,
    };
    for (sheet, unit) in locale.units() {
        for piece in unit.patterns().flat_map(|(_, pattern)| pieces(pattern)) {
            let (id, name, attribute) = match piece {
                Piece::Message(name, attribute) => (name.to_owned(), name, attribute),
                Piece::Term(name, attribute) => (format!("-{name}"), name, attribute),
                Piece::Function(name) => {
                    let message = format!("`{name}` cannot be called: there are no functions here");
                    findings.push(sheet.at(Rule::UnknownFunction, name, unit, message));
                    continue;
                }
                _ => continue,
            };
            let message = match (find(&piece), attribute) {
                (None, _) => {
                    let all = locale.units().chain(below.into_iter().flat_map(Locale::units));
                    let ids: Vec<_> = all.map(|(_, unit)| unit.id()).collect();
                    match nearest(&id, ids.iter().map(String::as_str)) {
                        Some(near) => format!("nothing defines `{id}`; did you mean `{near}`?"),
                        None => format!("nothing defines `{id}`"),
                    }
                }
                (Some(target), Some(attribute)) if target.attribute(attribute).is_none() => {
                    format!("`{id}` has no attribute `.{attribute}`")
                }
                (Some(target), _) if reaches(target, unit, &find, &mut BTreeSet::new()) => {
                    format!("`{}` refers to itself through `{id}`", unit.id())
                }
                _ => continue,
            };
            findings.push(sheet.at(Rule::UnknownReference, name, unit, message));
        }
    }
    findings
}

/// Whether references lead from one message or term to another.
fn reaches<'l, 't: 'l>(
    from: &'l Unit<'t>,
    to: &Unit<'_>,
    find: &impl Fn(&Piece<'_>) -> Option<&'l Unit<'t>>,
    seen: &mut BTreeSet<String>,
) -> bool {
    if from.id() == to.id() {
        return true;
    }
    // One step a message: a long chain of references takes no deeper stack than its length, and
    // the length is bounded, since no message is visited twice.
    let mut open = vec![from];
    while let Some(unit) = open.pop() {
        if !seen.insert(unit.id()) {
            continue;
        }
        for piece in unit.patterns().flat_map(|(_, pattern)| pieces(pattern)) {
            match find(&piece) {
                Some(next) if next.id() == to.id() => return true,
                Some(next) => open.push(next),
                None => {}
            }
        }
    }
    false
}
