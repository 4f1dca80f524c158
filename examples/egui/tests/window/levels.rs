use im_error_l10n::{ErrorKind, ErrorType};
use im_error_l10n_egui::Level;

#[test]
fn harmless_kinds_are_infos() {
    for error in [ErrorType::Success, ErrorType::IsFriend] {
        assert_eq!(Level::of(error.kind()), Level::Info, "{error}");
    }
}

#[test]
fn kinds_that_the_user_can_resolve_are_warnings() {
    for error in [ErrorType::FrequencyLimit, ErrorType::NetworkError, ErrorType::NotFriend] {
        assert_eq!(Level::of(error.kind()), Level::Warning, "{error}");
    }
}

#[test]
fn unknown_codes_and_failures_are_errors() {
    assert_eq!(Level::of(ErrorKind::Unknown), Level::Error);
    for error in [ErrorType::InternalError, ErrorType::MemberBlock, ErrorType::ExpiredToken] {
        assert_eq!(Level::of(error.kind()), Level::Error, "{error}");
    }
}
