//! Which locale matches a user's languages.
#![cfg(feature = "fluent")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

mod two_locales;

use im_error_l10n::Localizer;
use two_locales::builder;

/// Returns a localizer with more locales, each of which has one message: its own tag.
fn with(added: &[&str]) -> Localizer {
    let add = |builder: im_error_l10n::LocalizerBuilder, tag: &&str| {
        builder.ftl(tag, format!("error-success = {tag}"))
    };
    added.iter().fold(builder(), add).build().unwrap()
}

fn chain(localizer: &Localizer, wanted: &[&str]) -> Vec<String> {
    localizer.negotiate(wanted).locales().map(str::to_owned).collect()
}

/// Returns the locale that matches a tag best.
fn first(added: &[&str], tag: &str) -> String {
    let localizer = with(added);
    let first = chain(&localizer, &[tag]).remove(0);
    // A lookup without a chain takes a shorter way.
    assert_eq!(localizer.message(0, tag).locale(), first, "{added:?} {tag}");
    first
}

#[test]
fn users_of_simplified_chinese_get_it() {
    for tag in [
        "zh",
        "zh-Hans",
        "zh-Hans-CN",
        "zh-SG",
        "zh-MY",
        "zh-Hans-HK",
        "ZH-cn",
        "cmn-Hans-CN",
        "zh_CN",
        "zh_CN.UTF-8",
        "zh-CN-u-nu-latn",
        "zh-CN-x-foo",
        "zh-Hans-CN-u-mu-celsius",
        "zh-hans_cn",
        "zh_CN.GB18030@pinyin",
        "zh-cmn-Hans-CN",
        "und-CN",
        " zh-CN ",
        "zh-CN-t-en",
        "zh-Hans-TW",
        "zh-CN-u",
        "zh.UTF-8",
        "zh-",
    ] {
        assert_eq!(chain(&with(&[]), &[tag]), ["zh-CN", "en-US"], "{tag}");
        let localizer = with(&[]);
        let message = localizer.message(56, tag);
        assert_eq!((message.text(), message.is_fallback()), ("不是好友", false), "{tag}");
    }
}

#[test]
fn users_of_traditional_chinese_do_not_get_simplified() {
    for tag in ["zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-Hant-CN", "zh_TW.UTF-8", "yue"] {
        assert_eq!(chain(&with(&[]), &[tag]), ["en-US"], "{tag}");
        let localizer = with(&[]);
        let message = localizer.message(56, tag);
        assert_eq!(message.text(), "Not friends.");
        assert!(message.is_fallback());
    }
    let localizer = with(&["zh-TW"]);
    for tag in ["zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-Hant-CN", "zh_TW.UTF-8"] {
        assert_eq!(chain(&localizer, &[tag]), ["zh-TW", "en-US"], "{tag}");
    }
    assert_eq!(chain(&localizer, &["zh-CN"]), ["zh-CN", "en-US"]);
}

#[test]
fn users_of_other_english_get_american_english() {
    let builder = builder().default_locale("zh-CN");
    let chinese_by_default = builder.build().unwrap();
    for tag in ["en", "en-GB", "en-AU", "en_GB.ISO-8859-15@euro", "EN", "en-001"] {
        assert_eq!(chain(&with(&[]), &[tag]), ["en-US"], "{tag}");
        assert_eq!(chain(&chinese_by_default, &[tag]), ["en-US", "zh-CN"], "{tag}");
        let message = chinese_by_default.message(56, tag);
        assert!(!message.is_fallback());
    }
}

#[test]
fn a_list_is_matched_as_a_whole() {
    let localizer = with(&[]);
    assert_eq!(chain(&localizer, &["zh-TW", "en"]), ["en-US"]);
    let negotiated = localizer.negotiate(["zh-TW", "en"]);
    assert!(!negotiated.message(56).is_fallback());
    assert_eq!(chain(&localizer, &["fr", "zh"]), ["zh-CN", "en-US"]);
    assert_eq!(chain(&localizer, &["en-GB", "zh-CN"]), ["en-US", "zh-CN"]);
    assert_eq!(chain(&localizer, &["zh-SG", "en-GB"]), ["zh-CN", "en-US"]);
    assert_eq!(chain(&localizer, &["nonsense!", "C", "zh"]), ["zh-CN", "en-US"]);
    // An exact match for the second tag beats a distant one for the first.
    assert_eq!(chain(&with(&["es-ES"]), &["ca", "zh-CN"]), ["zh-CN", "es-ES", "en-US"]);
    let empty: [&str; 0] = [];
    assert_eq!(chain(&localizer, &empty), ["en-US"]);
}

