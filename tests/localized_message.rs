//! The results of lookups, and chains as values.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::borrow::Cow;
use std::collections::HashSet;
use std::thread;

use im_error_l10n::{ErrorCode, ErrorKind, ErrorType, LocaleChain, LocalizedMessage, Localizer};

/// Returns the embedded English text of a code.
fn english(code: i32) -> Cow<'static, str> {
    Localizer::builtin().text(code, "en-US")
}

#[test]
fn a_message_describes_its_code() {
    let message = Localizer::builtin().message(ErrorType::NotFriend, "zh-Hans-CN");
    assert_eq!(message.code(), ErrorCode::new(56));
    assert_eq!(message.error_type(), Some(ErrorType::NotFriend));
    assert_eq!(message.kind(), ErrorKind::FailedPrecondition);
    assert_eq!(message.name(), Some("NotFriend"));
    assert_eq!(message.message_id(), Some("error-not-friend"));
    assert!(!message.is_retryable());
    assert!(Localizer::builtin().message(ErrorType::NetworkError, "zh").is_retryable());
    assert_eq!(message.text(), "不是好友");
    assert_eq!(message.to_string(), "不是好友");
    assert_eq!(format!("[{message:>6}]"), "[  不是好友]");
    assert_eq!(message.locale(), "zh-CN");
    assert!(!message.is_fallback());
    assert_eq!(message.into_text(), "不是好友");
}

#[test]
fn an_unknown_code_has_a_message_in_the_best_locale() {
    for (tag, text, locale, is_fallback) in [
        ("zh", "未知错误（错误码：-7）".into(), "zh-CN", false),
        ("en-Latn-US", english(-7), "en-US", false),
        ("qaa", english(-7), "en-US", true),
    ] {
        let message = Localizer::builtin().message(-7, tag);
        assert_eq!(message.text(), text);
        assert_eq!((message.locale(), message.is_fallback()), (locale, is_fallback));
        assert_eq!((message.error_type(), message.kind()), (None, ErrorKind::Unknown));
        assert_eq!(Localizer::builtin().text(-7, tag), text);
    }
}

#[test]
fn an_owned_message_equals_the_borrowed_one_and_outlives_its_chain() {
    let mut owned: Vec<LocalizedMessage<'static>> = Vec::new();
    for code in [56, 0, 99999] {
        let chain = Localizer::builtin().negotiate(["zh"]);
        let message = chain.message(code);
        owned.push(message.clone().into_owned());
        assert_eq!(owned.last(), Some(&message));
    }
    let texts: Vec<_> = owned.into_iter().map(LocalizedMessage::into_text).collect();
    assert_eq!(texts, ["不是好友", "成功", "未知错误（错误码：99999）"]);
}

#[test]
fn parts_outlive_the_message_without_a_copy() {
    let chain = Localizer::builtin().negotiate(["zh"]);
    for error in ErrorType::ALL {
        let message = chain.message(*error);
        let (text, suggestion) = chain.message(*error).into_parts();
        assert_eq!((&*text, suggestion.as_deref()), (message.text(), message.suggestion()));
        assert!(matches!(text, Cow::Borrowed(_)));
    }
    let (text, suggestion) = chain.message(99999).into_owned().into_parts();
    assert_eq!((&*text, suggestion), ("未知错误（错误码：99999）", None));
}

#[test]
fn messages_differ_by_code_text_locale_and_fallback() {
    let localizer = Localizer::builtin();
    let message = localizer.message(56, "en-US");
    assert_eq!(message, localizer.message(56, "en-Latn-US"));
    assert_ne!(message, localizer.message(60, "en-US"));
    assert_ne!(message, localizer.message(56, "zh"));
    assert_ne!(message, localizer.message(56, "qaa"));
}

#[test]
fn chains_are_owned_and_can_cross_threads() {
    let chain = Localizer::builtin().negotiate(["zh"]);
    let text = thread::spawn(move || chain.text(56).into_owned()).join().unwrap();
    assert_eq!(text, "不是好友");
}

#[test]
fn chains_with_the_same_localizer_and_locales_are_equal() {
    let localizer = Localizer::builtin();
    let chains: HashSet<LocaleChain> = [
        ["zh-CN", "en-US"],
        ["zh-Hans-CN", "en-Latn-US"],
        ["en-US", "zh-CN"],
        ["qaa", "art-x-a"],
        ["qaa", "en-US"],
    ]
    .into_iter()
    .map(|wanted| localizer.negotiate(wanted))
    .collect();
    // zh-CN then en-US; en-US then zh-CN; en-US as the fallback; en-US as requested.
    assert_eq!(chains.len(), 4);
    assert_eq!(localizer.negotiate(["zh"]), localizer.clone().negotiate(["zh"]));
}

#[test]
fn debug_output_names_the_locales() {
    let localizer = Localizer::builtin();
    let locales: Vec<_> = localizer.locales().collect();
    assert!(locales.contains(&"en-US") && locales.contains(&"zh-CN"), "{locales:?}");
    assert_eq!(localizer.default_locale(), "en-US");
    assert_eq!(
        format!("{localizer:?}"),
        format!(r#"Localizer {{ locales: {locales:?}, default_locale: "en-US", .. }}"#)
    );
    let chain = localizer.negotiate(["zh"]);
    let locales: Vec<_> = chain.locales().collect();
    assert_eq!(format!("{chain:?}"), format!("LocaleChain({locales:?})"));
}

#[cfg(feature = "serde")]
#[test]
fn messages_are_serialized_with_all_fields() {
    let json = |code: i32, tag: &str| {
        let message = Localizer::builtin().message(code, tag);
        let quoted = |text: Option<&str>| serde_json::to_string(&text).unwrap();
        let text = quoted(Some(message.text()));
        let suggestion = quoted(message.suggestion());
        (serde_json::to_string(&message).unwrap(), text, suggestion)
    };
    let (found, _, suggestion) = json(56, "zh");
    let expected = format!(
        r#"{{"code":56,"name":"NotFriend","kind":"failed-precondition","id":"error-not-friend","text":"不是好友","suggestion":{suggestion},"retryable":false,"locale":"zh-CN","fallback":false}}"#
    );
    assert_eq!(found, expected);
    let (found, text, suggestion) = json(7, "qaa");
    let expected = format!(
        r#"{{"code":7,"name":null,"kind":"unknown","id":null,"text":{text},"suggestion":{suggestion},"retryable":false,"locale":"en-US","fallback":true}}"#
    );
    assert_eq!(found, expected);
}

#[test]
fn localizers_survive_a_caught_panic() {
    fn is_unwind_safe<T: std::panic::UnwindSafe + std::panic::RefUnwindSafe>() {}
    is_unwind_safe::<Localizer>();
    is_unwind_safe::<im_error_l10n::LocaleChain>();
}
