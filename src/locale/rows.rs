//! Parsing the tables of [`cldr`](super::cldr) at compile time, and looking up rows in them.
//!
//! A table is text, so that its changes can be reviewed: rows are separated by spaces, cells by
//! hyphens; a cell is a subtag, a number, or empty. In memory it is columns of numbers: subtags as
//! [`subtags`](super::subtags) packs them, a script by its number in the list of scripts, from 1.
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    reason = "evaluated at compile time, or with an index that a search found"
)]

use core::cmp::Ordering;

use super::subtags::{FIRST_DIGITS, Script};

/// Parses a table whose cells may name scripts of a list.
pub(super) const fn table<const ROWS: usize, const COLUMNS: usize>(
    scripts: &[Script],
    text: &str,
) -> [[u16; ROWS]; COLUMNS] {
    // Evaluating this at compile time is slow, so it looks at each byte once.
    let mut columns = [[0; ROWS]; COLUMNS];
    let text = text.as_bytes();
    let (mut row, mut column, mut cell) = (0, 0, Cell::EMPTY);
    let mut at = 0;
    while at < text.len() {
        match text[at] {
            b'-' => {
                columns[column][row] = cell.number(scripts);
                (column, cell) = (column + 1, Cell::EMPTY);
            }
            b' ' => {
                columns[column][row] = cell.number(scripts);
                (row, column, cell) = (row + 1, 0, Cell::EMPTY);
            }
            digit @ ..b'A' => {
                cell.digits += 1;
                cell.packed = cell.packed * 10 + (digit & 15) as u32;
            }
            letter => {
                cell.letters += 1;
                cell.packed = cell.packed << 5 | (letter & 31) as u32;
            }
        }
        at += 1;
    }
    columns[column][row] = cell.number(scripts);
    assert!(row + 1 == ROWS, "a table does not have as many rows as its type says");
    columns
}

/// The part of a cell that has been read.
#[derive(Clone, Copy)]
struct Cell {
    digits: u8,
    letters: u8,
    packed: u32,
}

impl Cell {
    const EMPTY: Cell = Cell { digits: 0, letters: 0, packed: 0 };

    const fn number(self, scripts: &[Script]) -> u16 {
        match self {
            Cell { digits: 3, .. } => FIRST_DIGITS + self.packed as u16,
            Cell { letters: 4, .. } => number_of(scripts, self.packed),
            _ => self.packed as u16,
        }
    }
}

/// Parses the list of scripts.
pub(super) const fn scripts<const COUNT: usize>(text: &str) -> [Script; COUNT] {
    let mut scripts = [Script::NONE; COUNT];
    let mut rest = text.as_bytes();
    let mut at = 0;
    while at < COUNT {
        let (script, others) = rest.split_at(4);
        scripts[at] = match Script::parse(script) {
            Some(script) => script,
            None => panic!("the list of scripts has an invalid code"),
        };
        rest = if let [b' ', others @ ..] = others { others } else { others };
        at += 1;
    }
    scripts
}

const fn number_of(scripts: &[Script], script: u32) -> u16 {
    let (mut start, mut end) = (0, scripts.len());
    while start < end {
        let middle = (start + end) / 2;
        if scripts[middle].0 == script {
            return middle as u16 + 1;
        } else if scripts[middle].0 < script {
            start = middle + 1;
        } else {
            end = middle;
        }
    }
    panic!("a row names a script that is not in the list")
}

/// A set of codes of two letters.
pub(super) struct Pairs([u64; 16]);

impl Pairs {
    /// Collects the codes of these columns.
    pub(super) const fn of(columns: &[&[u16]]) -> Pairs {
        let mut bits = [0; 16];
        let mut column = 0;
        while column < columns.len() {
            let mut row = 0;
            while row < columns[column].len() {
                let code = columns[column][row] as usize;
                if code < 1024 {
                    bits[code / 64] |= 1 << (code % 64);
                }
                row += 1;
            }
            column += 1;
        }
        Pairs(bits)
    }

    /// Whether a code may be in the columns; any code of three letters or digits may be.
    #[inline]
    pub(super) fn may_have(&self, code: u16) -> bool {
        self.0.get(usize::from(code / 64)).is_none_or(|bits| bits >> (code % 64) & 1 == 1)
    }
}

/// Returns the row with this value in the column that the table is sorted by.
pub(super) fn find(column: &[u16], value: u16) -> Option<usize> {
    let row = first_row(column, value);
    (row < column.len() && column[row] == value).then_some(row)
}

/// Returns the first row that has this value or a greater one.
pub(super) fn first_row(column: &[u16], value: u16) -> usize {
    column.partition_point(|other| *other < value)
}

/// Returns the row with these values in the first columns, which the table is sorted by.
pub(super) fn find_row(columns: &[&[u16]], values: &[u16]) -> Option<usize> {
    let mut row = first_row(columns[0], values[0]);
    while row < columns[0].len() && columns[0][row] == values[0] {
        let mut order = Ordering::Equal;
        for (column, value) in columns.iter().zip(values) {
            order = order.then(column[row].cmp(value));
        }
        match order {
            Ordering::Less => row += 1,
            Ordering::Equal => return Some(row),
            Ordering::Greater => return None,
        }
    }
    None
}

/// Returns one cell of a column.
pub(super) fn cell(column: &[u16], row: usize) -> u16 {
    column[row]
}
