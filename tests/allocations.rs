//! What a look-up allocates. In a file of its own: the counter replaces the allocator.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use allocation_counter::{AllocationInfo, measure};
use im_error_l10n::{ErrorType, Localizer};

fn codes() -> impl Iterator<Item = ErrorType> {
    ErrorType::ALL.iter().copied()
}

#[test]
fn a_known_code_through_a_bound_chain_allocates_nothing() {
    let localizer = Localizer::builder().build().unwrap();
    for tag in ["zh-CN", "en-US", "fr"] {
        let chain = localizer.negotiate([tag]);
        codes().for_each(|code| drop(chain.text(code)));
        let info = measure(|| {
            for code in codes() {
                assert!(!chain.text(code).is_empty());
                let message = chain.message(code);
                assert!(message.suggestion() != Some(""));
                drop(message.clone());
            }
        });
        assert_eq!(info.count_total, 0, "{tag}");
    }
}

#[test]
fn a_tag_that_is_spelled_as_ours_allocates_nothing() {
    let localizer = Localizer::builder().build().unwrap();
    codes().for_each(|code| drop(localizer.text(code, "zh-CN")));
    let info = measure(|| codes().for_each(|code| drop(localizer.text(code, "zh-CN"))));
    assert_eq!(info.count_total, 0);
}

#[test]
fn memory_stays_as_it_is_whatever_tags_arrive() {
    let localizer = Localizer::builder().build().unwrap();
    drop(localizer.text(56, "en-GB"));
    let info = measure(|| {
        for n in 0..10_000 {
            drop(localizer.text(56, &format!("en-x-{n}")));
            drop(localizer.negotiate_header(&format!("en-x-{n};q=0.{n}")));
        }
    });
    assert_eq!(info.bytes_current, 0);
}

#[test]
fn a_locale_is_read_when_it_is_first_asked_for() {
    let localizer = Localizer::builder().build().unwrap();
    let first = |tag: &str| measure(|| drop(localizer.text(56, tag)));
    let again = first;
    let english = first("en-US");
    // Were Chinese read with English, its first text would cost no more than the second.
    let AllocationInfo { bytes_current: kept, .. } = first("zh-CN");
    assert!(kept > 8_000, "reading a locale keeps its {kept} bytes");
    assert!(kept < 64 * 1024, "a locale takes {kept} bytes");
    assert!(english.bytes_current < 64 * 1024);
    assert_eq!(again("zh-CN").count_total, 0);
    assert_eq!(again("en-US").count_total, 0);
}
