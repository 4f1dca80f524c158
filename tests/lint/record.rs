//! Translations made from an English that has changed since.

use im_error_l10n::lint::{File, Rule, Scope, accept, lint};

use super::{CHINESE, ENGLISH, told};

#[test]
fn source_changed() {
    let english = File::new("en-US", "en-US/errors.ftl", ENGLISH);
    let chinese = File::new("zh-CN", "zh-CN/errors.ftl", CHINESE);
    let record = accept(&[english.clone(), chinese.clone()], "zh-CN", &[]);
    assert!(record.contains("\nerror-not-friend = You and this user aren’t friends.\n"));
    assert!(record.contains("\nerror-not-friend.suggestion = Add this user as a friend first.\n"));
    let record = |text: &str| File::new("zh-CN", "zh-CN/accepted.txt", text);
    let accepted = accept(&[english.clone(), chinese.clone()], "zh-CN", &[]);
    let check = |files: &[File]| told(files, Scope::Complete);
    assert_eq!(check(&[english.clone(), chinese.clone(), record(&accepted)]), [""; 0]);

    let now = ENGLISH
        .replace("You and this user aren’t friends.", "You aren’t friends.")
        .replace("= Contact support.", "= Ask support.");
    let now = File::new("en-US", "en-US/errors.ftl", now);
    let stale = [now.clone(), chinese.clone(), record(&accepted)];
    assert_eq!(
        check(&stale),
        [
            "zh-CN/errors.ftl:48:1: warning: the source of `error-app-not-normal.suggestion` was \
             “Contact support.” when this was accepted and is “Ask support.” now; mend the \
             translation, then run `accept zh-CN error-app-not-normal` [source-changed]",
            "zh-CN/errors.ftl:61:1: warning: the source of `error-not-friend` was “You and this user \
             aren’t friends.” when this was accepted and is “You aren’t friends.” now; mend the \
             translation, then run `accept zh-CN error-not-friend` [source-changed]",
        ]
    );
    // Accepting one leaves the other.
    let one = accept(&stale, "zh-CN", &["error-not-friend"]);
    let left = check(&[now.clone(), chinese.clone(), record(&one)]);
    assert_eq!(left.len(), 1);
    assert!(left[0].contains("error-app-not-normal"));
    let all = accept(&[now.clone(), chinese.clone(), record(&one)], "zh-CN", &[]);
    assert_eq!(check(&[now, chinese.clone(), record(&all)]), [""; 0]);
    assert_eq!(accepted.lines().count(), all.lines().count());
    // What was never accepted stays so.
    let first = accept(&[english, chinese], "zh-CN", &["error-not-friend"]);
    assert_eq!(first.lines().filter(|line| !line.starts_with('#')).count(), 2);
}

/// A finding shows no more of a text than one can compare.
#[test]
fn a_long_source_is_shown_in_part() {
    let files = |english: &str| {
        let record = format!("error-success = {}\n", "一".repeat(501));
        [
            File::new("en-US", "en-US.ftl", format!("error-success = {english}")),
            File::new("fr", "fr.ftl", "error-success = Réussi"),
            File::new("fr", "fr/accepted.txt", record),
        ]
    };
    let found = lint(&files(&"é".repeat(500)), Scope::Complete);
    let found = found.iter().find(|it| it.rule == Rule::SourceChanged).unwrap();
    assert_eq!(
        found.message,
        format!(
            "the source of `error-success` was “{}…” when this was accepted and is “{}” now; mend \
             the translation, then run `accept fr error-success`",
            "一".repeat(500),
            "é".repeat(500),
        )
    );
}
