//! Messages of the application and of the crate, with both approaches.

use fluent_bundle::{FluentArgs, FluentError};
use im_error_l10n::{ErrorCode, ErrorType, Localizer};
use im_error_l10n_fluent_app::Toast;
use im_error_l10n_fluent_app::embed::Loaders;
use im_error_l10n_fluent_app::plain::{CHAT, Messages};

fn both(wanted: &[&str]) -> (Messages, Loaders) {
    (Messages::new(wanted, &CHAT).unwrap(), Loaders::new(wanted).unwrap())
}

#[test]
fn every_code_has_the_localizers_message() {
    for wanted in [&["zh-Hans-SG", "en"][..], &["en-GB"], &["zh-TW"], &["tlh"], &[]] {
        let chain = Localizer::builtin().negotiate(wanted);
        let (messages, loaders) = both(wanted);
        let mut codes: Vec<ErrorCode> = ErrorType::ALL.iter().map(ErrorCode::from).collect();
        codes.extend([-1, 99_999, i32::MIN].map(ErrorCode::new));
        for code in codes {
            let message = chain.message(code);
            let expected = Toast {
                text: message.text().to_owned(),
                suggestion: message.suggestion().map(str::to_owned),
            };
            assert_eq!(messages.error(code).as_ref(), Some(&expected), "{code} {wanted:?}");
            assert_eq!(loaders.error(code), expected, "{code} {wanted:?}");
        }
    }
}

#[test]
fn the_applications_own_messages_are_in_the_same_language() {
    for (wanted, title) in [("zh-Hans", "与Li聊天"), ("zh-TW", "Chat with Li")] {
        let (messages, loaders) = both(&[wanted]);
        let args = FluentArgs::from_iter([("friend", "Li")]);
        assert_eq!(messages.text("chat-title", &args).as_deref(), Some(title));
        loaders.chat.set_use_isolating(false);
        assert_eq!(loaders.chat.get_args_fluent("chat-title", Some(&args)), title);
    }
}

#[test]
fn a_message_can_reference_the_crates_in_one_bundle() {
    let none = FluentArgs::new();
    let (messages, _) = both(&["en"]);
    let network_error = Localizer::builtin().text(ErrorType::NetworkError, "en");
    let text = messages.text("chat-offline", &none);
    assert_eq!(text, Some(format!("Offline. {network_error}")));
    let (messages, _) = both(&["zh"]);
    assert_eq!(messages.text("chat-offline", &none).as_deref(), Some("离线：网络错误"));
}

#[test]
fn loading_fails_if_both_define_an_id() {
    for (source, expected) in [
        ("error-unknown = Oops", "error-unknown"),
        ("-multimedia-plugin = Oops", "multimedia-plugin"),
    ] {
        let Err(errors) = Messages::new(&["en"], &[("en-US", source)]) else {
            panic!("{source} does not collide");
        };
        let [FluentError::Overriding { id, .. }] = &errors[..] else { panic!("{errors:?}") };
        assert_eq!(id, expected);
    }
}

#[test]
fn ids_in_separate_loaders_do_not_collide() {
    let (_, loaders) = both(&["en"]);
    assert!(loaders.errors.has("error-unknown"));
    assert!(!loaders.chat.has("error-unknown"));
    assert!(!loaders.errors.has("chat-title"));
}

#[test]
fn every_id_in_the_crate_starts_with_error() {
    for (locale, source) in im_error_l10n::sources() {
        let mut ids = 0;
        for line in source.lines() {
            if let Some((id, _)) = line.split_once(" =")
                && !line.starts_with(['#', ' '])
            {
                assert!(id.starts_with("error-") || id == "-multimedia-plugin", "{locale}: {id}");
                ids += 1;
            }
        }
        // 47 codes, `error-unknown` and the term.
        assert_eq!(ids, 49, "{locale}");
    }
}
