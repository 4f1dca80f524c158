//! The tool, run from outside: its output, the files it writes, and its exit status.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

mod accept;
mod check;
mod concurrent;
mod coverage;
mod embed;
mod environment;
mod escapes;
mod explain;
mod faults;
mod fmt;
mod guides;
mod new_locale;
mod obstacles;
mod output;
mod overlay;
mod preview;
mod show;
mod update;
mod watch;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, Output};

use assert_cmd::Command;
use tempfile::TempDir;

/// The root of the repository.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
// Not the files of the library, because translators may change those.
const ENGLISH: &str = include_str!("../../../tests/mistakes/locales/en-US/errors.ftl");
const CHINESE: &str = include_str!("../../../tests/mistakes/locales/zh-CN/errors.ftl");

/// The tool in an empty environment, without a system locale.
fn tool(args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("im-error-l10n").unwrap();
    command.args(args).current_dir(ROOT).env_clear().envs(coverage()).env("LC_ALL", "C");
    command
}

/// The variable that names the coverage file, if coverage is measured.
fn coverage() -> impl Iterator<Item = (OsString, OsString)> {
    env::vars_os().filter(|(name, _)| name == "LLVM_PROFILE_FILE")
}

/// Runs the tool at the root of the repository, and returns the output and the exit status.
fn run(args: &[&str]) -> (String, i32) {
    run_in(Path::new(ROOT), args)
}

fn run_in(folder: &Path, args: &[&str]) -> (String, i32) {
    let output = tool(args).current_dir(folder).output().unwrap();
    let text = [output.stdout, output.stderr].concat();
    (String::from_utf8(text).unwrap(), output.status.code().unwrap())
}

/// A folder with `locales`: English and Chinese, of which some may be replaced, and additional ones.
struct Project(TempDir);

impl Project {
    fn new(files: &[(&str, &str)]) -> Project {
        let project = Project(tempfile::tempdir().unwrap());
        project.write("en-US/errors.ftl", ENGLISH);
        project.write("zh-CN/errors.ftl", CHINESE);
        files.iter().for_each(|(path, text)| project.write(path, text));
        project
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join("locales").join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Runs the tool in the project.
    fn run(&self, args: &[&str]) -> (String, i32) {
        run_in(self.0.path(), args)
    }
}

/// The commands that write, each with something to write in an [`untidy`] project.
const WRITERS: [&str; 5] =
    ["new-locale fr", "update", "fmt", "accept zh-CN --all", "preview -o page.html"];

/// The commands that only read.
const READERS: [&str; 5] =
    ["show 56 --dir locales", "show --dir locales", "check", "coverage", "fmt --check"];

/// A project whose Chinese lacks a message, is not in the canonical form, and has an old record.
fn untidy() -> Project {
    let text = CHINESE.replace("error-success = 成功\n", "").replace(" = ", "=");
    Project::new(&[("zh-CN/errors.ftl", &text), ("zh-CN/accepted.txt", "error-success = old\n")])
}

fn binary() -> PathBuf {
    assert_cmd::cargo::cargo_bin("im-error-l10n")
}

/// Runs a line of shell in a folder; `$0` is the tool.
fn shell(folder: &Path, line: &str) -> Output {
    let mut shell = process::Command::new("sh");
    shell.args(["-c", line]).arg(binary()).current_dir(folder).output().unwrap()
}

/// What a run printed, on both streams.
fn printed(output: &Output) -> String {
    String::from_utf8([&output.stdout[..], &output.stderr].concat()).unwrap()
}

/// Every file below a project's folder, temporary ones too, and what is in it.
fn contents(project: &Project) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![project.0.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let kind = entry.file_type().unwrap();
            if kind.is_dir() {
                folders.push(entry.path());
            } else {
                // Reading a FIFO would wait forever.
                let bytes = if kind.is_file() {
                    fs::read(entry.path()).unwrap_or_default()
                } else {
                    Vec::new()
                };
                let path = entry.path().strip_prefix(project.0.path()).unwrap().to_owned();
                files.push((path, bytes));
            }
        }
    }
    files.sort();
    files
}
