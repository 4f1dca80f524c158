//! Each kind of mistake in all its forms: exactly one finding, at the wrong character.

use im_error_l10n::Rule;
use im_error_l10n::lint::{Scope, lint};

use super::{CHINESE, changed, file, lines, rules, source, with_english};

/// Asserts that a change causes one finding of a rule, at the text in brackets: `成⟦＝⟧功`.
fn one(rule: &str, from: &str, to: &str) {
    let marked = CHINESE.replacen(from, to, 1);
    let start = marked.find('⟦').unwrap();
    let end = marked.find('⟧').unwrap() - '⟦'.len_utf8();
    let text = marked.replace(['⟦', '⟧'], "");
    let findings = with_english("zh-CN", &text);
    assert_eq!(rules(&findings), [rule], "{to:?}: {:?}", lines(&findings));
    assert_eq!(findings[0].span, start..end, "{to:?}: {}", findings[0]);
}

const SPACES: [char; 7] =
    ['\t', '\u{a0}', '\u{2002}', '\u{2003}', '\u{2009}', '\u{202f}', '\u{3000}'];
const UNSEEN: [char; 10] = [
    '\u{ad}', '\u{200b}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202e}', '\u{2060}', '\u{2066}',
    '\u{2069}', '\u{61c}',
];

#[test]
fn wrong_full_stops_before_suggestion_are_reported() {
    for stop in ['。', '．', '·', '｡', '・', '，', '、'] {
        let to = format!("    ⟦{stop}⟧suggestion = 请联系客服");
        one("swallowed-line", "    .suggestion = 请联系客服", &to);
    }
}

#[test]
fn indented_messages_are_reported() {
    for spaces in [" ", "  ", "    ", "        "] {
        let to = format!("⟦{spaces}⟧error-update-frequent =");
        one("swallowed-line", "error-update-frequent =", &to);
    }
}

/// What follows a swallowed line belongs to it, and is not reported again.
#[test]
fn swallowed_lines_cause_no_other_findings() {
    let from = "error-not-friend =";
    for spaces in [" ", "    "] {
        one("swallowed-line", from, &format!("⟦{spaces}⟧{from}"));
    }
    let suggestion = "    .suggestion = 请先添加对方为好友";
    let long = "请先添加对方为好友".repeat(10);
    for to in [
        format!("    ⟦。⟧suggestion = {long}"),
        format!("    ⟦suggestion⟧ = {long}"),
        "    ⟦，⟧sugestion：请先添加".to_owned(),
        "    ⟦•⟧ suggestion = 请先添加".to_owned(),
        "    ⟦：⟧suggestion = 请先添加".to_owned(),
        "    ⟦建议⟧ = 请先添加".to_owned(),
    ] {
        one("swallowed-line", suggestion, &to);
    }
    one("unknown-message", suggestion, "⟦suggestion⟧ = 请先添加对方为好友");
    one("fullwidth-syntax", suggestion, "⟦。⟧suggestion = 请先添加对方为好友");
    one("syntax", suggestion, "⟦\u{3000}⟧\n    .suggestion = 请先添加对方为好友");
    one("syntax", "= 不是好友\n", "= 不是好友\n⟦（⟧还不是）\n");
    one("syntax", "= 不是好友", "=\n⟦\u{3000}\u{3000}⟧不是好友");
}

#[test]
fn the_number_signs_of_comments_are_checked() {
    one("syntax", "# 产品名", "#⟦产⟧品名");
    one("syntax", "# 产品名", "⟦####⟧ 产品名");
    one("syntax", "# 产品名", "⟦/⟧/ 产品名");
    // A comment that cannot be read is not missing as well.
    for sign in ["＃", "//"] {
        let findings = source("# 56:", &format!("{sign} 56:"));
        assert_eq!(findings.len(), 1, "{sign}: {:?}", lines(&findings));
    }
}

#[test]
fn places_after_a_merge_conflict_are_those_of_the_file() {
    let ours = "error-is-friend = 已经是好友了";
    let text = CHINESE
        .replacen(ours, &format!("<<<<<<< a\n{ours}\n=======\nerror-x = y\n>>>>>>> b"), 1)
        .replacen("= 网络错误", "= 网络<b>错误", 1);
    let findings = with_english("zh-CN", &text);
    assert_eq!(rules(&findings), ["merge-conflict", "markup"]);
    assert_eq!(&text[findings[0].span.clone()], "<<<<<<< a");
    assert_eq!(&text[findings[1].span.clone()], "<b>");
}

