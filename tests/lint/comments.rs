//! What comments tell translators and the linter.

use im_error_l10n::lint::{File, notes};

use super::{CHINESE, ENGLISH, changed, findings, source};

#[test]
fn undocumented() {
    assert_eq!(
        source("# 0: The call worked. Seldom shown: most apps say nothing when all is well.\n", ""),
        [
            "en-US.ftl:12:1: warning: no comment over `error-success` tells translators when it appears \
          and what to mind [undocumented]"
        ]
    );
    // A comment before a blank line stands alone.
    assert_eq!(
        source("all is well.\n", "all is well.\n\n"),
        [
            "en-US.ftl:14:1: warning: no comment over `error-success` tells translators when it appears \
          and what to mind [undocumented]"
        ]
    );
    assert_eq!(
        source("# $code: that number, such as 99999.\n", ""),
        ["en-US.ftl:201:52: warning: no comment over `error-unknown` says what `$code` is \
          [undocumented]"]
    );
}

#[test]
fn a_comment_allows_what_a_rule_finds() {
    let allowed = |rules: &str, text: &str| {
        changed("error-success = 成功", &format!("# lint: allow {rules}\nerror-success = {text}"))
    };
    assert_eq!(allowed("markup", "<成功>"), [""; 0]);
    assert_eq!(allowed("markup, ellipsis", "<成功>..."), [""; 0]);
    assert_eq!(allowed("markup ellipsis", "<成功>..."), [""; 0]);
    assert_eq!(
        allowed("ellipsis", "<成功>..."),
        [
            "zh-CN.ftl:12:17: error: `<` is markup, and a toast shows it raw; write plain text [markup]"
        ]
    );
    assert_eq!(
        allowed("brand", "成功"),
        [
            "zh-CN.ftl:11:15: warning: `brand` finds nothing in `error-success`; remove the allowance \
          [unused-allow]"
        ]
    );
    assert_eq!(
        allowed("markp", "成功"),
        [
            "zh-CN.ftl:11:15: warning: no rule is named `markp`; did you mean `markup`? [unused-allow]"
        ]
    );
    // It is for its message only.
    let elsewhere = CHINESE
        .replace("error-success = 成功", "# lint: allow markup\nerror-success = <成功>")
        .replace("= 已经是好友了", "= <已经是好友了>");
    assert_eq!(findings(ENGLISH, &elsewhere).len(), 1);
}

#[test]
fn notes_are_what_stands_beside_the_texts() {
    let english = ENGLISH.replace("error-success", "# max: 30\n# lint: allow brand\nerror-success");
    let files = [File::new("en-US", "a", english.as_str()), File::new("zh-CN", "b", CHINESE)];
    let note = notes(&files, "en-US").remove(0);
    assert_eq!(note.id, "error-success");
    assert_eq!(
        note.comment,
        "0: The call worked. Seldom shown: most apps say nothing when all is well."
    );
    assert_eq!(note.max_width, 30);
    let chinese = notes(&files, "zh-CN");
    assert_eq!((chinese[0].max_width, chinese[1].max_width), (30, 80));
    assert_eq!(chinese.len(), 48);
}
