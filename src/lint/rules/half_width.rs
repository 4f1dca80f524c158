//! The punctuation of Latin in scripts that have their own.

use std::ops::Range;

use crate::finding::{Finding, Rule};
use crate::lint::model::characters::is_combining;
use crate::lint::model::locale::Locale;
use crate::lint::model::script::{is_east_asian, script_of};
use crate::lint::model::visible::Visible;

/// Rule `typing` for `, : ; ! ?` and `.` after an East Asian letter and before another, or at the end of
/// a text.
pub(super) fn half_width(locale: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let script = locale.script();
    let has_wide_marks = ["Hans", "Hant", "Jpan"].contains(&&*script);
    let marks: &[(char, char)] = match &*script {
        "Arab" => &[(',', '،'), (';', '؛'), ('?', '؟')],
        "Deva" => &[('|', '।')],
        _ => &[],
    };
    if !has_wide_marks && marks.is_empty() {
        return findings;
    }
    for entry in &locale.entries {
        for (_, pattern) in entry.patterns() {
            let parts = Visible::of(pattern);
            for (at, shown) in parts.iter().enumerate() {
                if let Some((range, right)) = latin(&shown.text, marks, &script) {
                    let found = shown.text.get(range.clone()).unwrap_or_default();
                    let message = format!("`{found}` is not used here; write `{right}`");
                    findings.push(entry.over(Rule::Typing, shown.place(entry, range), message));
                    break;
                }
                if !has_wide_marks {
                    continue;
                }
                let is_last = at + 1 == parts.len() && pattern.elements.len() == parts.len();
                let Some((start, end, right)) = find(&shown.text, is_last, script == "Jpan") else {
                    continue;
                };
                let found = shown.text.get(start..end).unwrap_or_default();
                let message =
                    format!("half-width `{found}` between full-width characters; write `{right}`");
                findings.push(entry.over(Rule::Typing, shown.place(entry, start..end), message));
                break;
            }
        }
    }
    findings
}

/// Returns the place of a Latin mark after a letter of the script, and the mark to write.
fn latin(text: &str, marks: &[(char, char)], script: &str) -> Option<(Range<usize>, char)> {
    let is_own = |c: char| script_of(c) == Some(script) || is_combining(c);
    for (at, c) in text.char_indices() {
        let Some((_, right)) = marks.iter().find(|(mark, _)| *mark == c) else {
            continue;
        };
        let (before, after) = (text.get(..at)?, text.get(at + 1..)?);
        let is_before_word = after.starts_with(|c: char| c.is_whitespace() || is_own(c));
        if before.trim_end().ends_with(is_own) && (after.is_empty() || is_before_word) {
            return Some((at..at + 1, *right));
        }
    }
    None
}

/// Returns the place of a half-width mark with the spaces after it, and the mark to write.
fn find(text: &str, is_last: bool, is_japanese: bool) -> Option<(usize, usize, char)> {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let previous = std::mem::replace(&mut before, c);
        let right = match c {
            ',' if is_japanese => '、',
            ',' => '，',
            ':' => '：',
            ';' => '；',
            '!' => '！',
            '?' => '？',
            '.' => '。',
            _ => continue,
        };
        if !is_wide(previous) {
            continue;
        }
        let rest = text.get(at + 1..)?;
        let next = rest.trim_start_matches(' ');
        let is_end = is_last && next.is_empty() && matches!(c, '.' | '!' | '?');
        // Japanese also writes a half-width colon and a space.
        let is_japanese_colon = is_japanese && c == ':' && !rest.starts_with(is_east_asian);
        let is_before_placeable = !is_last && rest.is_empty() && c == ':' && !is_japanese;
        if is_end || is_before_placeable || next.starts_with(is_wide) && !is_japanese_colon {
            return Some((at, text.len() - next.len(), right));
        }
    }
    None
}

fn is_wide(c: char) -> bool {
    is_east_asian(c)
        || matches!(c, '\u{3000}'..='\u{30ff}' | '（' | '）' | '，' | '：' | '！' | '？')
}
