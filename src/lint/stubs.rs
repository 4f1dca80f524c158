//! Stubs: messages to translate, in comments, each with its English.
//!
//! ```text
//! # 56: The user wrote to, or acted on, somebody who is not a friend (contact) yet.
//! # error-not-friend = You and this user aren’t friends.
//! #     .suggestion = Add this user as a friend first.
//! ```

use super::format::entry_text;
use super::ids::{expected, rank};
use super::locale::Locale;
use super::record::texts;
use super::sheet::{Sheet, Unit};
use super::{File, Finding, Rule, SOURCE};
use std::collections::HashMap;

/// A message that is not translated yet, in a comment.
pub(super) struct Stub<'s> {
    pub(super) sheet: &'s Sheet<'s>,
    pub(super) id: &'s str,
    pub(super) lines: Vec<&'s str>,
}

/// Returns the id of a stub, if a line of a comment begins one: `error-not-friend = `.
pub(super) fn stub_id(line: &str) -> Option<&str> {
    let id = line.split_once('=')?.0.trim_end();
    rank(id).map(|_| id)
}

/// Returns the stubs of messages that the locale does not define.
pub(super) fn stubs<'s>(locale: &Locale<'s>) -> Vec<Stub<'s>> {
    let mut stubs: Vec<Stub<'s>> = Vec::new();
    for (sheet, lines) in locale.all_comments() {
        // A stub ends at the next one, or at the end of the comment.
        let mut current = None;
        for line in lines {
            if let Some(id) = stub_id(line) {
                stubs.extend(current.take());
                current = Some(Stub { sheet, id, lines: Vec::new() });
            }
            if let Some(stub) = &mut current {
                stub.lines.push(line);
            }
        }
        stubs.extend(current);
    }
    stubs.retain(|stub| locale.message(stub.id).is_none());
    stubs.sort_by_key(|stub| stub.sheet.offset(stub.id));
    stubs
}

/// Rule `untranslated`.
pub(super) fn untranslated(
    locale: &Locale<'_>,
    source: &Locale<'_>,
    stubs: &[Stub<'_>],
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for sheet in locale.sheets {
        let mut of_sheet = stubs.iter().filter(|stub| std::ptr::eq(stub.sheet, sheet));
        let Some(first) = of_sheet.next() else {
            continue;
        };
        let count = of_sheet.count() + 1;
        let verb = if count == 1 { "is" } else { "are" };
        let message = format!(
            "{count} of {} messages {verb} not translated yet; translate the text after each `=`, and \
             remove the `# ` at the start of the line",
            expected().count()
        );
        // The finding is about the file; it is shown at the first stub.
        findings.push(sheet.finding(Rule::Untranslated, sheet.place(first.id), None, message));
    }
    for stub in stubs {
        if let Some(now) = source.message(stub.id).and_then(|original| stale(stub, original)) {
            let message =
                format!("the English of this stub is now “{now}”; run `update {}`", locale.tag);
            let place = stub.sheet.place(stub.id);
            findings.push(stub.sheet.finding(
                Rule::Untranslated,
                place,
                Some(stub.id.to_owned()),
                message,
            ));
        }
    }
    findings
}

/// Returns the current English of a stub, if the stub's is outdated.
pub(super) fn stale(stub: &Stub<'_>, original: &Unit<'_>) -> Option<String> {
    let english = stub.lines.join("\n") + "\n";
    let file = File::new(SOURCE, "", english);
    let sheet = [Sheet::read(&file).ok()?];
    let locale = Locale::new(SOURCE, &sheet, &[]);
    let then: HashMap<String, String> =
        locale.message(stub.id).map(texts).unwrap_or_default().into_iter().collect();
    let changed = |(key, now): &(String, String)| then.get(key) != Some(now);
    texts(original).into_iter().find(changed).map(|(_, now)| now)
}

/// Returns the stub of a message: its comment, if wanted, and its English.
pub(super) fn stub_of(unit: &Unit<'_>, is_with_comment: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    if is_with_comment {
        lines.extend(unit.comment.iter().map(|line| (*line).to_owned()));
    }
    lines.extend(entry_text(unit).lines().map(str::to_owned));
    lines
}

/// Returns the text of a new locale: the groups and terms of the source, and a stub of each message.
pub(super) fn template(source: &Locale<'_>, tag: &str) -> String {
    let mut blocks: Vec<(usize, String)> = Vec::new();
    for unit in &source.units {
        let text = match unit.is_term {
            true => commented("#", &unit.comment) + &entry_text(unit),
            false => commented("#", &stub_of(unit, true)),
        };
        blocks.push((unit.sheet.offset(unit.name), text));
    }
    for comment in source.comments.iter().filter(|comment| comment.level < 3) {
        let mark = "#".repeat(comment.level);
        let start = comment.lines.first().map_or(0, |line| comment.sheet.offset(line));
        blocks.push((start, commented(&mark, &comment.lines)));
    }
    blocks.sort();
    let mut text = format!(
        "### {tag}: translate the text after each `=`, and remove the `# ` at the start of the line. Then run `check`.\n"
    );
    for (_, block) in blocks {
        text.push('\n');
        text.push_str(&block);
    }
    text
}

/// Formats lines as a comment.
pub(super) fn commented<S: AsRef<str>>(mark: &str, lines: &[S]) -> String {
    let mut text = String::new();
    for line in lines {
        text.push_str(format!("{mark} {}", line.as_ref()).trim_end());
        text.push('\n');
    }
    text
}
