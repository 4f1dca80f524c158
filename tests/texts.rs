//! The embedded texts against the specification, over the whole table.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::collections::HashSet;

use im_error_l10n::lint::{self, Scope};
use im_error_l10n::{ErrorType, Localizer, Source};

/// The rows of the table of texts.
fn table() -> Vec<Vec<&'static str>> {
    let rows = include_str!("spec/error-types.tsv").lines().skip(1);
    rows.map(|row| row.split('\t').collect()).collect()
}

/// The descriptions of the SDK's reference page, links replaced by their labels.
fn reference_page() -> Vec<(i32, String)> {
    let rows = include_str!("spec/error-type.md").lines().filter(|line| line.contains("| `"));
    rows.map(|row| {
        let cells: Vec<_> = row.trim().trim_matches('|').split(" | ").collect();
        let mut text = cells[2].trim().to_owned();
        while let Some(open) = text.find('[') {
            let (close, end) = (text.find("](").unwrap(), text.find(')').unwrap());
            text = format!("{}{}{}", &text[..open], &text[open + 1..close], &text[end + 1..]);
        }
        (cells[1].trim_matches('`').parse().unwrap(), text)
    })
    .collect()
}

#[test]
fn every_text_and_suggestion_is_the_table_s() {
    let localizer = Localizer::builtin();
    let rows = table();
    assert_eq!(rows.len(), 47);
    for row in rows {
        let code: i32 = row[0].parse().unwrap();
        for (locale, text, suggestion) in [("zh-CN", 3, 5), ("en-US", 4, 6)] {
            let message = localizer.message(code, locale);
            assert_eq!(message.text(), row[text], "{code} {locale}");
            let suggestion = row.get(suggestion).filter(|it| !it.is_empty()).copied();
            assert_eq!(message.suggestion(), suggestion, "{code} {locale}");
            assert_eq!(message.locale(), locale);
            assert_eq!(message.source(), Source::Requested);
            assert_eq!(message.code(), code);
            assert_eq!(message.error_type().map(ErrorType::name), Some(row[1]));
            assert_eq!(message.to_string(), row[text]);
            assert_eq!(localizer.text(code, locale), row[text]);
        }
    }
}

#[test]
fn every_chinese_text_is_the_reference_page_s_to_the_letter() {
    let rows = reference_page();
    assert_eq!(rows.len(), 47);
    for (code, text) in rows {
        assert_eq!(Localizer::builtin().text(code, "zh-CN"), text, "{code}");
    }
}

#[test]
fn no_two_codes_of_a_locale_read_the_same() {
    let localizer = Localizer::builtin();
    for locale in localizer.locales() {
        let chain = localizer.negotiate([locale]);
        let texts: HashSet<_> = ErrorType::ALL.iter().map(|error| chain.text(*error)).collect();
        assert_eq!(texts.len(), ErrorType::ALL.len(), "{locale}");
    }
}

/// Fails with what is wrong when a translator or a programmer forgot something: a code without
/// its message, a typing mistake in an id, a placeable, a quotation mark.
#[test]
fn the_embedded_locales_have_no_findings() {
    let findings = lint::lint(&lint::embedded(), Scope::Complete);
    let told: Vec<_> = findings.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "\n{}", told.join("\n"));
}

#[test]
fn the_embedded_files_are_in_the_canonical_form() {
    for file in lint::embedded().iter().filter(|file| file.path().ends_with(".ftl")) {
        let formatted = lint::format(file).unwrap();
        assert_eq!(formatted.as_bytes(), file.bytes(), "run `fmt`: {}", file.path());
    }
}

#[test]
fn unknown_numbers_are_told_in_the_reader_s_language() {
    let localizer = Localizer::builtin();
    let message = localizer.message(99999, "zh-CN");
    assert_eq!(message.text(), "未知错误（错误码：99999）");
    assert_eq!(message.suggestion(), None);
    assert_eq!(message.error_type(), None);
    assert_eq!(message.source(), Source::UnknownCode);
    assert_eq!(message.locale(), "zh-CN");
    let text = localizer.text(i32::MIN, "en-US");
    assert_eq!(text, "An unknown error occurred (code -2147483648).");
    assert_eq!(localizer.message(-1, "fr").source(), Source::UnknownCode);
    assert_eq!(localizer.text(i32::MAX, "fr"), "An unknown error occurred (code 2147483647).");
}

#[cfg(feature = "serde")]
#[test]
fn a_message_is_serialized_whole() {
    let json = |code: i32| serde_json::to_value(Localizer::builtin().message(code, "zh")).unwrap();
    assert_eq!(
        json(56),
        serde_json::json!({
            "code": 56, "name": "NotFriend", "id": "error-not-friend", "locale": "zh-CN",
            "text": "不是好友", "suggestion": "请先添加对方为好友", "source": "requested",
        })
    );
    assert_eq!(
        json(7),
        serde_json::json!({
            "code": 7, "name": null, "id": null, "locale": "zh-CN",
            "text": "未知错误（错误码：7）", "suggestion": null, "source": "unknown-code",
        })
    );
}
