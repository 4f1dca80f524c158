//! Which messages there are, under which ids, and in which order.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::pieces::{Piece, pieces};
use super::sheet::{Locale, Sheet, Unit};
use super::{Finding, Rule, Scope};
use crate::ErrorType;
use crate::error::Hints;
use crate::ftl::UNKNOWN;
use crate::locale;

/// The ids of all messages, in the order of the codes.
pub(super) fn expected() -> impl Iterator<Item = &'static str> + Clone {
    ErrorType::ALL.iter().map(|error| error.message_id()).chain([UNKNOWN])
}

/// What a message describes: `code 56`.
fn subject(id: &str) -> String {
    let error = ErrorType::ALL.iter().find(|error| error.message_id() == id);
    error.map_or("a number outside the table".to_owned(), |error| format!("code {}", error.code()))
}

/// Rule `locale-folder`.
pub(super) fn locale_folder(locale: &Locale<'_>, scope: Scope) -> Option<Finding> {
    let tag = locale.tag;
    let canonical = locale::parse(tag).map(|it| it.to_string());
    let message = match canonical {
        Some(canonical) if canonical == tag => return None,
        Some(_) if scope == Scope::Added => return None,
        Some(canonical) => {
            format!("`{tag}` is not the canonical locale tag; rename the folder to `{canonical}`")
        }
        None => format!(
            "`{}` is no locale tag; a tag is a language and, where needed, a script and a region, \
             as in `zh-CN`",
            tag.escape_debug(),
        ),
    };
    let sheet = locale.sheets.first()?;
    Some(sheet.finding(Rule::LocaleFolder, 0..0, None, message))
}

/// Rule `missing-message`. It is shown where the message belongs.
pub(super) fn missing(locale: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut before: Option<(&Sheet<'_>, &Unit<'_>)> = None;
    let broken: Vec<_> =
        locale.sheets.iter().flat_map(|sheet| &sheet.junk).filter_map(|junk| junk.id()).collect();
    for id in expected() {
        if let Some(found) = locale.messages().find(|(_, unit)| unit.name == id) {
            before = Some(found);
        } else if !broken.contains(&id) {
            let message = format!("there is no message `{id}` for {}", subject(id));
            let id = Some(id.to_owned());
            findings.extend(match before {
                Some((sheet, unit)) => {
                    let message = format!("{message}; it belongs behind `{}`", unit.name);
                    Some(sheet.finding(Rule::MissingMessage, sheet.span(unit.name), id, message))
                }
                None => locale.sheets.first().map(|sheet| {
                    let message = format!("{message}; it belongs at the beginning");
                    let first = sheet.units.iter().find(|unit| !unit.is_term);
                    let span = first.map_or(0..0, |first| sheet.span(first.name));
                    sheet.finding(Rule::MissingMessage, span, id, message)
                }),
            });
        }
    }
    findings
}

/// Rules `unknown-message` and `id-style`.
pub(super) fn unknown(locale: &Locale<'_>, scope: Scope) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut hints = Hints::default();
    let by_fold: HashMap<String, &str> = expected().map(|id| (fold(id), id)).collect();
    let known: HashSet<&str> = expected().collect();
    for (sheet, unit) in locale.messages() {
        let id = unit.name;
        // An application may keep messages of its own beside the ones for codes.
        if known.contains(id) || scope == Scope::Added && !id.starts_with("error-") {
            continue;
        }
        if let Some(right) = by_fold.get(&fold(id)) {
            let message = format!("`{id}` is not written as ids are; write `{right}`");
            findings.push(sheet.at(Rule::IdStyle, id, unit, message));
            continue;
        }
        let near = hints.nearest(id, expected());
        let message = match near {
            Some(near) => format!("`{id}` belongs to no code; did you mean `{near}`?"),
            None => format!("`{id}` belongs to no code, and nothing shows it; remove it"),
        };
        findings.push(sheet.at(Rule::UnknownMessage, id, unit, message));
    }
    findings
}

