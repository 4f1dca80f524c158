//! Crafted files and folders: checking them costs what plain ones cost. Allocations are counted here, and
//! instructions by `tests/cost`.

use std::time::{Duration, Instant};

use allocation_counter::{AllocationInfo, measure};
use im_error_l10n::edit::update;
use im_error_l10n::lint::{File, Scope, lint};

use super::cost::{MOST, dear};
use super::file;
use super::shapes::{Shape, shapes};

fn files(shape: &Shape) -> Vec<File> {
    let mut files = vec![file("zh-CN", &shape.text)];
    files.extend(shape.english.as_ref().map(|text| file("en-US", text)));
    let record = |text: &String| File::new("zh-CN", "zh-CN/accepted.txt", text.as_str());
    files.extend(shape.record.as_ref().map(record));
    files
}

/// Returns which shapes of this length cost more than a plain file.
fn dear_of(len: usize, work: impl Fn(&Shape) -> AllocationInfo) -> String {
    let shapes = shapes(len);
    dear(&shapes[0], shapes.iter(), work)
}

#[test]
fn crafted_files_are_checked_at_the_cost_of_plain_ones() {
    for scope in [Scope::Complete, Scope::Added] {
        let check = |shape: &Shape| {
            let files = files(shape);
            measure(|| drop(lint(&files, scope)))
        };
        assert_eq!(dear_of(1 << 16, check), "", "{scope:?}");
    }
}

/// The same at 1 MiB. Only CI runs it.
#[test]
#[ignore = "takes a minute"]
fn crafted_files_of_1_mib_are_checked_at_the_cost_of_plain_ones() {
    let check = |shape: &Shape| {
        let files = files(shape);
        measure(|| drop(lint(&files, Scope::Complete)))
    };
    assert_eq!(dear_of(1 << 20, check), "");
}

#[test]
fn crafted_sources_are_checked_at_the_cost_of_plain_ones() {
    let check = |shape: &Shape| {
        let files = [file("en-US", &shape.text)];
        measure(|| drop(lint(&files, Scope::Complete)))
    };
    assert_eq!(dear_of(1 << 16, check), "");
}

#[test]
fn crafted_files_are_updated_at_the_cost_of_plain_ones() {
    let update = |shape: &Shape| {
        let files = files(shape);
        measure(|| drop(update(&files, "zh-CN")))
    };
    assert_eq!(dear_of(1 << 16, update), "");
}

/// Ten times as many files allocate ten times as much.
#[track_caller]
fn assert_linear(name: &str, files: impl Fn(usize) -> Vec<File>, work: impl Fn(&[File])) {
    let cost = |count: usize| {
        let files = files(count);
        let info = measure(|| work(&files));
        (info.count_total as f64, info.bytes_total as f64)
    };
    let (few, many) = (cost(1_000), cost(10_000));
    let is_linear = many.0 < 12.0 * few.0 && many.1 < 12.0 * few.1;
    assert!(is_linear, "{name}: {few:?} {many:?}");
}

#[test]
fn folders_of_many_files_are_checked_in_linear_time() {
    let different = |at: usize| format!("error-x{at} = x\nerror-y{at} = {{ -y }}\n");
    let in_one = |text: &dyn Fn(usize) -> String, count: usize| -> Vec<File> {
        let file = |at| File::new("zh-CN", format!("zh-CN/{at}.ftl"), text(at));
        (0..count).map(file).collect()
    };
    let check = |scope: Scope| move |files: &[File]| drop(lint(files, scope));
    assert_linear("one locale, added", |count| in_one(&different, count), check(Scope::Added));
    assert_linear("one locale", |count| in_one(&different, count), check(Scope::Complete));
    let copy = |_| "a = x\nb = y\nc = z\n".to_owned();
    assert_linear("copies", |count| in_one(&copy, count), check(Scope::Complete));
    let stub = |_| "# error-success = x\n".to_owned();
    let update = |files: &[File]| drop(update(files, "zh-CN"));
    assert_linear("stubs", |count| in_one(&stub, count), update);
    let locales = |count: usize| -> Vec<File> {
        let file =
            |at| File::new(format!("x{at}"), format!("x{at}/errors.ftl"), "error-success = x\n");
        (0..count).map(file).collect()
    };
    assert_linear("locales", locales, check(Scope::Added));
}

/// Seven kilobytes that took seconds.
#[test]
fn a_slow_file_is_checked_at_the_cost_of_a_plain_one() {
    let slow = include_str!("slow.ftl");
    let plain = "message-1 = A text that says what happened.\n".repeat(slow.len() / 44);
    let cost = |text: &str| {
        let files = [file("zh-CN", text)];
        measure(|| drop(lint(&files, Scope::Complete))).bytes_total as f64
    };
    assert!(cost(slow) < MOST * cost(&plain));
}

/// Each question mark looked at its whole word, which allocates nothing.
#[test]
fn a_word_of_question_marks_is_checked_in_linear_time() {
    // Far longer than it takes, even on a busy machine, but shorter than quadratic time.
    const LIMIT: Duration = Duration::from_secs(60);
    let text = format!("error-success = /{}\n", "a?".repeat(500_000));
    let start = Instant::now();
    lint(&[file("de", &text)], Scope::Complete);
    let took = start.elapsed();
    assert!(took < LIMIT, "took {took:?}");
}
