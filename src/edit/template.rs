//! The file of a new locale.

use super::format::format;
use super::source::with_source;
use crate::finding::Finding;
use crate::lint::model::entry::Entry;
use crate::lint::model::locale::Locale;
use crate::lint::model::record;
use crate::lint::model::syntax::syntax;
use crate::lint::{File, SOURCE};

/// Returns the text of a new locale: the groups and terms of the source, and a stub of each
/// message.
///
/// # Errors
///
/// The findings that keep the source from being read, or from being written with the same texts.
pub fn template(files: &[File], tag: &str) -> Result<String, Vec<Finding>> {
    let text = with_source(files, SOURCE, |source, _| {
        let findings: Vec<Finding> = source.resources.iter().flat_map(syntax).collect();
        if findings.is_empty() { Ok(text(source, tag)) } else { Err(findings) }
    })??;
    // The terms and the English were written by the same serializer, which loses some texts.
    for file in record::message_files(files) {
        if file.locale() == SOURCE {
            format(file)?;
        }
    }
    format(&File::new(tag, "errors.ftl", text))
}

/// Returns the stub of a message: its comment, if wanted, and its English.
pub(crate) fn stub_of(entry: &Entry<'_>, has_comment: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    if has_comment {
        lines.extend(entry.comment.iter().copied().map(str::to_owned));
    }
    lines.extend(entry.serialized().lines().map(str::to_owned));
    lines
}

fn text(source: &Locale<'_>, tag: &str) -> String {
    let mut blocks: Vec<(usize, String)> = Vec::new();
    for entry in &source.entries {
        let text = match entry.is_term {
            true => commented("#", &entry.comment) + &entry.serialized(),
            false => commented("#", &stub_of(entry, true)),
        };
        blocks.push((entry.resource.offset(entry.name), text));
    }
    for comment in &source.comments {
        if comment.level < 3
            && let Some(first) = comment.lines.first()
        {
            let text = commented(&"#".repeat(comment.level), &comment.lines);
            blocks.push((comment.resource.offset(first), text));
        }
    }
    blocks.sort();
    let mut text = format!(
        "### {tag}: translate the text after each `=`, and remove the `# ` at the start of the \
         line. Then run `check`.\n"
    );
    for (_, block) in blocks {
        text.push('\n');
        text.push_str(&block);
    }
    text
}

/// Formats lines as a comment.
pub(crate) fn commented<S: AsRef<str>>(mark: &str, lines: &[S]) -> String {
    let mut text = String::new();
    for line in lines {
        text.push_str(format!("{mark} {}", line.as_ref()).trim_end());
        text.push('\n');
    }
    text
}
