//! References in a text: variables, messages, terms and functions.

use super::locale::Locale;
use super::pieces::{Piece, Pieces};
use super::sheet::{Sheet, Unit};
use super::{Finding, Rule, Scope, nearest};
use crate::overlay::fault::{Fault, GIVEN, Problem};
use crate::overlay::scope::faults;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;

/// The variables that a message uses, in value and attributes.
pub(super) fn variables<'s>(unit: &Unit<'s>) -> BTreeSet<&'s str> {
    let mut names = BTreeSet::new();
    for (_, pattern) in unit.patterns() {
        for piece in Pieces::of(pattern).all {
            if let Piece::Variable(name, _) = piece {
                names.insert(name);
            }
        }
    }
    names
}

/// The variables that the comment above a message names.
pub(super) fn explained<'s>(unit: &Unit<'s>) -> BTreeSet<&'s str> {
    let mut names = BTreeSet::new();
    for rest in unit.comment().into_iter().flat_map(|line| line.split('$').skip(1)) {
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
        for piece in unit.patterns().iter().flat_map(|(_, pattern)| Pieces::of(pattern).all) {
            let Piece::Variable(name, _) = piece else {
                continue;
            };
            if known.contains(name) {
                continue;
            }
            // What the source shows and this does not is the likeliest to be meant.
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
                format!("the source shows `{{ ${name} }}`, and this text does not; add it");
            findings.push(unit.at(Rule::MissingVariable, unit.name, message));
        }
    }
    findings
}

/// Whether a message has the name of a variable where it is no variable, which is a finding of its own.
fn names_it(unit: &Unit<'_>, variable: &str) -> bool {
    let texts = unit.patterns();
    let mut pieces = texts.iter().flat_map(|(_, pattern)| Pieces::of(pattern).all);
    pieces.any(|piece| match piece {
        Piece::Name(name) => name == variable || GIVEN.contains(&name),
        Piece::Text(text) => text.contains(variable),
        _ => false,
    })
}

/// A finding to be: the message or term that it is in, its place, its rule, and what it says.
type Found<'s> = (Unit<'s>, Range<usize>, Rule, String);

/// What a message, or a term, refers to and cannot: rules `unknown-reference`, `unknown-function` and
/// `unknown-variable` in terms.
pub(super) fn references(locale: &Locale<'_>) -> Vec<Finding> {
    let mut found: BTreeMap<(usize, usize), Found<'_>> = BTreeMap::new();
    let mut unknown: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    let mut cycles: Vec<HashSet<String>> = Vec::new();
    for unit in &locale.units {
        for (_, pattern) in unit.patterns() {
            for fault in faults(&locale.messages, pattern) {
                let Some((owner, place)) = place_of(locale, &fault, unit) else {
                    continue;
                };
                if is_broken(locale, &fault) {
                    continue;
                }
                if matches!(fault.problem, Problem::Cycle { .. })
                    && !is_new(&mut cycles, &fault, unit)
                {
                    continue;
                }
                let sheet = locale.sheets.iter().position(|sheet| std::ptr::eq(sheet, owner.sheet));
                let key = (sheet.unwrap_or_default(), place.start);
                let (rule, message, place) =
                    describe_fault(locale, owner.sheet, &fault, unit, place);
                if found.insert(key, (owner, place, rule, message)).is_none()
                    && matches!(fault.problem, Problem::UnknownTerm | Problem::UnknownMessage)
                {
                    unknown.entry(fault.slice.to_owned()).or_default().push(key);
                }
            }
        }
    }
    // What is lost is one mistake, wherever it is missing.
    for mut keys in unknown.into_values() {
        keys.sort_unstable();
        let count = keys.len();
        for key in keys.iter().skip(1) {
            found.remove(key);
        }
        if let Some((_, _, _, message)) =
            keys.first().and_then(|key| found.get_mut(key)).filter(|_| count > 1)
        {
            message.push_str(&format!("; it is used {count} times"));
        }
    }
    found
        .into_values()
        .map(|(unit, place, rule, message)| unit.over(rule, place, message))
        .collect()
}