#[test]
fn tags_without_a_locale_get_the_default() {
    let long = "zh-CN-x-".to_owned() + &"a".repeat(1 << 20);
    for tag in [
        "fr",
        "ja",
        "und",
        "C",
        "POSIX",
        "*",
        "",
        "../../etc/passwd",
        &long,
        "C.UTF-8",
        "x-zh",
        "-",
        "_",
        "zhcn",
        "中文",
        "\0",
        "zh\u{202e}",
        "en us",
    ] {
        let localizer = with(&[]);
        let message = localizer.message(56, tag);
        assert_eq!(message.locale(), "en-US", "{tag}");
        assert!(message.is_fallback(), "{tag}");
        assert_eq!(
            builder().build().unwrap().negotiate_header(tag).locales().next(),
            Some("en-US")
        );
    }
}

#[test]
fn regions_decide_between_locales_of_one_language() {
    assert_eq!(first(&["es-ES", "es-419"], "es-AR"), "es-419");
    assert_eq!(first(&["pt-BR", "pt-PT"], "pt-AO"), "pt-PT");
    assert_eq!(first(&["en-GB"], "en-AU"), "en-GB");
    assert_eq!(first(&["en-NZ"], "en-AU"), "en-NZ");
    assert_eq!(first(&["zh-MO"], "zh-HK"), "zh-MO");
    assert_eq!(first(&["zh-TW", "zh-HK"], "zh-MO"), "zh-HK");
    assert_eq!(first(&["sr-Latn"], "sr_RS.UTF-8@latin"), "sr-Latn");
    assert_eq!(first(&["sr", "sr-Latn"], "sr-ME"), "sr-Latn");
    assert_eq!(first(&["ar-MA", "ar-EG"], "ar-TN"), "ar-MA");
    assert_eq!(first(&["de-CH", "de-DE"], "de-AT"), "de-DE");
    assert_eq!(first(&["yue"], "zh-yue-HK"), "yue");
    assert_eq!(first(&["es-MX", "es-ES"], "es_ES"), "es-ES");
    assert_eq!(first(&["zh-Hant-CN", "zh-TW"], "zh-Hans-CN"), "zh-CN");
    // British English is closer than other locales, including the default.
    let builder = builder().ftl("en-NZ", "x = y").ftl("en-GB", "x = y");
    let localizer = builder.default_locale("en-NZ").build().unwrap();
    assert_eq!(chain(&localizer, &["en-AU"]), ["en-GB", "en-NZ", "en-US"]);
    assert_eq!(
        chain(&with(&["es-ES", "es-419", "es-MX"]), &["es-AR"]),
        ["es-419", "es-MX", "es-ES", "en-US"]
    );
}

#[test]
fn later_tags_count_less_and_only_ten_count() {
    let others = ["fr", "it", "de", "ja", "ko", "vi", "th", "ru", "pl", "cs"];
    assert_eq!(chain(&with(&[]), &[&others[..9], &["zh"]].concat()), ["zh-CN", "en-US"]);
    assert_eq!(chain(&with(&[]), &[&others[..10], &["zh"]].concat()), ["en-US"]);
    // `zh-SG` is 4 from `zh-CN`, close enough in tenth place; `en-GB` is 5 from `en-US`.
    assert_eq!(chain(&with(&[]), &[&others[..9], &["zh-SG"]].concat()), ["zh-CN", "en-US"]);
    let chinese_by_default = builder().default_locale("zh-CN").build().unwrap();
    assert_eq!(chain(&chinese_by_default, &[&others[..9], &["en-GB"]].concat()), ["zh-CN"]);
    assert_eq!(
        chain(&chinese_by_default, &[&others[..8], &["en-GB"]].concat()),
        ["en-US", "zh-CN"]
    );
}

#[test]
fn ties_go_to_the_likelier_locale_and_then_the_first() {
    assert_eq!(first(&["ja-Hrkt", "ja"], "ja-Hira"), "ja");
    assert_eq!(first(&["ja", "ja-Hrkt"], "ja-Hira"), "ja");
    assert_eq!(first(&["fr-BE", "fr-CH"], "fr-CA"), "fr-BE");
    assert_eq!(first(&["fr-CH", "fr-BE"], "fr-CA"), "fr-CH");
    assert_eq!(first(&["no", "nb"], "da"), "no");
    assert_eq!(first(&["nb", "no"], "da"), "nb");
}

