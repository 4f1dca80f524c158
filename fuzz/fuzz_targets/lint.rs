//! Any files can be linted, and every finding points into its file.
#![no_main]

use im_error_l10n::lint::{File, Finding, Scope, accept, lint, notes};
use im_error_l10n_fuzz::assert_readable;
use libfuzzer_sys::fuzz_target;

const FILES: [(&str, &str); 4] = [
    ("zh-CN", "zh-CN/errors.ftl"),
    ("en-US", "en-US/errors.ftl"),
    ("zh-CN", "zh-CN/accepted.txt"),
    ("zh-CN", "zh-CN/more.ftl"),
];

// Files are parted by NUL.
fuzz_target!(|data: &[u8]| {
    let contents = data.split(|byte| *byte == 0);
    let files: Vec<File> = FILES
        .into_iter()
        .zip(contents)
        .map(|((tag, path), bytes)| File::new(tag, path, bytes))
        .collect();
    for scope in [Scope::Added, Scope::Complete] {
        for finding in lint(&files, scope) {
            assert_in_place(&files, &finding);
        }
    }
    notes(&files, "zh-CN");
    // What was just accepted is no finding.
    let mut accepted = files.clone();
    accepted.retain(|file| !file.path().ends_with("accepted.txt"));
    let record = accept(&accepted, "zh-CN", &[]);
    assert_eq!(record, accept(&accepted, "zh-CN", &[]));
    accepted.push(File::new("zh-CN", "zh-CN/accepted.txt", record));
    let findings = lint(&accepted, Scope::Complete);
    assert!(findings.iter().all(|it| it.rule.id() != "source-changed"), "{findings:?}");
});

fn assert_in_place(files: &[File], finding: &Finding) {
    assert_readable(&finding.to_string());
    assert!(finding.line > 0 && finding.column > 0, "{finding:?}");
    let file = files.iter().find(|file| file.path() == finding.path);
    let text = file.and_then(File::shown);
    if let Some(text) = text {
        assert!(text.get(finding.span.clone()).is_some(), "{finding:?}");
        let before = text[..finding.span.start].matches('\n').count();
        assert_eq!(before + 1, finding.line, "{finding:?}");
    }
}
