//! Adding and renewing stubs, which leaves all other lines unchanged.

use std::collections::HashMap;
use std::ops::Range;

use super::accept::renew;
use super::format::{format, to_write};
use super::source::with_source;
use super::template::{commented, stub_of};
use crate::finding::Finding;
use crate::lint::File;
use crate::lint::model::codes::{expected, rank};
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::message_ids::MessageIds;
use crate::lint::model::record;
use crate::lint::model::resource::Resource;
use crate::lint::model::stubs::{English, State, Stub, stubs};
use crate::lint::model::syntax::syntax;

/// What to write to update a locale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Updated {
    /// What to write to each file, in the order of the files.
    pub files: Vec<Update>,
    /// The new text of the record, `accepted.txt`; `None` if it does not change. It must be written
    /// after the files: it has the English of all stubs, without which no run can tell them from
    /// translations.
    pub record: Option<String>,
}

/// What to write to update a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Update {
    /// The path of the file.
    pub path: String,
    /// The new text; `None` if it does not change.
    pub text: Option<String>,
    /// The messages that stubs were added for.
    pub added: Vec<String>,
    /// The stubs whose English was updated.
    pub renewed: Vec<String>,
    /// The mistakes that keep the file from being updated.
    pub findings: Vec<Finding>,
}

/// Adds stubs for new messages to the files of a locale, and updates the English in its stubs.
/// Every other line is kept, and so is every stub whose text is not the recorded English: a
/// translator may have translated it and left the `# `.
///
/// ```
/// use im_error_l10n::edit;
/// use im_error_l10n::lint::File;
///
/// let file = File::new("zh-CN", "zh-CN/errors.ftl", "error-success = 成功\n");
/// let updated = edit::update(&[file], "zh-CN").unwrap();
/// let [update] = &updated.files[..] else { unreachable!("one file") };
/// assert!(update.added.iter().any(|id| id == "error-not-friend"));
/// assert!(update.text.as_ref().is_some_and(|text| text.contains("# error-not-friend = ")));
/// ```
///
/// # Errors
///
/// The findings that keep a file of the locale or of the source, or the record, from being read.
pub fn update(files: &[File], locale: &str) -> Result<Updated, Vec<Finding>> {
    let mut record = record::of_locale(files, locale)?;
    let before = record.clone();
    let mut updated = with_source(files, locale, |locale, source| {
        let stubs = stubs(locale);
        let ids = MessageIds::of(locale, &stubs);
        let lacking: Vec<&str> = expected().filter(|id| ids.lacks(id)).collect();
        let mut updated = Updated::default();
        let english_of = English::of_stubs(&stubs, source, &record);
        let mut of_resource: HashMap<*const Resource<'_>, Vec<(&Stub<'_>, State)>> = HashMap::new();
        for stub in &stubs {
            if let Some(english) = english_of.get(stub.id) {
                let of_file = of_resource.entry(stub.resource).or_default();
                of_file.push((stub, stub.state(english)));
            }
        }
        // The messages whose stubs have the English of the source.
        let mut english: Vec<&str> = Vec::new();
        let mut missing = &*lacking;
        for resource in locale.resources {
            let of_file = of_resource.remove(&std::ptr::from_ref(resource)).unwrap_or_default();
            // New stubs go into the first file.
            let missing = std::mem::take(&mut missing);
            match update_file(locale, source, resource, &of_file, &stubs, missing) {
                Err(findings) => {
                    let path = resource.file.file.path().to_owned();
                    updated.files.push(Update { path, findings, ..Update::default() });
                }
                Ok(update) => {
                    english.extend(missing.iter().filter(|id| source.message(id).is_some()));
                    for (stub, state) in of_file {
                        let is_english = match (state, english_of.get(stub.id)) {
                            (State::Outdated(_), _) => true,
                            (State::Current, Some(now)) => stub.is_whole(now),
                            _ => false,
                        };
                        if is_english {
                            english.push(stub.id);
                        }
                    }
                    updated.files.push(update);
                }
            }
        }
        renew(&mut record, source, &english);
        updated
    })?;
    updated.record = (record != before).then(|| record.to_text());
    Ok(updated)
}

