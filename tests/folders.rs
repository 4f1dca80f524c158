//! Unusual folders: nothing hangs or panics, and files that are not read are reported.

#![cfg(all(unix, feature = "fluent"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::borrow::Cow;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use im_error_l10n::{Localizer, Rule};
use tempfile::TempDir;

/// Returns the embedded English text of a code.
fn english(code: i32) -> Cow<'static, str> {
    Localizer::builtin().text(code, "en-US")
}

/// Creates a folder with a valid French file.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("qaa")).unwrap();
    fs::write(folder.path().join("qaa/errors.ftl"), "error-success = Réussi").unwrap();
    folder
}

/// Returns the files that cannot be read, without the path of the folder. Asserts that the valid file
/// is used and that reading takes less than 10 s, a thousand times what it needs.
fn unread(folder: &Path) -> Vec<String> {
    let mut paths = Vec::new();
    for (path, _) in reasons(folder) {
        paths.push(path);
    }
    paths
}

/// Like `unread`, with our part of the reason; the operating system's part varies.
fn reasons(folder: &Path) -> Vec<(String, String)> {
    let start = Instant::now();
    let localizer = Localizer::builder().dir(folder).build().unwrap();
    assert_eq!(localizer.text(0, "qaa"), "Réussi");
    assert!(start.elapsed() < Duration::from_secs(10));
    let prefix = format!("{}/", folder.display());
    let mut reasons = Vec::new();
    for finding in localizer.findings() {
        assert_eq!(finding.rule, Rule::Unreadable);
        let reason = finding.message.strip_prefix("cannot read this: ").unwrap();
        reasons.push((finding.path.replace(&prefix, ""), reason.to_owned()));
    }
    reasons
}

#[test]
fn link_cycles_are_reported() {
    let folder = folder();
    let link = |to: &str, path: &str| symlink(to, folder.path().join(path)).unwrap();
    link("..", "qaa/up");
    link(".", "de");
    link("../qaa", "qaa/again.ftl");
    link("self.ftl", "qaa/self.ftl");
    link("es", "es");
    link("nowhere", "tlh");
    assert_eq!(unread(folder.path()), ["es", "qaa/again.ftl", "qaa/self.ftl", "tlh"]);
    assert_eq!(reasons(folder.path())[1].1, "it is not a regular file");
}

#[test]
fn paths_may_contain_dots() {
    let folder = folder();
    fs::create_dir(folder.path().join("x")).unwrap();
    assert!(unread(&folder.path().join("x/..")).is_empty());
}

#[test]
fn special_files_are_not_read() {
    let folder = folder();
    fs::create_dir(folder.path().join("qaa/folder.ftl")).unwrap();
    let fifo = folder.path().join("qaa/fifo.ftl");
    assert!(Command::new("mkfifo").arg(fifo).status().unwrap().success());
    symlink("/dev/zero", folder.path().join("qaa/zero.ftl")).unwrap();
    let not_a_file =
        |name: &str| (format!("qaa/{name}.ftl"), "it is not a regular file".to_owned());
    assert_eq!(reasons(folder.path()), ["fifo", "folder", "zero"].map(not_a_file));
}

/// Permissions do not apply to root, but even root cannot read a process's memory at address 0. Other
/// users cannot read a file or folder with mode 0 either.
#[cfg(target_os = "linux")]
#[test]
fn unreadable_files_are_reported() {
    let folder = folder();
    symlink("/proc/self/mem", folder.path().join("qaa/memory.ftl")).unwrap();
    let mut expected = vec!["qaa/memory.ftl"];
    let secret = folder.path().join("qaa/secret.ftl");
    fs::write(&secret, "error-success = x").unwrap();
    fs::create_dir(folder.path().join("tlh")).unwrap();
    for path in [&secret, &folder.path().join("tlh")] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o0)).unwrap();
    }
    if fs::read(&secret).is_err() {
        expected.extend(["qaa/secret.ftl", "tlh"]);
    } else {
        fs::remove_file(&secret).unwrap();
    }
    assert_eq!(unread(folder.path()), expected);
    fs::set_permissions(folder.path().join("tlh"), fs::Permissions::from_mode(0o700)).unwrap();
}

