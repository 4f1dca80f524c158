#![doc = include_str!("../README.md")]

mod catalog;
mod error;
mod error_type;
mod ftl;
pub mod lint;
mod locale;
mod localizer;
mod resources;

pub use error::Error;
pub use error_type::ErrorType;
pub use fluent::{FluentArgs, FluentValue, fluent_args};
pub use localizer::{LocaleChain, Localizer, LocalizerBuilder, Message, Source};

/// The examples of the Chinese README.
#[cfg(doctest)]
#[doc = include_str!("../README.zh-CN.md")]
struct ReadmeInChinese;
