//! What several commands print.

use std::io::{self, IsTerminal, Write};

use anstyle::{AnsiColor, Style};
use im_error_l10n::Finding;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use crate::outcome::Failure;

pub(crate) const STRONG: Style = Style::new().bold();
pub(crate) const DIM: Style = Style::new().dimmed();
pub(crate) const GOOD: Style = AnsiColor::Green.on_default();
pub(crate) const WARNING: Style = AnsiColor::Yellow.on_default();
pub(crate) const ERROR: Style = AnsiColor::Red.on_default().bold();

/// Whether a character would break or reorder a line, or control a terminal.
fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}')
        || matches!(character, '\u{2066}'..='\u{2069}')
}

/// Escapes the name of a file, or a text that quotes one, as in `\u{1b}`.
pub(crate) fn escaped(text: impl ToString) -> String {
    let mut line = String::new();
    for character in text.to_string().chars() {
        match is_unsafe(character) {
            true => line.extend(character.escape_debug()),
            false => line.push(character),
        }
    }
    line
}

/// Prints JSON. In a string, a program reads the escapes back as the characters.
pub(crate) fn json(value: &impl Serialize, out: &mut dyn Write) -> Result<(), Failure> {
    let json = serde_json::to_string_pretty(value).map_err(Failure::new)?;
    for character in json.chars() {
        match character != '\n' && is_unsafe(character) {
            true => write!(out, "\\u{:04x}", u32::from(character))?,
            false => write!(out, "{character}")?,
        }
    }
    Ok(writeln!(out)?)
}

/// A finding with all of its fields.
pub(crate) fn finding(finding: &Finding) -> serde_json::Value {
    serde_json::json!({
        "rule": finding.rule.id(),
        "severity": finding.severity().to_string(),
        "locale": finding.locale,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "id": finding.id,
        "message": finding.message,
    })
}

/// Prints a Markdown table whose columns are aligned in the source.
pub(crate) fn table<const N: usize>(
    head: &[&str; N],
    rows: &[[String; N]],
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut widths = head.map(UnicodeWidthStr::width);
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    let line = |cells: [&str; N], out: &mut dyn Write| -> io::Result<()> {
        for (cell, width) in cells.iter().zip(widths) {
            let padding = " ".repeat(width.saturating_sub(cell.width()));
            write!(out, "| {cell}{padding} ")?;
        }
        writeln!(out, "|")
    };
    line(*head, out)?;
    let rules = widths.map(|width| "-".repeat(width));
    line(rules.each_ref().map(String::as_str), out)?;
    rows.iter().try_for_each(|row| line(row.each_ref().map(String::as_str), out))
}

/// Returns the width of the terminal, or else `COLUMNS`; `None` if neither is known.
pub(crate) fn columns() -> Option<usize> {
    match terminal_size::terminal_size() {
        Some((width, _)) if io::stdout().is_terminal() => Some(usize::from(width.0)),
        _ => std::env::var("COLUMNS").ok()?.parse().ok(),
    }
}

/// Formats a count with its noun.
pub(crate) fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
