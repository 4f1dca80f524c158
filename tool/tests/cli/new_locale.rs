//! `new-locale`.

use std::fs;

use super::{Project, run_in};

#[test]
fn the_file_has_every_message_to_translate() {
    let project = Project::new(&[]);
    let (text, status) = project.run(&["new-locale", "fr"]);
    let expected =
        "created locales/fr/errors.ftl; translate the messages in it, then run `check`\n";
    assert_eq!((text.as_str(), status), (expected, 0));
    let file = project.read("fr/errors.ftl");
    let not_friend = "
# 56: The user wrote to, or acted on, somebody who is not a friend (contact) yet.
# error-not-friend = You and this user aren’t friends.
#     .suggestion = Add this user as a friend first.
";
    assert!(file.contains(not_friend), "{file}");
    assert!(file.contains("\n## The multimedia plugin\n"), "{file}");
    // Nothing counts as translated, and the file is in the canonical form.
    let (coverage, _) = project.run(&["coverage"]);
    assert!(
        coverage.contains("fr     ░░░░░░░░░░░░░░░░░░░░░░░░   0/48 messages, 0/27"),
        "{coverage}"
    );
    assert_eq!(project.run(&["fmt", "--check"]), (String::new(), 0));
    let (check, status) = project.run(&["check"]);
    assert!(check.ends_with("en-US: no findings\nfr: 1 warning\nzh-CN: no findings\n"), "{check}");
    assert_eq!(status, 0);
}

#[test]
fn removing_the_marks_turns_stubs_into_messages() {
    let project = Project::new(&[]);
    project.run(&["new-locale", "fr"]);
    let english = "# error-not-friend = You and this user aren’t friends.\n#     .suggestion = Add this user as a friend first.\n";
    let french = "error-not-friend = Pas amis\n    .suggestion = Ajoutez-le\n";
    project.write("fr/errors.ftl", &project.read("fr/errors.ftl").replace(english, french));
    let (text, _) = project.run(&["show", "56", "--dir", "locales", "--locale", "fr"]);
    assert_eq!(text, "Pas amis\nAjoutez-le\n");
    assert!(project.run(&["check"]).0.contains("47 of 48 messages are not translated yet"));
}

#[test]
fn tags_and_folders_are_checked_first() {
    let project = Project::new(&[]);
    let refused = |tag: &str, message: &str| {
        let (text, status) = project.run(&["new-locale", tag]);
        assert_eq!((text, status), (format!("error: {message}\n"), 2));
    };
    refused("zh_tw", "`zh_tw` is not the canonical locale tag; use `zh-TW`");
    refused("iw", "`iw` is not the canonical locale tag; use `he`");
    refused("zh-CN", "`locales/zh-CN` already exists");
    refused("jp", "unknown language `jp`; did you mean `ja`?");
    for tag in ["../x", "french!", "", "x/y"] {
        let (text, status) = project.run(&["new-locale", tag]);
        assert!(text.starts_with("error: ") && text.contains(&format!("`{tag}`")), "{text}");
        assert_eq!(status, 2);
    }
    assert_eq!(fs::read_dir(project.path("")).unwrap().count(), 2);
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(run_in(empty.path(), &["new-locale", "fr"]).1, 2);
}

#[test]
fn a_broken_source_is_reported() {
    let project = Project::new(&[]);
    fs::write(project.path("en-US/errors.ftl"), b"\xff").unwrap();
    let (text, status) = project.run(&["new-locale", "fr"]);
    assert!(text.starts_with("error: the source has errors; fix them first: "), "{text}");
    assert_eq!(status, 2);
    assert!(!project.path("fr").exists());
}
