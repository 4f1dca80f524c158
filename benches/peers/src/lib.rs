//! The code that turns a code and a locale into a text, for each peer.
//!
//! A peer is a module and a feature. Its `first_text` starts from nothing, as in a new process, and
//! follows the peer's documentation.
#![allow(unreachable_code, unused_variables, reason = "a program has one peer; `speed` has all")]

use std::borrow::Cow;

pub mod by {
    #[cfg(feature = "fluent-bundle")]
    pub mod fluent_bundle;
    #[cfg(feature = "i18n-embed")]
    pub mod i18n_embed;
    #[cfg(feature = "core")]
    pub mod ours;
    #[cfg(feature = "rust-i18n")]
    pub mod rust_i18n;
}

include!("../generated/codes.rs");

#[cfg(feature = "rust-i18n")]
rust_i18n::i18n!("generated/rust-i18n", fallback = "en-US");

/// The id of the message for unknown codes, which has the argument `$code`.
pub const UNKNOWN_ID: &str = "error-unknown";

/// Returns the text from the enabled peer, or a literal if there is none.
pub fn first_text(code: i32, tag: &str) -> Cow<'static, str> {
    #[cfg(feature = "core")]
    return by::ours::first_text(code, tag);
    #[cfg(feature = "fluent-bundle")]
    return by::fluent_bundle::first_text(code, tag);
    #[cfg(feature = "i18n-embed")]
    return by::i18n_embed::first_text(code, tag);
    #[cfg(feature = "rust-i18n")]
    return by::rust_i18n::first_text(code, tag);
    Cow::Borrowed("不是好友")
}

/// The function of the WebAssembly module, the same for every peer.
#[cfg(target_family = "wasm")]
#[unsafe(no_mangle)]
pub extern "C" fn text(code: i32, is_chinese: bool) -> *const u8 {
    let text = first_text(code, if is_chinese { "zh-CN" } else { "en-US" });
    Box::leak(text.into_owned().into_boxed_str()).as_ptr()
}
