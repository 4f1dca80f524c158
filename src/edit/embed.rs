//! `embed`: resolves the messages of `locales/` to the source of `src/texts/generated.rs`.

mod changes;
mod generated;
mod resolve;

use std::collections::BTreeMap;

use crate::finding::{Finding, Rule};
use crate::lint::model::record;
use crate::lint::{File, SOURCE, Scope, lint};
use changes::{Texts, changes};
use resolve::{Resolved, Source};

/// The source of the embedded messages, and what is different from the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Embedded {
    /// The text of `src/texts/generated.rs`.
    pub source: String,
    /// The locales whose texts changed, by tag.
    pub changes: Vec<LocaleChange>,
}

/// How many messages of a locale changed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LocaleChange {
    /// The tag of the locale.
    pub tag: String,
    /// Whether the locale was not embedded before.
    pub is_new: bool,
    /// Whether the locale is not embedded anymore.
    pub is_removed: bool,
    /// The ids of the messages that are new, gone or different.
    pub ids: Vec<String>,
}

/// Resolves the messages of all locales, and compares them with the generated source as it is now.
///
/// # Errors
///
/// The findings that keep a message from being embedded. Other findings do not matter here: a
/// locale may be incomplete.
pub fn embed(files: &[File], current: &str) -> Result<Embedded, Vec<Finding>> {
    let mut findings = lint(files, Scope::Complete);
    findings.retain(|finding| is_obstacle(finding.rule));
    if !findings.is_empty() {
        return Err(findings);
    }
    let mut folders: BTreeMap<&str, Vec<Source<'_>>> = BTreeMap::new();
    for file in record::message_files(files) {
        folders.entry(file.locale()).or_default().push(Source::of(file)?);
    }
    if !folders.contains_key(SOURCE) {
        let message = format!("there is no `{SOURCE}`, the locale that all others fall back to");
        return Err(vec![Finding::of_file(Rule::LocaleFolder, SOURCE, SOURCE, message)]);
    }
    let mut locales = BTreeMap::new();
    for (tag, sources) in &folders {
        locales.insert(*tag, Resolved::of(tag, sources)?);
    }
    let source = generated::source_of(files, &locales);
    let changes = changes(&Texts::of(current), &Texts::of(&source));
    Ok(Embedded { source, changes })
}

/// Whether findings of a rule keep a message from being resolved.
fn is_obstacle(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::Syntax
            | Rule::FullwidthSyntax
            | Rule::MergeConflict
            | Rule::NotUtf8
            | Rule::TooLarge
            | Rule::TooDeep
            | Rule::LocaleFolder
            | Rule::DuplicateMessage
            | Rule::MissingValue
            | Rule::EmptyText
            | Rule::UnknownVariable
            | Rule::UnknownReference
            | Rule::UnknownFunction
    )
}
