//! Edits that leave all other lines unchanged: `update` and `rename`.

use crate::lint::format::to_write;
use crate::lint::locale::Locale;
use crate::lint::pieces::Piece;
use crate::lint::sheet::{Sheet, Unit};
use crate::lint::stubs::{self, commented, stub_of};
use crate::lint::{ids, record};

use super::{File, Finding, format, with_source};

/// What `update` did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Update {
    /// The messages that stubs were added for.
    pub added: Vec<String>,
    /// The stubs whose English was updated.
    pub renewed: Vec<String>,
}

/// Adds stubs for new messages to the file of a locale, and updates the English in its stubs. Every
/// other line is kept.
///
/// # Errors
///
/// The findings that keep a file from being read.
pub fn update(files: &[File], file: &File) -> Result<(String, Update), Vec<Finding>> {
    with_source(files, file.locale(), |locale, source| {
        let Some(sheet) = locale.sheets.iter().find(|sheet| sheet.file.file.path() == file.path())
        else {
            return Err(Vec::new());
        };
        let broken = sheet.syntax();
        if !broken.is_empty() {
            return Err(broken);
        }
        let text = sheet.text();
        let stubs = stubs::stubs(locale);
        let mut update = Update::default();
        // The parts of the text to replace, and with what.
        let mut edits: Vec<(std::ops::Range<usize>, String)> = Vec::new();
        for stub in stubs.iter().filter(|stub| std::ptr::eq(stub.sheet, sheet)) {
            let Some(original) = source.message(stub.id) else {
                continue;
            };
            if stubs::stale(stub, original).is_some()
                && let (Some(first), Some(last)) = (stub.lines.first(), stub.lines.last())
            {
                let start = sheet.offset(first) - "# ".len();
                let english = commented("#", &stub_of(original, false));
                edits.push((start..sheet.place(last).end, english.trim_end().to_owned()));
                update.renewed.push(stub.id.to_owned());
            }
        }
        let is_first = locale.sheets.first().is_some_and(|first| std::ptr::eq(first, sheet));
        let inventory = ids::Inventory::of(locale, &stubs);
        for id in ids::expected().filter(|id| is_first && inventory.lacks(id)) {
            let Some(original) = source.message(id) else {
                continue;
            };
            let at = place_for(locale, sheet, &stubs, id);
            let stub = commented("#", &stub_of(original, true));
            let before = text.get(..at).unwrap_or_default();
            let gap = if before.is_empty() || before.ends_with("\n\n") { "" } else { "\n" };
            let after = text.get(at..).unwrap_or_default();
            let end = if after.is_empty() || after.starts_with('\n') { "" } else { "\n" };
            edits.push((at..at, format!("{gap}{stub}{end}")));
            update.added.push(id.to_owned());
        }
        let text = to_write(file, apply(text, edits))?;
        // A file in the canonical form stays in it.
        let is_canonical = format(file).is_ok_and(|formatted| formatted.as_bytes() == file.bytes());
        let updated = File::new(file.locale(), file.path(), &*text);
        Ok((if is_canonical { format(&updated)? } else { text }, update))
    })?
}

/// Returns where to insert the stub of a message: after the message or stub before it.
fn place_for(locale: &Locale<'_>, sheet: &Sheet<'_>, stubs: &[stubs::Stub<'_>], id: &str) -> usize {
    let text = sheet.text();
    let rank = ids::rank(id);
    let mut ends: Vec<(usize, usize)> = Vec::new();
    for unit in locale.first_messages().filter(|unit| std::ptr::eq(unit.sheet, sheet)) {
        ends.extend(ids::rank(unit.name).zip(unit.end()));
    }
    for stub in stubs.iter().filter(|stub| std::ptr::eq(stub.sheet, sheet)) {
        let end = stub.lines.last().map(|line| sheet.place(line).end);
        ends.extend(ids::rank(stub.id).zip(end));
    }
    let before = ends.into_iter().filter(|(other, _)| Some(*other) < rank).max();
    let Some((_, at)) = before else {
        // Before the first message and what is above it.
        let first = locale.units_of(sheet).find(|unit| !unit.is_term);
        return first.map_or(text.len(), |unit| start_of(unit, text));
    };
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |end| at + end + 1)
}

/// Returns where a message begins, including its comment.
fn start_of(unit: &Unit<'_>, text: &str) -> usize {
    let first = unit.comment.first().copied().unwrap_or(unit.name);
    let at = unit.sheet.offset(first);
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
}

fn apply(text: &str, mut edits: Vec<(std::ops::Range<usize>, String)>) -> String {
    edits.sort_by_key(|(place, _)| place.start);
    let mut result = String::new();
    let mut from = 0;
    for (place, with) in edits {
        result.push_str(text.get(from..place.start).unwrap_or_default());
        result.push_str(&with);
        from = place.end;
    }
    result.push_str(text.get(from..).unwrap_or_default());
    result
}

/// Renames a message or a term in a file: its definition, its stub, and all references. Returns `None`
/// if nothing changes.
///
/// # Errors
///
/// The findings that keep the file from being read, or the result from being written.
pub fn rename(file: &File, old: &str, new: &str) -> Result<Option<String>, Vec<Finding>> {
    if record::is_record(file) {
        let text = file.text().map_err(|refusal| vec![file.refused(&refusal)])?;
        let renamed = to_write(file, record::rename(&text.text, old, new))?;
        return Ok((renamed.as_bytes() != file.bytes()).then_some(renamed));
    }
    let sheets = [Sheet::read(file).map_err(|refusal| vec![file.refused(&refusal)])?];
    let locale = Locale::new(file.locale(), &sheets, &[]);
    let [sheet] = &sheets;
    let broken = sheet.syntax();
    if !broken.is_empty() {
        return Err(broken);
    }
    let mut edits = Vec::new();
    for unit in &locale.units {
        if unit.id() == old {
            edits.push((sheet.place(unit.name), new.trim_start_matches('-').to_owned()));
        }
        for piece in unit.pieces() {
            let Piece::Name(name) = piece else {
                continue;
            };
            let place = sheet.place(name);
            let is_term =
                sheet.text().get(..place.start).is_some_and(|before| before.ends_with('-'));
            if is_term == old.starts_with('-') && name == old.trim_start_matches('-') {
                edits.push((place, new.trim_start_matches('-').to_owned()));
            }
        }
    }
    for line in locale.all_comments().flat_map(|(_, lines)| lines) {
        if let Some(rest) = line.strip_prefix(old)
            && rest.trim_start().starts_with('=')
        {
            let start = sheet.offset(line);
            edits.push((start..start + old.len(), new.to_owned()));
        } else {
            let renamed = record::rename_references(line, old, new);
            if renamed != *line {
                edits.push((sheet.place(line), renamed));
            }
        }
    }
    if edits.is_empty() {
        return Ok(None);
    }
    to_write(file, apply(sheet.text(), edits)).map(Some)
}

/// Returns whether a file defines a message or a term with this id.
pub fn defines(file: &File, id: &str) -> bool {
    let Ok(sheet) = Sheet::read(file) else {
        return false;
    };
    let sheets = [sheet];
    Locale::new(file.locale(), &sheets, &[]).units.iter().any(|unit| unit.id() == id)
}
