//! Every rule of the linter: what it finds, where, in which words, and what it lets pass.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use im_error_l10n::ErrorType;
use im_error_l10n::lint::{File, Rule, Scope, Severity, lint};

/// The source, as embedded.
const ENGLISH: &str = include_str!("../locales/en-US/errors.ftl");
/// A complete translation.
const CHINESE: &str = include_str!("../locales/zh-CN/errors.ftl");

/// Lints a folder of the embedded English and this Chinese, and gives the findings as text.
fn chinese(text: impl Into<Vec<u8>>) -> Vec<String> {
    folder(&[("en-US", ENGLISH.as_bytes().to_vec()), ("zh-CN", text.into())])
}

/// Lints a folder of this English only.
fn english(text: impl Into<Vec<u8>>) -> Vec<String> {
    folder(&[("en-US", text.into())])
}

fn folder(files: &[(&str, Vec<u8>)]) -> Vec<String> {
    let file =
        |(tag, bytes): &(&str, Vec<u8>)| File::new(*tag, format!("{tag}.ftl"), bytes.clone());
    let files: Vec<_> = files.iter().map(file).collect();
    lint(&files, Scope::Complete).iter().map(ToString::to_string).collect()
}

/// The complete translation with one thing changed.
fn changed(from: &str, to: &str) -> Vec<String> {
    assert!(CHINESE.contains(from), "{from}");
    chinese(CHINESE.replacen(from, to, 1))
}

#[test]
fn a_complete_folder_has_no_findings() {
    assert_eq!(chinese(CHINESE), [""; 0]);
    assert_eq!(chinese(CHINESE.replace('\n', "\r\n")), [""; 0]);
}

#[test]
fn syntax() {
    assert_eq!(
        changed("error-success = 成功", "error-success 成功"),
        ["zh-CN.ftl:11:15: error: expected `=` behind the id; this is `成` [syntax]"]
    );
    assert_eq!(
        changed("= 成功", "= { $code"),
        [
            "zh-CN.ftl:11:24: error: expected `}` to close the placeable; the line ends here [syntax]"
        ]
    );
    assert_eq!(
        changed("= 成功", "= }成功"),
        [
            "zh-CN.ftl:11:17: error: this `}` closes nothing; to show a brace, write `{ \"}\" }` [syntax]"
        ]
    );
    assert_eq!(
        changed("= 成功", "= { $code -> [one] 成功 }"),
        ["zh-CN.ftl:11:28: error: expected the end of the line; this is `[` [syntax]"]
    );
    assert_eq!(
        changed("= 成功", "= { $code ->\n    [one] 成功\n }"),
        ["zh-CN.ftl:13:2: error: this selection has no default variant; mark one with `*`, as in \
          `*[other]` [syntax]"]
    );
    assert_eq!(
        changed("= 成功", "= { \"成功 }"),
        ["zh-CN.ftl:11:24: error: this quoted text has no closing `\"` on its line [syntax]"]
    );
    assert_eq!(
        changed("= 成功", "= { \"\\x\" }"),
        [
            "zh-CN.ftl:11:20: error: `\\x` is no escape; there are `\\\\`, `\\\"`, `\\u` with four and \
          `\\U` with six hexadecimal digits [syntax]"
        ]
    );
    assert_eq!(
        changed("= 成功", "= { }"),
        [
            "zh-CN.ftl:11:19: error: expected a variable (`$code`), a term (`-multimedia-plugin`) or \
          quoted text; this is `}` [syntax]"
        ]
    );
    assert_eq!(
        changed("= 成功", "="),
        ["zh-CN.ftl:11:1: error: nothing stands behind `error-success =`; write the text there \
          [syntax]"]
    );
    assert_eq!(
        changed("error-success = 成功", "错误 = 成功"),
        [
            "zh-CN.ftl:11:1: error: expected a name of letters from a to z, digits, `-` and `_`; \
             this is `错` [syntax]",
            "zh-CN.ftl:13:1: error: there is no message `error-success` for code 0; it belongs at the \
             beginning [missing-message]",
        ]
    );
}

#[test]
fn a_syntax_error_hides_nothing_behind_it() {
    let text = CHINESE
        .replace("error-success = 成功", "error-success = {")
        .replace("error-network-error = 网络错误", "error-network-error = 网络错误<br>")
        .replace("error-mp-not-file-msg = 不", "error-mp-not-file-msg 不");
    let rules: Vec<_> =
        chinese(text).iter().map(|it| it.rsplit(' ').next().unwrap().to_owned()).collect();
    assert_eq!(rules, ["[syntax]", "[markup]", "[syntax]"]);
}

#[test]
fn encoding() {
    assert_eq!(
        chinese(format!("\u{feff}{CHINESE}")),
        ["zh-CN.ftl:1:1: error: the file begins with a byte order mark, which hides its first \
          message from other tools; save it as UTF-8 without BOM [bom]"]
    );
    assert_eq!(
        chinese([b"error-success = \xe6\x88\x90\nerror-is-friend = \xb3\xc9".as_slice()].concat()),
        ["zh-CN.ftl:2:19: error: these bytes are not UTF-8, and the file is not used; save it as \
          UTF-8 [not-utf8]"]
    );
    assert_eq!(
        changed("= 成功", "= 成\u{fffd}功"),
        [
            "zh-CN.ftl:11:18: error: this is U+FFFD, left where a character could not be read; write \
          what was meant [not-utf8]"
        ]
    );
    let deep = format!("= {}1{}", "{".repeat(101), "}".repeat(101));
    assert_eq!(
        changed("= 成功", &deep),
        [
            "zh-CN.ftl:11:117: error: placeables are nested deeper than 100 here, and the file is not \
          used [too-deep]"
        ]
    );
    let large = format!("{CHINESE}{}", "# \n".repeat(1 << 19));
    assert_eq!(
        chinese(large),
        ["zh-CN.ftl:1:1: error: the file is over 1 MiB and is not used [too-large]"]
    );
}

#[test]
fn locale_folder() {
    let tag = |tag: &str| {
        let found = folder(&[("en-US", ENGLISH.into()), (tag, CHINESE.into())]);
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
            let found = if tag == "zh-CN" { chinese(without) } else { english(without) };
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
fn severities() {
    let warnings: Vec<_> = Rule::ALL
        .iter()
        .filter(|rule| rule.severity() == Severity::Warning)
        .map(|rule| rule.id())
        .collect();
    assert_eq!(
        warnings,
        [
            "missing-variable",
            "edge-space",
            "same-as-source",
            "straight-quote",
            "ellipsis",
            "brand",
            "order",
            "undocumented",
            "too-long",
            "source-changed",
            "unused-allow",
        ]
    );
    assert_eq!(Rule::ALL.len(), 31);
}
