//! How a message is chosen: by locale, by layer, and by whether it can be resolved.

#![cfg(feature = "fluent")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::borrow::Cow;

use im_error_l10n::{ErrorType, FluentArgs, Localizer, LocalizerBuilder, fluent_args};

/// Returns the embedded English text of a code.
fn english(code: i32) -> Cow<'static, str> {
    Localizer::builtin().text(code, "en-US")
}

fn french(source: &str) -> LocalizerBuilder {
    Localizer::builder().ftl("qaa", source)
}

#[test]
fn added_messages_take_precedence_over_embedded_ones() {
    let localizer = Localizer::builder()
        .ftl("zh-CN", "error-not-friend = 一\nerror-is-friend = 一")
        .ftl("zh-CN", "error-not-friend = 二\n    .suggestion = 三")
        .build()
        .unwrap();
    let message = localizer.message(ErrorType::NotFriend, "zh-CN");
    assert_eq!((message.text(), message.suggestion()), ("二", Some("三")));
    assert!(!message.is_fallback());
    // The whole message is replaced, because the embedded suggestion may not fit the new text.
    let message = localizer.message(ErrorType::IsFriend, "zh-CN");
    assert_eq!((message.text(), message.suggestion()), ("一", None));
    assert_eq!(localizer.text(ErrorType::Success, "zh-CN"), "成功");
    assert!(localizer.findings().is_empty());
}

#[test]
fn added_terms_are_used_by_embedded_messages() {
    let localizer =
        Localizer::builder().ftl("zh-CN", "-multimedia-plugin = 多媒体插件").build().unwrap();
    let text = localizer.text(ErrorType::MPUploadError, "zh");
    assert_eq!(text, "上传出错，需要 多媒体插件。");
    assert_eq!(localizer.text(ErrorType::MPUploadError, "en-US"), english(10004));
}

#[test]
fn missing_messages_come_from_the_next_locale() {
    let localizer = french("error-success = Réussi").build().unwrap();
    let chain = localizer.negotiate(["qaa-CA", "zh"]);
    assert_eq!(chain.locales().collect::<Vec<_>>(), ["qaa", "zh-CN", "en-US"]);
    let success = chain.message(0);
    assert_eq!((success.text(), success.locale()), ("Réussi", "qaa"));
    let other = chain.message(56);
    assert_eq!((other.text(), other.locale()), ("不是好友", "zh-CN"));
    assert_eq!(other.suggestion(), Localizer::builtin().message(56, "zh-CN").suggestion());
    assert!(!other.is_fallback());
    let english = localizer.message(56, "qaa");
    assert_eq!((english.locale(), english.is_fallback()), ("en-US", true));
}

#[test]
fn messages_that_cannot_be_resolved_count_as_missing() {
    for broken in [
        "error-not-friend = Plus de { $limit } amis",
        "error-not-friend = { error-nothing }",
        "error-not-friend = { -nothing }",
        "error-not-friend = { error-success.nothing }",
        "error-not-friend = { NUMBER($code) }",
        "error-not-friend = { error-is-friend }\nerror-is-friend = { error-not-friend }",
        "error-not-friend = Bien\n    .suggestion = Plus de { $limit }",
        "error-not-friend =\n    .suggestion = Ajoutez-le",
        "error-not-friend = { \"\" }",
        "error-not-friend = { \" \" }{ \"\\u000A\" }",
    ] {
        let localizer = french(broken).build().unwrap();
        let message = localizer.message(56, "qaa");
        assert_eq!(message.text(), english(56), "{broken}");
        assert_eq!(message.suggestion(), Localizer::builtin().message(56, "en-US").suggestion());
        assert_eq!((message.locale(), message.is_fallback()), ("en-US", true));
    }
}

#[test]
fn the_embedded_message_replaces_a_broken_added_one() {
    let localizer =
        Localizer::builder().ftl("zh-CN", "error-not-friend = { $limit } 个").build().unwrap();
    let chain = localizer.negotiate(["zh"]);
    assert_eq!(chain.text(56), "不是好友");
    assert_eq!(chain.text_with(56, &fluent_args!["limit" => 5]), "5 个");
    assert_eq!(chain.text_with(56, &FluentArgs::new()), "不是好友");
    // A lookup does not affect the next one.
    assert_eq!(chain.text(56), "不是好友");
}

#[test]
fn every_message_has_the_variables_code_and_name() {
    let source = "error-not-friend = { $name } ({ $code })\n    .suggestion = { $code }?
error-unknown = { $name } { $code } { $code ->\n    [7] sept\n   *[other] autre\n }";
    let localizer = french(source).build().unwrap();
    let message = localizer.message(56, "qaa");
    assert_eq!((message.text(), message.suggestion()), ("NotFriend (56)", Some("56?")));
    assert_eq!(localizer.text(7, "qaa"), "Unknown 7 sept");
    assert_eq!(localizer.text(-8, "qaa"), "Unknown -8 autre");
    // The caller's win: an application calls a person `$name`.
    let chain = localizer.negotiate(["qaa"]);
    let args = fluent_args!["code" => 1, "name" => "x"];
    assert_eq!(chain.text_with(56, &args), "x (1)");
    assert_eq!(chain.text_with(7, &args), "x 1 autre");
}

