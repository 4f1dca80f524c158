//! The guides: their links, commands and rules, and the picture on the crate's page.

#![cfg(feature = "fluent")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};

const GUIDES: [&str; 9] = [
    "README.md",
    "README.zh-CN.md",
    "TRANSLATING.md",
    "TRANSLATING.zh-CN.md",
    "EXPORT.md",
    "EXPORT.zh-CN.md",
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

/// Returns the blocks of code of a guide in a language.
fn blocks<'g>(guide: &'g str, language: &str) -> Vec<&'g str> {
    let opening = format!("```{language}\n");
    let rest = guide.split(&opening).skip(1);
    rest.filter_map(|rest| rest.split("\n```").next()).collect()
}

/// `cargo test` runs them as they are.
#[test]
fn rust_in_the_readme_can_be_pasted_whole() {
    let counts = ["README.md", "README.zh-CN.md"].map(|guide| {
        let text = read(guide);
        for block in blocks(&text, "rust") {
            assert!(block.contains("\nfn main() "), "{guide}: {block}");
            let is_hidden = |line: &str| line.trim() == "#" || line.trim().starts_with("# ");
            assert!(!block.lines().any(is_hidden), "{guide}: {block}");
        }
        blocks(&text, "rust").len()
    });
    assert!(counts[0] > 3 && counts[0] == counts[1], "{counts:?}");
}

/// Whoever adds Traditional Chinese changes what the READMEs say about it.
#[test]
fn the_readmes_say_what_readers_of_traditional_chinese_get() {
    let is_traditional =
        |tag: &str| im_error_l10n::likely_subtags(tag).is_some_and(|tag| tag.contains("-Hant"));
    let is_embedded = im_error_l10n::Localizer::builtin().locales().any(is_traditional);
    for (guide, section, sentence) in [
        ("README.md", "How a message is chosen", "embeds only Simplified"),
        ("README.zh-CN.md", "文案选择规则", "只内置简体中文"),
    ] {
        assert_eq!(
            read(guide).contains(sentence),
            !is_embedded,
            "{guide}, “{section}”: change the sentence on Traditional Chinese, and remove the code \
             below it; see TRANSLATING.md, “Adding a language”"
        );
    }
}

/// The rows of all tables, without the spaces around cells.
fn table_rows(guide: &str) -> Vec<Vec<&str>> {
    let lines = guide.lines().filter_map(|line| line.strip_prefix('|')?.strip_suffix('|'));
    lines.map(|line| line.split('|').map(str::trim).collect()).collect()
}

/// Returns the cell in a row and a column of a table in `benches/README.md`.
fn figure<'t>(tables: &[Vec<&'t str>], row: &str, column: &str) -> Option<&'t str> {
    let mut place = None;
    for cells in tables {
        place = cells.iter().position(|cell| *cell == column).or(place);
        if cells[0] == row {
            return cells.get(place?).copied();
        }
    }
    None
}

#[test]
fn the_figures_in_the_readmes_are_those_of_the_benchmarks() {
    let benches = read("benches/README.md");
    let measured = table_rows(&benches);
    let expected = |crate_name: &str| {
        let speed = ["lookup, bound", "unknown code", "message with an argument"];
        let weight = ["size, KB", "WebAssembly, KB: raw / brotli"];
        let program = match crate_name {
            "im-error-l10n" => "im-error-l10n, default",
            other => other,
        };
        // READMEs show instructions, without the nanoseconds.
        let mut figures = Vec::new();
        for row in speed {
            let cell = figure(&measured, row, crate_name);
            figures.push(cell.map(|cell| cell.split(" / ").next().unwrap_or(cell)));
        }
        figures.extend(weight.map(|column| figure(&measured, program, column)));
        figures
    };
    for (guide, first) in
        [("README.md", "lookup, bound"), ("README.zh-CN.md", "查找，已协商好回退链")]
    {
        let text = read(guide);
        let rows = table_rows(&text);
        let start = rows.iter().position(|cells| cells[0] == first).unwrap();
        for (column, crate_name) in
            ["im-error-l10n", "fluent-bundle", "rust-i18n"].iter().enumerate()
        {
            let mut shown = Vec::new();
            for cells in &rows[start..start + 5] {
                shown.push(Some(cells[column + 1]));
            }
            assert_eq!(shown, expected(crate_name), "{guide}: {crate_name}; see benches/README.md");
        }
    }
}

/// Returns the page of the crate, and what it should be.
fn crate_page() -> (String, String) {
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
    let page = read("docs/crate-page.md");
    let (_, rest) = page.split_once('\n').unwrap();
    let fresh = format!("[picture]: data:image/png;base64,{base64}\n{rest}");
    (page, fresh)
}

#[test]
fn the_picture_on_the_crate_page_is_fresh() {
    let (page, fresh) = crate_page();
    let message = "docs/crate-page.md is stale; run `cargo test --test docs -- --ignored`";
    assert!(page == fresh, "{message}");
}

#[test]
#[ignore = "writes docs/crate-page.md"]
fn write_the_picture_on_the_crate_page() {
    fs::write(root("docs/crate-page.md"), crate_page().1).unwrap();
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
        for line in read("tests/mistakes/locales/zh-CN/errors.ftl").lines() {
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
        let record = read("tests/mistakes/locales/zh-CN/accepted.txt");
        let files = [
            File::new("en-US", "en-US/errors.ftl", read("tests/mistakes/locales/en-US/errors.ftl")),
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
        assert_eq!(tried, 30);
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
