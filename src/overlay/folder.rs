//! Reading the files in a folder of locales.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::file::{File, MAX_LEN};
use crate::finding::{Finding, Rule};

/// Reads a folder of locales: the files `<path>/<tag>/<name>` whose name `is_read` accepts, in the
/// order of their names.
///
/// A file that cannot be read becomes a finding; the others are returned.
///
/// # Errors
///
/// If the folder itself cannot be read.
pub(crate) fn read_dir(
    path: &Path,
    is_read: fn(&str) -> bool,
) -> io::Result<(Vec<File>, Vec<Finding>)> {
    let mut files = Vec::new();
    let mut findings = Vec::new();
    for folder in entries(path)? {
        let locale = name(&folder);
        if locale.starts_with('.') {
            continue;
        }
        let paths = match files_of(&folder, is_read) {
            Ok(paths) => paths,
            Err(cause) => {
                findings.push(unreadable(&locale, &folder, &cause));
                continue;
            }
        };
        for path in paths {
            match read(&path) {
                Ok(bytes) => files.push(File::new(&*locale, path.to_string_lossy(), bytes)),
                Err(cause) => findings.push(unreadable(&locale, &path, &cause)),
            }
        }
    }
    Ok((files, findings))
}

fn unreadable(locale: &str, path: &Path, cause: &io::Error) -> Finding {
    let message = format!("cannot read this: {cause}");
    Finding::of_file(Rule::Unreadable, locale, &path.to_string_lossy(), message)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.sort();
    Ok(paths)
}

/// Whether this is the name of a file of messages.
///
/// Names that begin with a dot belong to other programs, such as an editor's lock file
/// (`.#errors.ftl`) or macOS metadata (`._errors.ftl`).
pub(crate) fn is_ftl(name: &str) -> bool {
    name.ends_with(".ftl") && !name.starts_with('.')
}

/// Returns the files in the folder of a locale that are read; none if this is not a folder.
fn files_of(folder: &Path, is_read: fn(&str) -> bool) -> io::Result<Vec<PathBuf>> {
    // A dangling link is an error.
    if !fs::metadata(folder)?.is_dir() {
        return Ok(Vec::new());
    }
    must_be_utf8(folder)?;
    let mut paths = entries(folder)?;
    paths.retain(|path| is_read(&name(path)));
    Ok(paths)
}

/// Rejects a path that is not UTF-8: findings show paths as text.
fn must_be_utf8(path: &Path) -> io::Result<()> {
    match path.file_name().and_then(|name| name.to_str()) {
        Some(_) => Ok(()),
        None => Err(io::Error::other("its name is not UTF-8")),
    }
}

/// Reads a file, but no more of it than shows that it is too large.
pub(crate) fn read(path: &Path) -> io::Result<Vec<u8>> {
    must_be_utf8(path)?;
    let must_be_regular = |metadata: &fs::Metadata| match metadata.is_file() {
        true => Ok(()),
        false => Err(io::Error::other("it is not a regular file")),
    };
    let metadata = fs::metadata(path)?;
    must_be_regular(&metadata)?;
    // Some of the system's files have no size, and wait for content when they are read.
    if metadata.len() == 0 && fs::symlink_metadata(path)?.is_symlink() {
        return Err(io::Error::other("it is a link to a file without a size"));
    }
    let mut bytes = Vec::new();
    if metadata.len() > 0 {
        let file = open(path)?;
        must_be_regular(&file.metadata()?)?;
        file.take(MAX_LEN as u64 + 1).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// Opens a file to read it. What became a FIFO in the meantime would otherwise wait for a writer.
fn open(path: &Path) -> io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    #[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
    {
        const O_NONBLOCK: i32 = 0o4000;
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, O_NONBLOCK);
    }
    #[cfg(target_os = "macos")]
    {
        const O_NONBLOCK: i32 = 0x4;
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, O_NONBLOCK);
    }
    options.read(true).open(path)
}
