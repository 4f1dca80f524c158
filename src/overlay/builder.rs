//! Building a localizer from the embedded messages and those that an application adds.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

use super::file::{File, FileText, is_ftl, read_dir};
use super::locale;
use super::parse::parse;
use super::report::{ParsedFile, Report};
use crate::finding::{Finding, Rule};
use crate::locale::Tag;
use crate::texts::{self, LocaleMessages};
use crate::{Error, Localizer};

/// Builds a [`Localizer`] with messages and locales added to the embedded ones.
///
/// Within a locale, added messages come before the embedded ones. If several files
/// define a message, the last one added wins; within a file, the first definition wins.
///
/// A mistake in a file never makes building fail: the good messages are used, and
/// [`Localizer::findings`] reports the others.
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
    /// What could not be read, and the number of files added before it.
    unreadable: Vec<(usize, Finding)>,
    failed: Option<(PathBuf, io::Error)>,
}

impl LocalizerBuilder {
    /// Sets the locale that answers when no requested locale can. It is `en-US` by default.
    pub fn default_locale(mut self, tag: &str) -> Self {
        self.default_locale = Some(tag.to_owned());
        self
    }

    /// Adds the text of one `.ftl` file to a locale, which can be a new one.
    ///
    /// If `locale` is not a valid locale tag, the text is ignored and reported as a finding.
    pub fn ftl(mut self, locale: &str, source: impl Into<String>) -> Self {
        let path = format!("added-{}.ftl", self.added.len() + 1);
        self.added.push(File::of_text(locale, path, source.into()));
        self
    }

    /// Adds one file. Unstable: for the crate's own tool.
    #[cfg(feature = "lint")]
    #[doc(hidden)]
    pub fn file(mut self, file: File) -> Self {
        self.added.push(file);
        self
    }

    /// Adds a folder of locales: all files `<path>/<tag>/*.ftl`.
    ///
    /// Files and folders are added in the order of their names, and read once, in this call.
    pub fn dir(mut self, path: impl AsRef<Path>) -> Self {
        let path = path.as_ref();
        match read_dir(path, is_ftl) {
            Ok((files, findings)) => {
                let position = self.added.len();
                self.unreadable.extend(findings.into_iter().map(|finding| (position, finding)));
                self.added.extend(files);
            }
            Err(cause) => {
                self.failed.get_or_insert((path.to_owned(), cause));
            }
        }
        self
    }

    /// Leaves the embedded messages out. Unstable: for the crate's own tool.
    #[cfg(feature = "lint")]
    #[doc(hidden)]
    pub fn without_embedded(mut self) -> Self {
        self.without_embedded = true;
        self
    }

    /// Sets whether arguments are wrapped in U+2068 and U+2069, which keep a name in one script
    /// from changing the order of a text in another
    /// ([UAX 9](https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates)).
    ///
    /// Off by default: many toasts show the two characters as boxes.
    pub fn bidi_isolation(mut self, on: bool) -> Self {
        self.isolating = on;
        self
    }

    /// Builds the localizer. All messages of a locale with added messages are resolved here.
    ///
    /// # Errors
    ///
    /// If a folder given to [`dir`](Self::dir) cannot be read, or if the default locale has no
    /// messages. Mistakes in files are [findings](Localizer::findings) instead.
    pub fn build(self) -> Result<Localizer, Error> {
        if let Some((path, cause)) = self.failed {
            return Err(Error::folder(path, cause));
        }
        let mut report = Report::default();
        for (position, finding) in self.unreadable {
            report.add(position, finding);
        }
        let added = by_locale(&self.added, &mut report);
        let embedded = if self.without_embedded { &[] } else { texts::LOCALES.as_slice() };
        let mut locales = Vec::with_capacity(embedded.len() + added.len());
        for messages in embedded {
            let files = added.iter().find(|(tag, _)| *tag == messages.tag);
            locales.push(match files {
                None => messages.clone(),
                Some((tag, files)) => {
                    resolve(tag, files, Some(messages), self.isolating, &mut report)
                }
            });
        }
        for (tag, files) in &added {
            if !embedded.iter().any(|messages| messages.tag == *tag) {
                locales.push(resolve(tag, files, None, self.isolating, &mut report));
            }
        }
        let findings = report.into_findings();
        Localizer::from_locales(locales, self.default_locale.as_deref(), self.isolating, findings)
    }
}

/// The readable files of a locale, each with its position among all added files.
type Files<'f> = Vec<(usize, FileText<'f>)>;

/// Groups the added files by locale, in the order in which they were added.
fn by_locale<'f>(added: &'f [File], report: &mut Report) -> Vec<(String, Files<'f>)> {
    let mut locales: Vec<(String, Files<'f>)> = Vec::new();
    let mut positions: HashMap<String, usize> = HashMap::new();
    for (index, file) in added.iter().enumerate() {
        // A tag without a known language, script or region, such as `und`, would never match.
        let Some(tag) = Tag::parse(file.locale()).filter(Tag::names_locale) else {
            let message = format!(
                "invalid locale tag `{}`; a tag is a language and, where needed, a script and a \
                 region, as in `zh-CN`",
                file.locale().escape_debug(),
            );
            let (locale, path) = (file.locale(), file.path());
            report.add(index, Finding::of_file(Rule::LocaleFolder, locale, path, message));
            continue;
        };
        let text = match file.text() {
            Ok(text) => text,
            Err(refusal) => {
                report.add(index, file.refused(&refusal));
                continue;
            }
        };
        let tag = tag.to_string();
        let position = *positions.entry(tag.clone()).or_insert(locales.len());
        match locales.get_mut(position) {
            Some((_, files)) => files.push((index, text)),
            None => locales.push((tag, Vec::from([(index, text)]))),
        }
    }
    locales
}

/// Parses and resolves the files of a locale.
fn resolve(
    tag: &str,
    files: &Files<'_>,
    embedded: Option<&LocaleMessages>,
    isolating: bool,
    report: &mut Report,
) -> LocaleMessages {
    let mut parsed = Vec::with_capacity(files.len());
    for (index, text) in files {
        let (resource, junk) = parse(text.text.to_string());
        let file = ParsedFile { index: *index, text, resource, junk };
        report.file(&file);
        parsed.push(file);
    }
    locale::resolve(tag, &parsed, embedded, isolating, report)
}
