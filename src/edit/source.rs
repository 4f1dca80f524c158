//! The locale to edit, and the source.

use crate::finding::Finding;
use crate::lint::model::folders::{embedded, find, parse};
use crate::lint::model::locale::Locale;
use crate::lint::{File, SOURCE};

/// Runs a function with a locale and the source, which is the embedded one if the files have none.
///
/// # Errors
///
/// The findings that keep a file of either from being read.
pub(super) fn with_source<T>(
    files: &[File],
    locale: &str,
    f: impl FnOnce(&Locale<'_>, &Locale<'_>) -> T,
) -> Result<T, Vec<Finding>> {
    let is_needed = |file: &&File| [locale, SOURCE].contains(&file.locale());
    // A folder may have thousands of files; do not read those of other locales.
    let files: Vec<File> = files.iter().filter(is_needed).cloned().collect();
    let mut findings = Vec::new();
    let resources = parse(&files, &mut findings);
    if !findings.is_empty() {
        return Err(findings);
    }
    let embedded = embedded();
    let embedded = parse(&embedded, &mut findings);
    let own = find(locale, &[&resources, &embedded]);
    let source = find(SOURCE, &[&resources, &embedded]);
    if own.is_empty() || source.is_empty() {
        return Err(findings);
    }
    Ok(f(&Locale::new(locale, own, &[]), &Locale::new(SOURCE, source, &[])))
}
