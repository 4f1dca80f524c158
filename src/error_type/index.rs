//! Finding the index of a code in the table without a search.
//!
//! A multiplication hashes the code. The factor is chosen at compile time so that no two codes
//! share a slot. A `match` instead would be a jump table, and measured three times as slow.

use super::ErrorType;

/// A power of two, several times the size of the table, so that a factor is found quickly.
const SLOTS: usize = 512;
const FACTOR: u32 = factor();

impl ErrorType {
    /// Returns the index of the code in [`ErrorType::ALL`].
    #[inline]
    pub(crate) fn index(code: i32) -> Option<usize> {
        static INDICES: [u8; SLOTS] = indices(FACTOR);
        let index = usize::from(*INDICES.get(slot(code, FACTOR))?);
        (ErrorType::ALL.get(index)?.code() == code).then_some(index)
    }
}

/// Returns the upper bits of the product, as many as a slot number has.
const fn slot(code: i32, factor: u32) -> usize {
    (code.cast_unsigned().wrapping_mul(factor) >> (u32::BITS - SLOTS.ilog2())) as usize
}

/// Returns the index of each slot; an empty slot has index 0, which the caller compares.
#[allow(clippy::indexing_slicing, reason = "evaluated at compile time")]
const fn indices(factor: u32) -> [u8; SLOTS] {
    let mut indices = [0; SLOTS];
    let mut index = 0;
    while index < ErrorType::ALL.len() {
        indices[slot(ErrorType::ALL[index].code(), factor)] = index as u8;
        index += 1;
    }
    indices
}

#[allow(clippy::indexing_slicing, reason = "evaluated at compile time")]
const fn factor() -> u32 {
    const SPREAD: u32 = 0x9e37_79b1; // the golden ratio in 32 bits
    assert!(ErrorType::ALL.len() * 8 <= SLOTS, "double the slots");
    let mut factor = SPREAD;
    loop {
        let indices = indices(factor);
        let mut index = 0;
        while index < ErrorType::ALL.len()
            && indices[slot(ErrorType::ALL[index].code(), factor)] as usize == index
        {
            index += 1;
        }
        if index == ErrorType::ALL.len() {
            return factor;
        }
        factor = factor.wrapping_mul(SPREAD);
    }
}
