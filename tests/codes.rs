//! The table of codes, compared with the SDK's own reference page.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::collections::HashSet;

use im_error_l10n::ErrorType;

const SPEC: &str = include_str!("spec/error-type.md");
/// Every code ever released: code, name, kind, and whether the operation can be retried. Lines are
/// only added, never changed.
const RELEASED: &str = include_str!("codes.txt");

/// The rows of the reference page: name, number, description.
fn spec() -> Vec<(&'static str, i32, &'static str)> {
    let rows = SPEC.lines().filter_map(|line| line.trim().strip_prefix("| "));
    let cells = rows.map(|row| row.split(" | ").collect::<Vec<_>>());
    cells
        .filter_map(|cells| {
            let number = cells[1].strip_prefix('`')?.strip_suffix('`')?;
            Some((cells[0], number.parse().unwrap(), cells[2].trim_end_matches(" |")))
        })
        .collect()
}

#[test]
fn the_table_matches_the_reference_page() {
    let ours: Vec<_> = ErrorType::ALL.iter().map(|error| (error.name(), error.code())).collect();
    let theirs: Vec<_> = spec().iter().map(|(name, code, _)| (*name, *code)).collect();
    assert_eq!(ours, theirs);
    assert_eq!(ours.len(), 47);
}

#[test]
fn released_codes_never_change() {
    let mut ours = HashSet::new();
    for error in ErrorType::ALL {
        let retryable = if error.is_retryable() { "retryable" } else { "final" };
        ours.insert(format!("{} {} {} {retryable}", error.code(), error.name(), error.kind()));
    }
    for line in RELEASED.lines() {
        assert!(ours.contains(line), "`{line}` was released but has been removed or changed");
    }
    assert_eq!(RELEASED.lines().count(), ours.len(), "add the new codes to tests/codes.txt");
}

#[test]
fn message_ids_are_the_names_in_kebab_case() {
    for (name, id) in [
        ("Success", "error-success"),
        ("NotFriend", "error-not-friend"),
        ("ConvNotExist", "error-conv-not-exist"),
        ("UseridMismatchToken", "error-userid-mismatch-token"),
        ("MPNotFileMsg", "error-mp-not-file-msg"),
        ("MPServerUrlError", "error-mp-server-url-error"),
    ] {
        assert_eq!(name.parse::<ErrorType>().unwrap().message_id(), id);
    }
    for error in ErrorType::ALL {
        assert_eq!(ErrorType::from_message_id(error.message_id()), Some(*error));
    }
    for id in ["", "error-", "error-unknown", "error-notfriend", "Error-Not-Friend", "error-56"] {
        assert_eq!(ErrorType::from_message_id(id), None);
    }
}

#[test]
fn every_conversion_round_trips() {
    for error in ErrorType::ALL.iter().copied() {
        assert_eq!(ErrorType::from_code(error.code()), Some(error));
        assert_eq!(ErrorType::try_from(i32::from(error)).unwrap(), error);
        assert_eq!(error.name().parse::<ErrorType>().unwrap(), error);
        assert_eq!(error.name().to_lowercase().parse::<ErrorType>().unwrap(), error);
        assert_eq!(error.name().to_uppercase().parse::<ErrorType>().unwrap(), error);
        assert_eq!(error.to_string(), format!("{} ({})", error.name(), error.code()));
        assert_eq!(format!("{error:?}"), error.name());
        let _: &dyn std::error::Error = &error;
    }
}

#[test]
fn codes_can_be_used_in_constants() {
    const NOT_FRIEND: Option<ErrorType> = ErrorType::from_code(56);
    const ID: &str = ErrorType::NotFriend.message_id();
    assert_eq!(NOT_FRIEND, Some(ErrorType::NotFriend));
    assert_eq!(ID, "error-not-friend");
}

#[test]
fn codes_are_ordered_by_number() {
    assert!(ErrorType::ExpiredToken < ErrorType::FlowBlocked);
    let distinct: HashSet<_> = ErrorType::ALL.iter().collect();
    assert_eq!(distinct.len(), 47);
}

#[test]
fn unknown_codes_and_names_are_rejected() {
    for code in [-1, 3, 7, 101, 9999, 10007, i32::MIN, i32::MAX] {
        assert_eq!(ErrorType::from_code(code), None);
        let error = ErrorType::try_from(code).unwrap_err();
        assert_eq!(error.to_string(), format!("unknown error code {code}"));
    }
    let rejected = |name: &str| name.parse::<ErrorType>().unwrap_err().to_string();
    assert_eq!(rejected("NotFreind"), "unknown error type `NotFreind`");
    assert_eq!(rejected("Teapot"), "unknown error type `Teapot`");
    assert_eq!(rejected(""), "unknown error type ``");
    assert_eq!(rejected("a\u{202e}\n"), "unknown error type `a\\u{202e}\\n`");
    assert!(rejected(&"x".repeat(1 << 20)).len() < 1 << 21);
}

#[cfg(feature = "serde")]
#[test]
fn error_types_are_serialized_as_numbers() {
    for error in ErrorType::ALL {
        let json = serde_json::to_string(error).unwrap();
        assert_eq!(json, error.code().to_string());
        assert_eq!(serde_json::from_str::<ErrorType>(&json).unwrap(), *error);
    }
    let error = serde_json::from_str::<ErrorType>("7").unwrap_err();
    assert_eq!(error.to_string(), "unknown error code 7");
    assert!(serde_json::from_str::<ErrorType>("\"NotFriend\"").is_err());
}
