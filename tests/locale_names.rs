//! The names that Java, Android, .NET, POSIX, browsers and old registries give locales.
#![cfg(feature = "fluent")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

mod two_locales;

use im_error_l10n::Rule;
use two_locales::builder;

/// Returns the canonical form of a name, or `None` for an invalid one.
fn canonical(name: &str) -> Option<String> {
    let localizer = builder().ftl(name, "error-success = x").build().unwrap();
    let chain = localizer.negotiate([name]);
    let best = chain.locales().next().unwrap().to_owned();
    let is_requested = !chain.message(0).is_fallback();
    is_requested.then_some(best)
}

fn assert_canonical(rows: &[(&str, &str)]) {
    for (name, expected) in rows {
        assert_eq!(canonical(name).as_deref(), Some(*expected), "{name}");
        // Case does not matter, and the canonical form is stable.
        for spelled in [name.to_uppercase(), name.to_lowercase(), (*expected).to_owned()] {
            assert_eq!(canonical(&spelled).as_deref(), Some(*expected), "{spelled} of {name}");
        }
    }
}

/// Returns the best locale for a requested name, with these added to en-US and zh-CN.
fn best(added: &[&str], wanted: &str) -> String {
    let mut builder = builder();
    for tag in added {
        builder = builder.ftl(tag, "error-success = x");
    }
    builder.build().unwrap().negotiate([wanted]).locales().next().unwrap().to_owned()
}

/// Output of OpenJDK 17's `java.util.Locale.toString`, for locales from `Locale.forLanguageTag` and
/// from constructors.
#[test]
fn java_names_are_accepted() {
    assert_canonical(&[
        ("zh_CN", "zh-CN"),
        ("zh__#Hans", "zh-Hans"),
        ("zh_CN_#Hans", "zh-Hans-CN"),
        ("zh_TW_#Hant", "zh-Hant-TW"),
        ("zh__#Hant", "zh-Hant"),
        ("zh_HK_#Hans", "zh-Hans-HK"),
        ("zh_SG_#Hans", "zh-Hans-SG"),
        ("zh_CN_#Hans_u-fw-sun", "zh-Hans-CN"),
        ("zh_CN_#Hans_u-ca-chinese-nu-hanidec", "zh-Hans-CN"),
        ("zh_CN_#u-nu-latn", "zh-CN"),
        ("zh_CN_#Hans_x-foo", "zh-Hans-CN"),
        ("zh_CN_#a-foo-x-bar", "zh-CN"),
        ("cmn_CN_#Hans", "zh-Hans-CN"),
        ("yue_HK_#Hant", "yue-Hant-HK"),
        ("en_US_POSIX", "en-US-posix"),
        ("en_GB_#x-oed", "en-GB"),
        ("en__#u-ca-buddhist", "en"),
        ("en_US_#u-rg-gbzzzz", "en-US"),
        ("en_001", "en-001"),
        ("es_419", "es-419"),
        ("th_TH_#u-nu-thai", "th-TH"),
        ("th_TH_TH_#u-nu-thai", "th-TH"),
        ("ja_JP_JP", "ja-JP"),
        ("ja_JP_JP_#u-ca-japanese", "ja-JP"),
        ("ca_ES_valencia", "ca-ES-valencia"),
        ("sl__rozaj_biske_1994", "sl-1994-biske-rozaj"),
        ("de_CH_1996", "de-CH-1996"),
        ("de_DE_#u-co-phonebk", "de-DE"),
        ("sr_RS_#Latn", "sr-Latn-RS"),
        ("uz_UZ_#Cyrl", "uz-Cyrl-UZ"),
        ("no_NO_NY", "nn-NO"),
        ("_GB", "und-GB"),
        ("_CN_#Hans", "und-Hans-CN"),
        ("hi_IN_#Latn", "hi-Latn-IN"),
        ("de__POSIX", "de-posix"),
        ("es_ES_Traditional_WIN", "es-ES"),
        ("zh_TW_X_Y", "zh-TW"),
        ("zh_TW_stroke_#Hant_u-co-stroke", "zh-Hant-TW-stroke"),
        ("mo", "ro"),
        ("sh", "sr-Latn"),
    ]);
    assert_eq!(canonical("__POSIX"), None);
    for name in ["zh_CN_#Hans", "zh__#Hans", "zh_CN_#Hans_u-fw-sun", "zh_SG_#Hans", "_CN_#Hans"] {
        assert_eq!(best(&["zh-TW"], name), "zh-CN", "{name}");
    }
    for name in ["zh_TW_#Hant", "zh__#Hant", "zh_HK_#Hant", "zh_CN_#Hant"] {
        assert_eq!(best(&["zh-TW"], name), "zh-TW", "{name}");
        assert_eq!(best(&[], name), "en-US", "{name}");
    }
}

