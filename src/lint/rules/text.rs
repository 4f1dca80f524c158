//! Characters and syntax that users should not see in a text: one table of blemishes.

mod find;
pub(super) mod foreign;

use std::collections::HashSet;
use std::ops::Range;

use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::finding::{Finding, Rule};
use crate::lint::model::braces;
use crate::lint::model::characters::describe;
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::parts::{Part, Parts, is_blank};
use crate::lint::model::visible::Visible;
use find::{
    attribute, comment, dollar, dots, entity, escape, first, is_unwanted, line_break, link, paired,
    tag,
};
use foreign::{named, percent, printf, variable};

/// Something that a text must not contain: its rule, a search that returns its place and length in
/// bytes, and what to report.
type Blemish = (Rule, fn(&str) -> Option<(usize, usize)>, fn(&str) -> String);

/// Blemishes in any text, including an application's.
const WRONG: &[Blemish] = &[
    (Rule::RawSyntax, attribute, |_| {
        "an attribute must be on its own line; put `.suggestion =` and what follows on the next line, \
         indented by four spaces"
            .into()
    }),
    (Rule::RawSyntax, dollar, |found| {
        let name = found.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
        format!("`{found}` is shown as is; write `{{ ${name} }}`")
    }),
    (Rule::RawSyntax, printf, placeholder),
    (Rule::RawSyntax, named, placeholder),
    (Rule::RawSyntax, percent, |_| "`%%` is shown as is; write `%`".into()),
    (Rule::RawSyntax, escape, |found| match unescape_unicode_to_string(found) {
        meant if found.starts_with("\\u") || found.starts_with("\\U") => {
            format!("`{found}` is shown as is outside quotes; write `{meant}`")
        }
        _ => format!("`{found}` is shown as is, and a toast has one line; remove it"),
    }),
    (Rule::RawSyntax, comment, |_| {
        "a comment must be on its own line; move it above the message".into()
    }),
    (Rule::Markup, line_break, |_| {
        "a toast has one line, but this text continues on the next line; join the lines".into()
    }),
    (
        Rule::Markup,
        |text| first(text, |c| matches!(c, '\u{2028}' | '\u{2029}')),
        |found| format!("{} breaks the line, but a toast has one line; remove it", name(found)),
    ),
    (Rule::Markup, link, |found| {
        let label = found.split(']').next().unwrap_or_default().trim_start_matches('[');
        format!("a Markdown link is shown as is; write only `{label}`")
    }),
    (Rule::Markup, |text| paired(text, "**"), plain),
    (Rule::Markup, |text| paired(text, "__"), plain),
    (Rule::Markup, |text| paired(text, "`"), plain),
    (Rule::Markup, entity, |found| {
        let meant = match found {
            "&nbsp;" | "&#160;" => "a space",
            "&lt;" => "`<`, or words",
            "&amp;" => "`&`",
            "&quot;" => "quotation marks",
            "&#39;" | "&#x27;" | "&apos;" => "`’`",
            _ => "the character itself",
        };
        format!("`{found}` is HTML and is shown as is; write {meant}")
    }),
    (Rule::Markup, tag, |found| {
        let data = found.strip_prefix("<![CDATA[").and_then(|rest| rest.strip_suffix("]]>"));
        match data {
            Some(data) => format!("`{found}` is XML and is shown as is; write `{data}`"),
            None => format!("`{found}` is markup and is shown as is; remove it"),
        }
    }),
];

const ELLIPSIS: Blemish = (Rule::Ellipsis, dots, |found| {
    let right = if found.starts_with("...") && found.len() < 6 { "…" } else { "……" };
    format!("`{found}` instead of an ellipsis; write `{right}`")
});

/// Where a line may be broken in scripts that write no spaces between words.
const ZERO_WIDTH_SPACE: char = '\u{200b}';

