//! The commands that write files: `new-locale`, `update`, `fmt`, `accept`.

use std::fs;
use std::io::Write;
use std::path::Path;

use im_error_l10n::edit::{self, Change};
use im_error_l10n::lint::{File, SOURCE, Scope, lint};
use im_error_l10n::{Finding, Rule};

use crate::args::{Accept, Fmt, NewLocale, Update};
use crate::folder::{self, Folder};
use crate::outcome::{Failure, Outcome, Status};
use crate::output::{DIM, ERROR, escaped};
use crate::temporary::sweep_locales;
use crate::write::{NewFile, create_folder, replace};

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
    let findings = lint(&[File::new(tag, "", "")], Scope::Complete);
    if let Some(fault) = findings.into_iter().find(|it| it.rule == Rule::LocaleFolder) {
        return Err(Failure::new(fault.message));
    }
    let (dir, folder) = open(dir, |locale| locale == SOURCE)?;
    let locale = dir.join(tag);
    if fs::symlink_metadata(&locale).is_ok() {
        return Err(Failure::new(format_args!("`{}` already exists", locale.display())));
    }
    let text =
        edit::template(&folder.files, tag).map_err(|findings| refused("the source", &findings))?;
    sweep_locales(dir);
    let path = locale.join("errors.ftl");
    let mut files = folder.files.clone();
    files.push(File::new(tag, path.to_string_lossy(), &*text));
    let record = edit::update(&files, tag).ok().and_then(|updated| updated.record);
    let mut new = vec![NewFile { name: "errors.ftl", text: &text }];
    new.extend(record.iter().map(|text| NewFile { name: "accepted.txt", text }));
    create_folder(&locale, &new)?;
    writeln!(
        out,
        "created {}; translate the messages in it, then run `check`",
        escaped(path.display())
    )?;
    Ok(Status::Success)
}

/// Opens a folder to write to. All files of the needed locales must be readable.
pub(crate) fn open(
    dir: Option<&Path>,
    is_needed: impl Fn(&str) -> bool,
) -> Result<(&Path, Folder), Failure> {
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
    let (dir, folder) = open(dir, is_needed)?;
    let tags = translations(&folder, wanted)?;
    sweep_locales(dir);
    let mut status = Status::Success;
    for tag in tags {
        let updated = match edit::update(&folder.files, tag) {
            Ok(updated) => updated,
            Err(findings) => {
                skip(tag, &findings, out)?;
                status = Status::Findings;
                continue;
            }
        };
        for update in updated.files {
            let path = &update.path;
            if !update.findings.is_empty() {
                skip(path, &update.findings, out)?;
                status = Status::Findings;
                continue;
            }
            let Some(text) = update.text else {
                writeln!(out, "{}: up to date", escaped(path))?;
                continue;
            };
            replace(&folder.files, Path::new(path), &text)?;
            for (what, ids) in
                [("added a stub of", update.added), ("updated the English of", update.renewed)]
            {
                for id in ids {
                    writeln!(out, "{}: {what} {id}", escaped(path))?;
                }
            }
        }
        if let Some(record) = updated.record {
            replace(&folder.files, &dir.join(tag).join("accepted.txt"), &record)?;
        }
    }
    Ok(status)
}

/// Reports why a file is not written.
fn skip(path: &str, findings: &[Finding], out: &mut dyn Write) -> Result<(), Failure> {
    for finding in findings {
        writeln!(out, "{finding}")?;
    }
    writeln!(out, "{ERROR}skipped{ERROR:#} {}: it has errors", escaped(path))?;
    Ok(())
}

pub(crate) fn fmt(args: &Fmt, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    let (dir, folder) = open(dir, |_| false)?;
    if !args.check {
        sweep_locales(dir);
    }
    let mut status = Status::Success;
    for file in folder.messages() {
        let path = file.path();
        match edit::format(file) {
            Ok(text) if text.as_bytes() == file.bytes() => {}
            Ok(_) if args.check => {
                writeln!(out, "would change {}", escaped(path))?;
                status = Status::Findings;
            }
            Ok(text) => {
                replace(&folder.files, Path::new(path), &text)?;
                writeln!(out, "changed {}", escaped(path))?;
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
    sweep_locales(dir);
    let ids = (!args.all).then_some(args.ids.as_slice());
    let (record, changes) = match edit::accept(&folder.files, tag, ids) {
        Ok(accepted) => accepted,
        Err(findings) => {
            for finding in &findings {
                writeln!(out, "{finding}")?;
            }
            return Err(Failure::new(format_args!("nothing was accepted for `{tag}`")));
        }
    };
    if changes.is_empty() {
        writeln!(out, "{}: nothing to accept", escaped(tag))?;
        return Ok(Status::Success);
    }
    replace(&folder.files, &dir.join(tag).join("accepted.txt"), &record)?;
    for Change { key, old, new, .. } in changes {
        writeln!(out, "{}: accepted {}", escaped(tag), escaped(key))?;
        if let Some(old) = old {
            writeln!(out, "    {DIM}was{DIM:#} {}", escaped(old))?;
        }
        match new {
            Some(new) => writeln!(out, "    {DIM}now{DIM:#} {}", escaped(new))?,
            None => writeln!(out, "    {DIM}now removed{DIM:#}")?,
        }
    }
    Ok(Status::Success)
}
