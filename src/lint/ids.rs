//! Ids: missing, unknown and duplicate messages, and their order.

use super::locale::Locale;
use super::pieces::Piece;
use super::sheet::{Sheet, Unit};
use super::stubs::Stub;
use super::{Finding, Rule, Scope, nearest};
use crate::ErrorType;
use crate::locale::{Tag, is_known, likely_language};
use crate::overlay::parse::Junk;
use crate::texts::UNKNOWN_ID;
use fluent_syntax::ast::Attribute;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The ids of all messages, in the order of the codes.
pub(super) fn expected() -> impl Iterator<Item = &'static str> + Clone {
    ErrorType::ALL.iter().map(|error| error.message_id()).chain([UNKNOWN_ID])
}

/// Returns the position of a message among the codes.
pub(super) fn rank(id: &str) -> Option<usize> {
    expected().position(|expected| expected == id)
}

/// Names a message with its code: `` `error-not-friend` (code 56) ``.
fn subject(id: &str) -> String {
    match ErrorType::ALL.iter().find(|error| error.message_id() == id) {
        Some(error) => format!("`{id}` (code {})", error.code()),
        None => format!("`{id}` (for unknown codes)"),
    }
}

/// Returns what is wrong with the name of a locale's folder, if anything.
pub(super) fn tag_fault(name: &str, scope: Scope) -> Option<String> {
    let Some(tag) = Tag::parse(name) else {
        return Some(format!(
            "invalid locale tag `{}`; a tag is a language and, where needed, a script and a region, \
             as in `zh-CN`",
            name.escape_debug(),
        ));
    };
    let canonical = tag.to_string();
    if !is_known(&tag) {
        let right = likely_language(name).unwrap_or_default();
        return Some(match right.is_empty() {
            true => format!(
                "unknown language `{name}`; rename the folder to a locale tag, such as `zh-CN`"
            ),
            false => format!("unknown language `{name}`; did you mean `{right}`?"),
        });
    }
    (scope == Scope::Complete && canonical != name).then(|| {
        format!("`{name}` is not the canonical locale tag; rename the folder to `{canonical}`")
    })
}

/// Rule `locale-folder`.
pub(super) fn locale_folder(locale: &Locale<'_>, tags: &[&str], scope: Scope) -> Option<Finding> {
    let sheet = locale.sheets.first()?;
    let mut message = tag_fault(locale.tag, scope)?;
    if let Some(taken) = locale
        .canonical
        .as_deref()
        .filter(|canonical| *canonical != locale.tag && tags.contains(canonical))
    {
        message = format!(
            "`{}` is not the canonical locale tag, and there is a folder `{taken}`; remove this one",
            locale.tag
        );
    }
    Some(sheet.finding(Rule::LocaleFolder, 0..0, None, message))
}

/// What a wrong id was meant to be, and the rule that it breaks: `id-style` if only its style is
/// wrong (case, hyphens, prefix), otherwise `unknown-message`.
type Meant = Option<(Rule, &'static str)>;

/// The messages of a locale, and the mistakes that explain why others are missing.
pub(super) struct Inventory<'l> {
    /// Each message whose id is not expected, with what was meant.
    wrong: Vec<(&'l Unit<'l>, Meant)>,
    /// The ids that need no finding: defined, a stub, broken, or meant by a wrong id.
    accounted: HashSet<&'static str>,
}

