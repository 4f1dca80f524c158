//! `accept`.

use super::{ENGLISH, Project};

/// A project in which the English of two messages changed.
fn changed() -> Project {
    let project = Project::new(&[]);
    assert_eq!(project.run(&["accept", "zh-CN", "--all"]).1, 0);
    let now = ENGLISH
        .replace("You and this user aren’t friends.", "You aren’t friends.")
        .replace("= The operation succeeded.", "= Done.");
    project.write("en-US/errors.ftl", &now);
    project
}

#[test]
fn the_old_and_the_new_english_are_printed() {
    let project = changed();
    let record = project.read("zh-CN/accepted.txt");
    let (text, status) = project.run(&["check", "--deny-warnings"]);
    assert!(text.contains("run `accept zh-CN error-not-friend`"), "{text}");
    assert!(text.ends_with("zh-CN: 2 warnings\n"), "{text}");
    assert_eq!(status, 1);

    let (text, status) = project.run(&["accept", "zh-CN", "error-not-friend"]);
    let expected = "\
zh-CN: accepted error-not-friend
    was You and this user aren’t friends.
    now You aren’t friends.
";
    assert_eq!((text.as_str(), status), (expected, 0));
    let changed = record.replace("You and this user aren’t friends.", "You aren’t friends.");
    assert_eq!(project.read("zh-CN/accepted.txt"), changed);
    assert!(project.run(&["check"]).0.ends_with("zh-CN: 1 warning\n"));
}

#[test]
fn messages_are_named_by_id_number_or_name() {
    for word in ["error-success", "0", "Success", "success", "ERROR-SUCCESS"] {
        let project = changed();
        let (text, _) = project.run(&["accept", "zh-CN", word]);
        assert!(text.starts_with("zh-CN: accepted error-success\n"), "{word}: {text}");
    }
    let project = changed();
    let (text, _) = project.run(&["accept", "zh-CN", "--all"]);
    assert_eq!(text.matches("accepted").count(), 2, "{text}");
    assert_eq!(
        project.run(&["accept", "zh-CN", "--all"]),
        ("zh-CN: nothing to accept\n".into(), 0)
    );
}

#[test]
fn untranslated_messages_are_not_accepted() {
    let project = Project::new(&[]);
    project.run(&["new-locale", "fr"]);
    let text = project.read("fr/errors.ftl");
    let text = text.replace("# error-success = The operation succeeded.", "error-success = Réussi");
    project.write("fr/errors.ftl", &text);
    // The English was recorded with the stub.
    let nothing = "fr: nothing to accept\n".to_owned();
    assert_eq!(project.run(&["accept", "fr", "--all"]), (nothing, 0));
    // Of a stub, it stays as the stub has it.
    let english = project.read("en-US/errors.ftl");
    project
        .write("en-US/errors.ftl", &english.replace("error-success = ", "error-success = Now: "));
    let english = project.read("en-US/errors.ftl");
    project.write(
        "en-US/errors.ftl",
        &english.replace("error-is-friend = ", "error-is-friend = Now: "),
    );
    let (text, _) = project.run(&["accept", "fr", "--all"]);
    assert_eq!(text.matches("accepted").count(), 1, "{text}");
    let record = project.read("fr/accepted.txt");
    assert!(record.contains("\nerror-success = Now: "), "{record}");
    assert!(record.contains("\nerror-is-friend = ") && !record.contains("error-is-friend = Now: "));
    let (text, status) = project.run(&["accept", "fr", "56"]);
    assert!(text.contains("`error-not-friend` is not translated yet"), "{text}");
    assert_eq!(status, 2);
    assert_eq!(project.read("fr/accepted.txt"), record);
}

/// An unreadable file used to empty the record.
#[test]
fn an_unreadable_translation_keeps_the_record() {
    let project = changed();
    let record = project.read("zh-CN/accepted.txt");
    let chinese = project.read("zh-CN/errors.ftl");
    std::fs::write(
        project.path("zh-CN/errors.ftl"),
        include_bytes!("../../../tests/mistakes/gbk.ftl"),
    )
    .unwrap();
    for args in [&["accept", "zh-CN", "--all"][..], &["accept", "zh-CN", "56"]] {
        let (text, status) = project.run(args);
        assert!(
            text.contains("GBK") && text.ends_with("error: nothing was accepted for `zh-CN`\n"),
            "{text}"
        );
        assert_eq!((status, project.read("zh-CN/accepted.txt")), (2, record.clone()));
    }
    project.write("zh-CN/errors.ftl", &chinese.replace("error-is-friend =", "error-is-friend"));
    project.run(&["accept", "zh-CN", "0"]);
    assert_eq!(project.read("zh-CN/accepted.txt").lines().count(), record.lines().count());
}

#[test]
fn usage_errors_are_explained() {
    let project = changed();
    let refused = |args: &[&str], message: &str| {
        let (text, status) = project.run(args);
        assert!(text.starts_with(&format!("error: {message}")), "{text}");
        assert_eq!(status, 2);
    };
    refused(&["accept", "en-US", "--all"], "`en-US` is the source, not a translation\n");
    refused(
        &["accept", "fr", "--all"],
        "there is no locale `fr`; available locales: en-US, zh-CN\n",
    );
    refused(
        &["accept", "zh-CN", "error-not-freind"],
        "invalid value 'error-not-freind' for '[ID|CODE|NAME]...': unknown message \
         `error-not-freind`; did you mean `error-not-friend`?\n",
    );
    refused(
        &["accept", "zh-CN", "3"],
        "invalid value '3' for '[ID|CODE|NAME]...': no message has the code 3\n",
    );
    refused(&["accept", "zh-CN"], "the following required arguments were not provided:\n");
    refused(&["accept"], "the following required arguments were not provided:\n");
}
