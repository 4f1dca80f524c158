//! The guides: their links, commands and rules, and the picture on the crate's page.

#![cfg(feature = "fluent")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};

const GUIDES: [&str; 7] = [
    "README.md",
    "README.zh-CN.md",
    "TRANSLATING.md",
    "TRANSLATING.zh-CN.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
];

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &str) -> String {
    fs::read_to_string(root(path)).unwrap()
}

/// Returns the link definitions of a guide: `[readme]: README.md`.
fn definitions(text: &str) -> Vec<(&str, &str)> {
    let lines = text.lines().filter(|line| line.starts_with('['));
    lines.filter_map(|line| line[1..].split_once("]: ")).collect()
}

/// Returns the link labels that a guide uses: `[Contributing][contributing]`.
fn labels(text: &str) -> Vec<&str> {
    text.split("][").skip(1).filter_map(|rest| rest.split(']').next()).collect()
}

#[test]
fn every_link_in_the_guides_has_a_target() {
    for guide in GUIDES {
        let text = read(guide);
        let defined = definitions(&text);
        for label in labels(&text) {
            assert!(defined.iter().any(|(name, _)| *name == label), "{guide}: [{label}]");
        }
        for (label, target) in defined {
            assert!(root(target).is_file(), "{guide}: [{label}] leads to {target}");
            assert!(labels(&text).contains(&label), "{guide}: [{label}] is not used");
        }
        // A path in an inline link would be broken on the crate's page.
        for rest in text.split("](").skip(1) {
            assert!(rest.starts_with("https://"), "{guide}: {:.40}", rest);
        }
        assert!(!text.contains("<img"), "{guide}: the crate's page lacks the image");
    }
}

#[test]
fn every_link_in_the_guides_works_on_the_crate_page() {
    let page = read("docs/crate-page.md");
    let defined = definitions(&page);
    for guide in GUIDES {
        for (label, target) in definitions(&read(guide)) {
            let (_, here) = defined.iter().find(|(name, _)| *name == label).unwrap();
            let module = target.trim_end_matches(".md").replace(['.', '-'], "_").to_lowercase();
            match label {
                "picture" => assert!(here.starts_with("data:image/png;base64,")),
                "readme" => assert_eq!(*here, "crate"),
                _ => assert_eq!(*here, format!("crate::guides::{module}")),
            }
        }
    }
}

#[test]
fn the_picture_on_the_crate_page_is_fresh() {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut base64 = String::new();
    for bytes in fs::read(root("docs/toasts.png")).unwrap().chunks(3) {
        let mut group = [0; 4];
        group[1..=bytes.len()].copy_from_slice(bytes);
        let bits = u32::from_be_bytes(group);
        for place in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * place) & 63) as usize];
            base64.push(if place <= bytes.len() { digit.into() } else { '=' });
        }
    }
    let fresh = format!("[picture]: data:image/png;base64,{base64}");
    let page = read("docs/crate-page.md");
    let (picture, rest) = page.split_once('\n').unwrap();
    if picture != fresh {
        assert!(std::env::var_os("CI").is_none(), "docs/crate-page.md is stale; run `cargo test`");
        fs::write(root("docs/crate-page.md"), format!("{fresh}\n{rest}")).unwrap();
        panic!("docs/crate-page.md was stale and has been rewritten; commit it");
    }
}

/// Returns the code of a table cell that is all code.
#[cfg(feature = "lint")]
fn code(cell: &str) -> Option<String> {
    let code = cell.strip_prefix('`')?.strip_suffix('`')?;
    (!code.contains('`')).then(|| code.replace('⏎', "\n"))
}

#[cfg(feature = "lint")]
mod rules {
    use im_error_l10n::lint::{File, Scope, lint};
    use im_error_l10n::{Finding, Rule, Severity};

    use super::{code, read};

    /// A row in the table of rules: rule, severity, meaning, wrong, right, comment.
    type Row = [String; 6];

    fn rows(guide: &str) -> Vec<Row> {
        let mut rows = Vec::new();
        for line in read(guide).lines() {
            let Some(line) = line.strip_prefix("| ").and_then(|line| line.strip_suffix(" |"))
            else {
                continue;
            };
            let cells: Vec<String> = line.split(" | ").map(str::to_owned).collect();
            if let Ok(row) = Row::try_from(cells)
                && row[0].starts_with('`')
            {
                rows.push(row);
            }
        }
        rows
    }

    #[test]
    fn both_guides_list_every_rule_with_its_severity() {
        let mut expected = Vec::new();
        for rule in Rule::ALL {
            let severity = if rule.severity() == Severity::Error { "E" } else { "W" };
            expected.push((format!("`{rule}`"), severity.to_owned()));
        }
        for guide in ["TRANSLATING.md", "TRANSLATING.zh-CN.md"] {
            let mut listed = Vec::new();
            for [rule, severity, ..] in rows(guide) {
                listed.push((rule, severity));
            }
            assert_eq!(listed, expected, "{guide}");
        }
    }

    #[test]
    fn both_guides_have_the_same_examples() {
        let chinese = rows("TRANSLATING.zh-CN.md");
        for (english, chinese) in rows("TRANSLATING.md").iter().zip(&chinese) {
            assert_eq!(code(&english[3]), code(&chinese[3]), "{}", english[0]);
            assert_eq!(code(&english[4]), code(&chinese[4]), "{}", english[0]);
            assert_eq!(english[5], chinese[5], "{}", english[0]);
        }
    }

