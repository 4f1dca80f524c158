//! Checks Fluent files for mistakes of translators.
//!
//! [`lint`] takes files and returns findings; it prints nothing.
//!
//! ```
//! use im_error_l10n::Rule;
//! use im_error_l10n::lint::{File, Scope, lint};
//!
//! let file = File::new("zh-CN", "zh-CN/errors.ftl", "error-not-freind = 不是好友");
//! let findings = lint(&[file], Scope::Added);
//! assert_eq!(findings[0].rule, Rule::UnknownMessage);
//! assert_eq!(
//!     findings[0].to_string(),
//!     "zh-CN/errors.ftl:1:1: error: `error-not-freind` matches no error code; \
//!      did you mean `error-not-friend`? [unknown-message]",
//! );
//! ```

pub(crate) mod model;
pub(crate) mod rules;
pub(crate) mod scope;

use std::collections::{HashMap, HashSet};

use crate::finding::{Finding, MAX_FINDINGS, Rule};
use model::folders::{Folder, embedded, find, parse};
use model::locale::Locale;
use model::record::{self, Record};
use rules::{comments, ids};

pub use crate::overlay::File;
pub use model::folder::read_dir;
pub use scope::{SOURCE, Scope};

/// Lints files of any locales, and returns the findings file by file, in the order of the lines.
///
/// Each mistake results in one finding, at the wrong character. At most 1,000 findings of a file
/// are returned.
pub fn lint(files: &[File], scope: Scope) -> Vec<Finding> {
    let mut findings = Vec::new();
    let folders = parse(files, &mut findings);
    let mut records: HashMap<&str, Record> = HashMap::new();
    for file in files {
        if !record::is_record(file) {
            continue;
        }
        match record::parse(file) {
            Ok(record) => drop(records.entry(file.locale()).or_insert(record)),
            Err(mistakes) => findings.extend(mistakes),
        }
    }
    let embedded = embedded();
    let embedded = parse(&embedded, &mut Vec::new());
    let source = Locale::new(SOURCE, find(SOURCE, &[&folders, &embedded]), &[]);
    let no_record = Record::default();
    let tags: HashSet<&str> = folders.iter().map(|folder| folder.tag).collect();
    for Folder { tag, resources } in &folders {
        let below = if scope == Scope::Added { find(tag, &[&embedded]) } else { &[] };
        let locale = Locale::new(tag, resources, below);
        let misnamed = ids::locale_folder(&locale, &tags, scope);
        let record = records.get(tag).unwrap_or(&no_record);
        // The source is not compared with itself.
        let is_translation = scope == Scope::Complete && *tag != SOURCE;
        let found = rules::check(&locale, is_translation.then_some(&source), record, scope);
        let mut found = comments::apply_allowances(&locale, found);
        // How the texts should be written follows from the right name.
        if misnamed.is_some() {
            found.retain(|it| !matches!(it.rule, Rule::WrongScript | Rule::UnusedAllow));
        }
        findings.extend(misnamed);
        findings.extend(found);
    }
    in_order(findings, files)
}

/// Sorts findings by file and place, and keeps the first [`MAX_FINDINGS`] of each file.
fn in_order(mut findings: Vec<Finding>, files: &[File]) -> Vec<Finding> {
    let mut positions: HashMap<&str, usize> = HashMap::new();
    for (at, file) in files.iter().enumerate().rev() {
        positions.insert(file.path(), at);
    }
    findings.sort_by_cached_key(|finding| {
        let position = positions.get(finding.path.as_str()).copied();
        (position, finding.line, finding.column, finding.rule)
    });
    let mut counts: HashMap<String, usize> = HashMap::new();
    let mut kept = Vec::new();
    for finding in findings {
        let count = counts.entry(finding.path.clone()).or_default();
        *count += 1;
        if *count <= MAX_FINDINGS {
            kept.push(finding);
        }
    }
    kept
}
