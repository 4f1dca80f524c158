//! The parts of a message.

use super::{CHINESE, ENGLISH, changed, findings, source};

#[test]
fn missing_value() {
    assert_eq!(
        changed("error-not-friend = 不是好友", "error-not-friend ="),
        [
            "zh-CN.ftl:61:1: error: `error-not-friend` has attributes only; write its text behind `=` \
          [missing-value]"
        ]
    );
    let english = ENGLISH
        .replace("error-not-friend = You and this user aren’t friends.", "error-not-friend =");
    assert!(findings(&english, CHINESE).contains(
        &"zh-CN.ftl:61:1: error: the source's `error-not-friend` has attributes only; remove this \
          text [missing-value]"
            .to_owned()
    ));
}

#[test]
fn attributes() {
    assert_eq!(
        changed("    .suggestion = 请先添加对方为好友\n", ""),
        ["zh-CN.ftl:61:1: error: `error-not-friend` lacks the `.suggestion` that the source has \
          [missing-attribute]"]
    );
    assert_eq!(
        changed("= 成功", "= 成功\n    .suggestion = 好"),
        ["zh-CN.ftl:12:6: error: the source's `error-success` has no `.suggestion`; remove it \
          [unknown-attribute]"]
    );
    assert_eq!(
        changed(".suggestion = 请先添加", ".sugestion = 请先添加"),
        [
            "zh-CN.ftl:61:1: error: `error-not-friend` lacks the `.suggestion` that the source has \
             [missing-attribute]",
            "zh-CN.ftl:62:6: error: the source's `error-not-friend` has no `.sugestion`; did you mean \
             `.suggestion`? [unknown-attribute]",
        ]
    );
    assert_eq!(
        source(".suggestion = Sign in again.", ".sugestion = Sign in again."),
        ["en-US.ftl:17:6: error: nothing shows `.sugestion`; did you mean `.suggestion`? \
          [unknown-attribute]"]
    );
    assert_eq!(
        source(".suggestion = Sign in again.", ".hint = Sign in again."),
        ["en-US.ftl:17:6: error: nothing shows `.hint`; the only attribute is `.suggestion` \
          [unknown-attribute]"]
    );
}

#[test]
fn empty_text() {
    for empty in [
        "{ \"\" }",
        "{ \" \" }{ \"\" }",
        "{ { \"\" } }",
        "{ $code ->\n    [1] x\n   *[other] { \"\" }\n }",
    ] {
        let found = changed("= 成功", &format!("= {empty}"));
        let told = "zh-CN.ftl:11:1: error: this text is empty, or one of its variants is; a toast \
                    must say something [empty-text]";
        assert!(found.iter().any(|it| it == told), "{empty}: {found:?}");
    }
    let found = changed(".suggestion = 请先添加对方为好友", ".suggestion = { \"\" }");
    assert!(found[0].starts_with("zh-CN.ftl:62:6: error: this text is empty"), "{found:?}");
}
