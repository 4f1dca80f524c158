//! Checks Fluent sources for what translators get wrong.
//!
//! Pure functions: files go in, findings come out. Nothing is printed and no feature is needed.
//!
//! ```
//! use im_error_l10n::lint::{File, Rule, Scope, lint};
//!
//! let file = File::new("zh-CN", "zh-CN/errors.ftl", "error-not-freind = 不是好友");
//! let findings = lint(&[file], Scope::Added);
//! assert_eq!(findings[0].rule, Rule::UnknownMessage);
//! assert_eq!(
//!     findings[0].to_string(),
//!     "zh-CN/errors.ftl:1:1: error: `error-not-freind` belongs to no code; \
//!      did you mean `error-not-friend`? [unknown-message]",
//! );
//! ```

mod comments;
mod cycles;
mod file;
mod finding;
mod format;
mod ids;
mod limits;
mod pieces;
mod places;
mod record;
mod references;
mod shape;
mod sheet;
mod syntax;
mod text;

use std::borrow::Cow;
use std::collections::HashMap;

use crate::{Error, locale, resources};
use limits::Refusal;
use sheet::{Locale, Sheet};

pub use file::{File, read_dir};
pub use finding::{Finding, Rule, Severity};
pub use format::{format, template};

/// The locale that all others are translated from.
pub const SOURCE: &str = "en-US";

/// What a set of files is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// A whole `locales` folder, held to all rules. Its source is its own `en-US`, or the
    /// embedded one where it has none.
    Complete,
    /// Texts that an application adds to the embedded ones, held to the rules without which a
    /// person would read a wrong text or none.
    Added,
}

/// Lints files of any locales, and gives the findings file by file, in the order of the lines.
///
/// Every finding of a file is there: a syntax error hides nothing behind it.
pub fn lint(files: &[File], scope: Scope) -> Vec<Finding> {
    let texts = Texts::read(files);
    let locales = texts.locales();
    let embedded = embedded();
    let embedded = Texts::read(&embedded);
    let embedded = embedded.locales();
    let source = locales.iter().chain(&embedded).find(|it| it.tag == SOURCE);
    let mut findings = texts.refused(scope);
    for locale in &locales {
        let found = match scope {
            Scope::Complete => complete(locale, source, files),
            Scope::Added => added(locale, embedded.iter().find(|it| it.tag == locale.tag)),
        };
        findings.extend(comments::apply_allowances(locale, found));
    }
    let files = files.iter().enumerate().rev();
    let places: HashMap<&str, usize> = files.map(|(at, file)| (file.path(), at)).collect();
    let place = |finding: &Finding| places.get(finding.path.as_str()).copied();
    findings.sort_by_cached_key(|it| (place(it), it.line, it.column, it.rule));
    findings
}

/// All rules. The source is not held against itself.
fn complete(locale: &Locale<'_>, source: Option<&Locale<'_>>, files: &[File]) -> Vec<Finding> {
    let mut findings = added_or_complete(locale, None, Scope::Complete);
    findings.extend(ids::missing(locale));
    findings.extend(ids::duplicates(locale.units()));
    findings.extend(locale.sheets.iter().flat_map(ids::order));
    findings.extend(text::edge_space(locale));
    findings.extend(text::style(locale));
    findings.extend(text::brand(locale, source));
    match source.filter(|source| source.tag != locale.tag) {
        None => {
            findings.extend(shape::by_itself(locale));
            findings.extend(references::unknown_variables(locale, None));
            findings.extend(comments::undocumented(locale));
            findings.extend(text::too_long(locale, None));
        }
        Some(source) => {
            findings.extend(shape::against_source(locale, source));
            findings.extend(references::unknown_variables(locale, Some(source)));
            findings.extend(references::missing_variables(locale, source));
            findings.extend(text::same_as_source(locale, source));
            findings.extend(text::too_long(locale, Some(source)));
            findings.extend(record::source_changed(locale, source, files));
        }
    }
    findings
}

/// The rules for texts laid over those `below`. One file may well override another.
fn added(locale: &Locale<'_>, below: Option<&Locale<'_>>) -> Vec<Finding> {
    let mut findings = added_or_complete(locale, below, Scope::Added);
    for sheet in &locale.sheets {
        findings.extend(ids::duplicates(sheet.units.iter().map(|unit| (sheet, unit))));
    }
    findings.extend(shape::by_itself(locale));
    findings
}

