//! Functions for the crate's own tool. Unstable: they may change in any release.

use super::comments::{explanation, max_width};
use super::locale::Locale;
use super::sheet::Sheet;
use super::{
    File, Finding, Rule, SOURCE as SOURCE_TAG, Scope, embedded, find, folder, ids, nearest, read,
    record, stubs,
};
use crate::ErrorType;

mod edit;

pub use super::format::format;
pub use edit::{Update, defines, rename, update};
pub use folder::read_dir;
pub use record::Change;

/// The locale that all others are translated from.
pub const SOURCE: &str = SOURCE_TAG;

/// Runs a function with a locale and the source, which is the embedded one if the files have none.
///
/// # Errors
///
/// The findings that keep a file of either from being read.
fn with_source<T>(
    files: &[File],
    locale: &str,
    f: impl FnOnce(&Locale<'_>, &Locale<'_>) -> T,
) -> Result<T, Vec<Finding>> {
    let is_needed = |file: &&File| [locale, SOURCE].contains(&file.locale());
    // A folder may have thousands of files; do not read those of other locales.
    let files: Vec<File> = files.iter().filter(is_needed).cloned().collect();
    let mut findings = Vec::new();
    let sheets = read(&files, &mut findings);
    if !findings.is_empty() {
        return Err(findings);
    }
    let embedded = embedded();
    let embedded = read(&embedded, &mut findings);
    let (own, source) = (find(locale, &[&sheets, &embedded]), find(SOURCE, &[&sheets, &embedded]));
    if own.is_empty() || source.is_empty() {
        return Err(findings);
    }
    Ok(f(&Locale::new(locale, own, &[]), &Locale::new(SOURCE, source, &[])))
}

/// What a translator needs to know about a message besides its text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Note {
    /// The id of the message.
    pub id: String,
    /// The comment above it, without instructions for the linter.
    pub comment: String,
    /// The maximum width of its texts, in columns.
    pub max_width: usize,
}

/// Returns the notes of all messages of a locale, in the order of the files.
pub fn notes(files: &[File], locale: &str) -> Vec<Note> {
    let notes = |locale: &Locale<'_>, source: &Locale<'_>| {
        let mut notes = Vec::new();
        for unit in locale.all_messages() {
            let max_width = max_width(locale, unit, source.message(unit.name));
            notes.push(Note { id: unit.name.to_owned(), comment: explanation(unit), max_width });
        }
        notes
    };
    with_source(files, locale, notes).unwrap_or_default()
}

/// Returns the id of a message by id, number or name, in any case.
///
/// # Errors
///
/// If there is no such message. The error suggests a similar one, if there is one.
pub fn id_of(word: &str) -> Result<&'static str, String> {
    if let Some(id) = ids::expected().find(|id| id.eq_ignore_ascii_case(word)) {
        return Ok(id);
    }
    if let Ok(code) = word.parse::<i32>() {
        let error =
            ErrorType::from_code(code).ok_or_else(|| format!("no message has the code {code}"))?;
        return Ok(error.message_id());
    }
    if let Some(error) = ErrorType::ALL.iter().find(|error| error.name().eq_ignore_ascii_case(word))
    {
        return Ok(error.message_id());
    }
    let near = match word.starts_with("error-") {
        true => nearest(word, ids::expected()),
        false => nearest(word, ErrorType::ALL.iter().map(|error| error.name())),
    };
    let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    Err(format!("unknown message `{}`{near}", word.escape_debug()))
}

/// Returns what is wrong with the name of a locale's folder, if anything.
pub fn tag_fault(tag: &str) -> Option<String> {
    ids::tag_fault(tag, Scope::Complete)
}

/// Accepts messages of a locale against the current source: the given ones, or all translated ones.
/// Returns the text of the record, and what changed.
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
        let mut findings = Vec::new();
        let mut accepted: Vec<&str> = Vec::new();
        let sheets = || locale.sheets.iter().chain(source.sheets);
        let mut broken: Vec<Finding> = sheets().flat_map(Sheet::syntax).collect();
        broken.retain(|finding| finding.rule == Rule::Syntax);
        let all: Vec<&str> = ids::expected().collect();
        for id in ids.unwrap_or(&all) {
            let of_id = |finding: &&Finding| finding.id.as_deref() == Some(id);
            if broken.iter().any(|finding| of_id(&finding)) {
                findings.extend(broken.iter().filter(of_id).cloned());
            } else if locale.message(id).is_some() && source.message(id).is_some() {
                accepted.push(id);
            } else if ids.is_some() {
                let message = format!("`{id}` is not translated yet");
                let sheet = locale.sheets.first();
                let finding =
                    sheet.map(|sheet| sheet.finding(Rule::Untranslated, 0..0, None, message));
                findings.extend(finding);
            }
        }
        if findings.is_empty() { Ok(record.accept(source, &accepted)) } else { Err(findings) }
    })??;
    Ok((record.to_text(), changes))
}

/// Returns the text of a new locale: the groups and terms of the source, and a stub of each message.
///
/// # Errors
///
/// The findings that keep the source from being read, or from being written with the same texts.
pub fn template(files: &[File], tag: &str) -> Result<String, Vec<Finding>> {
    let text = with_source(files, SOURCE, |source, _| {
        let findings: Vec<Finding> = source.sheets.iter().flat_map(Sheet::syntax).collect();
        if findings.is_empty() { Ok(stubs::template(source, tag)) } else { Err(findings) }
    })??;
    // The terms and the English were written by the same serializer, which loses some texts.
    for file in files.iter().filter(|file| file.locale() == SOURCE && !record::is_record(file)) {
        format(file)?;
    }
    format(&File::new(tag, "errors.ftl", text))
}
