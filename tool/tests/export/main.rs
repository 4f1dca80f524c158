//! `export`: the files of each platform, read back.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

mod files;
mod obstacles;
mod platforms;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

const FORMATS: [&str; 5] = ["typescript", "android", "apple", "flutter", "harmony"];

/// A folder to work in, with an application's messages in `my`, and the output in `out`.
struct Project(TempDir);

impl Project {
    fn new(overlay: &[(&str, &str)]) -> Project {
        let project = Project(tempfile::tempdir().unwrap());
        for (locale, text) in overlay {
            let folder = project.path(&format!("my/{locale}"));
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join("errors.ftl"), text).unwrap();
        }
        project
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path("out").join(path)).unwrap()
    }

    /// Runs `export`, and returns the output and the exit status.
    fn run(&self, args: &[&str]) -> (String, i32) {
        let mut command = Command::cargo_bin("im-error-l10n").unwrap();
        let output = command.arg("export").args(args).current_dir(&self.0).output().unwrap();
        let text = [output.stdout, output.stderr].concat();
        (String::from_utf8(text).unwrap(), output.status.code().unwrap())
    }

    /// Exports to `out`, with the messages in `my` if there are any.
    fn export(&self, format: &str, more: &[&str]) -> (String, i32) {
        let mut args = vec!["--format", format, "-o", "out"];
        if self.path("my").is_dir() {
            args.extend(["--overlay", "my"]);
        }
        args.extend(more);
        self.run(&args)
    }
}

/// The files in a folder, with what is in them.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).into_iter().flatten() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false => files.push((
                    path.strip_prefix(folder).unwrap().to_owned(),
                    fs::read(&path).unwrap(),
                )),
            }
        }
    }
    files.sort();
    files
}

/// The names of the files in `out`.
fn names(project: &Project) -> Vec<String> {
    let files = files(&project.path("out")).into_iter();
    let mut names: Vec<String> = files.map(|(path, _)| path.to_str().unwrap().to_owned()).collect();
    names.sort();
    names
}
