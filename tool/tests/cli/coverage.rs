//! `coverage`.

use super::{CHINESE, ENGLISH, Project};

const FULL: &str = "████████████████████████";

#[test]
fn the_repository_is_complete() {
    let (text, status) = Project::new(&[]).run(&["coverage"]);
    let line = |tag: &str| format!("{tag}  {FULL}  48/48 messages, 27/27 suggestions\n");
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
    assert_eq!(lines[0], format!("en-US  {FULL}  48/48 messages, 27/27 suggestions"));
    assert_eq!(lines[1], "fr     █░░░░░░░░░░░░░░░░░░░░░░░   3/48 messages, 1/27 suggestions");
    assert!(lines[2].starts_with("       45 missing: error-invalid-token, "), "{text}");
    assert!(text.contains("error-is-friend"), "a text that does not format is missing");
    let end = &lines[lines.len() - 3..];
    assert_eq!(end[0], format!("zh-CN  {FULL}  48/48 messages, 27/27 suggestions"));
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
            "locale": "zh-CN", "messages": 48, "translated": 48, "suggestions": 27,
            "suggestions_translated": 27, "missing": [],
            "source_changed": ["error-invalid-token"], "same_as_source": ["error-success"],
        })
    );
    assert_eq!(json[1]["missing"].as_array().unwrap().len(), 45);
    let (text, _) = project().run(&["coverage", "--format", "markdown"]);
    let expected = "\
| Locale | Messages | Suggestions | Missing | Source changed | Same as source |
| ------ | -------- | ----------- | ------- | -------------- | -------------- |
| en-US  | 48/48    | 27/27       | 0       | 0              | 0              |
| fr     | 3/48     | 1/27        | 45      | 0              | 0              |
| zh-CN  | 48/48    | 27/27       | 0       | 1              | 1              |
";
    assert_eq!(text, expected);
}

/// `check`, `coverage` and `preview` agree on what there is to translate.
#[test]
fn the_commands_count_the_same_messages() {
    let half = &CHINESE[..CHINESE.find("error-userid-mismatch-token").unwrap()];
    for (text, translated) in [
        ("error-success = Réussi\n", 1),
        ("error-success = Réussi\nerror-unknown = Inconnue : { $code }\n", 2),
        (half, half.lines().filter(|line| line.starts_with("error-")).count()),
    ] {
        let project = Project::new(&[("fr/errors.ftl", text)]);
        let missing = 48 - translated;

        let (checked, _) = project.run(&["check", "--locale", "fr", "--format", "json"]);
        let findings: serde_json::Value = serde_json::from_str(&checked).unwrap();
        let mut reported = 0;
        for finding in findings.as_array().unwrap() {
            let message = finding["message"].as_str().unwrap();
            if finding["rule"] == "missing-message" {
                reported += message.split(' ').next().unwrap().parse().unwrap_or(1);
            }
        }
        assert_eq!(reported, missing, "{checked}");

        let (counted, _) = project.run(&["coverage", "--format", "json"]);
        let rows: serde_json::Value = serde_json::from_str(&counted).unwrap();
        assert_eq!(rows[1]["locale"], "fr");
        assert_eq!(
            (&rows[1]["messages"], &rows[1]["translated"]),
            (&48.into(), &translated.into())
        );
        assert_eq!(rows[1]["missing"].as_array().unwrap().len(), missing);

        assert_eq!(project.run(&["preview", "-o", "page.html"]).1, 0);
        let page = std::fs::read_to_string(project.0.path().join("page.html")).unwrap();
        let data = page.split_once("id=\"data\">").unwrap().1.split_once("</script>").unwrap().0;
        let data: serde_json::Value = serde_json::from_str(data).unwrap();
        let cards = data["messages"].as_array().unwrap();
        assert_eq!(cards.len(), 48);
        let without_text = |card: &&serde_json::Value| card["texts"]["fr"]["text"].is_null();
        assert_eq!(cards.iter().filter(without_text).count(), missing);
    }
    // Stubs are counted as missing, and `check` says how many of how many.
    let project = Project::new(&[]);
    assert_eq!(project.run(&["new-locale", "de"]).1, 0);
    assert!(project.run(&["check", "--locale", "de"]).0.contains("48 of 48 messages"));
    assert!(project.run(&["coverage"]).0.contains(" 0/48 messages, "));
}
