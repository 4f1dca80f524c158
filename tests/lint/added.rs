//! Texts that an application adds.

use im_error_l10n::lint::{File, Scope};

use super::told;

#[test]
fn added_texts_are_held_to_what_people_would_notice() {
    let lint = |text: &str| told(&[File::new("zh-CN", "x.ftl", text)], Scope::Added);
    // A part of the table, arguments of the application's own, messages of its own, any style.
    assert_eq!(lint("error-is-friend = 只能有 { $limit } 个...\nhello = 'x'"), [""; 0]);
    assert_eq!(lint("error-mp-upload-error = 需要 { -multimedia-plugin }"), [""; 0]);
    assert_eq!(lint("error-is-friend = { error-not-friend }"), [""; 0]);
    let french = File::new("fr", "x.ftl", "error-is-friend = { -multimedia-plugin }");
    assert_eq!(
        told(&[french], Scope::Added),
        ["x.ftl:1:22: error: nothing defines `-multimedia-plugin` [unknown-reference]"]
    );
    // Laid over the embedded texts, one that is fine alone may refer to itself.
    assert_eq!(
        lint("-multimedia-plugin = { error-mp-upload-error }"),
        ["x.ftl:1:24: error: `-multimedia-plugin` refers to itself through \
          `error-mp-upload-error` [unknown-reference]"]
    );
    assert_eq!(
        lint("-multimedia-plugin = { error-mp-upload-error }\nerror-mp-upload-error = 上传出错"),
        [""; 0]
    );
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
