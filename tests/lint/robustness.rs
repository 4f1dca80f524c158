//! Randomly mutated files: nothing panics, and every finding points into its file.

use im_error_l10n::edit::{accept, format, notes, template, update};
use im_error_l10n::lint::{File, Scope, lint};
use proptest::prelude::*;

use super::{CHINESE, ENGLISH};

/// Text to insert anywhere in a file.
const TOKENS: [&str; 50] = [
    "{",
    "}",
    "｛",
    "｝",
    "[",
    "]",
    "*",
    "->",
    "－＞",
    "$",
    "＄",
    "￥",
    "\"",
    "“",
    "”",
    "(",
    ")",
    "（",
    "）",
    ":",
    "：",
    "=",
    "＝",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "    ",
    "\u{3000}",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{fffd}",
    "\u{1b}",
    "#",
    "＃ ",
    ".suggestion = x",
    "。suggestion = x",
    "\nerror-x = ",
    "-multimedia-plugin",
    "error-success",
    "<<<<<<< a\n",
    "=======\n",
    ">>>>>>> b\n",
    "\\u",
    "\\，",
    "{ \"\" }",
    "|",
    "%s",
];

fn mutated(text: &str) -> impl Strategy<Value = String> + use<> {
    let text = text.to_owned();
    let edit = (any::<prop::sample::Index>(), 0..TOKENS.len(), 0..20_usize);
    prop::collection::vec(edit, 1..8).prop_map(move |edits| {
        let mut text = text.clone();
        for (at, token, cut) in edits {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let start = places[at.index(places.len())];
            let end =
                text[start..].char_indices().nth(cut).map_or(text.len(), |(at, _)| start + at);
            text.replace_range(start..end, TOKENS[token]);
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn every_finding_points_into_its_file(text in mutated(CHINESE), english in mutated(ENGLISH)) {
        let files = [File::new("en-US", "en", english), File::new("zh-CN", "zh", text.as_str())];
        for scope in [Scope::Complete, Scope::Added] {
            for finding in lint(&files, scope) {
                let file = files.iter().find(|file| file.path() == finding.path).unwrap();
                let text = str::from_utf8(file.bytes()).unwrap();
                prop_assert!(text.get(finding.span.clone()).is_some(), "{finding:?}");
                let before = text[..finding.span.start].replace("\r\n", "\n").replace('\r', "\n");
                prop_assert_eq!(before.matches('\n').count() + 1, finding.line, "{:?}", finding);
                prop_assert!((finding.end_line, finding.end_column) >= (finding.line, finding.column));
                prop_assert!(!finding.to_string().contains(char::is_control), "{finding:?}");
            }
        }
    }

    /// A written file can be read again, and writing it again changes nothing.
    #[test]
    fn written_files_can_be_read_back(text in mutated(CHINESE)) {
        let file = File::new("zh-CN", "zh", text.as_str());
        if let Ok(formatted) = format(&file) {
            let again = File::new("zh-CN", "zh", formatted.as_str());
            prop_assert_eq!(format(&again), Ok(formatted));
        }
        let files = [File::new("en-US", "en", ENGLISH), file.clone()];
        let updated = update(&files, "zh-CN").unwrap_or_default();
        for done in updated.files {
            let Some(text) = done.text else { continue };
            let file = File::new("zh-CN", "zh", text.as_str());
            let again = update(&[files[0].clone(), file], "zh-CN").unwrap();
            for again in again.files {
                prop_assert!(again.text.is_none(), "{again:?}\n{text}");
            }
        }
        let _ = template(std::slice::from_ref(&file), "ja");
        notes(&files, "zh-CN");
        if let Ok((record, _)) = accept(&files, "zh-CN", None) {
            let record = File::new("zh-CN", "zh-CN/accepted.txt", record);
            let (_, changes) = accept(&[files[0].clone(), file, record], "zh-CN", None).unwrap();
            prop_assert!(changes.is_empty(), "{changes:?}");
        }
    }
}

/// Editors keep files of their own beside the one being edited.
#[test]
fn files_of_editors_are_not_stray() {
    let folder = tempfile::tempdir().unwrap();
    let locale = folder.path().join("zh-CN");
    std::fs::create_dir(&locale).unwrap();
    std::fs::write(locale.join("errors.ftl"), "error-success = 成功\n").unwrap();
    for name in [
        "errors.ftl~",
        "#errors.ftl#",
        ".#errors.ftl",
        ".errors.ftl.swp",
        "errors.ftl.swp",
        "errors.ftl.swo",
        "errors.ftl.tmp",
        "accepted.txt~",
        "4913",
    ] {
        std::fs::write(locale.join(name), "x").unwrap();
        std::fs::write(folder.path().join(name), "x").unwrap();
    }
    let (files, findings) = im_error_l10n::lint::read_dir(folder.path()).unwrap();
    assert_eq!((files.len(), findings), (1, vec![]));
}
