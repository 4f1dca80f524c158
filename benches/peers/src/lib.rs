//! The code that turns a code and a locale into a text, for each peer.
//!
//! A peer is a module and a feature. Its `first_text` starts from nothing, as in a new process, and
//! follows the peer's documentation.

use std::borrow::Cow;

pub mod by;
#[cfg(target_family = "wasm")]
mod wasm;

include!("../generated/codes.rs");

// The macros of these two crates expect these items at the crate root.
#[cfg(feature = "fluent-zero")]
include!(concat!(env!("OUT_DIR"), "/static_cache.rs"));
#[cfg(feature = "rust-i18n")]
rust_i18n::i18n!("generated/rust-i18n", fallback = "en-US");

/// The code whose text is shown first.
pub const NOT_FRIEND: i32 = 56;
/// The id of the message for unknown codes, which has the argument `$code`.
pub const UNKNOWN_ID: &str = "error-unknown";

/// Returns the text for a code and a locale tag.
pub type FirstText = fn(i32, &str) -> Cow<'static, str>;

/// The peers that are enabled in this build.
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

/// Returns the text from the first enabled peer, or a literal if there is none.
pub fn first_text(code: i32, tag: &str) -> Cow<'static, str> {
    match PEERS.first() {
        Some((_, first_text)) => first_text(code, tag),
        None => Cow::Borrowed("不是好友"),
    }
}
