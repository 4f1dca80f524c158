//! The embedded messages, compared with the specification over the whole table.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::collections::HashSet;

#[cfg(feature = "lint")]
use im_error_l10n::lint::{self, Scope, tool};
use im_error_l10n::{ErrorType, Localizer};

#[cfg(feature = "lint")]
const LOCALES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/locales");

/// Returns the rows of the table of texts.
fn table() -> Vec<Vec<&'static str>> {
    let rows = include_str!("spec/error-types.tsv").lines().skip(1);
    rows.map(|row| row.split('\t').collect()).collect()
}

/// Returns the descriptions on the SDK's reference page, with links replaced by their labels.
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
fn texts_and_suggestions_match_the_table() {
    let localizer = Localizer::builtin();
    let rows = table();
    assert_eq!(rows.len(), 47);
    for row in rows {
        let code: i32 = row[0].parse().unwrap();
        for (locale, text, suggestion) in [("zh-CN", 3, 5), ("en-US", 4, 6)] {
            let message = localizer.message(code, locale);
            assert_eq!(message.text(), row[text], "{code} {locale}");
            let suggestion = row.get(suggestion).filter(|text| !text.is_empty()).copied();
            assert_eq!(message.suggestion(), suggestion, "{code} {locale}");
            assert_eq!(message.locale(), locale);
            assert!(!message.is_fallback());
            assert_eq!(message.code().get(), code);
            assert_eq!(message.error_type().map(ErrorType::name), Some(row[1]));
            assert_eq!(message.to_string(), row[text]);
            assert_eq!(localizer.text(code, locale), row[text]);
        }
    }
}

#[test]
fn chinese_texts_match_the_reference_page() {
    let rows = reference_page();
    assert_eq!(rows.len(), 47);
    for (code, text) in rows {
        assert_eq!(Localizer::builtin().text(code, "zh-CN"), text, "{code}");
    }
}

#[test]
fn codes_have_distinct_texts_in_each_locale() {
    let localizer = Localizer::builtin();
    for locale in localizer.locales() {
        let chain = localizer.negotiate([locale]);
        let texts: HashSet<_> = ErrorType::ALL.iter().map(|error| chain.text(*error)).collect();
        assert_eq!(texts.len(), ErrorType::ALL.len(), "{locale}");
    }
}

/// Fails with the findings if a message is missing, or if an id, a placeable or a quotation mark is
/// mistyped.
#[cfg(feature = "lint")]
#[test]
fn the_embedded_locales_have_no_findings() {
    let (files, unreadable) = tool::read_dir(LOCALES).unwrap();
    assert_eq!(unreadable, []);
    let findings = lint::lint(&files, Scope::Complete);
    let findings: Vec<_> = findings.iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "\n{}", findings.join("\n"));
}

#[cfg(feature = "lint")]
#[test]
fn the_embedded_files_are_in_the_canonical_form() {
    let (files, _) = tool::read_dir(LOCALES).unwrap();
    for file in files.iter().filter(|file| file.path().ends_with(".ftl")) {
        let formatted = tool::format(file).unwrap();
        assert_eq!(formatted.as_bytes(), file.bytes(), "run `fmt`: {}", file.path());
    }
}

#[test]
fn unknown_codes_have_a_message_in_the_users_language() {
    let localizer = Localizer::builtin();
    let message = localizer.message(99999, "zh-CN");
    assert_eq!(message.text(), "未知错误（错误码：99999）");
    assert_eq!(message.suggestion(), None);
    assert_eq!(message.error_type(), None);
    assert!(!message.is_fallback());
    assert_eq!(message.locale(), "zh-CN");
    let text = localizer.text(i32::MIN, "en-US");
    assert_eq!(text, "An unknown error occurred (code -2147483648).");
    assert!(localizer.message(-1, "fr").is_fallback());
    assert_eq!(localizer.text(i32::MAX, "fr"), "An unknown error occurred (code 2147483647).");
}
