//! `rename`.

use super::Project;

#[test]
fn every_locale_and_record_is_changed() {
    let project = Project::new(&[]);
    project.run(&["accept", "zh-CN", "--all"]);
    let (text, status) = project.run(&["rename", "error-is-friend", "error-be-friend"]);
    let expected = "\
changed locales/en-US/errors.ftl
changed locales/zh-CN/accepted.txt
changed locales/zh-CN/errors.ftl
";
    assert_eq!((text.as_str(), status), (expected, 0));
    for file in ["en-US/errors.ftl", "zh-CN/errors.ftl", "zh-CN/accepted.txt"] {
        let text = project.read(file);
        assert!(
            text.contains("\nerror-be-friend = ") && !text.contains("error-is-friend"),
            "{file}"
        );
    }
    assert_eq!(project.run(&["rename", "error-be-friend", "error-is-friend"]).1, 0);
    assert_eq!(project.run(&["check", "--deny-warnings"]).1, 0);
    assert_eq!(project.run(&["rename", "-multimedia-plugin", "-plugin"]).1, 0);
    assert_eq!(project.read("zh-CN/errors.ftl").matches("{ -plugin }").count(), 7);
    assert_eq!(project.run(&["check", "--deny-warnings"]).1, 0);
}

#[test]
fn usage_errors_are_explained() {
    let project = Project::new(&[]);
    let refused = |args: &[&str], message: &str| {
        assert_eq!(project.run(&[&["rename"], args].concat()), (format!("error: {message}\n"), 2));
    };
    refused(&["error-none", "error-x"], "`error-none` is not defined or used in any file");
    refused(
        &["error-is-friend", "error-not-friend"],
        "`error-not-friend` is already defined in locales/en-US/errors.ftl",
    );
    refused(
        &["-multimedia-plugin", "plugin"],
        "cannot rename between a term and a message; write both ids with `-`, or neither",
    );
    refused(
        &["error-is-friend", "错误"],
        "invalid id `错误`; an id is a letter from a to z, then letters, digits, `-` and `_`",
    );
}
