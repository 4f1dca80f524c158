//! How much memory hostile input can take. In a file of its own: the counter replaces the
//! allocator.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use allocation_counter::measure;
use im_error_l10n::lint::{self, File, Scope};
use im_error_l10n::{ErrorType, Localizer};

const MIB: u64 = 1 << 20;

/// The most that was in use at once.
fn peak(work: impl FnOnce()) -> u64 {
    measure(work).bytes_max
}

fn all_texts(source: &str) {
    let localizer = Localizer::builder().ftl("fr", source).build().unwrap();
    let chain = localizer.negotiate(["fr"]);
    ErrorType::ALL.iter().for_each(|code| assert!(!chain.text(*code).is_empty()));
}

fn repeated(size: usize, head: &str, part: &str, tail: &str) -> String {
    let room = size - head.len() - tail.len();
    format!("{head}{}{tail}", part.repeat(room / part.len()))
}

/// 1.7 MiB, the file itself and what was parsed of it. Every text was 50 MiB, and all were kept.
#[test]
fn texts_that_repeat_a_long_one() {
    let mut source = format!("a = {}\n", "一".repeat(170_000));
    for error in ErrorType::ALL {
        source += &format!("{} = {}\n", error.message_id(), "{a}".repeat(100));
    }
    let peak = peak(|| all_texts(&source));
    assert!(peak < 4 * MIB, "{peak}");
}

/// 6 MiB: each text may be 64 KiB, and its suggestion too.
#[test]
fn texts_as_long_as_they_may_be() {
    let mut source = format!("a = {}\n", "一".repeat(21_845));
    for error in ErrorType::ALL {
        source += &format!("{} = {{a}}\n    .suggestion = {{a}}\n", error.message_id());
    }
    let peak = peak(|| all_texts(&source));
    assert!(peak < 16 * MIB, "{peak}");
}

/// 1 MiB, the file. All arguments were kept at once: 1.6 GB.
#[test]
fn arguments_that_repeat_a_long_text() {
    let head = format!("a = {}\nerror-success = {{ F(", "一".repeat(1000));
    let source = repeated(1 << 20, &head, "a,", ") }");
    let peak = peak(|| all_texts(&source));
    assert!(peak < 4 * MIB, "{peak}");
}

/// 34 to 70 MiB for a file of 256 KiB, nearly all of it findings; in proportion for larger ones.
/// Formatting the last one, 9,400 messages in their order, took 680 MiB, and grew with the square.
#[test]
fn findings_in_every_word() {
    const QUARTER: usize = 1 << 18;
    let name = "a".repeat(200);
    let rising: String = ErrorType::ALL
        .iter()
        .map(|error| format!("{}=x\n", error.message_id()).repeat(200))
        .collect();
    for source in [
        repeated(QUARTER, "error-success = x\n", " .a=b\n", ""),
        repeated(QUARTER, &format!("{name} = "), "{b}", ""),
        repeated(QUARTER, "", "a\n", ""),
        repeated(QUARTER, "# lint: allow", " a", "\nerror-x=b\n"),
        rising,
    ] {
        let file = [File::new("fr", "fr/errors.ftl", source)];
        for scope in [Scope::Added, Scope::Complete] {
            let peak = peak(|| drop(lint::lint(&file, scope)));
            assert!(peak < 80 * MIB, "{} MiB", peak / MIB);
        }
        let peak = peak(|| drop(lint::format(&file[0])));
        assert!(peak < 80 * MIB, "{} MiB", peak / MIB);
    }
}

/// 22 MiB: a message that is there 10,000 times is held once against 10,000 attributes.
#[test]
fn findings_do_not_multiply() {
    let attributes: String = (0..10_000).map(|n| format!(" .a{n}=b\n")).collect();
    let english = File::new("en-US", "en", format!("error-success = x\n{attributes}"));
    let french = File::new("fr", "fr", "error-success = y\n".repeat(10_000));
    let files = [english, french];
    let peak = peak(|| assert!(lint::lint(&files, Scope::Complete).len() < 50_000));
    assert!(peak < 100 * MIB, "{} MiB", peak / MIB);
}

/// 0.2 MiB for a megabyte of languages; and nothing stays.
#[test]
fn headers_and_tags() {
    let localizer = Localizer::builder().build().unwrap();
    drop(localizer.text(0, "fr"));
    for header in ["fr;q=0.5,".repeat(10_000), "a".repeat(1 << 20), "a-".repeat(1 << 19)] {
        let info = measure(|| {
            drop(localizer.negotiate_header(&header).text(0));
            drop(localizer.text(0, &header));
        });
        assert!(info.bytes_max < MIB, "{}", info.bytes_max);
        assert_eq!(info.bytes_current, 0);
    }
}