/// Updates one file: the English of its stubs, and new stubs.
fn update_file(
    locale: &Locale<'_>,
    source: &Locale<'_>,
    resource: &Resource<'_>,
    stubs: &[(&Stub<'_>, State)],
    all_stubs: &[Stub<'_>],
    missing: &[&str],
) -> Result<Update, Vec<Finding>> {
    let broken = syntax(resource);
    if !broken.is_empty() {
        return Err(broken);
    }
    let file = resource.file.file;
    let text = resource.text();
    let mut update = Update { path: file.path().to_owned(), ..Update::default() };
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for (stub, state) in stubs {
        if let State::Outdated(_) = state
            && let Some(original) = source.message(stub.id)
            && let (Some(first), Some(last)) = (stub.lines.first(), stub.lines.last())
        {
            let start = resource.offset(first) - "# ".len();
            let english = commented("#", &stub_of(original, false));
            edits.push((start..resource.place(last).end, english.trim_end().to_owned()));
            update.renewed.push(stub.id.to_owned());
        }
    }
    for id in missing {
        let Some(original) = source.message(id) else {
            continue;
        };
        let at = insertion_point(locale, resource, all_stubs, id);
        let stub = commented("#", &stub_of(original, true));
        let before = text.get(..at).unwrap_or_default();
        let gap = if before.is_empty() || before.ends_with("\n\n") { "" } else { "\n" };
        let after = text.get(at..).unwrap_or_default();
        let end = if after.is_empty() || after.starts_with('\n') { "" } else { "\n" };
        edits.push((at..at, format!("{gap}{stub}{end}")));
        update.added.push((*id).to_owned());
    }
    if edits.is_empty() {
        return Ok(update);
    }
    let text = to_write(file, apply(text, edits))?;
    // A file in the canonical form stays in it.
    let is_canonical = format(file).is_ok_and(|formatted| formatted.as_bytes() == file.bytes());
    let updated = File::new(file.locale(), file.path(), &*text);
    update.text = Some(if is_canonical { format(&updated)? } else { text });
    Ok(update)
}

/// Returns where to insert the stub of a message: after the message or stub before it.
fn insertion_point(
    locale: &Locale<'_>,
    resource: &Resource<'_>,
    stubs: &[Stub<'_>],
    id: &str,
) -> usize {
    let text = resource.text();
    let own_rank = rank(id);
    let mut ends: Vec<(usize, usize)> = Vec::new();
    for entry in locale.first_messages() {
        if std::ptr::eq(entry.resource, resource) {
            ends.extend(rank(entry.name).zip(entry.end()));
        }
    }
    for stub in stubs {
        if std::ptr::eq(stub.resource, resource)
            && let Some(last) = stub.lines.last()
        {
            ends.extend(rank(stub.id).zip(Some(resource.place(last).end)));
        }
    }
    ends.retain(|(other, _)| Some(*other) < own_rank);
    if let Some((_, at)) = ends.into_iter().max() {
        let (_, below) = text.get(at..).unwrap_or_default().split_once('\n').unwrap_or_default();
        return text.len() - below.len();
    }
    // Before the first message and what is above it.
    for entry in locale.entries_of(resource) {
        if !entry.is_term {
            return start_of(entry, text);
        }
    }
    text.len()
}

/// Returns where a message begins, including its comment.
fn start_of(entry: &Entry<'_>, text: &str) -> usize {
    let first = entry.comment.first().copied().unwrap_or(entry.name);
    let at = entry.resource.offset(first);
    let before = text.get(..at).unwrap_or_default();
    before.rfind('\n').map_or(0, |end| end + 1)
}

fn apply(text: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(place, _)| place.start);
    let mut result = String::new();
    let mut from = 0;
    for (place, with) in edits {
        result.push_str(text.get(from..place.start).unwrap_or_default());
        result.push_str(&with);
        from = place.end;
    }
    result.push_str(text.get(from..).unwrap_or_default());
    result
}
