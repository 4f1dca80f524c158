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
    assert!(show(&["60", "--locale", "zh-CN"]).starts_with("已经是好友了\n"));
    assert_eq!(show(&["60", "--locale", "zh-TW"]), run(&["show", "60", "--locale", "zh-TW"]).0);
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(run_in(empty.path(), &["show", "--overlay", "none"]).1, 2);
    assert_eq!(run(&["show", "--overlay", "a", "--dir", "b"]).1, 2);
}

/// The table of codes is a beginning: an application has codes of its own.
#[test]
fn codes_of_the_application_are_shown_counted_and_previewed() {
    let project = Project::new(&[
        ("../my/zh-CN/errors.ftl", "error-20001 = 群主已转让\nerror--5 = 负五\n"),
        ("../my/en-US/errors.ftl", "# The owner left\nerror-20001 = The owner changed\n"),
    ]);
    let overlay = |args: &[&str]| project.run(&[args, &["--overlay", "my"]].concat());
    for code in ["20001", "error-20001"] {
        let shown = overlay(&["show", code, "--locale", "zh-CN"]);
        assert_eq!(shown, ("群主已转让\n".to_owned(), 0), "{code}");
    }
    let (all, _) = overlay(&["show", "--locale", "zh-CN"]);
    let lines: Vec<&str> = all.lines().collect();
    assert!(lines[0].starts_with("   -5") && lines[0].ends_with("负五"), "{all}");
    assert!(all.ends_with("群主已转让\n"), "{all}");
    let (coverage, status) = overlay(&["coverage", "--format", "markdown"]);
    assert!(coverage.contains("| zh-CN  | 50/50 "), "{coverage}");
    assert!(coverage.contains("| en-US  | 49/50 "), "{coverage}");
    assert_eq!(status, 1);
    assert_eq!(overlay(&["preview", "-o", "preview.html"]).1, 0);
    let page = project.read("../preview.html");
    for part in ["\"code\":20001", "群主已转让", "The owner left", "\"id\":\"error--5\""] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn the_preview_shows_added_and_embedded_messages() {
    let project = overlay();
    let (_, status) = project.run(&["preview", "--overlay", "my", "-o", "preview.html"]);
    assert_eq!(status, 0);
    let page = project.read("../preview.html");
    assert!(page.contains("你們還不是好友") && page.contains("已经是好友了"));
}
