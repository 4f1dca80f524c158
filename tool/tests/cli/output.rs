//! Colors, pipes and full disks.

use std::fs::File;
use std::process::{Command as Process, Stdio};

use super::{ROOT, run, tool};

#[test]
fn colors_appear_in_terminals_or_on_request() {
    for args in [&["show"][..], &["check", "--dir", "locales"], &["coverage", "--dir", "locales"]] {
        let plain = run(args).0;
        assert!(!plain.contains('\u{1b}'), "{plain}");
        let always = run(&[args, &["--color", "always"]].concat()).0;
        assert!(always.contains('\u{1b}'), "{always}");
        let stripped = tool(&[args, &["--color", "never"]].concat()).output().unwrap();
        assert_eq!(String::from_utf8(stripped.stdout).unwrap(), plain);
    }
    let no_color = tool(&["coverage", "--dir", "locales"])
        .env("NO_COLOR", "1")
        .env("CLICOLOR_FORCE", "1")
        .output();
    assert!(!String::from_utf8(no_color.unwrap().stdout).unwrap().contains('\u{1b}'));
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    let binary = assert_cmd::cargo::cargo_bin("im-error-l10n");
    for args in [&["show"][..], &["show", "--format", "json"], &["coverage", "--dir", "locales"]] {
        let mut tool = Process::new(&binary);
        let mut tool = tool
            .args(args)
            .current_dir(ROOT)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(tool.stdout.take());
        let output = tool.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
        assert_eq!(output.status.code(), Some(0));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let full = File::options().write(true).open("/dev/full").unwrap();
    let binary = assert_cmd::cargo::cargo_bin("im-error-l10n");
    let output =
        Process::new(binary).arg("show").stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "error: cannot write the output: No space left on device (os error 28)\n"
    );
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn help_has_examples_and_exit_codes() {
    let (help, status) = run(&["--help"]);
    assert_eq!(status, 0);
    for word in
        ["show", "check", "coverage", "preview", "new-locale", "update", "fmt", "embed", "accept"]
    {
        assert!(help.contains(word));
        let (help, status) = run(&[word, "--help"]);
        assert!(help.contains("Examples:\n  im-error-l10n"), "{help}");
        assert!(help.contains("--dir <DIR>") && status == 0);
    }
    assert!(help.contains("Exit status: 0 success, 1 findings, 2 usage or input/output error."));
    assert_eq!(run(&[]).1, 2);
    assert_eq!(run(&["shwo"]).1, 2);
}
