//! A file, line by line.

use super::super::Rule;
use super::super::characters::{describe, is_odd_space, narrow};
use super::body::Braces;
use super::conflict::{self, Side};
use super::head::{Head, odd_indentation};
use super::{Edit, Line, Repair, Repaired, replaced};

pub(super) fn read(file: &str, repaired: &mut Repaired) {
    let mut start = 0;
    let mut side = Side::default();
    let mut braces = Braces::default();
    for line in file.split_inclusive('\n') {
        let content = line.trim_end_matches('\n');
        match side.read(content) {
            conflict::Line::Conflict => {
                let span = start..start + content.len();
                repaired.repairs.push(Repair::new(Rule::MergeConflict, span, conflict::MESSAGE));
            }
            conflict::Line::Skipped => {}
            conflict::Line::Text => {
                let is_after_equals = repaired.text.trim_end().ends_with('=');
                repaired.add(read_line(content, is_after_equals, &mut braces), start);
                if content.len() < line.len() {
                    repaired.push("\n", start + content.len(), true);
                }
            }
        }
        start += line.len();
    }
}

fn read_line<'f>(text: &'f str, is_after_equals: bool, braces: &mut Braces) -> Line<'f> {
    if text.trim().is_empty() {
        return blank(text);
    }
    if text.chars().next().is_some_and(is_sign) {
        *braces = Braces::default();
        return comment(text);
    }
    let mut line = Line::new(text);
    let mut body = 0;
    if let Some(head) = Head::of(text, braces.is_open()) {
        if !text.starts_with(char::is_whitespace) || !braces.is_open() {
            *braces = Braces::default();
        }
        body = head.end;
        line.repairs.extend(head.repair);
        line.edits = head.edits;
    } else if let Some((edit, repair)) = odd_indentation(text).filter(|_| is_after_equals) {
        line.edits.push(edit);
        line.repairs.push(repair);
    }
    braces.read(&mut line, body);
    line
}

/// Reads a blank line, in which Fluent allows only spaces.
fn blank(text: &str) -> Line<'_> {
    let mut line = Line { text: "", ..Line::new(text) };
    let odd = text.char_indices().find(|(_, character)| is_odd_space(*character));
    if let Some((at, character)) = odd {
        let message = format!("unexpected {} on a blank line; remove it", describe(character));
        line.report(Rule::Syntax, at..at + character.len_utf8(), message);
    }
    line
}

fn is_sign(character: char) -> bool {
    character == '#' || narrow(character) == Some('#')
}

fn comment(text: &str) -> Line<'_> {
    const MOST: usize = 3;
    let mut line = Line::new(text);
    let rest = text.trim_start_matches(is_sign);
    let signs = 0..text.len() - rest.len();
    let found = text.get(signs.clone()).unwrap_or_default();
    let mut with = "#".repeat(found.chars().count());
    if with.len() > MOST {
        let message = format!("`{found}` does not begin a comment; a comment has one to three `#`");
        line.report(Rule::Syntax, signs.clone(), message);
        line.edits.push(Edit { span: signs, with: "#".repeat(MOST) });
    } else if with != found {
        line.edits.push(Edit { span: signs.clone(), with: with.clone() });
        line.repairs.extend(replaced(text, &line.edits));
        with.push_str(if rest.is_empty() || rest.starts_with(' ') { "" } else { " " });
        line.edits = vec![Edit { span: signs, with }];
    } else if let Some(next) = rest.chars().next().filter(|next| *next != ' ') {
        let (at, len) = (signs.end, next.len_utf8());
        let message = format!("expected a space after `#`, found {}", describe(next));
        line.report(Rule::Syntax, at..at + len, message);
        let end = if is_odd_space(next) { at + len } else { at };
        line.edits.push(Edit { span: at..end, with: " ".to_owned() });
    }
    line
}
