//! The comments above messages: explanations, and instructions for the linter.

use std::collections::HashMap;

use super::variables::{explained, variables};
use crate::finding::{Finding, Rule};
use crate::lint::model::comment::{Comment, Instruction, explanation, instruction};
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::spelling::nearest;
use crate::lint::model::stubs::stub_id;

const MISPLACED: &str =
    "this comment is not above a message, so it is not read; move it right above one";

/// Rule `unread-comment`.
pub(crate) fn unread(locale: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for entry in &locale.entries {
        for line in &entry.comment {
            if let Instruction::Unread(len, advice) = instruction(line) {
                let start = entry.resource.offset(line);
                findings.push(entry.over(Rule::UnreadComment, start..start + len, advice));
            }
        }
    }
    for Comment { resource, level, lines, end } in &locale.comments {
        // The comment of a stub belongs to the future message, and another rule reports a message
        // below that could not be parsed.
        let is_above_junk = resource.junk.binary_search_by_key(end, |junk| junk.start).is_ok();
        let is_stub = lines.iter().any(|line| stub_id(line).is_some());
        if *level != 1 || is_above_junk || is_stub {
            continue;
        }
        for line in lines {
            let (len, advice) = match instruction(line) {
                Instruction::None => continue,
                Instruction::Unread(len, advice) => (len, advice),
                Instruction::Allow(_) | Instruction::Max(_) => (line.len(), MISPLACED.to_owned()),
            };
            let start = resource.offset(line);
            findings.push(resource.finding(Rule::UnreadComment, start..start + len, None, advice));
        }
    }
    findings
}

/// Rule `undocumented`, for the source.
pub(crate) fn undocumented(source: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for entry in source.all_messages() {
        let start = entry.resource.offset(entry.name);
        let junk = &entry.resource.junk;
        if junk.binary_search_by_key(&start, |junk| junk.end).is_ok() {
            // A comment that could not be parsed, which another rule reports.
            continue;
        }
        if explanation(entry).trim().is_empty() {
            let message = format!(
                "`{}` has no comment; add one that says when the message appears and what to \
                 watch for",
                entry.name
            );
            findings.push(entry.at(Rule::Undocumented, entry.name, message));
            continue;
        }
        for name in variables(entry).difference(&explained(entry)) {
            // Another rule reports a misspelled variable.
            if nearest(name, ["code", "name"]).unwrap_or(name) == *name {
                let message =
                    format!("the comment above does not explain `${name}`; add an explanation");
                findings.push(entry.at(Rule::Undocumented, name, message));
            }
        }
    }
    findings
}

/// The file, message and rule that an allowance applies to.
#[derive(PartialEq, Eq, Hash)]
struct Key {
    path: String,
    id: String,
    rule: Rule,
}

/// A rule in a comment that silences it.
struct Allowance<'l> {
    entry: &'l Entry<'l>,
    name: &'l str,
    /// The rule that the name means, even if it is misspelled.
    rule: Option<Rule>,
}

impl Allowance<'_> {
    fn key(&self, rule: Rule) -> Key {
        Key { path: self.entry.resource.file.file.path().to_owned(), id: self.entry.id(), rule }
    }

    fn is_misspelled(&self) -> bool {
        self.rule.map(Rule::id) != Some(self.name)
    }
}

/// Returns the rules that the comments of a locale silence.
fn allowances<'l>(locale: &'l Locale<'l>) -> Vec<Allowance<'l>> {
    let mut all = Vec::new();
    for entry in &locale.entries {
        for line in &entry.comment {
            if let Instruction::Allow(rules) = instruction(line) {
                for name in rules.split([',', ' ', '，', '、']) {
                    if !name.is_empty() {
                        all.push(Allowance { entry, name, rule: nearest_rule(name) });
                    }
                }
            }
        }
    }
    all
}

/// Removes the findings that a comment allows, and adds one for each allowance that silences
/// nothing (rule `unused-allow`).
pub(crate) fn apply_allowances(locale: &Locale<'_>, findings: Vec<Finding>) -> Vec<Finding> {
    let allowances = allowances(locale);
    // Whether something was silenced. A misspelled allowance is reported anyway.
    let mut used: HashMap<Key, bool> = HashMap::new();
    for allowance in &allowances {
        if let Some(rule) = allowance.rule {
            *used.entry(allowance.key(rule)).or_default() |= allowance.is_misspelled();
        }
    }
    let mut kept = Vec::new();
    for finding in findings {
        let id = finding.id.clone().unwrap_or_default();
        match used.get_mut(&Key { path: finding.path.clone(), id, rule: finding.rule }) {
            Some(used) => *used = true,
            None => kept.push(finding),
        }
    }
    for allowance in &allowances {
        let Allowance { entry, name, rule } = allowance;
        let message = match rule {
            Some(near) if allowance.is_misspelled() => {
                format!("unknown rule `{name}`; did you mean `{near}`?")
            }
            Some(rule) => {
                // The second of two equal allowances silences nothing.
                if used.insert(allowance.key(*rule), false) == Some(true) {
                    continue;
                }
                format!("`{name}` silences nothing in `{}`; remove it from the comment", entry.id())
            }
            None => format!("unknown rule `{name}`; remove it from the comment"),
        };
        kept.push(entry.at(Rule::UnusedAllow, name, message));
    }
    kept
}

fn nearest_rule(name: &str) -> Option<Rule> {
    let near = nearest(name, Rule::ALL.iter().copied().map(Rule::id))?;
    Rule::ALL.iter().copied().find(|rule| rule.id() == near)
}
