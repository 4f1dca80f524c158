//! `accept`.

use super::{ENGLISH, Project};

#[test]
fn the_record_tells_what_went_stale() {
    let project = Project::new(&[]);
    let wrote = "zh-CN: wrote locales/zh-CN/accepted.txt\n";
    assert_eq!(project.run(&["accept"]), (wrote.to_owned(), 0));
    let record = project.read("zh-CN/accepted.txt");
    assert!(record.starts_with("# The source texts that the translations beside this file"));
    assert!(record.contains("\nerror-not-friend = You and this user aren’t friends.\n"));
    assert_eq!(project.run(&["accept"]), ("zh-CN: nothing to accept\n".to_owned(), 0));
    assert_eq!(project.run(&["check", "--dir", "locales", "--deny-warnings"]).1, 0);

    let now = ENGLISH
        .replace("You and this user aren’t friends.", "You aren’t friends.")
        .replace("= The operation succeeded.", "= Done.");
    project.write("en-US/errors.ftl", &now);
    let (text, status) = project.run(&["check", "--dir", "locales", "--deny-warnings"]);
    assert!(text.contains("run `accept zh-CN error-not-friend`"), "{text}");
    assert!(text.ends_with("zh-CN: 2 warnings\n"), "{text}");
    assert_eq!(status, 1);

    // The command that the finding names, and one line of difference.
    assert_eq!(project.run(&["accept", "zh-CN", "error-not-friend"]), (wrote.to_owned(), 0));
    let changed = record.replace("You and this user aren’t friends.", "You aren’t friends.");
    assert_eq!(project.read("zh-CN/accepted.txt"), changed);
    let (text, _) = project.run(&["check", "--dir", "locales"]);
    assert!(text.ends_with("zh-CN: 1 warning\n"), "{text}");
}

#[test]
fn untranslated_messages_are_not_accepted() {
    let project = Project::new(&[("fr/errors.ftl", "error-success = Réussi")]);
    project.run(&["accept", "fr"]);
    let record = project.read("fr/accepted.txt");
    let lines: Vec<_> = record.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(lines, ["error-success = The operation succeeded."]);
}

#[test]
fn wrong_words_are_told() {
    let project = Project::new(&[]);
    let refused = |args: &[&str], message: &str| {
        assert_eq!(project.run(args), (format!("error: {message}\n"), 2));
    };
    refused(&["accept", "en-US"], "`en-US` is the source, not a translation");
    refused(&["accept", "fr"], "there is no locale `fr`; there are en-US, zh-CN");
    refused(
        &["accept", "zh-CN", "error-not-freind"],
        "there is no message `error-not-freind`; did you mean `error-not-friend`?",
    );
    assert!(!project.path("zh-CN/accepted.txt").exists());
}