#[test]
fn android_qualifiers_are_accepted() {
    assert_canonical(&[
        ("zh-rCN", "zh-CN"),
        ("zh-rTW", "zh-TW"),
        ("es-rUS", "es-US"),
        ("fil-rPH", "fil-PH"),
        ("in-rID", "id-ID"),
        ("iw-rIL", "he-IL"),
        ("b+zh+Hans+CN", "zh-Hans-CN"),
        ("b+zh+Hant", "zh-Hant"),
        ("b+sr+Latn", "sr-Latn"),
        ("b+es+419", "es-419"),
        ("b+en+001", "en-001"),
        ("b+ca+ES+valencia", "ca-ES-valencia"),
    ]);
    // A sign language with a three-letter code is not a region.
    assert_eq!(canonical("sgn-rsl").as_deref(), Some("rsl"));
}

#[test]
fn old_dotnet_and_windows_names_are_accepted() {
    assert_canonical(&[
        ("zh-CHS", "zh-Hans"),
        ("zh-CHT", "zh-Hant"),
        ("sr-SP-Latn", "sr-Latn-SP"),
        ("uz-UZ-Cyrl", "uz-Cyrl-UZ"),
        ("az-AZ-Latn", "az-Latn-AZ"),
        ("div-MV", "dv-MV"),
        ("es-ES_tradnl", "es-ES-tradnl"),
        ("zh-CN_stroke", "zh-CN-stroke"),
    ]);
    assert_eq!(best(&["zh-TW"], "zh-CHS"), "zh-CN");
    assert_eq!(best(&["zh-TW"], "zh-CHT"), "zh-TW");
}

#[test]
fn posix_modifiers_become_scripts_or_variants() {
    assert_canonical(&[
        ("sr_RS.UTF-8@latin", "sr-Latn-RS"),
        ("sr_RS@Latn", "sr-Latn-RS"),
        ("sr_RS@ijekavianlatin", "sr-Latn-RS"),
        ("uz@Cyrl", "uz-Cyrl"),
        ("uz_UZ@cyrillic", "uz-Cyrl-UZ"),
        ("sd_IN@devanagari", "sd-Deva-IN"),
        ("ks_IN@arabic", "ks-Arab-IN"),
        ("tt_RU@iqtelif", "tt-Latn-RU"),
        ("en@shaw", "en-Shaw"),
        ("de_DE@Latf", "de-Latf-DE"),
        ("de__#Latf", "de-Latf"),
        ("ur_PK_#Aran", "ur-Aran-PK"),
        ("cu_RU@Cyrs", "cu-Cyrs-RU"),
        ("zh@traditional", "zh-Hant"),
        ("zh_CN@simplified", "zh-Hans-CN"),
        ("ca_ES@valencia", "ca-ES-valencia"),
        ("ca_ES.UTF-8@valencia", "ca-ES-valencia"),
        ("be_BY@tarask", "be-BY-tarask"),
        ("de_DE@1901", "de-DE-1901"),
        ("aa_ER@saaho", "ssy-ER"),
        ("no@nynorsk", "nn"),
        ("de_DE@euro", "de-DE"),
        ("en@boldquot", "en"),
        ("en@quot", "en"),
        ("gez_ER@abegede", "gez-ER"),
        ("sr_RS@ijekavian", "sr-RS"),
        ("zh_CN@collation=pinyin", "zh-CN"),
        ("en_US@calendar=buddhist", "en-US"),
        // An explicit script is kept.
        ("sr_Latn_RS@cyrillic", "sr-Latn-RS"),
        ("zh_CN.GB18030@", "zh-CN"),
    ]);
    for added in [["ca", "ca-valencia"], ["ca-valencia", "ca"]] {
        assert_eq!(best(&added, "ca_ES@valencia"), "ca-valencia");
        assert_eq!(best(&added, "ca_ES@euro"), "ca");
        // Other variants match worse than none.
        assert_eq!(best(&added, "ca-ES-fonipa"), "ca");
    }
    assert_eq!(best(&["uz", "uz-Cyrl"], "uz@Cyrl"), "uz-Cyrl");
    assert_eq!(best(&["sr", "sr-Latn"], "sr_RS@ijekavianlatin"), "sr-Latn");
}

