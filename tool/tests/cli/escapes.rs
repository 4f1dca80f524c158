//! Names of files and folders that try to write to the terminal or to forge a workflow command.

#![cfg(unix)]

use std::fs;

use super::Project;

const HOSTILE: [&str; 4] = [
    "fr\n::error::forged",
    "fr\u{1b}[31mred",
    "fr\u{9b}31m\r::error::forged",
    "fr\u{202e}\u{7}\u{2028}x",
];

/// Fails if the output has what a terminal acts on, or a line that a name began.
fn assert_escaped(output: &str, what: &str) {
    for character in ['\u{1b}', '\u{9b}', '\r', '\u{7}', '\u{202e}', '\u{2028}'] {
        assert!(!output.contains(character), "{what}: {character:?}: {output}");
    }
    assert!(!output.lines().any(|line| line.starts_with("::error::forged")), "{what}: {output}");
}

#[test]
fn names_are_escaped_in_every_format_and_command() {
    for name in HOSTILE {
        let folder = format!("{name}/errors.ftl");
        let file = format!("fr/{name}.ftl");
        let faulty = "error-success={ $cdoe }\nerror-not-freind = x\n";
        for path in [&folder, &file] {
            let project = Project::new(&[(path, faulty)]);
            for command in [
                "check",
                "check --format short",
                "check --format json",
                "check --format github",
                "check --overlay locales",
                "coverage",
                "coverage --format json",
                "coverage --format markdown",
                "fmt --check",
                "fmt",
                "update",
                "embed",
                "show --dir locales",
                "explain 56 --dir locales",
                "preview -o page.html",
            ] {
                let args: Vec<&str> = command.split(' ').collect();
                assert_escaped(&project.run(&args).0, command);
            }
            let locale = path.split('/').next().unwrap();
            for args in [
                &["check", "--locale", locale][..],
                &["accept", locale, "0"],
                &["accept", locale, "--all"],
                &["update", locale],
                &["new-locale", locale],
                &["check", "--locale", name],
                &["check", "--dir", name],
                &["show", "--overlay", name],
                &["preview", "-o", name],
                &["new-locale", name],
            ] {
                assert_escaped(&project.run(args).0, args[0]);
            }
        }
    }
}

#[test]
fn json_has_the_names_as_they_are() {
    let path = format!("{}/errors.ftl", HOSTILE[2]);
    let project = Project::new(&[(&path, "error-success = Oui")]);
    let (text, _) = project.run(&["check", "--format", "json"]);
    let json: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
    let locales: Vec<&str> =
        json.iter().map(|finding| finding["locale"].as_str().unwrap()).collect();
    assert!(locales.contains(&HOSTILE[2]), "{text}");
    fs::remove_dir_all(project.path("")).unwrap();
}
