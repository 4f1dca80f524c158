//! The commands that write files: `new-locale`, `update`, `rename`, `fmt`, `accept`.

use std::fs;
use std::io::Write;
use std::path::Path;

use im_error_l10n::Finding;
use im_error_l10n::lint::tool::{self, Change, SOURCE};

use crate::args::{Accept, Fmt, NewLocale, Rename, Update};
use crate::folder::{self, Folder};
use crate::write::replace;
use crate::{DIM, ERROR, Failure, Outcome, Status};

/// Does all the work before it prints. If the output were closed, printing would fail, and the work
/// would stop half done.
pub(crate) fn run(out: &mut dyn Write, work: impl FnOnce(&mut dyn Write) -> Outcome) -> Outcome {
    let mut printed = Vec::new();
    let outcome = work(&mut printed);
    let written = out.write_all(&printed);
    let status = outcome?;
    written?;
    Ok(status)
}

pub(crate) fn new_locale(args: &NewLocale, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    let tag = &args.tag;
    if let Some(fault) = tool::tag_fault(tag) {
        return Err(Failure::new(fault.replace("rename the folder to", "write")));
    }
    let (dir, folder) = open(dir, |locale| locale == SOURCE)?;
    let locale = dir.join(tag);
    if fs::symlink_metadata(&locale).is_ok() {
        return Err(Failure::new(format_args!("`{}` already exists", locale.display())));
    }
    let text =
        tool::template(&folder.files, tag).map_err(|findings| refused("the source", &findings))?;
    fs::create_dir(&locale).map_err(|cause| {
        Failure::of(format_args!("cannot create the folder `{}`", locale.display()), &cause)
    })?;
    let path = locale.join("errors.ftl");
    replace(&folder.files, &[(&path, text)]).inspect_err(|_| {
        // An empty folder would look like a locale.
        let _ = fs::remove_dir(&locale);
    })?;
    writeln!(out, "created {}; translate the messages in it, then run `check`", path.display())?;
    Ok(Status::Success)
}

/// Opens a folder to write to. All files of the needed locales must be readable.
fn open(dir: Option<&Path>, is_needed: impl Fn(&str) -> bool) -> Result<(&Path, Folder), Failure> {
    let (dir, scope) = folder::choose(None, dir)?;
    // Files are identified by their paths as text, and two paths could have the same text.
    if dir.to_str().is_none() {
        return Err(Failure::new(format_args!("the path `{}` is not UTF-8", dir.display())));
    }
    let folder = Folder::read((dir, scope))?;
    folder.must_be_readable(is_needed)?;
    Ok((dir, folder))
}

/// Returns the failure of a command that needs files without errors.
fn refused(what: &str, findings: &[Finding]) -> Failure {
    let first = findings.first().map(ToString::to_string).unwrap_or_default();
    let first = first.lines().next().unwrap_or_default();
    Failure::new(format_args!("{what} has errors; fix them first: {first}"))
}

/// Returns the locales to work on: the named one, or all translations.
fn translations<'f>(folder: &'f Folder, tag: Option<&'f str>) -> Result<Vec<&'f str>, Failure> {
    let all = folder.locales();
    match tag {
        Some(SOURCE) => {
            Err(Failure::new(format_args!("`{SOURCE}` is the source, not a translation")))
        }
        Some(tag) if all.contains(&tag) => Ok(vec![tag]),
        Some(tag) => Err(folder.no_locale(tag)),
        None => Ok(all.into_iter().filter(|tag| *tag != SOURCE).collect()),
    }
}

pub(crate) fn update(args: &Update, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    let wanted = args.tag.as_deref();
    let is_needed = |locale: &str| locale == SOURCE || wanted.is_none_or(|tag| tag == locale);
    let (_, folder) = open(dir, is_needed)?;
    let mut status = Status::Success;
    for tag in translations(&folder, wanted)? {
        for file in folder.messages().filter(|file| file.locale() == tag) {
            let (text, update) = match tool::update(&folder.files, file) {
                Ok(updated) => updated,
                Err(findings) => {
                    skip(file.path(), &findings, out)?;
                    status = Status::Findings;
                    continue;
                }
            };
            if update == tool::Update::default() {
                writeln!(out, "{}: up to date", file.path())?;
                continue;
            }
            replace(&folder.files, &[(Path::new(file.path()), text)])?;
            for (what, ids) in
                [("added a stub of", update.added), ("updated the English of", update.renewed)]
            {
                for id in ids {
                    writeln!(out, "{}: {what} {id}", file.path())?;
                }
            }
        }
    }
    Ok(status)
}

