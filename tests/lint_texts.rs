//! The rules about what a text says and refers to.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use im_error_l10n::lint::{File, Scope, accept, lint, notes};

const ENGLISH: &str = include_str!("../locales/en-US/errors.ftl");
const CHINESE: &str = include_str!("../locales/zh-CN/errors.ftl");

/// Lints the embedded English and a Chinese with one thing changed.
fn changed(from: &str, to: &str) -> Vec<String> {
    assert!(CHINESE.contains(from), "{from}");
    findings(ENGLISH, &CHINESE.replacen(from, to, 1))
}

/// Lints an English with one thing changed.
fn source(from: &str, to: &str) -> Vec<String> {
    assert!(ENGLISH.contains(from), "{from}");
    let english = File::new("en-US", "en-US.ftl", ENGLISH.replacen(from, to, 1));
    lint(&[english], Scope::Complete).iter().map(ToString::to_string).collect()
}

fn findings(english: &str, chinese: &str) -> Vec<String> {
    let files =
        [File::new("en-US", "en-US.ftl", english), File::new("zh-CN", "zh-CN.ftl", chinese)];
    lint(&files, Scope::Complete).iter().map(ToString::to_string).collect()
}

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

#[test]
fn variables() {
    assert_eq!(
        changed("{ $code }", "{ $cdoe }"),
        [
            "zh-CN.ftl:144:1: warning: the source's text shows `{ $code }`, and this does not \
             [missing-variable]",
            "zh-CN.ftl:144:29: error: nobody passes `$cdoe`; did you mean `$code`? \
             [unknown-variable]",
        ]
    );
    assert_eq!(
        changed("= 成功", "= { $limit ->\n   *[other] 成功\n }"),
        [
            "zh-CN.ftl:11:20: error: nobody passes `$limit`: neither `$code` nor `$name` nor a variable \
          of the source's message [unknown-variable]"
        ]
    );
    assert_eq!(changed("= 成功", "= 成功 { $name } { $code }"), [""; 0]);
    // A variable of the source's own is known by its comment.
    let english = ENGLISH.replace(
        "error-touch-limit = The limit",
        "# $limit: how many are allowed.\nerror-touch-limit = The limit of { $limit }",
    );
    let chinese = CHINESE.replace("= 到达上限", "= 到达上限 { $limit }");
    assert_eq!(findings(&english, &chinese), [""; 0]);
    assert_eq!(
        findings(&english, CHINESE),
        ["zh-CN.ftl:30:1: warning: the source's text shows `{ $limit }`, and this does not \
          [missing-variable]"]
    );
    assert_eq!(
        source("The limit has", "The limit of { $cdoe } has"),
        [
            "en-US.ftl:42:37: error: nobody passes `$cdoe`; did you mean `$code`? [unknown-variable]",
            "en-US.ftl:42:37: warning: no comment over `error-touch-limit` says what `$cdoe` is \
             [undocumented]",
        ]
    );
}

#[test]
fn references() {
    assert_eq!(
        changed("需要 { -multimedia-plugin }", "需要 { -mulitmedia-plugin }"),
        ["zh-CN.ftl:127:41: error: nothing defines `-mulitmedia-plugin`; did you mean \
          `-multimedia-plugin`? [unknown-reference]"]
    );
    assert_eq!(
        changed("= 成功", "= { error-nothing-at-all }"),
        ["zh-CN.ftl:11:19: error: nothing defines `error-nothing-at-all` [unknown-reference]"]
    );
    assert_eq!(
        changed("= 成功", "= { error-is-friend.hint }"),
        ["zh-CN.ftl:11:19: error: `error-is-friend` has no attribute `.hint` [unknown-reference]"]
    );
    assert_eq!(changed("= 成功", "= 成功 { error-not-friend.suggestion }"), [""; 0]);
    assert_eq!(
        changed("= 成功", "= { error-is-friend }")
            .into_iter()
            .chain(changed("= 已经是好友了", "= { error-is-friend }"))
            .collect::<Vec<_>>(),
        ["zh-CN.ftl:73:21: error: `error-is-friend` refers to itself through `error-is-friend` \
          [unknown-reference]"]
    );
    let cycle = CHINESE
        .replace("= 成功", "= { error-is-friend }")
        .replace("= 已经是好友了", "= { error-flow-blocked }")
        .replace("= 流量封禁", "= { error-success }");
    let found = findings(ENGLISH, &cycle);
    assert_eq!(found.len(), 3, "{found:?}");
    assert_eq!(
        found[0],
        "zh-CN.ftl:11:19: error: `error-success` refers to itself through `error-is-friend` \
         [unknown-reference]"
    );
    assert_eq!(
        changed("= 成功", "= { NUMBER($code) }"),
        ["zh-CN.ftl:11:19: error: `NUMBER` cannot be called: there are no functions here \
          [unknown-function]"]
    );
}

