//! Where a command reads messages, and how it writes files.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use im_error_l10n::lint::tool::{self, SOURCE};
use im_error_l10n::lint::{File, Scope, lint};
use im_error_l10n::{Finding, Localizer};

use crate::Failure;

/// The folder that a command takes if none is named.
const HERE: &str = "locales";

/// A folder of locales.
pub(crate) struct Folder {
    pub(crate) files: Vec<File>,
    /// What could not be read.
    unreadable: Vec<Finding>,
    scope: Scope,
}

impl Folder {
    /// Reads the folder that is named, or `locales` in the current folder.
    pub(crate) fn open(dir: Option<&Path>) -> Result<Folder, Failure> {
        Folder::read(path(dir)?, Scope::Complete)
    }

    /// Reads a folder of an application's messages.
    pub(crate) fn overlay(dir: &Path) -> Result<Folder, Failure> {
        Folder::read(dir, Scope::Added)
    }

    pub(crate) fn read(dir: &Path, scope: Scope) -> Result<Folder, Failure> {
        let (files, unreadable) = tool::read_dir(dir).map_err(|cause| {
            Failure::of(format_args!("cannot read the folder `{}`", dir.display()), &cause)
        })?;
        if files.is_empty() && unreadable.is_empty() {
            let dir = dir.display();
            return Err(Failure::new(format_args!("there is no file `<tag>/*.ftl` in `{dir}`")));
        }
        Ok(Folder { files, unreadable, scope })
    }

    /// All findings: first what could not be read.
    pub(crate) fn lint(&self) -> Vec<Finding> {
        let mut findings = self.unreadable.clone();
        findings.extend(lint(&self.files, self.scope));
        findings
    }

    /// A localizer of these messages: of no others, or over the embedded ones. Its default locale is
    /// the source, if it is there.
    pub(crate) fn localizer(&self) -> Result<Localizer, Failure> {
        let mut builder = Localizer::builder();
        if self.scope == Scope::Complete {
            let tags = self.locales();
            let default =
                tags.iter().find(|tag| **tag == SOURCE).or(tags.first()).unwrap_or(&SOURCE);
            builder = builder.without_embedded().default_locale(default);
        }
        for file in self.messages() {
            builder = builder.file(file.clone());
        }
        builder.build().map_err(Failure::new)
    }

    /// The files of messages.
    pub(crate) fn messages(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.path().ends_with(".ftl"))
    }

    /// The names of the locales' folders, in the order of the files.
    pub(crate) fn locales(&self) -> Vec<&str> {
        let mut tags: Vec<&str> = self.messages().map(File::locale).collect();
        tags.dedup();
        tags
    }

    /// The locales that are named, or all.
    pub(crate) fn chosen<'a>(&'a self, wanted: &'a [String]) -> Result<Vec<&'a str>, Failure> {
        let all = self.locales();
        for tag in wanted {
            let is_reported = self.unreadable.iter().any(|finding| finding.locale == *tag);
            if !all.contains(&tag.as_str()) && !is_reported {
                let all = all.join(", ");
                return Err(Failure::new(format_args!(
                    "there is no locale `{tag}`; there are {all}"
                )));
            }
        }
        Ok(if wanted.is_empty() { all } else { wanted.iter().map(String::as_str).collect() })
    }
}

/// The folder that is named, or `locales` in the current folder.
pub(crate) fn path(dir: Option<&Path>) -> Result<&Path, Failure> {
    let here = Path::new(HERE);
    match dir {
        Some(dir) => Ok(dir),
        None if here.is_dir() => Ok(here),
        None => Err(Failure::new("there is no folder `locales` here; name one with --dir")),
    }
}

/// The same for writing: files are named by the text of their paths, and another file could have it.
pub(crate) fn path_to_write(dir: Option<&Path>) -> Result<&Path, Failure> {
    let dir = path(dir)?;
    match dir.to_str() {
        Some(_) => Ok(dir),
        None => Err(Failure::new(format_args!("the path `{}` is not UTF-8", dir.display()))),
    }
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

/// A temporary file is for its owner only, and messages are for everybody.
#[cfg(unix)]
fn set_default_permissions(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;

    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn set_default_permissions(_file: &fs::File) -> io::Result<()> {
    Ok(())
}

/// The columns of the terminal, or those that `COLUMNS` says; `None` if the output goes elsewhere.
pub(crate) fn columns() -> Option<usize> {
    match terminal_size::terminal_size() {
        Some((width, _)) if io::stdout().is_terminal() => Some(usize::from(width.0)),
        _ => std::env::var("COLUMNS").ok()?.parse().ok(),
    }
}

/// A number with its noun.
pub(crate) fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