/// All grandfathered tags in the IANA registry.
#[test]
fn grandfathered_tags_are_replaced() {
    assert_canonical(&[
        ("art-lojban", "jbo"),
        ("cel-gaulish", "xtg"),
        ("en-GB-oed", "en-GB-oxendict"),
        ("i-ami", "ami"),
        ("i-bnn", "bnn"),
        ("i-default", "en"),
        ("i-hak", "hak"),
        ("i-klingon", "tlh"),
        ("i-lux", "lb"),
        ("i-mingo", "see"),
        ("i-navajo", "nv"),
        ("i-pwn", "pwn"),
        ("i-tao", "tao"),
        ("i-tay", "tay"),
        ("i-tsu", "tsu"),
        ("no-bok", "nb"),
        ("no-nyn", "nn"),
        ("sgn-BE-FR", "sfb"),
        ("sgn-BE-NL", "vgt"),
        ("sgn-CH-DE", "sgg"),
        ("zh-guoyu", "zh"),
        ("zh-hakka", "hak"),
        ("zh-min", "nan"),
        ("zh-min-nan", "nan"),
        ("zh-xiang", "hsn"),
    ]);
    assert_eq!(canonical("i-enochian"), None);
    assert_eq!(best(&["nb", "nn"], "no-nyn"), "nn");
    assert_eq!(best(&["nb", "nn"], "no-bok"), "nb");
    for name in ["zh-guoyu", "zh-min-nan", "zh-hakka", "zh-xiang"] {
        assert_eq!(best(&[], name), "zh-CN", "{name}");
    }
}

/// The registry's extended languages with their prefixes, and three letters that are not registered.
#[test]
fn extended_languages_become_languages() {
    let extended = [
        (
            "ar",
            "aao abh abv acm acq acw acx acy adf aeb aec afb ajp apc apd arb arq ars ary arz auz",
        ),
        ("ar", "avl ayh ayl ayn ayp bbz pga shu ssh"),
        ("kok", "gom knn"),
        ("lv", "ltg lvs"),
        (
            "ms",
            "bjn btj bve bvu coa dup hji jak jax kvb kvr kxd lce lcf liw max meo mfa mfb min mqg",
        ),
        ("ms", "msi mui orn ors pel pse tmw urk vkk vkt xmm zlm zmi zsm"),
        ("sgn", "ads ase bfi csl gsg hks jsl rms rsi rsl rsm rsn tse zsl"),
        ("sw", "swc swh"),
        ("uz", "uzn uzs"),
        ("zh", "cdo cjy cmn cnp cpx csp czh czo gan hak hnm hsn luh lzh mnp nan sjc wuu yue"),
    ];
    for (language, codes) in extended {
        for code in codes.split(' ') {
            let name = format!("{language}-{code}");
            assert_eq!(canonical(&name), canonical(code), "{name}");
        }
    }
    assert_canonical(&[
        ("zh-yue-HK", "yue-HK"),
        ("zh-cmn-Hans-CN", "zh-Hans-CN"),
        ("zh-CHN", "zh"),
        ("en-USA", "en"),
        ("en-GBR", "en"),
    ]);
}

