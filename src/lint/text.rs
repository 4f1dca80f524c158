//! Characters and syntax that users should not see in a text: one table of blemishes.

mod find;

use find::{dollar, entity, escape, find_word, first, is_letter_joiner, link, paired, printf};

use super::characters::{describe, is_zero_width};
use super::locale::Locale;
use super::pieces::{Pieces, is_blank};
use super::sheet::Unit;
use super::{Finding, Rule};

/// Something that a text must not contain: its rule, how to find it, and what to report.
struct Blemish {
    rule: Rule,
    /// Returns the place and the length, in bytes.
    find: fn(&str) -> Option<(usize, usize)>,
    report: fn(&str) -> String,
}

/// What makes a text wrong wherever it comes from.
const WRONG: [Blemish; 14] = [
    Blemish {
        rule: Rule::RawSyntax,
        find: |text| {
            find_word(text, ".suggestion", |rest| {
                rest.trim_start().starts_with('=').then(|| rest.find('=').map_or(0, |at| at + 1))
            })
        },
        report: |_| {
            "an attribute must be on its own line; put `.suggestion =` and what follows on the next line, indented by four spaces".into()
        },
    },
    Blemish {
        rule: Rule::RawSyntax,
        find: dollar,
        report: |found| {
            let name = found.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
            format!("`{found}` is shown as it is; write `{{ ${name} }}`")
        },
    },
    Blemish {
        rule: Rule::RawSyntax,
        find: printf,
        report: |found| format!("`{found}` is shown as it is; write `{{ $code }}`, or remove it"),
    },
    Blemish {
        rule: Rule::RawSyntax,
        find: |text| {
            text.match_indices('\\')
                .find_map(|(at, _)| escape(text.get(at..)?).map(|len| (at, len)))
        },
        report: |found| match fluent_syntax::unicode::unescape_unicode_to_string(found) {
            meant if found.starts_with("\\u") || found.starts_with("\\U") => {
                format!("`{found}` is shown as it is outside quotes; write `{meant}`")
            }
            _ => format!("`{found}` is shown as it is, and a toast has one line; remove it"),
        },
    },
    Blemish {
        rule: Rule::RawSyntax,
        find: |text| find_word(text, " # ", |rest| Some(rest.len())).filter(|(at, _)| *at > 0),
        report: |_| "a comment must be on its own line; move it above the message".into(),
    },
    Blemish {
        rule: Rule::Markup,
        find: |text| text.find('\n').map(|at| (at, text.len() - at)),
        report: |_| {
            "a toast has one line, and this text goes on in the next one; join the lines".into()
        },
    },
    Blemish {
        rule: Rule::Markup,
        find: |text| {
            first(text, |c| {
                c != '\n'
                    && c != '\u{fffd}'
                    && (c.is_control() || is_zero_width(c))
                    && !is_letter_joiner(c)
            })
        },
        report: |found| format!("{} in a text; remove it", name(found)),
    },
    Blemish {
        rule: Rule::Markup,
        find: |text| first(text, |c| matches!(c, '\u{2028}' | '\u{2029}')),
        report: |found| format!("{} in a text, and a toast has one line; remove it", name(found)),
    },
    Blemish {
        rule: Rule::Markup,
        find: link,
        report: |found| {
            let label = found.split(']').next().unwrap_or_default().trim_start_matches('[');
            format!("a Markdown link is shown as it is; write `{label}` alone")
        },
    },
    Blemish { rule: Rule::Markup, find: |text| paired(text, "**"), report: plain },
    Blemish { rule: Rule::Markup, find: |text| paired(text, "__"), report: plain },
    Blemish { rule: Rule::Markup, find: |text| paired(text, "`"), report: plain },
    Blemish {
        rule: Rule::Markup,
        find: entity,
        report: |found| {
            let meant = match found {
                "&nbsp;" | "&#160;" => "a space",
                "&lt;" => "`<`, or words",
                "&amp;" => "`&`",
                "&quot;" => "quotation marks",
                _ => "the character itself",
            };
            format!("`{found}` is HTML, and is shown as it is; write {meant}")
        },
    },
    Blemish {
        rule: Rule::Markup,
        find: |text| {
            text.find('<').map(|at| {
                let rest = text.get(at..).unwrap_or_default();
                (at, rest.find('>').map_or(1, |end| end + 1))
            })
        },
        report: |found| format!("`{found}` is markup, and is shown as it is; remove it"),
    },
];

