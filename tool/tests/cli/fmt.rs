//! `fmt`.

use std::fs;

use super::{CHINESE, Project};

#[test]
fn canonical_files_do_not_change() {
    assert_eq!(Project::new(&[]).run(&["fmt"]), (String::new(), 0));
    assert_eq!(Project::new(&[]).run(&["fmt", "--check"]), (String::new(), 0));
}

/// A file with everything that can be untidy, and comments everywhere.
const UNTIDY: &str = "\
### About the file


# About nothing

-multimedia-plugin=MultimediaPlugin
## Requests

error-invalid-token   =    无效 {$code}
   .suggestion=请重新登录
# 0
error-success = 成功
error-invalid-ticket =
  无效 ticket {   -multimedia-plugin   }
## Friends
#
# two lines
error-not-friend = {$code   ->
 [one]  一
   *[other]   不是好友
}

error-mine = x
error-server-error = 服务端错误
# The end";

const TIDY: &str = "\
### About the file


# About nothing

-multimedia-plugin = MultimediaPlugin

## Requests

# 0
error-success = 成功
error-invalid-token = 无效 { $code }
    .suggestion = 请重新登录
error-invalid-ticket = 无效 ticket { -multimedia-plugin }
error-server-error = 服务端错误

## Friends

#
# two lines
error-not-friend =
    { $code ->
        [one] 一
       *[other] 不是好友
    }
error-mine = x

# The end

";

#[test]
fn formatting_twice_changes_nothing_more() {
    let project = Project::new(&[("fr/errors.ftl", UNTIDY)]);
    let (text, status) = project.run(&["fmt", "--check"]);
    assert_eq!((text.as_str(), status), ("would change locales/fr/errors.ftl\n", 1));
    assert_eq!(project.read("fr/errors.ftl"), UNTIDY);
    let (text, status) = project.run(&["fmt"]);
    assert_eq!((text.as_str(), status), ("changed locales/fr/errors.ftl\n", 0));
    assert_eq!(project.read("fr/errors.ftl"), TIDY);
    assert_eq!(project.run(&["fmt"]), (String::new(), 0));
    // A byte order mark is removed; line endings are kept.
    let returns = TIDY.replace('\n', "\r\n");
    project.write("fr/errors.ftl", &format!("\u{feff}{}", returns.trim_end()));
    project.run(&["fmt"]);
    assert_eq!(project.read("fr/errors.ftl"), returns);
    assert_eq!(project.run(&["fmt", "--check"]), (String::new(), 0));
}

#[test]
fn messages_are_sorted_and_none_is_lost() {
    let head = CHINESE.find("error-success").unwrap();
    let mut blocks: Vec<String> = Vec::new();
    for line in CHINESE[head..].lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match blocks.last_mut().filter(|_| line.starts_with(' ')) {
            Some(block) => block.push_str(&format!("{line}\n")),
            None => blocks.push(format!("{line}\n")),
        }
    }
    for at in [1, 7, 30] {
        let mut rotated = blocks.clone();
        rotated.rotate_left(at);
        let project = Project::new(&[("zh-CN/errors.ftl", &rotated.concat())]);
        assert_eq!(project.run(&["fmt"]).1, 0);
        assert_eq!(project.read("zh-CN/errors.ftl"), blocks.concat());
    }
}

#[test]
fn a_file_with_errors_is_skipped() {
    let broken = UNTIDY.replace("error-mine = x", "error-mine x");
    let project =
        Project::new(&[("fr/errors.ftl", &broken), ("ja/errors.ftl", "error-success=好")]);
    let (text, status) = project.run(&["fmt", "--color", "never"]);
    let expected = "\
locales/fr/errors.ftl:23:12: error: expected `=` after the id, found `x` [syntax]
skipped locales/fr/errors.ftl: it has errors
changed locales/ja/errors.ftl
";
    assert_eq!((text.as_str(), status), (expected, 1));
    assert_eq!(project.read("fr/errors.ftl"), broken);
    assert_eq!(project.read("ja/errors.ftl"), "error-success = 好\n");
}

#[test]
fn duplicates_stay_in_their_order() {
    let text = "error-is-friend = 1\nerror-success = 2\nerror-is-friend = 3\n";
    let project = Project::new(&[("fr/errors.ftl", text)]);
    project.run(&["fmt"]);
    let expected = "error-success = 2\nerror-is-friend = 1\nerror-is-friend = 3\n";
    assert_eq!(project.read("fr/errors.ftl"), expected);
}

#[cfg(unix)]
#[test]
fn files_keep_their_permissions_and_links() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let project = Project::new(&[("fr/real.txt", "error-success=x")]);
    let real = project.path("fr/real.txt");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real.txt", project.path("fr/errors.ftl")).unwrap();
    assert_eq!(project.run(&["fmt"]).1, 0);
    assert_eq!(fs::read_to_string(&real).unwrap(), "error-success = x\n");
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(fs::symlink_metadata(project.path("fr/errors.ftl")).unwrap().is_symlink());
}
