//! Messages that an application adds.

use im_error_l10n::lint::{File, Scope, lint};
use im_error_l10n::{Finding, Localizer};

use super::lines;

fn added(tag: &str, text: &str) -> Vec<String> {
    lines(&lint(&[File::new(tag, "x.ftl", text)], Scope::Added))
}

#[test]
fn added_messages_are_checked_for_what_users_would_notice() {
    for (text, rule) in [
        ("error-is-frend = x", "unknown-message"),
        ("error-IsFriend = x", "id-style"),
        ("error-is-friend = x\nerror-is-friend = y", "duplicate-message"),
        ("error-is-friend =\n    .suggestion = y", "missing-value"),
        ("error-is-friend = x\n    .hint = y", "unknown-attribute"),
        ("error-is-friend = { \"\" }", "empty-text"),
        ("error-is-friend = { -nothing }", "unknown-reference"),
        ("error-is-friend = { F() }", "unknown-function"),
        ("error-is-friend = { $cdoe }", "unknown-variable"),
        ("error-is-friend = ｛ $code ｝", "fullwidth-syntax"),
        ("error-is-friend = $code", "raw-syntax"),
        ("error-is-friend = <x>", "markup"),
        ("error-is-friend x", "syntax"),
    ] {
        let found = added("zh-CN", text);
        assert!(found.len() == 1 && found[0].ends_with(&format!("[{rule}]")), "{text}: {found:?}");
    }
}

#[test]
fn added_messages_are_layered_over_the_embedded_ones() {
    assert_eq!(
        added("tlh", "error-is-friend = { -multimedia-plugin }"),
        ["x.ftl:1:21: error: unknown term `-multimedia-plugin`; define it, or remove the \
          reference [unknown-reference]"]
    );
    let cycle = "-multimedia-plugin = { error-mp-upload-error }";
    assert_eq!(added("zh-CN", cycle).len(), 1);
    assert_eq!(added("zh-CN", &format!("{cycle}\nerror-mp-upload-error = 上传出错")), [""; 0]);
}

/// The builder's findings about an application's file are those of the linter, but for what the linter
/// suggests.
#[test]
fn one_mistake_has_one_wording() {
    for text in [
        "error-is-friend = x\nerror-is-friend = y",
        "error-is-friend =\n    .suggestion = y",
        "error-is-friend = x\n    .suggestion = y\n    .suggestion = z",
        "error-is-friend = x\n    .other-thing = y",
        "error-is-friend = { -nothing }",
        "error-is-friend = { nothing-else }",
        "error-is-friend = { error-is-friend }",
        "error-is-friend = { F() }",
        "-term = x\nerror-is-friend = { -term(a: 1) }",
        "-term = x\nerror-is-friend = { -term(\"a\") }",
        "-term = x { $code }\nerror-is-friend = { -term }",
        "error-is-friend x",
        "error-is-friend =",
        "error-56 = x",
        "error-064 = x",
    ] {
        let file = File::new("qaa", "qaa/added-1.ftl", text);
        let localizer = Localizer::builder().ftl("qaa", text).build().unwrap();
        let words = |findings: &[Finding]| -> Vec<_> {
            findings.iter().map(|finding| (finding.rule, finding.message.clone())).collect()
        };
        let linted = words(&lint(&[file], Scope::Added));
        assert_eq!(words(localizer.findings()), linted, "{text}");
        assert_eq!(linted.len(), 1, "{text}");
    }
}
