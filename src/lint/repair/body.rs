//! The text of a line, and the placeables in it.

use super::super::Rule;
use super::super::characters::{describe, narrow};
use super::{Edit, Line, add, replaced, right};

/// The braces that are open where a line begins.
#[derive(Debug, Default)]
pub(super) struct Braces {
    open: Vec<Open>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    /// `{`, before any `->`.
    Placeable,
    /// After `->`: variants, whose text is plain text.
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
    /// Reports the edits and hands them to the line.
    fn flush(&mut self, line: &mut Line<'_>) {
        let Group { edits, wide } = std::mem::take(self);
        if let Some(mut repair) = replaced(line.text, &edits) {
            // With only one brace full-width, users would see the text of the placeable.
            if wide.0 != wide.1 && edits.len() == 1 && repair.rule == Rule::FullwidthSyntax {
                repair.rule = Rule::RawSyntax;
            }
            line.repairs.push(repair);
        }
        line.edits.extend(edits);
    }
}

impl Braces {
    pub(super) fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// Reads a line from here on.
    pub(super) fn read(&mut self, line: &mut Line<'_>, from: usize) {
        let mut group = Group::default();
        let mut at = from;
        if self.open.last() == Some(&Open::Variants) {
            at = key(line, at);
        }
        while let Some(character) = line.rest(at).chars().next() {
            if self.open.last() == Some(&Open::Placeable) {
                let depth = self.open.len();
                at = self.inside(line, at, character, &mut group);
                if self.open.len() < depth {
                    group.flush(line);
                }
            } else {
                at = self.text(line, at, character, &mut group);
            }
        }
        group.flush(line);
    }

    /// Reads one character of a text, or a part in full-width braces, and returns where the next
    /// begins.
    fn text(
        &mut self,
        line: &mut Line<'_>,
        at: usize,
        character: char,
        group: &mut Group,
    ) -> usize {
        let next = at + character.len_utf8();
        let rest = line.rest(next);
        match character {
            '{' => self.open.push(Open::Placeable),
            '}' => drop(self.open.pop()),
            '｛' if is_placeable(rest) => {
                group.wide.0 = true;
                add(&mut group.edits, at..next, "{");
                self.open.push(Open::Placeable);
            }
            '｝' if self.is_open() && rest.trim().is_empty() => {
                group.wide.1 = true;
                add(&mut group.edits, at..next, "}");
                group.flush(line);
                self.open.pop();
            }
            '｛' if closes(rest).is_some() => return next + closes(rest).unwrap_or_default(),
            '｛' | '｝' => {
                let right = if character == '｛' { '{' } else { '}' };
                let message = format!(
                    "{} is shown as is; write `{right}` for a placeable, or remove it",
                    describe(character)
                );
                line.report(Rule::RawSyntax, at..next, message);
            }
            _ => {}
        }
        next
    }

    /// Reads one character of a placeable, or a quoted text, and returns where the next begins.
    fn inside(&mut self, line: &Line<'_>, at: usize, character: char, group: &mut Group) -> usize {
        let next = at + character.len_utf8();
        let before = line.text.get(..at).unwrap_or_default();
        let meant = narrow(character).unwrap_or(character);
        // Other characters stay as they are, and the parser reports them.
        let is_typed = meant == character || is_syntax(before, meant);
        match meant {
            _ if !is_typed => return next,
            '"' => return quoted(line, at, character, group),
            '{' => self.open.push(Open::Placeable),
            '}' => {
                group.wide.1 = meant != character;
                self.open.pop();
            }
            '>' if before.ends_with(|before| narrow(before).unwrap_or(before) == '-') => {
                if let Some(last) = self.open.last_mut() {
                    *last = Open::Variants;
                }
            }
            _ => {}
        }
        if let Some(right) = right(character) {
            add(&mut group.edits, at..next, &right);
        }
        next
    }
}

/// Whether a character may be meant as syntax inside a placeable. Parentheses are syntax only in a call.
fn is_syntax(before: &str, meant: char) -> bool {
    match meant {
        '(' => before.ends_with(|c: char| c.is_ascii_alphanumeric()),
        ')' => before.rsplit(['{', '｛']).next().is_some_and(|inside| inside.contains(['(', '（'])),
        _ => true,
    }
}

/// Reads the key of a variant, and returns where its text begins.
fn key(line: &mut Line<'_>, from: usize) -> usize {
    let mut group = Group::default();
    let mut at = from;
    let mut is_open = false;
    for character in line.rest(from).chars() {
        let next = at + character.len_utf8();
        let meant = narrow(character).unwrap_or(character);
        if let Some(right) = right(character) {
            add(&mut group.edits, at..next, &right);
        }
        match meant {
            ']' if is_open => {
                group.flush(line);
                return next;
            }
            '[' if !is_open => is_open = true,
            '*' if !is_open => {}
            _ if is_open || character.is_whitespace() => {}
            _ => break,
        }
        at = next;
    }
    // Not a variant: the line is read as text.
    from
}

/// Reads a quoted text, and returns where it ends. Curly quotes end it if it has no straight ones.
fn quoted(line: &Line<'_>, at: usize, open: char, group: &mut Group) -> usize {
    let start = at + open.len_utf8();
    let rest = line.rest(start);
    if open != '"' {
        add(&mut group.edits, at..start, "\"");
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
                add(&mut group.edits, start + offset..end, "\"");
            }
            return end;
        }
        is_escaped = character == '\\' && !is_escaped;
    }
    line.text.len()
}

/// Returns where the partner of a full-width brace ends, if it has one.
fn closes(rest: &str) -> Option<usize> {
    let end = rest.find(['｛', '｝', '{', '}'])?;
    rest.get(end..)?.starts_with('｝').then_some(end + '｝'.len_utf8())
}

/// Whether the text after a full-width brace looks like the inside of a placeable.
fn is_placeable(rest: &str) -> bool {
    let Some((inner, rest)) =
        rest.find(['}', '｝', '{', '｛']).and_then(|end| rest.split_at_checked(end))
    else {
        return false;
    };
    let narrowed: String = inner.trim().chars().map(|c| narrow(c).unwrap_or(c)).collect();
    let is_name = |c: char| c.is_ascii_alphanumeric() || "-_. ".contains(c);
    rest.starts_with(['}', '｝'])
        && (narrowed.starts_with(['$', '"'])
            || !narrowed.is_empty() && narrowed.chars().all(is_name))
}
