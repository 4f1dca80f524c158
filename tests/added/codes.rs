//! Codes that an application adds: `error-<number>`.

use im_error_l10n::{ErrorCode, ErrorKind, Localizer, fluent_args};

use super::{findings, french};

#[test]
fn a_code_of_the_application_has_a_message() {
    let source = "error-64 = Trop tard\n    .suggestion = Réessayez\nerror--5 = Négatif { $code }\n\
                  error-2147483647 = Le plus grand\nerror--2147483648 = Le plus petit\n\
                  error-20001 = { $name } attend { $n } s";
    let localizer = french(source);
    assert_eq!(findings(&localizer), [""; 0]);
    let message = localizer.message(64, "qaa");
    assert_eq!((message.text(), message.suggestion()), ("Trop tard", Some("Réessayez")));
    assert_eq!((message.locale(), message.is_fallback()), ("qaa", false));
    assert_eq!((message.error_type(), message.kind()), (None, ErrorKind::Unknown));
    assert_eq!(localizer.text(-5, "qaa"), "Négatif -5");
    assert_eq!(localizer.text(i32::MAX, "qaa"), "Le plus grand");
    assert_eq!(localizer.text(i32::MIN, "qaa"), "Le plus petit");
    let chain = localizer.negotiate(["qaa"]);
    assert_eq!(chain.text_with(20001, &fluent_args!["n" => 5]), "Unknown attend 5 s");
    assert_eq!(chain.text_with(20001, &fluent_args!["n" => 5, "name" => "Léa"]), "Léa attend 5 s");
    // Without its argument it is missing, so the code is unknown.
    let unknown = Localizer::builtin().text(20001, "en-US");
    assert_eq!(chain.text(20001), unknown);
    assert_eq!(chain.message(20001).locale(), "en-US");
    assert_eq!(ErrorCode::new(64).to_string(), "64");
}

#[test]
fn a_code_of_the_application_falls_back_as_others_do() {
    let localizer = Localizer::builder()
        .ftl("zh-CN", "error-64 = 六十四")
        .ftl("en-US", "error-64 = Sixty-four\nerror-65 = Sixty-five")
        .ftl("en-US", "error-64 = 64 at last\nerror-66 = { $x }")
        .ftl("qaa", "error-unknown = Inconnu")
        .build()
        .unwrap();
    assert_eq!(localizer.text(64, "zh-Hans-CN"), "六十四");
    assert_eq!(localizer.text(64, "en-US"), "64 at last");
    // The message of another locale says more than the number alone.
    for locale in ["zh-CN", "qaa", "art-x-none"] {
        let message = localizer.message(65, locale);
        assert_eq!((message.text(), message.locale()), ("Sixty-five", "en-US"), "{locale}");
        assert!(message.is_fallback());
    }
    // A code that nobody has gets the best locale's text for unknown codes.
    for code in [66, 67] {
        assert_eq!(localizer.message(code, "qaa").text(), "Inconnu");
        assert_eq!(localizer.message(code, "zh").locale(), "zh-CN");
    }
}

#[test]
fn a_number_that_is_no_code_of_the_application_is_reported() {
    for (id, finding) in [
        ("error-56", "the message for code 56 is `error-not-friend`; write that for `error-56`"),
        ("error-056", "the message for code 56 is `error-not-friend`; write that for `error-056`"),
        ("error--0", "the message for code 0 is `error-success`; write that for `error--0`"),
        ("error-064", "`error-064` is for no code; write it without leading zeros: `error-64`"),
        ("error--05", "`error--05` is for no code; write it without leading zeros: `error--5`"),
        (
            "error-2147483648",
            "`error-2147483648` is for no code; codes are from -2147483648 to 2147483647",
        ),
        (
            "error--99999999999999999999",
            "`error--99999999999999999999` is for no code; codes are from -2147483648 to 2147483647",
        ),
        ("error-12a", "`error-12a` matches no error code"),
        ("error-", "`error-` matches no error code"),
    ] {
        let localizer = french(&format!("{id} = x"));
        let expected = format!("qaa/added-1.ftl:1:1: error: {finding} [unknown-message]");
        assert_eq!(findings(&localizer), [expected], "{id}");
        assert_ne!(localizer.text(64, "qaa"), "x");
    }
    // A sign is no part of an id.
    let expected = "qaa/added-1.ftl:1:7: error: expected `=` after the id, found `+` [syntax]";
    assert_eq!(findings(&french("error-+5 = x")), [expected]);
}
