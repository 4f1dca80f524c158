//! Ids: missing, unknown and duplicate messages, and their order.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use fluent_syntax::ast::Attribute;

use super::plural::list;
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
            "invalid locale tag `{}`; a tag is a language and, where needed, a script and a \
             region, as in `zh-CN`",
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
    if scope != Scope::Complete || canonical == name {
        return None;
    }
    Some(format!("`{name}` is not the canonical locale tag; use `{canonical}`"))
}

/// Rule `locale-folder`.
pub(crate) fn locale_folder(
    locale: &Locale<'_>,
    tags: &HashSet<&str>,
    scope: Scope,
) -> Option<Finding> {
    let resource = locale.resources.first()?;
    let mut message = tag_fault(locale.tag, scope)?;
    if let Some(taken) = locale.canonical.as_deref()
        && taken != locale.tag
        && tags.contains(taken)
    {
        message = format!(
            "`{}` is not the canonical locale tag, and there is a folder `{taken}`; remove this \
             one",
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
    for id in expected() {
        let here = locale.message(id);
        if here.is_some() {
            findings.extend(missing_run(locale, before, here, &run));
            run.clear();
            before = here;
        }
        if ids.lacks(id) {
            run.push(id);
        }
    }
    findings.extend(missing_run(locale, before, None, &run));
    findings
}

/// Rules `unknown-message` and `id-style`.
pub(crate) fn unknown(locale: &Locale<'_>, ids: &MessageIds<'_>, scope: Scope) -> Vec<Finding> {
    let mut findings = Vec::new();
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
        let mut rule = Rule::UnknownMessage;
        let message = if id == SUGGESTION {
            format!(
                "`{id}` would be a message of its own; write `    .{id}` to make it an attribute"
            )
        } else if let Some(Meant { rule: Rule::IdStyle, id: right }) = meant {
            rule = Rule::IdStyle;
            format!("`{id}` does not follow the id style; write `{right}`")
        } else if is_own || locale.has_term(id) {
            // A term with the same name is reported by `duplicate-message`.
            continue;
        } else if used_terms.contains(id) {
            format!("`{id}` is used as a term, which starts with `-`; write `-{id}`")
        } else if let Some(fault) = number_fault(id) {
            fault
        } else if let Some(Meant { id: right, .. }) = meant {
            format!("{}; did you mean `{right}`?", words::unknown_message(id))
        } else {
            format!("{}, so it is never shown; remove it", words::unknown_message(id))
        };
        findings.push(entry.at(rule, id, message));
    }
    findings
}

/// Returns how many messages in a part of a file may be there, but cannot be parsed.
fn count_unread(resource: &Resource<'_>, part: Range<usize>) -> usize {
    let mut count = 0;
    for junk in &resource.junk {
        if !part.contains(&junk.start) {
            continue;
        }
        let content = resource.text().get(junk.start..junk.end).unwrap_or_default();
        // It may also be an attribute, or a part of a text.
        if content.contains('=') && !content.trim_start().starts_with('.') {
            let id = resource.junk_id(junk).unwrap_or_default();
            count += usize::from(rank(&id).is_none());
        }
    }
    count
}

/// Reports the messages that are missing between two others.
fn missing_run(
    locale: &Locale<'_>,
    before: Option<&Entry<'_>>,
    after: Option<&Entry<'_>>,
    run: &[&str],
) -> Option<Finding> {
    let (resource, shown) = match before.or(after) {
        Some(entry) => (entry.resource, entry.resource.place(entry.name)),
        None => (locale.resources.first()?, 0..0),
    };
    let (start, place) = match before {
        Some(before) => (shown.start, format!("after `{}`", before.name)),
        None => (0, "at the beginning".to_owned()),
    };
    let end = match after {
        Some(after) => after.resource.offset(after.name),
        None => usize::MAX,
    };
    // Messages there that cannot be parsed may be some of the missing ones.
    let run = run.get(count_unread(resource, start..end)..)?;
    let (first, rest) = run.split_first()?;
    let message = match rest.len() {
        0 => format!("{} is missing; add it {place}", subject(first)),
        count @ 1..=4 => {
            let all = list(run, "", ", ");
            format!("{} messages are missing; add them {place}: {all}", count + 1)
        }
        count => format!(
            "{} messages are missing; add them {place}: `{first}` to `{}`; `update` adds stubs",
            count + 1,
            rest.last().unwrap_or(first),
        ),
    };
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
                    "`{id}` and `{other}` have the same name; the other is {place}; rename or \
                     remove this one"
                ),
            };
            findings.push(entry.at(Rule::DuplicateMessage, entry.name, message));
        }
        let mut names = HashSet::new();
        for Attribute { id, .. } in entry.attributes {
            if !names.insert(id.name) {
                let message = words::duplicate_attribute(id.name);
                findings.push(entry.at(Rule::DuplicateMessage, id.name, message));
            }
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
    for entry in locale.entries_of(resource) {
        if !entry.is_term
            && locale.is_first(entry)
            && let Some(rank) = rank(entry.name)
        {
            messages.push((rank, entry));
        }
    }
    let ranks: Vec<usize> = messages.iter().map(|(rank, _)| *rank).collect();
    let all: BTreeMap<usize, &Entry<'_>> = messages.iter().copied().collect();
    let kept = longest_in_order(&ranks);
    let mut findings = Vec::new();
    for (at, (rank, entry)) in messages.iter().enumerate() {
        if kept.contains(&at) {
            continue;
        }
        let right = match all.range(..rank).next_back() {
            Some((_, before)) => format!("after `{}`", before.name),
            None => "to the beginning".to_owned(),
        };
        let message = format!("`{}` is out of order; move it {right}, or run `fmt`", entry.name);
        findings.push(entry.at(Rule::Order, entry.name, message));
    }
    findings
}
