//! Which messages there are, under which ids, and in which order.

use im_error_l10n::ErrorType;
use im_error_l10n::lint::{File, Rule, Scope, canonical_tag, known_id, lint};

use super::{CHINESE, ENGLISH, changed, chinese, findings, folder};

#[test]
fn locale_folder() {
    let tag = |tag: &str| {
        let found = folder(&[("en-US", ENGLISH.as_bytes()), (tag, CHINESE.as_bytes())]);
        found.into_iter().find(|it| it.ends_with("[locale-folder]"))
    };
    for good in ["zh-CN", "zh-Hant-HK", "es-419", "sr-Latn", "fil", "ca-valencia"] {
        assert_eq!(tag(good), None);
    }
    for (bad, right) in [("zh_CN", "zh-CN"), ("ZH-cn", "zh-CN"), ("cmn-CN", "zh-CN"), ("iw", "he")]
    {
        assert_eq!(
            tag(bad).unwrap(),
            format!(
                "{bad}.ftl:1:1: error: `{bad}` is not the canonical locale tag; rename the folder to \
                 `{right}` [locale-folder]"
            )
        );
    }
    assert_eq!(canonical_tag("ZH_tw").as_deref(), Some("zh-TW"));
    assert_eq!(canonical_tag("zhcn"), None);
    assert_eq!(
        tag("zhcn").unwrap(),
        "zhcn.ftl:1:1: error: `zhcn` is no locale tag; a tag is a language and, where needed, a \
         script and a region, as in `zh-CN` [locale-folder]"
    );
}

#[test]
fn a_forgotten_message_is_told_for_every_code_and_locale() {
    for error in ErrorType::ALL {
        let id = error.message_id();
        for (text, tag) in [(CHINESE, "zh-CN"), (ENGLISH, "en-US")] {
            let without = text.replace(&format!("\n{id} ="), "\n# forgotten =");
            let found = if tag == "zh-CN" {
                chinese(without)
            } else {
                folder(&[("en-US", without.as_bytes())])
            };
            let told = format!("error: there is no message `{id}` for code {};", error.code());
            assert!(found.iter().any(|it| it.contains(&told)), "{id} {tag}: {found:?}");
        }
    }
    assert_eq!(
        changed("\nerror-is-friend = 已经是好友了\n", ""),
        ["zh-CN.ftl:70:1: error: there is no message `error-is-friend` for code 60; it belongs \
          behind `error-update-frequent` [missing-message]"]
    );
    assert_eq!(
        changed("error-unknown = 未知错误（错误码：{ $code }）", ""),
        [
            "zh-CN.ftl:139:1: error: there is no message `error-unknown` for a number outside the table; \
          it belongs behind `error-mp-volume-exceed-upper-limit` [missing-message]"
        ]
    );
}

#[test]
fn unknown_message() {
    assert_eq!(
        changed("error-success = 成功", "error-success = 成功\n\nerror-sucess = 成功了"),
        [
            "zh-CN.ftl:13:1: error: `error-sucess` belongs to no code; did you mean `error-success`? \
          [unknown-message]"
        ]
    );
    assert_eq!(
        changed("error-success = 成功", "error-success = 成功\n\ngreeting = 你好"),
        ["zh-CN.ftl:13:1: error: `greeting` belongs to no code, and nothing shows it; remove it \
          [unknown-message]"]
    );
}

#[test]
fn id_style() {
    for id in
        ["error-NotFriend", "errorNotFriend", "error_not_friend", "not-friend", "error-notfriend"]
    {
        let found = changed("error-not-friend", id);
        let told = format!(
            "zh-CN.ftl:61:1: error: `{id}` is not written as ids are; write `error-not-friend` \
             [id-style]"
        );
        assert!(found.contains(&told), "{found:?}");
    }
}

#[test]
fn duplicate_message() {
    let again =
        |text: &str| changed("error-success = 成功", &format!("error-success = 成功\n{text}"));
    assert_eq!(
        again("error-success = 好"),
        [
            "zh-CN.ftl:12:1: error: `error-success` stands already in line 11; remove one of the two \
          [duplicate-message]"
        ]
    );
    assert_eq!(
        again("-multimedia-plugin = 插件"),
        [
            "zh-CN.ftl:12:2: error: `-multimedia-plugin` stands already in line 7; remove one of the \
          two [duplicate-message]"
        ]
    );
    assert_eq!(
        again("multimedia-plugin = 插件"),
        [
            "zh-CN.ftl:12:1: error: `multimedia-plugin` belongs to no code, and nothing shows it; \
             remove it [unknown-message]",
            "zh-CN.ftl:12:1: error: `multimedia-plugin` and `-multimedia-plugin` in line 7 have one \
             name [duplicate-message]",
        ]
    );
    assert_eq!(
        changed(
            "    .suggestion = 请重新登录",
            "    .suggestion = 请登录\n    .suggestion = 请重新登录"
        ),
        ["zh-CN.ftl:15:6: error: `.suggestion` stands twice in `error-invalid-token`; remove one \
          [duplicate-message]"]
    );
    assert_eq!(
        changed("= 成功", "= { $code ->\n    [0] 成功\n    [0] 完成\n   *[other] 好\n }"),
        ["zh-CN.ftl:13:6: error: the variant `[0]` stands twice; remove one [duplicate-message]"]
    );
    let files =
        ["a", "b"].map(|name| File::new("fr", format!("fr/{name}.ftl"), "error-success = x"));
    let found = lint(&files, Scope::Complete);
    let found = found.iter().find(|it| it.rule == Rule::DuplicateMessage).unwrap();
    assert_eq!(
        found.to_string(),
        "fr/b.ftl:1:1: error: `error-success` stands already in fr/a.ftl:1; remove one of the two \
         [duplicate-message]"
    );
}

#[test]
fn order() {
    let first = "error-success = 成功\n\n";
    let moved = CHINESE
        .replace(first, "")
        .replace("error-invalid-request", &format!("{first}error-invalid-request"));
    assert_eq!(
        findings(ENGLISH, &moved),
        [
            "zh-CN.ftl:16:1: warning: `error-success` is out of order; by the codes it belongs at the \
          beginning [order]"
        ]
    );
}

#[test]
fn an_id_is_known_or_the_nearest_is_named() {
    assert!(known_id("error-not-friend").is_ok());
    let told = |id: &str| known_id(id).unwrap_err().to_string();
    assert_eq!(
        told("error-not-freind"),
        "there is no message `error-not-freind`; did you mean `error-not-friend`?"
    );
    assert_eq!(told("error-qwerty"), "there is no message `error-qwerty`");
    assert_eq!(told("x\n"), "there is no message `x\\n`");
    let long = "error-not-friend".repeat(7);
    assert_eq!(told(&long), format!("there is no message `{long}`"));
}

/// A distance is dear, and nobody reads so many questions.
#[test]
fn the_nearest_name_is_asked_for_a_hundred_words() {
    let text = "error-sucess = x\n".repeat(101);
    let found = chinese(text);
    let is_unknown = |it: &&String| it.ends_with("[unknown-message]");
    let unknown: Vec<_> = found.iter().filter(is_unknown).collect();
    assert_eq!(unknown.len(), 101);
    let (asked, last) = unknown.split_at(100);
    assert!(asked.iter().all(|it| it.contains("did you mean `error-success`?")));
    assert!(last[0].contains("`error-sucess` belongs to no code, and nothing shows it"));
}
