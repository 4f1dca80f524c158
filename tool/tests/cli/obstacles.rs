//! Unexpected files and folders: links, FIFOs, read-only and missing folders.
//!
//! In each case no file is lost, the error says what is wrong, and the status is 2.

#![cfg(target_os = "linux")]

use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt, lchown, symlink};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use im_error_l10n::ErrorType;

use super::{Project, READERS, WRITERS, binary, contents, printed, run_in, shell, untidy};

/// Asserts that a run failed with an error that the tool reports.
fn assert_error(output: &Output, start: &str) {
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(stderr.starts_with(&format!("error: {start}")), "{start}: {}", printed(output));
    assert_eq!(output.status.code(), Some(2), "{stderr}");
}

fn run(project: &Project, command: &str) -> Output {
    Command::new(binary())
        .args(command.split(' '))
        .current_dir(project.0.path())
        .env("LC_ALL", "C")
        .output()
        .unwrap()
}

/// A user who is not root: permissions do not apply to root.
const NOBODY: u32 = 65534;

/// A project that belongs to a user who is not root, and runs the tool as that user.
struct Unprivileged {
    project: Project,
    is_root: bool,
}

impl Unprivileged {
    fn new(project: Project) -> Unprivileged {
        let folder = project.0.path().to_owned();
        let is_root = fs::metadata(&folder).unwrap().uid() == 0;
        if is_root {
            // The user may not be able to read the build folder.
            fs::copy(binary(), folder.join("tool")).unwrap();
            give_away(&folder).unwrap();
        }
        Unprivileged { project, is_root }
    }

    fn run(&self, command: &str) -> Output {
        let folder = self.project.0.path();
        let mut tool = match self.is_root {
            true => Command::new(folder.join("tool")),
            false => Command::new(binary()),
        };
        if self.is_root {
            tool.uid(NOBODY).gid(NOBODY);
        }
        tool.args(command.split(' ')).current_dir(folder).env("LC_ALL", "C").output().unwrap()
    }

    /// Sets the permissions of all folders of the project.
    fn set_folders(&self, mode: u32) {
        for folder in ["", "locales", "locales/en-US", "locales/zh-CN"] {
            let folder = self.project.0.path().join(folder);
            fs::set_permissions(folder, Permissions::from_mode(mode)).unwrap();
        }
    }
}

fn give_away(path: &Path) -> io::Result<()> {
    lchown(path, Some(NOBODY), Some(NOBODY))?;
    if path.is_dir() && !path.is_symlink() {
        for entry in fs::read_dir(path)? {
            give_away(&entry?.path())?;
        }
    }
    Ok(())
}

#[test]
fn a_read_only_folder_keeps_its_files() {
    let user = Unprivileged::new(untidy());
    let before = contents(&user.project);
    user.set_folders(0o555);
    for command in WRITERS {
        let start = match command {
            "new-locale fr" => "cannot create the folder `locales/fr`: ",
            "accept zh-CN --all" => "cannot write `locales/zh-CN/accepted.txt`: ",
            "preview -o page.html" => "cannot write `page.html`: ",
            _ => "cannot write `locales/",
        };
        assert_error(&user.run(command), start);
    }
    for command in READERS {
        assert_ne!(user.run(command).status.code(), Some(2), "{command}");
    }
    user.set_folders(0o755);
    assert_eq!(contents(&user.project), before);
}

#[test]
fn a_folder_that_cannot_be_read_is_an_error() {
    let user = Unprivileged::new(untidy());
    let before = contents(&user.project);
    fs::set_permissions(user.project.path(""), Permissions::from_mode(0o000)).unwrap();
    for command in WRITERS.iter().chain(&READERS).filter(|command| **command != "show") {
        let output = user.run(command);
        assert_error(&output, "cannot ");
    }
    user.set_folders(0o755);
    assert_eq!(contents(&user.project), before);
}

