//! What the fuzz targets share.

use im_error_l10n::{LocaleChain, Localizer, Message};

/// Panics where a person could not read the text in a toast: it is empty, or not one line.
pub fn assert_readable(text: &str) {
    assert!(!text.trim().is_empty(), "an empty text");
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    assert!(!text.contains(breaks), "not one line: {text:?}");
}

/// Panics where a message is not what a look-up promises.
pub fn assert_message(localizer: &Localizer, code: i32, message: &Message<'_>) {
    assert_eq!(message.code(), code);
    assert_readable(message.text());
    message.suggestion().into_iter().for_each(assert_readable);
    assert!(localizer.locales().any(|tag| tag == message.locale()), "{message:?}");
}

/// Panics where a chain names a locale twice, one that is not there, or not the default.
pub fn assert_chain(localizer: &Localizer, chain: &LocaleChain<'_>) {
    let tags: Vec<&str> = chain.locales().collect();
    for (at, tag) in tags.iter().enumerate() {
        assert!(!tags[..at].contains(tag), "{tag} twice: {chain:?}");
        assert!(localizer.locales().any(|it| it == *tag), "no locale {tag}: {chain:?}");
    }
    assert!(tags.contains(&localizer.default_locale()), "no default: {chain:?}");
}
