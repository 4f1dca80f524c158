//! `update`.

use super::{CHINESE, ENGLISH, Project};

#[test]
fn stubs_are_added_and_their_english_is_updated() {
    let project = Project::new(&[]);
    project.run(&["new-locale", "ja"]);
    let english = ENGLISH.replace("= You’re already friends.", "= You are friends.");
    project.write("en-US/errors.ftl", &english);
    project.write(
        "zh-CN/errors.ftl",
        &CHINESE.replace(
            "error-network-error = 网络错误\n    .suggestion = 请检查网络连接后重试\n",
            "",
        ),
    );
    let (text, status) = project.run(&["update"]);
    let expected = "\
locales/ja/errors.ftl: updated the English of error-is-friend
locales/zh-CN/errors.ftl: added a stub of error-network-error
";
    assert_eq!((text.as_str(), status), (expected, 0));
    let chinese = project.read("zh-CN/errors.ftl");
    assert!(chinese.contains("\n# error-network-error = "), "{chinese}");
    assert!(project.read("ja/errors.ftl").contains("\n# error-is-friend = You are friends.\n"));
    assert_eq!(project.run(&["fmt", "--check"]), (String::new(), 0));
    let (text, status) = project.run(&["update", "ja"]);
    assert_eq!((text.as_str(), status), ("locales/ja/errors.ftl: up to date\n", 0));
    assert_eq!(project.run(&["update", "fr"]).1, 2);
}

#[test]
fn a_file_with_errors_is_skipped() {
    let broken = CHINESE.replace("error-success =", "error-success");
    let project = Project::new(&[("zh-CN/errors.ftl", &broken)]);
    let (text, status) = project.run(&["update"]);
    assert!(text.ends_with("skipped locales/zh-CN/errors.ftl: it has errors\n"), "{text}");
    assert_eq!((status, project.read("zh-CN/errors.ftl")), (1, broken));
}

/// A translator types a translation into a stub and leaves its `# `.
#[test]
fn a_translated_stub_is_kept() {
    let project = Project::new(&[]);
    project.run(&["new-locale", "ja"]);
    let stub = "# error-is-friend = You’re already friends.";
    let translated = project.read("ja/errors.ftl").replace(stub, "# error-is-friend = 友だちです");
    project.write("ja/errors.ftl", &translated);
    project.write("en-US/errors.ftl", &ENGLISH.replace("= You’re already friends.", "= Friends."));
    let (check, _) = project.run(&["check", "--locale", "ja", "--format", "short"]);
    assert!(check.contains("this stub is translated; remove the `# `"), "{check}");
    assert_eq!(project.run(&["update", "ja"]).1, 0);
    assert_eq!(project.read("ja/errors.ftl"), translated);
}
