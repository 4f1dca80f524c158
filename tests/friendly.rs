//! The overlay `examples/friendly`: the Chinese messages in people's language.

#![cfg(feature = "fluent")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::HashSet;

use im_error_l10n::{ErrorType, Localizer};

const TEXTS: &str = include_str!("../examples/friendly/zh-CN/errors.ftl");

#[test]
fn every_code_has_a_short_plain_text_of_its_own() {
    // Without the embedded messages, a code that is left out shows its name.
    let builder = Localizer::builder().without_embedded().default_locale("zh-CN");
    let localizer = builder.ftl("zh-CN", TEXTS).build().unwrap();
    assert!(localizer.findings().is_empty(), "{:?}", localizer.findings());
    assert_eq!(localizer.text(ErrorType::NotFriend, "zh-CN"), "对方还不是你的好友");
    let mut texts = HashSet::new();
    for error in ErrorType::ALL {
        let message = localizer.message(*error, "zh-CN");
        assert!(TEXTS.contains(&format!("{} = ", error.message_id())), "{error}");
        for text in [Some(message.text()), message.suggestion()].into_iter().flatten() {
            assert!(text.chars().count() <= 24, "{error}: {text}");
            assert!(!text.contains(|c: char| c.is_ascii()), "{error}: {text}");
            for word in ["频控", "业务", "参数", "鉴权"] {
                assert!(!text.contains(word), "{error}: {text}");
            }
        }
        assert!(!message.text().ends_with('。'), "{error}: {}", message.text());
        assert!(
            texts.insert(message.text().to_owned()),
            "{error}: {} is used twice",
            message.text()
        );
    }
}
