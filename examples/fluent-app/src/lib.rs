//! Shows this crate's messages through an application's own Fluent.

pub mod embed;
pub mod plain;

use fluent_bundle::FluentArgs;
use im_error_l10n::{ErrorCode, ErrorType, negotiate};

/// The locale that has every message. Its file is always loaded, and answers last.
pub const DEFAULT: &str = "en-US";

/// The content of a toast.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// What happened.
    pub text: String,
    /// What the user can do about it.
    pub suggestion: Option<String>,
}

/// Chooses which of the available locales to load for a user, best first.
pub fn choose<'a>(
    wanted: &[impl AsRef<str>],
    available: impl IntoIterator<Item = &'a str>,
) -> Vec<&'a str> {
    let mut locales = negotiate(wanted, available);
    if !locales.contains(&DEFAULT) {
        locales.push(DEFAULT);
    }
    locales
}

/// Returns the id of a code's message, also for codes that the crate does not know.
fn message_id(code: ErrorCode) -> &'static str {
    code.error_type().map_or("error-unknown", ErrorType::message_id)
}

/// Returns the variables that every message of the crate may use.
fn args(code: ErrorCode) -> FluentArgs<'static> {
    let name = code.error_type().map_or("Unknown", ErrorType::name);
    // As text, because Fluent would format a number with the language's separators.
    FluentArgs::from_iter([("code", code.get().to_string()), ("name", name.to_owned())])
}
