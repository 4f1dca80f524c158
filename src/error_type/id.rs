//! Message ids: the names of variants in kebab case, converted at compile time.

const PREFIX: &[u8] = b"error-";

/// Whether a word of the name starts at `at`: `MP|Not|File|Msg`.
#[allow(clippy::indexing_slicing, reason = "evaluated at compile time, in bounds")]
const fn starts_word(name: &[u8], at: usize) -> bool {
    at > 0
        && name[at].is_ascii_uppercase()
        && (name[at - 1].is_ascii_lowercase()
            || at + 1 < name.len() && name[at + 1].is_ascii_lowercase())
}

pub(super) const fn kebab_len(name: &[u8]) -> usize {
    let mut len = PREFIX.len() + name.len();
    let mut at = 0;
    while at < name.len() {
        len += starts_word(name, at) as usize;
        at += 1;
    }
    len
}

#[allow(clippy::indexing_slicing, reason = "evaluated at compile time, in bounds")]
pub(super) const fn kebab<const LEN: usize>(name: &[u8]) -> [u8; LEN] {
    let mut id = [b'-'; LEN];
    let mut end = 0;
    while end < PREFIX.len() {
        id[end] = PREFIX[end];
        end += 1;
    }
    let mut at = 0;
    while at < name.len() {
        end += starts_word(name, at) as usize;
        id[end] = name[at].to_ascii_lowercase();
        end += 1;
        at += 1;
    }
    id
}

#[allow(clippy::panic, reason = "evaluated at compile time")]
pub(super) const fn ascii(id: &'static [u8]) -> &'static str {
    match core::str::from_utf8(id) {
        Ok(id) => id,
        Err(_) => panic!("names are ASCII"),
    }
}
