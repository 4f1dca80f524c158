//! Compares generated messages with fluent-bundle's results.

#![cfg(feature = "fluent")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

mod files;

use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use im_error_l10n::{ErrorCode, Finding, LocalizedMessage, Localizer, Rule};
use proptest::prelude::*;

/// The characters in the generated messages that show nothing.
const INVISIBLE: [char; 4] = ['\u{3164}', ' ', '\u{2068}', '\u{2069}'];

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
    let is_visible = |text: &String| !text.replace(INVISIBLE, "").is_empty();
    match (value, suggestion.transpose()) {
        (Err(Expected::Failed), _) | (_, Err(Expected::Failed)) => Expected::Failed,
        (Ok(value), _) if !is_visible(&value) => Expected::Failed,
        (Err(failed), _) | (_, Err(failed)) => failed,
        (Ok(value), Ok(suggestion)) => Expected::Text(value, suggestion.filter(is_visible)),
    }
}

fn expected_of_code(bundle: &Bundle, code: i32, args: &FluentArgs<'_>) -> Expected {
    if let Some(id) = ErrorCode::new(code).message_id() {
        return expected(bundle, id, args);
    }
    // A code of the application that cannot be shown is unknown.
    match expected(bundle, &format!("error-{code}"), args) {
        Expected::Text(text, suggestion) => Expected::Text(text, suggestion),
        _ => expected(bundle, "error-unknown", args),
    }
}

/// Asserts that a message is the expected one, and a fallback exactly where Fluent has no text.
fn check(
    localizer: &Localizer,
    message: &LocalizedMessage<'_>,
    expected: &Expected,
    added: &str,
) -> Result<(), TestCaseError> {
    let texts = [Some(message.text()), message.suggestion()];
    for text in texts.into_iter().flatten() {
        prop_assert!(!text.contains("{$"), "raw: {text}");
        prop_assert!(!text.contains(char::is_control), "not a line: {text:?}");
        prop_assert!(!text.trim_matches(INVISIBLE).is_empty(), "invisible");
    }
    let found = match message.locale() == added {
        true => Expected::Text(message.text().to_owned(), message.suggestion().map(str::to_owned)),
        false => Expected::Missing,
    };
    let is_beyond = |finding: &Finding| matches!(finding.rule, Rule::TooDeep | Rule::TooLarge);
    match (&found, expected) {
        // The limits differ: fluent-bundle gives up after 100 placeables, and does not count variants.
        _ if localizer.findings().iter().any(is_beyond) => {}
        (Expected::Text(..), _) | (_, Expected::Text(..)) => prop_assert_eq!(&found, expected),
        (_, Expected::Failed) => {
            prop_assert!(!localizer.findings().is_empty(), "not used without a finding");
        }
        _ => {}
    }
    Ok(())
}

fn with_given<'a>(args: &[(&'a str, FluentValue<'a>)], code: i32) -> FluentArgs<'a> {
    let name = ErrorCode::new(code).error_type().map_or("Unknown", |error| error.name());
    let mut all = FluentArgs::new();
    all.set("code", code);
    all.set("name", name);
    for (name, value) in args {
        all.set(*name, value.clone());
    }
    all
}

/// Arguments of the caller: integers, fractions, strings, 1 beside 1.0 and "1", negative, huge and no
/// numbers, and names that the crate sets itself.
fn callers() -> Vec<Vec<(&'static str, FluentValue<'static>)>> {
    let number = FluentValue::try_number;
    vec![
        vec![],
        vec![("who", "w".into())],
        vec![("x", 1.into()), ("y", "v".into())],
        vec![("x", "v".into()), ("y", 1.into()), ("who", "{".into())],
        vec![("x", number("1.0")), ("y", 0.5.into()), ("who", "1".into())],
        vec![("x", (-1).into()), ("y", 3.into()), ("who", 56.into())],
        vec![("x", f64::NAN.into()), ("y", 1e300.into()), ("who", f64::NEG_INFINITY.into())],
        vec![("x", number("21.50")), ("y", number("-0.0")), ("who", 1_000_000.into())],
        vec![("code", 56.into()), ("name", "Léa".into()), ("x", FluentValue::None)],
    ]
}

/// Locales with different plurals. Those that are embedded are not tested.
const LOCALES: [&str; 8] = ["fr-AQ", "ar-AQ", "ru-AQ", "pl-AQ", "ja-AQ", "pt-PT", "pt-BR", "lv-AQ"];

/// Returns a number of cases that take seconds; `PROPTEST_CASES` sets another.
fn cases() -> u32 {
    env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(300)
}

/// Compares every message of a locale with these files, of which later ones override earlier ones.
fn compare(
    sources: &[String],
    args: &[(&'static str, FluentValue<'static>)],
    tag: &str,
    isolating: bool,
) -> Result<(), TestCaseError> {
    if Localizer::builtin().locales().any(|embedded| embedded == tag) {
        return Ok(());
    }
    let mut builder = Localizer::builder().bidi_isolation(isolating);
    let mut bundle = Bundle::new_concurrent(vec![tag.parse().unwrap()]);
    bundle.set_use_isolating(isolating);
    let mut is_read = true;
    for source in sources {
        builder = builder.ftl(tag, source.as_str());
        match FluentResource::try_new(source.clone()) {
            Ok(resource) => bundle.add_resource_overriding(resource),
            Err(_) => is_read = false,
        }
    }
    let localizer = builder.build().unwrap();
    if !is_read {
        prop_assert!(!localizer.findings().is_empty());
        return Ok(());
    }
    let chain = localizer.negotiate([tag]);
    for code in [0, 56, 60, 64, 7, -1, 99999] {
        let plain = expected_of_code(&bundle, code, &with_given(&[], code));
        let called = expected_of_code(&bundle, code, &with_given(args, code));
        check(&localizer, &chain.message(code), &plain, tag)?;
        let callers: FluentArgs<'_> = args.iter().cloned().collect();
        check(&localizer, &chain.message_with(code, &callers), &called, tag)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn added_messages_agree_with_fluent_or_are_reported(
        source in files::file(),
        args in proptest::sample::select(callers()),
        tag in proptest::sample::select(&LOCALES[..]),
        isolating in proptest::bool::ANY,
    ) {
        compare(&[source], &args, tag, isolating)?;
    }

    #[test]
    fn messages_of_several_files_agree_with_fluent_or_are_reported(
        sources in files::several(),
        args in proptest::sample::select(callers()),
        tag in proptest::sample::select(&LOCALES[..]),
        isolating in proptest::bool::ANY,
    ) {
        compare(&sources, &args, tag, isolating)?;
    }
}
