//! Attributes: what is wrong with one that Fluent cannot read, and what is right about others.

use im_error_l10n::Rule;
use im_error_l10n::lint::{File, Scope, lint};

use super::{changed, lines};

const WHOLE: &str = "    .suggestion = 请先移除部分好友";

/// The Chinese with one suggestion written in another way, and the one finding about it.
fn only_finding(written: &str) -> String {
    let found = changed(line(), written);
    let [finding] = &found[..] else { panic!("{written:?}: {:?}", lines(&found)) };
    assert_eq!(finding.rule, Rule::Syntax, "{finding}");
    format!("{}: {}", finding.column, finding.message)
}

/// The line of a suggestion in the Chinese, whatever it says.
fn line() -> &'static str {
    let lines = super::CHINESE.lines();
    lines.into_iter().find(|line| line.starts_with("    .suggestion = ")).unwrap_or(WHOLE)
}

#[test]
fn an_attribute_at_the_margin_is_correct() {
    assert_eq!(lines(&changed(line(), line().trim_start())), [""; 0]);
    assert_eq!(lines(&changed(line(), &line().replacen("    ", " ", 1))), [""; 0]);
}

#[test]
fn each_mistake_in_an_attribute_is_named() {
    for indent in ["    ", " ", ""] {
        let at = |column: usize| indent.len() + column;
        for (written, column, message) in [
            (".suggestion 请重试", 13, "expected `=` after `.suggestion`, found `请`"),
            (".suggestion", 12, "expected `=` and a text after `.suggestion`"),
            (".suggestion   ", 12, "expected `=` and a text after `.suggestion`"),
            (".suggestion =", 14, "`.suggestion` has no text; write it after `=`"),
            (".suggestion =   ", 14, "`.suggestion` has no text; write it after `=`"),
            (
                ".suggestion = { $code",
                22,
                "expected `}` to close the placeable, found the end of the line",
            ),
            (
                ".suggestion = 重试 }",
                18,
                "unmatched `}`; remove it, or write `{ \"}\" }` to show a brace",
            ),
            (
                ". = 重试",
                2,
                "expected the name of an attribute, such as `.suggestion`, found a space",
            ),
            (
                ".提示 = 重试",
                2,
                "expected the name of an attribute, such as `.suggestion`, found `提`",
            ),
        ] {
            let expected = format!("{}: {message}", at(column));
            assert_eq!(
                only_finding(&format!("{indent}{written}")),
                expected,
                "{indent:?}{written}"
            );
        }
    }
}

#[test]
fn an_attribute_below_a_comment_is_correct_itself() {
    let found = only_finding(&format!("# 说明\n{}", line()));
    let advice = "`.suggestion` is not right below its message; move the comment between them above the message";
    assert_eq!(found, format!("5: {advice}"));
}

/// The builder's findings are about the same mistakes, in the same words.
#[test]
fn added_messages_are_reported_in_the_same_words() {
    for written in [".suggestion 请", ".suggestion", ".suggestion =", ".suggestion = {"] {
        let text = format!("error-not-friend = 不是好友\n    {written}\nerror-is-friend = 是\n");
        let file = File::new("zh-CN", "zh-CN/added-1.ftl", text.as_str());
        let linted = lines(&lint(&[file], Scope::Added));
        let localizer = im_error_l10n::Localizer::builder().ftl("zh-CN", text).build().unwrap();
        assert_eq!(lines(localizer.findings()), linted);
        assert_eq!(linted.len(), 1);
    }
}
