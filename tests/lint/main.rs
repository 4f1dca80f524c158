//! The linter from outside, by rule: what it finds, where, in which words, and what it lets pass.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

mod added;
mod comments;
mod format;
mod ids;
mod limits;
mod record;
mod references;
mod shape;
mod syntax;
mod texts;

use im_error_l10n::lint::{File, Rule, Scope, Severity, lint};

/// The source, as embedded.
const ENGLISH: &str = include_str!("../../locales/en-US/errors.ftl");
/// A complete translation.
const CHINESE: &str = include_str!("../../locales/zh-CN/errors.ftl");

/// Lints a folder, and gives the findings as text. The file of a locale is `<tag>.ftl`.
fn folder(files: &[(&str, &[u8])]) -> Vec<String> {
    let file = |(tag, bytes): &(&str, &[u8])| File::new(*tag, format!("{tag}.ftl"), *bytes);
    told(&files.iter().map(file).collect::<Vec<_>>(), Scope::Complete)
}

/// The findings as text.
fn told(files: &[File], scope: Scope) -> Vec<String> {
    lint(files, scope).iter().map(ToString::to_string).collect()
}

fn findings(english: &str, chinese: &str) -> Vec<String> {
    folder(&[("en-US", english.as_bytes()), ("zh-CN", chinese.as_bytes())])
}

/// Lints the embedded English and this Chinese.
fn chinese(text: impl AsRef<[u8]>) -> Vec<String> {
    folder(&[("en-US", ENGLISH.as_bytes()), ("zh-CN", text.as_ref())])
}

/// Lints the embedded English and the Chinese with one thing changed.
fn changed(from: &str, to: &str) -> Vec<String> {
    assert!(CHINESE.contains(from), "{from}");
    chinese(CHINESE.replacen(from, to, 1))
}

/// Lints the English alone, with one thing changed.
fn source(from: &str, to: &str) -> Vec<String> {
    assert!(ENGLISH.contains(from), "{from}");
    folder(&[("en-US", ENGLISH.replacen(from, to, 1).as_bytes())])
}

#[test]
fn a_complete_folder_has_no_findings() {
    assert_eq!(chinese(CHINESE), [""; 0]);
    assert_eq!(chinese(CHINESE.replace('\n', "\r\n")), [""; 0]);
}

#[test]
fn severities() {
    let warnings: Vec<_> = Rule::ALL
        .iter()
        .filter(|rule| rule.severity() == Severity::Warning)
        .map(|rule| rule.id())
        .collect();
    assert_eq!(
        warnings,
        [
            "missing-variable",
            "edge-space",
            "same-as-source",
            "straight-quote",
            "ellipsis",
            "brand",
            "order",
            "undocumented",
            "too-long",
            "source-changed",
            "unused-allow",
        ]
    );
    assert_eq!(Rule::ALL.len(), 31);
}

#[test]
fn a_finding_spans_what_it_is_about() {
    let spans = |text: &str| -> Vec<(Rule, String)> {
        let findings = lint(&[File::new("en-US", "x.ftl", text)], Scope::Complete);
        let shown = findings.into_iter().filter(|it| it.rule != Rule::MissingMessage);
        shown.map(|it| (it.rule, text[it.span].to_owned())).collect()
    };
    let text = "# 一\nerror-success = x\n-brand = Abc\n\
                error-sucess = { -none } <b>＝{ \"\\u200f\" }Abc  \nerror-";
    let expected = [
        (Rule::UnknownMessage, "error-sucess"),
        (Rule::Undocumented, "error-sucess"),
        (Rule::UnknownReference, "none"),
        (Rule::Markup, "<"),
        (Rule::FullwidthSyntax, "＝"),
        (Rule::Markup, "\\u200f"),
        (Rule::Brand, "Abc"),
        (Rule::EdgeSpace, "  "),
        (Rule::Syntax, ""),
    ];
    assert_eq!(spans(text), expected.map(|(rule, slice)| (rule, slice.to_owned())));
    assert_eq!(spans("error-success x"), [(Rule::Syntax, "x".to_owned())]);
}
