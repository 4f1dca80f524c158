//! Message files: reading folders, decoding, and turning a place in a text into a finding.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::fs;
use std::io::{self, Read};
use std::iter;
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::limits::{self, Refusal};
use crate::finding::{Finding, Rule};

/// The maximum size of a file in bytes. A larger one is not used.
const MAX_LEN: usize = 1 << 20;
const BOM: &str = "\u{feff}";

/// A `.ftl` file, or a text in place of one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(feature = "lint"), allow(unreachable_pub, reason = "public as `lint::File`"))]
pub struct File {
    locale: String,
    path: String,
    /// The text, or the bytes if they are not UTF-8.
    content: Result<String, Vec<u8>>,
}

#[cfg_attr(not(feature = "lint"), allow(unreachable_pub, reason = "public as `lint::File`"))]
impl File {
    /// Creates a file from the name of its locale folder, the path to show in findings, and its bytes.
    pub fn new(
        locale: impl Into<String>,
        path: impl Into<String>,
        bytes: impl Into<Vec<u8>>,
    ) -> File {
        let content = String::from_utf8(bytes.into()).map_err(|error| error.into_bytes());
        File { locale: locale.into(), path: path.into(), content }
    }

    /// Creates a file from a text instead of bytes.
    pub(super) fn of_text(locale: &str, path: String, text: String) -> File {
        File { locale: locale.to_owned(), path, content: Ok(text) }
    }

    /// Returns the locale: the name of the folder.
    pub fn locale(&self) -> &str {
        &self.locale
    }

    /// Returns the path to show.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the bytes as stored.
    pub fn bytes(&self) -> &[u8] {
        match &self.content {
            Ok(text) => text.as_bytes(),
            Err(bytes) => bytes,
        }
    }

    /// Decodes the file, or returns why it is not used.
    pub(crate) fn text(&self) -> Result<FileText<'_>, Refusal> {
        if self.bytes().len() > MAX_LEN {
            let message = "the file is over 1 MiB and is not used".to_owned();
            return Err(Refusal { rule: Rule::TooLarge, start: 0, message });
        }
        let text = self.content.as_deref().map_err(|bytes| self.not_utf8(bytes))?;
        // ASCII text in UTF-16 is also valid UTF-8.
        if is_utf16(text.as_bytes()) {
            return Err(self.not_utf8(&[]));
        }
        let text = FileText::new(self, text);
        limits::beyond(&text.text).map_or(Ok(text), Err)
    }

    /// Creates the finding that the file is not used.
    pub(crate) fn refused(&self, refusal: &Refusal) -> Finding {
        let text = String::from_utf8_lossy(self.bytes());
        let text = FileText::new(self, &text);
        let start = refusal.start.min(text.text.len());
        text.finding(refusal.rule, start..start, None, &*refusal.message)
    }

    /// Returns where the file is not UTF-8, and the encoding that it seems to have.
    fn not_utf8(&self, bytes: &[u8]) -> Refusal {
        let message = match encoding(self.bytes()) {
            Some(encoding) => {
                format!("the file is encoded as {encoding} and is not used; save it as UTF-8")
            }
            None => {
                "these bytes are not UTF-8, and the file is not used; save it as UTF-8".to_owned()
            }
        };
        let valid = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
        let start = FileText::new(self, valid).text.len();
        Refusal { rule: Rule::NotUtf8, start, message }
    }
}

/// Names the encoding that the bytes look like.
fn encoding(bytes: &[u8]) -> Option<&'static str> {
    if is_utf16(bytes) {
        return Some("UTF-16");
    }
    is_gbk(bytes).then_some("GBK or GB 18030")
}

/// Whether the bytes begin with a byte order mark of UTF-16, or contain as many zeros as ASCII text in
/// UTF-16. These zeros are valid UTF-8.
fn is_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xff, 0xfe])
        || bytes.starts_with(&[0xfe, 0xff])
        || has(bytes, 0) && bytes.iter().filter(|byte| **byte == 0).count() * 4 > bytes.len()
}

/// Whether a byte occurs. It rarely does, and the compiler vectorizes a loop that runs to the end.
fn has(bytes: &[u8], wanted: u8) -> bool {
    bytes.iter().fold(false, |found, byte| found | (*byte == wanted))
}

/// Whether all bytes beyond ASCII form two-byte or four-byte characters of GB 18030, at least one of
/// them common. A Latin-1 letter and the ASCII after it also form a character, but a rare one.
fn is_gbk(bytes: &[u8]) -> bool {
    let mut is_common = false;
    let mut rest = bytes;
    loop {
        rest = match rest {
            [] => return is_common,
            [0..=0x7f, rest @ ..] => rest,
            [first @ 0x81..=0xfe, second @ (0x40..=0x7e | 0x80..=0xfe), rest @ ..] => {
                is_common |= *first > 0xa0 && *second > 0xa0;
                rest
            }
            [0x81..=0xfe, 0x30..=0x39, 0x81..=0xfe, 0x30..=0x39, rest @ ..] => rest,
            _ => return false,
        };
    }
}

/// The text of a file as Fluent reads it: without a byte order mark, with `\n` for every line ending.
pub(crate) struct FileText<'f> {
    pub(crate) file: &'f File,
    pub(crate) text: Cow<'f, str>,
    /// Whether the file begins with a byte order mark.
    pub(crate) has_bom: bool,
    /// Where in `text` a carriage return was removed.
    removed: Vec<usize>,
    /// Where the lines of `text` begin. Computed for the first finding; most files have none.
    line_starts: OnceCell<Vec<usize>>,
}

impl<'f> FileText<'f> {
    fn new(file: &'f File, text: &'f str) -> FileText<'f> {
        let has_bom = text.starts_with(BOM);
        let text = text.strip_prefix(BOM).unwrap_or(text);
        let mut removed = Vec::new();
        let mut text = Cow::Borrowed(text);
        if has(text.as_bytes(), b'\r') {
            for (count, (at, _)) in text.match_indices("\r\n").enumerate() {
                removed.push(at - count);
            }
            text = Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"));
        }
        FileText { file, text, has_bom, removed, line_starts: OnceCell::new() }
    }

    /// Creates a finding about a place in the text.
    pub(crate) fn finding(
        &self,
        rule: Rule,
        place: Range<usize>,
        id: Option<String>,
        message: impl Into<String>,
    ) -> Finding {
        let (line, column) = self.line_and_column(place.start);
        let (end_line, end_column) = self.line_and_column(place.end);
        let span = self.in_file(place.start)..self.in_file(place.end);
        Finding {
            line,
            column,
            end_line,
            end_column,
            span,
            id,
            ..Finding::of_file(rule, &self.file.locale, &self.file.path, message.into())
        }
    }

    /// Returns the line of a place in the text, from 1.
    pub(crate) fn line(&self, at: usize) -> usize {
        self.line_starts().partition_point(|start| *start <= at)
    }

    fn line_and_column(&self, at: usize) -> (usize, usize) {
        let line = self.line(at);
        let start = self.line_starts().get(line - 1).copied().unwrap_or_default();
        let before = self.text.get(start..at).unwrap_or_default();
        (line, before.chars().count() + 1)
    }

    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            let ends = self.text.match_indices('\n');
            iter::once(0).chain(ends.map(|(end, _)| end + 1)).collect()
        })
    }

    /// Returns the place in the bytes of the file.
    pub(crate) fn in_file(&self, at: usize) -> usize {
        let bom = if self.has_bom { BOM.len() } else { 0 };
        bom + at + self.removed.partition_point(|removed| *removed < at)
    }
}

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
    // Opening a FIFO would wait forever.
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(MAX_LEN as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
