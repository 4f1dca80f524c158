//! Which definition of a message, term or attribute is used, and what is reported of the others.

use im_error_l10n::Localizer;

use super::{english, findings, french};

#[test]
fn the_first_of_two_messages_with_the_same_id_is_used() {
    let localizer =
        french("error-is-friend = un\n\nerror-is-friend = deux\n    .suggestion = trois");
    let message = localizer.message(60, "qaa");
    assert_eq!((message.text(), message.suggestion()), ("un", None));
    assert_eq!(
        findings(&localizer),
        [
            "qaa/added-1.ftl:3:1: error: duplicate message `error-is-friend`; first defined on line 1; \
          remove one of the two [duplicate-message]"
        ]
    );
}

#[test]
fn the_first_of_two_terms_with_the_same_name_is_used() {
    let localizer = french("-a = un\n-a = deux\n-a = trois\nerror-is-friend = { -a }");
    assert_eq!(localizer.text(60, "qaa"), "un");
    let duplicate = |line: usize| {
        format!(
            "qaa/added-1.ftl:{line}:1: error: duplicate term `-a`; first defined on line 1; remove \
             one of the two [duplicate-message]"
        )
    };
    // The span is the name's, after the hyphen.
    assert_eq!(
        findings(&localizer),
        [2, 3].map(|line| duplicate(line).replace(&format!(":{line}:1:"), &format!(":{line}:2:")))
    );
}

#[test]
fn the_first_of_two_suggestions_is_used() {
    let localizer = french("error-is-friend = a\n    .suggestion = b\n    .suggestion = c");
    assert_eq!(localizer.message(60, "qaa").suggestion(), Some("b"));
    assert_eq!(
        findings(&localizer),
        ["qaa/added-1.ftl:3:6: error: duplicate attribute `.suggestion`; remove one of the two \
          [duplicate-message]"]
    );
}

/// A message that the parser skipped together with a broken one keeps its place in the file.
#[test]
fn the_first_message_is_used_after_a_broken_one_too() {
    let localizer = french("error-success = {\nerror-is-friend = un\nerror-is-friend = deux");
    assert_eq!(localizer.text(60, "qaa"), "un");
    assert_eq!(
        findings(&localizer),
        [
            "qaa/added-1.ftl:1:18: error: expected `}` to close the placeable, found the end of the line \
             [syntax]",
            "qaa/added-1.ftl:3:1: error: duplicate message `error-is-friend`; first defined on line 2; \
             remove one of the two [duplicate-message]",
        ]
    );
}

/// As in @fluent/bundle; fluent-bundle keeps only the first of the two.
#[test]
fn a_term_and_a_message_may_have_the_same_name() {
    for source in ["-a = x\na = y\n", "a = y\n-a = x\n"] {
        let localizer =
            french(&format!("{source}error-is-friend = {{ -a }}\nerror-success = {{ a }}"));
        assert_eq!((&*localizer.text(60, "qaa"), &*localizer.text(0, "qaa")), ("x", "y"));
        assert_eq!(findings(&localizer), [""; 0]);
    }
    assert_eq!(french("-error-is-friend = x\nerror-is-friend = y").text(60, "qaa"), "y");
}

#[test]
fn the_last_file_that_defines_a_message_wins() {
    let localizer = Localizer::builder()
        .ftl("qaa", "error-is-friend = un\nerror-success = un")
        .ftl("qaa", "error-is-friend = deux")
        .build()
        .unwrap();
    assert_eq!(localizer.text(60, "qaa"), "deux");
    assert_eq!(localizer.text(0, "qaa"), "un");
    assert!(localizer.findings().is_empty());
}

#[test]
fn an_earlier_file_does_not_replace_a_broken_later_one() {
    let localizer = Localizer::builder()
        .ftl("qaa", "error-is-friend = un")
        .ftl("qaa", "error-is-friend = { -rien }")
        .build()
        .unwrap();
    assert_eq!(localizer.text(60, "qaa"), english(60));
    assert_eq!(
        findings(&localizer),
        [
            "qaa/added-2.ftl:1:22: error: unknown term `-rien`; define it, or remove the reference; the `error-is-friend` in qaa/added-1.ftl is not \
          used either [unknown-reference]"
        ]
    );
}
