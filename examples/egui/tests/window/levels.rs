use im_error_l10n::{ErrorKind, ErrorType};
use im_error_l10n_egui::Level;

#[test]
fn success_and_what_the_user_did_are_no_alarm() {
    for error in [ErrorType::Success, ErrorType::InvalidRequest, ErrorType::IsFriend] {
        assert_eq!(Level::of(error.kind()), Level::Info, "{error}");
    }
}

#[test]
fn what_can_be_tried_again_is_a_warning() {
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
