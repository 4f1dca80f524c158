//! The text of a line, and the placeables in it.

use super::super::Rule;
use super::super::characters::{describe, is_odd_space, is_zero_width, narrow};
use super::{Edit, Repaired, instead, whole};

/// The braces that are open where a line begins.
#[derive(Debug, Default)]
pub(super) struct Braces {
    open: Vec<Open>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    /// `{`, before any `->`.
    Placeable,
    /// What follows `->`: variants, whose text is text.
    Variants,
}

/// The edits of one placeable, for one finding.
#[derive(Default)]
struct Group {
    edits: Vec<Edit>,
    /// Whether its braces are full-width: the opening one, the closing one.
    wide: (bool, bool),
}

impl Group {
    fn add(&mut self, span: std::ops::Range<usize>, with: &str) {
        match self.edits.last_mut().filter(|last| last.span.end == span.start) {
            Some(last) => {
                last.span.end = span.end;
                last.with.push_str(with);
            }
            None => self.edits.push(Edit { span, with: with.to_owned() }),
        }
    }
}

impl Braces {
    pub(super) fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// Reads a line from here on.
    pub(super) fn read(
        &mut self,
        line: &str,
        from: usize,
        start: usize,
        edits: &mut Vec<Edit>,
        repaired: &mut Repaired,
    ) {
        let mut group = Group::default();
        let mut at = from;
        if self.open.last() == Some(&Open::Variants) {
            at = key(line, at, &mut group);
            group.flush(line, start, edits, repaired);
        }
        while let Some(character) = line.get(at..).and_then(|rest| rest.chars().next()) {
            let next = at + character.len_utf8();
            match self.open.last() {
                Some(Open::Placeable) => {
                    let closed = self.open.len();
                    at = self.inside(line, at, character, &mut group);
                    if self.open.len() < closed {
                        group.flush(line, start, edits, repaired);
                    }
                    continue;
                }
                _ if character == '{' => self.open.push(Open::Placeable),
                _ if character == '}' => drop(self.open.pop()),
                _ if character == '｛' && is_placeable(line.get(next..).unwrap_or_default()) => {
                    group.wide.0 = true;
                    group.add(at..next, "{");
                    self.open.push(Open::Placeable);
                }
                Some(Open::Variants)
                    if character == '｝'
                        && line.get(next..).is_some_and(|rest| rest.trim().is_empty()) =>
                {
                    group.add(at..next, "}");
                    group.wide.1 = true;
                    group.flush(line, start, edits, repaired);
                    self.open.pop();
                }
                _ if character == '｛' && closes(line.get(next..).unwrap_or_default()) > 0 => {
                    // Brackets of a text.
                    at = next + closes(line.get(next..).unwrap_or_default());
                    continue;
                }
                _ if matches!(character, '｛' | '｝') => {
                    let right = if character == '｛' { '{' } else { '}' };
                    let message = format!(
                        "{} is shown as it is; write `{right}` for a placeable, or remove it",
                        describe(character)
                    );
                    repaired.report(Rule::RawSyntax, start + at..start + next, message);
                }
                _ => {}
            }
            at = next;
        }
        group.flush(line, start, edits, repaired);
    }

    /// Reads one character of a placeable, or a quoted text, and returns where the next begins.
    fn inside(&mut self, line: &str, at: usize, character: char, group: &mut Group) -> usize {
        let next = at + character.len_utf8();
        let right = narrow(character).filter(|right| is_syntax(line, at, *right));
        match right.unwrap_or(character) {
            '"' => return quoted(line, at, character, group),
            '{' => self.open.push(Open::Placeable),
            '}' => {
                group.wide.1 = right.is_some();
                self.open.pop();
            }
            '>' => {
                let before = line.get(..at).and_then(|before| before.chars().next_back());
                if before.is_some_and(|before| narrow(before).unwrap_or(before) == '-')
                    && let Some(last) = self.open.last_mut()
                {
                    *last = Open::Variants;
                }
            }
            _ => {}
        }
        if let Some(right) = right {
            group.add(at..next, right.encode_utf8(&mut [0; 4]));
        } else if is_odd_space(character) {
            group.add(at..next, " ");
        } else if is_zero_width(character) {
            group.add(at..next, "");
        }
        next
    }
}