fn added_or_complete(
    locale: &Locale<'_>,
    below: Option<&Locale<'_>>,
    scope: Scope,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(ids::locale_folder(locale, scope));
    for sheet in &locale.sheets {
        findings.extend(syntax::syntax(sheet));
        findings.extend(syntax::fullwidth(sheet));
    }
    findings.extend(ids::unknown(locale, scope));
    findings.extend(shape::empty(locale));
    findings.extend(references::references(locale, below));
    findings.extend(text::markup(locale));
    findings
}

/// The embedded files, with paths as in the crate's repository: `locales/zh-CN/errors.ftl`.
pub fn embedded() -> Vec<File> {
    let paths = resources::paths("ftl").chain(resources::paths("txt"));
    paths
        .map(|path| {
            let bytes = resources::bytes(&path).into_owned();
            File::new(resources::tag(&path), format!("locales/{path}"), bytes)
        })
        .collect()
}

/// The record of accepted translations (`accepted.txt`) of a locale, after these messages of it
/// were accepted against the source as it is now; all messages where `ids` is empty.
pub fn accept(files: &[File], locale: &str, ids: &[&str]) -> String {
    with_source(files, locale, |locale, source| record::accept(locale, source?, files, ids).into())
        .unwrap_or_default()
}

/// What stands beside the texts of a message, for its translators.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Note {
    /// The id of the message.
    pub id: String,
    /// The comment over it, without what it says to the linter.
    pub comment: String,
    /// The columns that a text of it may take.
    pub max_width: usize,
}

/// The notes of all messages of a locale, in the order of the files.
pub fn notes(files: &[File], locale: &str) -> Vec<Note> {
    with_source(files, locale, |locale, source| {
        let note = |unit: &sheet::Unit<'_>| Note {
            id: unit.name.to_owned(),
            comment: comments::explanation(unit),
            max_width: comments::max_width(
                locale.tag,
                unit,
                source.and_then(|it| it.message(unit.name)),
            ),
        };
        Some(locale.messages().map(|(_, unit)| note(unit)).collect())
    })
    .unwrap_or_default()
}

/// Whether there is a message with this id: `error-not-friend`.
///
/// # Errors
///
/// When there is none. The error names the nearest one, if one is near.
pub fn known_id(id: &str) -> Result<(), Error> {
    if ids::expected().any(|it| it == id) { Ok(()) } else { Err(Error::unknown_message(id)) }
}

/// The canonical form of a locale tag, by
/// [UTS 35](https://unicode.org/reports/tr35/#LocaleId_Canonicalization); `None` where it is no
/// tag.
pub fn canonical_tag(tag: &str) -> Option<String> {
    locale::parse(tag).map(|locale| locale.to_string())
}

/// Hands over a locale and the source, which is the embedded one where the files have none.
fn with_source<T>(
    files: &[File],
    locale: &str,
    f: impl FnOnce(&Locale<'_>, Option<&Locale<'_>>) -> Option<T>,
) -> Option<T> {
    let texts = Texts::read(files);
    let locales = texts.locales();
    let embedded = embedded();
    let embedded = Texts::read(&embedded);
    let embedded = embedded.locales();
    let source = locales.iter().chain(&embedded).find(|it| it.tag == SOURCE);
    f(locales.iter().find(|it| it.tag == locale)?, source)
}

/// Files with their texts, which parsing borrows.
struct Texts<'f>(Vec<(&'f File, Result<Cow<'f, str>, Refusal>)>);

impl<'f> Texts<'f> {
    fn read(files: &'f [File]) -> Texts<'f> {
        let files = files.iter().filter(|file| file.is_ftl());
        Texts(files.map(|file| (file, file.text())).collect())
    }

    /// What is wrong with files before they are parsed.
    fn refused(&self, scope: Scope) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (file, text) in &self.0 {
            let new = |rule, message| Finding::new(rule, file.locale(), file.path(), message);
            match text {
                Err(refusal) => findings.push(file.refused(refusal)),
                Ok(_) if scope == Scope::Complete && file.has_bom() => findings.push(new(
                    Rule::Bom,
                    "the file begins with a byte order mark, which hides its first message from \
                     other tools; save it as UTF-8 without BOM"
                        .to_owned(),
                )),
                Ok(_) => {}
            }
        }
        findings
    }

    fn locales(&'f self) -> Vec<Locale<'f>> {
        let mut locales: Vec<Locale<'f>> = Vec::new();
        for (file, text) in &self.0 {
            let sheet = text.as_deref().map(|text| Sheet::parse(file, text));
            match (locales.iter_mut().find(|it| it.tag == file.locale()), sheet) {
                (Some(locale), Ok(sheet)) => locale.add(sheet),
                (None, Ok(sheet)) => locales.push(Locale::of(file.locale(), sheet)),
                (_, Err(_)) => {}
            }
        }
        locales
    }
}
