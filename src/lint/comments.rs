//! The comments above messages: explanations, and instructions for the linter.

use super::characters::narrow;
use super::locale::Locale;
use super::references::{explained, variables};
use super::sheet::{Comment, Sheet, Unit};
use super::stubs::is_stub_head;
use super::{Finding, Rule, nearest};
use std::collections::HashMap;

/// The default limit of the width of a text, in columns.
const MAX_WIDTH: usize = 120;
/// Like [`MAX_WIDTH`], but for languages whose characters take two columns.
const MAX_WIDTH_HAN: usize = 80;

/// What a line of a comment is.
enum Line<'s> {
    /// An explanation.
    Text,
    /// `# lint: allow brand, order` silences rules.
    Allow(&'s str),
    /// `# max: 40` bounds the width of a text.
    Max(usize),
    /// Meant for the linter, up to this byte; and what would be right.
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
    if let Some(rest) =
        folded.strip_prefix("lint").filter(|rest| rest.is_empty() || rest.starts_with(is_mark))
    {
        let word = rest.trim_start_matches(is_mark).split([' ', ':']).next().unwrap_or_default();
        if rest.trim_start().starts_with(':') || strsim::damerau_levenshtein(word, "allow") <= 1 {
            let end = folded
                .find(word)
                .map_or(0, |at| folded.get(..at).unwrap_or_default().chars().count())
                + word.chars().count();
            let end = line.char_indices().nth(end).map_or(line.len(), |(at, _)| at);
            let advice = "this comment is not read; write `lint: allow` and the rules to silence";
            return Line::Unread(end, advice.to_owned());
        }
    }
    if let Some(rest) = folded.strip_prefix("max") {
        let value = rest.trim_start_matches(is_mark);
        let number: Option<usize> = value.trim().parse().ok();
        let has_mark = rest.trim_start().starts_with([':', '=']);
        if has_mark || number.is_some() && rest.starts_with(' ') {
            let advice = match number {
                Some(number) => format!("this comment is not read; write `max: {number}`"),
                None => "this comment is not read; write a number of columns, as in `max: 40`"
                    .to_owned(),
            };
            return Line::Unread(line.len(), advice);
        }
    }
    Line::Text
}

/// Rule `unread-comment`.
pub(super) fn unread(locale: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for unit in &locale.units {
        for line in unit.comment() {
            if let Line::Unread(len, advice) = read(line) {
                let start = unit.sheet.offset(line);
                findings.push(unit.over(Rule::UnreadComment, start..start + len, advice));
            }
        }
    }
    for comment in locale.comments.iter().filter(|comment| comment.level == 1) {
        let (Comment { sheet, .. }, lines) = (comment, comment.lines());
        // The comments of stubs are for the message to come.
        if lines.iter().any(|line| is_stub_head(line)) {
            continue;
        }
        for line in lines {
            let (len, advice) = match read(line) {
                Line::Text => continue,
                Line::Unread(len, advice) => (len, advice),
                Line::Allow(_) | Line::Max(_) => (
                    line.len(),
                    "this comment is not above a message, so it is not read; move it right above one".to_owned(),
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
                "`{}` has no comment; say above it when it appears and what to watch for",
                unit.name
            );
            findings.push(unit.at(Rule::Undocumented, unit.name, message));
            continue;
        }
        for name in variables(unit).difference(&explained(unit)) {
            if nearest(name, ["code", "name"]).is_none_or(|near| near == *name) {
                let message =
                    format!("the comment above does not explain `${name}`; say there what it is");
                findings.push(unit.at(Rule::Undocumented, name, message));
            }
        }
    }
    findings
}

/// The lines of a comment that are for people.
pub(super) fn explanation(unit: &Unit<'_>) -> String {
    let lines = unit.comment().into_iter();
    lines.filter(|line| matches!(read(line), Line::Text)).collect::<Vec<_>>().join("\n")
}

/// How wide a text may be: by its own comment, by that of the source, or by its language.
pub(super) fn max_width(locale: &Locale<'_>, unit: &Unit<'_>, source: Option<&Unit<'_>>) -> usize {
    for line in unit.comment().into_iter().chain(source.into_iter().flat_map(Unit::comment)) {
        if let Line::Max(max) = read(line) {
            return max;
        }
    }
    match locale.language() {
        "zh" | "ja" | "ko" | "yue" => MAX_WIDTH_HAN,
        _ => MAX_WIDTH,
    }
}

/// An allowance: its file, its message, its rule.
type Key = (String, String, Rule);

/// Removes the findings that a comment allows, and adds one for each allowance that silences
/// nothing (rule `unused-allow`).
pub(super) fn apply_allowances(locale: &Locale<'_>, mut findings: Vec<Finding>) -> Vec<Finding> {
    let mut given: Vec<(Unit<'_>, &str, Option<Rule>)> = Vec::new();
    for unit in &locale.units {
        for line in unit.comment() {
            if let Line::Allow(rules) = read(line) {
                for name in rules.split([',', ' ', '，', '、']).filter(|name| !name.is_empty()) {
                    given.push((
                        *unit,
                        name,
                        Rule::ALL.iter().find(|rule| rule.id() == name).copied(),
                    ));
                }
            }
        }
    }
    let mut used: HashMap<Key, bool> = HashMap::new();
    for (unit, _, rule) in &given {
        used.extend(rule.map(|rule| (key(unit.sheet, &unit.id(), rule), false)));
    }
    // A name that is misspelled may well be that of a rule that finds something here.
    for (unit, name, rule) in &given {
        if rule.is_none()
            && let Some(meant) = rule_near(name)
        {
            used.insert(key(unit.sheet, &unit.id(), meant), true);
        }
    }
    findings.retain(|finding| {
        let key = (finding.path.clone(), finding.id.clone().unwrap_or_default(), finding.rule);
        used.get_mut(&key).map(|used| *used = true).is_none()
    });
    for (unit, name, rule) in &given {
        let message = match rule {
            // Of two allowances for one thing, the second is needless.
            Some(rule) if used.insert(key(unit.sheet, &unit.id(), *rule), false) == Some(true) => {
                continue;
            }
            Some(_) => {
                format!("`{name}` silences nothing in `{}`; remove it from the comment", unit.id())
            }
            None => match rule_near(name) {
                Some(near) => format!("unknown rule `{name}`; did you mean `{}`?", near.id()),
                None => format!("unknown rule `{name}`; remove it from the comment"),
            },
        };
        findings.push(unit.at(Rule::UnusedAllow, name, message));
    }
    findings
}

fn rule_near(name: &str) -> Option<Rule> {
    let near = nearest(name, Rule::ALL.iter().map(|rule| rule.id()))?;
    Rule::ALL.iter().find(|rule| rule.id() == near).copied()
}

fn key(sheet: &Sheet<'_>, id: &str, rule: Rule) -> Key {
    (sheet.file.file.path().to_owned(), id.to_owned(), rule)
}
