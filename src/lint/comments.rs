//! The comments above messages: explanations, and instructions for the linter.

use super::characters::narrow;
use super::locale::Locale;
use super::references::{explained, variables};
use super::sheet::{Comment, Unit};
use super::stubs::stub_id;
use super::{Finding, Rule, nearest};
use std::collections::HashMap;

/// The default maximum width of a text, in columns.
const MAX_WIDTH: usize = 120;
/// Like [`MAX_WIDTH`], but for languages whose characters take two columns.
const MAX_WIDTH_HAN: usize = 80;

/// The meaning of a line in a comment.
enum Line<'s> {
    /// An explanation.
    Text,
    /// `# lint: allow brand, order` silences rules.
    Allow(&'s str),
    /// `# max: 40` limits the width of a text.
    Max(usize),
    /// Meant for the linter but not read: where the instruction ends, and what to report.
    Unread(usize, String),
}

fn read(line: &str) -> Line<'_> {
    if let Some(rules) = line.strip_prefix("lint: allow").filter(|rest| rest.starts_with(' ')) {
        return Line::Allow(rules);
    }
    if let Some(max) = line.strip_prefix("max:").and_then(|max| max.trim().parse().ok()) {
        return Line::Max(max);
    }
    let folded: String =
        line.chars().map(|c| narrow(c).unwrap_or(c).to_ascii_lowercase()).collect();
    let is_mark = |c: char| matches!(c, ':' | '=' | ' ' | '-');
    if let Some(rest) = folded.strip_prefix("lint")
        && (rest.is_empty() || rest.starts_with(is_mark))
    {
        let word = rest.trim_start_matches(is_mark).split([' ', ':']).next().unwrap_or_default();
        if rest.trim_start().starts_with(':') || strsim::damerau_levenshtein(word, "allow") <= 1 {
            let before = folded.find(word).and_then(|at| folded.get(..at)).unwrap_or_default();
            // Folding keeps the number of characters, but not of bytes.
            let count = before.chars().count() + word.chars().count();
            let end = line.char_indices().nth(count).map_or(line.len(), |(at, _)| at);
            let advice = "this comment is not read; write `lint: allow` and the rules to silence";
            return Line::Unread(end, advice.to_owned());
        }
    }
    if let Some(rest) = folded.strip_prefix("max") {
        let has_mark = rest.trim_start().starts_with([':', '=']);
        match rest.trim_start_matches(is_mark).trim().parse::<usize>() {
            Ok(number) if has_mark || rest.starts_with(' ') => {
                let advice = format!("this comment is not read; write `max: {number}`");
                return Line::Unread(line.len(), advice);
            }
            Err(_) if has_mark => {
                let advice = "this comment is not read; write a number of columns, as in `max: 40`";
                return Line::Unread(line.len(), advice.to_owned());
            }
            _ => {}
        }
    }
    Line::Text
}

/// Rule `unread-comment`.
pub(super) fn unread(locale: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for unit in &locale.units {
        for line in &unit.comment {
            if let Line::Unread(len, advice) = read(line) {
                let start = unit.sheet.offset(line);
                findings.push(unit.over(Rule::UnreadComment, start..start + len, advice));
            }
        }
    }
    // The comment of a stub belongs to the future message.
    let is_stub = |comment: &&Comment<'_>| comment.lines.iter().any(|line| stub_id(line).is_some());
    let standalone = locale.comments.iter().filter(|comment| comment.level == 1);
    for Comment { sheet, lines, .. } in standalone.filter(|comment| !is_stub(comment)) {
        for line in lines {
            let (len, advice) = match read(line) {
                Line::Text => continue,
                Line::Unread(len, advice) => (len, advice),
                Line::Allow(_) | Line::Max(_) => (
                    line.len(),
                    "this comment is not above a message, so it is not read; move it right above one"
                        .to_owned(),
                ),
            };
            let start = sheet.offset(line);
            findings.push(sheet.finding(Rule::UnreadComment, start..start + len, None, advice));
        }
    }
    findings
}

/// Rule `undocumented`, for the source.
pub(super) fn undocumented(source: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for unit in source.all_messages() {
        if explanation(unit).trim().is_empty() {
            let message = format!(
                "`{}` has no comment; add one that says when the message appears and what to watch for",
                unit.name
            );
            findings.push(unit.at(Rule::Undocumented, unit.name, message));
            continue;
        }
        for name in variables(unit).difference(&explained(unit)) {
            if nearest(name, ["code", "name"]).is_none_or(|near| near == *name) {
                let message =
                    format!("the comment above does not explain `${name}`; add an explanation");
                findings.push(unit.at(Rule::Undocumented, name, message));
            }
        }
    }
    findings
}

/// Returns the comment above a message without the instructions for the linter.
pub(super) fn explanation(unit: &Unit<'_>) -> String {
    let lines = unit.comment.iter().filter(|line| matches!(read(line), Line::Text));
    lines.copied().collect::<Vec<_>>().join("\n")
}

/// Returns the maximum width of a text: from its own comment, that of the source, or its language.
pub(super) fn max_width(locale: &Locale<'_>, unit: &Unit<'_>, source: Option<&Unit<'_>>) -> usize {
    for line in [Some(unit), source].into_iter().flatten().flat_map(|unit| &unit.comment) {
        if let Line::Max(max) = read(line) {
            return max;
        }
    }
    match locale.language() {
        "zh" | "ja" | "ko" | "yue" => MAX_WIDTH_HAN,
        _ => MAX_WIDTH,
    }
}

/// The file, message and rule that an allowance applies to.
type Key = (String, String, Rule);

/// Removes the findings that a comment allows, and adds one for each allowance that silences
/// nothing (rule `unused-allow`).
pub(super) fn apply_allowances(locale: &Locale<'_>, mut findings: Vec<Finding>) -> Vec<Finding> {
    let mut given: Vec<(&Unit<'_>, &str)> = Vec::new();
    for unit in &locale.units {
        for line in &unit.comment {
            if let Line::Allow(rules) = read(line) {
                let names = rules.split([',', ' ', '，', '、']).filter(|name| !name.is_empty());
                given.extend(names.map(|name| (unit, name)));
            }
        }
    }
    let mut used: HashMap<Key, bool> = HashMap::new();
    for (unit, name) in &given {
        // A misspelled allowance is reported, but still silences the rule that it means.
        if let Some(rule) = nearest_rule(name) {
            *used.entry(key(unit, rule)).or_default() |= rule.id() != *name;
        }
    }
    findings.retain(|finding| {
        let key = (finding.path.clone(), finding.id.clone().unwrap_or_default(), finding.rule);
        used.get_mut(&key).map(|used| *used = true).is_none()
    });
    for (unit, name) in &given {
        let message = match nearest_rule(name) {
            Some(rule) if rule.id() == *name => {
                // The second of two equal allowances silences nothing.
                if used.insert(key(unit, rule), false) == Some(true) {
                    continue;
                }
                format!("`{name}` silences nothing in `{}`; remove it from the comment", unit.id())
            }
            Some(near) => format!("unknown rule `{name}`; did you mean `{near}`?"),
            None => format!("unknown rule `{name}`; remove it from the comment"),
        };
        findings.push(unit.at(Rule::UnusedAllow, name, message));
    }
    findings
}

fn nearest_rule(name: &str) -> Option<Rule> {
    let near = nearest(name, Rule::ALL.iter().map(|rule| rule.id()))?;
    Rule::ALL.iter().find(|rule| rule.id() == near).copied()
}

fn key(unit: &Unit<'_>, rule: Rule) -> Key {
    (unit.sheet.file.file.path().to_owned(), unit.id(), rule)
}
