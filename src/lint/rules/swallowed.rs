//! Characters and spaces that Fluent reads as text, but that were meant as syntax.

use crate::finding::{Finding, Rule};
use crate::lint::model::characters::{describe, narrow, narrowed};
use crate::lint::model::locale::Locale;
use crate::lint::model::parts::{Part, Parts};
use crate::lint::model::syntax::typed::{Typed, instead};
use crate::overlay::syntax::is_id_char;

/// Rule `swallowed-line`, and full-width braces and brackets in texts.
pub(super) fn swallowed(locale: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for entry in &locale.entries {
        for line in &entry.swallowed {
            let place = line.place.clone();
            findings.push(entry.over(Rule::SwallowedLine, place, &*line.advice));
        }
        for (_, pattern) in entry.patterns() {
            let parts = Parts::of(pattern);
            for part in parts.all {
                let Part::Text(text) = part else {
                    continue;
                };
                let mut meant = braces(text);
                if !parts.selections.is_empty() {
                    meant.extend(key(text));
                }
                for Typed { rule, place, message } in meant {
                    let start = entry.resource.offset(text);
                    let place = start + place.start..start + place.end;
                    findings.push(entry.over(rule, place, message));
                }
            }
        }
    }
    findings
}

/// Returns the full-width bracket or asterisk of a variant that is read as text of the one above.
fn key(text: &str) -> Option<Typed> {
    let key = text.trim_start();
    let start = text.len() - key.len();
    let end = key.find([']', '］', '】'])?;
    let first = key.chars().next()?;
    let twin = narrow(first).filter(|twin| matches!(twin, '[' | '*'))?;
    let name = key.get(first.len_utf8()..end)?.trim_start_matches(['[', '［', '【']);
    let place = start..start + first.len_utf8();
    let message = instead(key.get(..first.len_utf8())?, &twin.to_string());
    name.chars().all(is_id_char).then_some(Typed { rule: Rule::FullwidthSyntax, place, message })
}

/// Returns the full-width braces that were meant as those of a placeable, or that have no partner.
fn braces(text: &str) -> Vec<Typed> {
    let mut found = Vec::new();
    let mut open = None;
    let mut read = 0;
    for (at, brace) in text.match_indices(['｛', '｝']) {
        if at < read {
            continue;
        }
        let mut end = at + brace.len();
        match (brace, open) {
            ("｛", None) => open = Some(at),
            // Doubled, as in other systems.
            ("｛", Some(start)) if start + brace.len() == at => {}
            ("｝", Some(start)) => {
                open = None;
                let rest = text.get(end..).unwrap_or_default();
                if text.get(start..).unwrap_or_default().starts_with("｛｛")
                    && rest.starts_with('｝')
                {
                    end += brace.len();
                }
                read = end;
                let written = text.get(start..end).unwrap_or_default();
                let inner = narrowed(written.trim_matches(['｛', '｝']));
                let placeable = format!("{{{}}}", inner.replace(char::is_whitespace, " "));
                if is_placeable(&placeable) {
                    let message = instead(written, &placeable);
                    found.push(Typed { rule: Rule::FullwidthSyntax, place: start..end, message });
                }
            }
            _ => found.push(alone(at, brace)),
        }
    }
    if let Some(at) = open {
        found.push(alone(at, "｛"));
    }
    found
}

/// Whether the text between braces looks like the inside of a placeable.
fn is_placeable(text: &str) -> bool {
    let inner = text.trim_matches(['{', '}']).trim();
    inner.starts_with(['$', '"'])
        || !inner.is_empty() && inner.chars().all(|c| is_id_char(c) || matches!(c, '.' | ' '))
}

fn alone(at: usize, brace: &str) -> Typed {
    let (name, twin) = match brace {
        "｛" => (describe('｛'), '{'),
        _ => (describe('｝'), '}'),
    };
    let message = format!("{name} is shown as is; write `{twin}` for a placeable, or remove it");
    Typed { rule: Rule::RawSyntax, place: at..at + brace.len(), message }
}