#[test]
fn fullwidth_syntax() {
    for (wide, right) in [("｛", "{"), ("｝", "}"), ("＄", "$"), ("＝", "=")] {
        assert_eq!(
            changed("= 成功", &format!("= 成{wide}功")),
            [format!(
                "zh-CN.ftl:11:18: error: `{wide}` is a full-width character, which Fluent takes as \
                 text; write `{right}` [fullwidth-syntax]"
            )]
        );
    }
    assert_eq!(
        changed("error-success = 成功", "error-success ＝ 成功"),
        [
            "zh-CN.ftl:11:15: error: expected `=` behind the id; this is `＝` [syntax]",
            "zh-CN.ftl:11:15: error: `＝` is a full-width character, which Fluent takes as text; \
             write `=` [fullwidth-syntax]",
        ]
    );
}

#[test]
fn markup() {
    for (text, column, told) in [
        ("成<b>功</b>", 18, "`<` is markup, and a toast shows it raw; write plain text"),
        ("[成功](x)", 20, "`](` is markup, and a toast shows it raw; write plain text"),
        ("**成功**", 17, "`**` is markup, and a toast shows it raw; write plain text"),
        ("成`功`", 18, "``` is markup, and a toast shows it raw; write plain text"),
        ("成&lt;功", 18, "`&lt;` is markup, and a toast shows it raw; write plain text"),
        ("成&#39;功", 18, "`&#39;` is markup, and a toast shows it raw; write plain text"),
        ("成\u{7}功", 18, "a control character (U+0007), which a toast shows raw; remove it"),
        ("成\t功", 18, "a control character (U+0009), which a toast shows raw; remove it"),
        (
            "成\u{202e}功",
            18,
            "an invisible character (U+202E), which a toast shows raw or obeys; remove it",
        ),
        (
            "成\u{200b}功",
            18,
            "an invisible character (U+200B), which a toast shows raw or obeys; remove it",
        ),
        (
            "成{ \"\\u200F\" }功",
            21,
            "an invisible character (U+200F), which a toast shows raw or obeys; remove it",
        ),
        ("成\u{2028}功", 18, "this text has a line break, and a toast has one line; remove it"),
        (
            "成\n    功",
            18,
            "this text goes on in a second line, and a toast has one; join the lines",
        ),
    ] {
        let found = changed("= 成功", &format!("= {text}"));
        assert_eq!(found, [format!("zh-CN.ftl:11:{column}: error: {told} [markup]")]);
    }
    for fine in ["成 & 功;", "a_b_c", "R & D; 成功", "2 * 3", "成\u{200d}功"] {
        assert_eq!(changed("= 成功", &format!("= {fine}")), [""; 0]);
    }
}

#[test]
fn edge_space() {
    let start =
        "zh-CN.ftl:11:20: warning: a space at the start of the text; remove it [edge-space]";
    let end = "zh-CN.ftl:11:22: warning: a space at the end of the text; remove it [edge-space]";
    assert_eq!(changed("= 成功", "= { \" \" }成功"), [start]);
    assert_eq!(changed("= 成功", "= 成功{ \" \" }"), [end]);
    for dropped in ["= 成功 ", "= 成功\u{3000}"] {
        assert_eq!(
            changed("= 成功\n", &format!("{dropped}\n")),
            ["zh-CN.ftl:11:19: warning: a space at the end of the text; remove it [edge-space]"]
        );
    }
    assert_eq!(
        changed("= 成功", "= \u{3000}成功"),
        ["zh-CN.ftl:11:17: warning: a space at the start of the text; remove it [edge-space]"]
    );
    assert_eq!(changed("= 成功", "=   成功"), [""; 0]);
}

#[test]
fn same_as_source() {
    assert_eq!(
        changed("= 成功", "= The operation succeeded."),
        ["zh-CN.ftl:11:1: warning: this is the source's text; translate it [same-as-source]"]
    );
    assert_eq!(
        changed(".suggestion = 请重新登录", ".suggestion = Sign in again."),
        ["zh-CN.ftl:14:6: warning: this is the source's text; translate it [same-as-source]"]
    );
}

