//! `coverage`.

use super::{CHINESE, ENGLISH, Project};

const FULL: &str = "████████████████████████";

#[test]
fn the_repository_is_complete() {
    let (text, status) = Project::new(&[]).run(&["coverage"]);
    let line = |tag: &str| format!("{tag}  {FULL}  47/47 messages, 27/27 suggestions\n");
    assert_eq!((text, status), (line("en-US") + &line("zh-CN"), 0));
}

/// A project with an unfinished translation and one that is outdated and partly English.
fn project() -> Project {
    let english = ENGLISH.replace("= The token is invalid.", "= Your token is invalid.");
    let chinese = CHINESE.replace("= 成功", "= The operation succeeded.");
    let french = "error-success = Réussi\nerror-server-error = Panne\n    .suggestion = Attendez\n\
                  error-is-friend = { $x }\nerror-unknown = ?";
    let project = Project::new(&[("zh-CN/errors.ftl", &chinese), ("fr/errors.ftl", french)]);
    assert_eq!(project.run(&["accept", "zh-CN", "--all"]).1, 0);
    project.write("en-US/errors.ftl", &english);
    project
}

#[test]
fn untranslated_messages_are_listed() {
    let (text, status) = project().run(&["coverage"]);
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines[0], format!("en-US  {FULL}  47/47 messages, 27/27 suggestions"));
    assert_eq!(lines[1], "fr     █░░░░░░░░░░░░░░░░░░░░░░░   2/47 messages, 1/27 suggestions");
    assert!(lines[2].starts_with("       45 missing: error-invalid-token, "), "{text}");
    assert!(text.contains("error-is-friend"), "a text that does not format is missing");
    let end = &lines[lines.len() - 3..];
    assert_eq!(end[0], format!("zh-CN  {FULL}  47/47 messages, 27/27 suggestions"));
    assert_eq!(end[1], "       1 source changed: error-invalid-token");
    assert_eq!(end[2], "       1 same as source: error-success");
    assert!(lines.iter().all(|line| line.chars().count() <= 80));
    assert_eq!(status, 1, "gaps");
}

#[test]
fn json_and_markdown_have_the_figures() {
    let (text, _) = project().run(&["coverage", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        json[2],
        serde_json::json!({
            "locale": "zh-CN", "messages": 47, "translated": 47, "suggestions": 27,
            "suggestions_translated": 27, "missing": [],
            "source_changed": ["error-invalid-token"], "same_as_source": ["error-success"],
        })
    );
    assert_eq!(json[1]["missing"].as_array().unwrap().len(), 45);
    let (text, _) = project().run(&["coverage", "--format", "markdown"]);
    let expected = "\
| Locale | Messages | Suggestions | Missing | Source changed | Same as source |
| ------ | -------- | ----------- | ------- | -------------- | -------------- |
| en-US  | 47/47    | 27/27       | 0       | 0              | 0              |
| fr     | 2/47     | 1/27        | 45      | 0              | 0              |
| zh-CN  | 47/47    | 27/27       | 0       | 1              | 1              |
";
    assert_eq!(text, expected);
}
