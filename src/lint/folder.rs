//! A folder of locales: its messages, its records, and files that look like either but are not read.

use super::characters::narrow;
use super::record;
use super::sheet::Sheet;
use super::{File, Finding, Rule};
use crate::overlay::file;
use fluent_syntax::ast::Entry;
use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::Path;

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
        file::read_dir(path, |name| file::is_ftl(name) || name == record::NAME)?;
    for finding in &mut findings {
        finding.message.push_str("; make it readable, or remove it");
    }
    for entry in names(path)? {
        let entry_path = path.join(&entry);
        if entry.starts_with('.') {
            continue;
        }
        if entry_path.is_dir() {
            let is_message_file = |file: &&File| file.locale() == entry && !record::is_record(file);
            let has_messages = files.iter().any(|file| is_message_file(&file));
            let is_reported = findings.iter().any(|finding| finding.locale == entry);
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

/// Reports the stray files in the folder of a locale.
fn of_locale(folder: &Path, locale: &str, has_messages: bool) -> io::Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for name in names(folder)? {
        let path = folder.join(&name);
        if name == record::NAME || name.ends_with(".ftl") || name.starts_with('.') {
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
    name.chars().map(|c| narrow(c).unwrap_or(c).to_ascii_lowercase()).collect()
}

fn stray(locale: &str, path: &Path, message: String) -> Finding {
    Finding::of_file(Rule::StrayFile, locale, &path.to_string_lossy(), message)
}

/// Removes the copies of other files of a locale, and reports each.
pub(super) fn copies<'f>(sheets: &mut Vec<Sheet<'f>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut at = 0;
    while let Some(sheet) = sheets.get(at) {
        let ids = ids(sheet);
        let original = sheets.iter().enumerate().find(|(other_at, other)| {
            *other_at != at
                && ids.len() > 2
                && is_original(other, sheet)
                && shared(&ids, other) * 2 > ids.len()
        });
        match original {
            Some((_, other)) => {
                let message = format!(
                    "this is a copy of `{}`: {} of its {} messages are there too; remove it",
                    file_name(other),
                    shared(&ids, other),
                    ids.len(),
                );
                findings.push(sheet.finding(Rule::StrayFile, 0..0, None, message));
                sheets.remove(at);
            }
            None => at += 1,
        }
    }
    findings
}

fn ids<'s>(sheet: &'s Sheet<'_>) -> HashSet<&'s str> {
    let mut ids = HashSet::new();
    for entry in sheet.resource.entries() {
        if let Entry::Message(message) = entry {
            ids.insert(message.id.name);
        }
    }
    ids
}

fn shared(ids: &HashSet<&str>, other: &Sheet<'_>) -> usize {
    self::ids(other).intersection(ids).count()
}

fn file_name<'s>(sheet: &'s Sheet<'_>) -> &'s str {
    let path = sheet.file.file.path();
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// Whether a file is the original and not the copy: copies get longer names.
fn is_original(sheet: &Sheet<'_>, copy: &Sheet<'_>) -> bool {
    let (name, name_of_copy) = (file_name(sheet), file_name(copy));
    (name.len(), name) < (name_of_copy.len(), name_of_copy)
}