impl<'l> Inventory<'l> {
    pub(super) fn of(locale: &'l Locale<'l>, stubs: &[Stub<'_>]) -> Inventory<'l> {
        let mut accounted = HashSet::new();
        let has_stub = |id: &str| stubs.iter().any(|stub| stub.id == id);
        accounted.extend(expected().filter(|id| locale.message(id).is_some() || has_stub(id)));
        let mut wrong = Vec::new();
        for unit in locale.all_messages().filter(|unit| rank(unit.name).is_none()) {
            let meant = meant(unit.name, &accounted);
            accounted.extend(meant.map(|(_, id)| id));
            wrong.push((unit, meant));
        }
        for id in locale.sheets.iter().flat_map(Sheet::junk_ids) {
            accounted.extend(meant(&id, &accounted).map(|(_, id)| id));
        }
        Inventory { wrong, accounted }
    }

    /// Whether a message is missing without an explanation.
    pub(super) fn lacks(&self, id: &str) -> bool {
        !self.accounted.contains(id)
    }

    /// Rule `missing-message`: one finding for all that are missing in one place.
    pub(super) fn missing(&self, locale: &Locale<'_>) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut before: Option<&Unit<'_>> = None;
        let mut run: Vec<&str> = Vec::new();
        for id in expected().map(Some).chain([None]) {
            let here = id.and_then(|id| locale.message(id));
            if here.is_some() || id.is_none() {
                findings.extend(missing_run(locale, before, here, &run));
                run.clear();
                before = here;
            }
            run.extend(id.filter(|id| !self.accounted.contains(id)));
        }
        findings
    }

    /// Rules `unknown-message` and `id-style`.
    pub(super) fn unknown(&self, locale: &Locale<'_>, scope: Scope) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (unit, meant) in &self.wrong {
            let id = unit.name;
            // An application may also have messages of its own.
            let is_own = scope == Scope::Added && !id.starts_with("error-");
            // A term with the same name is reported by `duplicate-message`.
            let is_term = locale.terms().any(|term| term.name == id);
            let (rule, message) = match meant {
                Some((Rule::IdStyle, right)) => {
                    (Rule::IdStyle, format!("`{id}` does not follow the id style; write `{right}`"))
                }
                _ if is_own || is_term => continue,
                Some((rule, right)) => {
                    (*rule, format!("`{id}` matches no error code; did you mean `{right}`?"))
                }
                None => (
                    Rule::UnknownMessage,
                    format!("`{id}` matches no error code, so it is never shown; remove it"),
                ),
            };
            findings.push(unit.at(rule, id, message));
        }
        findings
    }
}

/// Guesses what a wrong id was meant to be. Prefers a similar id that the locale lacks.
fn meant(id: &str, present: &HashSet<&'static str>) -> Meant {
    let code = id.strip_prefix("error-").and_then(|code| code.parse().ok());
    if let Some(error) = code.and_then(ErrorType::from_code) {
        return Some((Rule::UnknownMessage, error.message_id()));
    }
    let letters = fold(id);
    if let Some(right) = expected().find(|right| fold(right) == letters) {
        return Some((Rule::IdStyle, right));
    }
    let lacking = expected().filter(|right| !present.contains(right));
    let near = nearest(id, lacking).or_else(|| nearest(id, expected()))?;
    Some((Rule::UnknownMessage, near))
}

/// Returns an id without what people spell differently: case, hyphens, the prefix.
fn fold(id: &str) -> String {
    let letters = id.chars().filter(char::is_ascii_alphanumeric);
    let folded: String = letters.map(|c| c.to_ascii_lowercase()).collect();
    folded.strip_prefix("error").unwrap_or(&folded).to_owned()
}

/// Reports the messages that are missing between two others.
fn missing_run(
    locale: &Locale<'_>,
    before: Option<&Unit<'_>>,
    after: Option<&Unit<'_>>,
    run: &[&str],
) -> Option<Finding> {
    // Messages there that cannot be parsed may be some of the missing ones.
    let sheet = before.or(after).map_or(locale.sheets.first()?, |unit| unit.sheet);
    let start = before.map_or(0, |unit| sheet.offset(unit.name));
    let end = after.map_or(usize::MAX, |unit| unit.sheet.offset(unit.name));
    let is_unread = |junk: &&Junk| {
        (start..end).contains(&junk.start)
            && sheet.junk_id(junk).is_none_or(|id| rank(&id).is_none())
    };
    let run = run.get(sheet.junk.iter().filter(is_unread).count()..).unwrap_or_default();
    let (first, rest) = run.split_first()?;
    let place = match before {
        Some(before) => format!("after `{}`", before.name),
        None => "at the beginning".to_owned(),
    };
    let message = match rest.len() {
        0 => format!("{} is missing; add it {place}", subject(first)),
        count @ 1..=4 => {
            let all: Vec<_> = run.iter().map(|id| format!("`{id}`")).collect();
            format!("{} messages are missing; add them {place}: {}", count + 1, all.join(", "))
        }
        count => format!(
            "{} messages are missing; add them {place}: `{first}` to `{}`; `update` adds stubs",
            count + 1,
            rest.last().unwrap_or(first),
        ),
    };
    let shown = before.or(after).map_or(0..0, |unit| sheet.place(unit.name));
    Some(sheet.finding(Rule::MissingMessage, shown, Some((*first).to_owned()), message))
}

/// Rule `duplicate-message`: ids, attributes and variants.
pub(super) fn duplicates<'l, 's: 'l>(units: impl Iterator<Item = &'l Unit<'s>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen: HashMap<&str, &Unit<'_>> = HashMap::new();
    for unit in units {
        let first = *seen.entry(unit.name).or_insert(unit);
        if !std::ptr::eq(first, unit) {
            let Finding { path, line, .. } = first.at(Rule::DuplicateMessage, first.name, "");
            let place = match std::ptr::eq(first.sheet, unit.sheet) {
                true => format!("on line {line}"),
                false => format!("in {path}:{line}"),
            };
            let (id, other) = (unit.id(), first.id());
            let kind = if unit.is_term { "term" } else { "message" };
            let message = match first.is_term == unit.is_term {
                true => {
                    format!("duplicate {kind} `{id}`; first defined {place}; remove one of the two")
                }
                false => format!(
                    "`{id}` and `{other}` have the same name; the other is {place}; rename or remove this one"
                ),
            };
            findings.push(unit.at(Rule::DuplicateMessage, unit.name, message));
        }
        let mut names = HashSet::new();
        for Attribute { id, .. } in unit.attributes.iter().filter(|of| !names.insert(of.id.name)) {
            let message = format!("duplicate attribute `.{}`; remove one of the two", id.name);
            findings.push(unit.at(Rule::DuplicateMessage, id.name, message));
        }
        for piece in unit.pieces() {
            if let Piece::Key(key, false) = piece {
                let message = format!("duplicate variant `[{key}]`; remove one of the two");
                findings.push(unit.at(Rule::DuplicateMessage, key, message));
            }
        }
    }
    findings
}

