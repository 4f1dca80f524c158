//! System failures: full disks, closed pipes, an empty environment.

#![cfg(target_os = "linux")]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::{CHINESE, Project, binary, contents, coverage, printed, shell};

/// A project in which `fmt` would write a file of 40 KiB, and `accept` one of 6 KiB.
fn large() -> Project {
    let text = CHINESE.replace(" = ", "=").replace("=成功", &format!("={}", "好 ".repeat(10_000)));
    Project::new(&[("zh-CN/errors.ftl", &text), ("zh-CN/accepted.txt", "error-success = old\n")])
}

#[test]
fn a_file_size_limit_leaves_the_old_files_intact() {
    for (command, file, limit) in
        [("fmt", "errors.ftl", 8), ("accept zh-CN --all", "accepted.txt", 1)]
    {
        let project = large();
        let before = contents(&project);
        // In blocks of 512 bytes. With the signal ignored, writing fails.
        let line = format!("trap '' XFSZ; ulimit -f {limit}; exec \"$0\" {command}");
        let output = shell(project.0.path(), &line);
        let expected = format!("error: cannot write `locales/zh-CN/{file}`: File too large");
        assert!(printed(&output).starts_with(&expected), "{}", printed(&output));
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(contents(&project), before, "{command}");

        // A tool that is killed while writing leaves a temporary file, but the old one is intact.
        let output = shell(project.0.path(), &format!("ulimit -f {limit}; exec \"$0\" {command}"));
        assert_eq!(output.status.code(), None);
        let mut after = contents(&project);
        after.retain(|(path, _)| !path.to_string_lossy().contains("/.im-error-l10n-"));
        assert_eq!(after, before, "{command}");
        assert_eq!(project.run(&["fmt"]).1, 0);
        let after = contents(&project);
        assert!(after.iter().all(|(path, _)| !path.to_string_lossy().contains("/.im-error-l10n-")));
    }
}

/// Mounts a disk of 64 KiB, which needs root, or a user namespace that grants it.
#[allow(clippy::print_stderr, reason = "a test that could not run should say so")]
#[test]
fn a_full_disk_leaves_the_old_files_intact() {
    let project = large();
    let before = contents(&project);
    let script = "
        mkdir disk && mount -t tmpfs -o size=64k tmpfs disk || exit 77
        cp -r locales disk && cd disk && (cat /dev/zero > filler 2>/dev/null; true)
        for command in fmt 'accept zh-CN --all' 'preview -o preview.html' 'new-locale fr'; do
            \"$0\" $command; echo $?
        done
        cp -r locales ../after";
    let root = ["unshare --user --map-root-user --mount", "unshare --mount"];
    let run = |wrapper: &str| {
        let line = format!("exec {wrapper} sh -c '{}' \"$0\"", script.replace('\'', "'\\''"));
        shell(project.0.path(), &line)
    };
    let output =
        root.iter().map(|wrapper| run(wrapper)).find(|output| output.status.code() == Some(0));
    let Some(output) = output else {
        eprintln!("not tested: no disk can be mounted here");
        return;
    };
    let full = |what: &str| format!("error: cannot {what}: No space left on device (os error 28)");
    let reported = printed(&output);
    for what in ["write `locales/zh-CN/errors.ftl`", "write `locales/zh-CN/accepted.txt`"] {
        assert!(reported.contains(&full(what)), "{reported}");
    }
    assert!(reported.contains(&full("write `preview.html`")), "{reported}");
    assert_eq!(reported.matches("2\n").count(), 4, "{reported}");
    fs::remove_dir_all(project.path("")).unwrap();
    fs::rename(project.0.path().join("after"), project.path("")).unwrap();
    assert_eq!(contents(&project), before);
    assert!(!project.path("fr").exists());
}

#[test]
fn a_closed_pipe_does_not_stop_the_work() {
    let project = Project::new(&[
        ("en-US/errors.ftl", "error-success=Done."),
        ("fr/errors.ftl", "error-success=Réussi"),
    ]);
    let line = "\"$0\" fmt | true; \"$0\" accept fr --all | true; \"$0\" accept zh-CN --all | true";
    // The reader is gone by the time the tool writes.
    let output = shell(
        project.0.path(),
        &format!("exec 2>&1; {}", line.replace("\"$0\"", "sleep 0.1; \"$0\"")),
    );
    assert_eq!(printed(&output), "");
    assert_eq!(project.read("en-US/errors.ftl"), "error-success = Done.\n");
    assert_eq!(project.read("fr/errors.ftl"), "error-success = Réussi\n");
    assert!(
        project.path("fr/accepted.txt").exists() && project.path("zh-CN/accepted.txt").exists()
    );
}

