//! Applications that have a Fluent of their own, and show this crate's messages through it.

pub mod embed;
pub mod plain;

use fluent_bundle::FluentArgs;
use im_error_l10n::{ErrorCode, ErrorType};

/// What a toast says.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// What happened.
    pub text: String,
    /// What the user can do about it.
    pub suggestion: Option<String>,
}

/// The id of a code's message. Codes that the crate does not know have one too.
fn message_id(code: ErrorCode) -> &'static str {
    code.error_type().map_or("error-unknown", ErrorType::message_id)
}

/// The variables that every message of the crate may use.
fn args(code: ErrorCode) -> FluentArgs<'static> {
    let name = code.error_type().map_or("Unknown", ErrorType::name);
    // As text: Fluent would write the number with the separators of a language.
    FluentArgs::from_iter([("code", code.get().to_string()), ("name", name.to_owned())])
}
