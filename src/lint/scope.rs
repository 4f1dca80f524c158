//! What the files are checked as.

/// The locale that all others are translated from.
pub const SOURCE: &str = "en-US";

/// How the files are used, and so which rules apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Scope {
    /// A whole `locales` folder, checked against all rules. Translations are compared with its own
    /// `en-US`, or with the embedded one if it has none.
    Complete,
    /// Messages that an application adds to the embedded ones, checked against the rules whose
    /// violations users would notice. The application may pass variables of its own.
    Added,
}
