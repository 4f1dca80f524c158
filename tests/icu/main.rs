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

#[path = "../two_locales/mod.rs"]
mod two_locales;

use two_locales::builder;

/// Returns the canonical form of a tag.
fn canonical(tag: &str) -> String {
    let localizer = builder().ftl(tag, "error-success = x").build().unwrap();
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
        let mut builder = builder();
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

#[test]
fn variants_never_change_the_language() {
    let mut localizer = builder().build().unwrap();
    let mut available: Vec<String> = Vec::new();
    let mut rows: Vec<(&str, &str)> = Vec::new();
    let (mut decisions, mut differences) = (0, Vec::new());
    let mut compare =
        |localizer: &im_error_l10n::Localizer, available: &[String], rows: &[(&str, &str)]| {
            for (first, answers) in rows {
                for ((second, _), answer) in rows.iter().zip(answers.bytes()) {
                    let chain = localizer.negotiate([first, second]);
                    let is_requested = !chain.message(0).is_fallback();
                    let ours = chain.locales().next().filter(|_| is_requested);
                    let theirs = (answer != b'-').then(|| &*available[usize::from(answer - b'a')]);
                    decisions += 1;
                    if ours != theirs {
                        differences.push(format!("{first}, {second}: {ours:?}, not {theirs:?}"));
                    }
                }
            }
        };
    for line in
        include_str!("../spec/icu-variants.tsv").lines().filter(|line| !line.starts_with('#'))
    {
        match line.split_once('\t').unwrap() {
            ("", tags) => {
                compare(&localizer, &available, &rows);
                rows.clear();
                let mut builder = builder();
                for tag in tags.split(',') {
                    builder = builder.ftl(tag, format!("error-success = {tag}"));
                }
                localizer = builder.build().unwrap();
                available = tags.split(',').map(canonical).collect();
            }
            row => rows.push(row),
        }
    }
    compare(&localizer, &available, &rows);
    assert_eq!(decisions, 2 * 140 * 140);
    assert!(
        differences.is_empty(),
        "{} differ:\n{}",
        differences.len(),
        differences[..differences.len().min(40)].join("\n")
    );
}

/// The file is made by `tools/icu_decisions.py fresh`.
#[test]
#[ignore = "needs a file of decisions"]
fn fresh_decisions_match_icus() {
    let path = std::env::var("ICU_DECISIONS").unwrap();
    println!("{} decisions", compare(&std::fs::read_to_string(path).unwrap()));
}
