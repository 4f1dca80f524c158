//! `--overlay`: an application's own messages over the embedded ones.

use super::{Project, run, run_in};

fn overlay() -> Project {
    Project::new(&[
        ("../my/zh-TW/errors.ftl", "error-not-friend = 你們還不是好友\n"),
        (
            "../my/zh-CN/errors.ftl",
            "error-friend-more-than-limit = 最多 { $limit } 个好友\nhello = 你好\n",
        ),
    ])
}

#[test]
fn messages_that_the_library_accepts_have_no_findings() {
    let project = overlay();
    let (text, status) = project.run(&["check", "--overlay", "my", "--deny-warnings"]);
    assert_eq!((text.as_str(), status), ("zh-CN: no findings\nzh-TW: no findings\n", 0));
    project.write("../my/zh-TW/errors.ftl", "error-not-friend = { $cdoe }\nerror-nothing = x\n");
    let (text, status) = project.run(&["check", "--overlay", "my", "--format", "short"]);
    let expected = "\
my/zh-TW/errors.ftl:1:23: error: unknown variable `$cdoe`; did you mean `$code`? [unknown-variable]
my/zh-TW/errors.ftl:2:1: error: `error-nothing` matches no error code, so it is never shown; remove it [unknown-message]
";
    assert_eq!((text.as_str(), status), (expected, 1));
}

#[test]
fn show_uses_added_and_embedded_messages() {
    let project = overlay();
    let show = |args: &[&str]| project.run(&[&["show", "--overlay", "my"], args].concat()).0;
    assert_eq!(show(&["56", "--locale", "zh-TW"]), "你們還不是好友\n");
    assert_eq!(show(&["60", "--locale", "zh-CN"]), "已经是好友了\n");
    assert_eq!(show(&["60", "--locale", "zh-TW"]), "You’re already friends.\n");
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(run_in(empty.path(), &["show", "--overlay", "none"]).1, 2);
    assert_eq!(run(&["show", "--overlay", "a", "--dir", "b"]).1, 2);
}

#[test]
fn the_preview_shows_added_and_embedded_messages() {
    let project = overlay();
    let (_, status) = project.run(&["preview", "--overlay", "my", "-o", "preview.html"]);
    assert_eq!(status, 0);
    let page = project.read("../preview.html");
    assert!(page.contains("你們還不是好友") && page.contains("You’re already friends."));
}
