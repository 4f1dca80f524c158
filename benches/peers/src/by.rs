//! The peers, each a module and a feature.

#[cfg(feature = "es-fluent")]
pub mod es_fluent;
#[cfg(feature = "fluent-bundle")]
pub mod fluent_bundle;
#[cfg(feature = "fluent-templates")]
pub mod fluent_templates;
#[cfg(feature = "fluent-zero")]
pub mod fluent_zero;
#[cfg(feature = "i18n-embed")]
pub mod i18n_embed;
#[cfg(feature = "core")]
pub mod ours;
#[cfg(feature = "rust-i18n")]
pub mod rust_i18n;
