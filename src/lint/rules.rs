//! The rules: functions over a locale that return findings.

pub(crate) mod comments;
mod english;
mod garbled;
mod half_width;
mod identifier;
pub(crate) mod ids;
mod kana;
mod leftover;
mod mixed_up;
mod number;
mod once;
mod places;
mod plural;
mod quotes;
mod record;
mod references;
mod shape;
mod stubs;
mod style;
mod swallowed;
mod text;
mod typing;
mod variables;
pub(crate) mod writing;

use super::model::locale::Locale;
use super::model::message_ids::MessageIds;
use super::model::record::Record;
use super::model::stubs::stubs;
use super::model::syntax::syntax;
use super::scope::Scope;
use crate::finding::Finding;

/// Applies the rules to a locale. A translation is compared with its source.
pub(crate) fn check(
    locale: &Locale<'_>,
    source: Option<&Locale<'_>>,
    record: &Record,
    scope: Scope,
) -> Vec<Finding> {
    let causes = swallowed::swallowed(locale);
    once::once(locale, causes, findings(locale, source, record, scope))
}

/// Applies the rules whose findings may follow from what Fluent reads as text.
fn findings(
    locale: &Locale<'_>,
    source: Option<&Locale<'_>>,
    record: &Record,
    scope: Scope,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let stubs = stubs(locale);
    let ids = MessageIds::of(locale, &stubs);
    findings.extend(locale.resources.iter().flat_map(syntax));
    findings.extend(ids::unknown(locale, &ids, scope));
    findings.extend(shape::shape(locale, source));
    findings.extend(shape::empty(locale));
    findings.extend(references::references(locale, source));
    findings.extend(variables::variables_of_messages(locale, source, scope));
    findings.extend(text::wrong(locale));
    findings.extend(text::lost(locale));
    if scope == Scope::Added {
        // One file of an application may override another.
        for resource in locale.resources {
            findings.extend(ids::duplicates(locale.entries_of(resource).iter()));
        }
        return findings;
    }
    findings.extend(ids::missing(locale, &ids));
    findings.extend(ids::duplicates(locale.entries.iter()));
    for resource in locale.resources {
        findings.extend(ids::order(locale, resource));
    }
    findings.extend(style::edge_space(locale));
    findings.extend(writing::wrong_script(locale));
    findings.extend(half_width::half_width(locale));
    findings.extend(leftover::leftovers(locale, source));
    findings.extend(mixed_up::mixed_up(locale));
    findings.extend(text::style(locale));
    findings.extend(quotes::straight_quotes(locale));
    findings.extend(typing::typing(locale, source));
    findings.extend(style::brand(locale, source));
    findings.extend(style::too_long(locale, source));
    findings.extend(plural::plurals(locale));
    findings.extend(comments::unread(locale));
    let Some(source) = source else {
        findings.extend(comments::undocumented(locale));
        return findings;
    };
    findings.extend(english::same_as_source(locale, source));
    findings.extend(number::numbers(locale, source));
    findings.extend(identifier::identifiers(locale, source));
    findings.extend(stubs::untranslated(locale, source, &stubs, record));
    findings.extend(record::source_changed(record, locale, source));
    findings
}
