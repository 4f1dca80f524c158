//! Messages that an application adds.

use im_error_l10n::lint::{File, Scope, lint};

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
        added("fr", "error-is-friend = { -multimedia-plugin }"),
        ["x.ftl:1:21: error: term `-multimedia-plugin` is not defined; define it, or remove the \
          reference [unknown-reference]"]
    );
    let cycle = "-multimedia-plugin = { error-mp-upload-error }";
    assert_eq!(added("zh-CN", cycle).len(), 1);
    assert_eq!(added("zh-CN", &format!("{cycle}\nerror-mp-upload-error = 上传出错")), [""; 0]);
}