/// An id without what people write in different ways: case, hyphens, the prefix.
fn fold(id: &str) -> String {
    let letters = id.chars().filter(char::is_ascii_alphanumeric);
    let folded: String = letters.map(|c| c.to_ascii_lowercase()).collect();
    folded.strip_prefix("error").unwrap_or(&folded).to_owned()
}

/// Rule `duplicate-message`: ids, attributes and variants.
pub(super) fn duplicates<'l, 't: 'l>(
    units: impl Iterator<Item = (&'l Sheet<'t>, &'l Unit<'t>)>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen: HashMap<&str, (&Sheet<'_>, &Unit<'_>)> = HashMap::new();
    for (sheet, unit) in units {
        if let Some((first_sheet, first)) = seen.get(unit.name) {
            let first_line = first_sheet.at(Rule::DuplicateMessage, first.name, first, "").line;
            let place = match std::ptr::eq(*first_sheet, sheet) {
                true => format!("line {first_line}"),
                false => format!("{}:{first_line}", first_sheet.file.path()),
            };
            let message = if first.is_term == unit.is_term {
                format!("`{}` stands already in {place}; remove one of the two", unit.id())
            } else {
                format!("`{}` and `{}` in {place} have one name", unit.id(), first.id())
            };
            findings.push(sheet.at(Rule::DuplicateMessage, unit.name, unit, message));
        } else {
            seen.insert(unit.name, (sheet, unit));
        }
        let mut names = HashSet::new();
        for attribute in &unit.attributes {
            let name = attribute.id.name;
            if !names.insert(name) {
                let message = format!("`.{name}` stands twice in `{}`; remove one", unit.id());
                findings.push(sheet.at(Rule::DuplicateMessage, name, unit, message));
            }
        }
        for piece in unit.patterns().flat_map(|(_, pattern)| pieces(pattern)) {
            if let Piece::RepeatedKey(key) = piece {
                let message = format!("the variant `[{key}]` stands twice; remove one");
                findings.push(sheet.at(Rule::DuplicateMessage, key, unit, message));
            }
        }
    }
    findings
}

/// Rule `order`: the fewest messages whose move would mend it.
pub(super) fn order(sheet: &Sheet<'_>) -> Vec<Finding> {
    let place = |unit: &Unit<'_>| expected().position(|id| !unit.is_term && unit.name == id);
    let messages: Vec<_> =
        sheet.units.iter().filter_map(|unit| Some((place(unit)?, unit))).collect();
    let kept = longest_in_order(&messages.iter().map(|(place, _)| *place).collect::<Vec<_>>());
    let misplaced = messages.iter().enumerate().filter(|(at, _)| !kept.contains(at));
    let last: BTreeMap<usize, &str> = messages.iter().map(|(at, unit)| (*at, unit.name)).collect();
    misplaced
        .map(|(_, (place, unit))| {
            let right = match last.range(..place).next_back() {
                Some((_, before)) => format!("behind `{before}`"),
                None => "at the beginning".to_owned(),
            };
            let message =
                format!("`{}` is out of order; by the codes it belongs {right}", unit.name);
            sheet.at(Rule::Order, unit.name, unit, message)
        })
        .collect()
}

/// The places of the longest subsequence that does not fall: of several, the one with the lower
/// ends.
pub(super) fn longest_in_order(values: &[usize]) -> HashSet<usize> {
    // For each length, the run of that length with the lowest end: its end and the place of it.
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::new();
    let mut end = None;
    for (at, value) in values.iter().enumerate() {
        let len = runs.partition_point(|(end, _)| end <= value);
        before.push(len.checked_sub(1).and_then(|len| runs.get(len)).map(|(_, place)| *place));
        match runs.get_mut(len) {
            Some(run) => *run = (*value, at),
            None => {
                runs.push((*value, at));
                end = Some(at);
            }
        }
    }
    std::iter::successors(end, |at| before.get(*at).copied().flatten()).collect()
}
