//! Messages that an application adds: what is used, what is shown, and what is reported.

#![cfg(feature = "fluent")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

mod definitions;
mod faults;
mod one_line;
mod scopes;
mod syntax;

use im_error_l10n::Localizer;

/// The embedded English for code 60, which answers if the added message cannot be used.
const EMBEDDED: &str = "You’re already friends.";

fn french(source: &str) -> Localizer {
    Localizer::builder().ftl("fr", source).build().unwrap()
}

fn findings(localizer: &Localizer) -> Vec<String> {
    localizer.findings().iter().map(ToString::to_string).collect()
}

/// Returns the text of `error-is-friend` with this value.
fn text(value: &str) -> String {
    french(&format!("error-is-friend = {value}")).text(60, "fr").into_owned()
}
