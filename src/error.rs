//! The one error type of the crate.

use alloc::borrow::ToOwned;
use alloc::string::String;
use core::fmt;

/// An error from parsing an [`ErrorType`](crate::ErrorType) or building a
/// [`Localizer`](crate::Localizer).
///
/// Its text names what was found and where, in lower case and without trailing punctuation, so that
/// it fits into a longer message. [`source`](core::error::Error::source) returns the error of the
/// operating system, if there is one.
///
/// ```
/// use im_error_l10n::ErrorType;
///
/// let error = "NotFreind".parse::<ErrorType>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown error type `NotFreind`");
/// ```
#[derive(Debug)]
pub struct Error(Kind);

#[derive(Debug)]
enum Kind {
    UnknownCode(i32),
    UnknownName(String),
    #[cfg(feature = "fluent")]
    DefaultLocale {
        tag: String,
        available: String,
    },
    #[cfg(feature = "fluent")]
    Folder {
        path: std::path::PathBuf,
        cause: std::io::Error,
    },
}

impl Error {
    pub(crate) fn unknown_code(code: i32) -> Error {
        Error(Kind::UnknownCode(code))
    }

    pub(crate) fn unknown_name(name: &str) -> Error {
        Error(Kind::UnknownName(name.to_owned()))
    }

    /// The default locale has no messages; `available` lists the locales that do.
    #[cfg(feature = "fluent")]
    pub(crate) fn default_locale(tag: &str, available: String) -> Error {
        Error(Kind::DefaultLocale { tag: tag.to_owned(), available })
    }

    #[cfg(feature = "fluent")]
    pub(crate) fn folder(path: std::path::PathBuf, cause: std::io::Error) -> Error {
        Error(Kind::Folder { path, cause })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::UnknownCode(code) => write!(f, "unknown error code {code}"),
            Kind::UnknownName(name) => write!(f, "unknown error type `{}`", name.escape_debug()),
            #[cfg(feature = "fluent")]
            Kind::DefaultLocale { tag, available } => write!(
                f,
                "no messages for the default locale `{}`; available locales: {available}",
                tag.escape_debug(),
            ),
            #[cfg(feature = "fluent")]
            Kind::Folder { path, .. } => write!(f, "cannot read the folder `{}`", path.display()),
        }
    }
}

impl core::error::Error for Error {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match &self.0 {
            #[cfg(feature = "fluent")]
            Kind::Folder { cause, .. } => Some(cause),
            _ => None,
        }
    }
}