/// Reports why a file is not written.
fn skip(path: &str, findings: &[Finding], out: &mut dyn Write) -> Result<(), Failure> {
    for finding in findings {
        writeln!(out, "{finding}")?;
    }
    writeln!(out, "{ERROR}skipped{ERROR:#} {path}: it has errors")?;
    Ok(())
}

pub(crate) fn rename(args: &Rename, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    let (_, folder) = open(dir, |_| true)?;
    let Rename { old, new } = args;
    if old.starts_with('-') != new.starts_with('-') {
        return Err(Failure::new(
            "cannot rename between a term and a message; write both ids with `-`, or neither",
        ));
    }
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let name = new.trim_start_matches('-');
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || !name.chars().all(is_part) {
        return Err(Failure::new(format_args!(
            "invalid id `{}`; an id is a letter from a to z, then letters, digits, `-` and `_`",
            new.escape_debug()
        )));
    }
    let mut renamed = Vec::new();
    for file in &folder.files {
        let text =
            tool::rename(file, old, new).map_err(|findings| refused(file.path(), &findings))?;
        renamed.extend(text.map(|text| (Path::new(file.path()), text)));
    }
    if renamed.is_empty() {
        return Err(Failure::new(format_args!("`{old}` is not defined or used in any file")));
    }
    let taken = |file: &&im_error_l10n::lint::File| tool::defines(file, new);
    if let Some(file) = folder.messages().find(taken) {
        return Err(Failure::new(format_args!("`{new}` is already defined in {}", file.path())));
    }
    replace(&folder.files, &renamed)?;
    for (path, _) in renamed {
        writeln!(out, "changed {}", path.display())?;
    }
    Ok(Status::Success)
}

pub(crate) fn fmt(args: &Fmt, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    let (_, folder) = open(dir, |_| false)?;
    let mut status = Status::Success;
    for file in folder.messages() {
        let path = file.path();
        match tool::format(file) {
            Ok(text) if text.as_bytes() == file.bytes() => {}
            Ok(_) if args.check => {
                writeln!(out, "would change {path}")?;
                status = Status::Findings;
            }
            Ok(text) => {
                replace(&folder.files, &[(Path::new(path), text)])?;
                writeln!(out, "changed {path}")?;
            }
            Err(findings) => {
                skip(path, &findings, out)?;
                status = Status::Findings;
            }
        }
    }
    Ok(status)
}

pub(crate) fn accept(args: &Accept, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    let tag = args.tag.as_str();
    let (dir, folder) = open(dir, |locale| [SOURCE, tag].contains(&locale))?;
    translations(&folder, Some(tag))?;
    let ids = (!args.all).then_some(args.ids.as_slice());
    let (record, changes) = match tool::accept(&folder.files, tag, ids) {
        Ok(accepted) => accepted,
        Err(findings) => {
            for finding in &findings {
                writeln!(out, "{finding}")?;
            }
            return Err(Failure::new(format_args!("nothing was accepted for `{tag}`")));
        }
    };
    if changes.is_empty() {
        writeln!(out, "{tag}: nothing to accept")?;
        return Ok(Status::Success);
    }
    replace(&folder.files, &[(&dir.join(tag).join("accepted.txt"), record)])?;
    for Change { key, old, new, .. } in changes {
        writeln!(out, "{tag}: accepted {key}")?;
        if let Some(old) = old {
            writeln!(out, "    {DIM}was{DIM:#} {old}")?;
        }
        match new {
            Some(new) => writeln!(out, "    {DIM}now{DIM:#} {new}")?,
            None => writeln!(out, "    {DIM}now removed{DIM:#}")?,
        }
    }
    Ok(Status::Success)
}