#[test]
fn arguments_reach_value_and_suggestion() {
    let source = "error-touch-limit = { $limit } max.\n    .suggestion = Retirez-en { $over }.";
    let localizer = french(source).build().unwrap();
    let chain = localizer.negotiate(["qaa"]);
    let message = chain.message_with(18, &fluent_args!["limit" => 5, "over" => "deux"]);
    assert_eq!((message.text(), message.suggestion()), ("5 max.", Some("Retirez-en deux.")));
    assert_eq!((message.locale(), message.is_fallback()), ("qaa", false));
    let message = chain.message_with(18, &fluent_args!["limit" => 5]);
    assert_eq!((message.text(), message.locale()), (&*english(18), "en-US"));
}

#[test]
fn texts_are_one_line() {
    let source =
        "error-not-friend =\n    Vous n’êtes\n\n    pas amis.\nerror-is-friend = a{ $who }b";
    let localizer = french(source).build().unwrap();
    let chain = localizer.negotiate(["qaa"]);
    assert_eq!(chain.text(56), "Vous n’êtes pas amis.");
    let args = fluent_args!["who" => "\u{7}x\r\n\u{2028}y\t"];
    assert_eq!(chain.text_with(60, &args), "a x y b");
    // Every character that breaks a line or controls a terminal, once and twice.
    let breaks = (0..0x20).chain(0x7f..0xa0).chain([0x2028, 0x2029]);
    for c in breaks.map(|c| char::from_u32(c).unwrap()) {
        for breaks in [format!("{c}"), format!("{c}{c}")] {
            let args = fluent_args!["who" => breaks.as_str()];
            assert_eq!(chain.text_with(60, &args), "a b", "{c:?}");
        }
    }
    let args = fluent_args!["who" => "\u{a0}\u{e9}\u{2027}"];
    assert_eq!(chain.text_with(60, &args), "a\u{a0}\u{e9}\u{2027}b");
}

#[test]
fn attributes_can_be_referenced_and_can_select() {
    let localizer = french(
        "-ami = ami\n    .genre = { $genre }\n-genre = f\n    .genre = f\n\
         error-is-friend = Déjà\n    .suggestion = Rien\n\
         error-not-friend = { error-is-friend.suggestion }\n\
         error-success = { -genre.genre ->\n    [f] Réussie\n   *[m] Réussi\n }\n\
         error-touch-limit = { -ami.genre ->\n   *[m] Assez\n }",
    );
    let localizer = localizer.build().unwrap();
    assert_eq!(localizer.text(ErrorType::NotFriend, "qaa"), "Rien");
    assert_eq!(localizer.text(ErrorType::Success, "qaa"), "Réussie");
    // A term cannot see the message's variables, so its attribute selects the default.
    assert_eq!(localizer.text(ErrorType::TouchLimit, "qaa"), "Assez");
}

#[test]
fn cycles_through_attributes_are_rejected() {
    for circle in [
        "error-success = { error-success.suggestion }\n    .suggestion = { error-success }",
        "error-success = { -t }\n-t = { -t.k ->\n   *[a] b\n }\n    .k = { -t }",
    ] {
        let localizer = french(circle).build().unwrap();
        assert_eq!(localizer.text(0, "qaa"), english(0), "{circle}");
    }
}

#[test]
fn positional_arguments_of_a_term_are_ignored() {
    let source =
        |argument: &str| format!("-t = {{ $n }} t\nx = y\nerror-success = {{ -t({argument}) }}");
    let text =
        |argument: &str| french(&source(argument)).build().unwrap().text(0, "qaa").into_owned();
    assert_eq!(text("n: 5"), "5 t");
    assert_eq!(text("\"a\", $code, n: \"b\""), "b t");
    assert_eq!(text("{ x }, n: 5"), "5 t");
    assert_eq!(text("x, n: 5"), "5 t");
}

#[test]
fn texts_are_trimmed_and_bounded() {
    let localizer = french("error-success = { \" \" }Réussi { $who }{ \" \" }").build().unwrap();
    let chain = localizer.negotiate(["qaa"]);
    assert_eq!(chain.text_with(0, &fluent_args!["who" => "!"]), "Réussi !");
    let long = "x".repeat((1 << 16) - "  Réussi".len());
    let text = chain.text_with(0, &fluent_args!["who" => long.as_str()]);
    assert_eq!(text, english(0));
    let text = chain.text_with(0, &fluent_args!["who" => &long[1..]]);
    assert_eq!(text.len(), (1 << 16) - 2);
}

