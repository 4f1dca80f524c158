//! The embedded files, and how added files are named in findings.

#![cfg(feature = "fluent")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::fs;
use std::path::Path;

use im_error_l10n::{Locales, Localizer, Rule, sources};

#[test]
fn the_sources_are_the_files_of_every_locale() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let mut expected = Vec::new();
    for locale in fs::read_dir(&folder).unwrap() {
        let locale = locale.unwrap();
        for file in fs::read_dir(locale.path()).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "ftl") {
                let tag = locale.file_name().into_string().unwrap();
                expected.push((tag, fs::read_to_string(path).unwrap()));
            }
        }
    }
    expected.sort();
    let mut found: Vec<_> = sources().map(|(tag, text)| (tag.into(), text.into())).collect();
    found.sort();
    assert_eq!(found, expected);

    let tags: Vec<_> = sources().map(|(tag, _)| tag).collect();
    assert!(tags.is_sorted());
    for tag in Localizer::builtin().locales() {
        assert!(tags.contains(&tag), "{tag}");
    }
}

#[test]
fn the_assets_are_the_sources() {
    let assets = Locales::iter().filter(|path| path.ends_with(".ftl"));
    assert_eq!(assets.count(), sources().count());
    for (tag, source) in sources() {
        let is_same = |path: &str| {
            path.starts_with(tag) && Locales::get(path).unwrap().data == source.as_bytes()
        };
        assert!(Locales::iter().any(|path| is_same(&path)), "{tag}");
    }
}

#[test]
fn findings_name_the_locale_or_the_path_of_the_application() {
    let source = "error-not-friend = { -nothing }";
    let localizer = Localizer::builder()
        .ftl("zh-TW", source)
        .ftl("fr", source)
        .file("de", "assets/toasts de.ftl", source)
        .ftl("a\nb", source)
        .build()
        .unwrap();
    let findings: Vec<_> = localizer.findings().iter().map(ToString::to_string).collect();
    let places = [
        "zh-TW/added-1.ftl:1:23: ",
        "fr/added-2.ftl:1:23: ",
        "assets/toasts de.ftl:1:23: ",
        "a\\nb/added-4.ftl:1:1: ",
    ];
    assert_eq!(findings.len(), places.len(), "{findings:?}");
    for (finding, place) in findings.iter().zip(places) {
        assert!(finding.starts_with(place), "{finding}");
    }
    assert_eq!(localizer.findings()[2].locale, "de");
}

#[test]
fn bytes_that_are_not_utf_8_are_reported_under_the_name_of_the_file() {
    let bytes = b"error-success = \xb3\xc9\xb9\xa6\n"; // GBK
    let localizer = Localizer::builder().file("zh-CN", "gbk.ftl", &bytes[..]).build().unwrap();
    let finding = &localizer.findings()[0];
    assert_eq!((&*finding.path, finding.rule), ("gbk.ftl", Rule::NotUtf8));
    assert!(finding.message.contains("GBK"), "{finding}");
    assert_eq!(localizer.text(0, "zh-CN"), "成功");
}
