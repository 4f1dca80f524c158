//! Any string may stand for a locale; one that is a tag has one canonical form, which is its own
//! best match wherever it is available.
#![no_main]

use im_error_l10n::lint::canonical_tag;
use im_error_l10n::{Localizer, Source};
use im_error_l10n_fuzz::{assert_chain, assert_message};
use libfuzzer_sys::fuzz_target;

// The tags of a list are parted by commas.
fuzz_target!(|list: &str| {
    let tags: Vec<&str> = list.split(',').collect();
    let localizer = Localizer::builtin();
    assert_chain(localizer, &localizer.negotiate(&tags));
    for tag in &tags {
        let message = localizer.message(56, tag);
        assert_message(localizer, 56, &message);
        assert_eq!(localizer.negotiate([tag]).text(56), message.text());
    }
    let builder = tags.iter().fold(Localizer::builder(), |builder, tag| {
        builder.ftl(tag, "error-success = x").ftl(tag, "error-is-friend = y")
    });
    let localizer = builder.build().unwrap();
    for tag in tags {
        let Some(canonical) = canonical_tag(tag) else {
            assert!(Localizer::builder().default_locale(tag).build().is_err());
            continue;
        };
        assert_eq!(canonical_tag(&canonical).as_ref(), Some(&canonical), "of {tag:?}");
        for spelled in [tag, &canonical] {
            let chain = localizer.negotiate([spelled]);
            assert_chain(&localizer, &chain);
            assert_eq!(chain.locales().next(), Some(&*canonical), "of {tag:?}");
            assert_eq!(chain.message(0).source(), Source::Requested);
        }
    }
});
