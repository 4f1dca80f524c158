//! Translations whose source changed.

use std::collections::HashMap;

use crate::finding::{Finding, Rule};
use crate::lint::model::locale::Locale;
use crate::lint::model::record::Record;

/// Rule `source-changed`.
pub(crate) fn source_changed(
    record: &Record,
    locale: &Locale<'_>,
    source: &Locale<'_>,
) -> Vec<Finding> {
    let mut accepted: HashMap<&str, &str> = HashMap::new();
    for line in &record.lines {
        if let Some(key) = &line.key {
            accepted.insert(key, &line.text);
        }
    }
    let mut findings = Vec::new();
    for entry in locale.first_messages() {
        let Some(original) = source.message(entry.name) else {
            continue;
        };
        for (key, now) in original.texts() {
            let Some(then) = accepted.get(&*key).filter(|then| **then != now) else {
                continue;
            };
            let part = if key == entry.name { "source" } else { "source of `.suggestion`" };
            let message = format!(
                "the {part} changed from “{}” to “{}”; update the translation, then run \
                 `accept {} {}`",
                shortened(then),
                shortened(&now),
                locale.tag,
                entry.name,
            );
            findings.push(entry.at(Rule::SourceChanged, entry.name, message));
            break;
        }
    }
    findings
}

/// Shortens a text to a length that can be compared at a glance.
fn shortened(text: &str) -> String {
    const MAX_LEN: usize = 500;
    let mut short: String = text.chars().take(MAX_LEN).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
