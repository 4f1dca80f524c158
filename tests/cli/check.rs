//! `check`.

use super::{CHINESE, Project, run};

#[test]
fn the_embedded_texts_are_fine() {
    let (text, status) = run(&["check", "--deny-warnings"]);
    assert_eq!((text.as_str(), status), ("en-US: no findings\nzh-CN: no findings\n", 0));
    assert_eq!(run(&["check", "--format", "json"]), ("[]\n".to_owned(), 0));
    assert_eq!(run(&["check", "--format", "github"]), (String::new(), 0));
}

/// A project with an error and a warning in Chinese.
fn faulty() -> Project {
    let text =
        CHINESE.replace("= 成功", "= 成功{ $cdoe }").replace("= 已经是好友了", "= 已经是好友了...");
    Project::new(&[("zh-CN/errors.ftl", &text)])
}

#[test]
fn people_see_the_line_and_the_place() {
    let (text, status) = faulty().run(&["check", "--dir", "locales"]);
    let expected = "\
error[unknown-variable]: nobody passes `$cdoe`; did you mean `$code`?
  --> locales/zh-CN/errors.ftl:11:22
   |
11 | error-success = 成功{ $cdoe }
   |                        ^^^^

warning[ellipsis]: three full stops; write …
  --> locales/zh-CN/errors.ftl:73:25
   |
73 | error-is-friend = 已经是好友了...
   |                               ^^^

en-US: no findings
zh-CN: 1 error, 1 warning
";
    assert_eq!((text.as_str(), status), (expected, 1));
}

#[test]
fn warnings_are_denied_when_asked() {
    let text = CHINESE.replace("= 成功", "= 成功...");
    let project = Project::new(&[("zh-CN/errors.ftl", &text)]);
    assert_eq!(project.run(&["check", "--dir", "locales"]).1, 0);
    let (text, status) = project.run(&["check", "--dir", "locales", "--deny-warnings"]);
    assert!(text.ends_with("zh-CN: 1 warning\n"), "{text}");
    assert_eq!(status, 1);
}

#[test]
fn json_has_every_field() {
    let (text, status) = faulty().run(&["check", "--dir", "locales", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(status, 1);
    assert_eq!(
        json,
        serde_json::json!([
            {
                "rule": "unknown-variable", "severity": "error", "locale": "zh-CN",
                "path": "locales/zh-CN/errors.ftl", "line": 11, "column": 22,
                "id": "error-success", "message": "nobody passes `$cdoe`; did you mean `$code`?",
            },
            {
                "rule": "ellipsis", "severity": "warning", "locale": "zh-CN",
                "path": "locales/zh-CN/errors.ftl", "line": 73, "column": 25,
                "id": "error-is-friend", "message": "three full stops; write …",
            },
        ])
    );
}

#[test]
fn github_gets_annotations() {
    let (text, status) = faulty().run(&["check", "--dir", "locales", "--format", "github"]);
    let expected = "\
::error file=locales/zh-CN/errors.ftl,line=11,col=22,title=unknown-variable::nobody passes `$cdoe`; did you mean `$code`?
::warning file=locales/zh-CN/errors.ftl,line=73,col=25,title=ellipsis::three full stops; write …
";
    assert_eq!((text.as_str(), status), (expected, 1));
    let project = Project::new(&[("a%,:b/errors.ftl", "error-success = 好")]);
    let (text, _) = project.run(&["check", "--dir", "locales", "--format", "github"]);
    let first = text.lines().next().unwrap();
    assert!(
        first.starts_with("::error file=locales/a%25%2C%3Ab/errors.ftl,line=1,col=1,"),
        "{first}"
    );
    assert!(first.contains("::`a%25,:b` is no locale tag;"), "{first}");
}

#[test]
fn what_has_no_place_in_a_text_is_told_too() {
    let project = Project::new(&[]);
    std::fs::write(project.path("zh-CN/errors.ftl"), b"error-success = \xff").unwrap();
    std::fs::create_dir(project.path("zh-CN/folder.ftl")).unwrap();
    let (text, status) = project.run(&["check", "--dir", "locales"]);
    let expected = "\
error[unreadable]: cannot read this: it is no regular file
--> locales/zh-CN/folder.ftl:1:1

error[not-utf8]: these bytes are not UTF-8, and the file is not used; save it as UTF-8
--> locales/zh-CN/errors.ftl:1:17

en-US: no findings
zh-CN: 2 errors
";
    assert_eq!((text.as_str(), status), (expected, 1));
}

#[test]
fn carets_stand_under_the_character_after_crlf_and_bom() {
    let text = CHINESE.replace("= 成功", "= 成功<b>").replace('\n', "\r\n");
    let project = Project::new(&[("zh-CN/errors.ftl", &format!("\u{feff}{text}"))]);
    let (text, _) = project.run(&["check", "--dir", "locales"]);
    let place = "11 | error-success = 成功<b>\n   |                     ^\n";
    assert!(text.contains(place), "{text}");
    assert!(text.contains("error[bom]"), "{text}");
}

#[test]
fn a_line_break_is_shown_at_the_end_of_its_line() {
    let text = CHINESE.replace("= 成功\n", "= 成功\n    了\n");
    let project = Project::new(&[("zh-CN/errors.ftl", &text)]);
    let (text, _) = project.run(&["check", "--dir", "locales"]);
    let place = "11 | error-success = 成功\n   |                     ^\n\n";
    assert!(text.contains(place), "{text}");
}
