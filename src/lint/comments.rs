//! The comments over messages: what explains, and what tells the linter something.

use std::collections::HashMap;

use super::references::{explained, variables};
use super::sheet::{Locale, Sheet, Unit};
use super::{Finding, Rule};
use crate::error::Hints;

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
        for name in variables(unit).difference(&explained(unit)) {
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
    let given: Vec<_> = locale.units().flat_map(|(sheet, unit)| given(sheet, unit)).collect();
    if given.is_empty() {
        return findings;
    }
    // Each allowance by its file, message and rule, and whether it silenced anything.
    let mut allowed: HashMap<(String, String, Rule), bool> = HashMap::new();
    for (sheet, unit, rule) in &given {
        let rule = Rule::ALL.iter().find(|it| it.id() == *rule);
        allowed.extend(rule.map(|rule| (key(sheet, unit, *rule), false)));
    }
    findings.retain(|it| {
        let key = (it.path.clone(), it.id.clone().unwrap_or_default(), it.rule);
        allowed.get_mut(&key).map(|used| *used = true).is_none()
    });
    let mut hints = Hints::default();
    for (sheet, unit, rule) in given {
        let message = match Rule::ALL.iter().find(|it| it.id() == rule) {
            // Of two allowances for one thing, the second is needless.
            Some(rule) if allowed.insert(key(sheet, unit, *rule), false) == Some(true) => continue,
            Some(_) => format!("`{rule}` finds nothing in `{}`; remove the allowance", unit.id()),
            None => match hints.nearest(rule, Rule::ALL.iter().map(|rule| rule.id())) {
                Some(near) => format!("no rule is named `{rule}`; did you mean `{near}`?"),
                None => format!("no rule is named `{rule}`"),
            },
        };
        findings.push(sheet.at(Rule::UnusedAllow, rule, unit, message));
    }
    findings
}

fn key(sheet: &Sheet<'_>, unit: &Unit<'_>, rule: Rule) -> (String, String, Rule) {
    (sheet.file.path().to_owned(), unit.id(), rule)
}

/// The allowances in the comment over a message.
fn given<'l, 't>(
    sheet: &'l Sheet<'t>,
    unit: &'l Unit<'t>,
) -> impl Iterator<Item = (&'l Sheet<'t>, &'l Unit<'t>, &'t str)> {
    let rules = unit.comment.iter().filter_map(|line| line.strip_prefix(ALLOW));
    let rules = rules.flat_map(|rules| rules.split([',', ' ']).filter(|rule| !rule.is_empty()));
    rules.map(move |rule| (sheet, unit, rule))
}