#[test]
fn names_that_are_not_utf_8_are_reported() {
    let folder = folder();
    let bytes = |name: &[u8]| folder.path().join(OsStr::from_bytes(name));
    fs::write(bytes(b"qaa/\xff.ftl"), "error-success = x").unwrap();
    fs::create_dir(bytes(b"d\xe9")).unwrap();
    fs::write(bytes(b"d\xe9/errors.ftl"), "error-success = x").unwrap();
    let not_utf_8 = |path: &str| (path.to_owned(), "its name is not UTF-8".to_owned());
    assert_eq!(reasons(folder.path()), ["d\u{fffd}", "qaa/\u{fffd}.ftl"].map(not_utf_8));
    // The name of the folder that contains them does not matter.
    let inner = bytes(b"\xff");
    fs::create_dir(&inner).unwrap();
    fs::create_dir(inner.join("qaa")).unwrap();
    fs::write(inner.join("qaa/errors.ftl"), "error-success = Réussi").unwrap();
    assert!(unread(&inner).is_empty());
}

#[test]
fn files_of_other_programs_are_ignored() {
    let folder = folder();
    // An Emacs lock file, a macOS metadata file, and a Vim backup.
    symlink("user@host.123:456", folder.path().join("qaa/.#errors.ftl")).unwrap();
    fs::write(folder.path().join("qaa/._errors.ftl"), b"\0\x05\x16\x07\xff").unwrap();
    fs::write(folder.path().join("qaa/errors.ftl~"), "error-success = x").unwrap();
    assert!(unread(folder.path()).is_empty());
}

/// Stops the writer, even if an assertion fails in the reader.
struct Done<'a>(&'a AtomicBool);

impl Drop for Done<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Returns the texts that are read while another thread keeps writing one of two files. Reads for a
/// second, or until both have been read, because a thread may wait long on a busy machine.
fn texts_while(write: impl Fn(&Path, &str) + Sync) -> Vec<String> {
    let folder = folder();
    let file = folder.path().join("qaa/errors.ftl");
    let source =
        |letter: &str| format!("error-success = {}\n# {}", letter.repeat(50), "x".repeat(100_000));
    fs::write(&file, source("a")).unwrap();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let letters = ["a", "b"].into_iter().cycle();
        let letters = letters.take_while(|_| !done.load(Ordering::Relaxed));
        scope.spawn(|| letters.for_each(|letter| write(&file, &source(letter))));
        let _done = Done(&done);
        let start = Instant::now();
        let mut missing = vec!["a".repeat(50), "b".repeat(50)];
        let mut texts = Vec::new();
        while start.elapsed() < Duration::from_secs(1) || !missing.is_empty() {
            assert!(start.elapsed() < Duration::from_secs(60), "never read: {missing:?}");
            let localizer = Localizer::builder().dir(folder.path()).build().unwrap();
            let text = localizer.text(0, "qaa").into_owned();
            missing.retain(|expected| *expected != text);
            texts.push(text);
        }
        texts
    })
}

#[test]
fn a_file_can_be_replaced_while_it_is_read() {
    let texts = texts_while(|file, source| {
        let other = file.with_extension("new");
        fs::write(&other, source).and_then(|()| fs::rename(&other, file)).unwrap();
    });
    let is_whole = |text: &String| text.len() == 50 && text.replace(['a', 'b'], "").is_empty();
    assert!(texts.iter().all(is_whole), "{texts:?}");
}

/// A read may see half a text, an empty file, or none.
#[test]
fn a_file_can_be_rewritten_or_removed_while_it_is_read() {
    let texts = texts_while(|file, source| {
        let _ = fs::remove_file(file);
        fs::write(file, "").unwrap();
        fs::write(file, source).unwrap();
    });
    for text in texts.iter().filter(|text| **text != english(0)) {
        let letters = text.trim_matches('a').len().min(text.trim_matches('b').len());
        assert!(letters == 0 && (1..=50).contains(&text.len()), "{text}");
    }
}
