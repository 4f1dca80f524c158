//! What of a text the parser, or what comes after it, could not bear.
//!
//! The parser of Fluent is recursive, and would overflow the stack; it compares the names of the
//! arguments of a call with each other; it panics at some escapes; and findings repeat the names
//! in a file.

use super::Rule;
use crate::ftl::starts_entry;

/// Placeables and calls may be nested this deep.
const MAX_DEPTH: usize = 100;
/// The arguments of a call may take so many bytes, those of calls inside it too.
const MAX_CALL_LEN: usize = 1000;
/// A name may have so many characters, and so may any word that is written like one.
const MAX_NAME_LEN: usize = 200;

/// What is open at a place of a text, outermost first.
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
pub(crate) struct Refusal {
    pub(crate) rule: Rule,
    /// The place, in bytes.
    pub(crate) at: usize,
    pub(crate) message: String,
}

/// Why a text is not to be parsed, if it is not.
pub(super) fn beyond(text: &str) -> Option<Refusal> {
    let mut start = 0;
    let mut open = Vec::new();
    for line in text.split_inclusive('\n') {
        if starts_entry(line) {
            open.clear();
        }
        // A comment nests nothing, and its words are nobody's names.
        if !line.starts_with('#') {
            let refusal = name_beyond(line, start).or_else(|| open_beyond(line, start, &mut open));
            if refusal.is_some() {
                return refusal;
            }
        }
        start += line.len();
    }
    None
}

fn refusal(rule: Rule, at: usize, what: String) -> Option<Refusal> {
    Some(Refusal { rule, at, message: format!("{what} here, and the file is not used") })
}

fn name_beyond(line: &str, start: usize) -> Option<Refusal> {
    let in_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let mut at = start;
    for name in line.as_bytes().split(|byte| !in_name(byte)) {
        if name.len() > MAX_NAME_LEN {
            let what = format!("a name is longer than {MAX_NAME_LEN} characters");
            return refusal(Rule::TooLarge, at, what);
        }
        at += name.len() + 1;
    }
    None
}

/// Goes through a line as the parser does. Where the parser stops at an error, this may take more
/// to be open than is, until the next entry, but never less.
fn open_beyond(line: &str, start: usize, open: &mut Vec<Open>) -> Option<Refusal> {
    let mut quoted = false;
    let mut escaped = false;
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
            _ if escaped && parts_a_character(byte, line.get(at + 1 - start..)) => {
                let what = "an escape has too few hexadecimal digits".to_owned();
                return refusal(Rule::Syntax, at - 1, what);
            }
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' if quoted => quoted = false,
            _ if quoted => {}
            b'"' if !is_text => quoted = true,
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
            let what = format!("placeables are nested deeper than {MAX_DEPTH}");
            return refusal(Rule::TooDeep, at, what);
        }
    }
    call_beyond(open, start + line.len())
}

/// Whether the parser would panic: to say which escape is wrong, it takes the first byte behind
/// the digits for a whole character.
fn parts_a_character(kind: u8, rest: Option<&str>) -> bool {
    let digits = match kind {
        b'u' => 4,
        b'U' => 6,
        _ => return false,
    };
    let mut rest = rest.unwrap_or_default().bytes().take(digits);
    rest.find(|byte| !byte.is_ascii_hexdigit()).is_some_and(|byte| !byte.is_ascii())
}

fn call_beyond(open: &[Open], at: usize) -> Option<Refusal> {
    let call = open.iter().find_map(|it| match it {
        Open::Call(call) => Some(*call),
        _ => None,
    })?;
    let what = format!("the arguments of a call are longer than {MAX_CALL_LEN} bytes");
    if at - call > MAX_CALL_LEN { refusal(Rule::TooLarge, call, what) } else { None }
}
