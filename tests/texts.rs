//! The embedded messages. The specification fixes the Chinese values; translators may change everything
//! else.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use im_error_l10n::{ErrorType, Localizer};

/// Returns the rows of the SDK's reference page: code, name, and description, in which links are
/// replaced by their labels.
fn reference_page() -> Vec<(i32, &'static str, String)> {
    let mut rows = Vec::new();
    for line in include_str!("spec/error-type.md").lines().filter(|line| line.contains("| `")) {
        let cells: Vec<_> = line.trim().trim_matches('|').split(" | ").collect();
        let mut text = cells[2].trim().to_owned();
        while let Some(open) = text.find('[') {
            let (close, end) = (text.find("](").unwrap(), text.find(')').unwrap());
            text = format!("{}{}{}", &text[..open], &text[open + 1..close], &text[end + 1..]);
        }
        rows.push((cells[1].trim_matches('`').parse().unwrap(), cells[0].trim(), text));
    }
    rows
}

#[test]
fn chinese_values_are_those_of_the_reference_page() {
    let rows = reference_page();
    assert_eq!(rows.len(), ErrorType::ALL.len());
    for (code, name, text) in rows {
        assert_eq!(
            Localizer::builtin().text(code, "zh-CN"),
            text,
            "{name} ({code}): the Chinese values are the SDK's reference to the letter; for another \
             wording, see examples/friendly"
        );
    }
}

#[test]
fn every_code_has_a_message_in_both_locales() {
    let localizer = Localizer::builtin();
    for error in ErrorType::ALL {
        for locale in ["zh-CN", "en-US"] {
            let message = localizer.message(*error, locale);
            assert_eq!(
                (message.locale(), message.is_fallback()),
                (locale, false),
                "{error}: its message is missing; write it in locales/{locale}, and run \
                 `cargo run -- embed`"
            );
            assert_eq!(message.error_type(), Some(*error));
            assert_eq!(message.to_string(), message.text());
            assert_eq!(localizer.text(*error, locale), message.text());
        }
    }
}

#[test]
fn unknown_codes_have_a_message_in_the_users_language() {
    let localizer = Localizer::builtin();
    let message = localizer.message(99999, "zh-CN");
    assert_eq!(message.text(), "未知错误（错误码：99999）");
    assert_eq!(message.error_type(), None);
    assert!(!message.is_fallback());
    assert_eq!(message.locale(), "zh-CN");
    for code in [i32::MIN, -1, i32::MAX] {
        let message = localizer.message(code, "en-US");
        assert!(message.text().contains(&code.to_string()), "{message}");
        let fallback = localizer.message(code, "qaa");
        assert_eq!((fallback.text(), fallback.is_fallback()), (message.text(), true));
    }
}