#[test]
fn spaces_other_than_ascii_are_reported() {
    for space in SPACES {
        one("syntax", "error-success = 成", &format!("error-success⟦{space}⟧= 成"));
        let to = format!("⟦{space}{space}⟧.suggestion = 请联系客服");
        one("syntax", "    .suggestion = 请联系客服", &to);
        one("syntax", "{ $code }", &format!("{{⟦{space}⟧$code }}"));
    }
    for space in ['\u{a0}', '\u{2003}', '\u{202f}', '\u{3000}'] {
        one("edge-space", "= 成功", &format!("= ⟦{space}⟧成功"));
        one("edge-space", "= 成功", &format!("= 成功⟦{space}⟧"));
    }
}

#[test]
fn invisible_characters_are_named() {
    for unseen in UNSEEN {
        one("markup", "= 成功", &format!("= 成⟦{unseen}⟧功"));
        one("syntax", "error-success =", &format!("error-suc⟦{unseen}⟧cess ="));
        let findings = changed("= 成功", &format!("= 成{unseen}功"));
        let point = format!("U+{:04X} ", u32::from(unseen));
        assert!(findings[0].message.starts_with(&point), "{}", findings[0]);
    }
}

#[test]
fn invisible_texts_are_reported() {
    for unseen in
        ["", " ", "\\u200B", "\\u00A0", "\\u3164", "\\u2800", "\\u3000", "\\u00AD", "\\U0E0041"]
    {
        one("empty-text", "= 成功", &format!("= ⟦{{ \"{unseen}\" }}⟧"));
        one("empty-text", "= 请联系客服", &format!("= ⟦{{ \"{unseen}\" }}⟧"));
    }
}

/// Escapes are read in strings only: elsewhere, any character may follow a backslash.
#[test]
fn a_blank_variant_beside_a_backslash_is_reported() {
    let variants = [
        (
            "{ \"\\u200B\" }",
            "this text has only invisible characters, such as U+200B zero-width space; write the text",
        ),
        (
            "{ \"\" }",
            "this text, or one of its variants, has no visible characters; write the text",
        ),
    ];
    for (blank, message) in variants {
        for other in ["A\\，b", "\\", "\\u20", "\\U00成成成成", "A\u{200e}b"] {
            let text = format!(
                "error-success = {{ $code ->\n    [one] {other}\n   *[other] {blank}\n}}\n"
            );
            let findings = lint(&[file("zh-CN", text)], Scope::Added);
            let found = findings.iter().find(|finding| finding.rule == Rule::EmptyText).unwrap();
            assert_eq!(found.message, message, "{other}");
        }
    }
}

#[test]
fn full_width_syntax_is_reported_everywhere() {
    let select = |first: &str, last: &str, close: &str| {
        format!("= {{ $code ->\n        {first} 成功\n       {last} 成功了\n    {close}")
    };
    let unknown = "= 未知错误（错误码：{ $code }）";
    for (from, to) in [
        ("error-success = 成功", "error-success ⟦＝⟧ 成功".to_owned()),
        ("error-success = 成功", "error-success⟦＝⟧成功".to_owned()),
        ("error-success = 成功", "error-success⟦：⟧成功".to_owned()),
        ("error-success =", "error⟦－⟧success =".to_owned()),
        ("error-success =", "error⟦—⟧success =".to_owned()),
        ("error-success =", "⟦ｅｒｒｏｒ－ｓｕｃｃｅｓｓ⟧ =".to_owned()),
        ("    .suggestion = 请联系", "    .suggestion⟦＝⟧请联系".to_owned()),
        ("    .suggestion = 请联系", "    .⟦ｓｕｇｇｅｓｔｉｏｎ⟧ = 请联系".to_owned()),
        ("# 产品名", "⟦＃⟧ 产品名".to_owned()),
        ("## 请求与消息", "⟦＃⟧# 请求与消息".to_owned()),
        ("{ $code }", "{ ⟦＄⟧code }".to_owned()),
        ("{ $code }", "{ ⟦￥⟧code }".to_owned()),
        ("{ $code }", "{ ⟦¥⟧code }".to_owned()),
        ("{ $code }", "⟦｛$code｝⟧".to_owned()),
        ("{ $code }", "⟦｛｛ $code ｝｝⟧".to_owned()),
        ("{ $code }", "⟦｛　＄ｃｏｄｅ　｝⟧".to_owned()),
        ("参数不合法，需要 { -m", "参数不合法，需要 { ⟦－⟧m".to_owned()),
        ("= 成功", "= { ⟦“成功”⟧ }".to_owned()),
        ("= 成功", "= { ⟦＂成功＂⟧ }".to_owned()),
        (unknown, select("⟦［0］⟧", "*[other]", "}{ $code }")),
        (unknown, select("⟦【0】⟧", "*[other]", "}{ $code }")),
        (unknown, select("[0]", "⟦＊⟧[other]", "}{ $code }")),
        (unknown, select("[0]", "*[other⟦］⟧", "}{ $code }")),
        (unknown, select("[0]", "*[other]", "}{ $code }").replace("->", "⟦－＞⟧")),
        (unknown, select("[0]", "*[other]", "}{ $code }").replace("->", "-⟦＞⟧")),
    ] {
        one("fullwidth-syntax", from, &to);
    }
    for to in ["⟦｛⟧ $code }", "{ $code ⟦｝⟧"] {
        one("raw-syntax", "{ $code }", to);
    }
    one("raw-syntax", "= 成功", "= 成功⟦｛⟧");
}

