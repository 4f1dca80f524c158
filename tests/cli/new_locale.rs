//! `new-locale`.

use std::fs;

use super::{Project, run_in};

#[test]
fn the_file_has_every_message_to_translate() {
    let project = Project::new(&[]);
    let (text, status) = project.run(&["new-locale", "fr"]);
    let expected = "made locales/fr/errors.ftl; translate the messages in it, then run `check`\n";
    assert_eq!((text.as_str(), status), (expected, 0));
    let file = project.read("fr/errors.ftl");
    let not_friend = "
# 56: The user wrote to, or acted on, somebody who is not a friend (contact) yet.
# en-US: error-not-friend = You and this user aren’t friends.
# en-US:     .suggestion = Add this user as a friend first.
# error-not-friend =
#     .suggestion =
";
    assert!(file.contains(not_friend), "{file}");
    assert!(file.contains("\n## The multimedia plugin\n"), "{file}");
    // Nothing counts as translated, and the file is as `fmt` would have it.
    let (coverage, _) = project.run(&["coverage", "--dir", "locales"]);
    assert!(
        coverage.contains("fr     ░░░░░░░░░░░░░░░░░░░░░░░░   0/47 messages, 0/27"),
        "{coverage}"
    );
    assert_eq!(project.run(&["fmt", "--check"]), (String::new(), 0));
}

#[test]
fn translating_is_taking_the_marks_away() {
    let project = Project::new(&[]);
    project.run(&["new-locale", "fr"]);
    let mut file = project.read("fr/errors.ftl");
    for (line, text) in
        [("# error-not-friend =", " Pas amis"), ("#     .suggestion =", " Ajoutez-le")]
    {
        let start = file.find("# error-not-friend =").unwrap_or(0);
        let at = start + file[start..].find(line).unwrap();
        let at = if text == " Ajoutez-le" {
            let message = file.find("error-not-friend = Pas").unwrap();
            message + file[message..].find(line).unwrap()
        } else {
            at
        };
        file.replace_range(at..at + line.len(), &format!("{}{text}", &line[2..]));
    }
    project.write("fr/errors.ftl", &file);
    let (text, _) = project.run(&["show", "56", "--dir", "locales", "--locale", "fr"]);
    assert_eq!(text, "Pas amis\nAjoutez-le\n");
}

#[test]
fn tags_and_folders_are_looked_at_first() {
    let project = Project::new(&[]);
    let refused = |tag: &str, message: &str| {
        let (text, status) = project.run(&["new-locale", tag]);
        assert_eq!((text, status), (format!("error: {message}\n"), 2));
    };
    refused("zh_tw", "`zh_tw` is not the canonical locale tag; write `zh-TW`");
    refused("iw", "`iw` is not the canonical locale tag; write `he`");
    refused("zh-CN", "`locales/zh-CN` is there already");
    let no_tag = "is no locale tag; a tag is a language and, where needed, a script and a region, as \
                  in `zh-CN`";
    for tag in ["../x", "french!", "", "x/y"] {
        refused(tag, &format!("`{tag}` {no_tag}"));
    }
    assert_eq!(fs::read_dir(project.path("")).unwrap().count(), 2);
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(run_in(empty.path(), &["new-locale", "fr"]).1, 2);
}

#[test]
fn a_broken_source_is_told() {
    let project = Project::new(&[]);
    fs::write(project.path("en-US/errors.ftl"), b"\xff").unwrap();
    let (text, status) = project.run(&["new-locale", "fr"]);
    assert!(text.starts_with("error: the source has errors, mend them first: "), "{text}");
    assert_eq!(status, 2);
    assert!(!project.path("fr").exists());
}
