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

mod characters;
mod comments;
mod folder;
mod format;
mod ids;
mod locale;
mod pieces;
mod plural;
mod record;
mod references;
mod repair;
mod shape;
mod sheet;
mod stubs;
mod style;
mod text;
/// Functions for the crate's own tool. Unstable: they may change in any release.
#[doc(hidden)]
pub mod tool;

use std::collections::HashMap;

use crate::finding::{Finding, Rule};
use crate::overlay::limits::Refusal;
use crate::sources;
use folder::copies;
use ids::Inventory;
use locale::Locale;
use sheet::Sheet;

pub use crate::overlay::File;

/// The locale that all others are translated from.
pub(crate) const SOURCE: &str = "en-US";
/// The most findings that are returned for a file.
const MAX_FINDINGS: usize = 1000;

/// How the files are used, and so which rules apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Scope {
    /// A whole `locales` folder, checked against all rules. Translations are compared with its own
    /// `en-US`, or with the embedded one if it has none.
    Complete,
    /// Messages that an application adds to the embedded ones, checked against the rules whose
    /// violations users would notice. The application may pass variables of its own.
    Added,
}

/// Lints files of any locales, and returns the findings file by file, in the order of the lines.
///
/// Each mistake results in one finding, at the wrong character. At most 1,000 findings of a file are
/// returned.
pub fn lint(files: &[File], scope: Scope) -> Vec<Finding> {
    let mut findings = Vec::new();
    let read = read(files, &mut findings);
    for file in files.iter().filter(|file| record::is_record(file)) {
        findings.extend(record::read(file).err().unwrap_or_default());
    }
    let embedded = embedded();
    let embedded = self::read(&embedded, &mut Vec::new());
    let source = Locale::new(SOURCE, find(SOURCE, &[&read, &embedded]), &[]);
    let tags: Vec<&str> = read.iter().map(|(tag, _)| *tag).collect();
    for (tag, sheets) in &read {
        let below = if scope == Scope::Added { find(tag, &[&embedded]) } else { &[] };
        let locale = Locale::new(tag, sheets, below);
        findings.extend(ids::locale_folder(&locale, &tags, scope));
        // The source is not compared with itself.
        let is_translation = scope == Scope::Complete && *tag != SOURCE;
        let found = check(&locale, is_translation.then_some(&source), files, scope);
        findings.extend(comments::apply_allowances(&locale, found));
    }
    in_order(findings, files)
}

/// The files of each locale, by the name of its folder.
type Folders<'f> = Vec<(&'f str, Vec<Sheet<'f>>)>;

/// Returns the files of a locale from the first of these that has it.
fn find<'l, 'f>(tag: &str, all: &[&'l Folders<'f>]) -> &'l [Sheet<'f>] {
    let mut folders = all.iter().flat_map(|folders| folders.iter());
    folders.find(|(known, _)| *known == tag).map_or(&[], |(_, sheets)| sheets)
}

/// Reads and parses files, by locale. Files that cannot be read are reported, and so are copies.
fn read<'f>(files: &'f [File], findings: &mut Vec<Finding>) -> Folders<'f> {
    let mut locales: Folders<'f> = Vec::new();
    for file in files.iter().filter(|file| !record::is_record(file)) {
        match Sheet::read(file) {
            Err(refusal) => findings.push(refused(file, &refusal)),
            Ok(sheet) => match locales.iter_mut().find(|(tag, _)| *tag == file.locale()) {
                Some((_, sheets)) => sheets.push(sheet),
                None => locales.push((file.locale(), vec![sheet])),
            },
        }
    }
    for (_, sheets) in &mut locales {
        findings.extend(copies(sheets));
    }
    locales
}

/// Creates the finding about a file that is not used.
fn refused(file: &File, refusal: &Refusal) -> Finding {
    let mut finding = file.refused(refusal);
    finding.message.push_str(match refusal.rule {
        Rule::TooLarge => "; split it",
        Rule::TooDeep => "; reduce the nesting",
        _ => "",
    });
    finding
}

fn embedded() -> Vec<File> {
    sources().map(|(tag, text)| File::new(tag, format!("locales/{tag}/errors.ftl"), text)).collect()
}

/// Applies the rules to a locale. A translation is compared with its source.
fn check(
    locale: &Locale<'_>,
    source: Option<&Locale<'_>>,
    files: &[File],
    scope: Scope,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let stubs = stubs::stubs(locale);
    let inventory = Inventory::of(locale, &stubs);
    findings.extend(locale.sheets.iter().flat_map(Sheet::syntax));
    findings.extend(inventory.unknown(locale, scope));
    findings.extend(shape::shape(locale, source));
    findings.extend(shape::empty(locale));
    findings.extend(references::references(locale));
    findings.extend(references::variables_of_messages(locale, source, scope));
    findings.extend(text::wrong(locale));
    findings.extend(text::lost(locale));
    if scope == Scope::Added {
        // One file of an application may override another.
        for sheet in locale.sheets {
            findings.extend(ids::duplicates(locale.units_of(sheet)));
        }
        return findings;
    }
    findings.extend(inventory.missing(locale));
    findings.extend(ids::duplicates(locale.units.iter()));
    findings.extend(locale.sheets.iter().flat_map(|sheet| ids::order(locale, sheet)));
    findings.extend(style::edge_space(locale));
    findings.extend(text::style(locale));
    findings.extend(style::brand(locale, source));
    findings.extend(style::too_long(locale, source));
    findings.extend(plural::plurals(locale));
    findings.extend(comments::unread(locale));
    let Some(source) = source else {
        findings.extend(comments::undocumented(locale));
        return findings;
    };
    findings.extend(style::same_as_source(locale, source));
    findings.extend(stubs::untranslated(locale, source, &stubs));
    if let Ok(record) = record::of_locale(files, locale.tag) {
        findings.extend(record.source_changed(locale, source));
    }
    findings
}

/// Sorts findings by file and place, and keeps the first [`MAX_FINDINGS`] of each file.
fn in_order(mut findings: Vec<Finding>, files: &[File]) -> Vec<Finding> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (at, file) in files.iter().enumerate().rev() {
        places.insert(file.path(), at);
    }
    let place = |finding: &Finding| places.get(finding.path.as_str()).copied();
    findings
        .sort_by_cached_key(|finding| (place(finding), finding.line, finding.column, finding.rule));
    let mut counts: HashMap<String, usize> = HashMap::new();
    findings.retain(|finding| {
        let count = counts.entry(finding.path.clone()).or_default();
        *count += 1;
        *count <= MAX_FINDINGS
    });
    findings
}

/// Returns the candidate that a word most likely means, if one is close enough to suggest.
fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 100; // edit distance is expensive
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        // At least this many edits are needed.
        if word.chars().count().abs_diff(candidate.chars().count()) * 3 > candidate.len().min(12) {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&word, &candidate.to_lowercase());
        let is_near = distance * 3 <= candidate.len().min(12);
        if is_near && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