#[test]
fn syntax_that_users_would_see_is_reported() {
    for raw in [
        "$code", "＄code", "￥name", "$name", "{0}", "{1}", "%s", "%d", "%1$s", "%@", "\\n", "\\t",
        "\\u3002",
    ] {
        one("raw-syntax", "= 成功", &format!("= 成功⟦{raw}⟧"));
        one("raw-syntax", "= 请联系客服", &format!("= 请联系客服⟦{raw}⟧"));
    }
}

#[test]
fn misspelled_ids_variables_terms_and_attributes_are_reported() {
    for id in ["error-succes", "error-sucess", "eror-success", "error-successs"] {
        one("unknown-message", "error-success =", &format!("⟦{id}⟧ ="));
    }
    for id in ["error_success", "Error-Success", "errorSuccess", "Success", "ERROR-SUCCESS"] {
        one("id-style", "error-success =", &format!("⟦{id}⟧ ="));
    }
    for name in ["cod", "Code", "CODE", "cdoe", "codes"] {
        one("unknown-variable", "{ $code }", &format!("{{ $⟦{name}⟧ }}"));
    }
    for name in ["sugestion", "Suggestion", "suggestions", "suggstion"] {
        one("unknown-attribute", ".suggestion = 请联系", &format!(".⟦{name}⟧ = 请联系"));
    }
    for name in ["code", "name", "error-sucess", "multimedia-plugin", "-plugin-multimedia"] {
        let from = "= 已经是好友了";
        one("unknown-reference", from, &format!("= 已经是好友了 {{ ⟦{name}⟧ }}"));
    }
}

#[test]
fn quotes_dots_and_markup_are_reported() {
    for dots in ["...", "....", "......", "。。。", "。。。。。。"] {
        one("ellipsis", "= 成功", &format!("= 成功⟦{dots}⟧"));
    }
    for markup in ["<b>", "</b>", "&lt;", "&#39;", "[成功](https://x.example)", "**好**", "`x`"]
    {
        one("markup", "= 成功", &format!("= 成⟦{markup}⟧功"));
    }
    one("straight-quote", "= 成功", "= ⟦\"⟧成功”");
    one("straight-quote", "= 成功", "= OK⟦'⟧s 成功");
}

#[test]
fn plurals_of_other_locales_are_reported() {
    let select = |keys: &str| format!("# {{ $code }}\nerror-success = {{ $code ->{keys}\n    }}\n");
    let found = |tag: &str, keys: &str| {
        let findings = with_english(tag, select(keys));
        let plural = findings.into_iter().filter(|finding| finding.rule == Rule::UnknownPlural);
        plural.map(|finding| finding.message).collect::<Vec<_>>()
    };
    let two = "\n        [one] x\n       *[other] y";
    assert_eq!(found("ru", two), ["`ru` also needs variants `[few]` and `[many]`; add them"]);
    assert_eq!(found("pl", two), ["`pl` also needs variants `[few]` and `[many]`; add them"]);
    assert_eq!(found("ja", two), ["`ja` never selects `[one]`, only `other`; remove the variant"]);
    assert_eq!(found("en", "\n        [few] x\n       *[other] y").len(), 1);
    assert_eq!(
        found("en", "\n        [ones] x\n       *[other] y"),
        ["unknown plural category `[ones]`; did you mean `one`?"]
    );
    for fine in [
        two,
        "\n        [0] x\n        [one] x\n       *[other] y",
        "\n        [0] x\n       *[other] y",
    ] {
        assert_eq!(found("fr", fine), [""; 0], "{fine}");
    }
    let many = "\n        [one] x\n        [many] x\n       *[other] y";
    assert_eq!(found("fr", many), [""; 0]);
    // A code that selects is not always a plural.
    assert_eq!(found("zh-CN", "\n       *[other] y"), [""; 0]);
}

