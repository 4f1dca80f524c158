//! Any files can be linted, every finding points into its file, and a translation that was just
//! accepted has not changed.
#![no_main]

use im_error_l10n::edit::{accept, notes};
use im_error_l10n::lint::{File, Scope, lint};
use im_error_l10n::{Finding, Rule};
use im_error_l10n_fuzz::{assert_readable, in_proportion};
use libfuzzer_sys::fuzz_target;

const FILES: [(&str, &str); 4] = [
    ("zh-CN", "zh-CN/errors.ftl"),
    ("en-US", "en-US/errors.ftl"),
    ("zh-CN", "zh-CN/accepted.txt"),
    ("zh-CN", "zh-CN/more.ftl"),
];

// Files are separated by NUL.
fuzz_target!(|data: &[u8]| {
    let mut files = Vec::new();
    for ((tag, path), bytes) in FILES.into_iter().zip(data.split(|byte| *byte == 0)) {
        files.push(File::new(tag, path, bytes));
    }
    for scope in [Scope::Added, Scope::Complete] {
        for finding in in_proportion(data.len(), || lint(&files, scope)) {
            assert_in_place(&files, &finding);
        }
    }
    notes(&files, "zh-CN");
    files.retain(|file| !file.path().ends_with("accepted.txt"));
    let Ok((record, _)) = accept(&files, "zh-CN", None) else { return };
    files.push(File::new("zh-CN", "zh-CN/accepted.txt", record.as_str()));
    let (again, changes) = accept(&files, "zh-CN", None).unwrap();
    assert_eq!((record, changes.len()), (again, 0));
    for finding in lint(&files, Scope::Complete) {
        assert!(![Rule::SourceChanged, Rule::Record].contains(&finding.rule), "{finding:?}");
    }
});

fn assert_in_place(files: &[File], finding: &Finding) {
    assert_readable(&finding.to_string());
    assert!(finding.line > 0 && finding.column > 0, "{finding:?}");
    let end = (finding.end_line, finding.end_column);
    assert!(end >= (finding.line, finding.column), "{finding:?}");
    let Some(file) = files.iter().find(|file| file.path() == finding.path) else { return };
    let Ok(text) = str::from_utf8(file.bytes()) else { return };
    assert!(text.get(finding.span.clone()).is_some(), "{finding:?}");
    let before = text[..finding.span.start].replace("\r\n", "\n").replace('\r', "\n");
    // A position between `\r` and `\n` is on the line that they end.
    let is_between =
        text[..finding.span.start].ends_with('\r') && text[finding.span.start..].starts_with('\n');
    assert_eq!(
        before.matches('\n').count() + 1 - usize::from(is_between),
        finding.line,
        "{finding:?}"
    );
}
