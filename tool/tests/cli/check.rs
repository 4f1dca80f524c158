//! `check`.

use super::{CHINESE, Project, run_in, tool};

#[test]
fn a_project_without_mistakes_has_no_findings() {
    let project = Project::new(&[]);
    let (text, status) = project.run(&["check", "--deny-warnings"]);
    assert_eq!((text.as_str(), status), ("en-US: no findings\nzh-CN: no findings\n", 0));
    assert_eq!(project.run(&["check", "--format", "json"]), ("[]\n".to_owned(), 0));
    for format in ["github", "short"] {
        assert_eq!(project.run(&["check", "--format", format]), (String::new(), 0));
    }
}

#[test]
fn a_missing_folder_is_an_error() {
    let empty = tempfile::tempdir().unwrap();
    for command in [
        &["check"][..],
        &["coverage"],
        &["fmt"],
        &["update"],
        &["preview", "-o", "x"],
        &["accept", "fr", "--all"],
    ] {
        let (text, status) = run_in(empty.path(), command);
        let expected = "error: there is no folder `locales` here; name one with --dir\n";
        assert_eq!((text.as_str(), status), (expected, 2));
    }
    let (text, status) = run_in(empty.path(), &["check", "--dir", "."]);
    assert_eq!((text.as_str(), status), ("error: there is no file `<tag>/*.ftl` in `.`\n", 2));
}

/// A project with an error and a warning in Chinese.
fn faulty() -> Project {
    let text =
        CHINESE.replace("= 成功", "= 成功{ $cdoe }").replace("= 已经是好友了", "= 已经是好友了...");
    Project::new(&[("zh-CN/errors.ftl", &text)])
}

#[test]
fn the_human_format_shows_the_line_and_points_at_the_mistake() {
    let (text, status) = faulty().run(&["check"]);
    let expected = "\
error[unknown-variable]: unknown variable `$cdoe`; did you mean `$code`?
  --> locales/zh-CN/errors.ftl:11:22
   |
11 | error-success = 成功{ $cdoe }
   |                        ^^^^

warning[ellipsis]: `...` instead of an ellipsis; write `…`
  --> locales/zh-CN/errors.ftl:51:25
   |
51 | error-is-friend = 已经是好友了...
   |                               ^^^

en-US: no findings
zh-CN: 1 error, 1 warning
";
    assert_eq!((text.as_str(), status), (expected, 1));
}

#[test]
fn warnings_can_be_denied() {
    let text = CHINESE.replace("= 成功", "= 成功...");
    let project = Project::new(&[("zh-CN/errors.ftl", &text)]);
    assert_eq!(project.run(&["check"]).1, 0);
    let (text, status) = project.run(&["check", "--deny-warnings"]);
    assert!(text.ends_with("zh-CN: 1 warning\n"), "{text}");
    assert_eq!(status, 1);
}

#[test]
fn one_locale_can_be_checked_alone() {
    let project = faulty();
    assert_eq!(
        project.run(&["check", "--locale", "en-US"]),
        ("en-US: no findings\n".to_owned(), 0)
    );
    let (text, status) = project.run(&["check", "--locale", "zh-CN"]);
    assert!(text.ends_with("\n\nzh-CN: 1 error, 1 warning\n"), "{text}");
    assert_eq!(status, 1);
    let (text, status) = project.run(&["check", "--locale", "fr"]);
    assert_eq!(
        (text.as_str(), status),
        ("error: there is no locale `fr`; available locales: en-US, zh-CN\n", 2)
    );
}

#[test]
fn the_short_format_is_one_line_per_finding() {
    let (text, status) = faulty().run(&["check", "--format", "short"]);
    let expected = "\
locales/zh-CN/errors.ftl:11:22: error: unknown variable `$cdoe`; did you mean `$code`? [unknown-variable]
locales/zh-CN/errors.ftl:51:25: warning: `...` instead of an ellipsis; write `…` [ellipsis]
";
    assert_eq!((text.as_str(), status), (expected, 1));
}

