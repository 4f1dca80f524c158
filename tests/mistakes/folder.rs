//! Folders of locales to make mistakes in.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};

use im_error_l10n::edit;
use im_error_l10n::lint::{Scope, lint, read_dir};
use im_error_l10n::{Finding, Rule};
use tempfile::TempDir;

/// A copy of some of this test's locales to make a mistake in.
pub(crate) struct Folder(TempDir);

/// This test's locales. All but the first two have the messages that mistakes are made in, and no others.
pub(crate) fn locales() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes/locales")
}

impl Folder {
    /// Copies English, Chinese, and the locale of a file.
    pub(crate) fn new(file: &str) -> Folder {
        let folder = Folder(tempfile::tempdir().unwrap());
        let (locale, _) = file.split_once('/').unwrap();
        for locale in ["en-US", "zh-CN", locale] {
            let source = locales().join(locale);
            if source.is_dir() {
                copy(&source, &folder.path(locale));
            }
        }
        folder
    }

    pub(crate) fn root(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        fs::write(self.path(path), text).unwrap();
    }

    pub(crate) fn lint(&self) -> Vec<Finding> {
        let (files, mut findings) = read_dir(self.0.path()).unwrap();
        findings.extend(lint(&files, Scope::Complete));
        findings
    }

    /// The path of a finding's file in this folder.
    pub(crate) fn relative<'f>(&self, finding: &'f Finding) -> &'f str {
        let path = Path::new(&finding.path);
        path.strip_prefix(self.0.path()).unwrap_or(path).to_str().unwrap()
    }

    pub(crate) fn new_locale(&self, tag: &str) {
        let (files, _) = read_dir(self.0.path()).unwrap();
        self.write(&format!("{tag}/errors.ftl"), edit::template(&files, tag).unwrap());
        let (files, _) = read_dir(self.0.path()).unwrap();
        let record = edit::update(&files, tag).unwrap().record;
        self.write(&format!("{tag}/accepted.txt"), record.unwrap());
    }
}

pub(crate) fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        fs::copy(from, to).unwrap();
        return;
    }
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        copy(&entry.path(), &to.join(entry.file_name()));
    }
}

/// Rules, files and messages of findings.
pub(crate) type Known = Vec<(Rule, String, String)>;

/// Returns the findings of a folder before a mistake is made in it: those that its locales always have.
pub(crate) fn known(folder: &Folder, locales: (&str, &str)) -> Known {
    type Cache = Mutex<HashMap<(String, String), Known>>;
    static CACHE: LazyLock<Cache> = LazyLock::new(Cache::default);
    let key = (locales.0.to_owned(), locales.1.to_owned());
    if let Some(known) = CACHE.lock().unwrap().get(&key) {
        return known.clone();
    }
    let mut known = Known::new();
    for finding in folder.lint() {
        known.push((finding.rule, folder.relative(&finding).to_owned(), finding.message));
    }
    CACHE.lock().unwrap().insert(key, known.clone());
    known
}
