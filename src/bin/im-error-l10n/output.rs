//! What several commands print.

use std::io::{self, IsTerminal, Write};

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use crate::Failure;

pub(crate) fn json(value: &impl Serialize, out: &mut dyn Write) -> Result<(), Failure> {
    let json = serde_json::to_string_pretty(value).map_err(Failure::new)?;
    Ok(writeln!(out, "{json}")?)
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
