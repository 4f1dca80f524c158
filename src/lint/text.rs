//! What a person would see in a text and should not.

use std::collections::HashMap;

use fluent_syntax::ast::{Pattern, PatternElement};

use super::comments::max_width;
use super::pieces::{Piece, pieces, width};
use super::sheet::{Locale, Sheet, Unit};
use super::{Finding, Rule};

/// What one text must not have: a rule, how to find it, and what to say of what was found.
struct Blemish {
    rule: Rule,
    find: fn(&str) -> Option<(usize, usize)>,
    tell: fn(&str) -> String,
}

/// Rules that look at one piece of text at a time.
const MARKUP: [Blemish; 6] = [
    Blemish {
        rule: Rule::NotUtf8,
        find: |text| first(text, |c| c == '\u{fffd}'),
        tell: |_| {
            "this is U+FFFD, left where a character could not be read; write what was meant".into()
        },
    },
    Blemish {
        rule: Rule::Markup,
        find: |text| first(text, |c| c == '\n'),
        tell: |_| "this text goes on in a second line, and a toast has one; join the lines".into(),
    },
    Blemish {
        rule: Rule::Markup,
        find: |text| first(text, |c| c.is_control() && c != '\n'),
        tell: |found| {
            format!(
                "a control character ({}), which a toast shows raw; remove it",
                code_point(found)
            )
        },
    },
    Blemish {
        rule: Rule::Markup,
        find: |text| first(text, is_invisible),
        tell: |found| {
            format!(
                "an invisible character ({}), which a toast shows raw or obeys; remove it",
                code_point(found)
            )
        },
    },
    Blemish {
        rule: Rule::Markup,
        find: |text| any_of(text, &["<", "](", "`", "**"]).or_else(|| entity(text)),
        tell: |found| format!("`{found}` is markup, and a toast shows it raw; write plain text"),
    },
    Blemish {
        rule: Rule::Markup,
        find: |text| first(text, |c| matches!(c, '\u{2028}' | '\u{2029}')),
        tell: |_| "this text has a line break, and a toast has one line; remove it".into(),
    },
];

/// Rules of typography.
const STYLE: [Blemish; 2] = [
    Blemish {
        rule: Rule::StraightQuote,
        find: |text| first(text, |c| c == '\'' || c == '"'),
        tell: |found| match found {
            "'" => "a straight apostrophe; write ’".into(),
            _ => "a straight quotation mark; write “ or ”".into(),
        },
    },
    Blemish {
        rule: Rule::Ellipsis,
        find: |text| any_of(text, &["..."]),
        tell: |_| "three full stops; write …".into(),
    },
];

/// Rule `markup`, and U+FFFD in a text.
pub(super) fn markup(locale: &Locale<'_>) -> Vec<Finding> {
    blemishes(locale, &MARKUP)
}

/// Rules `straight-quote` and `ellipsis`.
pub(super) fn style(locale: &Locale<'_>) -> Vec<Finding> {
    blemishes(locale, &STYLE)
}

/// Finds each blemish once in every piece of text.
fn blemishes(locale: &Locale<'_>, blemishes: &[Blemish]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (sheet, unit) in locale.units() {
        for piece in unit.patterns().flat_map(|(_, pattern)| pieces(pattern)) {
            let Some((text, slice)) = piece.reads() else {
                continue;
            };
            for Blemish { rule, find, tell } in blemishes {
                let Some((at, len)) = find(&text) else {
                    continue;
                };
                let message = tell(text.get(at..at + len).unwrap_or_default());
                // An escape has no place of its own: the literal is shown as a whole.
                let start = sheet.offset(slice);
                let span = match text == slice {
                    true => start + at..start + at + len,
                    false => start..start + slice.len(),
                };
                findings.push(sheet.finding(*rule, span, Some(unit.id()), message));
            }
        }
    }
    findings
}

fn first(text: &str, is: impl Fn(char) -> bool) -> Option<(usize, usize)> {
    text.char_indices().find(|(_, c)| is(*c)).map(|(at, c)| (at, c.len_utf8()))
}

fn any_of(text: &str, needles: &[&str]) -> Option<(usize, usize)> {
    let found = needles.iter().filter_map(|needle| Some((text.find(needle)?, needle.len())));
    found.min()
}

/// An entity of HTML: `&lt;`, `&#39;`.
fn entity(text: &str) -> Option<(usize, usize)> {
    text.match_indices('&').find_map(|(at, _)| {
        let rest = text.get(at + 1..)?;
        let name = rest.get(..rest.find(|c: char| c != '#' && !c.is_ascii_alphanumeric())?)?;
        rest.get(name.len()..)?.strip_prefix(';')?;
        let letters = name.strip_prefix('#').unwrap_or(name);
        let is_name = !letters.is_empty() && letters.bytes().all(|it| it.is_ascii_alphanumeric());
        is_name.then_some((at, name.len() + 2))
    })
}