#[test]
fn invalid_subtags_are_dropped() {
    assert_canonical(&[
        ("zh-", "zh"),
        ("zh_", "zh"),
        ("zh--CN", "zh-CN"),
        ("zh-CN-", "zh-CN"),
        ("zh-CN-toolongforasubtag", "zh-CN"),
        ("zh-CN-Hans-TW", "zh-Hans-CN"),
        ("zh-Hans-CN-!", "zh-Hans-CN"),
        ("zh-TW;q=0.8", "zh-TW"),
        ("zh_CN:en", "zh-CN"),
        ("zh-CN (2)", "zh-CN"),
        ("zh-CN-u-nu-latn", "zh-CN"),
        ("zh-CN-x-foo-TW", "zh-CN"),
    ]);
    for name in ["", "-", "_", "C", "POSIX", "*", "x-zh", "zhcn", "中文", "z", "12", "en us", "\0"]
    {
        assert_eq!(canonical(name), None, "{name}");
    }
}

#[test]
fn unknown_subtags_default_to_american_english() {
    for name in ["und-GB", "und-Latn", "und-999", "en-999", "und-ZZ", "i-default", "_GB"] {
        let builder = builder().default_locale("zh-CN");
        let chain = builder.build().unwrap().negotiate([name]);
        assert_eq!(chain.locales().next(), Some("en-US"), "{name}");
    }
    assert_eq!(best(&["qu"], "quh"), "qu");
    assert_eq!(best(&["qu"], "quh-BO"), "qu");
    let chain = builder().build().unwrap().negotiate(["tlh"]);
    assert!(!chain.message(0).is_fallback());
}

#[test]
fn old_codes_have_their_own_distances() {
    assert_eq!(best(&["hr"], "sh"), "hr");
    assert_eq!(best(&["bs"], "sh"), "bs");
    assert_eq!(best(&["hr", "sr-Latn"], "sh"), "sr-Latn");
    assert_eq!(best(&["hi"], "bh"), "hi");
    assert_eq!(best(&["uk", "ru"], "be"), "ru");
}

/// Changes in CLDR 48.
#[test]
fn distances_match_cldr_48() {
    assert_eq!(best(&["ru"], "uk"), "en-US");
    assert_eq!(
        builder()
            .ftl("ru", "error-success = x")
            .build()
            .unwrap()
            .negotiate(["uk"])
            .locales()
            .collect::<Vec<_>>(),
        ["en-US"]
    );
    assert_eq!(best(&["nl", "en"], "af"), "en-US");
    assert_eq!(best(&["it"], "scn"), "it");
    assert_eq!(best(&["fr"], "swc"), "en-US");
}

/// `ZZ` and `Zzzz` mean that the region or the script is unknown.
#[test]
fn unknown_subtags_alone_name_no_locale() {
    for tag in [
        "_ZZ",
        "_Zzzz",
        "und-ZZ",
        "und-Zzzz",
        "und_Zzzz_ZZ",
        "_-SJR-ZZ",
        "_ZZ_valencia",
        "und-rZZ",
        "b+und+Zzzz",
        "und-ZZ-valencia",
        "und",
        "und@Cyrl",
        "und-C<.und-CN.@Cyrl",
    ] {
        let localizer = builder().ftl(tag, "error-success = x").build().unwrap();
        assert_eq!(localizer.locales().collect::<Vec<_>>(), ["en-US", "zh-CN"], "{tag}");
        assert_eq!(localizer.findings()[0].rule, Rule::LocaleFolder, "{tag}");
    }
    for (tag, known) in [("zh-ZZ", "zh"), ("zh-Zzzz-CN", "zh-CN"), ("und-ZZ-Latn", "und-Latn")] {
        let localizer = builder().ftl(tag, "error-success = x").build().unwrap();
        assert!(localizer.locales().any(|locale| locale == known), "{tag}");
    }
}
