//! Messages that an application adds at run time, layered over the embedded ones.

mod builder;
pub(crate) mod compile;
mod embedded;
pub(crate) mod fault;
pub(crate) mod file;
pub(crate) mod folder;
pub(crate) mod ids;
mod language;
pub(crate) mod limits;
mod locale;
pub(crate) mod messages;
pub(crate) mod parse;
pub(crate) mod program;
mod report;
pub(crate) mod syntax;
pub(crate) mod words;

pub use builder::LocalizerBuilder;
pub use embedded::{Locales, sources};
#[cfg(feature = "lint")]
pub use file::File;

use crate::Localizer;

impl Localizer {
    /// Returns a builder that adds messages and locales to the embedded ones.
    pub fn builder() -> LocalizerBuilder {
        LocalizerBuilder::default()
    }
}
