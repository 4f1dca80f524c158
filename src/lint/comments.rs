//! The comments over messages: what explains, and what tells the linter something.

use super::references::{explains, variables};
use super::sheet::{Locale, Unit};
use super::{Finding, Rule};
use crate::error::nearest;

/// Opens a line that silences rules: `# lint: allow brand, order`.
const ALLOW: &str = "lint: allow";
/// Opens a line that bounds the width of a text: `# max: 40`.
const MAX: &str = "max:";

/// How wide a text may be where no comment says it.
const MAX_WIDTH: usize = 120;
/// The same where a character is as wide as two.
const MAX_WIDTH_HAN: usize = 80;

/// Rule `undocumented`, for the source.
pub(super) fn undocumented(source: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (sheet, unit) in source.messages() {
        if explanation(unit).trim().is_empty() {
            let message = format!(
                "no comment over `{}` tells translators when it appears and what to mind",
                unit.name
            );
            findings.push(sheet.at(Rule::Undocumented, unit.name, unit, message));
        }
        for name in variables(unit).into_iter().filter(|name| !explains(unit, name)) {
            let message = format!("no comment over `{}` says what `${name}` is", unit.name);
            findings.push(sheet.at(Rule::Undocumented, name, unit, message));
        }
    }
    findings
}

/// The lines of a comment that are for people.
pub(super) fn explanation(unit: &Unit<'_>) -> String {
    let lines = unit.comment.iter().copied();
    let for_people = lines.filter(|line| !line.starts_with(ALLOW) && !line.starts_with(MAX));
    for_people.collect::<Vec<_>>().join("\n")
}

/// How wide a text may be: by its own comment, by that of the source, or by its language.
pub(super) fn max_width(tag: &str, unit: &Unit<'_>, source: Option<&Unit<'_>>) -> usize {
    let given = |unit: &Unit<'_>| {
        unit.comment.iter().find_map(|line| line.strip_prefix(MAX)?.trim().parse().ok())
    };
    let language = tag.split('-').next();
    let otherwise = match language {
        Some("zh" | "ja" | "ko" | "yue") => MAX_WIDTH_HAN,
        _ => MAX_WIDTH,
    };
    given(unit).or_else(|| source.and_then(given)).unwrap_or(otherwise)
}

/// Takes out the findings that a comment allows, and adds one for each needless allowance
/// (rule `unused-allow`).
pub(super) fn apply_allowances(locale: &Locale<'_>, mut findings: Vec<Finding>) -> Vec<Finding> {
    let mut unused = Vec::new();
    for (sheet, unit) in locale.units() {
        let id = unit.id();
        for line in &unit.comment {
            let Some(rules) = line.strip_prefix(ALLOW) else {
                continue;
            };
            for rule in rules.split([',', ' ']).filter(|rule| !rule.is_empty()) {
                let before = findings.len();
                findings.retain(|it| {
                    it.rule.id() != rule
                        || it.id.as_deref() != Some(&id)
                        || it.path != sheet.file.path()
                });
                if findings.len() < before {
                    continue;
                }
                let known = Rule::ALL.iter().map(|rule| rule.id());
                let message = match known.clone().find(|known| *known == rule) {
                    Some(_) => format!("`{rule}` finds nothing in `{id}`; remove the allowance"),
                    None => match nearest(rule, known) {
                        Some(near) => format!("no rule is named `{rule}`; did you mean `{near}`?"),
                        None => format!("no rule is named `{rule}`"),
                    },
                };
                unused.push(sheet.at(Rule::UnusedAllow, rule, unit, message));
            }
        }
    }
    findings.extend(unused);
    findings
}
