//! `export`: the messages for a UI that is not written in Rust.

mod android;
mod apple;
mod catalog;
mod flutter;
mod harmony;
mod matching;
mod tag;
mod typescript;

use std::fs;
use std::io::Write;
use std::path::Path;

use im_error_l10n::edit;
use im_error_l10n::lint::SOURCE;
use im_error_l10n::{Finding, Localizer, Severity};
use serde_json::Value;

use crate::args::{Export, ExportFormat};
use crate::folder::{self, Folder};
use crate::outcome::{Failure, Outcome, Status};
use crate::write::overwrite;
use catalog::{Catalog, Sources};

/// A file to write, by its path in the folder of the output.
struct File {
    path: String,
    text: String,
}

impl File {
    fn new(path: impl Into<String>, text: String) -> File {
        File { path: path.into(), text }
    }
}

pub(crate) fn run(args: &Export, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    let overlay = args.overlay.path.as_deref();
    // An application that only uses the messages has no `locales` of ours.
    let folder = match folder::choose(overlay, dir) {
        Err(_) => None,
        Ok(chosen) => Some(Folder::read(chosen)?),
    };
    // The `locales` of an application may be its own.
    let is_named = overlay.is_some() || dir.is_some();
    let folder = folder.filter(|folder| is_named || folder.has_codes());
    let localizer = match &folder {
        Some(folder) => folder.localizer()?,
        None => Localizer::builtin().clone(),
    };
    if let Some(folder) = &folder {
        folder.must_be_readable(|_| true)?;
    }
    let is_error = |finding: &&Finding| finding.severity() == Severity::Error;
    let errors: Vec<_> = localizer.findings().iter().filter(is_error).collect();
    if !errors.is_empty() {
        for finding in errors {
            writeln!(out, "{finding}")?;
        }
        writeln!(out, "nothing was exported; correct these messages first")?;
        return Ok(Status::Findings);
    }
    let tags = tags(&localizer, &args.locales)?;
    let sources = sources(folder.as_ref());
    let mut catalog = Catalog::new(&localizer, &tags, &sources);
    let files = match args.format {
        ExportFormat::Typescript => typescript::files(&catalog, &localizer),
        ExportFormat::Android => android::files(&mut catalog, &args.package),
        ExportFormat::Apple => apple::files(&catalog),
        ExportFormat::Flutter => flutter::files(&mut catalog),
        ExportFormat::Harmony => harmony::files(&mut catalog),
    };
    write(&args.output, &files, out)?;
    for line in &catalog.left_out {
        writeln!(out, "left out: {line}")?;
    }
    Ok(if catalog.left_out.is_empty() { Status::Success } else { Status::Findings })
}

/// Reads what a localizer does not say of a folder, or of the embedded messages.
fn sources(folder: Option<&Folder>) -> Sources<'_> {
    let mut sources = Sources::default();
    let files = folder.map_or(&[][..], |folder| &folder.files);
    for note in edit::notes(files, SOURCE) {
        sources.comments.insert(note.id, one_line(&note.comment));
    }
    let Some(folder) = folder else { return sources };
    sources.codes = folder.numbered();
    let texts = folder.messages().map(|file| str::from_utf8(file.bytes()));
    sources.texts = texts.filter_map(Result::ok).collect();
    sources
}

/// Returns the named locales as the localizer spells them, or all.
fn tags<'a>(localizer: &'a Localizer, wanted: &[String]) -> Result<Vec<&'a str>, Failure> {
    let mut tags: Vec<&str> = Vec::new();
    for tag in wanted {
        let is_wanted = |known: &&str| known.eq_ignore_ascii_case(&tag.replace('_', "-"));
        let Some(known) = localizer.locales().find(is_wanted) else {
            let all = localizer.locales().collect::<Vec<_>>().join(", ");
            let tag = tag.escape_debug();
            return Err(Failure::new(format_args!(
                "there is no locale `{tag}`; available locales: {all}"
            )));
        };
        if !tags.contains(&known) {
            tags.push(known);
        }
    }
    if wanted.is_empty() {
        tags.extend(localizer.locales());
    }
    // The order in which folders are read must not matter.
    tags.sort_unstable();
    Ok(tags)
}

/// Writes the files, each whole, after checking all that can be checked.
fn write(folder: &Path, files: &[File], out: &mut dyn Write) -> Result<(), Failure> {
    for File { path, .. } in files {
        let path = folder.join(path);
        if fs::metadata(&path).is_ok_and(|found| !found.is_file()) {
            let path = path.display();
            let what = format_args!("cannot overwrite `{path}`: it is not a regular file");
            return Err(Failure::new(what));
        }
        match fs::read_to_string(&path) {
            Ok(text) if !text.trim().is_empty() && !is_ours(&text) => {
                let path = path.display();
                let what = format_args!(
                    "`{path}` was not written by `export`; name another folder with -o"
                );
                return Err(Failure::new(what));
            }
            Ok(_) => {}
            Err(cause) if fs::symlink_metadata(&path).is_ok() => {
                return Err(Failure::of(
                    format_args!("cannot overwrite `{}`", path.display()),
                    &cause,
                ));
            }
            Err(_) => {}
        }
    }
    for File { path, .. } in files {
        if let Some(parent) = folder.join(path).parent() {
            fs::create_dir_all(parent).map_err(|cause| {
                Failure::of(format_args!("cannot create the folder `{}`", parent.display()), &cause)
            })?;
        }
    }
    for File { path, text } in files {
        let path = folder.join(path);
        overwrite(&path, text)?;
        writeln!(out, "wrote {}", path.display())?;
    }
    Ok(())
}

/// Whether an earlier run wrote a file: it says so, or it has nothing but our strings.
fn is_ours(text: &str) -> bool {
    let Ok(json) = serde_json::from_str::<Value>(text) else {
        return text.contains("Generated by im-error-l10n.");
    };
    let is_our_key = |key: &String| {
        key.trim_end_matches(".suggestion").parse::<i32>().is_ok() || key.starts_with("unknown")
    };
    let names = json.get("string").and_then(Value::as_array).map(|strings| {
        strings.iter().all(|string| {
            string
                .get("name")
                .and_then(Value::as_str)
                .is_some_and(|name| name.starts_with("im_error_"))
        })
    });
    let keys = json
        .get("strings")
        .and_then(Value::as_object)
        .map(|strings| strings.keys().all(is_our_key));
    names
        .or(keys)
        .unwrap_or_else(|| json.get("@@x-generator").is_some_and(|name| name == "im-error-l10n"))
}

/// The name of a code's string, where names are identifiers.
fn name_of(code: Option<i32>) -> String {
    match code {
        None => "im_error_unknown".to_owned(),
        Some(code) if code < 0 => format!("im_error_minus_{}", code.unsigned_abs()),
        Some(code) => format!("im_error_{code}"),
    }
}

/// Puts a comment on one line, without what XML forbids or what hides other characters.
fn one_line(comment: &str) -> String {
    let is_hidden = |c: char| {
        matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
            || c.is_control() && !c.is_whitespace()
    };
    comment.replace(is_hidden, "").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn pretty(json: &Value) -> String {
    format!("{json:#}\n")
}
