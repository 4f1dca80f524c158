//! The record of accepted translations.

use im_error_l10n::Rule;
use im_error_l10n::edit::accept;
use im_error_l10n::lint::{File, Scope, lint};

use super::{CHINESE, ENGLISH, file, rules};

const RECORD: &str = include_str!("../mistakes/locales/zh-CN/accepted.txt");

fn files(english: &str, chinese: &str, record: impl AsRef<[u8]>) -> Vec<File> {
    let record = File::new("zh-CN", "zh-CN/accepted.txt", record.as_ref());
    vec![file("en-US", english), file("zh-CN", chinese), record]
}

#[test]
fn accepting_a_message_changes_only_its_lines() {
    let english = ENGLISH.replace("= The operation succeeded.", "= Done.");
    let (text, changes) =
        accept(&files(&english, CHINESE, RECORD), "zh-CN", Some(&["error-success"])).unwrap();
    assert_eq!(text, RECORD.replace("= The operation succeeded.", "= Done."));
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].old.as_deref(), Some("The operation succeeded."));
    assert_eq!(changes[0].new.as_deref(), Some("Done."));
}

#[test]
fn texts_that_are_gone_are_listed_by_name() {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let gone: Vec<String> = names.iter().map(|name| format!("error-success.{name}")).collect();
    let mut record = RECORD.to_owned();
    for key in gone.iter().rev() {
        record.push_str(&format!("{key} = Gone.\n"));
    }
    let (_, changes) = accept(&files(ENGLISH, CHINESE, record), "zh-CN", None).unwrap();
    let keys: Vec<&str> = changes.iter().map(|change| change.key.as_str()).collect();
    assert_eq!(keys, gone);
}

#[test]
fn only_a_file_of_its_name_is_the_record() {
    let other = File::new("zh-CN", "zh-CN/not-accepted.txt", RECORD);
    let with_other = vec![file("en-US", ENGLISH), file("zh-CN", CHINESE), other];
    let findings = lint(&with_other, Scope::Complete);
    assert_eq!(rules(&findings), ["stray-file"]);
}

/// Lines of other messages are kept, even if those messages are missing or broken.
#[test]
fn no_line_is_lost_when_another_message_is_accepted() {
    let english = ENGLISH.replace("= The operation succeeded.", "= Done.");
    let expected = RECORD.replace("= The operation succeeded.", "= Done.");
    for (english, chinese) in [
        (english.clone(), CHINESE.replace("error-is-friend =", "error-is-friend")),
        (english.replace("error-is-friend =", "error-is-friend"), CHINESE.to_owned()),
        (english.clone(), CHINESE.replace("error-is-friend = 已经是好友了\n", "")),
        (english.replace("error-is-friend =", "error-is-frend ="), CHINESE.to_owned()),
    ] {
        let files = files(&english, &chinese, RECORD);
        let (text, _) = accept(&files, "zh-CN", Some(&["error-success"])).unwrap();
        assert_eq!(text, expected);
        let (text, _) =
            accept(&files, "zh-CN", None).unwrap_or_else(|_| (expected.clone(), Vec::new()));
        assert_eq!(text.lines().count(), RECORD.lines().count());
    }
    let own = format!("# Mine.\n{RECORD}\n# More.\n");
    let (text, _) =
        accept(&files(&english, CHINESE, &own), "zh-CN", Some(&["error-success"])).unwrap();
    assert_eq!(text, own.replace("= The operation succeeded.", "= Done."));
}

#[test]
fn unreadable_records_are_not_written() {
    let gbk = include_bytes!("../mistakes/gbk.ftl");
    let with = |english: &[u8], chinese: &[u8], record: &[u8]| {
        let record = File::new("zh-CN", "zh-CN/accepted.txt", record);
        vec![file("en-US", english), file("zh-CN", chinese), record]
    };
    let (english, chinese, record) = (ENGLISH.as_bytes(), CHINESE.as_bytes(), RECORD.as_bytes());
    let conflict = format!("<<<<<<< a\n{RECORD}=======\n>>>>>>> b\n");
    for files in [
        with(english, gbk, record),
        with(b"\xff\xfeE\0", chinese, record),
        with(english, chinese, gbk),
        with(english, chinese, conflict.as_bytes()),
        with(english, chinese, b"{\"error-success\": 1}"),
    ] {
        for ids in [None, Some(&["error-is-friend"][..])] {
            assert!(accept(&files, "zh-CN", ids).is_err());
        }
    }
    // The message itself cannot be read.
    let broken = CHINESE.replace("error-is-friend =", "error-is-friend");
    assert!(accept(&files(ENGLISH, &broken, RECORD), "zh-CN", Some(&["error-is-friend"])).is_err());
    assert!(accept(&files(ENGLISH, CHINESE, RECORD), "tlh", None).is_err());
}

#[test]
fn lines_of_a_new_message_are_inserted_in_order() {
    let without = RECORD.lines().filter(|line| !line.starts_with("error-not-friend"));
    let without: String = without.map(|line| format!("{line}\n")).collect();
    let (text, changes) =
        accept(&files(ENGLISH, CHINESE, &without), "zh-CN", Some(&["error-not-friend"])).unwrap();
    assert_eq!(text, RECORD);
    assert_eq!(changes.len(), 2);
}

#[test]
fn long_texts_are_shortened_in_a_finding() {
    for (len, shown) in [(500, "x".repeat(500)), (501, "x".repeat(500) + "…")] {
        let new_text = format!("= {}", "x".repeat(len));
        let english = ENGLISH.replace("= The operation succeeded.", &new_text);
        let findings = lint(&files(&english, CHINESE, RECORD), Scope::Complete);
        let changed: Vec<&str> = findings
            .iter()
            .filter(|finding| finding.rule == Rule::SourceChanged)
            .map(|finding| &*finding.message)
            .collect();
        assert_eq!(
            changed,
            [format!(
                "the source changed from “The operation succeeded.” to “{shown}”; update the \
                 translation, then run `accept zh-CN error-success`"
            )]
        );
    }
}

#[test]
fn a_source_with_two_suggestions_is_accepted_once() {
    let english = "# A comment\nerror-success = Done\n    .suggestion = a\n    .suggestion = b\n";
    let chinese = "error-success = 成功\n    .suggestion = 甲\n";
    let files = vec![file("en-US", english), file("zh-CN", chinese)];
    let (record, changes) = accept(&files, "zh-CN", None).unwrap();
    assert!(record.ends_with("error-success = Done\nerror-success.suggestion = a\n"), "{record}");
    assert_eq!(changes.len(), 2);
    let record_file = File::new("zh-CN", "zh-CN/accepted.txt", record.as_str());
    let files = [files, vec![record_file]].concat();
    assert_eq!(accept(&files, "zh-CN", None).unwrap(), (record, Vec::new()));
}
