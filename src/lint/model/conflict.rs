//! Merge conflicts: of each, our side is read.

use std::ops::Range;

/// The message at the first marker of a conflict.
pub(crate) const MESSAGE: &str = "unresolved merge conflict; keep one side, and remove the \
    lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`";

/// A text without its conflicts.
#[derive(Default)]
pub(crate) struct Resolved {
    pub(crate) text: String,
    /// The first marker of each conflict, in the original text.
    pub(crate) conflicts: Vec<Range<usize>>,
    gaps: Vec<Gap>,
}

/// Where lines were left out, and how many bytes up to there.
struct Gap {
    at: usize,
    len: usize,
}

/// Where a line is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Outside,
    Ours,
    Theirs,
}

impl Resolved {
    pub(crate) fn of(original: &str) -> Resolved {
        let mut resolved = Resolved::default();
        resolved.text.reserve(original.len());
        let mut side = Side::Outside;
        let mut start = 0;
        for line in original.split_inclusive('\n') {
            let content = line.trim_end_matches('\n');
            let next = side_after(content, side);
            if next.is_some() && side == Side::Outside {
                resolved.conflicts.push(start..start + content.len());
            }
            if next.is_none() && side != Side::Theirs {
                resolved.text.push_str(line);
            } else {
                let len = start + line.len() - resolved.text.len();
                resolved.gaps.push(Gap { at: resolved.text.len(), len });
            }
            side = next.unwrap_or(side);
            start += line.len();
        }
        resolved
    }

    /// Returns the place in the original text of a place in this one.
    pub(crate) fn in_original(&self, at: usize) -> usize {
        let next = self.gaps.partition_point(|gap| gap.at <= at);
        match self.gaps.split_at(next).0.last() {
            Some(gap) => at + gap.len,
            None => at,
        }
    }
}

/// Returns where the lines after a marker are; `None` if this line is not a marker.
fn side_after(line: &str, before: Side) -> Option<Side> {
    const LEN: usize = 7;
    let (marker, rest) = line.split_at_checked(LEN)?;
    if !rest.is_empty() && !rest.starts_with(' ') {
        return None;
    }
    match marker {
        "<<<<<<<" => Some(Side::Ours),
        "|||||||" if before == Side::Ours => Some(Side::Theirs),
        "=======" if before == Side::Outside => Some(Side::Outside),
        "=======" => Some(Side::Theirs),
        ">>>>>>>" => Some(Side::Outside),
        _ => None,
    }
}
