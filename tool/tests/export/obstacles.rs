//! What cannot be exported or written: a sentence, and no file changes.

use std::fs;

use super::{FORMATS, Project, files};

#[test]
fn an_unknown_locale_is_named() {
    let project = Project::new(&[]);
    let (output, status) = project.export("android", &["--locale", "tlh"]);
    let expected = "error: there is no locale `tlh`; available locales: zh-CN, en-US\n";
    assert!(
        output.starts_with("error: there is no locale `tlh`; available locales: "),
        "{output} {expected}"
    );
    assert_eq!(status, 2);
    assert!(!project.path("out").exists());
}

#[test]
fn an_overlay_with_errors_is_not_exported() {
    for text in ["error-success = { $x\n", "error-success = { nothing }\n", "error-not-frend = x\n"]
    {
        for format in FORMATS {
            let project = Project::new(&[("zh-CN", text)]);
            let (output, status) = project.export(format, &[]);
            assert!(output.starts_with("my/zh-CN/errors.ftl:1:"), "{output}");
            assert!(
                output.ends_with("nothing was exported; correct these messages first\n"),
                "{output}"
            );
            assert_eq!(status, 1);
            assert!(!project.path("out").exists());
        }
    }
}

#[test]
fn a_missing_overlay_or_folder_is_named() {
    let project = Project::new(&[]);
    for args in [["--overlay", "none"], ["--dir", "none"]] {
        let (output, status) = project.export("apple", &args);
        assert!(output.starts_with("error: cannot read the folder `none`"), "{output}");
        assert_eq!(status, 2);
    }
}

#[test]
fn an_output_folder_that_is_a_file_is_named() {
    for format in FORMATS {
        let project = Project::new(&[]);
        fs::write(project.path("out"), "mine").unwrap();
        let (output, status) = project.export(format, &[]);
        assert!(output.starts_with("error: cannot "), "{output}");
        assert_eq!((output.lines().count(), status), (1, 2), "{output}");
        assert_eq!(fs::read_to_string(project.path("out")).unwrap(), "mine");
    }
}

#[test]
fn a_file_in_the_way_leaves_everything_as_it_was() {
    let project = Project::new(&[]);
    fs::create_dir(project.path("out")).unwrap();
    fs::write(project.path("out/values-zh-rCN"), "mine").unwrap();
    let (output, status) = project.export("android", &[]);
    assert!(output.contains("out/values-zh-rCN"), "{output}");
    assert_eq!(status, 2);
    let all = files(&project.path("out"));
    assert_eq!(all, [("values-zh-rCN".into(), b"mine".to_vec())]);
}

#[test]
fn files_of_the_application_are_not_overwritten() {
    let own = [
        (
            "android",
            "values/strings.xml",
            "<resources><string name=\"app_name\">Chat</string></resources>\n",
        ),
        ("android", "ImErrors.java", "class ImErrors {}\n"),
        ("flutter", "app_zh.arb", "{ \"@@locale\": \"zh\", \"title\": \"x\" }\n"),
        (
            "harmony",
            "base/element/string.json",
            "{ \"string\": [{ \"name\": \"app\", \"value\": \"x\" }] }\n",
        ),
        ("apple", "ImErrors.xcstrings", "{ \"strings\": { \"Hello\": {} } }\n"),
        ("typescript", "im-errors.ts", "export {};\n"),
    ];
    for (format, path, text) in own {
        let project = Project::new(&[]);
        let file = project.path("out").join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, text).unwrap();
        let (output, status) = project.export(format, &[]);
        assert!(output.contains("was not written by `export`"), "{output}");
        assert_eq!(status, 2);
        assert_eq!(files(&project.path("out")), [(path.into(), text.as_bytes().to_vec())]);
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_is_named() {
    // `/proc` refuses even root.
    let project = Project::new(&[]);
    let (output, status) = project.run(&["--format", "apple", "-o", "/proc/none"]);
    assert!(output.starts_with("error: cannot create the folder `/proc/none`"), "{output}");
    assert_eq!((output.lines().count(), status), (1, 2));
}

#[cfg(unix)]
#[test]
fn what_blocks_when_it_is_read_is_named() {
    let project = Project::new(&[]);
    fs::create_dir(project.path("out")).unwrap();
    let fifo = project.path("out/ImErrors.xcstrings");
    assert!(std::process::Command::new("mkfifo").arg(fifo).status().unwrap().success());
    let (output, status) = project.export("apple", &[]);
    let expected = "error: cannot overwrite `out/ImErrors.xcstrings`: it is not a regular file\n";
    assert_eq!((output.as_str(), status), (expected, 2));
}

#[test]
fn a_package_that_java_does_not_accept_is_refused() {
    for package in ["", "com.", "com.1x", "com.x;y", "com.class.x", "null"] {
        let project = Project::new(&[]);
        let (output, status) = project.export("android", &["--package", package]);
        assert!(output.starts_with("error: invalid value"), "{package}: {output}");
        assert_eq!(status, 2);
        assert!(!project.path("out").exists());
    }
}

/// `./locales` belongs to the application if it has nothing of ours.
#[test]
fn the_own_locales_of_an_application_are_left_alone() {
    let project = Project::new(&[]);
    fs::create_dir_all(project.path("locales/en-US")).unwrap();
    fs::write(project.path("locales/en-US/app.ftl"), "hello = Hi\n").unwrap();
    let (output, status) = project.export("apple", &["--locale", "zh-CN"]);
    assert_eq!(status, 0, "{output}");
    let texts = files(&project.path("out"));
    assert!(texts.iter().any(|(_, text)| String::from_utf8_lossy(text).contains("不是好友")));
}
