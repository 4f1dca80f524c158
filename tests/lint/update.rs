//! Stubs: new locales, new messages, and changes of the English; renaming.

use im_error_l10n::lint::File;
use im_error_l10n::lint::tool::{format, rename, template, update};

use super::{CHINESE, ENGLISH, file, rules, with_english};

fn updated(english: &str, text: &str) -> (String, Vec<String>, Vec<String>) {
    let file_ = file("ja", text);
    let (text, done) = update(&[file("en-US", english), file_.clone()], &file_).unwrap();
    (text, done.added, done.renewed)
}

#[test]
fn a_new_locale_consists_of_stubs_in_canonical_form() {
    let text = template(&[file("en-US", ENGLISH)], "ja").unwrap();
    assert_eq!(format(&file("ja", &text)).unwrap(), text);
    assert_eq!(rules(&with_english("ja", &text)), ["untranslated"]);
    assert!(text.contains(
        "\n# error-not-friend = You and this user aren’t friends.\n#     .suggestion = "
    ));
    assert_eq!(updated(ENGLISH, &text), (text.clone(), vec![], vec![]));
}

#[test]
fn stubs_of_new_messages_are_inserted_in_order() {
    let without = CHINESE.replace("error-is-friend = 已经是好友了\n", "");
    let (text, added, renewed) = updated(ENGLISH, &without);
    assert_eq!((added, renewed), (vec!["error-is-friend".to_owned()], vec![]));
    let at = text.find("# error-is-friend = You’re already friends.\n\n").unwrap();
    assert!(
        text[..at].contains("error-update-frequent =") && !text[..at].contains("error-friend-more")
    );
    // Every old line is still there, in order.
    let mut lines = text.lines();
    assert!(without.lines().all(|line| lines.any(|other| other == line)));
    assert_eq!(rules(&with_english("zh-CN", &text)), ["untranslated"]);
    assert_eq!(updated(ENGLISH, &text), (text.clone(), vec![], vec![]));
    assert_eq!(format(&file("ja", &text)).unwrap(), text);
    let (text, added, _) = updated(ENGLISH, &CHINESE.replace("error-success = 成功\n", ""));
    assert_eq!(added, ["error-success"]);
    assert!(text.find("# error-success = ").unwrap() < text.find("error-invalid-token").unwrap());
}

#[test]
fn the_english_in_stubs_is_updated() {
    let old = template(&[file("en-US", ENGLISH)], "ja").unwrap();
    let english = ENGLISH.replace("= Add this user as a friend first.", "= Add them first.");
    let (text, added, renewed) = updated(&english, &old);
    assert_eq!((added, renewed), (vec![], vec!["error-not-friend".to_owned()]));
    assert_eq!(text, old.replace("= Add this user as a friend first.", "= Add them first."));
}

#[test]
fn translations_are_never_changed() {
    let english = ENGLISH.replace("You and this user aren’t friends.", "Not friends.");
    assert_eq!(updated(&english, CHINESE), (CHINESE.to_owned(), vec![], vec![]));
    let broken = file("ja", "error-success");
    assert!(update(&[file("en-US", ENGLISH), broken.clone()], &broken).is_err());
}

#[test]
fn renaming_changes_definitions_references_stubs_and_records() {
    let renamed = |text: &str, old: &str, new: &str| rename(&file("ja", text), old, new).unwrap();
    assert_eq!(
        renamed("-a = A\nx = { -a } { a } -a { -a.b ->\n       *[a] a\n    }\n", "-a", "-bc")
            .unwrap(),
        "-bc = A\nx = { -bc } { a } -a { -bc.b ->\n       *[a] a\n    }\n"
    );
    assert_eq!(
        renamed("# error-a = A\n\nerror-b = { error-a }\r\n", "error-a", "error-c").unwrap(),
        "# error-c = A\r\n\r\nerror-b = { error-c }\r\n"
    );
    assert_eq!(renamed("x = 1\n", "y", "z"), None);
    assert_eq!(renamed("# Like error-successful\nx = 1\n", "error-success", "error-x"), None);
    let record =
        File::new("ja", "ja/accepted.txt", "error-success = { -a } { -ab } { -a(x: 1) }\n");
    let text = rename(&record, "-a", "-c").unwrap().unwrap();
    assert_eq!(text, "error-success = { -c } { -ab } { -c(x: 1) }\n");
    let record = File::new("ja", "ja/accepted.txt", "# H\nerror-is-friend = error-is-friend\n");
    let text = rename(&record, "error-is-friend", "error-not-friend").unwrap().unwrap();
    assert_eq!(text, "# H\nerror-not-friend = error-is-friend\n");
}
