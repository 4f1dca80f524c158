//! The folder that a command works on.

use std::collections::BTreeSet;
use std::path::Path;

use im_error_l10n::edit;
use im_error_l10n::lint::{File, SOURCE, Scope, lint, read_dir};
use im_error_l10n::{ErrorType, Finding, Localizer, Rule};

use crate::codes::own_code;
use crate::outcome::Failure;

/// The folder that a command reads by default.
const HERE: &str = "locales";

/// A folder of locales.
pub(crate) struct Folder {
    pub(crate) files: Vec<File>,
    /// What could not be read.
    unreadable: Vec<Finding>,
    scope: Scope,
}

impl Folder {
    /// Reads a folder with all messages, or with an application's.
    pub(crate) fn read((dir, scope): (&Path, Scope)) -> Result<Folder, Failure> {
        let (files, unreadable) = read_dir(dir).map_err(|cause| {
            Failure::of(format_args!("cannot read the folder `{}`", dir.display()), &cause)
        })?;
        if files.is_empty() && unreadable.is_empty() {
            let dir = dir.display();
            return Err(Failure::new(format_args!("there is no file `<tag>/*.ftl` in `{dir}`")));
        }
        Ok(Folder { files, unreadable, scope })
    }

    /// Returns the findings in the named locales, or in all: first what could not be read.
    pub(crate) fn lint(&self, wanted: &[String]) -> Vec<Finding> {
        let mut findings = self.unreadable.clone();
        findings.extend(lint(&self.files, self.scope));
        findings.retain(|finding| wanted.is_empty() || wanted.contains(&finding.locale));
        findings
    }

    /// Builds a localizer from these messages, alone or layered over the embedded ones. Its default
    /// locale is the source, if the folder has it.
    pub(crate) fn localizer(&self) -> Result<Localizer, Failure> {
        let mut builder = Localizer::builder();
        if self.scope == Scope::Complete {
            let tags = self.locales();
            let default =
                tags.iter().find(|tag| **tag == SOURCE).or(tags.first()).unwrap_or(&SOURCE);
            builder = builder.without_embedded().default_locale(default);
        }
        for file in self.messages() {
            builder = builder.file(file.locale(), file.path(), file.bytes());
        }
        builder.build().map_err(Failure::new)
    }

    /// Fails if a file of one of these locales could not be read: it must not count as missing.
    pub(crate) fn must_be_readable(&self, is_needed: impl Fn(&str) -> bool) -> Result<(), Failure> {
        for finding in &self.unreadable {
            if finding.rule == Rule::Unreadable && is_needed(&finding.locale) {
                return Err(Failure::new(format_args!("{}: {}", finding.path, finding.message)));
            }
        }
        Ok(())
    }

    /// The files of messages.
    pub(crate) fn messages(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.path().ends_with(".ftl"))
    }

    /// Returns the names of the locale folders, in the order of the files.
    pub(crate) fn locales(&self) -> Vec<&str> {
        let mut tags: Vec<&str> = self.messages().map(File::locale).collect();
        tags.dedup();
        tags
    }

    /// Returns the codes that only the application has, in ascending order.
    pub(crate) fn own_codes(&self) -> BTreeSet<i32> {
        match self.scope {
            Scope::Added => self.numbered(),
            _ => BTreeSet::new(),
        }
    }

    /// Returns the codes of the messages `error-<number>`, in ascending order.
    pub(crate) fn numbered(&self) -> BTreeSet<i32> {
        let mut codes = BTreeSet::new();
        for tag in self.locales() {
            for note in edit::notes(&self.files, tag) {
                codes.extend(own_code(&note.id));
            }
        }
        codes
    }

    /// Whether a locale has a message of a code in the table.
    pub(crate) fn has_codes(&self) -> bool {
        self.locales().iter().any(|tag| {
            let notes = edit::notes(&self.files, tag);
            notes.iter().any(|note| ErrorType::from_message_id(&note.id).is_some())
        })
    }

    pub(crate) fn no_locale(&self, tag: &str) -> Failure {
        let all = self.locales().join(", ");
        Failure::new(format_args!("there is no locale `{tag}`; available locales: {all}"))
    }

    /// Returns the named locales, or all.
    pub(crate) fn chosen<'a>(&'a self, wanted: &'a [String]) -> Result<Vec<&'a str>, Failure> {
        let all = self.locales();
        for tag in wanted {
            let is_reported = self.unreadable.iter().any(|finding| finding.locale == *tag);
            if !all.contains(&tag.as_str()) && !is_reported {
                return Err(self.no_locale(tag));
            }
        }
        Ok(if wanted.is_empty() { all } else { wanted.iter().map(String::as_str).collect() })
    }
}

/// Returns the folder to read: the overlay, the named folder, or `locales` in the current folder.
pub(crate) fn choose<'a>(
    overlay: Option<&'a Path>,
    dir: Option<&'a Path>,
) -> Result<(&'a Path, Scope), Failure> {
    let here = Path::new(HERE);
    match (overlay, dir) {
        (Some(overlay), _) => Ok((overlay, Scope::Added)),
        (None, Some(dir)) => Ok((dir, Scope::Complete)),
        (None, None) if here.is_dir() => Ok((here, Scope::Complete)),
        (None, None) => Err(Failure::new("there is no folder `locales` here; name one with --dir")),
    }
}
