//! `Accept-Language` headers: weights, refusals and invalid ranges.
#![cfg(feature = "fluent")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

mod two_locales;

use two_locales::builder;

fn chain(added: &[&str], header: &str) -> Vec<String> {
    let mut builder = builder();
    for tag in added {
        builder = builder.ftl(tag, "error-success = x");
    }
    let chain = builder.build().unwrap().negotiate_header(header);
    chain.locales().map(str::to_owned).collect()
}

#[test]
fn browsers_in_taiwan_request_any_chinese() {
    let header = "zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7";
    assert_eq!(chain(&[], header), ["zh-CN", "en-US"]);
    assert_eq!(chain(&["zh-TW"], header), ["zh-TW", "zh-CN", "en-US"]);
    assert_eq!(chain(&[], "zh-TW"), ["en-US"]);
    assert_eq!(chain(&[], "zh-TW,en;q=0.5"), ["en-US"]);
}

#[test]
fn a_weight_of_0_refuses_a_locale() {
    assert_eq!(chain(&["en-GB"], "en-US;q=0, en")[0], "en-GB");
    assert_eq!(chain(&[], "zh-CN;q=0, zh, en;q=0.5")[0], "en-US");
    assert_eq!(chain(&["fr"], "zh;q=0, fr"), ["fr", "en-US"]);
    // A weight refuses if it is 0, however many digits say so, and only then.
    for zero in ["0", "0.", "0.0", "0.00", "0.000", "0.0000", "0.00000000", ".0", ".000", " 0 "] {
        assert_eq!(chain(&[], &format!("zh-CN;q={zero}, zh"))[0], "en-US", "{zero}");
        assert_eq!(chain(&[], &format!("zh, zh-CN;Q={zero}"))[0], "en-US", "{zero}");
        assert_eq!(chain(&["fr"], &format!("fr, *;q={zero}")), ["fr"], "{zero}");
    }
    for positive in ["0.001", "0.0001", "0.0009", "0.0000001", ".00001", "0.001000"] {
        let header = format!("zh-CN;q={positive}, fr;q=0.5, en;q=0");
        assert_eq!(chain(&[], &header)[0], "zh-CN", "{positive}");
    }
    // What is no weight makes its range invalid, so it neither asks nor refuses.
    for invalid in ["1.5", "1.001", "2", "-0", "-1", "+0", "abc", "", "0x0", "0.0.0", "00", "1e-9"]
    {
        let header = format!("zh-CN;q={invalid}, zh");
        assert_eq!(chain(&[], &header)[0], "zh-CN", "{header}");
        let header = format!("zh-CN;q={invalid}, en-US;q=0.1");
        assert_eq!(chain(&[], &header)[0], "en-US", "{header}");
    }
    // A range refuses only the locales that begin with it.
    for range in [
        "zh-CN-x-foo",
        "zh-x-foo",
        "zh-Hans-CN-x-foo-bar",
        "x-foo",
        "zh-CN-u-nu-latn",
        "zh-u-co-pinyin",
        "zh-Hans-CN-t-en",
        "zh-CN-a-b-x-y",
        "zh-CN-rozaj",
        "zh-CN-rozaj-x-foo",
    ] {
        assert_eq!(chain(&[], &format!("{range};q=0, zh-CN"))[0], "zh-CN", "{range}");
        assert_eq!(chain(&[], &format!("{range};q=0, zh-CN, en;q=0"))[0], "zh-CN", "{range}");
        assert_eq!(chain(&[], &format!("zh-CN;q=0, {range}, en;q=0.5"))[0], "en-US", "{range}");
    }
    assert_eq!(chain(&["zh-TW"], "zh;q=0, zh-TW")[0], "zh-TW");
    assert_eq!(chain(&["zh-TW"], "zh-Hant;q=0, zh-TW;q=0.5, zh;q=0.1")[0], "zh-TW");
    assert_eq!(chain(&["zh-TW"], "zh-Hant;q=0, zh-HK")[0], "en-US");
    assert_eq!(chain(&["fr-CA"], "fr-FR;q=0, fr")[0], "fr-CA");
    assert_eq!(chain(&["fr-CA", "fr-FR"], "fr-FR;q=0, fr")[0], "fr-CA");
    assert_eq!(chain(&["fr"], "fr-FR;q=0, fr")[0], "fr");
    assert_eq!(chain(&["zh-TW"], "zh;q=0, zh-HK, en;q=0.5")[0], "en-US");
    assert_eq!(chain(&[], "zh-Hant;q=0, zh")[0], "zh-CN");
    assert_eq!(chain(&["zh-Hant-CN"], "zh-CN;q=0, zh-Hant")[0], "zh-Hant-CN");
    assert_eq!(chain(&["sl-rozaj"], "sl-rozaj;q=0, sl")[0], "en-US");
    assert_eq!(chain(&["sl"], "sl-rozaj;q=0, sl")[0], "sl");
}