#[test]
fn closed_streams_do_not_panic() {
    let project = large();
    for command in ["show", "check", "coverage", "check --format json", "show 1 --no-such-option"] {
        for closed in ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"] {
            let output = shell(project.0.path(), &format!("\"$0\" {command} {closed}"));
            let status = output.status.code();
            assert!(matches!(status, Some(0..=2)), "{command} {closed}: {status:?}");
            assert!(!printed(&output).contains("panicked"), "{}", printed(&output));
        }
    }
}

#[test]
fn an_empty_environment_is_enough() {
    let project = large();
    let commands = [
        &["show", "0"][..],
        &["show"],
        &["check"],
        &["coverage"],
        &["fmt"],
        &["accept", "zh-CN", "--all"],
        &["new-locale", "fr"],
        &["preview", "-o", "preview.html"],
        &["--help"],
    ];
    let english = super::run(&["show", "0", "--locale", "en-US"]).0;
    let hostile = "\u{1b}]0;x\u{7}".repeat(1000);
    let not_utf_8 = OsStr::from_bytes(b"\xff\xfe_\xff.UTF-8");
    for locale in [None, Some(OsStr::new("")), Some(OsStr::new(&hostile)), Some(not_utf_8)] {
        for args in commands {
            let _ = fs::remove_dir_all(project.path("fr"));
            // No HOME, no PATH, no TERM, no TMPDIR.
            let mut tool = Command::new(binary());
            tool.args(args).current_dir(project.0.path()).stdin(Stdio::null());
            tool.env_clear().envs(coverage());
            if let Some(locale) = locale {
                let names =
                    ["LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE", "TERM", "COLUMNS", "HOME"];
                tool.envs(names.map(|name| (name, locale)));
            }
            let output = tool.output().unwrap();
            let expected = if matches!(args, ["check", ..] | ["coverage"]) { 0..=1 } else { 0..=0 };
            assert!(
                expected.contains(&output.status.code().unwrap()),
                "{args:?}: {}",
                printed(&output)
            );
            if args.first() == Some(&"show") {
                // A note may say that the tests' own files differ from the embedded ones.
                assert!(args.len() == 1 || output.stdout == english.as_bytes());
            } else {
                assert!(output.stderr.is_empty());
            }
        }
    }
}

#[test]
fn names_that_are_not_utf_8_are_not_written_to() {
    let project = Project::new(&[]);
    let odd = project.path("").join(OsStr::from_bytes(b"zh-CN/\xff.ftl"));
    fs::write(&odd, "error-success=x").unwrap();
    let (text, status) = project.run(&["fmt"]);
    assert_eq!((text.as_str(), status), ("", 0));
    assert_eq!(fs::read_to_string(&odd).unwrap(), "error-success=x");
    assert_eq!(fs::read_dir(project.path("zh-CN")).unwrap().count(), 2);
    let (text, status) = project.run(&["check"]);
    assert!(text.contains("its name is not UTF-8"), "{text}");
    assert_eq!(status, 1);

    let dir = project.0.path().join(OsStr::from_bytes(b"\xff"));
    fs::rename(project.path(""), &dir).unwrap();
    let run = |command: &[&str]| {
        let mut tool = Command::new(binary());
        tool.args(command).arg("--dir").arg(&dir).output().unwrap()
    };
    assert_eq!(run(&["fmt"]).status.code(), Some(2));
    assert!(printed(&run(&["accept", "zh-CN", "--all"])).contains("is not UTF-8"));
    // Reading does no harm.
    assert_eq!(run(&["show"]).status.code(), Some(0));
}

/// Takes 1 s in a debug build, since the renderer gets the line of each finding, not the file.
#[test]
fn thousands_of_findings_are_shown() {
    let lines: String = (0..3_000).map(|n| format!(" .a{n}=b\n")).collect();
    let words = "{b}".repeat(3_000);
    let project = Project::new(&[
        ("fr/errors.ftl", &format!("error-success = x\n{lines}")),
        ("ja/errors.ftl", &format!("error-is-friend = {words}\n")),
    ]);
    let start = Instant::now();
    let (text, status) = project.run(&["check"]);
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
    assert!(text.contains("992 |  .a990=b\n    |   ^^^^\n"), "{text}");
    assert!(text.contains("--> locales/ja/errors.ftl:1:20\n"), "a very long line");
    assert!(text.contains("fr: 1000 errors\n"), "{text}");
    assert_eq!(status, 1);
    assert!(text.len() < 5_000_000, "{}", text.len());
}
