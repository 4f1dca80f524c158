//! Whatever is added, every lookup returns one readable line without a raw variable, and every
//! finding points into its file.
#![no_main]

use im_error_l10n::{FluentArgs, FluentValue, Localizer, fluent_args};
use im_error_l10n_fuzz::{assert_message, assert_readable, in_proportion, is_bidi, literals};
use libfuzzer_sys::fuzz_target;

/// Known codes whose message ids are in the dictionary, and two unknown codes.
const CODES: [i32; 6] = [0, 56, 60, 18, 7, i32::MIN];

// Files are separated by NUL; every other one belongs to the default locale.
fuzz_target!(|source: &str| {
    let mut builder = Localizer::builder();
    let mut written = Vec::new();
    for (index, file) in source.split('\0').enumerate().take(4) {
        builder = builder.ftl(["zh-CN", "en-US"][index % 2], file).ftl("fr", file);
        let file = file.strip_prefix('\u{feff}').unwrap_or(file);
        written.extend(literals(&file.replace("\r\n", "\n").replace('\r', "\n")));
    }
    let is_isolating = source.len() % 2 == 1;
    let builder = builder.bidi_isolation(is_isolating);
    let localizer = in_proportion(source.len(), || builder.build().unwrap());
    let may_have_braces = written.iter().any(|literal| literal.contains(['{', '$']));
    let assert_text = |text: &str| {
        assert_readable(text);
        assert!(may_have_braces || !text.contains("{$"), "raw: {text}");
        for mark in text.chars().filter(|character| is_bidi(*character)) {
            let is_written =
                source.contains(mark) || written.iter().any(|text| text.contains(mark));
            assert!(is_isolating || is_written, "{mark:?}");
        }
    };
    let mut number = match FluentValue::try_number("1.5") {
        FluentValue::Number(number) => number,
        _ => unreachable!(),
    };
    number.options.minimum_fraction_digits = Some(source.len());
    let args = fluent_args!["limit" => number, "who" => "a\r\nb\u{2028}", "n" => f64::NAN];
    for wanted in ["zh", "en", "fr", "ja"] {
        let chain = localizer.negotiate([wanted]);
        for code in CODES {
            let message = chain.message(code);
            assert_message(&localizer, code, &message);
            assert_text(message.text());
            message.suggestion().into_iter().for_each(assert_text);
            assert_eq!(chain.text(code), message.text());
            assert_eq!(localizer.message(code, wanted), message);
            assert_eq!(chain.message_with(code, &FluentArgs::new()), message);
            let message = chain.message_with(code, &args);
            assert_message(&localizer, code, &message);
            assert_text(message.text());
            message.suggestion().into_iter().for_each(assert_text);
            assert_eq!(chain.text_with(code, &args), message.text());
        }
    }
    for finding in localizer.findings() {
        assert!(finding.line > 0 && finding.column > 0, "{finding:?}");
        let end = (finding.end_line, finding.end_column);
        assert!(end >= (finding.line, finding.column), "{finding:?}");
        assert_readable(&finding.to_string());
        let (_, name) = finding.path.rsplit_once("added-").unwrap();
        let index: usize = name.trim_end_matches(".ftl").parse().unwrap();
        let file = source.split('\0').nth((index - 1) / 2).unwrap();
        assert!(file.get(finding.span.clone()).is_some(), "{finding:?}");
    }
});