/// Bidi marks and embeddings, zero-width spaces, soft hyphens, and the rest of those that show
/// nothing. The joiners U+200C and U+200D are letters' business in Persian and Hindi.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
    ) || matches!(c, '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}')
}

fn code_point(found: &str) -> String {
    found.chars().next().map_or_else(String::new, |c| format!("U+{:04X}", u32::from(c)))
}

/// Rule `edge-space`, also for the spaces that Fluent drops.
pub(super) fn edge_space(locale: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (sheet, unit) in locale.units() {
        for (_, pattern) in unit.patterns() {
            let all = pieces(pattern);
            let edge = |piece: Option<&Piece<'_>>, end: &str, at_end: fn(&str) -> bool| {
                let (text, slice) = piece?.reads()?;
                let message = format!("a space at the {end} of the text; remove it");
                at_end(&text).then(|| sheet.at(Rule::EdgeSpace, slice, unit, message))
            };
            findings
                .extend(edge(all.first(), "start", |text| text.starts_with(char::is_whitespace)));
            findings.extend(match pattern.elements.last() {
                Some(PatternElement::TextElement { value }) => {
                    let end = sheet.offset(value) + value.trim_end().len();
                    let rest = sheet.text.get(end..).unwrap_or_default();
                    let spaces = rest.lines().next().unwrap_or_default();
                    let message = "a space at the end of the text; remove it";
                    (!spaces.is_empty()).then(|| sheet.at(Rule::EdgeSpace, spaces, unit, message))
                }
                _ => edge(all.last(), "end", |text| text.ends_with(char::is_whitespace)),
            });
        }
    }
    findings
}

/// Rule `same-as-source`.
pub(super) fn same_as_source(locale: &Locale<'_>, source: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (sheet, unit) in locale.first_messages() {
        let Some(original) = source.message(unit.name) else {
            continue;
        };
        for (name, pattern) in unit.patterns() {
            let of_source = match unit.attribute(name) {
                Some(_) => original.attribute(name).map(|attribute| &attribute.value),
                None => original.value.as_ref(),
            };
            let has_words = pieces(pattern).iter().any(|piece| match piece {
                Piece::Text(text) => text.chars().any(char::is_alphabetic),
                _ => false,
            });
            if has_words && of_source == Some(pattern) {
                let message = "this is the source's text; translate it";
                findings.push(sheet.at(Rule::SameAsSource, name, unit, message));
            }
        }
    }
    findings
}

/// Rule `brand`, for as many names as a person could watch over.
pub(super) fn brand(locale: &Locale<'_>, source: Option<&Locale<'_>>) -> Vec<Finding> {
    const MAX_NAMES: usize = 100;
    let mut names: Vec<(&str, &str)> = locale
        .units()
        .chain(source.into_iter().flat_map(Locale::units))
        .filter(|(_, unit)| unit.is_term)
        .filter_map(|(_, unit)| match unit.value.as_ref()?.elements.as_slice() {
            [PatternElement::TextElement { value }] => Some((*value, unit.name)),
            _ => None,
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names.truncate(MAX_NAMES);
    let mut findings = Vec::new();
    for (sheet, unit) in locale.messages() {
        for piece in unit.patterns().flat_map(|(_, pattern)| pieces(pattern)) {
            let (Piece::Text(text) | Piece::Literal(text)) = piece else {
                continue;
            };
            for (name, term) in &names {
                if let Some(at) = text.find(name) {
                    let start = sheet.offset(text) + at;
                    let message = format!("`{name}` is a name; write `{{ -{term} }}`");
                    let span = start..start + name.len();
                    findings.push(sheet.finding(Rule::Brand, span, Some(unit.id()), message));
                }
            }
        }
    }
    findings
}

/// Rule `too-long`.
pub(super) fn too_long(locale: &Locale<'_>, source: Option<&Locale<'_>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let terms = locale.units().filter(|(_, unit)| unit.is_term);
    let of_term = |unit: &Unit<'_>| unit.value.as_ref().map_or(0, |value| width(value, &|_| 0));
    let widths: HashMap<_, _> = terms.map(|(_, unit)| (unit.name, of_term(unit))).collect();
    for (sheet, unit) in locale.messages() {
        let max = max_width(locale.tag, unit, source.and_then(|it| it.message(unit.name)));
        for (name, pattern) in unit.patterns() {
            findings.extend(too_wide(&widths, sheet, unit, (name, pattern), max));
        }
    }
    findings
}

fn too_wide(
    widths_of_terms: &HashMap<&str, usize>,
    sheet: &Sheet<'_>,
    unit: &Unit<'_>,
    (name, pattern): (&str, &Pattern<&str>),
    max: usize,
) -> Option<Finding> {
    let of_term = |name: &str| widths_of_terms.get(name).copied().unwrap_or(0);
    let width = width(pattern, &of_term);
    let message = format!("this text is {width} columns wide, and a toast has room for {max}");
    (width > max).then(|| sheet.at(Rule::TooLong, name, unit, message))
}
