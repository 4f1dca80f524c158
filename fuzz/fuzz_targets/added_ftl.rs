//! Whatever text a caller adds, every look-up gives one line, and the findings can be told.
#![no_main]

use im_error_l10n::{FluentArgs, Localizer, fluent_args};
use im_error_l10n_fuzz::{assert_message, assert_readable};
use libfuzzer_sys::fuzz_target;

/// Of the table, and two that are not in it. The dictionary has the ids of their messages.
const CODES: [i32; 6] = [0, 56, 60, 18, 7, i32::MIN];

// Layers are parted by NUL; every other one belongs to the default locale.
fuzz_target!(|source: &str| {
    let mut builder = Localizer::builder();
    for (at, layer) in source.split('\0').enumerate().take(4) {
        builder = builder.ftl(["zh-CN", "en-US"][at % 2], layer).ftl("fr", layer);
    }
    let localizer = builder.bidi_isolation(source.len() % 2 == 1).build().unwrap();
    let args = fluent_args!["limit" => 5, "who" => "a\r\nb\u{2028}"];
    for wanted in ["zh", "en", "fr", "ja"] {
        let chain = localizer.negotiate([wanted]);
        for code in CODES {
            let message = chain.message(code);
            assert_message(&localizer, code, &message);
            assert_eq!(chain.text(code), message.text());
            assert_eq!(localizer.text(code, wanted), message.text());
            assert_eq!(chain.text_with(code, &FluentArgs::new()), message.text());
            let message = chain.message_with(code, &args);
            assert_message(&localizer, code, &message);
            assert_eq!(chain.text_with(code, &args), message.text());
        }
    }
    for finding in localizer.findings() {
        assert!(finding.line > 0 && finding.column > 0, "{finding:?}");
        assert_readable(&finding.to_string());
    }
});
