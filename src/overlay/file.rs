//! Message files: decoding, and turning a place in a text into a finding.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::iter;
use std::ops::Range;

use super::limits::{self, Refusal};
use crate::finding::{Finding, Rule};

/// The maximum size of a file in bytes. A larger one is not used.
pub(super) const MAX_LEN: usize = 1 << 20;
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
    /// Where a line first ends with a carriage return alone, as on an old Mac.
    #[cfg_attr(not(feature = "lint"), allow(dead_code, reason = "the linter reports it"))]
    pub(crate) lone_return: Option<usize>,
    /// Where in `text` a carriage return was removed.
    removed: Vec<usize>,
    /// Where the lines of `text` begin. Computed for the first finding; most files have none.
    line_starts: OnceCell<Vec<usize>>,
    /// The number of characters before each block of `text`, as a line may be long.
    char_counts: OnceCell<Vec<usize>>,
}

/// The number of bytes in a block.
const BLOCK: usize = 256;

impl<'f> FileText<'f> {
    fn new(file: &'f File, text: &'f str) -> FileText<'f> {
        let has_bom = text.starts_with(BOM);
        let text = text.strip_prefix(BOM).unwrap_or(text);
        let mut removed = Vec::new();
        let mut lone_return = None;
        let mut text = Cow::Borrowed(text);
        if has(text.as_bytes(), b'\r') {
            for (count, (at, _)) in text.match_indices("\r\n").enumerate() {
                removed.push(at - count);
            }
            let lines = text.replace("\r\n", "\n");
            lone_return = lines.find('\r');
            text = Cow::Owned(lines.replace('\r', "\n"));
        }
        FileText {
            file,
            text,
            has_bom,
            lone_return,
            removed,
            line_starts: OnceCell::new(),
            char_counts: OnceCell::new(),
        }
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
        (line, self.chars_before(at) - self.chars_before(start) + 1)
    }

    /// Counts the characters before a place.
    fn chars_before(&self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let begins = |bytes: &[u8]| bytes.iter().filter(|byte| (**byte as i8) >= -0x40).count();
        let counts = self.char_counts.get_or_init(|| {
            let mut counts = Vec::from([0]);
            let mut count = 0;
            for block in bytes.chunks(BLOCK) {
                count += begins(block);
                counts.push(count);
            }
            counts
        });
        let block = at / BLOCK;
        let rest = bytes.get(block * BLOCK..at).unwrap_or_default();
        counts.get(block).copied().unwrap_or_default() + begins(rest)
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
