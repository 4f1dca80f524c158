//! `check --watch` and `preview --watch`.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use super::{CHINESE, Project};

#[test]
fn changes_are_checked_again() {
    let project = Project::new(&[]);
    let mut tool = Command::new(assert_cmd::cargo::cargo_bin("im-error-l10n"));
    tool.args(["check", "--watch"]).current_dir(project.0.path()).stdout(Stdio::piped());
    let mut tool = tool.spawn().unwrap();
    let mut lines = BufReader::new(tool.stdout.take().unwrap()).lines().map(Result::unwrap);
    let until = |lines: &mut dyn Iterator<Item = String>, end: &str| -> Vec<String> {
        let mut found = Vec::new();
        for line in lines {
            found.push(line);
            if found.last().unwrap().starts_with(end) {
                break;
            }
        }
        found
    };
    let first = until(&mut lines, "watching locales");
    assert_eq!(
        first,
        ["en-US: no findings", "zh-CN: no findings", "watching locales; press Ctrl-C to stop"]
    );
    project.write("zh-CN/errors.ftl", &CHINESE.replace("= 成功", "= 成功..."));
    let second = until(&mut lines, "watching locales");
    assert!(second.contains(&"zh-CN: 1 warning".to_owned()), "{second:?}");
    std::fs::remove_dir_all(project.path("")).unwrap();
    let third = until(&mut lines, "error:");
    assert!(third.last().unwrap().contains("locales"), "{third:?}");
    tool.kill().unwrap();
    tool.wait().unwrap();
}
