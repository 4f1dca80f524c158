//! Other programs that run at the same time: editors, a second run, the reader of the output, Ctrl-C.

#![cfg(target_os = "linux")]

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender, TryRecvError};
use std::thread::{sleep, spawn};
use std::time::Duration;

use super::{CHINESE, Project, READERS, WRITERS, binary, contents, printed, untidy};

fn start(project: &Project, command: &str) -> Child {
    Command::new(binary())
        .args(command.split(' '))
        .current_dir(project.0.path())
        .env("LC_ALL", "C")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// The contents of an [`untidy`] project after a command that nothing disturbed.
fn undisturbed(command: &str) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let project = untidy();
    start(&project, command).wait_with_output().unwrap();
    contents(&project)
}

/// A translator saves a file after the tool read it, and before the tool writes it.
#[test]
fn a_file_saved_meanwhile_is_kept() {
    let untidy = CHINESE.replace(" = ", "=").replace("error-is-friend=已经是好友了\n", "");
    let saved = CHINESE.replace("= 成功", "= 完成");
    let (first, last) = ("aa/errors.ftl", "zu/errors.ftl");
    let save_meanwhile = |command: &str| {
        let project = Project::new(&[(first, &untidy), (last, &untidy)]);
        for letter in 'b'..='z' {
            for other in 'a'..='d' {
                project.write(&format!("{letter}{other}/errors.ftl"), &untidy);
            }
        }
        let mut tool = start(&project, command);
        // The tool has read all files once it writes the first, or a temporary file.
        let begun = || {
            let count = fs::read_dir(project.path("aa")).unwrap().count();
            count > 1 || project.read(first) != untidy
        };
        while !begun() && tool.try_wait().unwrap().is_none() {}
        project.write(last, &saved);
        (tool.wait_with_output().unwrap(), project)
    };
    for command in ["fmt", "update"] {
        // On a busy machine the tool may be done before the file is saved.
        let mut attempts = (0..20).map(|_| save_meanwhile(command));
        let (output, project) =
            attempts.find(|(output, _)| output.status.code() != Some(0)).unwrap();
        let expected = format!(
            "error: cannot write `locales/{last}`: it changed after it was read; run the command again\n"
        );
        assert_eq!(String::from_utf8(output.stderr.clone()).unwrap(), expected, "{command}");
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(project.read(last), saved, "{command}");
        assert!(contents(&project).iter().all(|(path, _)| !path.to_string_lossy().contains("/.")));
    }
}

#[test]
fn several_runs_at_once_leave_complete_files() {
    for command in WRITERS {
        let expected = undisturbed(command);
        let project = untidy();
        let runs: Vec<Child> = (0..4).map(|_| start(&project, command)).collect();
        let mut succeeded = 0;
        for run in runs {
            let output = run.wait_with_output().unwrap();
            let status = output.status.code().unwrap();
            assert_eq!(status == 2, output.stderr.starts_with(b"error: "), "{}", printed(&output));
            succeeded += usize::from(status == 0);
        }
        assert!(succeeded > 0, "{command}");
        assert!(succeeded == 1 || command != "new-locale fr");
        assert_eq!(contents(&project), expected, "{command}");
    }
}

/// Killed runs leave temporary files, and folders of new locales. tests/kills makes every kind.
#[test]
fn what_killed_runs_left_is_removed_and_what_runs_use_is_not() {
    let project = untidy();
    let abandoned =
        ["zh-CN/.im-error-l10n-a", ".im-error-l10n-b/errors.ftl", "en-US/.im-error-l10n-c"];
    abandoned.iter().for_each(|path| project.write(path, "x"));
    let used = ["zh-CN/.im-error-l10n-d", ".im-error-l10n-e/errors.ftl"];
    used.iter().for_each(|path| project.write(path, "x"));
    let open = ["zh-CN/.im-error-l10n-d", ".im-error-l10n-e"].map(|path| {
        let file = File::open(project.path(path)).unwrap();
        rustix::fs::flock(&file, rustix::fs::FlockOperation::LockExclusive).unwrap();
        file
    });
    for command in READERS {
        start(&project, command).wait_with_output().unwrap();
        assert!(abandoned.iter().all(|path| project.path(path).exists()), "{command}");
    }
    for command in ["update", "fmt", "accept zh-CN --all", "new-locale fr"] {
        abandoned.iter().for_each(|path| project.write(path, "x"));
        let output = start(&project, command).wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{command}: {}", printed(&output));
        assert!(abandoned.iter().all(|path| !project.path(path).exists()), "{command}");
        assert!(!project.path(".im-error-l10n-b").exists(), "{command}");
        assert!(used.iter().all(|path| project.path(path).exists()), "{command}");
    }
    drop(open);
}

