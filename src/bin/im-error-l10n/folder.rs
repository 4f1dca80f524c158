//! Where a command reads its texts, and how it writes them.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use im_error_l10n::Localizer;
use im_error_l10n::lint::{self, File, Finding, SOURCE, Scope};

use crate::{Failure, Outcome};

/// The folder that a command writes to when none is named.
const HERE: &str = "locales";

/// The texts that a command works on.
pub(crate) struct Folder {
    pub(crate) files: Vec<File>,
    /// Files that could not be read.
    unreadable: Vec<Finding>,
}

impl Folder {
    /// The folder that is named, or the embedded texts.
    pub(crate) fn open(dir: Option<&Path>) -> Result<Folder, Failure> {
        match dir {
            Some(dir) => Folder::read(dir),
            None => Ok(Folder { files: lint::embedded(), unreadable: Vec::new() }),
        }
    }

    pub(crate) fn read(dir: &Path) -> Result<Folder, Failure> {
        let (files, unreadable) = lint::read_dir(dir).map_err(|cause| {
            Failure::of(format_args!("cannot read the folder `{}`", dir.display()), &cause)
        })?;
        if files.is_empty() && unreadable.is_empty() {
            let dir = dir.display();
            return Err(Failure::new(format_args!("there is no file `<tag>/*.ftl` in `{dir}`")));
        }
        Ok(Folder { files, unreadable })
    }

    /// All findings: first what could not be read.
    pub(crate) fn lint(&self) -> Vec<Finding> {
        let mut findings = self.unreadable.clone();
        findings.extend(lint::lint(&self.files, Scope::Complete));
        findings
    }

    /// A localizer of these texts and no others. Its default locale is the source, if it is there.
    pub(crate) fn localizer(&self) -> Result<Localizer, Failure> {
        let tags = || self.files.iter().map(File::locale);
        let default = tags().find(|tag| *tag == SOURCE).or(tags().next()).unwrap_or(SOURCE);
        let mut builder = Localizer::builder().without_embedded().default_locale(default);
        for file in &self.files {
            builder = builder.file(file.clone());
        }
        builder.build().map_err(Failure::new)
    }

    /// The tags of the folders, in the order of the files.
    pub(crate) fn locales(&self) -> Vec<&str> {
        let mut tags: Vec<&str> = self.files.iter().map(File::locale).collect();
        tags.dedup();
        tags
    }

    /// The file that others are translated from: the folder's own, or the embedded one.
    pub(crate) fn source(&self) -> Option<File> {
        let is_source = |file: &&File| file.locale() == SOURCE && file.path().ends_with(".ftl");
        let own = self.files.iter().find(is_source).cloned();
        own.or_else(|| lint::embedded().iter().find(is_source).cloned())
    }
}

/// The folder to write to: the one that is named, or `locales` in the current folder.
pub(crate) fn to_write(dir: Option<&Path>) -> Result<&Path, Failure> {
    let here = Path::new(HERE);
    match dir {
        // Files are named by the text of their paths, and another file could have that name.
        Some(dir) if dir.to_str().is_none() => {
            Err(Failure::new(format_args!("the path `{}` is not UTF-8", dir.display())))
        }
        Some(dir) => Ok(dir),
        None if here.is_dir() => Ok(here),
        None => Err(Failure::new(
            "the embedded texts cannot be changed, and there is no folder `locales` here; name \
             one with --dir",
        )),
    }
}

/// Does all work before it tells of it: were the reader of the output gone, the first line could
/// not be written, and the work would end half done.
pub(crate) fn finish(out: &mut dyn Write, work: impl FnOnce(&mut dyn Write) -> Outcome) -> Outcome {
    let mut told = Vec::new();
    let outcome = work(&mut told);
    let written = out.write_all(&told);
    let status = outcome?;
    written?;
    Ok(status)
}

/// Writes a whole file or nothing: an interrupted run leaves the old file as it was.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let attempt = || -> io::Result<()> {
        // A symbolic link stays one: what it points to is written.
        let path = fs::canonicalize(path).or_else(|_| std::path::absolute(path))?;
        let folder = path.parent().unwrap_or(Path::new("."));
        let mut file = tempfile::Builder::new().prefix(".im-error-l10n-").tempfile_in(folder)?;
        file.write_all(text.as_bytes())?;
        match fs::metadata(&path) {
            Ok(before) => file.as_file().set_permissions(before.permissions())?,
            Err(_) => set_default_permissions(file.as_file())?,
        }
        file.as_file().sync_all()?;
        file.persist(&path)?;
        Ok(())
    };
    attempt()
        .map_err(|cause| Failure::of(format_args!("cannot write `{}`", path.display()), &cause))
}

/// A temporary file is for its owner only, and a text is for everybody.
#[cfg(unix)]
fn set_default_permissions(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;

    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn set_default_permissions(_file: &fs::File) -> io::Result<()> {
    Ok(())
}
