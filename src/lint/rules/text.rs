//! Characters and syntax that users should not see in a text: one table of blemishes.

pub(super) mod find;
pub(super) mod foreign;

use std::collections::HashSet;
use std::ops::Range;

use fluent_syntax::ast::Pattern;

use crate::finding::{Finding, Rule};
use crate::lint::model::braces;
use crate::lint::model::characters::describe;
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::mistake::Mistake;
use crate::lint::model::parts::{Part, Parts, is_blank};
use crate::lint::model::visible::Visible;
use find::{
    attribute, comment, dollar, dots, entity, escape, invisible, line_break, link, paired,
    separator, tag,
};
use foreign::{named, percent, printf};

/// Finds the first of something that a text must not contain.
type Search = fn(&str) -> Option<Mistake>;

/// Blemishes in any text, including an application's.
const WRONG: [(Rule, Search); 15] = [
    (Rule::RawSyntax, attribute),
    (Rule::RawSyntax, dollar),
    (Rule::RawSyntax, printf),
    (Rule::RawSyntax, named),
    (Rule::RawSyntax, percent),
    (Rule::RawSyntax, escape),
    (Rule::RawSyntax, comment),
    (Rule::Markup, line_break),
    (Rule::Markup, separator),
    (Rule::Markup, link),
    (Rule::Markup, |text| paired(text, "**")),
    (Rule::Markup, |text| paired(text, "__")),
    (Rule::Markup, |text| paired(text, "`")),
    (Rule::Markup, entity),
    (Rule::Markup, tag),
];

/// Rules `raw-syntax` and `markup`.
pub(super) fn wrong(locale: &Locale<'_>) -> Vec<Finding> {
    let unwanted: Search = match &*locale.script() {
        // What sets the direction of its neighbors.
        "Arab" | "Hebr" | "Syrc" | "Thaa" | "Nkoo" | "Adlm" | "Rohg" => {
            |text| invisible(text, &['\u{200e}', '\u{200f}', '\u{61c}'])
        }
        // Where a line may be broken.
        "Thai" | "Khmr" | "Laoo" | "Mymr" => |text| invisible(text, &['\u{200b}']),
        _ => |text| invisible(text, &[]),
    };
    let table = [&WRONG[..], &[(Rule::Markup, unwanted)]].concat();
    let mut findings = blemishes(locale, &table);
    for entry in &locale.entries {
        for part in entry.parts() {
            findings.extend(position(entry, part));
            findings.extend(sign(entry, locale, part));
        }
    }
    findings
}

/// Rule `ellipsis`.
pub(super) fn style(locale: &Locale<'_>) -> Vec<Finding> {
    blemishes(locale, &[(Rule::Ellipsis, dots)])
}

/// Finds each blemish once in every part of text.
fn blemishes(locale: &Locale<'_>, table: &[(Rule, Search)]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for entry in &locale.entries {
        for (_, pattern) in entry.patterns() {
            if !is_blank(pattern) {
                findings.append(&mut blemishes_of(entry, pattern, table));
            }
        }
    }
    findings
}

fn blemishes_of(
    entry: &Entry<'_>,
    pattern: &Pattern<&str>,
    table: &[(Rule, Search)],
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen: HashSet<Rule> = HashSet::new();
    let parts = Parts::of(pattern).all;
    let has_end_tag = have_text(&parts, "</");
    for visible in parts.into_iter().filter_map(Visible::of_part) {
        let text = &*visible.text;
        for (rule, search) in table {
            let Some(Mistake { place, message }) = search(text) else {
                continue;
            };
            let found = text.get(place.clone()).unwrap_or_default();
            // `<code>` with an end is HTML, not a placeholder.
            if *rule == Rule::RawSyntax && found.starts_with('<') && has_end_tag {
                continue;
            }
            let is_break = found.starts_with('\n');
            // Fluent's parser leaves the line break after a variant that ends in a placeable.
            let is_end = found == text && text.trim().is_empty() && pattern.elements.len() == 1;
            // A line break and its cause are one finding.
            if is_break && (is_end || seen.contains(rule)) {
                continue;
            }
            seen.insert(*rule);
            let mut place = visible.place(entry, place);
            if is_break {
                let rest = entry.resource.text().get(place.start..).unwrap_or_default();
                let next = rest.trim_start_matches(['\n', ' ']);
                place.end = entry.resource.text().len() - next.len();
            }
            findings.push(entry.over(*rule, place, message));
        }
    }
    findings
}

pub(super) fn have_text(parts: &[Part<'_>], wanted: &str) -> bool {
    parts.iter().any(|part| matches!(part, Part::Text(text) if text.contains(wanted)))
}

/// The most digits of the number of an argument.
pub(super) const LONGEST_POSITION: usize = 2;

/// Reports a number in braces without spaces, as other formats write arguments: `{0}`, `%{0}`.
fn position(entry: &Entry<'_>, part: Part<'_>) -> Option<Finding> {
    let Part::Number(number) = part else {
        return None;
    };
    let text = entry.resource.text();
    let place = entry.resource.place(number);
    let Range { start, end } = place;
    let is_bare = text.get(start.checked_sub(1)?..end + 1)? == format!("{{{number}}}");
    if !is_bare || number.len() > LONGEST_POSITION {
        return None;
    }
    let place = braces::whole(text, place);
    let found = text.get(place.clone())?;
    let message = format!("`{found}` shows the number {number}; write `{{ $code }}`, or remove it");
    Some(entry.over(Rule::RawSyntax, place, message))
}

/// Reports the sign of another system before a placeable: `%{ $code }`. A `#` may be a number sign.
fn sign(entry: &Entry<'_>, locale: &Locale<'_>, part: Part<'_>) -> Option<Finding> {
    let Part::Variable(name) = part else {
        return None;
    };
    // In Turkish, the percent sign comes first.
    if matches!(locale.language(), "tr" | "eu") {
        return None;
    }
    let text = entry.resource.text();
    let dollar = entry.resource.place(name).start.checked_sub(1)?;
    let place = braces::foreign(text, dollar..dollar + 1 + name.len(), &['%', '$'])?;
    let sign = text.get(place.clone())?.chars().next()?;
    if !matches!(sign, '%' | '$') {
        return None;
    }
    let message = format!("the `{sign}` is shown as is; write `{{ ${name} }}`");
    Some(entry.over(Rule::RawSyntax, place, message))
}

/// Rule `not-utf8` for characters that were lost before the file was saved.
pub(super) fn lost(locale: &Locale<'_>) -> Vec<Finding> {
    const LOST: char = '\u{fffd}';
    let mut findings = Vec::new();
    for resource in locale.resources {
        let mut last_line = 0;
        for (at, _) in resource.text().match_indices(LOST) {
            let message = format!("{}: a character was lost here; retype it", describe(LOST));
            let finding = resource.finding(Rule::NotUtf8, at..at + LOST.len_utf8(), None, message);
            if finding.line != last_line {
                last_line = finding.line;
                findings.push(finding);
            }
        }
    }
    findings
}
