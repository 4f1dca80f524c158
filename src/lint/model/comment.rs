//! Comments: explanations, and instructions for the linter.

use super::characters::narrowed;
use super::entry::Entry;
use super::resource::Resource;

/// A comment: lines with the same number of `#`, without a blank line between them.
pub(crate) struct Comment<'s> {
    pub(crate) resource: &'s Resource<'s>,
    /// How many `#` each line has.
    pub(crate) level: usize,
    pub(crate) lines: Vec<&'s str>,
    /// Where the next line begins.
    pub(crate) end: usize,
}

impl<'s> Comment<'s> {
    /// Returns the comments of a file, which Fluent's runtime parser skips.
    pub(crate) fn all(resource: &'s Resource<'s>) -> Vec<Comment<'s>> {
        let mut comments: Vec<Comment<'s>> = Vec::new();
        let mut start = 0;
        for line in resource.parsed.source().split_inclusive('\n') {
            let end = start + line.len();
            let text = line.trim_end_matches('\n').trim_start_matches('#');
            let level = line.trim_end_matches('\n').len() - text.len();
            let text = text.strip_prefix(' ').unwrap_or(text);
            match comments.last_mut() {
                _ if level == 0 => {}
                Some(last) if last.level == level && last.end == start => {
                    last.lines.push(text);
                    last.end = end;
                }
                _ => comments.push(Comment { resource, level, lines: vec![text], end }),
            }
            start = end;
        }
        comments
    }
}

/// The meaning of a line in a comment.
pub(crate) enum Instruction<'s> {
    /// An explanation.
    None,
    /// `# lint: allow brand, order` silences rules.
    Allow(&'s str),
    /// `# max: 40` limits the width of a text.
    Max(usize),
    /// Meant for the linter but not read: where the instruction ends, and what to report.
    Unread(usize, String),
}

/// What people write between the words of an instruction.
const MARKS: [char; 4] = [':', '=', ' ', '-'];

pub(crate) fn instruction(line: &str) -> Instruction<'_> {
    if let Some(rules) = line.strip_prefix("lint: allow")
        && rules.starts_with(' ')
    {
        return Instruction::Allow(rules);
    }
    if let Some(max) = line.strip_prefix("max:")
        && let Ok(max) = max.trim().parse()
    {
        return Instruction::Max(max);
    }
    let folded = narrowed(line).to_ascii_lowercase();
    if let Some(rest) = folded.strip_prefix("lint")
        && (rest.is_empty() || rest.starts_with(MARKS))
    {
        let word = rest.trim_start_matches(MARKS).split([' ', ':']).next().unwrap_or_default();
        if rest.trim_start().starts_with(':') || strsim::damerau_levenshtein(word, "allow") <= 1 {
            let (before, _) = folded.split_once(word).unwrap_or_default();
            // Folding keeps the number of characters, but not of bytes.
            let count = before.chars().count() + word.chars().count();
            let end = line.chars().take(count).map(char::len_utf8).sum();
            let advice = "this comment is not read; write `lint: allow` and the rules to silence";
            return Instruction::Unread(end, advice.to_owned());
        }
    }
    if let Some(rest) = folded.strip_prefix("max") {
        let has_mark = rest.trim_start().starts_with([':', '=']);
        match rest.trim_start_matches(MARKS).trim().parse::<usize>() {
            Ok(number) if has_mark || rest.starts_with(' ') => {
                let advice = format!("this comment is not read; write `max: {number}`");
                return Instruction::Unread(line.len(), advice);
            }
            Err(_) if has_mark => {
                let advice = "this comment is not read; write a number of columns, as in `max: 40`";
                return Instruction::Unread(line.len(), advice.to_owned());
            }
            _ => {}
        }
    }
    Instruction::None
}

/// Returns the comment above a message without the instructions for the linter.
pub(crate) fn explanation(entry: &Entry<'_>) -> String {
    let mut lines = entry.comment.clone();
    lines.retain(|line| matches!(instruction(line), Instruction::None));
    lines.join("\n")
}
