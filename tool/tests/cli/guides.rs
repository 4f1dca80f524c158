//! The commands that the guides quote.

use std::fs;
use std::path::Path;

use crate::{ROOT, tool};

/// Returns the tool's commands in a guide, with their options but without redirections.
fn quoted(text: &str) -> Vec<Vec<&str>> {
    let mut commands = Vec::new();
    for start in ["cargo run -- ", "cargo run --quiet -- ", "im-error-l10n "] {
        for rest in text.split(start).skip(1) {
            let end = rest.find(['\n', '`', '"', '>', '|', '&', '\\']).unwrap_or(rest.len());
            let words: Vec<&str> = rest[..end].split_whitespace().collect();
            let is_command = |word: &&str| word.chars().all(|c| c == '-' || c.is_ascii_lowercase());
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
    for guide in [
        "README.md",
        "README.zh-CN.md",
        "TRANSLATING.md",
        "TRANSLATING.zh-CN.md",
        "CONTRIBUTING.md",
        "EXPORT.md",
        "EXPORT.zh-CN.md",
    ] {
        let text = fs::read_to_string(Path::new(ROOT).join(guide)).unwrap();
        for words in quoted(&text) {
            let output = tool(&words).arg("--help").output().unwrap();
            let errors = String::from_utf8(output.stderr).unwrap();
            assert!(output.status.success(), "{guide}: {words:?}: {errors}");
            tried += 1;
        }
    }
    assert!(tried > 30, "{tried}");
}
