use im_error_l10n::ErrorCode;
use im_error_l10n_egui::{MOST_TOASTS, SdkError};

use crate::harness::{copied, fail, label, shows, texts, window};
use egui_kittest::kittest::Queryable;

#[test]
fn direction_marks_and_line_breaks_in_details_are_replaced() {
    let (mut window, sdk) = window(&["en"]);
    sdk.report(SdkError {
        code: ErrorCode::new(99_999),
        details: "<b>x</b>\u{202e}\u{2067}\r\n\0y".to_owned(),
        log_id: "a\u{200f}b".to_owned(),
    });
    window.run();
    // HTML is plain text here.
    assert!(shows(
        &window,
        "99999 · a\u{fffd}b · <b>x</b>\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}y"
    ));
    window.get_by_label("Copy details").click();
    let details = "<b>x</b>\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}y";
    assert_eq!(copied(&mut window), format!("99999\nlog id: a\u{fffd}b\n{details}"));
}

#[test]
fn a_long_log_id_is_shown_shortened_and_copied_in_full() {
    let (mut window, sdk) = window(&["en"]);
    let log_id = "a".repeat(10_240);
    let details = "d".repeat(10_240);
    sdk.report(SdkError { code: ErrorCode::new(56), details, log_id: log_id.clone() });
    window.run();
    assert!(shows(&window, &format!("56 · {}…", "a".repeat(80))));
    window.get_by_label("Copy details").click();
    assert!(copied(&mut window).contains(&log_id));
}

#[test]
fn a_thousand_equal_errors_share_one_toast() {
    let (mut window, sdk) = window(&["en"]);
    fail(&mut window, &sdk, &[1008; 1_000]);
    assert_eq!(texts(&window).len(), 1);
    assert!(shows(&window, "× 1000"));
}

#[test]
fn only_the_newest_of_a_thousand_errors_have_toasts() {
    let (mut window, sdk) = window(&["en"]);
    let codes: Vec<i32> = (20_000..21_000).collect();
    fail(&mut window, &sdk, &codes);
    let texts = texts(&window);
    assert_eq!(texts.len(), MOST_TOASTS);
    assert_eq!(texts[0], label(20_999, "en-US"));
    assert!(texts[0].contains("20999"));
}

#[test]
fn the_smallest_and_largest_codes_have_toasts() {
    let (mut window, sdk) = window(&["en"]);
    fail(&mut window, &sdk, &[i32::MIN, i32::MAX]);
    let texts = texts(&window);
    assert_eq!(texts, [label(i32::MAX, "en-US"), label(i32::MIN, "en-US")]);
    assert!(texts[0].contains("2147483647"));
    assert!(texts[1].contains("-2147483648"));
}

#[test]
fn languages_without_messages_get_the_default() {
    for languages in [&["tlh"][..], &["art-x-none"], &["", "../../etc/passwd"], &[]] {
        let (mut window, sdk) = window(languages);
        fail(&mut window, &sdk, &[6]);
        assert_eq!(texts(&window), [label(6, "en-US")]);
    }
}

#[test]
fn a_lost_connection_does_not_freeze_the_window() {
    let (mut window, _) = window(&["en"]);
    window.get_by_label("Lose connection").click();
    window.step();
    let start = std::time::Instant::now();
    while !shows(&window, "× 1000") {
        assert!(start.elapsed().as_secs() < 30, "the errors did not arrive");
        window.step();
    }
    assert_eq!(texts(&window).len(), 1);
}
