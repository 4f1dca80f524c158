//! `fmt`: the canonical form of the files.

use std::io::Write;
use std::path::Path;

use im_error_l10n::lint::{self, File};

use crate::args::Fmt;
use crate::folder::{self, Folder};
use crate::{ERROR, Outcome, Status};

pub(crate) fn run(args: &Fmt, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    folder::finish(out, |out| format(args, dir, out))
}

fn format(args: &Fmt, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    let folder = Folder::read(folder::to_write(dir)?)?;
    let mut status = Status::Fine;
    let is_ftl = |file: &&File| file.path().ends_with(".ftl");
    for file in folder.files.iter().filter(is_ftl) {
        let path = file.path();
        match lint::format(file) {
            Ok(text) if text.as_bytes() == file.bytes() => {}
            Ok(_) if args.check => {
                writeln!(out, "would change {path}")?;
                status = Status::Findings;
            }
            Ok(text) => {
                folder::write(Path::new(path), &text)?;
                writeln!(out, "changed {path}")?;
            }
            Err(findings) => {
                for finding in findings {
                    writeln!(out, "{finding}")?;
                }
                writeln!(out, "{ERROR}not touched{ERROR:#} {path}, since it has errors")?;
                status = Status::Findings;
            }
        }
    }
    Ok(status)
}
