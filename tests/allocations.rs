//! What lookups allocate. The counter replaces the allocator, so these tests need their own file.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use allocation_counter::measure;
use im_error_l10n::{ErrorType, Localizer};

fn codes() -> impl Iterator<Item = ErrorType> {
    ErrorType::ALL.iter().copied()
}

/// Tags of embedded locales, tags that match one, and tags that match none.
const TAGS: [&str; 8] =
    ["zh-CN", "en-US", "zh-Hans-SG", "zh_CN.UTF-8", "en-GB", "qaa", "zh-TW", "?"];

fn text_everywhere(localizer: &Localizer, tag: &str) {
    for code in codes() {
        assert!(!localizer.text(code, tag).is_empty());
        let message = localizer.message(code, tag);
        assert_ne!(message.suggestion(), Some(""));
        drop(message.clone());
    }
}

/// This includes the first lookup: nothing is prepared or cached.
#[test]
fn a_lookup_of_a_known_code_allocates_nothing() {
    for tag in TAGS {
        let info = measure(|| text_everywhere(Localizer::builtin(), tag));
        assert_eq!(info.count_total, 0, "{tag}");
    }
}

#[test]
fn a_lookup_through_a_chain_allocates_nothing() {
    for tag in TAGS {
        let chain = Localizer::builtin().negotiate([tag]);
        let info = measure(|| {
            for code in codes() {
                assert!(!chain.text(code).is_empty());
                assert_ne!(chain.message(code).suggestion(), Some(""));
            }
        });
        assert_eq!(info.count_total, 0, "{tag}");
    }
}

#[test]
fn an_owned_embedded_message_allocates_nothing() {
    let chain = Localizer::builtin().negotiate(["zh"]);
    let info = measure(|| {
        for code in codes() {
            let message = chain.message(code);
            let owned = message.clone().into_owned();
            assert_eq!(owned, message);
            assert!(!message.into_text().is_empty());
            drop(owned.clone());
        }
    });
    assert_eq!(info.count_total, 0);
}

#[cfg(feature = "fluent")]
#[test]
fn lookups_of_added_messages_allocate_nothing() {
    let mut source = String::new();
    for code in codes() {
        source += &format!("{} = {{ $name }}\n    .suggestion = {{ $code }}\n", code.message_id());
    }
    let mut builder = Localizer::builder().ftl("zh-CN", "error-success = 好\nx = { $y }");
    for locale in ["de", "qaa", "it", "pt-BR", "zh-TW"] {
        builder = builder.ftl(locale, &*source);
    }
    let localizer = builder.build().unwrap();
    for tag in TAGS {
        let info = measure(|| text_everywhere(&localizer, tag));
        assert_eq!(info.count_total, 0, "{tag}");
    }
}

#[cfg(feature = "fluent")]
#[test]
fn clones_of_localizers_and_messages_share_the_texts() {
    let source = format!("error-success = {}", "x".repeat(10_000));
    let localizer = Localizer::builder().ftl("qaa", source).build().unwrap();
    let info = measure(|| drop(localizer.clone()));
    assert_eq!(info.count_total, 0);
    let info = measure(|| drop(localizer.message(0, "qaa").clone()));
    assert_eq!(info.count_total, 0);
}

#[test]
fn lookups_with_any_tags_keep_no_memory() {
    let localizer = Localizer::builtin();
    let info = measure(|| {
        for n in 0..10_000 {
            drop(localizer.text(56, &format!("en-x-{n}")));
            drop(localizer.text(n, "en-GB"));
            drop(localizer.negotiate_header(&format!("en-x-{n};q=0.{n}")));
        }
    });
    assert_eq!(info.bytes_current, 0);
}
