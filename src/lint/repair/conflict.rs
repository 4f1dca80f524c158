//! Merge conflicts.

/// The message at the first marker of a conflict.
pub(in crate::lint) const MESSAGE: &str = "unresolved merge conflict; keep one side, and remove the \
    lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`";

/// Where the next line is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::lint) enum Side {
    #[default]
    Outside,
    Ours,
    Theirs,
}

/// How a line is read.
pub(in crate::lint) enum Line {
    /// Outside of conflicts, or on our side of one.
    Text,
    /// The first marker of a conflict.
    Conflict,
    /// Another marker, or a line on their side.
    Skipped,
}

impl Side {
    /// Reads the next line.
    pub(in crate::lint) fn read(&mut self, line: &str) -> Line {
        let before = *self;
        match after(line, before) {
            Some(after) => {
                *self = after;
                if before == Side::Outside { Line::Conflict } else { Line::Skipped }
            }
            None if before == Side::Theirs => Line::Skipped,
            None => Line::Text,
        }
    }
}

/// Returns where the lines after a marker are; `None` if this line is not a marker.
fn after(line: &str, before: Side) -> Option<Side> {
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
