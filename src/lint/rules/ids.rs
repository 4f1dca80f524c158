//! Ids: missing, unknown and duplicate messages, and their order.

use std::collections::{BTreeMap, HashMap, HashSet};

use fluent_syntax::ast::Attribute;

use super::variables::terms;
use crate::ErrorType;
use crate::finding::{Finding, Rule};
use crate::lint::model::codes::{expected, longest_in_order, rank};
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::message_ids::{Meant, MessageIds};
use crate::lint::model::parts::Part;
use crate::lint::model::resource::Resource;
use crate::lint::scope::Scope;
use crate::locale::{Tag, likely_language, may_be_known};
use crate::overlay::ids::{number_fault, subject_of};
use crate::overlay::parse::Junk;
use crate::overlay::words;
use crate::texts::SUGGESTION;

/// Names a message with its code: `` `error-not-friend` (code 56) ``.
fn subject(id: &str) -> String {
    match ErrorType::from_message_id(id) {
        Some(error) => format!("`{id}` (code {})", error.code()),
        None => format!("`{id}` (for unknown codes)"),
    }
}

/// Returns what is wrong with the name of a locale's folder, if anything.
fn tag_fault(name: &str, scope: Scope) -> Option<String> {
    let Some(tag) = Tag::parse(name) else {
        return Some(format!(
            "invalid locale tag `{}`; a tag is a language and, where needed, a script and a region, \
             as in `zh-CN`",
            name.escape_debug(),
        ));
    };
    let canonical = tag.to_string();
    if !may_be_known(&tag) {
        let right = likely_language(name).unwrap_or_default();
        return Some(match right.is_empty() {
            true => format!("unknown language `{name}`; use a locale tag, such as `zh-CN`"),
            false => format!("unknown language `{name}`; did you mean `{right}`?"),
        });
    }
    (scope == Scope::Complete && canonical != name)
        .then(|| format!("`{name}` is not the canonical locale tag; use `{canonical}`"))
}

/// Rule `locale-folder`.
pub(crate) fn locale_folder(
    locale: &Locale<'_>,
    tags: &HashSet<&str>,
    scope: Scope,
) -> Option<Finding> {
    let resource = locale.resources.first()?;
    let mut message = tag_fault(locale.tag, scope)?;
    if let Some(taken) = locale
        .canonical
        .as_deref()
        .filter(|canonical| *canonical != locale.tag && tags.contains(*canonical))
    {
        message = format!(
            "`{}` is not the canonical locale tag, and there is a folder `{taken}`; remove this one",
            locale.tag
        );
    }
    Some(resource.finding(Rule::LocaleFolder, 0..0, None, message))
}

/// Rule `missing-message`: one finding for all that are missing in one place.
pub(crate) fn missing(locale: &Locale<'_>, ids: &MessageIds<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut before: Option<&Entry<'_>> = None;
    let mut run: Vec<&str> = Vec::new();
    for id in expected().map(Some).chain([None]) {
        let here = id.and_then(|id| locale.message(id));
        if here.is_some() || id.is_none() {
            findings.extend(missing_run(locale, before, here, &run));
            run.clear();
            before = here;
        }
        run.extend(id.filter(|id| ids.lacks(id)));
    }
    findings
}

/// Rules `unknown-message` and `id-style`.
pub(crate) fn unknown(locale: &Locale<'_>, ids: &MessageIds<'_>, scope: Scope) -> Vec<Finding> {
    let mut findings = Vec::new();
    if ids.wrong.is_empty() {
        return findings;
    }
    let used_terms: HashSet<&str> = locale.all_messages().flat_map(terms).collect();
    for (entry, meant) in &ids.wrong {
        let id = entry.name;
        if entry.is_term {
            let message =
                format!("`-{id}` is a term, which is only shown in messages; write `{id}`");
            let place = entry.resource.place(id);
            findings.push(entry.over(Rule::UnknownMessage, place.start - 1..place.end, message));
            continue;
        }
        // An application may also have messages of its own.
        let is_own =
            scope == Scope::Added && (!id.starts_with("error-") || subject_of(id).is_some());
        // A term with the same name is reported by `duplicate-message`.
        let is_term = locale.has_term(id);
        let number_fault = number_fault(id);
        let (rule, message) = match meant {
            _ if id == SUGGESTION => (
                Rule::UnknownMessage,
                format!(
                    "`{id}` would be a message of its own; write `    .{id}` to make it an attribute"
                ),
            ),
            Some(Meant { rule: Rule::IdStyle, id: right }) => {
                (Rule::IdStyle, format!("`{id}` does not follow the id style; write `{right}`"))
            }
            _ if is_own || is_term => continue,
            _ if used_terms.contains(id) => (
                Rule::UnknownMessage,
                format!("`{id}` is used as a term, which starts with `-`; write `-{id}`"),
            ),
            _ if number_fault.is_some() => (Rule::UnknownMessage, number_fault.unwrap_or_default()),
            Some(Meant { rule, id: right }) => {
                (*rule, format!("{}; did you mean `{right}`?", words::unknown_message(id)))
            }
            None => (
                Rule::UnknownMessage,
                format!("{}, so it is never shown; remove it", words::unknown_message(id)),
            ),
        };
        findings.push(entry.at(rule, id, message));
    }
    findings
}

