//! Compares the messages of generated files with @fluent/bundle's. The script `fluent-js/test.sh`
//! generates the files.

#![cfg(feature = "fluent")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may panic, and says how much it compared"
)]

use std::collections::BTreeMap;
use std::{env, fs};

use im_error_l10n::{LocalizedMessage, Localizer, fluent_args};
use serde_json::Value;

#[test]
#[ignore = "needs the files that fluent-js/test.sh generates"]
fn messages_agree_with_fluent_js() {
    let cases = fs::read_to_string(env::var("FLUENT_JS_CASES").unwrap()).unwrap();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let args = fluent_args!["who" => "w", "n" => 1, "x" => "v", "y" => 2];
    for case in cases.lines() {
        let case: Value = serde_json::from_str(case).unwrap();
        let source = case["source"].as_str().unwrap();
        let localizer = Localizer::builder().ftl("en-GB", source).build().unwrap();
        let chain = localizer.negotiate(["en-GB"]);
        for theirs in case["texts"].as_array().unwrap() {
            let code = theirs["code"].as_i64().unwrap() as i32;
            let ours = match theirs["args"].as_bool().unwrap() {
                true => chain.message_with(code, &args),
                false => chain.message(code),
            };
            let outcome = compare(&ours, theirs);
            assert_ne!(
                outcome,
                "different",
                "{source}\n{ours:?}\n{theirs:#}\n{:#?}",
                localizer.findings()
            );
            *counts.entry(outcome).or_default() += 1;
        }
    }
    println!("{counts:?}");
}

/// Compares a message with @fluent/bundle's, and returns a label for the outcome.
fn compare(ours: &LocalizedMessage<'_>, theirs: &Value) -> &'static str {
    let (value, suggestion) = (&theirs["value"], &theirs["suggestion"]);
    let has_errors =
        |pattern: &Value| !pattern.is_null() && !pattern["errors"].as_array().unwrap().is_empty();
    let is_raw = |pattern: &Value| pattern["text"].as_str().is_some_and(|text| text.contains("{$"));
    let serves = !value.is_null()
        && ![value, suggestion].into_iter().any(|pattern| has_errors(pattern) || is_raw(pattern));
    match (serves, ours.locale() == "en-GB") {
        (true, true) => {
            let expected = (joined(value), joined(suggestion));
            let found = (Some(ours.text().to_owned()), ours.suggestion().map(str::to_owned));
            if found == expected { "the same text" } else { "different" }
        }
        (true, false) if joined(value).is_none() => "invisible",
        (true, false) | (false, true) => "different",
        (false, false) => "neither",
    }
}

/// Joins the lines with a space, or with nothing between Han characters. Returns `None` for an
/// invisible text.
fn joined(pattern: &Value) -> Option<String> {
    let mut joined = String::new();
    for line in pattern["text"].as_str()?.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let is_han = |character: Option<char>| matches!(character, Some('好' | '友' | '👍'));
        let is_between_han = is_han(joined.chars().next_back()) && is_han(line.chars().next());
        if !joined.is_empty() && !is_between_han {
            joined.push(' ');
        }
        joined.push_str(line);
    }
    Some(joined).filter(|joined| !joined.is_empty())
}
