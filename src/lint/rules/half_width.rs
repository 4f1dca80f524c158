//! The punctuation of Latin in scripts that have their own.

use crate::finding::{Finding, Rule};
use crate::lint::model::characters::is_combining;
use crate::lint::model::locale::Locale;
use crate::lint::model::mistake::Mistake;
use crate::lint::model::scan::after;
use crate::lint::model::script::{is_east_asian, script_of};
use crate::lint::model::visible::Visible;

/// Rule `typing` for `, : ; ! ?` and `.` after an East Asian letter and before another, or at the
/// end of a text.
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
                let is_last = at + 1 == parts.len() && pattern.elements.len() == parts.len();
                let mistake = match has_wide_marks {
                    true => between_wide(&shown.text, is_last, script == "Jpan"),
                    false => latin(&shown.text, marks, &script),
                };
                if let Some(Mistake { place, message }) = mistake {
                    findings.push(entry.over(Rule::Typing, shown.place(entry, place), message));
                    break;
                }
            }
        }
    }
    findings
}

/// Finds a Latin mark after a letter of the script.
fn latin(text: &str, marks: &[(char, char)], script: &str) -> Option<Mistake> {
    let is_own = |c: char| script_of(c) == Some(script) || is_combining(c);
    for (at, c) in text.char_indices() {
        let Some((_, right)) = marks.iter().find(|(mark, _)| *mark == c) else {
            continue;
        };
        let next = after(text, at + 1).unwrap_or(' ');
        let is_after_letter = text.get(..at)?.trim_end().ends_with(is_own);
        if is_after_letter && (next.is_whitespace() || is_own(next)) {
            let message = format!("`{c}` is not used here; write `{right}`");
            return Some(Mistake::new(at..at + 1, message));
        }
    }
    None
}

/// Finds a half-width mark, with the spaces after it, between full-width characters.
fn between_wide(text: &str, is_last: bool, is_japanese: bool) -> Option<Mistake> {
    const WIDE: [(char, char); 6] =
        [(',', '，'), (':', '：'), (';', '；'), ('!', '！'), ('?', '？'), ('.', '。')];
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let previous = std::mem::replace(&mut before, c);
        let Some((_, right)) = WIDE.iter().find(|(mark, _)| *mark == c) else {
            continue;
        };
        let right = if is_japanese && c == ',' { '、' } else { *right };
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
            let end = text.len() - next.len();
            let found = text.get(at..end)?;
            let message =
                format!("half-width `{found}` between full-width characters; write `{right}`");
            return Some(Mistake::new(at..end, message));
        }
    }
    None
}

fn is_wide(c: char) -> bool {
    is_east_asian(c)
        || matches!(c, '\u{3000}'..='\u{30ff}' | '（' | '）' | '，' | '：' | '！' | '？')
}