#[test]
fn typography() {
    assert_eq!(
        changed("= 成功", "= 'OK' 成功..."),
        [
            "zh-CN.ftl:11:17: warning: a straight apostrophe; write ’ [straight-quote]",
            "zh-CN.ftl:11:24: warning: three full stops; write … [ellipsis]",
        ]
    );
    assert_eq!(
        source("The operation", "The \"operation\""),
        ["en-US.ftl:13:21: warning: a straight quotation mark; write “ or ” [straight-quote]"]
    );
    assert_eq!(changed("= 成功", "= “成功”… it’s"), [""; 0]);
}

#[test]
fn brand() {
    assert_eq!(
        changed("上传出错，需要 { -multimedia-plugin }", "上传出错，需要 MultimediaPlugin"),
        [
            "zh-CN.ftl:134:33: warning: `MultimediaPlugin` is a name; write `{ -multimedia-plugin }` \
          [brand]"
        ]
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
fn undocumented() {
    assert_eq!(
        source("# 0: The call worked. Seldom shown: most apps say nothing when all is well.\n", ""),
        [
            "en-US.ftl:12:1: warning: no comment over `error-success` tells translators when it appears \
          and what to mind [undocumented]"
        ]
    );
    // A comment before a blank line stands alone.
    assert_eq!(
        source("all is well.\n", "all is well.\n\n"),
        [
            "en-US.ftl:14:1: warning: no comment over `error-success` tells translators when it appears \
          and what to mind [undocumented]"
        ]
    );
    assert_eq!(
        source("# $code: that number, such as 99999.\n", ""),
        ["en-US.ftl:201:52: warning: no comment over `error-unknown` says what `$code` is \
          [undocumented]"]
    );
}

#[test]
fn too_long() {
    let too_long = |columns: usize, max: usize| {
        format!("this text is {columns} columns wide, and a toast has room for {max} [too-long]")
    };
    let found = changed("= 成功", &format!("= {}", "成".repeat(41)));
    assert_eq!(found, [format!("zh-CN.ftl:11:1: warning: {}", too_long(82, 80))]);
    assert_eq!(changed("= 成功", &format!("= {}", "成".repeat(40))), [""; 0]);
    let found = source("The operation succeeded.", &"x".repeat(121));
    assert_eq!(found, [format!("en-US.ftl:13:1: warning: {}", too_long(121, 120))]);
    // The widest variant counts, terms as they are shown, a code as five digits.
    let wide = "{ $code ->\n    [0] x\n   *[other] { -multimedia-plugin }{ $code }成\n }";
    let found = changed("error-success = 成功", &format!("# max: 22\nerror-success = {wide}"));
    assert_eq!(found, [format!("zh-CN.ftl:12:1: warning: {}", too_long(23, 22))]);
    // The source's bound holds for translations, unless they have their own.
    let english = ENGLISH.replace("error-not-friend = You", "# max: 40\nerror-not-friend = You");
    let chinese = CHINESE.replace("= 不是好友", &format!("= {}", "不".repeat(21)));
    assert_eq!(
        findings(&english, &chinese),
        [format!("zh-CN.ftl:61:1: warning: {}", too_long(42, 40))]
    );
    let own = chinese.replace("error-not-friend", "# max: 50\nerror-not-friend");
    assert_eq!(findings(&english, &own), [""; 0]);
}

#[test]
fn a_comment_allows_what_a_rule_finds() {
    let allowed = |rules: &str, text: &str| {
        changed("error-success = 成功", &format!("# lint: allow {rules}\nerror-success = {text}"))
    };
    assert_eq!(allowed("markup", "<成功>"), [""; 0]);
    assert_eq!(allowed("markup, ellipsis", "<成功>..."), [""; 0]);
    assert_eq!(allowed("markup ellipsis", "<成功>..."), [""; 0]);
    assert_eq!(
        allowed("ellipsis", "<成功>..."),
        [
            "zh-CN.ftl:12:17: error: `<` is markup, and a toast shows it raw; write plain text [markup]"
        ]
    );
    assert_eq!(
        allowed("brand", "成功"),
        [
            "zh-CN.ftl:11:15: warning: `brand` finds nothing in `error-success`; remove the allowance \
          [unused-allow]"
        ]
    );
    assert_eq!(
        allowed("markp", "成功"),
        [
            "zh-CN.ftl:11:15: warning: no rule is named `markp`; did you mean `markup`? [unused-allow]"
        ]
    );
    // It is for its message only.
    let elsewhere = CHINESE
        .replace("error-success = 成功", "# lint: allow markup\nerror-success = <成功>")
        .replace("= 已经是好友了", "= <已经是好友了>");
    assert_eq!(findings(ENGLISH, &elsewhere).len(), 1);
}

#[test]
fn source_changed() {
    let english = File::new("en-US", "en-US/errors.ftl", ENGLISH);
    let chinese = File::new("zh-CN", "zh-CN/errors.ftl", CHINESE);
    let record = accept(&[english.clone(), chinese.clone()], "zh-CN", &[]);
    assert!(record.contains("\nerror-not-friend = You and this user aren’t friends.\n"));
    assert!(record.contains("\nerror-not-friend.suggestion = Add this user as a friend first.\n"));
    let record = |text: &str| File::new("zh-CN", "zh-CN/accepted.txt", text);
    let accepted = accept(&[english.clone(), chinese.clone()], "zh-CN", &[]);
    let check = |files: &[File]| -> Vec<String> {
        lint(files, Scope::Complete).iter().map(ToString::to_string).collect()
    };
    assert_eq!(check(&[english.clone(), chinese.clone(), record(&accepted)]), [""; 0]);

    let now = ENGLISH
        .replace("You and this user aren’t friends.", "You aren’t friends.")
        .replace("= Contact support.", "= Ask support.");
    let now = File::new("en-US", "en-US/errors.ftl", now);
    let stale = [now.clone(), chinese.clone(), record(&accepted)];
    assert_eq!(
        check(&stale),
        [
            "zh-CN/errors.ftl:48:1: warning: the source of `error-app-not-normal.suggestion` was \
             “Contact support.” when this was accepted and is “Ask support.” now; mend the \
             translation, then run `accept zh-CN error-app-not-normal` [source-changed]",
            "zh-CN/errors.ftl:61:1: warning: the source of `error-not-friend` was “You and this user \
             aren’t friends.” when this was accepted and is “You aren’t friends.” now; mend the \
             translation, then run `accept zh-CN error-not-friend` [source-changed]",
        ]
    );
    // Accepting one leaves the other.
    let one = accept(&stale, "zh-CN", &["error-not-friend"]);
    let left = check(&[now.clone(), chinese.clone(), record(&one)]);
    assert_eq!(left.len(), 1);
    assert!(left[0].contains("error-app-not-normal"));
    let all = accept(&[now.clone(), chinese.clone(), record(&one)], "zh-CN", &[]);
    assert_eq!(check(&[now, chinese, record(&all)]), [""; 0]);
    assert_eq!(accepted.lines().count(), all.lines().count());
}

#[test]
fn added_texts_are_held_to_what_people_would_notice() {
    let lint = |text: &str| -> Vec<String> {
        let file = File::new("zh-CN", "x.ftl", text);
        lint(&[file], Scope::Added).iter().map(ToString::to_string).collect()
    };
    // A part of the table, arguments of the application's own, messages of its own, any style.
    assert_eq!(lint("error-is-friend = 只能有 { $limit } 个...\nhello = 'x'"), [""; 0]);
    assert_eq!(lint("error-mp-upload-error = 需要 { -multimedia-plugin }"), [""; 0]);
    assert_eq!(lint("error-is-friend = { error-not-friend }"), [""; 0]);
    for (text, rule) in [
        ("error-is-frend = x", "unknown-message"),
        ("error-IsFriend = x", "id-style"),
        ("error-is-friend = x\nerror-is-friend = y", "duplicate-message"),
        ("error-is-friend =\n    .suggestion = y", "missing-value"),
        ("error-is-friend = x\n    .hint = y", "unknown-attribute"),
        ("error-is-friend = { \"\" }", "empty-text"),
        ("error-is-friend = { -nothing }", "unknown-reference"),
        ("error-is-friend = { F() }", "unknown-function"),
        ("error-is-friend = ｛x", "fullwidth-syntax"),
        ("error-is-friend = <x>", "markup"),
        ("error-is-friend x", "syntax"),
    ] {
        let found = lint(text);
        assert!(found.len() == 1 && found[0].ends_with(&format!("[{rule}]")), "{text}: {found:?}");
    }
}

#[test]
fn notes_are_what_stands_beside_the_texts() {
    let english = ENGLISH.replace("error-success", "# max: 30\n# lint: allow brand\nerror-success");
    let files = [File::new("en-US", "a", english.as_str()), File::new("zh-CN", "b", CHINESE)];
    let note = notes(&files, "en-US").remove(0);
    assert_eq!(note.id, "error-success");
    assert_eq!(
        note.comment,
        "0: The call worked. Seldom shown: most apps say nothing when all is well."
    );
    assert_eq!(note.max_width, 30);
    let chinese = notes(&files, "zh-CN");
    assert_eq!((chinese[0].max_width, chinese[1].max_width), (30, 80));
    assert_eq!(chinese.len(), 48);
}
