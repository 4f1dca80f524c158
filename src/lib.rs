// The definitions of `crate-page.md` come first, so they win over the README's: its links and its
// picture work on the page of the crate too.
#![cfg_attr(all(doc, feature = "fluent"), doc = include_str!("../docs/crate-page.md"))]
#![cfg_attr(feature = "fluent", doc = include_str!("../README.md"))]
#![cfg_attr(
    not(feature = "fluent"),
    doc = "Localized messages for the error codes of an instant-messaging SDK. The crate's page is \
           built with the feature `fluent`."
)]
#![cfg_attr(not(any(test, feature = "fluent")), no_std)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;

#[cfg(feature = "lint")]
pub mod edit;
mod error;
mod error_type;
#[cfg(feature = "fluent")]
mod finding;
#[cfg(all(any(doc, doctest), feature = "fluent"))]
pub mod guides;
#[cfg(feature = "lint")]
pub mod lint;
mod locale;
mod localizer;
mod negotiate;
#[cfg(feature = "fluent")]
mod overlay;
mod texts;

pub use error::Error;
pub use error_type::{ErrorCode, ErrorKind, ErrorType};
#[cfg(feature = "fluent")]
pub use finding::{Finding, Rule, Severity};
#[cfg(feature = "fluent")]
#[doc(no_inline)]
pub use fluent::{FluentArgs, FluentValue, fluent_args};
pub use locale::{likely_subtags, locale_distance};
pub use localizer::{LocaleChain, LocalizedMessage, Localizer};
pub use negotiate::negotiate;
#[cfg(feature = "fluent")]
pub use overlay::{Locales, LocalizerBuilder, sources};
