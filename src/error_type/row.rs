//! From a code to its row in the table, in the time of an array index.
//!
//! The codes are hashed by one multiplication. The compiler looks for a factor that gives every
//! code a slot of its own.

use super::ErrorType;

/// A power of two, some times larger than the table, so that a factor is soon found.
const SLOTS: usize = 512;
const FACTOR: u32 = factor();

impl ErrorType {
    /// Where [`ErrorType::ALL`] has the code.
    #[inline]
    pub(crate) fn row(code: i32) -> Option<usize> {
        static ROWS: [u8; SLOTS] = rows(FACTOR);
        let row = usize::from(*ROWS.get(slot(code, FACTOR))?);
        (ErrorType::ALL.get(row)?.code() == code).then_some(row)
    }
}

/// The upper bits of the product, as many as it takes to count the slots.
const fn slot(code: i32, factor: u32) -> usize {
    (code.cast_unsigned().wrapping_mul(factor) >> (u32::BITS - SLOTS.ilog2())) as usize
}

/// The row of each slot; some row where the slot is empty.
#[allow(clippy::indexing_slicing, reason = "the compiler runs this")]
const fn rows(factor: u32) -> [u8; SLOTS] {
    let mut rows = [0; SLOTS];
    let mut row = 0;
    while row < ErrorType::ALL.len() {
        rows[slot(ErrorType::ALL[row].code(), factor)] = row as u8;
        row += 1;
    }
    rows
}

#[allow(clippy::indexing_slicing, reason = "the compiler runs this")]
const fn factor() -> u32 {
    const SPREAD: u32 = 0x9e37_79b1; // the golden ratio in 32 bits
    assert!(ErrorType::ALL.len() * 8 <= SLOTS, "double the slots");
    let mut factor = SPREAD;
    loop {
        let rows = rows(factor);
        let mut row = 0;
        while row < ErrorType::ALL.len()
            && rows[slot(ErrorType::ALL[row].code(), factor)] as usize == row
        {
            row += 1;
        }
        if row == ErrorType::ALL.len() {
            return factor;
        }
        factor = factor.wrapping_mul(SPREAD);
    }
}
