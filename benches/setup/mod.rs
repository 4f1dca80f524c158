//! The localizers that the benchmarks measure.

use im_error_l10n::{ErrorType, Localizer, LocalizerBuilder};

mod tags;

/// What the added locales say: the embedded English texts.
const SOURCE: &str = include_str!("../../locales/en-US/errors.ftl");

/// A header as a browser sends it.
pub(crate) const HEADER: &str = "fr-CH, fr;q=0.9, zh-Hans-CN;q=0.8, en-GB;q=0.7, *;q=0.5";

/// The code whose message takes `$limit`.
pub(crate) const WITH_LIMIT: ErrorType = ErrorType::TouchLimit;

/// The two embedded locales and so many more that there are `locales`.
pub(crate) fn localizer(locales: usize) -> Localizer {
    let localizer = with_locales(locales).build().unwrap();
    assert_eq!(localizer.locales().count(), locales, "two tags are one locale");
    localizer
}

/// The same with a message that takes an argument.
pub(crate) fn with_argument(locales: usize) -> Localizer {
    let message = "error-touch-limit = 最多只能置顶 { $limit } 个会话";
    with_locales(locales).ftl("zh-CN", message).build().unwrap()
}

fn with_locales(locales: usize) -> LocalizerBuilder {
    let added = tags::TAGS.iter().take(locales - 2);
    added.fold(Localizer::builder(), |builder, tag| builder.ftl(tag, SOURCE))
}

/// A folder with the texts of `locales` locales, removed when dropped.
#[allow(dead_code)] // `operation` counts instructions, and reads no folder
pub(crate) fn folder(locales: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for tag in tags::TAGS.iter().take(locales) {
        let path = folder.path().join(tag);
        std::fs::create_dir(&path).unwrap();
        std::fs::write(path.join("errors.ftl"), SOURCE).unwrap();
    }
    folder
}
