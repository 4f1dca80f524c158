//! Formatting: the canonical form, and what it must keep.

use im_error_l10n::edit::{format, template};
use im_error_l10n::lint::File;

use super::{CHINESE, ENGLISH};

fn formatted(text: &str) -> String {
    format(&File::new("en-US", "en-US/errors.ftl", text)).unwrap()
}

#[test]
fn empty_comments_are_removed() {
    for text in ["#", "##", "###", "-t = x\n#", "# a\n\n##", "error-success = x\n\n### "] {
        let once = formatted(text);
        assert_eq!(formatted(&once), once, "{text:?}");
    }
    assert_eq!(formatted("error-success = x\n#"), "error-success = x\n");
}

#[test]
fn unreadable_files_are_not_formatted() {
    let findings = format(&File::new("en-US", "x.ftl", "error-success = { $x\n")).unwrap_err();
    assert_eq!(
        findings.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [
            "x.ftl:1:21: error: expected `}` to close the placeable, found the end of the line [syntax]"
        ]
    );
    assert!(format(&File::new("en-US", "x.ftl", b"\xff")).is_err());
}

/// A message that cannot be read would be missing in every new locale.
#[test]
fn a_new_locale_is_not_created_from_a_source_with_errors() {
    for source in [
        "-t = T\nerror-success = { $x\n",
        "error-success = a\n-t =\n",
        // The second line would become a message.
        "-t = .T\n    error-success = a\n",
    ] {
        let file = File::new("en-US", "x.ftl", source);
        assert!(template(&[file], "fr").is_err(), "{source:?}");
    }
}

#[test]
fn the_files_of_the_repository_are_canonical() {
    for text in [ENGLISH, CHINESE] {
        assert_eq!(formatted(text), text);
        let returns = text.replace('\n', "\r\n");
        assert_eq!(formatted(&returns), returns);
        assert_eq!(formatted(&format!("\u{feff}{text}")), text);
    }
}

#[test]
fn a_comment_before_a_blank_line_stays_separate() {
    for blank in ["\n", "   \n", "\n\n"] {
        let text = format!("# Alone.\n{blank}# Of the message.\nerror-success = x\n");
        assert_eq!(formatted(&text), "# Alone.\n\n# Of the message.\nerror-success = x\n");
        let text = format!("# Alone.\n{blank}error-success = x\n");
        assert_eq!(formatted(&text), "# Alone.\n\nerror-success = x\n");
    }
}

/// If the first line of a text begins with a period, Fluent's serializer does not indent the others.
/// Its parser does not compare the indentation of a placeable that begins a line with that of a text.
#[test]
fn files_whose_texts_would_change_are_not_formatted() {
    for (text, line) in [
        ("error-success = x\nerror-is-friend = .a\n    b\n", 1),
        ("error-success =\n    甲\n        { $code } 乙\n", 3),
        ("error-success =\n    甲\n    乙\n      { $code }\n", 4),
        ("error-success =\n        甲\n    { $code } 乙\n", 2),
        ("error-success =\n    甲\n{ \"\" }\n    { $code }\n    乙\n", 4),
        ("error-success =\n    甲\n  { $code }\n    乙\n", 2),
        ("error-success = x\n    .suggestion =\n        a\n          { $code } b\n", 4),
        (
            "error-success = { $code ->\n       *[other]\n            甲\n              { $code }\n    }\n",
            4,
        ),
    ] {
        let findings = format(&File::new("en-US", "x.ftl", text)).unwrap_err();
        let found: Vec<_> =
            findings.iter().map(|finding| (finding.rule.id(), finding.line)).collect();
        assert_eq!(found, [("syntax", line)], "{text:?}");
    }
    for fine in [
        "error-success =\n    甲\n    { $code } 乙\n",
        "error-success = { $code ->\n       *[other]\n            甲\n            { $code }\n    }\n",
    ] {
        assert!(format(&File::new("en-US", "x.ftl", fine)).is_ok(), "{fine:?}");
    }
}

#[test]
fn spaces_in_texts_are_kept() {
    for text in [
        "error-success = 成功\u{3000}\n",
        "error-success =\n    a  \n    b\n    \n    c\u{3000}\n    d\n",
        "error-success =\n    { $code ->\n        [0] a\n       *[other] b\n    }\n",
    ] {
        assert_eq!(formatted(text), text);
    }
    assert_eq!(
        formatted("error-success =\n  a\n  \n  b  \n"),
        "error-success =\n    a\n    \n    b\n"
    );
}

/// Every order of four messages, two of them with the same id, with a group comment in every place.
#[test]
fn messages_are_sorted_by_code() {
    let sorted = ["error-success = 0", "error-not-friend = 1", "error-not-friend = 2", "mine = 3"];
    let mut orders = vec![Vec::new()];
    for message in sorted {
        let with = |order: &Vec<_>, at| [&order[..at], &[message], &order[at..]].concat();
        let longer = |order| (0..=Vec::len(order)).map(move |at| with(order, at));
        orders = orders.iter().flat_map(longer).collect();
    }
    assert_eq!(orders.len(), 24);
    for order in orders {
        let place = |message: &str| order.iter().position(|other| *other == message);
        // Of two with the same id, the first stays first, because only that one is used.
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
                let canonical = lines.join("\n") + "\n";
                let canonical = canonical.replace("\n## Group", "\n\n## Group");
                assert_eq!(text, canonical.replace("## Group\n", "## Group\n\n"));
            }
        }
    }
}

/// A moved message comes after the one before it, and never separates a group from its heading.
#[test]
fn groups_keep_their_headings() {
    let text = "## One\n\nerror-invalid-ticket = 2\n\n## Two\n\nerror-server-error = 6\n\
                error-success = 0\nerror-not-friend = 56\nerror-invalid-request = 4\n\n## Three\n";
    assert_eq!(
        formatted(text),
        "## One\n\nerror-success = 0\nerror-invalid-ticket = 2\nerror-invalid-request = 4\n\n\
         ## Two\n\nerror-server-error = 6\nerror-not-friend = 56\n\n## Three\n\n"
    );
}

/// Such a file would be lost to every later command.
#[test]
fn files_that_could_not_be_read_again_are_not_written() {
    const MIB: usize = 1 << 20;
    let message = |file: &File| format(file).unwrap_err()[0].to_string();
    // The spaces around `=` make it too large.
    let source = format!("error-success=x\n# {}", "x".repeat(MIB - 18));
    let file = File::new("en-US", "en-US/errors.ftl", source);
    assert_eq!(
        message(&file),
        "en-US/errors.ftl:1:1: error: cannot write a file that could not be read again: the file is \
         over 1 MiB and is not used [too-large]"
    );
    // The removed spaces make it look like UTF-16.
    let zeros = "\0".repeat(8);
    let file = File::new("en-US", "a.ftl", format!("error-success = {zeros}x{}", " \n".repeat(9)));
    assert_eq!(
        message(&file),
        "a.ftl:1:1: error: cannot write a file that could not be read again: the file is encoded as \
         UTF-16 and is not used; save it as UTF-8 [not-utf8]"
    );
}
