//! Rules `syntax`, `bom`, `merge-conflict` and `fullwidth-syntax`: what is wrong with a file as
//! such, and what the parser cannot read.

mod advice;
pub(crate) mod typed;

use fluent_syntax::parser::ErrorKind;

use super::characters::describe;
use super::conflict;
use super::resource::Resource;
use super::script::lookalike;
use crate::finding::{Finding, MAX_FINDINGS, Rule};
use crate::overlay::parse::Junk;
use crate::overlay::syntax::locate;
use advice::advise;
use typed::{Typed, typed};

/// Reports what is wrong with the file as such, and what could not be parsed.
pub(crate) fn syntax(resource: &Resource<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in resource.resolved.conflicts.iter().take(MAX_FINDINGS) {
        let place = place.clone();
        findings.push(resource.file.finding(Rule::MergeConflict, place, None, conflict::MESSAGE));
    }
    if resource.file.has_bom {
        let message = format!(
            "{} at the start of the file; remove it, or save as UTF-8 without BOM",
            describe('\u{feff}')
        );
        let mut finding = resource.file.finding(Rule::Bom, 0..0, None, message);
        finding.span.start = 0;
        finding.end_column += 1;
        findings.push(finding);
    }
    if let Some(at) = resource.file.lone_return {
        let message = "this line ends with a carriage return alone, which Fluent does not read as \
            the end of a line; save the file with line feeds (LF), or run `fmt`";
        findings.push(resource.file.finding(Rule::Syntax, at..at, None, message));
    }
    number_signs(resource, &mut findings);
    for junk in &resource.junk {
        let Typed { rule, mut place, mut message } = explain(resource, junk);
        if rule == Rule::Syntax
            && let Some(advice) = advise(resource, junk.start..junk.end, place.start)
        {
            (place, message) = (advice.place, advice.message);
        }
        findings.push(resource.finding(rule, place, resource.junk_id(junk), message));
    }
    findings
}

/// Reports what is wrong with the `#` of comments. The parser skips comments.
fn number_signs(resource: &Resource<'_>, findings: &mut Vec<Finding>) {
    const MOST: usize = 3;
    let mut start = 0;
    for line in resource.text().split_inclusive('\n') {
        if findings.len() >= MAX_FINDINGS {
            return;
        }
        let rest = line.trim_start_matches('#');
        let signs = line.len() - rest.len();
        if signs > MOST {
            let signs = start..start + signs;
            let found = resource.text().get(signs.clone()).unwrap_or_default();
            let message =
                format!("`{found}` does not begin a comment; a comment has one to three `#`");
            findings.push(resource.finding(Rule::Syntax, signs, None, message));
        } else if signs > 0
            && let Some(next) = rest.chars().next()
            && !matches!(next, ' ' | '\n')
        {
            let place = start + signs..start + signs + next.len_utf8();
            let message = format!("expected a space after `#`, found {}", describe(next));
            findings.push(resource.finding(Rule::Syntax, place, None, message));
        }
        start += line.len();
    }
}

/// Returns where a part could not be parsed, and why.
fn explain(resource: &Resource<'_>, junk: &Junk) -> Typed {
    let (mut place, mut message) =
        locate(resource.text(), &junk.error, junk.start..junk.end, describe);
    let content = resource.text().get(junk.start..junk.end).unwrap_or_default();
    if let Some(typed) = typed(resource.text(), junk, place.start, &message) {
        return typed;
    }
    if is_foreign_comment(content) {
        let found = content.chars().next().map(describe).unwrap_or_default();
        message = format!("expected `# ` before a comment, found {found}");
        return Typed { rule: Rule::Syntax, place, message };
    }
    if is_second_line(resource.text(), junk) {
        place = junk.start..resource.text().len().min(place.end);
        message = "this line is not a part of the text above, as it is not indented; join it to \
            the line above"
            .to_owned();
        return Typed { rule: Rule::Syntax, place, message };
    }
    if let Some(found) = resource.text().get(place.clone()).unwrap_or_default().chars().next()
        && let Some((right, script)) = lookalike(found)
    {
        message = format!("{} is a {script} letter; write `{right}`", describe(found));
        return Typed { rule: Rule::Syntax, place, message };
    }
    match junk.error.kind {
        ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. }
            if place.start == junk.start =>
        {
            let after = junk.start + content.find('=').map_or(0, |at| at + 1);
            place = after..after;
        }
        ErrorKind::UnknownEscapeSequence(_) => {
            place.end = resource.text().len().min(place.start + 2);
        }
        _ => {}
    }
    Typed { rule: Rule::Syntax, place, message }
}

fn is_foreign_comment(content: &str) -> bool {
    ["//", "/*", ";", "<!--", "--"].iter().any(|mark| content.starts_with(mark))
}

/// Whether a part that could not be parsed begins with a text at the margin, right below another
/// text.
fn is_second_line(text: &str, junk: &Junk) -> bool {
    let content = text.get(junk.start..junk.end).unwrap_or_default();
    let line = content.lines().next().unwrap_or_default();
    let above = text.get(..junk.start).unwrap_or_default();
    let above = above.trim_end_matches(' ').strip_suffix('\n').unwrap_or_default();
    let above = above.lines().next_back().unwrap_or_default();
    let starts_word =
        line.starts_with(char::is_alphabetic) || line.starts_with(['(', '（', '«', '「']);
    starts_word
        && !line.starts_with("error")
        && !line.contains('=')
        && above.contains('=')
        && !above.starts_with('#')
}
