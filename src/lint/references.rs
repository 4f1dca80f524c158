//! References in a text: variables, messages, terms and functions.

use super::locale::Locale;
use super::pieces::Piece;
use super::sheet::{Sheet, Unit};
use super::{Finding, Rule, Scope, nearest};
use crate::overlay::fault::{Fault, GIVEN, Problem};
use crate::overlay::scope::faults;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;

/// The variables that a message uses, in value and attributes.
pub(super) fn variables<'s>(unit: &Unit<'s>) -> BTreeSet<&'s str> {
    let mut names = BTreeSet::new();
    for piece in unit.pieces() {
        if let Piece::Variable(name) = piece {
            names.insert(name);
        }
    }
    names
}

/// The variables that the comment above a message names.
pub(super) fn explained<'s>(unit: &Unit<'s>) -> BTreeSet<&'s str> {
    let mut names = BTreeSet::new();
    for rest in unit.comment.iter().flat_map(|line| line.split('$').skip(1)) {
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c)));
        names.extend(rest.get(..end.unwrap_or(rest.len())));
    }
    names
}

/// Rules `unknown-variable` and `missing-variable` for messages. A variable of the source itself is
/// known by its comment, and an application passes its own.
pub(super) fn variables_of_messages(
    locale: &Locale<'_>,
    source: Option<&Locale<'_>>,
    scope: Scope,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for unit in locale.all_messages() {
        let of_source =
            source.map(|source| source.message(unit.name).map(variables).unwrap_or_default());
        let used = variables(unit);
        let mut known = BTreeSet::from(GIVEN);
        match &of_source {
            Some(of_source) => known.extend(of_source),
            None => known.extend(used.intersection(&explained(unit))),
        }
        let missing: Vec<&str> = of_source.unwrap_or_default().difference(&used).copied().collect();
        let mut wrong = HashSet::new();
        for piece in unit.pieces() {
            let Piece::Variable(name) = piece else {
                continue;
            };
            if known.contains(name) {
                continue;
            }
            // The source's variables that are missing here are the most likely.
            let near = nearest(name, missing.iter().copied())
                .or_else(|| nearest(name, known.iter().copied()));
            let message = match near {
                Some(near) => format!("unknown variable `${name}`; did you mean `${near}`?"),
                // The rule `undocumented` asks for the comment of a variable of the source.
                None if source.is_none() || scope == Scope::Added => continue,
                None => {
                    let all: Vec<_> = known.iter().map(|name| format!("`${name}`")).collect();
                    format!(
                        "unknown variable `${name}`; this message has {}; remove it",
                        all.join(" and ")
                    )
                }
            };
            wrong.extend(near.or(missing.first().copied()));
            if scope == Scope::Complete || near.is_some_and(|near| GIVEN.contains(&near)) {
                findings.push(unit.at(Rule::UnknownVariable, name, message));
            }
        }
        let is_first =
            locale.message(unit.name).is_some_and(|first| std::ptr::eq(first.name, unit.name));
        for name in missing
            .iter()
            .filter(|name| is_first && !wrong.contains(*name) && !names_it(unit, name))
        {
            let message =
                format!("the source shows `{{ ${name} }}`, but this text does not; add it");
            findings.push(unit.at(Rule::MissingVariable, unit.name, message));
        }
    }
    findings
}

/// Whether a message contains the name of a variable in another form, which another rule reports.
fn names_it(unit: &Unit<'_>, variable: &str) -> bool {
    unit.pieces().iter().any(|piece| match piece {
        Piece::Name(name) => *name == variable || GIVEN.contains(name),
        Piece::Text(text) => text.contains(variable),
        _ => false,
    })
}

/// Reports invalid references: rules `unknown-reference`, `unknown-function`, `unknown-variable` in
/// terms, and the limits of Fluent.
pub(super) fn references(locale: &Locale<'_>) -> Vec<Finding> {
    // By file and place: several messages may lead to the same fault.
    let mut found: BTreeMap<(usize, usize), Finding> = BTreeMap::new();
    let mut unknown: BTreeMap<&str, BTreeSet<(usize, usize)>> = BTreeMap::new();
    let mut cycles = Vec::new();
    for unit in &locale.units {
        let patterns = unit.patterns().into_iter();
        for fault in patterns.flat_map(|(_, pattern)| faults(&locale.messages, pattern)) {
            let Some((file, owner, place)) = place_of(locale, &fault, unit) else {
                continue;
            };
            let is_cycle = matches!(fault.problem, Problem::Cycle { .. });
            if is_broken(locale, &fault) || is_cycle && !is_new(&mut cycles, &fault, unit) {
                continue;
            }
            let key = (file, place.start);
            let is_unknown =
                matches!(fault.problem, Problem::UnknownTerm | Problem::UnknownMessage);
            let finding = explain(locale, owner, &fault, unit, place);
            if found.insert(key, finding).is_none() && is_unknown {
                unknown.entry(fault.slice).or_default().insert(key);
            }
        }
    }
    // A missing definition is one mistake, however often it is used.
    for keys in unknown.into_values().filter(|keys| keys.len() > 1) {
        for key in keys.iter().skip(1) {
            found.remove(key);
        }
        if let Some(first) = keys.first().and_then(|key| found.get_mut(key)) {
            first.message.push_str(&format!("; it is used {} times", keys.len()));
        }
    }
    found.into_values().collect()
}

