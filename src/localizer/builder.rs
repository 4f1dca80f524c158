//! Making a localizer of the embedded locales and those that the caller adds.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::{Entry, Localizer, Origin};
use crate::lint::{self, File, Finding};
use crate::{Error, locale, resources};

/// The default locale of a localizer that is not told another.
const DEFAULT: &str = "en-US";

/// Adds locales and texts to the embedded ones.
///
/// Within one locale, added messages come before the embedded ones, last added first, message by
/// message. Faulty FTL never makes building fail: what is good in it serves, and
/// [`Localizer::findings`] tells the rest.
///
/// ```
/// use im_error_l10n::{ErrorType, Localizer};
///
/// let localizer = Localizer::builder()
///     .ftl("zh-TW", "error-not-friend = 你們還不是好友")
///     .build()?;
/// assert_eq!(localizer.text(ErrorType::NotFriend, "zh-HK"), "你們還不是好友");
/// assert_eq!(localizer.text(ErrorType::IsFriend, "zh-HK"), "You’re already friends.");
/// # Ok::<(), im_error_l10n::Error>(())
/// ```
#[derive(Debug, Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct LocalizerBuilder {
    default_locale: Option<String>,
    without_embedded: bool,
    isolating: bool,
    added: Vec<File>,
    refused: Vec<Finding>,
    unreadable: Option<(PathBuf, io::Error)>,
}

impl LocalizerBuilder {
    /// The locale that answers when none that is wanted can: `en-US` if this is not called.
    pub fn default_locale(mut self, tag: &str) -> Self {
        self.default_locale = Some(tag.to_owned());
        self
    }

    /// Adds the text of one `.ftl` file to a locale, which may be new.
    ///
    /// A `locale` that is no locale tag is a finding, and the source is not used.
    pub fn ftl(self, locale: &str, source: impl Into<String>) -> Self {
        let path = format!("added-{}.ftl", self.added.len() + 1);
        self.file(File::new(locale, path, source.into().into_bytes()))
    }

    /// Adds one file, as [`lint`](crate::lint) reads it.
    pub fn file(mut self, file: File) -> Self {
        self.added.push(file);
        self
    }

    /// Adds a folder of locales: all files `<path>/<tag>/*.ftl`.
    ///
    /// Files and folders are taken in the order of their names. They are read once, here.
    pub fn dir(mut self, path: impl AsRef<Path>) -> Self {
        let path = path.as_ref();
        match lint::read_dir(path) {
            Ok((files, refused)) => {
                self.added.extend(files);
                self.refused.extend(refused);
            }
            Err(cause) => {
                self.unreadable.get_or_insert((path.to_owned(), cause));
            }
        }
        self
    }

    /// Leaves the embedded texts out: only what is added is there, and a code that it lacks is
    /// shown by name and number. For tools that look at a folder of texts.
    pub fn without_embedded(mut self) -> Self {
        self.without_embedded = true;
        self
    }

    /// Whether arguments are wrapped in U+2068 and U+2069, which keep a name in one script from
    /// disturbing the order of a text in another
    /// ([UAX 9](https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates)).
    ///
    /// Off by default: many toasts show the two characters as squares.
    pub fn bidi_isolation(mut self, on: bool) -> Self {
        self.isolating = on;
        self
    }

    /// Makes the localizer.
    ///
    /// # Errors
    ///
    /// When a folder given to [`dir`](Self::dir) cannot be read, or when there are no texts for
    /// the default locale. Faults inside files are findings instead.
    pub fn build(mut self) -> Result<Localizer, Error> {
        if let Some((path, cause)) = self.unreadable.take() {
            return Err(Error::folder(&path, cause));
        }
        let wanted = self.default_locale.take().unwrap_or_else(|| DEFAULT.to_owned());
        let mut localizer = self.assemble();
        let place = |tag: &str| localizer.by_tag.get(tag).copied();
        let canonical = || locale::parse(&wanted).map(|locale| locale.to_string());
        match place(&wanted).or_else(|| place(&canonical()?)) {
            Some(default) => {
                localizer.default = default;
                Ok(localizer)
            }
            None => {
                let available = localizer.locales().map(str::to_owned).collect();
                Err(Error::default_locale(&wanted, available))
            }
        }
    }

    /// Sorts the sources by locale. The default locale is `en-US`.
    pub(super) fn assemble(self) -> Localizer {
        let mut localizer = Localizer {
            entries: Vec::new(),
            by_tag: FxHashMap::default(),
            available: OnceLock::new(),
            default: 0,
            last_resort: None,
            isolating: self.isolating,
            added: self.added,
            refused: self.refused,
            findings: OnceLock::new(),
        };
        let embedded = resources::paths("ftl").filter(|_| !self.without_embedded);
        for path in embedded {
            // The names of the embedded folders are canonical: a test sees to it.
            localizer.add(resources::tag(&path).to_owned(), Origin::Embedded(path));
        }
        localizer.last_resort = localizer.by_tag.get(DEFAULT).copied();
        localizer.default = localizer.last_resort.unwrap_or(0);
        let is_used = |file: &&File| file.is_ftl() && file.source().is_ok();
        let tag = |file: &File| Some(locale::parse(file.locale())?.to_string());
        let tags: Vec<_> =
            localizer.added.iter().map(|file| Some(file).filter(is_used).and_then(tag)).collect();
        for (place, tag) in tags.into_iter().enumerate() {
            if let Some(tag) = tag {
                localizer.add(tag, Origin::Added(place));
            }
        }
        localizer
    }
}

impl Localizer {
    /// Adds a source to the entry of its locale, and the entry where there is none.
    fn add(&mut self, tag: String, origin: Origin) {
        let place = self.by_tag.get(&tag).and_then(|place| self.entries.get_mut(*place));
        match place {
            Some(entry) => entry.sources.push(origin),
            None => {
                self.by_tag.insert(tag.clone(), self.entries.len());
                self.entries.push(Entry { tag, sources: vec![origin], catalog: OnceLock::new() });
            }
        }
    }
}
