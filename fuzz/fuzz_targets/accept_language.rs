//! Any header gives a chain; what it does not ask for changes nothing.
#![no_main]

use std::sync::LazyLock;

use im_error_l10n::Localizer;
use im_error_l10n_fuzz::{assert_chain, assert_message};
use libfuzzer_sys::fuzz_target;

static LOCALIZER: LazyLock<Localizer> = LazyLock::new(|| {
    let tags = ["zh-TW", "zh-MO", "fr", "es", "es-419", "pt-PT", "pt-BR", "en-GB", "sr-Latn"];
    let builder = tags
        .into_iter()
        .fold(Localizer::builder(), |builder, tag| builder.ftl(tag, "error-success = x"));
    builder.build().unwrap()
});

fuzz_target!(|header: &str| {
    let chain = LOCALIZER.negotiate_header(header);
    assert_chain(&LOCALIZER, &chain);
    for code in [0, 56, 7] {
        assert_message(&LOCALIZER, code, &chain.message(code));
    }
    let asked: Vec<&str> = chain.locales().collect();
    for more in ["{}, *", "{},zh-TW;q=0", "*;q=0.1,{}", " ,{} , ", "{},fr;q=none"] {
        let header = more.replace("{}", header);
        let chain = LOCALIZER.negotiate_header(&header);
        assert!(chain.locales().eq(asked.iter().copied()), "{header:?}: {chain:?}, not {asked:?}");
    }
});
