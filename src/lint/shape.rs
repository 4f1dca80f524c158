//! Whether a message has the parts that the source's message has.

use super::pieces::is_blank;
use super::sheet::Locale;
use super::{Finding, Rule};
use crate::error::Hints;
use crate::ftl::SUGGESTION;

/// Rules `missing-value`, `missing-attribute` and `unknown-attribute`, against the source.
pub(super) fn against_source(locale: &Locale<'_>, source: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut hints = Hints::default();
    for (sheet, unit) in locale.first_messages() {
        let Some(original) = source.message(unit.name) else {
            continue;
        };
        let id = unit.name;
        match (&original.value, &unit.value) {
            (Some(_), None) => {
                let message = format!("`{id}` has attributes only; write its text behind `=`");
                findings.push(sheet.at(Rule::MissingValue, id, unit, message));
            }
            (None, Some(_)) => {
                let message = format!("the source's `{id}` has attributes only; remove this text");
                findings.push(sheet.at(Rule::MissingValue, id, unit, message));
            }
            _ => {}
        }
        for attribute in &original.attributes {
            let name = attribute.id.name;
            if unit.attribute(name).is_none() {
                let message = format!("`{id}` lacks the `.{name}` that the source has");
                findings.push(sheet.at(Rule::MissingAttribute, id, unit, message));
            }
        }
        for attribute in &unit.attributes {
            let name = attribute.id.name;
            if original.attribute(name).is_none() {
                let near = hints.nearest(name, original.attributes.iter().map(|it| it.id.name));
                let message = match near {
                    Some(near) => {
                        format!("the source's `{id}` has no `.{name}`; did you mean `.{near}`?")
                    }
                    None => format!("the source's `{id}` has no `.{name}`; remove it"),
                };
                findings.push(sheet.at(Rule::UnknownAttribute, name, unit, message));
            }
        }
    }
    findings
}

/// Rules `missing-value` and `unknown-attribute` for a message by itself.
pub(super) fn by_itself(locale: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut hints = Hints::default();
    for (sheet, unit) in locale.messages() {
        let id = unit.name;
        if unit.value.is_none() {
            let message = format!("`{id}` has attributes only; write its text behind `=`");
            findings.push(sheet.at(Rule::MissingValue, id, unit, message));
        }
        for attribute in unit.attributes.iter().filter(|it| it.id.name != SUGGESTION) {
            let name = attribute.id.name;
            let message = match hints.nearest(name, [SUGGESTION]) {
                Some(near) => format!("nothing shows `.{name}`; did you mean `.{near}`?"),
                None => format!("nothing shows `.{name}`; the only attribute is `.{SUGGESTION}`"),
            };
            findings.push(sheet.at(Rule::UnknownAttribute, name, unit, message));
        }
    }
    findings
}

/// Rule `empty-text`.
pub(super) fn empty(locale: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (sheet, unit) in locale.units() {
        for (name, _) in unit.patterns().filter(|(_, pattern)| is_blank(pattern)) {
            let message =
                "this text is empty, or one of its variants is; a toast must say something";
            findings.push(sheet.at(Rule::EmptyText, name, unit, message));
        }
    }
    findings
}
