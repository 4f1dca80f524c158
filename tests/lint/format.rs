//! What formatting a file keeps, from outside.

use im_error_l10n::lint::{File, format, template};

fn formatted(text: &str) -> String {
    format(&File::new("en-US", "en-US/errors.ftl", text)).unwrap()
}

#[test]
fn a_comment_without_a_line_leaves_nothing_behind() {
    for text in ["#", "##", "###", "-t = x\n#", "# a\n\n##", "error-success = x\n\n### "] {
        let once = formatted(text);
        assert_eq!(formatted(&once), once, "{text:?}");
    }
    assert_eq!(formatted("error-success = x\n#"), "error-success = x\n");
}

#[test]
fn what_cannot_be_read_is_not_formatted() {
    let findings = format(&File::new("en-US", "x.ftl", "error-success = { $x\n")).unwrap_err();
    assert_eq!(
        findings.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["x.ftl:1:21: error: expected `}` to close the placeable; the line ends here [syntax]"]
    );
    assert!(format(&File::new("en-US", "x.ftl", b"\xff")).is_err());
}

/// A message that cannot be read would be missing in every new locale.
#[test]
fn a_faulty_source_makes_no_file_of_a_new_locale() {
    for source in ["-t = T\nerror-success = { $x\n", "error-success = a\n-t =\r \n"] {
        let file = File::new("en-US", "x.ftl", source);
        assert_eq!(template(&file, "fr").unwrap_err(), format(&file).unwrap_err(), "{source:?}");
    }
}

#[test]
fn the_file_of_a_new_locale_has_no_message_yet() {
    let source = "### All\n\n-t = T\n\n## Group\n\n# 56: Why.\nerror-not-friend = Not { -t }\n    \
                  .suggestion = Add\n";
    let text = template(&File::new("en-US", "x.ftl", source), "fr").unwrap();
    assert_eq!(
        text,
        "### fr: translate what stands behind each `=`, and remove the `# ` before it.\n\
         ### What `en-US` says stands above it. Then run `check`.\n\n\
         -t = T\n\n## Group\n\n# 56: Why.\n# en-US: error-not-friend = Not { -t }\n\
         # en-US:     .suggestion = Add\n# error-not-friend =\n#     .suggestion =\n"
    );
}

#[test]
fn a_comment_before_a_blank_line_stands_alone() {
    for blank in ["\n", "   \n", "\n\n"] {
        let text = format!("# Alone.\n{blank}# Of the message.\nerror-success = x\n");
        assert_eq!(formatted(&text), "# Alone.\n\n# Of the message.\nerror-success = x\n");
        let text = format!("# Alone.\n{blank}error-success = x\n");
        assert_eq!(formatted(&text), "# Alone.\n\nerror-success = x\n");
    }
}

/// Fluent's serializer indents no line behind a first one that begins with a full stop, and its
/// parser does not see that a placeable is indented less than a text.
#[test]
fn a_text_that_would_change_keeps_the_file_as_it_is() {
    for text in [
        "error-success = x\nerror-is-friend = .a\n    b\n",
        "error-success = x\nerror-is-friend = y\n    .suggestion =\n        a\n{ $name }\n",
        "error-success = x\nerror-is-friend = .a\n    b\nerror-success = y\n",
    ] {
        let findings = format(&File::new("en-US", "x.ftl", text)).unwrap_err();
        assert_eq!(
            findings.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["x.ftl:2:1: error: a text of this message cannot be written in the canonical form; \
              put it on one line, without control characters [syntax]"]
        );
    }
}

#[test]
fn a_text_keeps_its_spaces() {
    for text in [
        "error-success = 成功\u{3000}\n",
        "error-success =\n    a  \n    b\n\n    c\u{3000}\n    d\n",
        "error-success =\n    { $code ->\n        [0] a\n       *[other] b\n    }\n",
    ] {
        assert_eq!(formatted(text), text);
    }
    assert_eq!(formatted("error-success =\n  a\n  \n  b  \n"), "error-success =\n    a\n\n    b\n");
}

/// All orders of four messages, of which two have one id, and a group comment in all places.
#[test]
fn messages_come_in_the_order_of_the_codes() {
    let sorted = ["error-success = 0", "error-not-friend = 1", "error-not-friend = 2", "mine = 3"];
    let mut orders = vec![Vec::new()];
    for message in sorted {
        let with = |order: &Vec<_>, at| [&order[..at], &[message], &order[at..]].concat();
        let longer = |order| (0..=Vec::len(order)).map(move |at| with(order, at));
        orders = orders.iter().flat_map(longer).collect();
    }
    assert_eq!(orders.len(), 24);
    for order in orders {
        let place = |message: &str| order.iter().position(|it| *it == message);
        // Of two with one id the first stays the first, since only it serves.
        let mut expected = sorted;
        if place(sorted[1]) > place(sorted[2]) {
            expected.swap(1, 2);
        }
        for at in 0..=order.len() {
            let lines = [&order[..at], &["## Group"], &order[at..]].concat();
            let text = formatted(&lines.join("\n\n"));
            let messages: Vec<_> = text.lines().filter(|line| line.contains('=')).collect();
            assert_eq!(messages, expected, "{lines:?}");
            assert_eq!(formatted(&text), text, "{lines:?}");
            if order == expected {
                assert_eq!(text, lines.join("\n\n") + "\n");
            }
        }
    }
}

/// What is moved stands behind the message before it, and parts no group from its head.
#[test]
fn groups_keep_their_heads() {
    let text = "## One\n\nerror-invalid-ticket = 2\n\n## Two\n\nerror-server-error = 6\n\
                error-success = 0\nerror-not-friend = 56\nerror-invalid-request = 4\n\n## Three\n";
    assert_eq!(
        formatted(text),
        "## One\n\nerror-success = 0\n\nerror-invalid-ticket = 2\n\nerror-invalid-request = 4\n\n\
         ## Two\n\nerror-server-error = 6\n\nerror-not-friend = 56\n\n## Three\n"
    );
}