/// Whether what cannot be parsed may be a message, and not an attribute or a part of a text.
fn may_be_message(resource: &Resource<'_>, junk: &Junk) -> bool {
    let content = resource.text().get(junk.start..junk.end).unwrap_or_default();
    content.contains('=') && !content.trim_start().starts_with('.')
}

/// Reports the messages that are missing between two others.
fn missing_run(
    locale: &Locale<'_>,
    before: Option<&Entry<'_>>,
    after: Option<&Entry<'_>>,
    run: &[&str],
) -> Option<Finding> {
    // Messages there that cannot be parsed may be some of the missing ones.
    let resource = before.or(after).map_or(locale.resources.first()?, |entry| entry.resource);
    let start = before.map_or(0, |entry| resource.offset(entry.name));
    let end = after.map_or(usize::MAX, |entry| entry.resource.offset(entry.name));
    let is_unread = |junk: &&Junk| {
        (start..end).contains(&junk.start)
            && may_be_message(resource, junk)
            && resource.junk_id(junk).is_none_or(|id| rank(&id).is_none())
    };
    let run = run.get(resource.junk.iter().filter(is_unread).count()..).unwrap_or_default();
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
    let shown = before.or(after).map_or(0..0, |entry| resource.place(entry.name));
    Some(resource.finding(Rule::MissingMessage, shown, Some((*first).to_owned()), message))
}

/// Rule `duplicate-message`: ids, attributes and variants.
pub(crate) fn duplicates<'l, 's: 'l>(entries: impl Iterator<Item = &'l Entry<'s>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen: HashMap<&str, &Entry<'_>> = HashMap::new();
    for entry in entries {
        let first = *seen.entry(entry.name).or_insert(entry);
        if !std::ptr::eq(first, entry) {
            let Finding { path, line, .. } = first.at(Rule::DuplicateMessage, first.name, "");
            let place = match std::ptr::eq(first.resource, entry.resource) {
                true => format!("on line {line}"),
                false => format!("in {path}:{line}"),
            };
            let (id, other) = (entry.id(), first.id());
            let kind = if entry.is_term { "term" } else { "message" };
            let message = match first.is_term == entry.is_term {
                true => words::duplicate(kind, &id, &place),
                false => format!(
                    "`{id}` and `{other}` have the same name; the other is {place}; rename or remove this one"
                ),
            };
            findings.push(entry.at(Rule::DuplicateMessage, entry.name, message));
        }
        let mut names = HashSet::new();
        for Attribute { id, .. } in entry.attributes.iter().filter(|of| !names.insert(of.id.name)) {
            let message = words::duplicate_attribute(id.name);
            findings.push(entry.at(Rule::DuplicateMessage, id.name, message));
        }
        for part in entry.parts() {
            if let Part::Key(key, false) = part {
                let message = format!("duplicate variant `[{key}]`; remove one of the two");
                findings.push(entry.at(Rule::DuplicateMessage, key, message));
            }
        }
    }
    findings
}

/// Rule `order`: reports the fewest messages that must move.
pub(crate) fn order(locale: &Locale<'_>, resource: &Resource<'_>) -> Vec<Finding> {
    let mut messages: Vec<(usize, &Entry<'_>)> = Vec::new();
    for entry in
        locale.entries_of(resource).iter().filter(|entry| !entry.is_term && locale.is_first(entry))
    {
        messages.extend(rank(entry.name).map(|rank| (rank, entry)));
    }
    let ranks: Vec<usize> = messages.iter().map(|(rank, _)| *rank).collect();
    let kept = longest_in_order(&ranks);
    let all: BTreeMap<usize, &Entry<'_>> = messages.iter().copied().collect();
    let mut findings = Vec::new();
    for (_, (rank, entry)) in messages.iter().enumerate().filter(|(at, _)| !kept.contains(at)) {
        let right = match all.range(..rank).next_back() {
            Some((_, before)) => format!("after `{}`", before.name),
            None => "to the beginning".to_owned(),
        };
        let message = format!("`{}` is out of order; move it {right}, or run `fmt`", entry.name);
        findings.push(entry.at(Rule::Order, entry.name, message));
    }
    findings
}
