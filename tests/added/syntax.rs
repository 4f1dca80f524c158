//! Every syntax error of an added file is explained, with what to write instead.

use im_error_l10n::{Localizer, Rule};

/// Sources, and what is reported of each: line, column and message.
const ERRORS: &[(&str, &str)] = &[
    ("error-success", "1:14: expected `=` after the id, found the end of the file"),
    ("error-success\n", "1:14: expected `=` after the id, found the end of the line"),
    ("error-success 成功", "1:15: expected `=` after the id, found `成`"),
    ("error-success =\n", "1:1: `error-success` has no text; write it after `=`"),
    ("-b =", "1:1: `-b` has no text; write it after `=`"),
    (
        "   好",
        "1:1: indented line without a message; start it at the margin, or fix the message above",
    ),
    ("error-success =\n\t好", "2:1: expected spaces, found a tab; indent with four spaces"),
    ("error-success = }", "1:17: unmatched `}`; remove it, or write `{ \"}\" }` to show a brace"),
    (
        "error-success = { $code",
        "1:24: expected `}` to close the placeable, found the end of the file",
    ),
    ("error-success = { $code ]", "1:25: expected `}` to close the placeable, found `]`"),
    (
        "error-success = { }",
        "1:19: expected a variable (`$code`), a term (`-multimedia-plugin`) or a string, found `}`",
    ),
    ("error-success = { $ }", "1:20: expected an identifier, found a space"),
    ("error-success = { - }", "1:20: expected a digit, found a space"),
    ("error-success = { 1. }", "1:21: expected a digit, found a space"),
    ("error-success = { \"a\n", "1:21: unterminated string; close it with `\"` on the same line"),
    (
        r#"error-success = { "\x" }"#,
        r#"1:20: unknown escape `\x`; the escapes are `\\`, `\"`, `\u` with four and `\U` with six hexadecimal digits"#,
    ),
    (
        r#"error-success = { "\u00zz" }"#,
        r"1:24: `00z` is not hexadecimal; write `\u` with four or `\U` with six hexadecimal digits",
    ),
    (
        r#"error-success = { "\U11zz00" }"#,
        r"1:24: `11z` is not hexadecimal; write `\u` with four or `\U` with six hexadecimal digits",
    ),
    (
        "error-success = { -b.k }",
        "1:24: an attribute of a term cannot be shown; it can only be a selector",
    ),
    (
        "error-success = { fun() }",
        "1:24: only functions, which have names in capital letters, can be called",
    ),
    ("error-success = { F(x", "1:22: expected `)`, found the end of the file"),
    ("error-success = { -b(x: 1, x: 2) }", "1:29: duplicate argument `x`"),
    (
        "error-success = { -b(1, x: 1, 2) }",
        "1:32: positional arguments must come before named ones",
    ),
    ("error-success = { -b(x: $y) }", "1:25: expected a string or a number, found `$`"),
    ("error-success = { -b(x: ) }", "1:25: expected a string or a number, found `)`"),
    (
        "error-success = { $x ->\n    [a] x\n}",
        "3:1: missing default variant; mark one with `*`, as in `*[other]`",
    ),
    (
        "error-success = { $x ->\n    *[a] x\n    *[b] y\n}",
        "3:6: more than one default variant; keep one `*`",
    ),
    (
        "error-success = { $x ->\n    *[a]\n}",
        "3:1: a variant has no text; write it after the variant’s `]`",
    ),
    ("error-success = { $x ->\n    [a b] x\n    *[c] y\n}", "2:8: expected `]`, found `b`"),
    ("error-success = { $x -> *[a] x }", "1:25: expected the end of the line, found `*`"),
];

fn reported(source: &str) -> Vec<String> {
    let localizer = Localizer::builder().ftl("zh-CN", source).build().unwrap();
    let mut reported = Vec::new();
    for finding in localizer.findings() {
        assert_eq!(finding.rule, Rule::Syntax, "{source:?}");
        reported.push(format!("{}:{}: {}", finding.line, finding.column, finding.message));
    }
    reported
}

#[test]
fn errors_are_explained_where_they_are() {
    for (source, expected) in ERRORS {
        assert_eq!(reported(source), [*expected], "{source:?}");
    }
}

#[test]
fn only_variables_and_attributes_of_terms_select() {
    for selector in ["n", "n.a", "-b", "{ 1 }"] {
        let source = format!("error-success = {{ {selector} ->\n    *[a] x\n}}");
        let column = source.find(" ->").unwrap() + 2;
        assert_eq!(
            reported(&source),
            [format!(
                "1:{column}: invalid selector; select by a variable, as in `{{ $code -> ... }}`"
            )]
        );
    }
}

#[test]
fn attributes_without_a_text_leave_the_message_as_it_is() {
    let bare = "2:16: expected `=` and a text after `.suggestion`";
    let empty = "2:18: `.suggestion` has no text; write it after `=`";
    for (attribute, finding) in
        [(".suggestion", bare), (".suggestion =", empty), (".suggestion\n", bare)]
    {
        let source = format!("error-success = x\n    {attribute}");
        assert_eq!(reported(&source), [finding]);
        let localizer = Localizer::builder().ftl("zh-CN", source).build().unwrap();
        assert_eq!(localizer.text(0, "zh"), "x");
    }
}