/// Replaces a file with something that cannot be read.
fn obstruct(path: &Path, obstacle: &str) {
    let keep = path.with_extension("keep");
    fs::rename(path, &keep).unwrap();
    match obstacle {
        "a folder" => fs::create_dir(path).unwrap(),
        "a link to itself" => symlink(path.file_name().unwrap(), path).unwrap(),
        "a dangling link" => symlink("nothing", path).unwrap(),
        "a FIFO" => assert!(Command::new("mkfifo").arg(path).status().unwrap().success()),
        _ => {
            fs::copy(&keep, path).unwrap();
            fs::set_permissions(path, Permissions::from_mode(0o000)).unwrap();
        }
    }
}

/// An unreadable file must not count as missing: `accept` would start a new record, and the embedded
/// English would replace the project's.
#[test]
fn files_that_depend_on_an_unreadable_one_are_not_written() {
    let dependents: [(&str, &[&str]); 3] = [
        ("locales/zh-CN/accepted.txt", &["accept zh-CN 56", "accept zh-CN --all"]),
        ("locales/zh-CN/errors.ftl", &["accept zh-CN 56", "update", "update zh-CN"]),
        (
            "locales/en-US/errors.ftl",
            &["new-locale fr", "accept zh-CN --all", "update", "update zh-CN"],
        ),
    ];
    for obstacle in ["a folder", "a link to itself", "a dangling link", "a FIFO", "no permission"] {
        for (path, commands) in dependents {
            let project = untidy();
            obstruct(&project.0.path().join(path), obstacle);
            let user = Unprivileged::new(project);
            let before = contents(&user.project);
            for command in commands {
                assert_error(&user.run(command), &format!("{path}: cannot read this: "));
                assert_eq!(contents(&user.project), before, "{command}: {obstacle}");
            }
            let output = user.run("check --format short");
            assert!(printed(&output).contains(&format!("{path}:1:1: error: cannot read this: ")));
            assert_eq!(output.status.code(), Some(1));
        }
    }
}

#[test]
fn a_page_that_cannot_be_written_is_an_error() {
    let project = untidy();
    fs::create_dir(project.0.path().join("folder")).unwrap();
    symlink("loop", project.0.path().join("loop")).unwrap();
    let before = contents(&project);
    for output in ["folder", "loop", "no/folder/page.html", "locales/zh-CN/errors.ftl/page.html"] {
        let expected = format!("cannot write `{output}`: ");
        assert_error(&run(&project, &format!("preview -o {output}")), &expected);
    }
    assert_eq!(contents(&project), before);
    assert!(project.0.path().join("loop").is_symlink());
}

#[test]
fn the_page_is_written_through_links_and_special_files() {
    let project = untidy();
    let line = "mkfifo fifo && { cat fifo > copy & \"$0\" preview -o fifo && wait; }";
    let output = shell(project.0.path(), line);
    assert_eq!(printed(&output), "wrote fifo\n");
    assert!(fs::metadata(project.0.path().join("fifo")).unwrap().file_type().is_fifo());

    symlink("page.html", project.0.path().join("link")).unwrap();
    for _ in 0..2 {
        assert_eq!(printed(&run(&project, "preview -o link")), "wrote link\n");
        assert!(project.0.path().join("link").is_symlink());
    }
    let page = project.read("../page.html");
    assert!(page.ends_with("</html>\n") && project.read("../copy") == page);
}

#[test]
fn a_deleted_current_folder_is_an_error() {
    let project = untidy();
    let before = contents(&project);
    for command in WRITERS.iter().chain(&READERS).filter(|command| **command != "show") {
        let line = format!("mkdir gone && cd gone && rmdir ../gone && \"$0\" {command}");
        let start =
            if command.contains("--dir") { "cannot read the folder" } else { "there is no" };
        assert_error(&shell(project.0.path(), &line), start);
    }
    let line = "mkdir gone && cd gone && rmdir ../gone && \"$0\" show 0 && \"$0\" preview --dir";
    let output = shell(project.0.path(), &format!("{line} {} -o x", project.path("").display()));
    assert_error(&output, "cannot write `x`: ");
    assert_eq!(contents(&project), before);
}

