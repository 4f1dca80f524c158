//! Every fault that Fluent's parser knows, told in words for a translator, at its place.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use im_error_l10n::lint::{File, Rule, Scope, known_id, lint};

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
        ("a = { $b ->\t[x] y\n }", "1:12: this is a tab; Fluent indents with spaces"),
        ("a = { 1. }", "1:9: expected one of 0-9; this is ` `"),
        (
            "a = { $ }",
            "1:8: expected a name of letters from a to z, digits, `-` and `_`; this is ` `",
        ),
        ("a = { 1.x }", "1:9: expected one of 0-9; this is `x`"),
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
fn an_id_is_known_or_the_nearest_is_named() {
    assert!(known_id("error-not-friend").is_ok());
    let told = |id: &str| known_id(id).unwrap_err().to_string();
    assert_eq!(
        told("error-not-freind"),
        "there is no message `error-not-freind`; did you mean `error-not-friend`?"
    );
    assert_eq!(told("x\n"), "there is no message `x\\n`");
    let long = "error-not-friend".repeat(7);
    assert_eq!(told(&long), format!("there is no message `{long}`"));
}