const ELLIPSIS: Blemish = Blemish {
    rule: Rule::Ellipsis,
    find: |text| {
        let runs = ["...", "。。。"].into_iter().filter_map(|dots| text.find(dots));
        let at = runs.min()?;
        let rest = text.get(at..)?;
        Some((at, rest.len() - rest.trim_start_matches(['.', '。']).len()))
    },
    report: |found| {
        let right = if found.starts_with("...") && found.len() < 6 { "…" } else { "……" };
        format!("`{found}` instead of an ellipsis; write `{right}`")
    },
};

const QUOTE: Blemish = Blemish {
    rule: Rule::StraightQuote,
    find: |text| first(text, |c| c == '\'' || c == '"'),
    report: |found| match found {
        "'" => "straight apostrophe; write `’`".into(),
        _ => "straight quotation mark; write `“` or `”`".into(),
    },
};

/// Rules `raw-syntax` and `markup`.
pub(super) fn wrong(locale: &Locale<'_>) -> Vec<Finding> {
    let mut findings = blemishes(locale, &WRONG.iter().collect::<Vec<_>>());
    for unit in &locale.units {
        for number in positions(unit) {
            let place = unit.sheet.place(number);
            let place = place.start - 1..place.end + 1;
            let message = format!(
                "`{{{number}}}` shows the number {number}; write `{{ $code }}`, or remove it"
            );
            findings.push(unit.over(Rule::RawSyntax, place, message));
        }
    }
    findings
}

/// Rules `straight-quote` and `ellipsis`.
pub(super) fn style(locale: &Locale<'_>) -> Vec<Finding> {
    let mut table = Vec::from([&ELLIPSIS]);
    if has_curly_quotes(locale) {
        table.push(&QUOTE);
    }
    blemishes(locale, &table)
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
fn blemishes(locale: &Locale<'_>, table: &[&Blemish]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for unit in &locale.units {
        for (_, pattern) in unit.patterns().iter().filter(|(_, pattern)| !is_blank(pattern)) {
            let mut seen: Vec<Rule> = Vec::new();
            for (text, slice) in
                Pieces::of(pattern).all.into_iter().filter_map(|piece| piece.reads())
            {
                let start = unit.sheet.offset(slice);
                for Blemish { rule, find, report } in table {
                    let Some((at, len)) = find(&text) else {
                        continue;
                    };
                    let found = text.get(at..at + len).unwrap_or_default();
                    let mut place = start + at..start + at + len;
                    if text != slice {
                        // An escape has no place of its own: the string is shown as a whole.
                        place = start..start + slice.len();
                    } else if found.starts_with('\n') {
                        place.end = start + at + indentation(unit.sheet.text(), start + at);
                    }
                    let is_break = found.starts_with('\n');
                    if is_break && seen.contains(rule)
                        || is_break
                            && len == text.len()
                            && text.trim().is_empty()
                            && pattern.elements.len() == 1
                    {
                        continue;
                    }
                    seen.push(*rule);
                    findings.push(unit.over(*rule, place, report(found)));
                }
            }
        }
    }
    findings
}

/// The length of a line break and what is before the text of the next line.
fn indentation(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.len() - rest.trim_start_matches(['\n', ' ']).len()
}

fn plain(found: &str) -> String {
    format!(
        "`{found}` is markup, and is shown as it is; write `{}`",
        found.trim_matches(['*', '_', '`'])
    )
}

fn name(found: &str) -> String {
    found.chars().next().map(describe).unwrap_or_default()
}

/// Numbers in braces without spaces, as other formats write their arguments: `{0}`.
fn positions<'s>(unit: &Unit<'s>) -> Vec<&'s str> {
    let mut numbers = Vec::new();
    for (_, pattern) in unit.patterns() {
        for piece in Pieces::of(pattern).all {
            let super::pieces::Piece::Number(number) = piece else {
                continue;
            };
            let (start, text) = (unit.sheet.offset(number), unit.sheet.text());
            let before = text.get(..start).is_some_and(|before| before.ends_with('{'));
            let after =
                text.get(start + number.len()..).is_some_and(|after| after.starts_with('}'));
            if before && after && number.len() == 1 {
                numbers.push(number);
            }
        }
    }
    numbers
}

/// Rule `not-utf8` for characters that were lost before the file was saved.
pub(super) fn lost(locale: &Locale<'_>) -> Vec<Finding> {
    const LOST: char = '\u{fffd}';
    let mut findings = Vec::new();
    for sheet in locale.sheets {
        let mut last_line = 0;
        for (at, _) in sheet.text().match_indices(LOST) {
            let message = format!("{}: a character was lost here; write it again", describe(LOST));
            let finding = sheet.finding(Rule::NotUtf8, at..at + LOST.len_utf8(), None, message);
            if finding.line != last_line {
                last_line = finding.line;
                findings.push(finding);
            }
        }
    }
    findings
}
