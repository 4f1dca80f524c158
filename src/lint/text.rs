//! Characters and syntax that users should not see in a text: one table of blemishes.

mod find;

use std::ops::Range;

use find::{
    attribute, comment, dollar, dots, entity, escape, first, is_unwanted, line_break, link, paired,
    printf, tag,
};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::characters::describe;
use super::locale::Locale;
use super::pieces::{Piece, Pieces, is_blank};
use super::sheet::Unit;
use super::{Finding, Rule};

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
    (Rule::RawSyntax, printf, |found| {
        format!("`{found}` is shown as is; write `{{ $code }}`, or remove it")
    }),
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
        |text| first(text, is_unwanted),
        |found| format!("{} does not belong in a text; remove it", name(found)),
    ),
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
            _ => "the character itself",
        };
        format!("`{found}` is HTML and is shown as is; write {meant}")
    }),
    (Rule::Markup, tag, |found| format!("`{found}` is markup and is shown as is; remove it")),
];

const ELLIPSIS: Blemish = (Rule::Ellipsis, dots, |found| {
    let right = if found.starts_with("...") && found.len() < 6 { "…" } else { "……" };
    format!("`{found}` instead of an ellipsis; write `{right}`")
});

const QUOTE: Blemish = (
    Rule::StraightQuote,
    |text| first(text, |c| c == '\'' || c == '"'),
    |found| match found {
        "'" => "straight apostrophe; write `’`".into(),
        _ => "straight quotation mark; write `“` or `”`".into(),
    },
);

/// Rules `raw-syntax` and `markup`.
pub(super) fn wrong(locale: &Locale<'_>) -> Vec<Finding> {
    let mut findings = blemishes(locale, WRONG);
    for unit in &locale.units {
        findings.extend(unit.pieces().into_iter().filter_map(|piece| position(unit, piece)));
    }
    findings
}

/// Rules `straight-quote` and `ellipsis`.
pub(super) fn style(locale: &Locale<'_>) -> Vec<Finding> {
    let table = [ELLIPSIS, QUOTE];
    blemishes(locale, if has_curly_quotes(locale) { &table } else { &table[..1] })
}

/// Whether the quotation marks of a locale are “ ” (CLDR 48, `delimiters`).
fn has_curly_quotes(locale: &Locale<'_>) -> bool {
    const OTHERS: &str = " agq am ar as ast az-Cyrl bas be bg blo bm br bs bua ca cs cv de dsb dua dyo el \
        eo et eu ewo fa ff fi fr fur gsw he hr hsb ht hu hy ia is it ja jgo ka kab kk kkj ksf ksh ky lag \
        lb lij lld lt luy mg mk mua mzn nb nds nl nmg nn nnh no oc os pl pms prg rm rn ro ru rw sah sc \
        sdh se sg sgs shi sk sl sn sr st sv syr szl ti tk tn tyv ug uk ur uz wae yav yi yue zgh ";
    let tag = locale.canonical.as_deref().unwrap_or_default();
    let is_traditional =
        ["zh-Hant", "zh-TW", "zh-HK", "zh-MO"].iter().any(|start| tag.starts_with(start));
    !is_traditional && !OTHERS.contains(&format!(" {} ", locale.language()))
}

/// Finds each blemish once in every piece of text.
fn blemishes(locale: &Locale<'_>, table: &[Blemish]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for unit in &locale.units {
        for (_, pattern) in unit.patterns().iter().filter(|(_, pattern)| !is_blank(pattern)) {
            let mut seen: Vec<Rule> = Vec::new();
            let pieces = Pieces::of(pattern).all.into_iter();
            for (text, slice) in pieces.filter_map(Piece::reads) {
                for (rule, find, report) in table {
                    let Some((at, len)) = find(&text) else {
                        continue;
                    };
                    let found = text.get(at..at + len).unwrap_or_default();
                    let is_break = found.starts_with('\n');
                    // Fluent's parser leaves the line break after a variant that ends in a placeable.
                    let is_end =
                        found == text && text.trim().is_empty() && pattern.elements.len() == 1;
                    // A line break and its cause are one finding.
                    if is_break && (is_end || seen.contains(rule)) {
                        continue;
                    }
                    seen.push(*rule);
                    let mut place = unit.sheet.place(slice);
                    // In a string with escapes, positions differ, so the finding is about the whole string.
                    if text == slice {
                        place.start += at;
                        place.end = place.start + len;
                    }
                    if is_break {
                        let rest = unit.sheet.text().get(place.start..).unwrap_or_default();
                        let next = rest.trim_start_matches(['\n', ' ']);
                        place.end = unit.sheet.text().len() - next.len();
                    }
                    findings.push(unit.over(*rule, place, report(found)));
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

/// Reports a number in braces without spaces, as other formats write their arguments: `{0}`.
fn position(unit: &Unit<'_>, piece: Piece<'_>) -> Option<Finding> {
    let Piece::Number(number) = piece else {
        return None;
    };
    let Range { start, end } = unit.sheet.place(number);
    let place = start.checked_sub(1)?..end + 1;
    let is_bare = unit.sheet.text().get(place.clone())? == format!("{{{number}}}");
    let message =
        format!("`{{{number}}}` shows the number {number}; write `{{ $code }}`, or remove it");
    (is_bare && number.len() == 1).then(|| unit.over(Rule::RawSyntax, place, message))
}

/// Rule `not-utf8` for characters that were lost before the file was saved.
pub(super) fn lost(locale: &Locale<'_>) -> Vec<Finding> {
    const LOST: char = '\u{fffd}';
    let mut findings = Vec::new();
    for sheet in locale.sheets {
        let mut last_line = 0;
        for (at, _) in sheet.text().match_indices(LOST) {
            let message = format!("{}: a character was lost here; retype it", describe(LOST));
            let finding = sheet.finding(Rule::NotUtf8, at..at + LOST.len_utf8(), None, message);
            if finding.line != last_line {
                last_line = finding.line;
                findings.push(finding);
            }
        }
    }
    findings
}