#[test]
fn the_most_specific_range_wins() {
    assert_eq!(chain(&[], "zh;q=0, zh-CN")[0], "zh-CN");
    assert_eq!(chain(&[], "zh-Hans;q=0, zh-CN;q=0.2")[0], "zh-CN");
    assert_eq!(chain(&[], "*;q=0, zh")[0], "zh-CN");
    assert_eq!(chain(&["en-GB"], "en;q=0, en-GB;q=0.1, zh;q=0")[0], "en-GB");
    // Of two ranges that are equally exact, the one that refuses wins, in any order.
    assert_eq!(chain(&[], "zh-CN;q=0, zh-CN, en;q=0.5")[0], "en-US");
    assert_eq!(chain(&[], "zh-CN, zh-CN;q=0, en;q=0.5")[0], "en-US");
    assert_eq!(chain(&[], "zh-CN, zh;q=0, en;q=0.5")[0], "zh-CN");
    // A range with more subtags is more exact, even if the locale's tag leaves one out.
    assert_eq!(chain(&[], "zh, zh-Hans;q=0, en;q=0.5")[0], "en-US");
    assert_eq!(chain(&[], "zh;q=0, zh-Hans, en;q=0.5")[0], "zh-CN");
    // A script that the locale's tag spells out is more exact than a region after a likely script.
    assert_eq!(chain(&["zh-Hant-TW"], "zh-TW;q=0, zh-Hant")[0], "zh-Hant-TW");
    assert_eq!(chain(&["zh-Hant-TW"], "zh-TW, zh-Hant;q=0")[0], "en-US");
}

#[test]
fn a_refused_locale_answers_if_nothing_else_is_left() {
    assert_eq!(chain(&[], "*;q=0"), ["en-US"]);
    assert_eq!(chain(&[], "en;q=0, zh;q=0"), ["en-US"]);
    assert_eq!(chain(&[], "en;q=0, *;q=0"), ["en-US"]);
    assert_eq!(chain(&[], "en;q=0"), ["zh-CN"]);
    assert_eq!(chain(&[], "en;q=0, zh"), ["zh-CN"]);
    let added = builder().ftl("fr", "error-success = x");
    let localizer = added.default_locale("zh-CN").build().unwrap();
    let chain = localizer.negotiate_header("fr, zh;q=0");
    assert_eq!(chain.message(56).locale(), "en-US");
    let chain = localizer.negotiate_header("fr, en;q=0");
    assert_eq!(chain.message(56).locale(), "zh-CN");
    let chain = builder().build().unwrap().negotiate_header("*;q=0");
    assert!(chain.message(0).is_fallback());
}

#[test]
fn ranges_are_ordered_by_weight() {
    assert_eq!(chain(&["fr"], "fr;q=0.5, zh;q=1.0, en;q=0.7"), ["zh-CN", "en-US", "fr"]);
    assert_eq!(chain(&["fr"], "fr;q=0.001, zh;q=0.002")[0], "zh-CN");
    assert_eq!(chain(&["fr", "de"], "fr;q=0.5,de;q=0.5"), ["fr", "de", "en-US"]);
    assert_eq!(chain(&["fr"], "  ZH-cn ; Q = 0.5 ,, fr;q=0.4"), ["zh-CN", "fr", "en-US"]);
    assert_eq!(chain(&["fr"], "fr;level=1;q=0.2, zh;q=.3")[0], "zh-CN");
    // Only the ten ranges with the greatest weights count.
    let eleven = "de;q=0.2,ja;q=0.2,ko;q=0.2,vi;q=0.2,th;q=0.2,ru;q=0.2,pl;q=0.2,cs;q=0.2,it;q=0.2";
    assert_eq!(chain(&[], &format!("{eleven},zh;q=0.1"))[0], "zh-CN");
    assert_eq!(chain(&[], &format!("{eleven},sv;q=0.2,zh;q=0.1"))[0], "en-US");
    assert_eq!(chain(&[], &format!("{eleven},sv;q=0.2,zh;q=0.3"))[0], "zh-CN");
}

#[test]
fn invalid_ranges_are_ignored() {
    for header in ["", ",", ";", "q=1", "zh;q=x", "zh;q=2", "zh;q=-1", "zh;q=NaN", "zh;q=1.1", "\0"]
    {
        assert_eq!(chain(&[], header), ["en-US"], "{header}");
    }
    assert_eq!(chain(&[], "zh-CN-subtags_of_nine;q=0, zh")[0], "zh-CN");
    assert_eq!(chain(&[], "zh;q=x, en;q=0.2, zh-SG;q=0.1"), ["en-US", "zh-CN"]);
    assert_eq!(chain(&[], "*, zh;q=0.1"), ["zh-CN", "en-US"]);
    assert_eq!(chain(&[], "!;q=0, en;q=0"), ["zh-CN"]);
}

/// After public bug reports: the default, the available locales, a header, and what answers.
#[test]
fn headers_of_public_reports_get_the_right_locale() {
    for line in include_str!("public/headers.tsv").lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let mut builder = builder().default_locale(columns[0]);
        for tag in columns[1].split(',') {
            builder = builder.ftl(tag, "error-success = x");
        }
        let chain = builder.build().unwrap().negotiate_header(columns[2]);
        assert_eq!(chain.locales().next(), Some(columns[3]), "{line}");
    }
}
