//! `embed`: writes the messages of `locales/` into the library's source.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use im_error_l10n::edit::{LocaleChange, embed as resolve};

use crate::args::Embed;
use crate::edit;
use crate::outcome::{Failure, Outcome, Status};
use crate::output::{ERROR, escaped, plural};
use crate::temporary::{sweep, sweep_locales};
use crate::write::overwrite;

/// The file that the library compiles, next to the folder of locales.
const GENERATED: &str = "src/texts/generated.rs";

pub(crate) fn run(args: &Embed, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    let (dir, folder) = edit::open(dir, |_| true)?;
    let path = match dir.file_name() {
        Some(_) => dir.with_file_name(GENERATED),
        None => dir.join("..").join(GENERATED),
    };
    if !args.check {
        sweep_locales(dir);
        path.parent().into_iter().for_each(sweep);
    }
    let current = read(&path)?.replace("\r\n", "\n");
    let embedded = match resolve(&folder.files, &current) {
        Ok(embedded) => embedded,
        Err(findings) => {
            for finding in findings {
                writeln!(out, "{finding}")?;
            }
            let path = escaped(path.display());
            writeln!(out, "{ERROR}skipped{ERROR:#} {path}: the messages have errors")?;
            return Ok(Status::Findings);
        }
    };
    let path_shown = escaped(path.display());
    if embedded.source == current {
        writeln!(out, "{path_shown} is up to date")?;
        return Ok(Status::Success);
    }
    if !args.check {
        overwrite(&path, &embedded.source)?;
    }
    for change in &embedded.changes {
        writeln!(out, "{}: {}", change.tag, describe(change))?;
    }
    if args.check {
        writeln!(out, "{path_shown} is stale; run `embed`")?;
        return Ok(Status::Findings);
    }
    writeln!(out, "wrote {path_shown}")?;
    Ok(Status::Success)
}

/// Reads the generated file; a missing one has no messages.
fn read(path: &Path) -> Result<String, Failure> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(text),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
            let folder = path.parent().unwrap_or(Path::new("."));
            match folder.is_dir() {
                true => Ok(String::new()),
                false => Err(Failure::new(format_args!(
                    "there is no folder `{}`; `embed` writes into a clone of the library",
                    folder.display()
                ))),
            }
        }
        Err(cause) => Err(Failure::of(format_args!("cannot read `{}`", path.display()), &cause)),
    }
}

fn describe(change: &LocaleChange) -> String {
    match plural(change.ids.len(), "text") {
        _ if change.is_removed => "removed".to_owned(),
        texts if change.is_new => format!("new, {texts}"),
        texts => texts,
    }
}
