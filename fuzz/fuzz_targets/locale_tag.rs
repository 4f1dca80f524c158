//! Any string can be passed as a locale. A valid tag has one canonical form, which is its own best
//! match where it is available, and which agrees with ICU4X for valid BCP 47.
#![no_main]

use icu_locale::{LanguageIdentifier, Locale, LocaleCanonicalizer};
use im_error_l10n::Localizer;
use im_error_l10n_fuzz::{assert_chain, assert_message};
use libfuzzer_sys::fuzz_target;

// The tags of a list are separated by commas.
fuzz_target!(|list: &str| {
    let tags: Vec<&str> = list.split(',').collect();
    let localizer = Localizer::builtin();
    assert_chain(localizer, &localizer.negotiate(&tags));
    for tag in &tags {
        let message = localizer.message(56, tag);
        assert_message(localizer, 56, &message);
        assert_eq!(localizer.negotiate([tag]).message(56), message);
    }
    let mut builder = Localizer::builder();
    for tag in &tags {
        builder = builder.ftl(tag, "error-success = x").ftl(tag, "error-is-friend = y");
    }
    let localizer = builder.build().unwrap();
    for tag in tags {
        let alone = Localizer::builder().ftl(tag, "error-success = x").default_locale(tag).build();
        let Ok(alone) = alone else { continue };
        let canonical = alone.default_locale();
        if let Some(theirs) = canonical_by_icu4x(tag) {
            assert_eq!(canonical, theirs, "of {tag:?}");
        }
        let again = Localizer::builder().ftl(canonical, "").default_locale(canonical).build();
        assert_eq!(again.unwrap().default_locale(), canonical, "of {tag:?}");
        for spelled in [tag, canonical] {
            let chain = localizer.negotiate([spelled]);
            assert_chain(&localizer, &chain);
            assert_eq!(chain.locales().next(), Some(canonical), "of {tag:?}");
            assert!(!chain.message(0).is_fallback());
        }
    }
});

/// More variants are ignored.
const MAX_VARIANTS: usize = 8;

/// Returns the canonical form of a valid tag without extensions. Scripts and regions that mean
/// “unknown” are dropped.
fn canonical_by_icu4x(tag: &str) -> Option<String> {
    let forget_unknown = |tag: &mut LanguageIdentifier| {
        tag.script = tag.script.filter(|script| script.as_str() != "Zzzz");
        tag.region = tag.region.filter(|region| region.as_str() != "ZZ");
    };
    let mut id = LanguageIdentifier::try_from_str(tag).ok()?;
    if id.variants.len() > MAX_VARIANTS {
        return None;
    }
    forget_unknown(&mut id);
    let mut locale = Locale::from(id);
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    forget_unknown(&mut locale.id);
    Some(locale.id.to_string())
}
