//! Which texts differ between two generated sources.

use std::collections::BTreeMap;

use super::LocaleChange;
use crate::texts::UNKNOWN_ID;

/// The texts in a generated source, as code, by locale and id.
#[derive(Default)]
pub(super) struct Texts<'s>(BTreeMap<&'s str, BTreeMap<&'s str, &'s str>>);

impl<'s> Texts<'s> {
    pub(super) fn of(source: &'s str) -> Texts<'s> {
        let mut texts = Texts::default();
        let mut tags: BTreeMap<&str, &str> = BTreeMap::new();
        let mut tag = "";
        for line in source.lines() {
            if let Some(name) = line.strip_prefix("        tag: Cow::Borrowed(\"") {
                tag = name.trim_end_matches("\"),");
                texts.0.entry(tag).or_default();
            } else if let Some(name) = line.strip_prefix("        texts: Cow::Borrowed(") {
                tags.insert(name.trim_end_matches("),"), tag);
            } else if let Some(unknown) = line.strip_prefix("        unknown: Some") {
                texts.0.entry(tag).or_default().insert(UNKNOWN_ID, unknown);
            } else if let Some(definition) = line.strip_prefix("static ") {
                let name = definition.split(':').next().unwrap_or_default();
                tag = tags.get(name).copied().unwrap_or_default();
            } else if let Some((text, id)) = line.rsplit_once(", // ")
                && !text.ends_with("None")
            {
                texts.0.entry(tag).or_default().insert(id, text);
            }
        }
        texts
    }
}

/// Returns what changed in each locale.
pub(super) fn changes(before: &Texts<'_>, after: &Texts<'_>) -> Vec<LocaleChange> {
    let nothing = BTreeMap::new();
    let mut tags: Vec<&str> = before.0.keys().chain(after.0.keys()).copied().collect();
    tags.sort_unstable();
    tags.dedup();
    let mut changes = Vec::new();
    for tag in tags {
        let is_new = !before.0.contains_key(tag);
        let is_removed = !after.0.contains_key(tag);
        let (old, new) =
            (before.0.get(tag).unwrap_or(&nothing), after.0.get(tag).unwrap_or(&nothing));
        let mut ids: Vec<String> = Vec::new();
        for id in old.keys().chain(new.keys().filter(|id| !old.contains_key(*id))) {
            if old.get(id) != new.get(id) {
                ids.push((*id).to_owned());
            }
        }
        if is_new || is_removed || !ids.is_empty() {
            changes.push(LocaleChange { tag: tag.to_owned(), is_new, is_removed, ids });
        }
    }
    changes
}
