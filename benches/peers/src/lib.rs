//! The peers: for each, what a program writes to turn a code and a locale into a text.
//!
//! A peer is a module and a feature. Its `first_text` does everything from the start, as a new
//! process does, and in the way that the peer's documentation shows.

use std::borrow::Cow;

pub mod by;
#[cfg(target_family = "wasm")]
mod wasm;

include!("../generated/codes.rs");

// The macros of these two look for what this makes at the root of the crate.
#[cfg(feature = "fluent-zero")]
include!(concat!(env!("OUT_DIR"), "/static_cache.rs"));
#[cfg(feature = "rust-i18n")]
rust_i18n::i18n!("generated/rust-i18n", fallback = "en-US");

/// The code whose text is the first.
pub const NOT_FRIEND: i32 = 56;
/// The id of the message for unknown codes, which has the argument `$code`.
pub const UNKNOWN_ID: &str = "error-unknown";

/// From a code and a locale to a text.
pub type FirstText = fn(i32, &str) -> Cow<'static, str>;

/// The peers that this package was built with.
pub const PEERS: &[(&str, FirstText)] = &[
    #[cfg(feature = "core")]
    ("im-error-l10n", by::ours::first_text),
    #[cfg(feature = "fluent-bundle")]
    ("fluent-bundle", by::fluent_bundle::first_text),
    #[cfg(feature = "i18n-embed")]
    ("i18n-embed", by::i18n_embed::first_text),
    #[cfg(feature = "fluent-templates")]
    ("fluent-templates", by::fluent_templates::first_text),
    #[cfg(feature = "rust-i18n")]
    ("rust-i18n", by::rust_i18n::first_text),
    #[cfg(feature = "es-fluent")]
    ("es-fluent", by::es_fluent::first_text),
    #[cfg(feature = "fluent-zero")]
    ("fluent-zero", by::fluent_zero::first_text),
];

/// The text of the peer that this package was built with, or a literal if it has none.
pub fn first_text(code: i32, tag: &str) -> Cow<'static, str> {
    match PEERS.first() {
        Some((_, first_text)) => first_text(code, tag),
        None => Cow::Borrowed("不是好友"),
    }
}
