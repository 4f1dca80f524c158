//! How much memory hostile input can take. The counter replaces the allocator, so these tests need
//! their own file.

#![cfg(feature = "fluent")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use allocation_counter::measure;
use im_error_l10n::{ErrorType, Localizer};

const MIB: u64 = 1 << 20;

/// Returns the peak memory use.
fn peak(work: impl FnOnce()) -> u64 {
    measure(work).bytes_max
}

fn all_texts(source: &str) {
    let localizer = Localizer::builder().ftl("qaa", source).build().unwrap();
    let chain = localizer.negotiate(["qaa"]);
    for code in ErrorType::ALL {
        assert!(!chain.text(*code).is_empty());
    }
}

fn repeated(size: usize, head: &str, part: &str, tail: &str) -> String {
    let room = size - head.len() - tail.len();
    format!("{head}{}{tail}", part.repeat(room / part.len()))
}

/// Each text would be 50 MiB.
#[test]
fn texts_that_repeat_a_long_text_are_bounded() {
    let mut source = format!("a = {}\n", "一".repeat(170_000));
    for error in ErrorType::ALL {
        source += &format!("{} = {}\n", error.message_id(), "{a}".repeat(100));
    }
    let peak = peak(|| all_texts(&source));
    assert!(peak < 4 * MIB, "{peak}");
}

/// Each text may be 64 KiB, and so may its suggestion.
#[test]
fn texts_of_the_maximum_length_are_bounded() {
    let mut source = format!("a = {}\n", "一".repeat(21_845));
    for error in ErrorType::ALL {
        source += &format!("{} = {{a}}\n    .suggestion = {{a}}\n", error.message_id());
    }
    let peak = peak(|| all_texts(&source));
    assert!(peak < 16 * MIB, "{peak}");
}

/// Fluent would hold all arguments of a call at once: 180 MiB.
#[test]
fn arguments_that_repeat_a_long_text_are_bounded() {
    let long = "一".repeat(300_000);
    for call in ["F", "-t"] {
        let arguments = "a,".repeat(200);
        let source = format!("a = {long}\n-t = x\nerror-success = {{ {call}({arguments}) }}");
        let peak = peak(|| all_texts(&source));
        assert!(peak < 4 * MIB, "{call}: {peak}");
    }
}

/// Fluent would resolve a selecting attribute without a limit: 90 MiB.
#[test]
fn selectors_that_repeat_a_long_text_are_bounded() {
    let (long, many) = ("一".repeat(300_000), "{ a }".repeat(90));
    let source =
        format!("a = {long}\n-t = x\n    .k = {many}\nerror-success = {{ -t.k ->\n   *[a] y\n }}");
    let peak = peak(|| all_texts(&source));
    assert!(peak < 4 * MIB, "{peak}");
}

/// At most 1,000 findings are kept per file. Most of the memory is for the parser's errors.
#[test]
fn findings_are_bounded() {
    for source in [
        repeated(1 << 20, "error-success = x\n", " .a=b\n", ""),
        repeated(1 << 20, "error-success = ", "{b}", ""),
        repeated(1 << 20, "", "a\n", ""),
        repeated(1 << 20, "", "error-success = x\n", ""),
        repeated(1 << 20, "", "error-x = x\n", ""),
    ] {
        let peak = peak(|| all_texts(&source));
        assert!(peak < 192 * MIB, "{} MiB", peak / MIB);
    }
}

/// Each text is kept once, and the parsed files are dropped.
#[test]
fn two_hundred_locales_of_sixteen_files_are_bounded() {
    let mut source = String::new();
    for error in ErrorType::ALL {
        source += &format!("{} = {}\n", error.message_id(), "x".repeat(40));
    }
    let mut localizer = None;
    let info = measure(|| {
        let mut builder = Localizer::builder();
        for locale in 0..200 {
            for _ in 0..16 {
                builder = builder.ftl(&format!("en-{:03}", 100 + locale), &*source);
            }
        }
        localizer = Some(builder.build().unwrap());
    });
    let sources = 200 * 16 * source.len() as u64;
    assert!(info.bytes_max < 2 * sources, "{} of {sources}", info.bytes_max);
    assert!((info.bytes_current as u64) < 2 * MIB, "{}", info.bytes_current);
    assert!(localizer.unwrap().locales().count() > 190);
}

/// A megabyte of languages takes little memory and leaves none in use.
#[test]
fn headers_and_tags_take_little_memory() {
    let localizer = Localizer::builder().build().unwrap();
    drop(localizer.text(0, "qaa"));
    for header in ["qaa;q=0.5,".repeat(10_000), "a".repeat(1 << 20), "a-".repeat(1 << 19)] {
        let info = measure(|| {
            drop(localizer.negotiate_header(&header).text(0));
            drop(localizer.text(0, &header));
        });
        assert!(info.bytes_max < 2 * MIB, "{}", info.bytes_max);
        assert_eq!(info.bytes_current, 0);
    }
}
