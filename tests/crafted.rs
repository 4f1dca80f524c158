//! Crafted files cost what plain ones cost: allocations are counted here, of 64 KiB and of 1 MiB, and
//! instructions by `tests/cost`.

#![cfg(feature = "fluent")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

#[path = "shapes/cost.rs"]
mod cost;
mod shapes;

use allocation_counter::{AllocationInfo, measure};
use cost::dear;
use im_error_l10n::Localizer;
use shapes::{Shape, shapes};

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
fn dear_from(len: usize, first: usize) -> String {
    let shapes = shapes(len);
    let half = shapes.iter().skip(first).step_by(2).filter(|shape| shape.record.is_none());
    dear(&shapes[0], half, build)
}

#[test]
fn crafted_files_cost_what_plain_ones_cost() {
    assert_eq!([dear_from(1 << 16, 0), dear_from(1 << 16, 1)], ["", ""]);
}

/// In two halves, which run at the same time.
#[test]
fn crafted_files_of_1_mib_cost_what_plain_ones_cost() {
    assert_eq!(dear_from(1 << 20, 0), "");
}

#[test]
fn crafted_files_of_1_mib_cost_what_plain_ones_cost_2() {
    assert_eq!(dear_from(1 << 20, 1), "");
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
