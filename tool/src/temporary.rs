//! Temporary files, and the ones that a killed run left.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile, TempDir};

const PREFIX: &str = ".im-error-l10n-";

/// Creates a temporary file, which other runs leave alone until it is closed.
pub(crate) fn create(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    // A temporary file is private by default, but a new message file follows the umask.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    loop {
        let file = builder.prefix(PREFIX).tempfile_in(folder)?;
        if use_alone(file.as_file(), file.path()) {
            return Ok(file);
        }
    }
}

/// A temporary folder, which other runs leave alone until it is dropped.
pub(crate) struct Folder {
    folder: TempDir,
    /// Holds the lock.
    _open: Option<fs::File>,
}

impl Folder {
    pub(crate) fn create(parent: &Path) -> io::Result<Folder> {
        loop {
            let folder = Builder::new().prefix(PREFIX).tempdir_in(parent)?;
            if !cfg!(unix) {
                return Ok(Folder { folder, _open: None });
            }
            let open = fs::File::open(folder.path())?;
            if use_alone(&open, folder.path()) {
                return Ok(Folder { folder, _open: Some(open) });
            }
        }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// Removes what killed runs left in a folder.
pub(crate) fn sweep(folder: &Path) {
    for path in entries(folder) {
        let is_temporary = path
            .file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name.starts_with(PREFIX));
        // What cannot be removed now can stay for the next run.
        match fs::symlink_metadata(&path) {
            Ok(found) if !is_temporary || !is_abandoned(&path, &found) => {}
            Ok(found) if found.is_dir() => _ = fs::remove_dir_all(path),
            Ok(found) if found.is_file() => _ = fs::remove_file(path),
            _ => {}
        }
    }
}

/// Removes what killed runs left in a folder of locales.
pub(crate) fn sweep_locales(folder: &Path) {
    sweep(folder);
    entries(folder).iter().filter(|path| path.is_dir()).for_each(|path| sweep(path));
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries.filter_map(|entry| Some(entry.ok()?.path())).collect()
}

/// Locks a new file or folder for as long as it is open. Returns whether it is still there: another run may
/// have removed it before it was locked.
#[cfg(unix)]
fn use_alone(file: &fs::File, path: &Path) -> bool {
    use rustix::fs::{FlockOperation, flock};
    use std::os::unix::fs::MetadataExt;
    // Not every file system has locks. Without them, nothing is abandoned.
    let _ = flock(file, FlockOperation::LockExclusive);
    let (Ok(locked), Ok(found)) = (file.metadata(), fs::symlink_metadata(path)) else {
        return false;
    };
    (locked.dev(), locked.ino()) == (found.dev(), found.ino())
}

/// Whether no run has this open: the system unlocks what a killed run had locked.
#[cfg(unix)]
fn is_abandoned(path: &Path, found: &fs::Metadata) -> bool {
    use rustix::fs::{FlockOperation, flock};
    // Opening anything else could block.
    (found.is_file() || found.is_dir())
        && fs::File::open(path)
            .is_ok_and(|file| flock(&file, FlockOperation::NonBlockingLockExclusive).is_ok())
}

#[cfg(not(unix))]
fn use_alone(_file: &fs::File, _path: &Path) -> bool {
    true
}

/// Whether this is older than a day. The standard library’s locks need a newer Rust than we do.
#[cfg(not(unix))]
fn is_abandoned(_path: &Path, found: &fs::Metadata) -> bool {
    let age = found.modified().ok().and_then(|modified| modified.elapsed().ok());
    age.is_some_and(|age| age.as_secs() > 24 * 60 * 60)
}
