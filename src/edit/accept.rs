//! Accepting translations: the record of the source texts that they were made from.

use std::collections::{BTreeMap, HashMap};

use super::source::with_source;
use crate::finding::{Finding, Rule};
use crate::lint::File;
use crate::lint::model::codes::{expected, rank};
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::record::{self, Line, Record, id_of};
use crate::lint::model::syntax::syntax;

/// A text whose record `accept` changed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// The message, or its attribute: `error-not-friend.suggestion`.
    pub key: String,
    /// What the record had.
    pub old: Option<String>,
    /// The source as it is now; `None` if it no longer has this text.
    pub new: Option<String>,
}

/// Accepts messages of a locale against the current source: the given ones, or all translated ones.
/// Returns the text of the record, and what changed.
///
/// ```
/// use im_error_l10n::edit;
/// use im_error_l10n::lint::File;
///
/// let file = File::new("zh-CN", "zh-CN/errors.ftl", "error-success = 成功\n");
/// let (record, changes) = edit::accept(&[file], "zh-CN", Some(&["error-success"])).unwrap();
/// assert_eq!(changes[0].key, "error-success");
/// assert!(record.contains("error-success = "));
/// ```
///
/// # Errors
///
/// The findings that keep the record, or one of these messages, from being read.
pub fn accept(
    files: &[File],
    locale: &str,
    ids: Option<&[&str]>,
) -> Result<(String, Vec<Change>), Vec<Finding>> {
    let mut record = record::of_locale(files, locale)?;
    let changes = with_source(files, locale, |locale, source| {
        let ids = acceptable(locale, source, ids)?;
        Ok::<_, Vec<Finding>>(renew(&mut record, source, &ids))
    })??;
    Ok((record.to_text(), changes))
}

/// Returns the messages to accept, or the findings that keep one of them from being accepted.
fn acceptable<'i>(
    locale: &Locale<'_>,
    source: &Locale<'_>,
    ids: Option<&[&'i str]>,
) -> Result<Vec<&'i str>, Vec<Finding>> {
    let mut broken: HashMap<String, Vec<Finding>> = HashMap::new();
    for finding in locale.resources.iter().chain(source.resources).flat_map(syntax) {
        if finding.rule == Rule::Syntax
            && let Some(id) = finding.id.clone()
        {
            broken.entry(id).or_default().push(finding);
        }
    }
    let all: Vec<&str> = expected().collect();
    let mut findings = Vec::new();
    let mut accepted = Vec::new();
    for id in ids.unwrap_or(&all) {
        if let Some(broken) = broken.get(*id) {
            findings.extend_from_slice(broken);
        } else if locale.message(id).is_some() && source.message(id).is_some() {
            accepted.push(*id);
        } else if ids.is_some()
            && let Some(resource) = locale.resources.first()
        {
            let message = format!("`{id}` is not translated yet");
            findings.push(resource.finding(Rule::Untranslated, 0..0, None, message));
        }
    }
    if findings.is_empty() { Ok(accepted) } else { Err(findings) }
}

/// Accepts messages against the current source, and keeps every other line.
pub(super) fn renew(record: &mut Record, source: &Locale<'_>, ids: &[&str]) -> Vec<Change> {
    let mut changes = Vec::new();
    for id in ids {
        let at = match record.lines.iter().position(|line| line.is_of(id)) {
            Some(at) => at,
            None => index_for(record, id),
        };
        let mut then: BTreeMap<String, String> = record.texts(id).into_iter().collect();
        record.lines.retain(|line| !line.is_of(id));
        let now = source.message(id).map(Entry::texts).unwrap_or_default();
        for (offset, (key, text)) in now.into_iter().enumerate() {
            let old = then.remove(&key);
            if old.as_ref() != Some(&text) {
                changes.push(Change { key: key.clone(), old, new: Some(text.clone()) });
            }
            record.lines.insert(at + offset, Line { key: Some(key), text });
        }
        for (key, old) in then {
            changes.push(Change { key, old: Some(old), new: None });
        }
    }
    changes
}

/// Returns where to insert the lines of a new message.
fn index_for(record: &Record, id: &str) -> usize {
    let own_rank = rank(id);
    for (at, line) in record.lines.iter().enumerate().rev() {
        if let Some(key) = &line.key
            && rank(id_of(key)) < own_rank
        {
            return at + 1;
        }
    }
    record.lines.iter().take_while(|line| line.key.is_none()).count()
}
