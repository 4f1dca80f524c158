//! The one error of the crate.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::ErrorType;

/// Why a name or number is no [`ErrorType`], or why a [`Localizer`](crate::Localizer) could not
/// be built.
///
/// Its text names the thing and the place, in lower case and without a full stop, so that it can
/// stand inside a longer message.
///
/// ```
/// use im_error_l10n::ErrorType;
///
/// let error = "NotFreind".parse::<ErrorType>().unwrap_err();
/// assert_eq!(error.to_string(), "no error type is named `NotFreind`; did you mean `NotFriend`?");
/// ```
#[derive(Debug)]
pub struct Error(Kind);

#[derive(Debug)]
enum Kind {
    UnknownCode(i32),
    UnknownName(String),
    UnknownMessage(String),
    DefaultLocale { tag: String, available: Vec<String> },
    Folder { path: PathBuf, cause: io::Error },
}

impl Error {
    pub(crate) fn unknown_code(code: i32) -> Error {
        Error(Kind::UnknownCode(code))
    }

    pub(crate) fn unknown_name(name: &str) -> Error {
        Error(Kind::UnknownName(name.to_owned()))
    }

    pub(crate) fn unknown_message(id: &str) -> Error {
        Error(Kind::UnknownMessage(id.to_owned()))
    }

    pub(crate) fn default_locale(tag: &str, available: Vec<String>) -> Error {
        let tag = tag.to_owned();
        Error(Kind::DefaultLocale { tag, available })
    }

    pub(crate) fn folder(path: &Path, cause: io::Error) -> Error {
        let path = path.to_owned();
        Error(Kind::Folder { path, cause })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::UnknownCode(code) => write!(f, "no error type has the code {code}"),
            Kind::UnknownName(name) => {
                write!(f, "no error type is named `{}`", name.escape_debug())?;
                ask(f, nearest(name, ErrorType::ALL.iter().map(|error| error.name())))
            }
            Kind::UnknownMessage(id) => {
                write!(f, "there is no message `{}`", id.escape_debug())?;
                ask(f, nearest(id, ErrorType::ALL.iter().map(|error| error.message_id())))
            }
            Kind::DefaultLocale { tag, available } => write!(
                f,
                "no texts for the default locale `{}`; there are texts for {}",
                tag.escape_debug(),
                available.join(", "),
            ),
            Kind::Folder { path, cause } => {
                write!(f, "cannot read the folder `{}`: {cause}", path.display())
            }
        }
    }
}

impl std::error::Error for Error {}

fn ask(f: &mut fmt::Formatter<'_>, near: Option<&str>) -> fmt::Result {
    near.map_or(Ok(()), |near| write!(f, "; did you mean `{near}`?"))
}

/// Asks no more often, and among no more candidates, than a person can have use for: a distance is
/// dear, and a hostile file has a hundred thousand unknown words.
#[derive(Default)]
pub(crate) struct Hints {
    given: usize,
}

impl Hints {
    /// The [`nearest`] candidate, as long as there are not too many.
    pub(crate) fn nearest<'a>(
        &mut self,
        word: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        const MAX_WORDS: usize = 100;
        const MAX_CANDIDATES: usize = 1000;
        self.given += 1;
        if self.given > MAX_WORDS {
            return None;
        }
        nearest(word, candidates.into_iter().take(MAX_CANDIDATES))
    }
}

/// The candidate that `word` was most likely meant to be, if one is near enough to ask.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    const LONGEST: usize = 100; // the distance takes time in proportion to both lengths
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    let near = |candidate: &str| strsim::damerau_levenshtein(&word, &candidate.to_lowercase());
    candidates
        .into_iter()
        .map(|candidate| (near(candidate), candidate))
        .filter(|(distance, candidate)| distance * 3 <= candidate.len().min(12))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}
