//! Folders as they should not be: nothing hangs, nothing panics, and what was left out is told.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use im_error_l10n::Localizer;
use im_error_l10n::lint::{self, Finding};
use tempfile::TempDir;

/// A folder with a good French file.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("fr")).unwrap();
    fs::write(folder.path().join("fr/errors.ftl"), "error-success = Réussi").unwrap();
    folder
}

/// What reading the folder tells, without its path: `fr/x.ftl: cannot read this: ...`. The good
/// file is there in any case, and 10 s would be a thousand times what reading takes.
fn told(folder: &Path) -> Vec<String> {
    let start = Instant::now();
    let localizer = Localizer::builder().dir(folder).build().unwrap();
    assert_eq!(localizer.text(0, "fr"), "Réussi");
    assert!(start.elapsed() < Duration::from_secs(10));
    let prefix = format!("{}/", folder.display());
    let told = |it: &Finding| format!("{}: {}", it.path.replace(&prefix, ""), it.message);
    localizer.findings().iter().map(told).collect()
}

#[test]
fn links_that_lead_in_a_circle() {
    let folder = folder();
    let link = |to: &str, path: &str| symlink(to, folder.path().join(path)).unwrap();
    link("..", "fr/up");
    link(".", "de");
    link("../fr", "fr/again.ftl");
    link("self.ftl", "fr/self.ftl");
    link("es", "es");
    link("nowhere", "it");
    assert_eq!(
        told(folder.path()),
        [
            "es: cannot read this: Too many levels of symbolic links (os error 40)",
            "fr/again.ftl: cannot read this: it is no regular file",
            "fr/self.ftl: cannot read this: Too many levels of symbolic links (os error 40)",
            "it: cannot read this: No such file or directory (os error 2)",
        ]
    );
}

#[test]
fn a_path_that_goes_up_is_a_path() {
    let folder = folder();
    fs::create_dir(folder.path().join("x")).unwrap();
    assert!(told(&folder.path().join("x/..")).is_empty());
    let findings = lint::lint(
        &[lint::File::new("../x", "../x/a.ftl", "error-success = x")],
        lint::Scope::Complete,
    );
    assert!(findings[0].message.starts_with("`../x` is no locale tag"), "{findings:?}");
    assert!(!Path::new("../x").exists());
}

#[test]
fn what_is_no_file() {
    let folder = folder();
    fs::create_dir(folder.path().join("fr/folder.ftl")).unwrap();
    let fifo = folder.path().join("fr/fifo.ftl");
    assert!(Command::new("mkfifo").arg(fifo).status().unwrap().success());
    symlink("/dev/zero", folder.path().join("fr/zero.ftl")).unwrap();
    let no_file = |name: &str| format!("fr/{name}.ftl: cannot read this: it is no regular file");
    assert_eq!(told(folder.path()), ["fifo", "folder", "zero"].map(no_file));
}

/// Permissions mean nothing to root. What root cannot read either is the memory of a process at
/// its first address; a user is also kept from a file and a folder of mode 0.
#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_read() {
    let folder = folder();
    symlink("/proc/self/mem", folder.path().join("fr/memory.ftl")).unwrap();
    let mut expected =
        vec!["fr/memory.ftl: cannot read this: Input/output error (os error 5)".to_owned()];
    let secret = folder.path().join("fr/secret.ftl");
    fs::write(&secret, "error-success = x").unwrap();
    fs::create_dir(folder.path().join("it")).unwrap();
    for path in [&secret, &folder.path().join("it")] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o0)).unwrap();
    }
    if fs::read(&secret).is_err() {
        let denied =
            |path: &str| format!("{path}: cannot read this: Permission denied (os error 13)");
        expected.extend(["fr/secret.ftl", "it"].map(denied));
    } else {
        fs::remove_file(&secret).unwrap();
    }
    assert_eq!(told(folder.path()), expected);
    fs::set_permissions(folder.path().join("it"), fs::Permissions::from_mode(0o700)).unwrap();
}

#[test]
fn names_that_are_not_utf_8() {
    let folder = folder();
    let bytes = |name: &[u8]| folder.path().join(OsStr::from_bytes(name));
    fs::write(bytes(b"fr/\xff.ftl"), "error-success = x").unwrap();
    fs::create_dir(bytes(b"d\xe9")).unwrap();
    fs::write(bytes(b"d\xe9/errors.ftl"), "error-success = x").unwrap();
    let not_utf_8 = |path: &str| format!("{path}: cannot read this: its name is not UTF-8");
    assert_eq!(told(folder.path()), ["d\u{fffd}", "fr/\u{fffd}.ftl"].map(not_utf_8));
    // The folder that all are in may have any name.
    let inner = bytes(b"\xff");
    fs::create_dir(&inner).unwrap();
    fs::create_dir(inner.join("fr")).unwrap();
    fs::write(inner.join("fr/errors.ftl"), "error-success = Réussi").unwrap();
    assert!(told(&inner).is_empty());
}

#[test]
fn files_of_other_programs() {
    let folder = folder();
    // The lock of Emacs, what macOS keeps of a file, and the copy of Vim.
    symlink("user@host.123:456", folder.path().join("fr/.#errors.ftl")).unwrap();
    fs::write(folder.path().join("fr/._errors.ftl"), b"\0\x05\x16\x07\xff").unwrap();
    fs::write(folder.path().join("fr/errors.ftl~"), "error-success = x").unwrap();
    assert!(told(folder.path()).is_empty());
}

/// Tells the writer to end, also when an assertion ends the reader.
struct Done<'a>(&'a AtomicBool);

impl Drop for Done<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// The texts that are read while another thread goes on writing one file or another: for a second,
/// or until both were read, since on a busy machine a thread may wait for long.
fn texts_while(write: impl Fn(&Path, &str) + Sync) -> Vec<String> {
    let folder = folder();
    let file = folder.path().join("fr/errors.ftl");
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
            let text = localizer.text(0, "fr").into_owned();
            missing.retain(|it| *it != text);
            texts.push(text);
        }
        texts
    })
}

#[test]
fn a_file_that_is_replaced_while_it_is_read() {
    let texts = texts_while(|file, source| {
        let other = file.with_extension("new");
        fs::write(&other, source).and_then(|()| fs::rename(&other, file)).unwrap();
    });
    let is_whole = |text: &String| text.len() == 50 && text.replace(['a', 'b'], "").is_empty();
    assert!(texts.iter().all(is_whole), "{texts:?}");
}

/// Half of a text may be read, as half of it is there; or the file is empty or gone for a moment.
#[test]
fn a_file_that_is_rewritten_or_removed_while_it_is_read() {
    let texts = texts_while(|file, source| {
        let _ = fs::remove_file(file);
        fs::write(file, "").unwrap();
        fs::write(file, source).unwrap();
    });
    for text in texts.iter().filter(|text| *text != "The operation succeeded.") {
        let letters = text.trim_matches('a').len().min(text.trim_matches('b').len());
        assert!(letters == 0 && (1..=50).contains(&text.len()), "{text}");
    }
}
