//! `update`, `rename` and `accept` lose no line of a file or record.
#![no_main]

use im_error_l10n::lint::File;
use im_error_l10n::lint::tool::{accept, rename, update};
use libfuzzer_sys::fuzz_target;

// The translation, the source and the record, separated by NUL.
fuzz_target!(|source: &str| {
    let mut parts = source.split('\0');
    let translation = File::new("zh-CN", "zh-CN/errors.ftl", parts.next().unwrap_or_default());
    let english = File::new("en-US", "en-US/errors.ftl", parts.next().unwrap_or_default());
    let record = File::new("zh-CN", "zh-CN/accepted.txt", parts.next().unwrap_or_default());
    let files = [translation.clone(), english, record.clone()];

    if let Ok((updated, _)) = update(&files, &translation) {
        // Comments may be stubs, whose English is updated.
        let kept = lines(&translation).filter(|line| !line.starts_with('#'));
        assert_subsequence(kept, &updated);
        let file = File::new("zh-CN", "zh-CN/errors.ftl", updated.as_str());
        let files = [file.clone(), files[1].clone(), record.clone()];
        let (again, update) = update(&files, &file).expect("an updated file can be read");
        assert_eq!(again, updated, "{update:?}");
    }
    if let Ok(Some(renamed)) = rename(&translation, "error-success", "error-successful") {
        let is_written = |line: &&str| !line.trim().is_empty();
        let before = lines(&translation).filter(is_written).count();
        assert_eq!(renamed.lines().filter(is_written).count(), before, "{renamed}");
        let back = File::new("zh-CN", "zh-CN/errors.ftl", renamed.as_str());
        assert!(rename(&back, "error-success", "error-x").unwrap().is_none());
    }
    if let Ok((accepted, changes)) = accept(&files, "zh-CN", Some(&["error-success"])) {
        let is_kept = |line: &&str| {
            !line.starts_with('#')
                && !changes.iter().any(|change| line.starts_with(&format!("{change:?}")))
                && !line.starts_with("error-success")
        };
        for line in lines(&record).filter(is_kept).filter(|line| line.starts_with("error-")) {
            let key = line.split_once(" = ").map_or(line, |(key, _)| key);
            assert!(accepted.contains(key), "{line:?} is lost");
        }
    }
});

fn lines(file: &File) -> impl Iterator<Item = &str> {
    let text = str::from_utf8(file.bytes()).unwrap_or_default();
    text.trim_start_matches('\u{feff}').split(['\n', '\r'])
}

fn assert_subsequence<'t>(lines: impl Iterator<Item = &'t str>, text: &str) {
    let mut rest = text.lines();
    for line in lines.filter(|line| !line.trim().is_empty()) {
        assert!(rest.any(|other| other == line), "{line:?} is lost");
    }
}