/// Rule `order`: reports the fewest messages that must move.
pub(super) fn order(locale: &Locale<'_>, sheet: &Sheet<'_>) -> Vec<Finding> {
    let mut messages: Vec<(usize, &Unit<'_>)> = Vec::new();
    for unit in locale.first_messages().filter(|unit| std::ptr::eq(unit.sheet, sheet)) {
        messages.extend(rank(unit.name).map(|rank| (rank, unit)));
    }
    let ranks: Vec<usize> = messages.iter().map(|(rank, _)| *rank).collect();
    let kept = longest_in_order(&ranks);
    let all: BTreeMap<usize, &Unit<'_>> = messages.iter().copied().collect();
    let mut findings = Vec::new();
    for (_, (rank, unit)) in messages.iter().enumerate().filter(|(at, _)| !kept.contains(at)) {
        let right = match all.range(..rank).next_back() {
            Some((_, before)) => format!("after `{}`", before.name),
            None => "to the beginning".to_owned(),
        };
        let message = format!("`{}` is out of order; move it {right}, or run `fmt`", unit.name);
        findings.push(unit.at(Rule::Order, unit.name, message));
    }
    findings
}

/// Returns the indexes of the longest subsequence that never decreases; of several, the one with the
/// lowest ends.
pub(super) fn longest_in_order(values: &[usize]) -> HashSet<usize> {
    // For each length, the subsequence with the lowest end: that value, and its index.
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
