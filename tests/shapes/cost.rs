//! What crafted files cost, compared with a plain one.

use std::fmt::Write;

use allocation_counter::AllocationInfo;

use super::shapes::Shape;

/// How many times as much as a byte of a plain file a byte of a crafted one may cost.
pub(crate) const MOST: f64 = 20.0;

/// Returns which shapes cost more than a plain file.
pub(crate) fn dear<'s>(
    plain: &Shape,
    shapes: impl Iterator<Item = &'s Shape>,
    work: impl Fn(&Shape) -> AllocationInfo,
) -> String {
    let plain_cost = work(plain);
    let mut dear = String::new();
    for shape in shapes {
        let info = work(shape);
        let bytes = shape.len() as f64 / plain.len() as f64;
        let count = info.count_total as f64 / plain_cost.count_total as f64 / bytes;
        let allocated = info.bytes_total as f64 / plain_cost.bytes_total as f64 / bytes;
        if count > MOST || allocated > MOST {
            writeln!(dear, "{}: {count:.1} {allocated:.1}", shape.name).unwrap();
        }
    }
    dear
}