#[test]
fn a_file_instead_of_the_folder_is_an_error() {
    let project = untidy();
    fs::rename(project.path(""), project.0.path().join("kept")).unwrap();
    fs::write(project.0.path().join("locales"), "not a folder").unwrap();
    let before = contents(&project);
    for command in WRITERS.iter().chain(&READERS).filter(|command| **command != "show") {
        let start =
            if command.contains("--dir") { "cannot read the folder" } else { "there is no" };
        assert_error(&run(&project, command), start);
        let named = format!("{} --dir locales", command.replace(" --dir locales", ""));
        assert_error(&run(&project, &named), "cannot read the folder `locales`: ");
    }
    assert_eq!(contents(&project), before);
}

#[test]
fn an_empty_file_is_a_locale_without_messages() {
    let project = Project::new(&[("zh-CN/errors.ftl", "")]);
    for command in READERS.iter().chain(&["fmt", "accept zh-CN --all", "preview -o page.html"]) {
        assert_ne!(run(&project, command).status.code(), Some(2), "{command}");
        assert_eq!(project.read("zh-CN/errors.ftl"), "");
    }
    assert_eq!(run(&project, "update").status.code(), Some(0));
    assert_eq!(project.read("zh-CN/errors.ftl").matches("# error-").count(), 48);
    // The tool never writes an empty record, so this one lost its content and must not be overwritten.
    project.write("zh-CN/accepted.txt", "");
    assert_eq!(run(&project, "accept zh-CN --all").status.code(), Some(2));
    assert_eq!(project.read("zh-CN/accepted.txt"), "");
}

#[test]
fn paths_may_have_spaces_and_han() {
    let project = untidy();
    let folder = project.0.path().join("我的 文件/语言 包");
    fs::create_dir_all(folder.parent().unwrap()).unwrap();
    fs::rename(project.path(""), &folder).unwrap();
    let dir = "我的 文件/语言 包";
    let tool = |args: &[&str]| run_in(project.0.path(), &[args, &["--dir", dir]].concat());
    let expected = format!("changed {dir}/zh-CN/errors.ftl\n");
    assert_eq!(tool(&["fmt"]), (expected, 0));
    assert_eq!(tool(&["update", "zh-CN"]).1, 0);
    assert_eq!(tool(&["accept", "zh-CN", "56"]).1, 0);
    assert!(tool(&["new-locale", "fr"]).0.starts_with(&format!("created {dir}/fr/errors.ftl;")));
    assert_eq!(tool(&["preview", "-o", "预 览.html"]), ("wrote 预 览.html\n".to_owned(), 0));
    let (text, status) = tool(&["check", "--format", "short"]);
    assert!(text.starts_with(&format!("{dir}/fr/errors.ftl:")) && status == 0, "{text}");
    assert_eq!(fs::read_dir(project.0.path()).unwrap().count(), 2);
    assert_eq!(fs::read_dir(folder.join("zh-CN")).unwrap().count(), 2);
}

#[test]
fn ten_thousand_files_are_read_in_seconds() {
    let project = Project::new(&[]);
    let locales =
        ('a'..='z').flat_map(|first| ('a'..='t').map(move |last| format!("a{first}{last}")));
    for locale in locales.take(500) {
        for file in 0..20 {
            let id = ErrorType::ALL[file].message_id();
            project.write(&format!("{locale}/{file}.ftl"), &format!("{id} = x\n"));
        }
    }
    let start = Instant::now();
    for command in ["check --format short", "fmt --check", "update aaa", "accept aaa --all"] {
        assert_ne!(run(&project, command).status.code(), Some(2), "{command}");
    }
    let page = "preview --locale aaa -o page.html";
    assert_eq!(printed(&run(&project, page)), "wrote page.html\n");
    // 5 s in a debug build, and hours if every file were compared with every other.
    assert!(start.elapsed() < Duration::from_secs(120), "{:?}", start.elapsed());
    assert_eq!(project.read("aaa/0.ftl").matches("# error-").count(), 28);
    assert_eq!(project.read("aaa/accepted.txt").matches("\nerror-success = ").count(), 1);
}
