//! Compares our matching with decisions of ICU's `LocaleMatcher`, recorded by
//! tools/icu_decisions.py.
//!
//! The published package has neither the decisions nor this test.
#![cfg(feature = "fluent")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may panic and print"
)]

use im_error_l10n::Localizer;

/// Returns the canonical form of a tag.
fn canonical(tag: &str) -> String {
    let localizer = Localizer::builder().ftl(tag, "error-success = x").build().unwrap();
    localizer.negotiate([tag]).locales().next().unwrap().to_owned()
}

/// Compares our decisions with those in a file, and returns how many there are.
fn compare(file: &str) -> usize {
    let mut decisions = 0;
    let mut differences = Vec::new();
    for line in file.lines() {
        if line.starts_with('#') {
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let mut builder = Localizer::builder();
        for tag in columns[0].split(',').filter(|tag| !tag.is_empty()) {
            builder = builder.ftl(tag, format!("error-success = {tag}"));
        }
        if columns[1] != "-" {
            builder = builder.default_locale(columns[1]);
        }
        let localizer = builder.build().unwrap();
        let chain = localizer.negotiate(columns[2].split(','));
        let is_requested = !chain.message(0).is_fallback();
        let ours = chain.locales().next().filter(|_| is_requested);
        let theirs = columns.last().filter(|answer| **answer != "-").map(|tag| canonical(tag));
        decisions += 1;
        if ours != theirs.as_deref() {
            differences.push(format!("{line}: {ours:?}"));
        }
    }
    assert!(differences.is_empty(), "{} differ:\n{}", differences.len(), differences.join("\n"));
    decisions
}

#[test]
fn decisions_match_icus() {
    assert_eq!(compare(include_str!("../spec/icu-decisions.tsv")), 1526);
}

/// The file is made by `tools/icu_decisions.py fresh`.
#[test]
#[ignore = "needs a file of decisions"]
fn fresh_decisions_match_icus() {
    let path = std::env::var("ICU_DECISIONS").unwrap();
    println!("{} decisions", compare(&std::fs::read_to_string(path).unwrap()));
}
