//! Writing files: atomically, and never over a change that someone else just saved.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf, absolute};

use im_error_l10n::lint::File;
use tempfile::TempPath;

use crate::Failure;

/// Writes a file, whatever it contains now.
pub(crate) fn overwrite(path: &Path, text: &str) -> Result<(), Failure> {
    let attempt = || match Staged::new(path, text)? {
        Some(staged) => staged.persist(),
        None => fs::write(path, text),
    };
    attempt().map_err(|cause| failed(path, &cause))
}

/// Writes files of a folder, all or none. Fails if one has changed since `files` were read.
pub(crate) fn replace(files: &[File], texts: &[(&Path, String)]) -> Result<(), Failure> {
    let mut all_staged = Vec::new();
    for (path, text) in texts {
        let staged = Staged::new(path, text).and_then(|staged| staged.ok_or_else(changed));
        all_staged.push(staged.map_err(|cause| failed(path, &cause))?);
    }
    for ((path, text), staged) in texts.iter().zip(&all_staged) {
        let before = files.iter().find(|file| Some(file.path()) == path.to_str());
        let is_unchanged = |now: Option<Vec<u8>>| {
            // Another run may have written the same text.
            now.as_deref() == before.map(File::bytes) || now.as_deref() == Some(text.as_bytes())
        };
        match staged.current().map(is_unchanged) {
            Ok(true) => {}
            Ok(false) => return Err(failed(path, &changed())),
            Err(cause) => return Err(failed(path, &cause)),
        }
    }
    for ((path, _), staged) in texts.iter().zip(all_staged) {
        staged.persist().map_err(|cause| failed(path, &cause))?;
    }
    Ok(())
}

fn failed(path: &Path, cause: &io::Error) -> Failure {
    Failure::of(format_args!("cannot write `{}`", path.display()), cause)
}

fn changed() -> io::Error {
    io::Error::other("it changed after it was read; run the command again")
}

/// A temporary file, complete and on the disk, that will replace another.
struct Staged {
    temporary: TempPath,
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
        let folder = target.parent().unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        // A temporary file is private by default, but a new message file follows the umask.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = builder.prefix(".im-error-l10n-").tempfile_in(folder)?;
        file.write_all(text.as_bytes())?;
        if let Ok(before) = fs::metadata(&target) {
            file.as_file().set_permissions(before.permissions())?;
        }
        file.as_file().sync_all()?;
        Ok(Some(Staged { temporary: file.into_temp_path(), target }))
    }

    /// Reads the file that will be replaced; `None` if there is none yet.
    fn current(&self) -> io::Result<Option<Vec<u8>>> {
        match fs::read(&self.target) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(cause),
        }
    }

    fn persist(self) -> io::Result<()> {
        Ok(self.temporary.persist(self.target)?)
    }
}
