//! Writing files: atomically, and never over a change that someone else just saved.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf, absolute};

use im_error_l10n::lint::File;
use tempfile::NamedTempFile;

use crate::outcome::Failure;
use crate::temporary;

/// Writes a file, whatever it contains now.
pub(crate) fn overwrite(path: &Path, text: &str) -> Result<(), Failure> {
    let attempt = || match Staged::new(path, text)? {
        Some(staged) => {
            temporary::sweep(staged.folder());
            staged.persist()
        }
        None => fs::write(path, text),
    };
    attempt().map_err(|cause| failed(path, &cause))
}

/// Writes a file of a folder. Fails if it has changed since `files` were read.
pub(crate) fn replace(files: &[File], path: &Path, text: &str) -> Result<(), Failure> {
    let attempt = || {
        let staged = Staged::new(path, text)?.ok_or_else(changed)?;
        let before = files.iter().find(|file| Some(file.path()) == path.to_str());
        let now = staged.current()?;
        // Another run may have written the same text.
        if now.as_deref() != before.map(File::bytes) && now.as_deref() != Some(text.as_bytes()) {
            return Err(changed());
        }
        staged.persist()
    };
    attempt().map_err(|cause| failed(path, &cause))
}

fn failed(path: &Path, cause: &io::Error) -> Failure {
    Failure::of(format_args!("cannot write `{}`", path.display()), cause)
}

fn changed() -> io::Error {
    io::Error::other("it changed after it was read; run the command again")
}

/// A temporary file, complete and on the disk, that will replace another.
struct Staged {
    temporary: NamedTempFile,
    target: PathBuf,
}

impl Staged {
    /// Writes the temporary file. Returns `None` if `path` is something that cannot be replaced, such as
    /// a FIFO.
    fn new(path: &Path, text: &str) -> io::Result<Option<Staged>> {
        // Keep a link, and replace the file that it points to.
        let target = match fs::canonicalize(path) {
            Ok(target) if target.is_file() => target,
            Err(_) if fs::symlink_metadata(path).is_err() => absolute(path)?,
            _ => return Ok(None),
        };
        let mut file = temporary::create(folder_of(&target))?;
        file.write_all(text.as_bytes())?;
        if let Ok(before) = fs::metadata(&target) {
            file.as_file().set_permissions(before.permissions())?;
        }
        file.as_file().sync_all()?;
        Ok(Some(Staged { temporary: file, target }))
    }

    /// Reads the file that will be replaced; `None` if there is none yet.
    fn current(&self) -> io::Result<Option<Vec<u8>>> {
        match fs::read(&self.target) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(cause),
        }
    }

    fn folder(&self) -> &Path {
        folder_of(&self.target)
    }

    fn persist(self) -> io::Result<()> {
        self.temporary.persist(self.target)?;
        Ok(())
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new("."))
}

/// A file of a new folder.
pub(crate) struct NewFile<'t> {
    pub(crate) name: &'static str,
    pub(crate) text: &'t str,
}

/// Creates a folder together with its files. Fails if it already exists.
pub(crate) fn create_folder(path: &Path, files: &[NewFile]) -> Result<(), Failure> {
    let attempt = || {
        let folder = temporary::Folder::create(folder_of(path))?;
        for NewFile { name, text } in files {
            let mut file = fs::File::create_new(folder.path().join(name))?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
        }
        fs::rename(folder.path(), path)
    };
    attempt().map_err(|cause| {
        Failure::of(format_args!("cannot create the folder `{}`", path.display()), &cause)
    })
}
