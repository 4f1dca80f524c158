//! Crafted files cost what plain ones cost: allocations are counted here, of 64 KiB and of 1 MiB, and
//! instructions by `tests/cost`.

#![cfg(feature = "fluent")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

mod shapes;

use std::fmt::Write;

use allocation_counter::{AllocationInfo, measure};
use im_error_l10n::Localizer;
use shapes::{Shape, shapes};

/// How many times as much as a byte of a plain file a byte of a crafted one may cost.
const MOST: f64 = 20.0;

fn build(shape: &Shape) -> AllocationInfo {
    let mut builder = Localizer::builder().ftl("qaa", &*shape.text);
    if let Some(english) = &shape.english {
        builder = builder.ftl("en-US", &**english);
    }
    measure(|| {
        let localizer = builder.build().unwrap();
        assert!(!localizer.text(0, "qaa").is_empty());
    })
}

/// Returns which of every second shape, from this one on, cost more than a plain file.
fn dear(len: usize, first: usize) -> String {
    let shapes = shapes(len);
    let plain = build(&shapes[0]);
    let mut dear = String::new();
    for shape in shapes.iter().skip(first).step_by(2).filter(|shape| shape.record.is_none()) {
        let info = build(shape);
        let bytes = shape.len() as f64 / shapes[0].len() as f64;
        let count = info.count_total as f64 / plain.count_total as f64 / bytes;
        let allocated = info.bytes_total as f64 / plain.bytes_total as f64 / bytes;
        if count > MOST || allocated > MOST {
            writeln!(dear, "{}: {count:.1} {allocated:.1}", shape.name).unwrap();
        }
    }
    dear
}

#[test]
fn crafted_files_cost_what_plain_ones_cost() {
    assert_eq!([dear(1 << 16, 0), dear(1 << 16, 1)], ["", ""]);
}

/// In two halves, which run at the same time.
#[test]
fn crafted_files_of_1_mib_cost_what_plain_ones_cost() {
    assert_eq!(dear(1 << 20, 0), "");
}

#[test]
fn crafted_files_of_1_mib_cost_what_plain_ones_cost_2() {
    assert_eq!(dear(1 << 20, 1), "");
}

/// Ten times as many files of one locale allocate ten times as much.
#[test]
fn many_files_of_a_locale_are_built_in_linear_time() {
    let cost = |files: usize| {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("qaa")).unwrap();
        for number in 0..files {
            let text = format!(
                "error-{0} = x\nerror-{1} = {{ y }}\nerror-y{0} = z\n",
                number + 100_000,
                number + 200_000
            );
            std::fs::write(folder.path().join(format!("qaa/{number:05}.ftl")), text).unwrap();
        }
        let info = measure(|| {
            let localizer = Localizer::builder().dir(folder.path()).build().unwrap();
            assert_eq!(localizer.text(100_000, "qaa"), "x");
        });
        (info.count_total as f64, info.bytes_total as f64)
    };
    let (few, many) = (cost(1_000), cost(10_000));
    assert!(many.0 < 12.0 * few.0 && many.1 < 12.0 * few.1, "{few:?} {many:?}");
}
