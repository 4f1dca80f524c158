//! `update` and `accept` lose no line of a file or record, and `embed` writes the same again.
#![no_main]

use im_error_l10n::edit::{accept, embed, update};
use im_error_l10n::lint::File;
use libfuzzer_sys::fuzz_target;

// The translation, the source and the record, separated by NUL.
fuzz_target!(|source: &str| {
    let mut parts = source.split('\0');
    let translation = File::new("zh-CN", "zh-CN/errors.ftl", parts.next().unwrap_or_default());
    let english = File::new("en-US", "en-US/errors.ftl", parts.next().unwrap_or_default());
    let record = File::new("zh-CN", "zh-CN/accepted.txt", parts.next().unwrap_or_default());
    let files = [translation.clone(), english, record.clone()];

    let updated = update(&files, "zh-CN").unwrap_or_default();
    for update in updated.files {
        let Some(text) = update.text else { continue };
        // Comments may be stubs, whose English is updated if it is the recorded one.
        let has_record = !record.bytes().is_empty();
        let kept = lines(&translation).filter(|line| !has_record || !line.starts_with('#'));
        assert_subsequence(kept, &text);
        let file = File::new("zh-CN", "zh-CN/errors.ftl", text.as_str());
        let record = match &updated.record {
            Some(text) => File::new("zh-CN", "zh-CN/accepted.txt", text.as_str()),
            None => record.clone(),
        };
        let files = [file, files[1].clone(), record];
        let again =
            im_error_l10n::edit::update(&files, "zh-CN").expect("an updated file can be read");
        assert!(again.files.iter().all(|again| again.text.is_none()), "{again:?}");
    }
    if let Ok(embedded) = embed(&files, "") {
        let again = embed(&files, &embedded.source).expect("nothing that was embedded is refused");
        assert_eq!(again.source, embedded.source);
        assert!(again.changes.is_empty(), "{:?}", again.changes);
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
