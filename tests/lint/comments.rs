//! Comments: explanations for translators, and instructions for the linter.

use im_error_l10n::edit::notes;

use super::{CHINESE, ENGLISH, changed, file, lines, rules, source, with_english};

#[test]
fn a_comment_silences_a_rule_for_its_message() {
    let allowed = |rules: &str, text: &str| {
        changed("error-success = 成功", &format!("# lint: allow {rules}\nerror-success = {text}"))
    };
    for names in ["markup, ellipsis", "markup ellipsis", "markup,ellipsis", "markup，ellipsis"] {
        assert_eq!(lines(&allowed(names, "<成功>...")), [""; 0], "{names}");
    }
    assert_eq!(rules(&allowed("ellipsis", "<成功>...")), ["markup"]);
    assert_eq!(rules(&allowed("brand", "成功")), ["unused-allow"]);
    let elsewhere = CHINESE
        .replace("error-success = 成功", "# lint: allow markup\nerror-success = <成功>")
        .replace("= 已经是好友了", "= <已经是好友了>");
    assert_eq!(rules(&with_english("zh-CN", elsewhere)), ["markup"]);
}

#[test]
fn unread_comments_are_reported() {
    for comment in [
        "lint： allow brand",
        "lint：allow brand",
        "Lint: allow brand",
        "lint:allow brand",
        "lint allow brand",
        "lint: alow brand",
        "lint: disable brand",
        "max：5",
        "Max: 5",
        "max: five",
        "MAX = 5",
        "max 5",
    ] {
        let findings =
            changed("error-success = 成功", &format!("# {comment}\nerror-success = 成功"));
        assert_eq!(rules(&findings), ["unread-comment"], "{comment}");
    }
    for prose in ["Maximum: see code 18.", "lint-free cloth", "The max is not known."] {
        let findings = changed("error-success = 成功", &format!("# {prose}\nerror-success = 成功"));
        assert_eq!(lines(&findings), [""; 0], "{prose}");
    }
    let alone = changed("error-success = 成功", "\n# lint: allow brand\n\nerror-success = 成功");
    assert_eq!(rules(&alone), ["unread-comment"]);
}

#[test]
fn a_comment_before_a_blank_line_does_not_belong_to_the_message() {
    assert_eq!(rules(&source("all is well.\n", "all is well.\n\n")), ["undocumented"]);
}

#[test]
fn notes_have_the_comment_and_the_width() {
    let english = ENGLISH.replace("error-success", "# max: 30\n# lint: allow brand\nerror-success");
    let files = [file("en-US", english), file("zh-CN", CHINESE)];
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
