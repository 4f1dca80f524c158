//! Limits for added files, beyond which parsing would be unsafe.
//!
//! Fluent's parser is recursive and would overflow the stack; it compares the names of the
//! arguments of a call with each other; and it panics at some escapes.

use crate::finding::Rule;

/// The maximum nesting depth of placeables and calls.
const MAX_DEPTH: usize = 100;
/// The maximum length of the arguments of a call in bytes, including nested calls.
const MAX_CALL_LEN: usize = 1000;

/// A bracket that has not been closed yet.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// `{`, before any `->`: quotes and parentheses are syntax.
    Placeable,
    /// `{ $code ->`: variants follow; in their text, quotes and parentheses are not syntax.
    Selection,
    /// `(`, with its position.
    Call(usize),
}

/// Why a file is not used at all.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) rule: Rule,
    /// The byte position in the text.
    pub(crate) start: usize,
    pub(crate) message: String,
}

/// Whether the parser starts an entry at this line, whatever comes before: `#`, `id =`, `-id =`.
pub(crate) fn starts_entry(line: &str) -> bool {
    let id = line.split('=').next().unwrap_or_default().trim_end_matches(' ');
    line.starts_with('#')
        || line.contains('=')
            && id.starts_with(|character: char| character.is_ascii_alphabetic() || character == '-')
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Returns why a text must not be parsed, or `None` if it may be.
pub(crate) fn beyond(text: &str) -> Option<Refusal> {
    let mut start = 0;
    let mut open = Vec::new();
    // Nothing can be open before the line of the first brace.
    while let Some(brace) = text.get(start..).and_then(|rest| rest.find('{')) {
        let before = text.get(..start + brace).unwrap_or_default();
        start = before.rfind('\n').map_or(0, |at| at + 1);
        let rest = text.get(start..).unwrap_or_default();
        for line in rest.split_inclusive('\n') {
            if starts_entry(line) {
                open.clear();
            }
            // Brackets in a comment are not syntax.
            if !line.starts_with('#') {
                let refusal = open_beyond(line, start, &mut open);
                if refusal.is_some() {
                    return refusal;
                }
            }
            start += line.len();
            if open.is_empty() {
                break;
            }
        }
    }
    None
}

/// Scans a line as the parser does. After a syntax error this may count more brackets as open than
/// the parser does, until the next entry, but never fewer.
fn open_beyond(line: &str, start: usize, open: &mut Vec<Open>) -> Option<Refusal> {
    let mut is_quoted = false;
    let mut is_escaped = false;
    let mut before = 0;
    for (at, byte) in (start..).zip(line.bytes()) {
        let inside = open.last().copied();
        let is_text = matches!(inside, None | Some(Open::Selection));
        if matches!(byte, b')' | b'}')
            && let Some(refusal) = call_beyond(open, at)
        {
            return Some(refusal);
        }
        match byte {
            _ if is_escaped && splits_a_character(byte, line.get(at + 1 - start..)) => {
                let message = "invalid escape: `\\u` takes four and `\\U` six hexadecimal digits; \
                               the file is not used";
                return Some(Refusal {
                    rule: Rule::Syntax,
                    start: at - 1,
                    message: message.to_owned(),
                });
            }
            _ if is_escaped => is_escaped = false,
            b'\\' if is_quoted => is_escaped = true,
            b'"' if is_quoted => is_quoted = false,
            _ if is_quoted => {}
            b'"' if !is_text => is_quoted = true,
            b'{' => open.push(Open::Placeable),
            b'}' => while let Some(Open::Call(_)) = open.pop() {},
            b'(' if !is_text => open.push(Open::Call(at)),
            b')' if matches!(inside, Some(Open::Call(_))) => drop(open.pop()),
            b'>' if before == b'-' && inside == Some(Open::Placeable) => {
                open.pop();
                open.push(Open::Selection);
            }
            _ => {}
        }
        before = byte;
        if open.len() > MAX_DEPTH {
            let message =
                format!("placeables nested deeper than {MAX_DEPTH}; the file is not used");
            return Some(Refusal { rule: Rule::TooDeep, start: at, message });
        }
    }
    call_beyond(open, start + line.len())
}

/// Whether the parser would panic: when it reports an invalid escape, it treats the first byte
/// after the digits as a whole character.
fn splits_a_character(kind: u8, rest: Option<&str>) -> bool {
    let digits = match kind {
        b'u' => 4,
        b'U' => 6,
        _ => return false,
    };
    let mut rest = rest.unwrap_or_default().bytes().take(digits);
    rest.find(|byte| !byte.is_ascii_hexdigit()).is_some_and(|byte| !byte.is_ascii())
}

fn call_beyond(open: &[Open], at: usize) -> Option<Refusal> {
    let call = open.iter().find_map(|open| match open {
        Open::Call(call) => Some(*call),
        _ => None,
    })?;
    let message =
        format!("arguments of a call longer than {MAX_CALL_LEN} bytes; the file is not used");
    let is_beyond = at - call > MAX_CALL_LEN;
    is_beyond.then_some(Refusal { rule: Rule::TooLarge, start: call, message })
}
