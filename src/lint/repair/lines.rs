//! A file, line by line.

use super::super::Rule;
use super::super::characters::{describe, is_odd_space, narrow};
use super::body::Braces;
use super::head::Head;
use super::{Edit, Repaired, instead};

/// Where a line is in what two people wrote at once.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Conflict {
    None,
    Ours,
    Theirs,
}

pub(super) fn read(file: &str, repaired: &mut Repaired) {
    let mut at = 0;
    let mut conflict = Conflict::None;
    let mut braces = Braces::default();
    for line in file.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let content = line.trim_end_matches('\n');
        if let Some(next) = conflict_after(content, conflict) {
            if conflict == Conflict::None {
                let message = "unresolved merge conflict; keep one side, and remove the lines that \
                               begin with `<<<<<<<`, `=======` and `>>>>>>>`";
                repaired.report(Rule::MergeConflict, start..start + content.len(), message);
            }
            conflict = next;
        } else if conflict != Conflict::Theirs {
            read_line(content, start, &mut braces, repaired);
            if content.len() < line.len() {
                repaired.push("\n", start + content.len(), true);
            }
        }
    }
}

/// Where the lines after a marker are; `None` where this line is no marker.
fn conflict_after(line: &str, before: Conflict) -> Option<Conflict> {
    const LEN: usize = 7;
    let (marker, rest) = line.split_at_checked(LEN)?;
    if !rest.is_empty() && !rest.starts_with(' ') {
        return None;
    }
    match marker {
        "<<<<<<<" => Some(Conflict::Ours),
        "|||||||" if before == Conflict::Ours => Some(Conflict::Theirs),
        "=======" if before == Conflict::None => Some(Conflict::None),
        "=======" => Some(Conflict::Theirs),
        ">>>>>>>" => Some(Conflict::None),
        _ => None,
    }
}

/// Whether a line is a marker of a merge conflict.
pub(in crate::lint) fn is_conflict_marker(line: &str) -> bool {
    conflict_after(line, Conflict::Ours).is_some()
}

fn read_line(line: &str, start: usize, braces: &mut Braces, repaired: &mut Repaired) {
    if line.trim().is_empty() {
        return blank(line, start, repaired);
    }
    if line.starts_with('#') || line.chars().next().and_then(narrow) == Some('#') {
        *braces = Braces::default();
        return comment(line, start, repaired);
    }
    let mut edits = Vec::new();
    let mut body = 0;
    let indent = line.len() - line.trim_start().len();
    if repaired.text.trim_end().ends_with('=')
        && let Some(odd) = line.get(..indent).unwrap_or_default().chars().find(|c| is_odd_space(*c))
        && Head::of(line, braces.is_open()).is_none()
    {
        let message = format!("expected spaces, found {}; indent with four spaces", describe(odd));
        repaired.report(Rule::Syntax, start..start + indent, message);
        edits.push(Edit { span: 0..indent, with: "    ".to_owned() });
    }
    if let Some(head) = Head::of(line, braces.is_open()) {
        if !line.starts_with(char::is_whitespace) || !braces.is_open() {
            *braces = Braces::default();
        }
        body = head.end;
        if let Some((rule, span, message)) = head.report(line) {
            repaired.report(rule, start + span.start..start + span.end, message);
        }
        edits = head.edits;
    }
    braces.read(line, body, start, &mut edits, repaired);
    repaired.copy(line, start, &edits);
}

/// A line without anything to see. Fluent's own blank lines have spaces only.
fn blank(line: &str, start: usize, repaired: &mut Repaired) {
    let odd = line.char_indices().find(|(_, character)| is_odd_space(*character));
    if let Some((at, character)) = odd {
        let span = start + at..start + at + character.len_utf8();
        repaired.report(
            Rule::Syntax,
            span,
            format!("{} on a blank line; remove it", describe(character)),
        );
    }
}

fn comment(line: &str, start: usize, repaired: &mut Repaired) {
    let is_sign = |character: &char| *character == '#' || narrow(*character) == Some('#');
    let signs: String = line.chars().take_while(is_sign).collect();
    let right = "#".repeat(signs.chars().count());
    let mut edits = Vec::new();
    const MOST: usize = 3;
    if right.len() > MOST {
        let message = format!("`{signs}` begins no comment; a comment has one to three `#`");
        repaired.report(Rule::Syntax, start..start + signs.len(), message);
        edits.push(Edit { span: 0..signs.len(), with: "#".repeat(MOST) });
    } else if signs != right {
        repaired.report(Rule::FullwidthSyntax, start..start + signs.len(), instead(&signs, &right));
        let rest = line.get(signs.len()..).unwrap_or_default();
        let with = if rest.is_empty() || rest.starts_with(' ') { right } else { right + " " };
        edits.push(Edit { span: 0..signs.len(), with });
    } else if let Some(next) = line.get(signs.len()..).and_then(|rest| rest.chars().next())
        && next != ' '
    {
        let space = if is_odd_space(next) { next.len_utf8() } else { 0 };
        let place = start + signs.len()..start + signs.len() + next.len_utf8();
        repaired.report(
            Rule::Syntax,
            place,
            format!("expected a space after `#`, found {}", describe(next)),
        );
        edits.push(Edit { span: signs.len()..signs.len() + space, with: " ".to_owned() });
    }
    repaired.copy(line, start, &edits);
}
