//! Building a localizer from the embedded messages and those that an application adds.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

use super::file::{File, FileText};
use super::folder::{is_ftl, read_dir};
use super::locale;
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
///     .ftl("zh-CN", "error-not-friend = 对方还不是你的好友")
///     .build()?;
/// assert_eq!(localizer.text(ErrorType::NotFriend, "zh-SG"), "对方还不是你的好友");
/// assert_eq!(localizer.text(ErrorType::IsFriend, "zh-SG"), "已经是好友了");
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
    /// Findings call the file `<locale>/added-<number>.ftl`; [`file`](Self::file) takes a name of
    /// yours. If `locale` is not a valid locale tag, the text is ignored and reported as a finding.
    pub fn ftl(mut self, locale: &str, source: impl Into<String>) -> Self {
        let path = format!("{locale}/added-{}.ftl", self.added.len() + 1);
        self.added.push(File::of_text(locale, path, source.into()));
        self
    }

    /// Like [`ftl`](Self::ftl), but takes the path that findings show, and bytes instead of a text:
    /// if they are not UTF-8, the file is ignored and reported as a finding.
    ///
    /// ```
    /// use im_error_l10n::Localizer;
    ///
    /// let source = "error-not-friend = { -brand } 里还没有这位好友";
    /// let localizer = Localizer::builder().file("zh-CN", "assets/zh.ftl", source).build()?;
    /// let finding = localizer.findings()[0].to_string();
    /// assert!(finding.starts_with("assets/zh.ftl:1:23: error: unknown term `-brand`"));
    /// # Ok::<(), im_error_l10n::Error>(())
    /// ```
    pub fn file(
        mut self,
        locale: &str,
        path: impl Into<String>,
        bytes: impl Into<Vec<u8>>,
    ) -> Self {
        self.added.push(File::new(locale, path, bytes));
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

    /// Leaves the embedded messages out, for a set of messages that is complete without them.
    ///
    /// The default locale is still `en-US` unless you set another one. A code without a message in
    /// any locale of the chain gets its name and number as the text: `NotFriend (56)`.
    ///
    /// ```
    /// use im_error_l10n::Localizer;
    ///
    /// let localizer = Localizer::builder()
    ///     .without_embedded()
    ///     .ftl("fr", "error-not-friend = Vous n’êtes pas amis.")
    ///     .default_locale("fr")
    ///     .build()?;
    /// assert_eq!(localizer.locales().collect::<Vec<_>>(), ["fr"]);
    /// assert_eq!(localizer.text(56, "zh-CN"), "Vous n’êtes pas amis.");
    /// assert_eq!(localizer.text(60, "zh-CN"), "IsFriend (60)");
    /// # Ok::<(), im_error_l10n::Error>(())
    /// ```
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
        let file = ParsedFile::new(*index, text);
        report.file(&file);
        parsed.push(file);
    }
    locale::resolve(tag, &parsed, embedded, isolating, report)
}
