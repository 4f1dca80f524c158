//! The results of lookups, and chains as values.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::HashSet;
use std::thread;

use im_error_l10n::{ErrorCode, ErrorKind, ErrorType, LocaleChain, LocalizedMessage, Localizer};

#[test]
fn a_message_describes_its_code() {
    let message = Localizer::builtin().message(ErrorType::NotFriend, "zh-SG");
    assert_eq!(message.code(), ErrorCode::new(56));
    assert_eq!(message.error_type(), Some(ErrorType::NotFriend));
    assert_eq!(message.kind(), ErrorKind::FailedPrecondition);
    assert_eq!(message.text(), "不是好友");
    assert_eq!(message.to_string(), "不是好友");
    assert_eq!(format!("[{message:>6}]"), "[  不是好友]");
    assert_eq!(message.suggestion(), Some("请先添加对方为好友"));
    assert_eq!(message.locale(), "zh-CN");
    assert!(!message.is_fallback());
    assert_eq!(message.into_text(), "不是好友");
}

#[test]
fn an_unknown_code_has_a_message_in_the_best_locale() {
    for (tag, text, locale, is_fallback) in [
        ("zh", "未知错误（错误码：-7）", "zh-CN", false),
        ("en-AU", "An unknown error occurred (code -7).", "en-US", false),
        ("fr", "An unknown error occurred (code -7).", "en-US", true),
    ] {
        let message = Localizer::builtin().message(-7, tag);
        assert_eq!((message.text(), message.suggestion()), (text, None));
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
fn messages_differ_by_code_text_locale_and_fallback() {
    let localizer = Localizer::builtin();
    let message = localizer.message(56, "en");
    assert_eq!(message, localizer.message(56, "en-US"));
    assert_ne!(message, localizer.message(60, "en"));
    assert_ne!(message, localizer.message(56, "zh"));
    assert_ne!(message, localizer.message(56, "fr"));
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
    let chains: HashSet<LocaleChain> =
        [["zh", "en"], ["zh-SG", "en-GB"], ["en", "zh"], ["fr", "ja"], ["fr", "en"]]
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
    assert_eq!(localizer.locales().collect::<Vec<_>>(), ["en-US", "zh-CN"]);
    assert_eq!(localizer.default_locale(), "en-US");
    assert_eq!(
        format!("{localizer:?}"),
        r#"Localizer { locales: ["en-US", "zh-CN"], default_locale: "en-US", .. }"#
    );
    let chain = localizer.negotiate(["zh"]);
    assert_eq!(format!("{chain:?}"), r#"LocaleChain(["zh-CN", "en-US"])"#);
}

#[cfg(feature = "serde")]
#[test]
fn messages_are_serialized_with_all_fields() {
    let json = |code: i32, tag: &str| {
        serde_json::to_string(&Localizer::builtin().message(code, tag)).unwrap()
    };
    assert_eq!(
        json(56, "zh"),
        r#"{"code":56,"name":"NotFriend","kind":"failed-precondition","id":"error-not-friend","text":"不是好友","suggestion":"请先添加对方为好友","locale":"zh-CN","fallback":false}"#
    );
    assert_eq!(
        json(7, "fr"),
        r#"{"code":7,"name":null,"kind":"unknown","id":null,"text":"An unknown error occurred (code 7).","suggestion":null,"locale":"en-US","fallback":true}"#
    );
}
