//! The part of a line that is shown with a finding, cut to the width of the terminal.

use std::ops::Range;

use im_error_l10n::Finding;
use unicode_width::UnicodeWidthChar;

/// The maximum width of a line if the width of the terminal is unknown.
pub(crate) const WIDEST: usize = 1000;
const CUT: &str = "…";

/// A line, or a part of it, and the place of the finding in it.
pub(crate) struct Excerpt {
    pub(crate) text: String,
    pub(crate) span: Range<usize>,
}

impl Excerpt {
    /// Cuts the line out of a file; `None` if the finding is about the file as a whole.
    pub(crate) fn of(text: &str, finding: &Finding, columns: Option<usize>) -> Option<Excerpt> {
        let span = &finding.span;
        if span.is_empty() && (finding.line, finding.column) == (1, 1) {
            return None;
        }
        let start = text.get(..span.start)?.rfind('\n').map_or(0, |at| at + 1);
        let rest = text.get(start..)?;
        let line = rest.split('\n').next()?.trim_end_matches('\r');
        // Show a line break at the end of its line.
        let first = (span.start - start).min(line.len());
        let last = (span.end - start).clamp(first, line.len());
        let gutter = finding.line.to_string().len() + " | ".len();
        let room = columns.unwrap_or(WIDEST).saturating_sub(gutter).max(20);
        Some(cut(line, first..last, room))
    }

    /// The column of the finding in the excerpt, from 1.
    pub(crate) fn column(&self) -> usize {
        self.text.get(..self.span.start).map_or(1, |before| before.chars().count() + 1)
    }
}

/// Cuts a line to a number of columns around a span.
fn cut(line: &str, span: Range<usize>, room: usize) -> Excerpt {
    if width_up_to(line, room).1 == line.len() {
        return Excerpt { text: line.to_owned(), span };
    }
    let room = room.saturating_sub(2);
    let (before, rest) = line.split_at_checked(span.start).unwrap_or((line, ""));
    let (found_width, found_len) = width_up_to(rest, room);
    let found_len = found_len.min(span.len());
    let found_width = rest.get(..found_len).map_or(found_width, width);
    let mut left = room.saturating_sub(found_width) / 2;
    let after = rest.get(found_len..).unwrap_or_default();
    // Room that the right side does not need goes to the left.
    let (right_width, _) = width_up_to(after, room.saturating_sub(found_width));
    left = left.max(room.saturating_sub(found_width + right_width));
    let mut start = before.len();
    let mut used = 0;
    for (at, character) in before.char_indices().rev() {
        used += columns_of(character);
        if used > left {
            break;
        }
        start = at;
    }
    let used = before.get(start..).map_or(0, width);
    let (_, right_len) = width_up_to(after, room.saturating_sub(found_width + used));
    let end = span.start + found_len + right_len;
    let mut text = String::new();
    if start > 0 {
        text.push_str(CUT);
    }
    let shift = text.len();
    text.push_str(line.get(start..end).unwrap_or_default());
    if end < line.len() {
        text.push_str(CUT);
    }
    let first = span.start - start + shift;
    Excerpt { text, span: first..first + found_len }
}

/// Returns the width and the length of the part of a text that fits into a number of columns.
fn width_up_to(text: &str, columns: usize) -> (usize, usize) {
    let mut width = 0;
    for (at, character) in text.char_indices() {
        let next = width + columns_of(character);
        if next > columns {
            return (width, at);
        }
        width = next;
    }
    (width, text.len())
}

fn width(text: &str) -> usize {
    text.chars().map(columns_of).sum()
}

/// The width as the renderer shows it: a tab as four spaces, a control character as a symbol.
fn columns_of(character: char) -> usize {
    match character {
        '\t' => 4,
        _ => character.width().unwrap_or(1).max(usize::from(character.is_control())),
    }
}
