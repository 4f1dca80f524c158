//! Correct files, which must not be reported.

use im_error_l10n::lint::{File, Scope, lint};

use super::{CHINESE, ENGLISH, changed, lines, with_english};

#[test]
fn correct_texts_have_no_findings() {
    for text in [
        "成功 { 0 }",
        "{ 0 } 成功",
        "成功 { $code }",
        "{ $code } 成功",
        "100% 成功",
        "50%折扣",
        "成 & 功",
        "R & D; 成功",
        "成 &; &#; 功",
        "2 * 3",
        "a_b_c",
        "C# 成功",
        "“成功”… it’s",
        "成\u{200d}功",
        "价格 $5",
        "成功（｛提示｝）",
        "成功：是的；好＝好",
        "{ \"{\" }成功{ \"}\" }",
    ] {
        assert_eq!(lines(&changed("= 成功", &format!("= {text}"))), [""; 0], "{text}");
    }
    assert_eq!(lines(&changed("= 成功", "=   成功")), [""; 0]);
}

#[test]
fn the_arguments_of_a_term_are_not_text() {
    let text = CHINESE
        .replacen(
            "## 请求",
            "-addon = { $nom ->\n       *[a] x\n        [b] y\n    }插件\n\n## 请求",
            1,
        )
        .replacen("= 已经是好友了", "= { -addon(nom: \" b \") }", 1);
    assert_eq!(lines(&with_english("zh-CN", text)), [""; 0]);
}

#[test]
fn a_locale_of_the_source_language_may_have_the_same_texts() {
    assert_eq!(lines(&with_english("en-GB", ENGLISH)), [""; 0]);
}

#[test]
fn quotation_marks_follow_the_locale() {
    for (tag, text) in [
        ("he", "error-success = זה ”הצליח” בארה\"ב"),
        ("de", "error-success = Alles „Gut“"),
        ("fr", "error-success = Tout est « Bon »"),
        ("ja", "error-success = すべて「成功」"),
        ("zh-TW", "error-success = 已經「成功」"),
        ("uk", "error-success = Ім'я «так»"),
    ] {
        let is_quote = |finding: &im_error_l10n::Finding| {
            ["straight-quote", "typing"].contains(&finding.rule.id())
        };
        let findings = with_english(tag, text);
        assert!(!findings.iter().any(is_quote), "{tag}: {:?}", lines(&findings));
        let straight = text.replace(['„', '“', '”', '«', '»', '「', '」'], "\"");
        let findings = with_english(tag, straight);
        assert_eq!(findings.iter().filter(|finding| is_quote(finding)).count(), 1, "{tag}");
    }
}

#[test]
fn folders_with_canonical_tags_have_no_findings() {
    for tag in
        ["zh-CN", "zh-Hant-HK", "es-419", "sr-Latn", "fil", "ca-valencia", "ja", "pt-BR", "yue"]
    {
        let findings = with_english(tag, CHINESE);
        assert!(!findings.iter().any(|finding| finding.rule.id() == "locale-folder"), "{tag}");
    }
}

/// The example in the builder's documentation, and variables of the application.
#[test]
fn messages_of_an_application_have_no_findings() {
    let lint = |tag: &str, text: &str| lines(&lint(&[File::new(tag, "x.ftl", text)], Scope::Added));
    assert_eq!(lint("zh-TW", "error-not-friend = 你們還不是好友"), [""; 0]);
    assert_eq!(lint("zh-CN", "error-is-friend = 只能有 { $limit } 个...\nhello = 'x'"), [""; 0]);
    assert_eq!(lint("zh-CN", "error-mp-upload-error = 需要 { -multimedia-plugin }"), [""; 0]);
    assert_eq!(lint("zh-CN", "error-is-friend = { error-not-friend }"), [""; 0]);
}
