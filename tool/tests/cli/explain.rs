//! `explain`.

use super::{Project, run};

#[test]
fn a_code_is_explained_on_one_screen() {
    let project = Project::new(&[("fr/errors.ftl", "error-success = Réussi\n")]);
    let expected = "\
56 NotFriend
id         error-not-friend
kind       failed-precondition (HTTP 400, gRPC 9)
retryable  no

en-US  You and this user aren’t friends.
       Add this user as a friend first.
fr     (not translated)
zh-CN  不是好友
       请先添加对方为好友

56: The user wrote to, or acted on, somebody who is not a friend (contact) yet.
";
    for code in ["56", "notfriend", "error-not-friend"] {
        let explained = project.run(&["explain", code, "--dir", "locales"]);
        assert_eq!(explained, (expected.to_owned(), 0));
    }
}

#[test]
fn the_embedded_messages_are_the_default() {
    let (text, status) = run(&["explain", "17"]);
    assert!(text.starts_with("17 RecallTimeout\nid         error-recall-timeout\n"), "{text}");
    assert!(text.contains(" 撤回超时\n") && status == 0, "{text}");
    let (text, _) = run(&["explain", "6"]);
    assert!(text.contains("retryable  yes\n"), "{text}");
}

#[test]
fn unknown_codes_are_explained_too() {
    for code in ["99999", "error-unknown"] {
        let (text, status) = run(&["explain", code]);
        let head = "99999 (no such code)\nid         error-unknown\nkind       unknown (HTTP 500, gRPC 2)\n\
                    retryable  no\n";
        assert!(text.starts_with(head), "{text}");
        assert!(text.contains(" 未知错误（错误码：99999）\n") && status == 0, "{text}");
    }
    let (text, status) = run(&["explain", "NotFreind"]);
    assert!(text.contains("did you mean `NotFriend`?") && status == 2, "{text}");
}
