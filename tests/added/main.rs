//! Messages that an application adds: what is used, what is shown, and what is reported.

#![cfg(feature = "fluent")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

mod codes;
mod definitions;
mod faults;
mod numbers;
mod one_line;
mod scopes;
mod syntax;

use std::borrow::Cow;

use im_error_l10n::Localizer;

/// Returns the embedded English text of a code, which answers if the added message cannot be used.
fn english(code: i32) -> Cow<'static, str> {
    Localizer::builtin().text(code, "en-US")
}

/// Adds messages to a private-use language, which nobody embeds.
fn french(source: &str) -> Localizer {
    Localizer::builder().ftl("qaa", source).build().unwrap()
}

/// Returns the findings as text, without `fr/`.
fn findings(localizer: &Localizer) -> Vec<String> {
    let findings = localizer.findings().iter();
    findings.map(|finding| finding.to_string().replacen("fr/", "", 1)).collect()
}

/// Returns the text of `error-is-friend` with this value.
fn text(value: &str) -> String {
    french(&format!("error-is-friend = {value}")).text(60, "qaa").into_owned()
}
