//! Which definition of a message, term or attribute is used, and what is reported of the others.

use im_error_l10n::Localizer;

use super::{EMBEDDED, findings, french};

#[test]
fn the_first_of_two_messages_with_the_same_id_is_used() {
    let localizer =
        french("error-is-friend = un\n\nerror-is-friend = deux\n    .suggestion = trois");
    let message = localizer.message(60, "fr");
    assert_eq!((message.text(), message.suggestion()), ("un", None));
    assert_eq!(
        findings(&localizer),
        [
            "added-1.ftl:3:1: error: duplicate message `error-is-friend`; first defined on line 1, and \
          only that one is used [duplicate-message]"
        ]
    );
}

#[test]
fn the_first_of_two_terms_with_the_same_name_is_used() {
    let localizer = french("-a = un\n-a = deux\n-a = trois\nerror-is-friend = { -a }");
    assert_eq!(localizer.text(60, "fr"), "un");
    let duplicate = |line: usize| {
        format!(
            "added-1.ftl:{line}:1: error: duplicate term `-a`; first defined on line 1, and only \
             that one is used [duplicate-message]"
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
    assert_eq!(localizer.message(60, "fr").suggestion(), Some("b"));
    assert_eq!(
        findings(&localizer),
        ["added-1.ftl:3:6: error: duplicate `.suggestion`; only the first one is used \
          [duplicate-message]"]
    );
}

/// A message that the parser skipped together with a broken one keeps its place in the file.
#[test]
fn the_first_message_is_used_after_a_broken_one_too() {
    let localizer = french("error-success = {\nerror-is-friend = un\nerror-is-friend = deux");
    assert_eq!(localizer.text(60, "fr"), "un");
    assert_eq!(
        findings(&localizer),
        [
            "added-1.ftl:1:18: error: expected `}` to close the placeable, found the end of the line \
             [syntax]",
            "added-1.ftl:3:1: error: duplicate message `error-is-friend`; first defined on line 2, \
             and only that one is used [duplicate-message]",
        ]
    );
}

/// In Fluent, messages and terms share one namespace.
#[test]
fn a_term_and_a_message_with_the_same_name_are_reported() {
    let localizer = french("-a = x\na = y\nerror-is-friend = { -a }\nerror-success = { a }");
    assert_eq!(localizer.text(60, "fr"), "x");
    assert_eq!(localizer.text(0, "fr"), "The operation succeeded.");
    assert_eq!(
        findings(&localizer),
        ["added-1.ftl:4:19: error: `a` is ambiguous: a term has the same name; rename one \
          of them [duplicate-message]"]
    );
    let localizer = french("a = y\n-a = x\nerror-is-friend = { -a }\nerror-success = { a }");
    assert_eq!(localizer.text(60, "fr"), EMBEDDED);
    assert_eq!(localizer.text(0, "fr"), "y");
    assert_eq!(
        findings(&localizer),
        ["added-1.ftl:3:22: error: `-a` is ambiguous: a message has the same name; rename \
          one of them [duplicate-message]"]
    );
    // A code's message is used whatever the terms are called.
    assert_eq!(french("-error-is-friend = x\nerror-is-friend = y").text(60, "fr"), "y");
}

#[test]
fn the_last_file_that_defines_a_message_wins() {
    let localizer = Localizer::builder()
        .ftl("fr", "error-is-friend = un\nerror-success = un")
        .ftl("fr", "error-is-friend = deux")
        .build()
        .unwrap();
    assert_eq!(localizer.text(60, "fr"), "deux");
    assert_eq!(localizer.text(0, "fr"), "un");
    assert!(localizer.findings().is_empty());
}

#[test]
fn an_earlier_file_does_not_replace_a_broken_later_one() {
    let localizer = Localizer::builder()
        .ftl("fr", "error-is-friend = un")
        .ftl("fr", "error-is-friend = { -rien }")
        .build()
        .unwrap();
    assert_eq!(localizer.text(60, "fr"), EMBEDDED);
    assert_eq!(
        findings(&localizer),
        [
            "added-2.ftl:1:22: error: unknown term `-rien`; the `error-is-friend` in added-1.ftl is not \
          used either [unknown-reference]"
        ]
    );
}