/// Whether a reference leads to something that could not be parsed, which is reported already.
fn is_broken(locale: &Locale<'_>, fault: &Fault<'_>) -> bool {
    let id = match fault.problem {
        Problem::UnknownTerm => format!("-{}", fault.slice),
        Problem::UnknownMessage => fault.slice.to_owned(),
        _ => return false,
    };
    locale.sheets.iter().flat_map(Sheet::junk_ids).any(|broken| broken == id)
}

/// The innermost place of a fault that is in a file of the locale: the index of the file, the message
/// or term there, and the place.
fn place_of<'l>(
    locale: &'l Locale<'l>,
    fault: &Fault<'_>,
    unit: &'l Unit<'l>,
) -> Option<(usize, &'l Unit<'l>, Range<usize>)> {
    let slices = [fault.slice].into_iter().chain(fault.references.iter().rev().copied());
    for slice in slices.chain([unit.name]).filter(|slice| !slice.is_empty()) {
        // The embedded messages come after those of the locale.
        if let Some(file) = locale.messages.holder_of(slice)
            && let Some(sheet) = locale.sheets.get(file)
        {
            let place = sheet.place(slice);
            let before = |unit: &&Unit<'_>| sheet.offset(unit.name) <= place.start;
            let owner = locale.units_of(sheet).take_while(before).last();
            return Some((file, owner.unwrap_or(unit), place));
        }
    }
    None
}

/// Whether no message of this cycle has been reported yet.
fn is_new(cycles: &mut Vec<HashSet<String>>, fault: &Fault<'_>, unit: &Unit<'_>) -> bool {
    let names = fault.references.iter().chain([&fault.slice, &unit.name]);
    let names: HashSet<String> = names.map(|name| (*name).to_owned()).collect();
    let is_new = cycles.iter().all(|cycle| cycle.is_disjoint(&names));
    cycles.push(names);
    is_new
}

/// Creates the finding about a fault of `unit`, at its place in `owner`.
fn explain(
    locale: &Locale<'_>,
    owner: &Unit<'_>,
    fault: &Fault<'_>,
    unit: &Unit<'_>,
    mut place: Range<usize>,
) -> Finding {
    let (rule, mut message) = fault.explain(&unit.id());
    let text = owner.sheet.text();
    match fault.problem {
        Problem::UnknownMessage => message = unknown("message", fault.slice, locale, unit),
        Problem::UnknownTerm => {
            message = unknown("term", &format!("-{}", fault.slice), locale, unit);
            if text.get(..place.start).is_some_and(|before| before.ends_with('-')) {
                place.start -= 1;
            }
        }
        Problem::Function => message.push_str(", so write the text or `{ $code }` alone"),
        Problem::Cycle { .. } => {
            message = format!("`{}` refers to itself; remove this reference", unit.id());
        }
        Problem::Positional { .. } => {
            let after = text.get(place.end..).unwrap_or_default();
            let open = after.find('(').map_or(0, |at| at + 1);
            let argument = after.get(open..).unwrap_or_default().trim_start();
            let start = text.len() - argument.len();
            place = start..start + argument.find([')', ',']).unwrap_or(0);
        }
        Problem::UnknownArgument { missing: None, .. } => message.push_str("; remove it"),
        _ => {}
    }
    owner.over(rule, place, message)
}

/// Says that a message or term is not defined, and suggests a similar one.
fn unknown(kind: &str, id: &str, locale: &Locale<'_>, unit: &Unit<'_>) -> String {
    let mut known: Vec<String> = GIVEN.iter().map(|name| format!("${name}")).collect();
    known.extend(locale.units.iter().map(Unit::id).filter(|other| *other != unit.id()));
    let name = id.trim_start_matches('-');
    let other_kind = known.iter().find(|known| known.get(1..) == Some(name)).map(String::as_str);
    match other_kind.or_else(|| nearest(id, known.iter().map(String::as_str))) {
        Some(near) => format!("unknown {kind} `{id}`; did you mean `{near}`?"),
        None => format!("{kind} `{id}` is not defined; define it, or remove the reference"),
    }
}
