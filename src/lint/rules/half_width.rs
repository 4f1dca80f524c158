//! Half-width punctuation in Chinese and Japanese.

use crate::finding::{Finding, Rule};
use crate::lint::model::locale::Locale;
use crate::lint::model::script::is_east_asian;
use crate::lint::model::visible::Visible;

/// Rule `typing` for `, : ; ! ?` and `.` after an East Asian letter and before another, or at the end of
/// a text.
pub(super) fn half_width(locale: &Locale<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let script = locale.script();
    if !["Hans", "Hant", "Jpan"].contains(&&*script) {
        return findings;
    }
    for entry in &locale.entries {
        for (_, pattern) in entry.patterns() {
            let parts = Visible::of(pattern);
            for (at, shown) in parts.iter().enumerate() {
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
        if is_end || next.starts_with(is_wide) && !is_japanese_colon {
            return Some((at, text.len() - next.len(), right));
        }
    }
    None
}

fn is_wide(c: char) -> bool {
    is_east_asian(c)
        || matches!(c, '\u{3000}'..='\u{30ff}' | '（' | '）' | '，' | '：' | '！' | '？')
}
