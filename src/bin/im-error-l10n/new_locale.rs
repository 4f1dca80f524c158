//! `new-locale`: the file of a new locale.

use std::fs;
use std::io::Write;
use std::path::Path;

use im_error_l10n::lint;

use crate::args::NewLocale;
use crate::folder::{self, Folder};
use crate::{Failure, Outcome, Status};

pub(crate) fn run(args: &NewLocale, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    let tag = &args.tag;
    match lint::canonical_tag(tag) {
        Some(canonical) if canonical == *tag => {}
        Some(canonical) => {
            return Err(Failure::new(format_args!(
                "`{tag}` is not the canonical locale tag; write `{canonical}`"
            )));
        }
        None => {
            return Err(Failure::new(format_args!(
                "`{}` is no locale tag; a tag is a language and, where needed, a script and a \
                 region, as in `zh-CN`",
                tag.escape_debug()
            )));
        }
    }
    let dir = folder::to_write(dir)?;
    let locale = dir.join(tag);
    if fs::symlink_metadata(&locale).is_ok() {
        return Err(Failure::new(format_args!("`{}` is there already", locale.display())));
    }
    let source = Folder::read(dir)?.source();
    let source = source.ok_or_else(|| Failure::new("there is no file to translate from"))?;
    let text = lint::template(&source, tag).map_err(|findings| {
        let first = findings.first().map(ToString::to_string).unwrap_or_default();
        Failure::new(format_args!("the source has errors, mend them first: {first}"))
    })?;
    let created = fs::create_dir(&locale);
    created.map_err(|cause| {
        Failure::of(format_args!("cannot make the folder `{}`", locale.display()), &cause)
    })?;
    let path = locale.join("errors.ftl");
    folder::write(&path, &text).inspect_err(|_| {
        // An empty folder would look like a locale.
        let _ = fs::remove_dir(&locale);
    })?;
    writeln!(out, "made {}; translate the messages in it, then run `check`", path.display())?;
    Ok(Status::Fine)
}