impl Group {
    fn flush(&mut self, line: &str, start: usize, edits: &mut Vec<Edit>, repaired: &mut Repaired) {
        let group = std::mem::take(self);
        let Some(Edit { span, with }) = whole(line, &group.edits) else {
            return;
        };
        let found = line.get(span.clone()).unwrap_or_default();
        let is_one_brace = group.wide.0 != group.wide.1 && group.edits.len() == 1;
        let rule = match found.chars().any(|character| narrow(character).is_some()) {
            true if is_one_brace => Rule::RawSyntax,
            true => Rule::FullwidthSyntax,
            false => Rule::Syntax,
        };
        repaired.report(rule, start + span.start..start + span.end, instead(found, &with));
        edits.extend(group.edits);
    }
}

/// Whether a character may be meant as syntax inside a placeable: parentheses only those of a call.
fn is_syntax(line: &str, at: usize, right: char) -> bool {
    let before = line.get(..at).unwrap_or_default();
    match right {
        '(' => before.ends_with(|c: char| c.is_ascii_alphanumeric()),
        ')' => before.rsplit(['{', '｛']).next().is_some_and(|inside| inside.contains(['(', '（'])),
        _ => true,
    }
}

/// Reads the key of a variant, and returns where its text begins.
fn key(line: &str, from: usize, group: &mut Group) -> usize {
    let mut at = from;
    let mut is_open = false;
    for character in line.get(from..).unwrap_or_default().chars() {
        let next = at + character.len_utf8();
        match narrow(character).unwrap_or(character) {
            '*' if !is_open => {}
            '[' if !is_open => is_open = true,
            ']' if is_open => {
                if let Some(right) = narrow(character) {
                    group.add(at..next, right.encode_utf8(&mut [0; 4]));
                }
                return next;
            }
            _ if is_open || character.is_whitespace() => {}
            _ => break,
        }
        if let Some(right) = narrow(character) {
            group.add(at..next, right.encode_utf8(&mut [0; 4]));
        } else if is_odd_space(character) {
            group.add(at..next, " ");
        }
        at = next;
    }
    // Not a variant: its text is to be read as text.
    *group = Group::default();
    from
}

/// Reads a quoted text, and returns what comes after it. Quotes of a word processor are its ends where
/// it has no others.
fn quoted(line: &str, at: usize, open: char, group: &mut Group) -> usize {
    let start = at + open.len_utf8();
    let rest = line.get(start..).unwrap_or_default();
    if open != '"' {
        group.add(at..start, "\"");
    }
    let has_plain = open == '"' && rest.contains('"');
    let mut is_escaped = false;
    for (offset, character) in rest.char_indices() {
        let end = start + offset + character.len_utf8();
        let is_end = match has_plain {
            true => character == '"' && !is_escaped,
            false => character == '"' || narrow(character) == Some('"'),
        };
        if is_end {
            if character != '"' {
                group.add(start + offset..end, "\"");
            }
            return end;
        }
        is_escaped = character == '\\' && !is_escaped;
    }
    line.len()
}

/// Where the partner of a full-width brace ends, if it has one.
fn closes(rest: &str) -> usize {
    match rest.find(['｛', '｝', '{', '}']) {
        Some(end) if rest.get(end..).is_some_and(|rest| rest.starts_with('｝')) => {
            end + '｝'.len_utf8()
        }
        _ => 0,
    }
}

/// Whether what follows a full-width brace reads like the inside of a placeable.
fn is_placeable(rest: &str) -> bool {
    let Some(end) = rest.find(['}', '｝', '{', '｛']) else {
        return false;
    };
    let inner = rest.get(..end).unwrap_or_default().trim();
    let narrowed: String = inner.chars().map(|c| narrow(c).unwrap_or(c)).collect();
    let is_name = |c: char| c.is_ascii_alphanumeric() || "-_. ".contains(c);
    rest.get(end..).is_some_and(|rest| rest.starts_with(['}', '｝']))
        && (narrowed.starts_with(['$', '"'])
            || !narrowed.is_empty() && narrowed.chars().all(is_name))
}
