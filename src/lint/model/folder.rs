//! A folder of locales: its messages, its records, and files that look like either but are not
//! read.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::io;
use std::path::Path;

use fluent_syntax::ast;

use super::characters::narrowed;
use super::record;
use super::resource::Resource;
use crate::finding::{Finding, Rule};
use crate::overlay::File;
use crate::overlay::folder::{self, is_ftl};

/// Reads a folder of locales: all files `<path>/<tag>/*.ftl`, and the records next to them.
///
/// Unreadable files are reported, and so are files that look like message files but are not read.
///
/// # Errors
///
/// If the folder itself cannot be read.
pub fn read_dir(path: impl AsRef<Path>) -> io::Result<(Vec<File>, Vec<Finding>)> {
    let path = path.as_ref();
    let (files, mut findings) =
        folder::read_dir(path, |name| is_ftl(name) || name == record::NAME)?;
    for finding in &mut findings {
        finding.message.push_str("; make it readable, or remove it");
    }
    let mut with_messages: HashSet<&str> = HashSet::new();
    for file in record::message_files(&files) {
        with_messages.insert(file.locale());
    }
    let mut with_findings: HashSet<String> = HashSet::new();
    for finding in &findings {
        with_findings.insert(finding.locale.clone());
    }
    for entry in names(path)? {
        let entry_path = path.join(&entry);
        if is_of_editor(&entry) {
            continue;
        }
        if entry_path.is_dir() {
            let has_messages = with_messages.contains(&*entry);
            let is_reported = with_findings.contains(&entry);
            let strays = of_locale(&entry_path, &entry, has_messages)?;
            if !has_messages && !is_reported && strays.is_empty() {
                let message =
                    "this folder has no `.ftl` file; add `errors.ftl`, or remove the folder";
                findings.push(stray(&entry, &entry_path, message.to_owned()));
            }
            findings.extend(strays);
        } else if folded(&entry).contains(".ftl") {
            let tag = entry.split('.').next().unwrap_or_default();
            let message = format!("this file is not read; move it to `{tag}/errors.ftl`");
            findings.push(stray(tag, &entry_path, message));
        } else if folded(&entry) == record::NAME {
            let message = "this file is not read; move it into the folder of its locale";
            findings.push(stray("", &entry_path, message.to_owned()));
        }
    }
    Ok((files, findings))
}

/// Whether a name is that of a hidden file, or of a file that an editor keeps beside the one being
/// edited: `errors.ftl~`, `#errors.ftl#`, `errors.ftl.swp`. Backups that a person makes, such as
/// `errors.ftl.bak`, are stray files.
fn is_of_editor(name: &str) -> bool {
    const ENDINGS: [&str; 5] = ["~", ".swp", ".swo", ".swx", ".tmp"];
    let name = name.to_ascii_lowercase();
    name.starts_with('.')
        || name.starts_with('#') && name.ends_with('#')
        || ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// Reports the stray files in the folder of a locale.
fn of_locale(folder: &Path, locale: &str, has_messages: bool) -> io::Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for name in names(folder)? {
        let path = folder.join(&name);
        if name == record::NAME || name.ends_with(".ftl") || is_of_editor(&name) {
            continue;
        }
        let folded = folded(&name);
        let message = if folded.starts_with("accepted") {
            format!("this file is not read; rename it to `{}`", record::NAME)
        } else if path.is_dir() {
            "a folder inside a locale’s folder is not read; move its files up, or remove it"
                .to_owned()
        } else if !folded.contains("ftl") && !folded.starts_with("errors") {
            continue;
        } else if has_messages {
            "this file is not read; remove it".to_owned()
        } else {
            "this file is not read; rename it to `errors.ftl`".to_owned()
        };
        findings.push(stray(locale, &path, message));
    }
    Ok(findings)
}

fn names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// Returns a name in lower case, with ASCII in place of full-width characters.
fn folded(name: &str) -> String {
    narrowed(name).to_ascii_lowercase()
}

fn stray(locale: &str, path: &Path, message: String) -> Finding {
    Finding::of_file(Rule::StrayFile, locale, &path.to_string_lossy(), message)
}

/// Removes the copies of other files of a locale, and reports each.
pub(crate) fn copies<'f>(resources: &mut Vec<Resource<'f>>) -> Vec<Finding> {
    /// In how many files an id is looked for.
    const MAX_FILES: usize = 100;
    let mut findings = Vec::new();
    // Copies get longer names.
    let mut in_order: Vec<usize> = (0..resources.len()).collect();
    in_order.sort_by_cached_key(|at| {
        let name = resources.get(*at).map(file_name).unwrap_or_default();
        (name.len(), name.to_owned())
    });
    let mut originals: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut is_copy = vec![false; resources.len()];
    for at in in_order {
        let Some(resource) = resources.get(at) else {
            continue;
        };
        let ids = ids(resource);
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for id in &ids {
            for original in originals.get(id).into_iter().flatten() {
                *shared.entry(*original).or_default() += 1;
            }
        }
        let original = shared.iter().find(|(_, count)| ids.len() > 2 && **count * 2 > ids.len());
        if let Some((original, count)) = original
            && let (Some(original), Some(is_copy)) = (resources.get(*original), is_copy.get_mut(at))
        {
            let message = format!(
                "this is a copy of `{}`: {count} of its {} messages are there too; remove it",
                file_name(original),
                ids.len(),
            );
            findings.push(resource.finding(Rule::StrayFile, 0..0, None, message));
            *is_copy = true;
            continue;
        }
        for id in ids {
            let files = originals.entry(id).or_default();
            if files.len() < MAX_FILES {
                files.push(at);
            }
        }
    }
    let mut is_copy = is_copy.into_iter();
    resources.retain(|_| !is_copy.next().unwrap_or_default());
    findings
}

fn ids<'s>(resource: &'s Resource<'_>) -> HashSet<&'s str> {
    let mut ids = HashSet::new();
    for entry in resource.parsed.entries() {
        if let ast::Entry::Message(message) = entry {
            ids.insert(message.id.name);
        }
    }
    ids
}

fn file_name<'s>(resource: &'s Resource<'_>) -> &'s str {
    let path = resource.file.file.path();
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