/// `en-US`, `en-GB`, `es-ES`, `es-419`, `pt-BR` and `pt-PT`.
#[test]
fn ties_go_to_cldrs_paradigm_locales_before_the_first() {
    assert_eq!(first(&["es-MX", "es-419"], "es-AR"), "es-419");
    assert_eq!(first(&["es-MX", "es-CL"], "es-AR"), "es-MX");
    assert_eq!(first(&["pt-AO", "pt-PT"], "pt-MZ"), "pt-PT");
    assert_eq!(first(&["pt-AO", "pt-CV"], "pt-MZ"), "pt-AO");
    // But not before the default.
    let builder = builder().ftl("es-MX", "x = y").ftl("es-419", "x = y").default_locale("es-MX");
    assert_eq!(chain(&builder.build().unwrap(), &["es-AR"])[0], "es-MX");
}

#[test]
fn a_posix_modifier_is_the_script() {
    assert_eq!(first(&["sr", "sr-Latn"], "sr_RS.UTF-8@latin"), "sr-Latn");
    assert_eq!(first(&["uz", "uz-Cyrl"], "uz_UZ@cyrillic"), "uz-Cyrl");
    assert_eq!(first(&["sd", "sd-Deva"], "sd_IN@devanagari"), "sd-Deva");
    assert_eq!(first(&["ks", "ks-Deva"], "ks_IN@devanagari"), "ks-Deva");
    assert_eq!(first(&["sr", "sr-Latn"], "sr_RS@euro"), "sr");
    assert_eq!(first(&["sr", "sr-Latn"], "sr_Latn_RS@cyrillic"), "sr-Latn");
}

#[test]
fn tags_of_up_to_255_bytes_are_read() {
    let tag = |len: usize| format!("{:x<len$}", "zh-CN-x-");
    assert_eq!(chain(&with(&[]), &[&tag(255)]), ["zh-CN", "en-US"]);
    assert_eq!(chain(&with(&[]), &[&tag(256)]), ["en-US"]);
}

#[test]
fn unknown_scripts_and_regions_are_ignored() {
    let localizer = with(&["zh-ZZ", "fr-Zzzz-ZZ"]);
    assert_eq!(localizer.locales().collect::<Vec<_>>(), ["en-US", "zh-CN", "zh", "fr"]);
    assert_eq!(chain(&localizer, &["zh-ZZ"]), ["zh", "zh-CN", "en-US"]);
    assert_eq!(chain(&localizer, &["fr-ZZ"]), ["fr", "en-US"]);
    assert_eq!(chain(&localizer, &["zh-Zzzz-CN"]), ["zh-CN", "zh", "en-US"]);
}

/// CLDR's distances ignore variants.
#[test]
fn tags_without_variants_prefer_locales_without_them() {
    for order in [["ca-ES-valencia", "ca"], ["ca", "ca-ES-valencia"]] {
        assert_eq!(first(&order, "ca"), "ca");
        assert_eq!(first(&order, "ca-u-nu-latn"), "ca");
        assert_eq!(first(&order, "ca-ES"), "ca");
        assert_eq!(first(&order, "ca-AD"), "ca");
        assert_eq!(first(&order, "ca-ES-valencia"), "ca-ES-valencia");
        assert_eq!(first(&order, "ca_ES@euro"), "ca");
    }
    for order in [["sl-nedis", "sl-rozaj"], ["sl-rozaj", "sl-nedis"]] {
        assert_eq!(first(&order, "sl-nedis"), "sl-nedis");
        assert_eq!(first(&order, "sl-rozaj-x-a"), "sl-rozaj");
    }
    assert_eq!(first(&["ca-valencia"], "ca"), "ca-valencia");
}

#[test]
fn headers_are_sorted_by_weight() {
    let localizer = with(&["fr"]);
    let chain = |header: &str| -> Vec<String> {
        localizer.negotiate_header(header).locales().map(str::to_owned).collect()
    };
    assert_eq!(chain("zh-CN,zh;q=0.9,en;q=0.8"), ["zh-CN", "en-US"]);
    assert_eq!(chain("en;q=0.8, zh-Hans;q=0.9"), ["zh-CN", "en-US"]);
    assert_eq!(chain("fr;q=0.5, zh;q=1.0, en;q=0.7"), ["zh-CN", "en-US", "fr"]);
    assert_eq!(chain("zh;q=0, fr"), ["fr", "en-US"]);
    assert_eq!(chain("zh;q=0.000, en"), ["en-US"]);
    assert_eq!(chain("*, zh;q=0.1"), ["zh-CN", "en-US"]);
    assert_eq!(chain("  ZH-cn ; Q = 0.5 ,, fr;q=0.4"), ["zh-CN", "fr", "en-US"]);
    for ill in ["", ",", ";", "q=1", "zh;q=x", "zh;q=2", "zh;q=-1", "zh;q=NaN", "\u{0}"] {
        assert_eq!(chain(ill), ["en-US"], "{ill}");
    }
}