    fn ids(text: &str) -> Vec<&str> {
        let entries = text.lines().filter(|line| line.starts_with("error-"));
        entries.filter_map(|line| line.split(" =").next()).collect()
    }

    /// Lints the Chinese file with the messages of `right` replaced by an example.
    fn lint_with(example: &str, right: &str) -> Vec<Finding> {
        let ids = ids(right);
        let mut text = String::new();
        let mut is_replaced = false;
        let mut is_done = false;
        for line in read("locales/zh-CN/errors.ftl").lines() {
            if !line.starts_with(' ') {
                is_replaced = ids.iter().any(|id| line.starts_with(&format!("{id} =")));
            }
            if !is_replaced {
                text.push_str(line);
                text.push('\n');
            } else if !is_done {
                text.push_str(example);
                text.push('\n');
                is_done = true;
            }
        }
        assert!(is_done, "{ids:?}");
        let record = read("locales/zh-CN/accepted.txt");
        let files = [
            File::new("en-US", "en-US/errors.ftl", read("locales/en-US/errors.ftl")),
            File::new("zh-CN", "zh-CN/errors.ftl", text),
            File::new("zh-CN", "zh-CN/accepted.txt", record),
        ];
        lint(&files, Scope::Complete)
    }

    #[test]
    fn every_example_of_a_rule_is_found_fixed_and_silenced() {
        let mut tried = 0;
        for [rule, _, _, wrong, right, comment] in rows("TRANSLATING.md") {
            let (Some(wrong), Some(right)) = (code(&wrong), code(&right)) else {
                continue;
            };
            tried += 1;
            let rule = code(&rule).unwrap();
            let found = lint_with(&wrong, &right);
            assert!(!found.is_empty(), "{rule}: nothing is found in {wrong}");
            for finding in &found {
                assert_eq!(finding.rule.id(), rule, "{wrong}: {finding}");
            }
            assert_eq!(lint_with(&right, &right), [], "{rule}: {right}");

            let comment = code(&comment);
            let allowed = comment.clone().unwrap_or_else(|| format!("# lint: allow {rule}"));
            let silenced = lint_with(&format!("{allowed}\n{wrong}"), &right);
            let is_silenced = silenced.iter().all(|finding| finding.rule.id() != rule);
            assert_eq!(is_silenced, comment.is_some(), "{rule}: {silenced:#?}");
            if let Some(comment) = comment {
                assert_eq!(silenced, [], "{rule}: {comment}");
            }
        }
        assert_eq!(tried, 27);
    }

    /// Splits a finding as the guides' problem matcher for VS Code does.
    fn split(line: &str) -> Option<[&str; 6]> {
        let (place, rest) = line.split_once(": ")?;
        let (place, column) = place.rsplit_once(':')?;
        let (path, row) = place.rsplit_once(':')?;
        let (severity, rest) = rest.split_once(": ")?;
        let (message, rule) = rest.strip_suffix(']')?.rsplit_once(" [")?;
        Some([path, row, column, severity, message, rule])
    }

    #[test]
    fn the_problem_matcher_matches_findings() {
        let regexp = r"^(.+?):(\\d+):(\\d+): (error|warning): (.+) \\[([a-z0-9-]+)\\]$";
        for guide in ["TRANSLATING.md", "TRANSLATING.zh-CN.md"] {
            assert!(read(guide).contains(&format!("\"regexp\": \"{regexp}\"")), "{guide}");
        }
        for [_, _, _, wrong, right, _] in rows("TRANSLATING.md") {
            let (Some(wrong), Some(right)) = (code(&wrong), code(&right)) else {
                continue;
            };
            for finding in lint_with(&wrong, &right) {
                let Finding { path, line, column, message, rule, .. } = &finding;
                let (line, column) = (line.to_string(), column.to_string());
                let severity = finding.severity().to_string();
                let parts = [path, &line, &column, &severity, message, rule.id()];
                assert_eq!(split(&finding.to_string()), Some(parts), "{finding}");
            }
        }
    }
}

#[cfg(feature = "cli")]
mod commands {
    use std::process::Command;

    use super::{GUIDES, read};

    /// Returns the tool's commands in a guide, with their options but without redirections.
    fn quoted(text: &str) -> Vec<Vec<String>> {
        let mut commands = Vec::new();
        for start in ["--features cli -- ", "im-error-l10n "] {
            for rest in text.split(start).skip(1) {
                let end = rest.find(['\n', '`', '"', '>', '|', '&', '\\']).unwrap_or(rest.len());
                let words: Vec<String> =
                    rest[..end].split_whitespace().map(str::to_owned).collect();
                let is_command =
                    |word: &String| word.chars().all(|c| c == '-' || c.is_ascii_lowercase());
                if words.first().is_some_and(is_command) && !rest.starts_with('-') {
                    commands.push(words);
                }
            }
        }
        commands
    }

    #[test]
    fn every_command_in_the_guides_is_valid() {
        let mut tried = 0;
        for guide in GUIDES {
            for mut words in quoted(&read(guide)) {
                words.push("--help".to_owned());
                let tool = env!("CARGO_BIN_EXE_im-error-l10n");
                let output = Command::new(tool).args(&words).output().unwrap();
                let errors = String::from_utf8(output.stderr).unwrap();
                assert!(output.status.success(), "{guide}: {words:?}: {errors}");
                tried += 1;
            }
        }
        assert!(tried > 30, "{tried}");
    }
}