#[test]
fn work_continues_if_nobody_reads_the_output() {
    for command in WRITERS.iter().chain(&READERS) {
        let expected = undisturbed(command);
        let project = untidy();
        // Closed before the tool starts: it may be done in no time.
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut tool = Command::new(binary());
        tool.args(command.split(' ')).current_dir(project.0.path()).env("LC_ALL", "C");
        let output = tool.stdout(writer).output().unwrap();
        assert_eq!(printed(&output), "", "{command}");
        assert_eq!(output.status.code(), Some(0), "{command}");
        assert_eq!(contents(&project), expected, "{command}");
    }
}

#[test]
fn output_to_a_full_disk_is_an_error_after_the_work() {
    for command in WRITERS.iter().chain(&READERS).chain(&["--help", "fmt --help", "--version"]) {
        let expected = undisturbed(command);
        let project = untidy();
        let full = File::options().write(true).open("/dev/full").unwrap();
        let mut tool = Command::new(binary());
        tool.args(command.split(' ')).current_dir(project.0.path()).stdout(full);
        let output = tool.output().unwrap();
        let text = printed(&output);
        assert!(text.starts_with("error: cannot write the output: "), "{command}: {text}");
        assert_eq!(output.status.code(), Some(2), "{command}");
        assert_eq!(contents(&project), expected, "{command}");
    }
}

/// Reads lines up to one that begins with `start`.
fn read_until(lines: &mut impl BufRead, start: &str) -> String {
    let mut text = String::new();
    while !text.lines().last().unwrap_or_default().starts_with(start) {
        assert_ne!(lines.read_line(&mut text).unwrap(), 0, "{text}");
    }
    text
}

/// Kills a tool after a minute, unless the test is over by then: a failing test must not hang.
fn limit_time(tool: &Child) -> Sender<()> {
    let (test, is_over) = mpsc::channel();
    let id = tool.id().to_string();
    spawn(move || {
        if is_over.recv_timeout(Duration::from_secs(60)) == Err(RecvTimeoutError::Timeout) {
            Command::new("kill").args(["-KILL", &id]).status().unwrap();
        }
    });
    test
}

#[test]
fn ctrl_c_kills_a_watching_tool() {
    for command in ["check --watch", "preview -o page.html --watch"] {
        let project = untidy();
        let mut tool = start(&project, command);
        let _test = limit_time(&tool);
        let mut lines = BufReader::new(tool.stdout.take().unwrap());
        read_until(&mut lines, if command.starts_with("check") { "watching" } else { "wrote" });
        let before = contents(&project);
        let id = tool.id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
        let output = tool.wait_with_output().unwrap();
        assert_eq!(output.status.signal(), Some(2));
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
        assert_eq!(contents(&project), before);
        assert!(before.iter().all(|(path, _)| !path.to_string_lossy().contains(".im-error-l10n-")));
    }
}

/// Checking out another branch replaces a folder like this.
#[test]
fn a_replaced_folder_is_still_watched() {
    let project = Project::new(&[]);
    let away = project.0.path().join("away");
    let mut tool = start(&project, "check --watch");
    let _test = limit_time(&tool);
    let mut lines = BufReader::new(tool.stdout.take().unwrap());
    read_until(&mut lines, "watching");
    fs::create_dir(&away).unwrap();
    fs::rename(project.path(""), away.join("locales")).unwrap();
    project.write("fr/errors.ftl", "error-success = Réussi...\n");
    read_until(&mut lines, "fr: ");
    // The removal may be seen before the return.
    sleep(Duration::from_millis(500));
    project.write("ja/errors.ftl", "error-success = 成功\n");
    read_until(&mut lines, "ja: ");
    fs::remove_dir_all(project.path("")).unwrap();
    read_until(&mut lines, "error:");
    project.write("de/errors.ftl", "error-success = Erfolg\n");
    read_until(&mut lines, "de: ");
    tool.kill().unwrap();
    tool.wait().unwrap();
}

/// An indexer or a virus scanner opens files all the time.
#[test]
fn a_change_is_seen_while_others_read() {
    let project = Project::new(&[]);
    let mut tool = start(&project, "check --watch");
    let _test = limit_time(&tool);
    let mut lines = BufReader::new(tool.stdout.take().unwrap());
    read_until(&mut lines, "watching");
    let path = project.path("zh-CN/errors.ftl");
    let (stop, is_over) = mpsc::channel::<()>();
    let reader = spawn(move || {
        let mut reads = 0;
        while is_over.try_recv() == Err(TryRecvError::Empty) {
            reads += usize::from(fs::read(&path).is_ok());
        }
        reads
    });
    project.write("fr/errors.ftl", "error-success = Réussi...\n");
    read_until(&mut lines, "fr: ");
    drop(stop);
    assert!(reader.join().unwrap() > 0);
    tool.kill().unwrap();
    tool.wait().unwrap();
}
