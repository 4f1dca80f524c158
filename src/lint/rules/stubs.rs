//! Messages that are not translated yet.

use std::collections::HashMap;

use crate::finding::{Finding, Rule};
use crate::lint::model::codes::expected;
use crate::lint::model::locale::Locale;
use crate::lint::model::record::Record;
use crate::lint::model::stubs::{English, State, Stub};

/// Rule `untranslated`.
pub(crate) fn untranslated(
    locale: &Locale<'_>,
    source: &Locale<'_>,
    stubs: &[Stub<'_>],
    record: &Record,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    // The first stub of each file, and how many there are.
    let mut files: Vec<(&Stub<'_>, usize)> = Vec::new();
    let mut places = HashMap::new();
    let english = English::of_stubs(stubs, source, record);
    for stub in stubs {
        let state = match english.get(stub.id) {
            Some(english) => stub.state(english),
            None => State::Current,
        };
        if matches!(state, State::Current | State::Outdated(_)) {
            let place = *places.entry(std::ptr::from_ref(stub.resource)).or_insert(files.len());
            match files.get_mut(place) {
                Some((_, count)) => *count += 1,
                None => files.push((stub, 1)),
            }
        }
        if let Some(message) = advice(state, locale.tag) {
            let place = stub.resource.place(stub.id);
            let id = Some(stub.id.to_owned());
            findings.push(stub.resource.finding(Rule::Untranslated, place, id, message));
        }
    }
    for (first, count) in files {
        let verb = if count == 1 { "is" } else { "are" };
        let message = format!(
            "{count} of {} messages {verb} not translated yet; translate the text after each `=`, \
             and remove the `# ` at the start of the line",
            expected().count()
        );
        // The finding is about the file; it is shown at the first stub.
        let place = first.resource.place(first.id);
        findings.push(first.resource.finding(Rule::Untranslated, place, None, message));
    }
    findings
}

/// Returns what to do about a stub, if it is not as `update` left it.
fn advice(state: State, tag: &str) -> Option<String> {
    match state {
        State::Translated => {
            Some("this stub is translated; remove the `# ` at the start of its lines".to_owned())
        }
        State::Unknown => Some(format!(
            "this stub is not the English of the source; if it is translated, remove the `# ` at \
             the start of its lines, otherwise delete it and run `update {tag}`"
        )),
        State::Outdated(now) => {
            Some(format!("the English of this stub is now “{now}”; run `update {tag}`"))
        }
        State::Current => None,
    }
}
