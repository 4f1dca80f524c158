//! The linter: families of mistakes, correct files, and the functions behind the tool.
//! Single mistakes, with the text of each finding, are in `tests/mistakes`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

mod added;
mod attributes;
mod comments;
#[path = "../shapes/cost.rs"]
mod cost;
mod crafted;
mod false_alarms;
mod families;
mod format;
mod record;
mod robustness;
#[path = "../shapes/mod.rs"]
mod shapes;
mod update;

use im_error_l10n::lint::{File, Scope, lint};
use im_error_l10n::{Finding, Rule, Severity};

/// The source, as embedded.
const ENGLISH: &str = include_str!("../mistakes/locales/en-US/errors.ftl");
/// A complete translation.
const CHINESE: &str = include_str!("../mistakes/locales/zh-CN/errors.ftl");

fn file(tag: &str, text: impl AsRef<[u8]>) -> File {
    File::new(tag, format!("{tag}.ftl"), text.as_ref())
}

/// Lints a folder of English and another locale.
fn with_english(tag: &str, text: impl AsRef<[u8]>) -> Vec<Finding> {
    lint(&[file("en-US", ENGLISH), file(tag, text)], Scope::Complete)
}

/// Lints the English, and the Chinese with one thing changed.
fn changed(from: &str, to: &str) -> Vec<Finding> {
    assert!(CHINESE.contains(from), "{from}");
    with_english("zh-CN", CHINESE.replacen(from, to, 1))
}

/// Lints the English alone, with one thing changed.
fn source(from: &str, to: &str) -> Vec<Finding> {
    assert!(ENGLISH.contains(from), "{from}");
    lint(&[file("en-US", ENGLISH.replacen(from, to, 1))], Scope::Complete)
}

fn lines(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(ToString::to_string).collect()
}

fn rules(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.rule.id()).collect()
}

#[test]
fn a_complete_folder_has_no_findings() {
    assert_eq!(lines(&with_english("zh-CN", CHINESE)), [""; 0]);
    assert_eq!(lines(&with_english("zh-CN", CHINESE.replace('\n', "\r\n"))), [""; 0]);
}

#[test]
fn line_ends_of_an_old_mac_are_one_finding() {
    let findings = with_english("zh-CN", CHINESE.replace('\n', "\r"));
    assert_eq!(rules(&findings), ["syntax"]);
    assert_eq!((findings[0].line, findings[0].column), (1, 26));
    assert!(findings[0].message.contains("carriage return"));
}

#[test]
fn style_rules_are_warnings() {
    let warnings = Rule::ALL.iter().filter(|rule| rule.severity() == Severity::Warning);
    let warnings: Vec<_> = warnings.map(|rule| rule.id()).collect();
    assert_eq!(
        warnings,
        [
            "untranslated",
            "missing-variable",
            "unknown-plural",
            "edge-space",
            "same-as-source",
            "wrong-script",
            "typing",
            "number",
            "straight-quote",
            "ellipsis",
            "brand",
            "order",
            "undocumented",
            "too-long",
            "source-changed",
            "unread-comment",
            "unused-allow",
        ]
    );
    assert_eq!(Rule::ALL.len(), 42);
}

/// Spans count the bytes of the file as stored; columns count characters.
#[test]
fn a_span_counts_byte_order_marks_and_line_ends() {
    for (start, end) in [("", "\n"), ("\u{feff}", "\n"), ("", "\r\n"), ("\u{feff}", "\r\n")] {
        let text = CHINESE.replacen("= 成功", "= 成功{ $cdoe }", 1).replace('\n', end);
        let text = format!("{start}{text}");
        let findings = with_english("zh-CN", &text);
        let finding =
            findings.iter().find(|finding| finding.rule == Rule::UnknownVariable).unwrap();
        assert_eq!(&text[finding.span.clone()], "cdoe");
        assert_eq!((finding.line, finding.column), (11, 22));
        assert_eq!((finding.end_line, finding.end_column), (11, 26));
    }
}

#[test]
fn a_file_has_at_most_a_thousand_findings() {
    let text: String = (0..2000).map(|number| format!("mine-{number} = x\n")).collect();
    let findings = with_english("zh-CN", text);
    assert_eq!(findings.iter().filter(|finding| finding.path == "zh-CN.ftl").count(), 1000);
}