#[test]
fn the_json_format_has_every_field() {
    let (text, status) = faulty().run(&["check", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(status, 1);
    assert_eq!(
        json,
        serde_json::json!([
            {
                "rule": "unknown-variable", "severity": "error", "locale": "zh-CN",
                "path": "locales/zh-CN/errors.ftl", "line": 11, "column": 22,
                "end_line": 11, "end_column": 26, "id": "error-success",
                "message": "unknown variable `$cdoe`; did you mean `$code`?",
            },
            {
                "rule": "ellipsis", "severity": "warning", "locale": "zh-CN",
                "path": "locales/zh-CN/errors.ftl", "line": 51, "column": 25,
                "end_line": 51, "end_column": 28, "id": "error-is-friend",
                "message": "`...` instead of an ellipsis; write `…`",
            },
        ])
    );
}

#[test]
fn the_github_format_prints_annotations() {
    let (text, status) = faulty().run(&["check", "--format", "github"]);
    let expected = "\
::error file=locales/zh-CN/errors.ftl,line=11,col=22,endColumn=25,title=unknown-variable::unknown variable `$cdoe`; did you mean `$code`?
::warning file=locales/zh-CN/errors.ftl,line=51,col=25,endColumn=27,title=ellipsis::`...` instead of an ellipsis; write `…`
";
    assert_eq!((text.as_str(), status), (expected, 1));
    let project = Project::new(&[("a%,:b/errors.ftl", "error-success = 好")]);
    let (text, _) = project.run(&["check", "--format", "github"]);
    let first = text.lines().next().unwrap();
    assert!(
        first.starts_with("::error file=locales/a%25%2C%3Ab/errors.ftl,line=1,col=1,"),
        "{first}"
    );
    assert!(first.contains("::invalid locale tag `a%25,:b`;"), "{first}");
}

#[test]
fn findings_about_whole_files_and_folders_are_shown() {
    let project = Project::new(&[]);
    std::fs::write(project.path("zh-CN/errors.ftl"), b"error-success = \xff").unwrap();
    std::fs::create_dir(project.path("zh-CN/folder.ftl")).unwrap();
    std::fs::create_dir(project.path("fr")).unwrap();
    let (text, status) = project.run(&["check"]);
    for line in [
        "error[unreadable]: cannot read this: it is not a regular file; make it readable, or remove it\n",
        "--> locales/zh-CN/folder.ftl:1:1\n",
        "error[stray-file]: this folder has no `.ftl` file; add `errors.ftl`, or remove the folder\n",
        "error[not-utf8]: these bytes are not UTF-8, and the file is not used; save it as UTF-8\n",
        "--> locales/zh-CN/errors.ftl:1:17\n",
        "\nfr: 1 error\n",
        "\nzh-CN: 2 errors\n",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert_eq!(status, 1);
}

#[test]
fn carets_are_under_the_character_after_crlf_and_bom() {
    let text = CHINESE.replace("= 成功", "= 成功<b>").replace('\n', "\r\n");
    let project = Project::new(&[("zh-CN/errors.ftl", &format!("\u{feff}{text}"))]);
    let (text, _) = project.run(&["check"]);
    let place = "11 | error-success = 成功<b>\n   |                     ^^^\n";
    assert!(text.contains(place), "{text}");
    assert!(text.contains("error[bom]"), "{text}");
}

#[test]
fn a_line_break_is_shown_at_the_end_of_its_line() {
    let text = CHINESE.replace("= 成功\n", "= 成功\n    了\n");
    let project = Project::new(&[("zh-CN/errors.ftl", &text)]);
    let (text, _) = project.run(&["check"]);
    let place = "11 | error-success = 成功\n   |                     ^\n\n";
    assert!(text.contains(place), "{text}");
}

/// The columns that a line takes in a terminal.
fn width(line: &str) -> usize {
    line.chars()
        .map(|c| {
            if ('\u{1100}'..'\u{fffe}').contains(&c) && !('\u{2000}'..'\u{2e80}').contains(&c) {
                2
            } else {
                1
            }
        })
        .sum()
}

#[test]
fn findings_fit_the_terminal() {
    let long = "好友申请发起方的好友个数超过上限，请先删除一部分好友，再重新发起申请，或者联系客服";
    let text = CHINESE
        .replace("= 成功", &format!("= {long}<b>{long}"))
        .replace("= 已经是好友了", "= 已经\t是好友了 { $cdoee }");
    let project = Project::new(&[("zh-CN/errors.ftl", &text)]);
    for columns in [50, 80, 120] {
        let mut tool = tool(&["check"]);
        let output =
            tool.env("COLUMNS", columns.to_string()).current_dir(project.0.path()).output();
        let text = String::from_utf8(output.unwrap().stdout).unwrap();
        for line in text.lines() {
            assert!(width(line) <= columns, "{columns}: {}: {line}", width(line));
        }
        // Each caret is under its character.
        for pair in text.lines().collect::<Vec<_>>().windows(2) {
            if let (Some(at), true) = (pair[1].find("^^^^^"), pair[0].contains("$cdoee")) {
                let before = &pair[0][..pair[0].find("cdoe").unwrap()];
                assert_eq!(width(before), at, "{columns}:\n{}\n{}", pair[0], pair[1]);
            }
        }
        assert!(text.contains("cdoee }") && text.contains("errors.ftl:11:58\n"), "{text}");
    }
}