#[test]
fn terms_only_have_the_arguments_of_their_references() {
    let with_term = |term: &str, text: &str| {
        let text = CHINESE.replacen("## 请求", &format!("{term}\n\n## 请求"), 1).replacen(
            "= 已经是好友了",
            text,
            1,
        );
        let findings = with_english("zh-CN", text);
        findings.iter().map(|finding| finding.message.clone()).collect::<Vec<_>>()
    };
    let messages = with_term("-addon = { $nom }插件", "= { -addon(noun: \"x\") }");
    assert_eq!(messages, ["unknown argument `noun`; `-addon` needs `nom`"]);
    let messages = with_term("-hint = （{ $code }）", "= 已是好友{ -hint }");
    assert_eq!(messages.len(), 1, "{messages:?}");
    assert_eq!(with_term("-addon = { $nom }插件", "= { -addon(nom: \"x\") }"), [""; 0]);
    let cases = "-addon = { $case ->\n       *[nom] 插件\n        [gen] 插件的\n    }";
    assert_eq!(with_term(cases, "= { -addon }"), [""; 0]);
    assert_eq!(with_term(cases, "= { -addon(case: \"gen\") }"), [""; 0]);
}

#[test]
fn an_undefined_term_is_one_finding_and_so_is_a_cycle() {
    let lost = changed("-multimedia-plugin = MultimediaPlugin\n", "");
    assert_eq!(rules(&lost), ["unknown-reference"]);
    assert!(lost[0].message.contains("`, used 6 times; "), "{}", lost[0]);
    let text = CHINESE.replacen("= 已经是好友了", "= { error-not-friend }", 1).replacen(
        "= 不是好友",
        "= { error-is-friend }",
        1,
    );
    assert_eq!(rules(&with_english("zh-CN", text)), ["unknown-reference"]);
}

#[test]
fn broken_syntax_neither_hides_nor_causes_other_findings() {
    let text = CHINESE
        .replace("error-success = 成功", "error-success = {")
        .replace("error-network-error = 网络错误", "error-network-error = 网络错误<br>")
        .replace("error-mp-not-file-msg = 不", "error-mp-not-file-msg 不");
    assert_eq!(rules(&with_english("zh-CN", text)), ["syntax", "markup", "syntax"]);
}

#[test]
fn a_mistake_ends_with_its_message() {
    // An open brace does not reach into the next message, nor one that was closed.
    let next = "会话并没有全局禁言\nerror-userid-mismatch-token = userid与token校验不匹配，";
    one("syntax", next, &next.replace('\n', " {⟦⟧\n"));
    let select =
        "error-touch-limit = { $code ->\n   *[other] 到达上限\n}\n⟦  ⟧error-message-too-large =";
    one("swallowed-line", "error-touch-limit = 到达上限\nerror-message-too-large =", select);
}

#[test]
fn odd_spaces_before_names_are_reported_once() {
    for space in SPACES {
        let to = format!("⟦{space}⟧error-update-frequent =");
        one("syntax", "error-update-frequent =", &to);
        one(
            "syntax",
            "    .suggestion = 请联系客服",
            &format!("    .⟦{space}⟧suggestion = 请联系客服"),
        );
    }
    one("syntax", "    .suggestion = 请联系客服", "    .⟦  ⟧suggestion = 请联系客服");
}

#[test]
fn signs_of_money_and_rows_of_asterisks_are_texts() {
    for text in ["需要 ￥A5 或 ¥code5", "**** 成功", "成功 ****", "共 [成功] (1)"] {
        let findings = changed("= 成功", &format!("= {text}"));
        assert_eq!(lines(&findings), [""; 0], "{text}");
    }
    one("raw-syntax", "= 成功", "= 共 ⟦$count⟧ 条");
    one("markup", "= 成功", "= 见 ⟦[成功](⟧a");
    one("typing", "= 成功", "= 见 a⟦]⟧(b");
}