#[test]
fn tags_are_canonical_and_include_the_default() {
    let localizer = with(&["ZH_tw", "pt_br.UTF-8"]);
    assert_eq!(localizer.locales().collect::<Vec<_>>(), ["en-US", "zh-CN", "zh-TW", "pt-BR"]);
    assert_eq!(localizer.default_locale(), "en-US");
    let localizer = builder().default_locale("zh_cn").build().unwrap();
    assert_eq!(localizer.default_locale(), "zh-CN");
    assert_eq!(localizer.text(56, "fr"), "不是好友");
}

#[test]
fn tags_that_begin_and_end_alike_are_distinguished() {
    let tags = ["uz-Aghb-UZ", "uz-Arab-UZ", "uz-Armb-UZ"];
    for added in [&tags[..2], &tags[1..2], &[tags[1], tags[0]]] {
        let mut builder = builder();
        for tag in added {
            builder = builder.ftl(tag, format!("error-success = {tag}"));
        }
        let localizer = builder.build().unwrap();
        for tag in tags {
            let expected = if added.contains(&tag) { tag } else { "The operation succeeded." };
            assert_eq!(localizer.text(0, tag), expected, "{added:?}");
        }
    }
}

/// After public bug reports: the available locales, of which the first is the default, the wanted
/// ones, and what answers.
#[test]
fn locales_of_public_reports_get_the_right_answer() {
    for line in include_str!("public/locales.tsv").lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let answer = im_error_l10n::negotiate(columns[2].split('+'), columns[1].split(','));
        let expected = if columns[4] == "fallback" { None } else { Some(&columns[3]) };
        assert_eq!(answer.first(), expected, "{line}");
        let available: Vec<&str> = columns[1].split(',').collect();
        let mut builder = Localizer::builder().without_embedded().default_locale(available[0]);
        for tag in available {
            builder = builder.ftl(tag, "error-success = x");
        }
        let localizer = builder.build().unwrap();
        let chain = localizer.negotiate(columns[2].split('+'));
        assert_eq!(chain.message(0).locale(), columns[3], "{line}");
        assert_eq!(chain.message(0).is_fallback(), columns[4] == "fallback", "{line}");
    }
}

#[test]
fn likely_subtags_are_cldrs() {
    for (tag, likely) in [
        ("bar", "bar-Latn-AT"),
        ("swg", "swg-Latn-DE"),
        ("zh-TW", "zh-Hant-TW"),
        ("und-Hant", "zh-Hant-TW"),
        ("sh", "sr-Latn-RS"),
        ("qaa", "qaa-Latn-US"),
    ] {
        assert_eq!(im_error_l10n::likely_subtags(tag).as_deref(), Some(likely), "{tag}");
    }
}

#[test]
fn tags_alone_are_negotiated_as_a_localizer_does() {
    let available = ["en-US", "zh-CN", "zh-TW", "pt-PT", "es-419", "es-ES", "de-AT", "sr-Latn"];
    let mut builder = builder();
    for tag in available {
        builder = builder.ftl(tag, "error-success = x");
    }
    let localizer = builder.build().unwrap();
    let wanted = ["zh-HK", "zh", "en-AU", "es-AR", "de", "pt-AO", "hr", "tlh", "und-Hant", "", "*"];
    for first in wanted {
        for second in wanted {
            let chain = localizer.negotiate([first, second]);
            let message = chain.message(0);
            let mut expected: Vec<&str> = chain.locales().collect();
            let ours = im_error_l10n::negotiate([first, second], available);
            // A chain ends with the default locale in any case.
            if !ours.contains(&"en-US") {
                assert_eq!(expected.pop(), Some("en-US"));
            }
            assert_eq!(ours, expected, "{first}, {second}");
            assert_eq!(ours.is_empty(), message.is_fallback());
        }
    }
    let spelled = im_error_l10n::negotiate(["ZH_hk"], ["zh_Hant_TW.UTF-8", "../x", "zh-rCN", ""]);
    assert_eq!(spelled, ["zh_Hant_TW.UTF-8"]);
    // `sh` means `sr-Latn`, but CLDR has distances of its own for it.
    assert_eq!(im_error_l10n::negotiate(["bs"], ["sr-Latn", "sh"]), ["sh"]);
    assert_eq!(im_error_l10n::locale_distance("hr", "sh"), Some(8));
    assert_eq!(im_error_l10n::locale_distance("hr", "sr-Latn"), None);
}