/// Whether a character sets the direction of its neighbors in text that runs from right to left.
fn is_direction_mark(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// Rules `raw-syntax` and `markup`.
pub(super) fn wrong(locale: &Locale<'_>) -> Vec<Finding> {
    let unwanted = match &*locale.script() {
        "Arab" | "Hebr" | "Syrc" | "Thaa" | "Nkoo" | "Adlm" | "Rohg" => {
            |text: &str| first(text, |c| is_unwanted(c) && !is_direction_mark(c))
        }
        "Thai" | "Khmr" | "Laoo" | "Mymr" => {
            |text: &str| first(text, |c| is_unwanted(c) && c != ZERO_WIDTH_SPACE)
        }
        _ => |text: &str| first(text, is_unwanted),
    };
    let report = |found: &str| format!("{} does not belong in a text; remove it", name(found));
    let table = [WRONG, &[(Rule::Markup, unwanted, report)]].concat();
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
    blemishes(locale, &[ELLIPSIS])
}

/// Finds each blemish once in every part of text.
fn blemishes(locale: &Locale<'_>, table: &[Blemish]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for entry in &locale.entries {
        for (_, pattern) in entry.patterns().iter().filter(|(_, pattern)| !is_blank(pattern)) {
            let mut seen: HashSet<Rule> = HashSet::new();
            let parts = Parts::of(pattern).all;
            let has_end_tag =
                parts.iter().any(|part| matches!(part, Part::Text(text) if text.contains("</")));
            for visible in parts.into_iter().filter_map(Visible::of_part) {
                let text = &*visible.text;
                for (rule, find, report) in table {
                    let Some((at, len)) = find(text) else {
                        continue;
                    };
                    let found = text.get(at..at + len).unwrap_or_default();
                    // `<code>` with an end is HTML, not a placeholder.
                    if *rule == Rule::RawSyntax && found.starts_with('<') && has_end_tag {
                        continue;
                    }
                    let is_break = found.starts_with('\n');
                    // Fluent's parser leaves the line break after a variant that ends in a placeable.
                    let is_end =
                        found == text && text.trim().is_empty() && pattern.elements.len() == 1;
                    // A line break and its cause are one finding.
                    if is_break && (is_end || seen.contains(rule)) {
                        continue;
                    }
                    seen.insert(*rule);
                    let mut place = visible.place(entry, at..at + len);
                    if is_break {
                        let rest = entry.resource.text().get(place.start..).unwrap_or_default();
                        let next = rest.trim_start_matches(['\n', ' ']);
                        place.end = entry.resource.text().len() - next.len();
                    }
                    findings.push(entry.over(*rule, place, report(found)));
                }
            }
        }
    }
    findings
}

fn plain(found: &str) -> String {
    format!(
        "`{found}` is markup and is shown as is; write `{}`",
        found.trim_matches(['*', '_', '`'])
    )
}

fn name(found: &str) -> String {
    found.chars().next().map(describe).unwrap_or_default()
}

fn placeholder(found: &str) -> String {
    let name = variable(found);
    format!("`{found}` is shown as is; write `{{ ${name} }}`, or remove it")
}

/// The most digits of the number of an argument.
pub(super) const LONGEST_POSITION: usize = 2;

/// Reports a number in braces without spaces, as other formats write their arguments: `{0}`, `%{0}`.
fn position(entry: &Entry<'_>, part: Part<'_>) -> Option<Finding> {
    let Part::Number(number) = part else {
        return None;
    };
    let text = entry.resource.text();
    let place = entry.resource.place(number);
    let Range { start, end } = place;
    let is_bare = text.get(start.checked_sub(1)?..end + 1)? == format!("{{{number}}}");
    let place = braces::whole(text, place);
    let found = text.get(place.clone())?;
    let message = format!("`{found}` shows the number {number}; write `{{ $code }}`, or remove it");
    (is_bare && number.len() <= LONGEST_POSITION)
        .then(|| entry.over(Rule::RawSyntax, place, message))
}

/// Reports the sign of another system before a placeable: `%{ $code }`. A `#` may be a number sign.
fn sign(entry: &Entry<'_>, locale: &Locale<'_>, part: Part<'_>) -> Option<Finding> {
    let Part::Variable(name) = part else {
        return None;
    };
    let text = entry.resource.text();
    let dollar = entry.resource.place(name).start.checked_sub(1)?;
    let place = braces::foreign(text, dollar..dollar + 1 + name.len(), &['%', '$'])?;
    let found = text.get(place.clone())?;
    // In Turkish, the percent sign comes first.
    let is_foreign = found.starts_with(['%', '$']) && !matches!(locale.language(), "tr" | "eu");
    let sign = found.chars().next()?;
    let message = format!("the `{sign}` is shown as is; write `{{ ${name} }}`");
    is_foreign.then(|| entry.over(Rule::RawSyntax, place, message))
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
