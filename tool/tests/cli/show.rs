//! `show`.

use super::{Project, run, tool};

/// Shows messages of the tests' own files.
fn show(args: &[&str]) -> (String, i32) {
    Project::new(&[]).run(&[&["show", "--dir", "locales"], args].concat())
}

#[test]
fn codes_are_found_by_number_name_or_id() {
    for code in ["56", "NotFriend", "+56", "notfriend", "error-not-friend", "ERROR-NOT-FRIEND"] {
        let (text, status) = run(&["show", code, "--locale", "zh-CN"]);
        assert!(text.starts_with("不是好友\n") && status == 0, "{code}: {text}");
    }
}

#[test]
fn several_codes_and_locales_can_be_given() {
    let (text, status) = show(&["56", "99999", "-1", "--locale", "zh-TW", "--locale", "zh-SG"]);
    let expected =
        "不是好友\n请先添加对方为好友\n\n未知错误（错误码：99999）\n\n未知错误（错误码：-1）\n";
    assert_eq!((text.as_str(), status), (expected, 0));
}

#[test]
fn the_systems_locale_is_the_default() {
    let english = run(&["show", "0", "--locale", "en-US"]).0;
    let chinese = tool(&["show", "0"]).env("LC_ALL", "zh_CN.UTF-8").output().unwrap();
    assert!(String::from_utf8(chinese.stdout).unwrap().starts_with("成功\n"));
    let none = tool(&["show", "0"]).env_remove("LC_ALL").output().unwrap();
    assert_eq!(String::from_utf8(none.stdout).unwrap(), english);
    assert_eq!(run(&["show", "0"]).0, english);
}

#[test]
fn all_codes_are_a_table() {
    let (text, status) = show(&["--locale", "zh"]);
    assert_eq!(status, 0);
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines[0], "    0  Success                      成功");
    assert_eq!(lines[1], "    1  InvalidToken                 无效 token");
    assert_eq!(lines[2], "                                    请重新登录");
    assert_eq!(lines.len(), 47 + 27);
}

#[test]
fn codes_are_sorted_by_number() {
    let (text, _) = show(&["--format", "json"]);
    let messages: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
    let codes: Vec<i64> =
        messages.iter().map(|message| message["code"].as_i64().unwrap()).collect();
    assert!(codes.is_sorted(), "{codes:?}");
    let (text, _) = show(&["56", "0", "--locale", "zh-CN"]);
    assert!(text.starts_with("不是好友\n"), "codes that are named keep their order: {text}");
}

#[test]
fn a_folder_that_differs_from_the_tool_is_noted() {
    let note = "note: the messages in `locales` differ from the tool's; ";
    let root = |args: &[&str]| run(args).0;
    assert!(!root(&["show", "56"]).contains(note), "the repository is embedded");
    let changed = Project::new(&[("zh-CN/errors.ftl", "error-not-friend = 还不是好友\n")]);
    let output = tool(&["show", "56", "--locale", "zh-CN"]).current_dir(changed.0.path()).output();
    let output = output.unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("不是好友\n"));
    assert!(String::from_utf8(output.stderr).unwrap().starts_with(note));
    assert!(!changed.run(&["show", "56", "--dir", "locales"]).0.contains(note));
    // Another project's folder, and one that cannot be read.
    let other = Project::new(&[("en-US/errors.ftl", "hello = Hello\n"), ("zh-CN/errors.ftl", "")]);
    assert!(!other.run(&["show", "56"]).0.contains(note));
}

#[test]
fn json_has_the_fields_of_the_message() {
    let (text, status) = show(&["56", "7", "--locale", "fr", "--format", "json"]);
    assert_eq!(status, 0);
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        json,
        serde_json::json!([
            {
                "code": 56, "name": "NotFriend", "kind": "failed-precondition",
                "id": "error-not-friend", "locale": "en-US",
                "text": "You and this user aren’t friends.",
                "suggestion": "Add this user as a friend first.", "fallback": true,
                "retryable": false,
            },
            {
                "code": 7, "name": null, "kind": "unknown", "id": null, "locale": "en-US",
                "text": "An unknown error occurred (code 7).", "suggestion": null, "fallback": true,
                "retryable": false,
            },
        ])
    );
    let (all, _) = show(&["--format", "json"]);
    assert_eq!(serde_json::from_str::<Vec<serde_json::Value>>(&all).unwrap().len(), 47);
}

#[test]
fn markdown_is_a_table() {
    let (text, status) = show(&["0", "56", "--locale", "zh-CN", "--format", "markdown"]);
    let expected = "\
| Code | Name      | Text     | Suggestion         |
| ---- | --------- | -------- | ------------------ |
| 0    | Success   | 成功     |                    |
| 56   | NotFriend | 不是好友 | 请先添加对方为好友 |
";
    assert_eq!((text.as_str(), status), (expected, 0));
    let project = Project::new(&[("en-US/errors.ftl", "error-success = a | b \\ <c>")]);
    let (text, _) = project.run(&["show", "0", "--dir", "locales", "--format", "markdown"]);
    assert!(text.contains("| a \\| b \\\\ \\<c> |"), "{text}");
}

#[test]
fn a_folder_replaces_the_embedded_messages() {
    let project = Project::new(&[
        ("en-US/errors.ftl", "error-success = Done."),
        ("fr/errors.ftl", "error-success = Réussi"),
    ]);
    let show = |args: &[&str]| project.run(&[&["show", "--dir", "locales"], args].concat());
    assert_eq!(show(&["0", "--locale", "fr-CA"]), ("Réussi\n".to_owned(), 0));
    assert_eq!(show(&["0", "--locale", "ja"]), ("Done.\n".to_owned(), 0));
    // Messages that are missing from the folder are not replaced by embedded ones.
    assert_eq!(show(&["56", "--locale", "fr"]), ("NotFriend (56)\n".to_owned(), 0));
    let only = Project::new(&[]);
    std::fs::remove_dir_all(only.path("en-US")).unwrap();
    let (text, status) = only.run(&["show", "0", "--dir", "locales", "--locale", "en"]);
    assert_eq!((text.as_str(), status), ("成功\n", 0));
}

#[test]
fn usage_errors_are_explained() {
    let usage = "\n\nFor more information, try '--help'.\n";
    let rejects = |args: &[&str], message: &str| {
        assert_eq!(run(args), (format!("error: {message}{usage}"), 2));
    };
    rejects(
        &["show", "NotFreind"],
        "invalid value 'NotFreind' for '[CODE|NAME|ID]...': unknown message `NotFreind`; did you mean \
         `NotFriend`?",
    );
    rejects(
        &["show", "2147483648"],
        "invalid value '2147483648' for '[CODE|NAME|ID]...': codes are numbers from -2147483648 to \
         2147483647",
    );
    let (text, status) = run(&["show", "--dir", "no/such/folder"]);
    let expected =
        "error: cannot read the folder `no/such/folder`: No such file or directory (os error 2)\n";
    assert_eq!((text.as_str(), status), (expected, 2));
    let empty = tempfile::tempdir().unwrap();
    let (text, status) = super::run_in(empty.path(), &["show", "--dir", "."]);
    assert_eq!((text.as_str(), status), ("error: there is no file `<tag>/*.ftl` in `.`\n", 2));
}
