//! `accept`: the record of which source texts the translations were made from.

use std::io::Write;
use std::path::Path;

use im_error_l10n::lint::{self, SOURCE};

use crate::args::Accept;
use crate::folder::{self, Folder};
use crate::{Failure, Outcome, Status};

pub(crate) fn run(args: &Accept, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    folder::finish(out, |out| accept(args, dir, out))
}

fn accept(args: &Accept, dir: Option<&Path>, out: &mut dyn Write) -> Outcome {
    let dir = folder::to_write(dir)?;
    let folder = Folder::read(dir)?;
    let locales: Vec<&str> = match &args.locale {
        Some(tag) if tag == SOURCE => {
            return Err(Failure::new(format_args!("`{SOURCE}` is the source, not a translation")));
        }
        Some(tag) if folder.locales().contains(&tag.as_str()) => vec![tag],
        Some(tag) => {
            let all = folder.locales().join(", ");
            return Err(Failure::new(format_args!("there is no locale `{tag}`; there are {all}")));
        }
        None => folder.locales().into_iter().filter(|tag| *tag != SOURCE).collect(),
    };
    let ids: Vec<&str> = args.ids.iter().map(String::as_str).collect();
    for id in &ids {
        lint::known_id(id).map_err(Failure::new)?;
    }
    for locale in locales {
        let path = dir.join(locale).join("accepted.txt");
        let record = lint::accept(&folder.files, locale, &ids);
        let before = folder.files.iter().find(|file| Path::new(file.path()) == path);
        if before.is_some_and(|before| before.bytes() == record.as_bytes()) {
            writeln!(out, "{locale}: nothing to accept")?;
        } else {
            folder::write(&path, &record)?;
            writeln!(out, "{locale}: wrote {}", path.display())?;
        }
    }
    Ok(Status::Fine)
}
