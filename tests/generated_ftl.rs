//! Compares generated messages with fluent-bundle's results.

#![cfg(feature = "fluent")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use im_error_l10n::{ErrorCode, LocalizedMessage, Localizer};
use proptest::prelude::*;

/// Parts that any pattern may contain.
const PARTS: [&str; 15] = [
    "text",
    "好",
    " ",
    "x y",
    "{ \"\" }",
    "{ \"\\u3164\" }",
    "{ \"}\" }",
    "{ \"{\" }",
    "{ $code }",
    "{ $name }",
    "{ $x }",
    "{ $y }",
    "{{ $x }}",
    "\n    ",
    "\n\n    ",
];
const SELECTORS: [&str; 7] = ["$code", "$x", "$y", "$who", "\"v\"", "1", "$name"];
/// References to the entries of a file, in order. Each entry may use those before its own.
const REFERENCES: [&str; 20] = [
    "{ -b }",
    "{ -b(y: \"v\") }",
    "{ -b(x: \"v\", y: 3) }",
    "{ -b(x: 1, z: 3) }",
    "{{ -b(x: \"v\") }}",
    "{ -a }",
    "{ -a(x: \"v\") }",
    "{ -a(x: 1, y: \"w\") }",
    "{ -a($x, x: \"v\") }",
    "{{ -a(x: \"v\") }}",
    "{ n }",
    "{ n.k }",
    "{ n }",
    "{{ n }}",
    "{ n.k }",
    "{ m }",
    "{ m.k }",
    "{ error-success }",
    "{ error-is-friend.suggestion }",
    "{ -c }",
];
const TERM_SELECTORS: [&str; 4] =
    ["-b.k", "-b.k(x: \"v\")", "-a.k(y: 1)", "-a.k(x: \"v\", y: \"w\")"];

/// Generates a pattern for an entry of this level, which refers only to lower levels.
fn pattern(level: usize) -> impl Strategy<Value = String> {
    let references = &REFERENCES[..level * 5];
    let all: Vec<&str> = PARTS.into_iter().chain(references.iter().copied()).collect();
    let leaf = proptest::sample::select(all).prop_map(str::to_owned);
    let selectors = SELECTORS.into_iter().chain(TERM_SELECTORS.into_iter().take(level * 2));
    let selector = proptest::sample::select(selectors.collect::<Vec<_>>());
    let part = leaf.prop_recursive(2, 12, 4, move |inner| {
        let pattern = proptest::collection::vec(inner, 0..3).prop_map(|parts| parts.concat());
        (selector.clone(), pattern.clone(), pattern).prop_map(|(selector, first, second)| {
            format!(
                "{{ {selector} ->\n    [v] x{first}\n    [56] y{second}\n    [one] z{first}\n   \
                 *[other] o{second}\n    }}"
            )
        })
    });
    proptest::collection::vec(part, 1..4).prop_map(|parts| parts.concat())
}

/// Generates a file with messages for three codes and for unknown codes, two other messages, and two
/// terms.
fn ftl() -> impl Strategy<Value = String> {
    let entries = [
        ("-b = b", "k", 0),
        ("-a = a", "k", 1),
        ("n =", "k", 2),
        ("m =", "k", 3),
        ("error-success =", "suggestion", 3),
        ("error-not-friend =", "suggestion", 3),
        ("error-is-friend =", "suggestion", 4),
        ("error-unknown =", "suggestion", 3),
    ];
    let entry = |(id, attribute, level): (&'static str, &'static str, usize)| {
        (pattern(level), proptest::option::of(pattern(level))).prop_map(move |(value, second)| {
            let second = second.map(|value| format!("\n    .{attribute} = {value}"));
            format!("{id} {value}{}\n", second.unwrap_or_default())
        })
    };
    entries.map(entry).prop_map(|entries| entries.concat())
}

/// Fluent-bundle's result for a message.
#[derive(Debug, PartialEq)]
enum Expected {
    Text(String, Option<String>),
    Missing,
    NeedsArguments,
    Failed,
}

type Bundle = FluentBundle<FluentResource>;

fn pattern_text(
    bundle: &Bundle,
    pattern: &fluent_syntax::ast::Pattern<&str>,
    args: &FluentArgs<'_>,
) -> Result<String, Expected> {
    let mut errors = Vec::new();
    // It panics if it gives up inside a nested placeable.
    let resolve = AssertUnwindSafe(|| bundle.format_pattern(pattern, Some(args), &mut errors));
    let Ok(text) = catch_unwind(resolve) else { return Err(Expected::Failed) };
    let is_missing_variable =
        |error: &FluentError| error.to_string().contains("Unknown variable: $");
    if !errors.is_empty() {
        return Err(match errors.iter().all(is_missing_variable) {
            true => Expected::NeedsArguments,
            false => Expected::Failed,
        });
    }
    if text.contains("{$") {
        return Err(Expected::Failed);
    }
    Ok(joined(&text))
}

