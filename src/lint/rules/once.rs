//! One mistake, one finding: drops what other findings imply.

use std::collections::{HashMap, HashSet};

use super::places::Places;
use crate::finding::{Finding, Rule, Severity};
use crate::lint::model::locale::Locale;

/// Drops findings that follow from others. The causes are characters that Fluent reads as text, but
/// that were meant as syntax: what touches them is repaired with them.
pub(super) fn once(
    locale: &Locale<'_>,
    causes: Vec<Finding>,
    findings: Vec<Finding>,
) -> Vec<Finding> {
    let mut texts: HashMap<&str, usize> = HashMap::new();
    for entry in &locale.entries {
        *texts.entry(entry.resource.file.file.path()).or_default() += entry.patterns().len();
    }
    let mut rest = without_contained(findings);
    for rule in [Rule::SameAsSource, Rule::WrongScript, Rule::DuplicateMessage] {
        rest = once_a_file(rest, rule, &texts);
    }
    let places = Places::of(causes.iter());
    rest.retain(|finding| !places.touch(finding));
    rest.extend(causes);
    without_overlaps(without_what_is_unread(rest))
}

/// Removes the warnings in a text that must be written anew.
fn without_contained(mut findings: Vec<Finding>) -> Vec<Finding> {
    let places = Places::of(findings.iter().filter(is_of_whole_text));
    findings.retain(|finding| {
        let is_weak = finding.severity() == Severity::Warning || finding.rule == Rule::Markup;
        !is_weak || !places.contain(finding)
    });
    findings
}

fn is_of_whole_text(finding: &&Finding) -> bool {
    matches!(finding.rule, Rule::SameAsSource | Rule::WrongScript)
}

/// Keeps the first of many findings of a rule in one file, which was copied or saved as a whole.
fn once_a_file(findings: Vec<Finding>, rule: Rule, texts: &HashMap<&str, usize>) -> Vec<Finding> {
    const MANY: usize = 5;
    let mut counts: HashMap<String, usize> = HashMap::new();
    for finding in &findings {
        *counts.entry(finding.path.clone()).or_default() += usize::from(finding.rule == rule);
    }
    counts.retain(|path, count| {
        let all = texts.get(path.as_str()).copied().unwrap_or_default();
        *count >= MANY && *count * 2 > all
    });
    let mut kept = Vec::new();
    for mut finding in findings {
        if finding.rule == rule
            && let Some(count) = counts.get_mut(&finding.path)
        {
            if *count == 0 {
                continue;
            }
            let more = format!("; {} more texts of this file have this mistake", *count - 1);
            finding.message.push_str(&more);
            *count = 0;
        }
        kept.push(finding);
    }
    kept
}

/// Drops what a message lacks because something in it cannot be read.
fn without_what_is_unread(mut findings: Vec<Finding>) -> Vec<Finding> {
    let mut unread: HashSet<(Rule, String)> = HashSet::new();
    let mut broken: HashSet<(String, usize)> = HashSet::new();
    for finding in &findings {
        if let Some(id) = &finding.id {
            for lacking in hidden_by(finding.rule) {
                unread.insert((*lacking, id.clone()));
            }
        }
        if finding.rule == Rule::Syntax {
            broken.insert((finding.path.clone(), finding.span.start));
        }
    }
    findings.retain(|finding| {
        let id = finding.id.clone().unwrap_or_default();
        // `#error-x` is no stub.
        let is_broken_stub = finding.rule == Rule::Untranslated
            && broken.contains(&(finding.path.clone(), finding.span.start));
        !is_broken_stub && !unread.contains(&(finding.rule, id))
    });
    findings
}

/// Keeps, of two findings about the same characters, the one whose rule comes first in
/// [`Rule::ALL`].
fn without_overlaps(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| (&a.path, a.span.start).cmp(&(&b.path, b.span.start)));
    let mut kept: Vec<Finding> = Vec::new();
    // The last kept finding that is about characters of a text.
    let mut last: Option<usize> = None;
    for finding in findings {
        if !is_about_characters(&finding) {
            kept.push(finding);
            continue;
        }
        if let Some(at) = last
            && let Some(before) = kept.get_mut(at)
            && before.path == finding.path
            && touches(&finding, before)
        {
            if is_stronger(&finding, before) {
                *before = finding;
            }
            continue;
        }
        last = Some(kept.len());
        kept.push(finding);
    }
    kept
}

/// Whether a finding is about the same characters as one before it. Garbled letters and spaces
/// touch.
fn touches(finding: &Finding, before: &Finding) -> bool {
    let is_garbled = before.rule == Rule::WrongScript;
    finding.span.start < before.span.end || is_garbled && finding.span.start == before.span.end
}

/// The rules about what a message lacks that say nothing new beside a finding of this rule.
fn hidden_by(rule: Rule) -> &'static [Rule] {
    match rule {
        Rule::Syntax => &[Rule::MissingVariable, Rule::MissingAttribute],
        Rule::SwallowedLine
        | Rule::RawSyntax
        | Rule::FullwidthSyntax
        | Rule::UnknownVariable
        | Rule::UnknownReference
        | Rule::UnknownFunction
        | Rule::EmptyText
        | Rule::MissingValue
        | Rule::Markup
        | Rule::Brand => &[Rule::MissingVariable],
        // What it has is a term’s.
        Rule::UnknownMessage => &[Rule::Brand],
        Rule::DuplicateMessage => &[Rule::MissingAttribute, Rule::UnknownPlural],
        _ => &[],
    }
}

/// The rules about characters of a text.
#[rustfmt::skip]
const ABOUT_CHARACTERS: &[Rule] = &[
    Rule::RawSyntax, Rule::UnknownVariable, Rule::UnknownReference, Rule::UnknownFunction,
    Rule::Markup, Rule::EdgeSpace, Rule::SameAsSource, Rule::Typing, Rule::Number,
    Rule::StraightQuote, Rule::WrongScript, Rule::NotUtf8, Rule::Ellipsis, Rule::Brand,
];

fn is_about_characters(finding: &Finding) -> bool {
    ABOUT_CHARACTERS.contains(&finding.rule) && !finding.span.is_empty()
}

/// Whether a finding says more than another about the same characters.
fn is_stronger(finding: &Finding, other: &Finding) -> bool {
    if is_garbled_around(finding, other) || is_garbled_around(other, finding) {
        return is_garbled_around(finding, other);
    }
    (finding.rule, other.span.len()) < (other.rule, finding.span.len())
}

/// Whether a finding is garbled text around another finding, which must be retyped as a whole.
fn is_garbled_around(finding: &Finding, other: &Finding) -> bool {
    finding.rule == Rule::WrongScript && finding.span.len() > other.span.len()
}