/// Whether what a reference leads to could not be parsed, which is a finding of its own.
fn is_broken(locale: &Locale<'_>, fault: &Fault<'_>) -> bool {
    let id = match fault.problem {
        Problem::UnknownTerm => format!("-{}", fault.slice),
        Problem::UnknownMessage => fault.slice.to_owned(),
        _ => return false,
    };
    let mut junk =
        locale.sheets.iter().flat_map(|sheet| sheet.junk().iter().map(|junk| sheet.junk_id(junk)));
    junk.any(|broken| broken.as_ref() == Some(&id))
}

/// The innermost place of a fault that is in a file of the locale, and the unit around it.
fn place_of<'s>(
    locale: &Locale<'s>,
    fault: &Fault<'_>,
    unit: &Unit<'s>,
) -> Option<(Unit<'s>, Range<usize>)> {
    let slices = [fault.slice].into_iter().chain(fault.references.iter().rev().copied());
    for slice in slices.chain([unit.name]).filter(|slice| !slice.is_empty()) {
        // The embedded messages come after those of the locale.
        let Some(sheet) = locale.messages.holder_of(slice).and_then(|at| locale.sheets.get(at))
        else {
            continue;
        };
        let start = sheet.offset(slice);
        let place = start..start + slice.len();
        let units = locale.units.iter().filter(|unit| std::ptr::eq(unit.sheet, sheet));
        let owner = units
            .filter(|unit| sheet.offset(unit.name) <= place.start)
            .max_by_key(|unit| sheet.offset(unit.name));
        return Some((*owner.unwrap_or(unit), place));
    }
    None
}

/// Whether no message of this cycle was reported yet.
fn is_new(cycles: &mut Vec<HashSet<String>>, fault: &Fault<'_>, unit: &Unit<'_>) -> bool {
    let names: HashSet<String> = fault
        .references
        .iter()
        .chain([&fault.slice, &unit.name])
        .map(|name| (*name).to_owned())
        .collect();
    let is_new = cycles.iter().all(|cycle| cycle.is_disjoint(&names));
    cycles.push(names);
    is_new
}

/// What to say of a fault, and where.
fn describe_fault(
    locale: &Locale<'_>,
    sheet: &Sheet<'_>,
    fault: &Fault<'_>,
    unit: &Unit<'_>,
    place: Range<usize>,
) -> (Rule, String, Range<usize>) {
    let (rule, message) = fault.explain(&unit.id());
    let name = fault.slice;
    let text = sheet.text();
    let hyphen = text.get(..place.start).is_some_and(|before| before.ends_with('-'));
    match fault.problem {
        Problem::UnknownTerm | Problem::UnknownMessage => {
            let is_term = matches!(fault.problem, Problem::UnknownTerm);
            let id = if is_term { format!("-{name}") } else { name.to_owned() };
            let ids: Vec<String> =
                locale.units.iter().map(Unit::id).filter(|other| *other != unit.id()).collect();
            let variables: Vec<String> = GIVEN.iter().map(|name| format!("${name}")).collect();
            let is_given = |name: &String| name.get(1..) == Some(fault.slice);
            let near = variables
                .iter()
                .find(|name| is_given(name))
                .or_else(|| ids.iter().find(|id| is_given(id)));
            let near = near.map(String::as_str).or_else(|| {
                let all = ids.iter().chain(&variables).map(String::as_str);
                nearest(&id, all)
            });
            let kind = if is_term { "term" } else { "message" };
            let message = match near {
                Some(near) => format!("unknown {kind} `{id}`; did you mean `{near}`?"),
                None => format!("{kind} `{id}` is not defined; define it, or remove the reference"),
            };
            let start = if is_term && hyphen { place.start - 1 } else { place.start };
            (rule, message, start..place.end)
        }
        Problem::Function => (
            rule,
            format!(
                "unknown function `{name}`; no functions are available, so write the text or `{{ $code }}` alone"
            ),
            place,
        ),
        Problem::Cycle { .. } => {
            (rule, format!("`{}` refers to itself; remove this reference", unit.id()), place)
        }
        Problem::Positional { .. } => {
            let after = text.get(place.end..).unwrap_or_default();
            let open = after.find('(').map_or(0, |at| at + 1);
            let inner = after.get(open..).unwrap_or_default();
            let start = place.end + open + (inner.len() - inner.trim_start().len());
            let len = inner.trim_start().find([')', ',']).unwrap_or(0);
            (rule, message, start..start + len)
        }
        Problem::UnknownArgument { missing: None, .. } => {
            (rule, format!("{message}; remove it"), place)
        }
        _ => (rule, message, place),
    }
}