/// Joins the lines with a space, or with nothing between wide characters; here only 好 is wide.
fn joined(text: &str) -> String {
    let mut all = String::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !(all.is_empty()
            || all.ends_with(['好', '\u{3164}']) && line.starts_with(['好', '\u{3164}']))
        {
            all.push(' ');
        }
        all.push_str(line);
    }
    all
}

fn expected(bundle: &Bundle, id: &str, args: &FluentArgs<'_>) -> Expected {
    let Some(message) = bundle.get_message(id) else { return Expected::Missing };
    let Some(value) = message.value() else { return Expected::Missing };
    let value = pattern_text(bundle, value, args);
    let suggestion =
        message.get_attribute("suggestion").map(|found| pattern_text(bundle, found.value(), args));
    let is_visible = |text: &String| !text.replace(['\u{3164}', ' '], "").is_empty();
    match (value, suggestion.transpose()) {
        (Err(Expected::Failed), _) | (_, Err(Expected::Failed)) => Expected::Failed,
        (Ok(value), _) if !is_visible(&value) => Expected::Failed,
        (Err(failed), _) | (_, Err(failed)) => failed,
        (Ok(value), Ok(suggestion)) => Expected::Text(value, suggestion.filter(is_visible)),
    }
}

/// Asserts that a message is the expected one, or a fallback with a finding.
fn check(
    localizer: &Localizer,
    message: &LocalizedMessage<'_>,
    expected: &Expected,
) -> Result<(), TestCaseError> {
    let is_added = message.locale() == "fr";
    let texts = [Some(message.text()), message.suggestion()];
    for text in texts.into_iter().flatten() {
        prop_assert!(!text.contains("{$"), "raw: {text}");
        prop_assert!(!text.contains(char::is_control), "not a line: {text:?}");
        prop_assert!(!text.trim_matches([' ', '\u{3164}']).is_empty(), "invisible");
    }
    if is_added {
        let found =
            Expected::Text(message.text().to_owned(), message.suggestion().map(str::to_owned));
        prop_assert_eq!(&found, expected);
    } else {
        let is_explained = !localizer.findings().is_empty();
        prop_assert!(
            is_explained || matches!(expected, Expected::Missing | Expected::NeedsArguments),
            "not used without a finding: {:?}",
            expected
        );
    }
    Ok(())
}

fn with_given<'a>(args: &[(&'a str, FluentValue<'a>)], code: i32) -> FluentArgs<'a> {
    let name = ErrorCode::new(code).error_type().map_or("Unknown", |error| error.name());
    let mut all: FluentArgs<'_> = args.iter().cloned().collect();
    all.set("code", code);
    all.set("name", name);
    all
}

/// Returns a number of cases that take seconds; `PROPTEST_CASES` sets another.
fn cases() -> u32 {
    env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(300)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn added_messages_agree_with_fluent_or_are_reported(
        source in ftl(),
        args in proptest::sample::select(&[0, 1, 2, 3][..]),
    ) {
        let localizer = Localizer::builder().ftl("fr", source.as_str()).build().unwrap();
        let resource = FluentResource::try_new(source.clone());
        let Ok(resource) = resource else {
            prop_assert!(!localizer.findings().is_empty());
            return Ok(());
        };
        let mut bundle = Bundle::new_concurrent(vec!["fr".parse().unwrap()]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).unwrap();
        let chain = localizer.negotiate(["fr"]);
        let args = [
            vec![],
            vec![("who", FluentValue::from("w"))],
            vec![("x", FluentValue::from(1)), ("y", FluentValue::from("v"))],
            vec![("x", FluentValue::from("v")), ("y", FluentValue::from(1)), ("who", FluentValue::from("{"))],
        ][args].clone();
        for code in [0, 56, 60, 7, -1, 99999] {
            let id = ErrorCode::new(code).error_type().map_or("error-unknown", |error| error.message_id());
            let given = with_given(&[], code);
            check(&localizer, &chain.message(code), &expected(&bundle, id, &given))?;
            let given = with_given(&args, code);
            let callers: FluentArgs<'_> = args.iter().cloned().collect();
            check(&localizer, &chain.message_with(code, &callers), &expected(&bundle, id, &given))?;
        }
    }
}
