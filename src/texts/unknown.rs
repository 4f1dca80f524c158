//! Splitting the text of `error-unknown` into pieces.

use alloc::borrow::{Cow, ToOwned};
use alloc::vec::Vec;

use super::Piece;

/// Placeholders for `$code` and `$name` while the message is resolved, from the private use area.
pub(crate) const CODE_MARK: char = '\u{f8f0}';
pub(crate) const NAME_MARK: char = '\u{f8f1}';

/// Splits a text that was resolved with the placeholders.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for part in text.split_inclusive([CODE_MARK, NAME_MARK]) {
        let literal = part.trim_end_matches([CODE_MARK, NAME_MARK]);
        if !literal.is_empty() {
            pieces.push(Piece::Literal(Cow::Owned(literal.to_owned())));
        }
        if part.ends_with(CODE_MARK) {
            pieces.push(Piece::Code);
        } else if part.ends_with(NAME_MARK) {
            pieces.push(Piece::Name);
        }
    }
    pieces
}
