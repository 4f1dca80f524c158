//! Limits for added files, beyond which parsing would be unsafe.
//!
//! Fluent's parser is recursive and would overflow the stack; it compares the names of the
//! arguments of a call with each other; and it panics at some escapes.

use super::parse::starts_entry;
use crate::finding::Rule;

/// How deep placeables and calls may be nested.
const MAX_DEPTH: usize = 100;
/// The most bytes that the arguments of a call may take, nested calls included.
const MAX_CALL_LEN: usize = 1000;

/// Something that is open at a place in a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// `{`, before any `->`: quotes and parentheses mean something.
    Placeable,
    /// `{ $code ->`: what follows is variants, whose text is only text.
    Selection,
    /// `(`, and where.
    Call(usize),
}

/// Why a file is not used at all.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) rule: Rule,
    /// The place in the text, in bytes.
    pub(crate) start: usize,
    pub(crate) message: String,
}

/// Returns why a text must not be parsed, if it must not.
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
            // A comment nests nothing.
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

/// Goes through a line as the parser does. Where the parser stops at an error, this may count more
/// as open than is, until the next entry, but never less.
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

/// Whether the parser would panic: to report a wrong escape, it takes the first byte after the
/// digits for a whole character.
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
