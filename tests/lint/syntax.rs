//! Whether a file can be read at all: its bytes, its syntax, and what a Chinese keyboard makes of it.

use im_error_l10n::lint::{File, Rule, Scope, lint};

use super::{CHINESE, changed, chinese};

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

/// The first syntax error of a text, as `line:column: message`.
fn told(text: &str) -> String {
    let findings = lint(&[File::new("fr", "x", text)], Scope::Added);
    let first = findings.iter().find(|it| it.rule == Rule::Syntax).unwrap();
    format!("{}:{}: {}", first.line, first.column, first.message)
}

#[test]
fn what_is_missing_or_too_much() {
    for (text, message) in [
        ("a b", "1:3: expected `=` behind the id; this is `b`"),
        ("a = { $b", "1:9: expected `}` to close the placeable; the file ends here"),
        ("a = { $b ->\n    [x y\n }", "2:8: expected `]`; this is `y`"),
        ("#a", "1:2: expected a space; this is `a`"),
        (
            " a = b",
            "1:1: an indented line with no message to belong to; its message has an error, or it \
             should start at the margin",
        ),
        (
            "# a\n  .b = c",
            "2:1: an indented line with no message to belong to; its message has an error, or it \
             should start at the margin",
        ),
        ("a = { $b ->\t[x] y\n }", "1:12: this is a tab; Fluent indents with spaces"),
        ("a = { 1. }", "1:9: expected one of 0-9; this is ` `"),
        (
            "a = { $ }",
            "1:8: expected a name of letters from a to z, digits, `-` and `_`; this is ` `",
        ),
        ("a = { 1.x }", "1:9: expected one of 0-9; this is `x`"),
        ("a =\n\tb", "2:1: this is a tab; Fluent indents with spaces"),
        ("-a =\n\tb", "2:1: this is a tab; Fluent indents with spaces"),
        (
            "错 = a\n\tb",
            "1:1: expected a name of letters from a to z, digits, `-` and `_`; this is `错`",
        ),
        ("-a =\n", "1:1: nothing stands behind `-a =`; write the text there"),
        ("a = { $b ->\n    [x]\n   *[y] z\n }", "3:1: a text is missing here"),
        (
            "a = { $b ->\n   *[x] y\n   *[z] w\n }",
            "3:5: this selection has two default variants; leave one `*`",
        ),
        ("a = { F(x: $y) }", "1:12: expected quoted text or a number; this is `$`"),
        ("a = { F(x: 1, x: 2) }", "1:16: the argument `x` stands twice"),
        ("a = { F(x: 1, 2) }", "1:16: arguments without a name come before those with one"),
        ("a = { f() }", "1:10: only a name in capital letters can be called"),
        ("a = { -b.c }", "1:12: an attribute of a term cannot be shown; one can only select by it"),
        (
            "a = { b ->\n   *[x] y\n }",
            "1:9: one cannot select by this; select by a variable, as in `{ $code -> ... }`",
        ),
        (
            "a = { \"\\u12\" }",
            "1:12: `12\"` is no escape; write `\\u` with four or `\\U` with six hexadecimal digits",
        ),
    ] {
        assert_eq!(told(text), message, "{text}");
    }
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

/// A byte order mark and `\r\n` are not part of the text that findings point into.
#[test]
fn a_file_shows_the_text_that_places_are_in() {
    let file = |bytes: &[u8]| File::new("fr", "x", bytes);
    let shown = |bytes: &[u8]| file(bytes).shown().map(|text| text.into_owned());
    assert_eq!(shown("\u{feff}a = b\r\nc = d\n".as_bytes()).unwrap(), "a = b\nc = d\n");
    assert_eq!(shown(b"a = b\r").unwrap(), "a = b\r");
    assert_eq!(shown(b"a = \xff"), None);
    let findings = lint(&[file("# 一\na = \u{fffd}".as_bytes())], Scope::Added);
    let fault = findings.iter().find(|it| it.rule == Rule::NotUtf8).unwrap();
    assert_eq!((fault.line, fault.column, fault.span.clone()), (2, 5, 10..13));
    let findings = lint(&[file(b"# \xe4\xb8\x80\na = \xff")], Scope::Added);
    assert_eq!((findings[0].line, findings[0].column, findings[0].span.clone()), (2, 5, 10..10));
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
fn a_name_longer_than_any_is_refused() {
    let long = "a".repeat(201);
    let text = format!("b = {{ ${long} }}");
    let findings = lint(&[File::new("fr", "x", text)], Scope::Added);
    assert_eq!(
        findings.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["x:1:8: error: a name is longer than 200 characters here, and the file is not used \
          [too-large]"]
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
