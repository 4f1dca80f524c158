//! The files that the linter and the localizer read.

use std::borrow::Cow;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::limits::{self, Refusal};
use super::{Finding, Rule, record};

/// A file over this size is not used.
const MAX_LEN: usize = 1 << 20;

/// One `.ftl` file, or what stands for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    locale: String,
    path: String,
    bytes: Vec<u8>,
}

impl File {
    /// Takes the locale as its folder is named, the path to show, and the bytes as they are.
    pub fn new(
        locale: impl Into<String>,
        path: impl Into<String>,
        bytes: impl Into<Vec<u8>>,
    ) -> File {
        File { locale: locale.into(), path: path.into(), bytes: bytes.into() }
    }

    /// The locale, as the folder is named.
    pub fn locale(&self) -> &str {
        &self.locale
    }

    /// The path to show.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The bytes as they are.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The text that the places of findings are in, if the file can be parsed: without a byte
    /// order mark, with `\n` for `\r\n`.
    pub fn shown(&self) -> Option<Cow<'_, str>> {
        self.text().ok()
    }

    /// Whether this is Fluent, and not the record of accepted translations.
    pub(crate) fn is_ftl(&self) -> bool {
        !self.path.ends_with(record::NAME)
    }

    pub(super) fn has_bom(&self) -> bool {
        self.bytes.starts_with("\u{feff}".as_bytes())
    }

    /// The finding that the file is not used.
    pub(super) fn refused(&self, refusal: &Refusal) -> Finding {
        let before = self.bytes.get(..refusal.at).unwrap_or_default();
        let before = String::from_utf8_lossy(before);
        let line = before.rsplit('\n').next().unwrap_or_default();
        Finding {
            line: before.matches('\n').count() + 1,
            column: line.chars().count() + 1,
            span: refusal.at..refusal.at,
            ..Finding::new(refusal.rule, &self.locale, &self.path, refusal.message.clone())
        }
    }

    /// The text, if it can be parsed: without a byte order mark, with `\n` for `\r\n`.
    pub(crate) fn text(&self) -> Result<Cow<'_, str>, Refusal> {
        let text = self.source()?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Ok(if text.contains('\r') { text.replace("\r\n", "\n").into() } else { text.into() })
    }

    /// The text as it is, if it can be parsed.
    pub(crate) fn source(&self) -> Result<&str, Refusal> {
        if self.bytes.len() > MAX_LEN {
            let message = "the file is over 1 MiB and is not used".to_owned();
            return Err(Refusal { rule: Rule::TooLarge, at: 0, message });
        }
        let text = str::from_utf8(&self.bytes).map_err(|error| Refusal {
            rule: Rule::NotUtf8,
            at: error.valid_up_to(),
            message: "these bytes are not UTF-8, and the file is not used; save it as UTF-8".into(),
        })?;
        limits::beyond(text).map_or(Ok(text), Err)
    }
}

/// Reads a folder of locales: all files `<path>/<tag>/*.ftl`, in the order of their names.
///
/// A file that cannot be read is a finding, and the others are there.
///
/// # Errors
///
/// When the folder itself cannot be read.
pub fn read_dir(path: impl AsRef<Path>) -> io::Result<(Vec<File>, Vec<Finding>)> {
    let mut files = Vec::new();
    let mut findings = Vec::new();
    for folder in entries(path.as_ref())? {
        let locale = name(&folder);
        if locale.starts_with('.') {
            continue;
        }
        let unreadable = |path: &Path, cause: io::Error| {
            let message = format!("cannot read this: {cause}");
            Finding::new(Rule::Unreadable, &locale, &path.to_string_lossy(), message)
        };
        match files_of(&folder) {
            Ok(paths) => {
                for path in paths.iter().filter(|path| is_ours(&name(path))) {
                    match read(path) {
                        Ok(bytes) => {
                            files.push(File::new(locale.as_str(), path.to_string_lossy(), bytes));
                        }
                        Err(cause) => findings.push(unreadable(path, cause)),
                    }
                }
            }
            Err(cause) => findings.push(unreadable(&folder, cause)),
        }
    }
    Ok((files, findings))
}

/// What begins with a dot is other programs' business: the lock of an editor (`.#errors.ftl`), or
/// what macOS keeps of a file (`._errors.ftl`).
fn is_ours(name: &str) -> bool {
    name.ends_with(".ftl") && !name.starts_with('.') || name == record::NAME
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut paths = entries.collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// What is in the folder of a locale; nothing where this is no folder.
fn files_of(folder: &Path) -> io::Result<Vec<PathBuf>> {
    // A link that leads nowhere is an error.
    if !fs::metadata(folder)?.is_dir() {
        return Ok(Vec::new());
    }
    must_be_utf8(folder)?;
    entries(folder)
}

/// A path is shown and written by its text, which a name in another encoding has not.
fn must_be_utf8(path: &Path) -> io::Result<()> {
    match path.file_name().and_then(|name| name.to_str()) {
        Some(_) => Ok(()),
        None => Err(io::Error::other("its name is not UTF-8")),
    }
}

/// Reads no more than it takes to see that a file is too large.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    must_be_utf8(path)?;
    // Opening a FIFO would wait for ever.
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is no regular file"));
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(MAX_LEN as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
