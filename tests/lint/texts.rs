//! What a person would see in a text and should not.

use super::{CHINESE, ENGLISH, changed, findings, source};

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
    for fine in ["成 & 功;", "a_b_c", "R & D; 成功", "成 &; &#; 功", "2 * 3", "成\u{200d}功"]
    {
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
    let parts = "{ 12 }{ \"\\u6210\" }{ { \"ab\" } }{ $name }x";
    let found = changed("error-success = 成功", &format!("# max: 11\nerror-success = {parts}"));
    assert_eq!(found, [format!("zh-CN.ftl:12:1: warning: {}", too_long(12, 11))]);
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
