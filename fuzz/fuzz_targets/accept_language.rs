//! Every header results in a chain. Ranges that ask for nothing do not change it, and refused locales come
//! last.
#![no_main]

use std::sync::LazyLock;

use im_error_l10n::Localizer;
use im_error_l10n_fuzz::{assert_chain, assert_message};
use libfuzzer_sys::fuzz_target;

static LOCALIZER: LazyLock<Localizer> = LazyLock::new(|| {
    let tags = ["zh-TW", "zh-MO", "fr", "es", "es-419", "pt-PT", "pt-BR", "en-GB", "sr-Latn"];
    let mut builder = Localizer::builder();
    for tag in tags {
        builder = builder.ftl(tag, "error-success = x");
    }
    builder.build().unwrap()
});

fuzz_target!(|header: &str| {
    let chain = LOCALIZER.negotiate_header(header);
    // The default locale is missing only if it is refused.
    let has_default = chain.locales().any(|locale| locale == LOCALIZER.default_locale());
    if has_default {
        assert_chain(&LOCALIZER, &chain);
    } else {
        assert!(header.contains('0'), "no default: {chain:?}");
    }
    for code in [0, 56, 7] {
        assert_message(&LOCALIZER, code, &chain.message(code));
    }
    // This range is the only one that names fr, unless the header has another.
    let refusing = LOCALIZER.negotiate_header(&format!("fr;q=0,{header}"));
    if !header.to_ascii_lowercase().contains("fr") {
        assert!(!refusing.locales().any(|locale| locale == "fr"), "{header:?}: {refusing:?}");
    }
    let asked: Vec<&str> = chain.locales().collect();
    for more in ["{}, *", "*;q=0.1,{}", " ,{} , ", "{},fr;q=none"] {
        let header = more.replace("{}", header);
        let chain = LOCALIZER.negotiate_header(&header);
        assert!(chain.locales().eq(asked.iter().copied()), "{header:?}: {chain:?}, not {asked:?}");
    }
});