#[test]
fn isolation_is_off_by_default() {
    let source = "error-touch-limit = Pour { $who } seul";
    let args = fluent_args!["who" => "דנה"];
    let without = french(source).build().unwrap();
    assert_eq!(without.negotiate(["qaa"]).text_with(18, &args), "Pour דנה seul");
    let with = french(source).bidi_isolation(true).build().unwrap();
    assert_eq!(with.negotiate(["qaa"]).text_with(18, &args), "Pour \u{2068}דנה\u{2069} seul");
    assert_eq!(with.text(99999, "en-US"), english(99999).replace("99999", "\u{2068}99999\u{2069}"));
}

#[test]
fn english_answers_if_the_default_locale_lacks_a_message() {
    let localizer = french("error-success = Réussi").default_locale("qaa").build().unwrap();
    let chain = localizer.negotiate(["qab"]);
    assert_eq!(chain.locales().collect::<Vec<_>>(), ["qaa"]);
    assert_eq!((chain.text(0), chain.message(0).is_fallback()), ("Réussi".into(), true));
    let message = chain.message(56);
    assert_eq!((message.locale(), message.is_fallback()), ("en-US", true));
    assert_eq!(message.text(), english(56));
    assert_eq!(chain.text(99999), english(99999));
}

#[test]
fn without_embedded_messages_the_text_is_the_name() {
    let localizer =
        french("error-success = Réussi").without_embedded().default_locale("qaa").build().unwrap();
    assert_eq!(localizer.locales().collect::<Vec<_>>(), ["qaa"]);
    let message = localizer.message(56, "en");
    assert_eq!((message.text(), message.locale()), ("NotFriend (56)", "qaa"));
    assert!(message.is_fallback());
    assert_eq!(localizer.text(99999, "qaa"), "99999");
    assert!(localizer.message(99999, "qaa").is_fallback());
}

#[test]
fn text_and_message_agree_in_every_lookup() {
    let localizer = Localizer::builtin();
    for locale in ["zh-CN", "en-US", "zh-Hans", "qaa", ""] {
        let chain = localizer.negotiate([locale]);
        let copy = chain.clone();
        for code in ErrorType::ALL.iter().map(|error| error.code()).chain([-1, 7, 99999]) {
            let message = chain.message(code);
            assert_eq!(chain.text(code), message.text());
            assert_eq!(copy.text(code), message.text());
            assert_eq!(localizer.text(code, locale), message.text());
            assert_eq!(localizer.message(code, locale), message);
            let args = fluent_args!["other" => "argument"];
            assert_eq!(chain.text_with(code, &args), message.text());
            assert_eq!(chain.message_with(code, &args), message);
        }
    }
    assert_eq!(format!("{:?}", localizer.negotiate(["zh"])), r#"LocaleChain(["zh-CN", "en-US"])"#);
}

/// During resolution, private-use characters represent the code and the name.
#[test]
fn error_unknown_can_contain_any_character() {
    for character in ['\u{f8f0}', '\u{f8f1}', '\u{e000}', '\u{10fffd}'] {
        let source = format!("error-unknown = {character} {{ $code }} {character}{{ $name }}");
        let localizer = french(&source).build().unwrap();
        let text = format!("{character} 7 {character}Unknown");
        assert_eq!(localizer.text(7, "qaa"), text, "{character:?}");
        let source =
            format!("-t = {{ \"\\U{:06X}\" }}\nerror-unknown = {{ -t }}!", u32::from(character));
        let localizer = french(&source).build().unwrap();
        assert_eq!(localizer.text(7, "qaa"), format!("{character}!"), "{character:?}");
    }
}

#[test]
fn error_unknown_can_select_by_code() {
    let select = "{ $code ->\n    [1] one\n    [one] also one\n   *[other] other\n }";
    for (value, seven, minus_eight) in [
        ("Erreur { $code }", "Erreur 7", "Erreur -8"),
        ("{ $code }{ $code } { $name }", "77 Unknown", "-8-8 Unknown"),
        (&format!("x {select}"), "x other", "x other"),
        ("-t", "-t", "-t"),
        ("{ quoted }", "n. 7", "n. -8"),
        ("{ -after }", "x7", "x-8"),
        ("\n    Erreur\n    { $code }", "Erreur 7", "Erreur -8"),
        ("{ $code }\n    { $code }", "7 7", "-8 -8"),
    ] {
        let source = format!(
            "-inner = x\n-after = {{ -inner }}{{ $code }}\nquoted = n. {{ $code }}\nerror-unknown = {value}\n    \
             .suggestion = {value}"
        );
        let localizer = french(&source).build().unwrap();
        for (code, expected) in [(7, seven), (-8, minus_eight)] {
            let message = localizer.message(code, "qaa");
            assert_eq!(
                (message.text(), message.suggestion()),
                (expected, Some(expected)),
                "{value}"
            );
        }
        assert!(localizer.findings().is_empty(), "{value}");
    }
}
