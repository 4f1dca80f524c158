//! What all readers of the sources share: ids beside those of codes, and where an entry begins.

/// The message for a number outside the table.
pub(crate) const UNKNOWN: &str = "error-unknown";
/// The attribute that says what a person can do.
pub(crate) const SUGGESTION: &str = "suggestion";

/// Whether the parser begins anew at this line, whatever stood before: `#`, `id =`, `-id =`.
pub(crate) fn starts_entry(line: &str) -> bool {
    let id = line.split('=').next().unwrap_or_default().trim_end_matches(' ');
    line.starts_with('#')
        || line.contains('=')
            && id.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-')
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Parts what the parser could not read before the first entry in it that may be good.
///
/// After an unclosed brace the parser takes the next messages for its inside, and gives them up
/// together with the broken one.
pub(crate) fn split_junk(junk: &str) -> (&str, &str) {
    let mut at = 0;
    for line in junk.split_inclusive('\n') {
        if at > 0 && starts_entry(line) {
            break;
        }
        at += line.len();
    }
    junk.split_at_checked(at).unwrap_or((junk, ""))
}
