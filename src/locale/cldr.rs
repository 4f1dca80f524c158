//! The distances of CLDR's language matching.
//!
//! Source: `languageMatching` and `territoryContainment` in the supplemental data of CLDR 42, the
//! version in ICU 72, © Unicode, Inc., Unicode License v3. The rules are explained in
//! [UTS 35, Language Matching](https://unicode.org/reports/tr35/tr35.html#LanguageMatching).
//!
//! CLDR 48 differs in four rows: it has `af` to `en` instead of `nl`, `scn` to `it` and `swc` to
//! `en`, and no longer `uk` to `ru`.

use icu_locale::subtags::{Language, Region, Script, region};

/// A wanted language and an available one as [`pair_key`] packs them, and how far it is to read
/// the second instead of the first.
type LanguagePair = (u64, u8);
/// The same of two languages, each with its script.
type ScriptPair = ((Language, Script), (Language, Script), u8);

/// `paradigmLocales`, by language and likely region.
pub(super) const PARADIGMS: [(&str, &str); 6] =
    [("en", "US"), ("en", "GB"), ("es", "ES"), ("es", "419"), ("pt", "BR"), ("pt", "PT")];

/// The distance between two regions that no rule names.
pub(super) const OTHER_REGION: u32 = 4;

/// The rows of two languages, sorted.
#[rustfmt::skip]
pub(super) const LANGUAGES: &[LanguagePair] = &[
    pair("aa", "ssy", 4), pair("aae", "sq", 10), pair("aao", "ar", 10), pair("aat", "sq", 10),
    pair("ab", "ru", 30), pair("abh", "ar", 10), pair("abv", "ar", 10), pair("ach", "en", 30),
    pair("acm", "ar", 10), pair("acq", "ar", 10), pair("acw", "ar", 10), pair("acx", "ar", 10),
    pair("acy", "ar", 10), pair("adf", "ar", 10), pair("aeb", "ar", 10), pair("aec", "ar", 10),
    pair("af", "nl", 20), pair("afb", "ar", 10), pair("aii", "syr", 10), pair("ak", "en", 30),
    pair("aln", "sq", 10), pair("am", "en", 30), pair("apc", "ar", 10), pair("apd", "ar", 10),
    pair("arq", "ar", 10), pair("ars", "ar", 10), pair("ary", "ar", 10), pair("arz", "ar", 10),
    pair("auz", "ar", 10), pair("avl", "ar", 10), pair("ay", "es", 20), pair("ayh", "ar", 10),
    pair("ayl", "ar", 10), pair("ayn", "ar", 10), pair("ayp", "ar", 10), pair("az", "ru", 30),
    pair("azb", "az", 10), pair("bal", "ur", 20), pair("bbz", "ar", 10), pair("be", "ru", 20),
    pair("bem", "en", 30), pair("bh", "hi", 30), pair("bhr", "mg", 10), pair("bjn", "ms", 10),
    pair("bjq", "mg", 10), pair("bmm", "mg", 10), pair("bn", "en", 30), pair("bo", "zh", 20),
    pair("br", "fr", 20), pair("bs", "hr", 4), pair("bs", "sh", 4), pair("btj", "ms", 10),
    pair("bve", "ms", 10), pair("bvu", "ms", 10), pair("bzc", "mg", 10), pair("ca", "es", 20),
    pair("cdo", "zh", 10), pair("ceb", "fil", 30), pair("chr", "en", 20), pair("cjy", "zh", 10),
    pair("ckb", "ar", 30), pair("cnp", "zh", 10), pair("co", "fr", 20), pair("coa", "ms", 10),
    pair("cpx", "zh", 10), pair("crs", "fr", 20), pair("cs", "sk", 20), pair("csp", "zh", 10),
    pair("cy", "en", 20), pair("czh", "zh", 10), pair("czo", "zh", 10), pair("da", "nb", 8),
    pair("da", "no", 8), pair("dty", "ne", 10), pair("dup", "ms", 10), pair("ee", "en", 30),
    pair("enb", "kln", 10), pair("eo", "en", 30), pair("eu", "es", 20), pair("eyo", "kln", 10),
    pair("ffm", "ff", 10), pair("fo", "da", 20), pair("fub", "ff", 10), pair("fue", "ff", 10),
    pair("fuf", "ff", 10), pair("fuh", "ff", 10), pair("fui", "ff", 10), pair("fuq", "ff", 10),
    pair("fuv", "ff", 10), pair("fy", "nl", 20), pair("ga", "en", 20), pair("gaa", "en", 30),
    pair("gan", "zh", 10), pair("gax", "om", 10), pair("gd", "en", 20), pair("gkp", "kpe", 10),
    pair("gl", "es", 20), pair("gn", "es", 20), pair("gnw", "gn", 10), pair("gsw", "de", 4),
    pair("gu", "hi", 30), pair("gui", "gn", 10), pair("gun", "gn", 10), pair("ha", "en", 30),
    pair("hae", "om", 10), pair("hak", "zh", 10), pair("haw", "en", 20), pair("hji", "ms", 10),
    pair("hnm", "zh", 10), pair("hr", "bs", 4), pair("hr", "sh", 4), pair("hsn", "zh", 10),
    pair("ht", "fr", 20), pair("hy", "ru", 30), pair("ia", "en", 30), pair("id", "ms", 10),
    pair("ida", "luy", 10), pair("ig", "en", 30), pair("ikt", "iu", 10), pair("is", "en", 20),
    pair("jak", "ms", 10), pair("jax", "ms", 10), pair("jv", "id", 20), pair("ka", "en", 30),
    pair("kg", "fr", 30), pair("kk", "ru", 30), pair("km", "en", 30), pair("kn", "en", 30),
    pair("knn", "kok", 10), pair("kri", "en", 30), pair("ku", "tr", 30), pair("kvb", "ms", 10),
    pair("kvr", "ms", 10), pair("kxd", "ms", 10), pair("ky", "ru", 30), pair("la", "it", 20),
    pair("lb", "de", 4), pair("lce", "ms", 10), pair("lcf", "ms", 10), pair("lg", "en", 30),
    pair("liw", "ms", 10), pair("lkb", "luy", 10), pair("lko", "luy", 10), pair("lks", "luy", 10),
    pair("ln", "fr", 30), pair("lo", "en", 30), pair("loz", "en", 30), pair("lri", "luy", 10),
    pair("lrm", "luy", 10), pair("lsm", "luy", 10), pair("ltg", "lv", 10), pair("lto", "luy", 10),
    pair("lts", "luy", 10), pair("lua", "fr", 30), pair("luh", "zh", 10), pair("lwg", "luy", 10),
    pair("lzh", "zh", 10), pair("mai", "hi", 20), pair("max", "ms", 10), pair("meo", "ms", 10),
    pair("mfa", "ms", 10), pair("mfb", "ms", 10), pair("mfe", "en", 30), pair("mg", "fr", 30),
    pair("mi", "en", 20), pair("min", "ms", 10), pair("ml", "en", 30), pair("mn", "ru", 30),
    pair("mnp", "zh", 10), pair("mqg", "ms", 10), pair("mr", "hi", 30), pair("ms", "id", 30),
    pair("msh", "mg", 10), pair("msi", "ms", 10), pair("mt", "en", 30), pair("mui", "ms", 10),
    pair("mvf", "mn", 10), pair("my", "en", 30), pair("nan", "zh", 10), pair("nb", "da", 8),
    pair("nb", "nn", 20), pair("nb", "no", 1), pair("ne", "en", 30), pair("nhd", "gn", 10),
    pair("niq", "kln", 10), pair("nle", "luy", 10), pair("nn", "nb", 20), pair("nn", "no", 20),
    pair("no", "da", 8), pair("no", "nb", 1), pair("no", "nn", 20), pair("nso", "en", 30),
    pair("ny", "en", 30), pair("nyd", "luy", 10), pair("nyn", "en", 30), pair("oc", "fr", 20),
    pair("oki", "kln", 10), pair("om", "en", 30), pair("or", "en", 30), pair("orc", "om", 10),
    pair("orn", "ms", 10), pair("ors", "ms", 10), pair("pa", "en", 30), pair("pbt", "ps", 10),
    pair("pcm", "en", 20), pair("pel", "ms", 10), pair("pga", "ar", 10), pair("pko", "kln", 10),
    pair("ps", "en", 30), pair("pse", "ms", 10), pair("pst", "ps", 10), pair("qu", "es", 30),
    pair("qub", "qu", 10), pair("qud", "qu", 10), pair("quf", "qu", 10), pair("qug", "qu", 10),
    pair("quh", "qu", 10), pair("quk", "qu", 10), pair("qul", "qu", 10), pair("qup", "qu", 10),
    pair("qur", "qu", 10), pair("qus", "qu", 10), pair("quw", "qu", 10), pair("qux", "qu", 10),
    pair("quy", "qu", 10), pair("qva", "qu", 10), pair("qvc", "qu", 10), pair("qve", "qu", 10),
    pair("qvh", "qu", 10), pair("qvi", "qu", 10), pair("qvj", "qu", 10), pair("qvl", "qu", 10),
    pair("qvm", "qu", 10), pair("qvn", "qu", 10), pair("qvo", "qu", 10), pair("qvp", "qu", 10),
    pair("qvs", "qu", 10), pair("qvw", "qu", 10), pair("qvz", "qu", 10), pair("qwa", "qu", 10),
    pair("qwc", "qu", 10), pair("qwh", "qu", 10), pair("qws", "qu", 10), pair("qxa", "qu", 10),
    pair("qxc", "qu", 10), pair("qxh", "qu", 10), pair("qxl", "qu", 10), pair("qxn", "qu", 10),
    pair("qxo", "qu", 10), pair("qxp", "qu", 10), pair("qxr", "qu", 10), pair("qxt", "qu", 10),
    pair("qxu", "qu", 10), pair("qxw", "qu", 10), pair("rag", "luy", 10), pair("rm", "de", 20),
    pair("rn", "en", 30), pair("rw", "fr", 30), pair("sa", "hi", 30), pair("sd", "en", 30),
    pair("sdc", "sc", 10), pair("sdn", "sc", 10), pair("sgc", "kln", 10), pair("sh", "bs", 4),
    pair("sh", "hr", 4), pair("sh", "sr", 4), pair("shu", "ar", 10), pair("si", "en", 30),
    pair("sjc", "zh", 10), pair("sk", "cs", 20), pair("skg", "mg", 10), pair("sn", "en", 30),
    pair("so", "en", 30), pair("spv", "or", 10), pair("sq", "en", 30), pair("sr", "sh", 4),
    pair("sro", "sc", 10), pair("ssh", "ar", 10), pair("ssy", "aa", 4), pair("st", "en", 30),
    pair("su", "id", 20), pair("sw", "en", 30), pair("ta", "en", 30), pair("tdx", "mg", 10),
    pair("te", "en", 30), pair("tec", "kln", 10), pair("tg", "ru", 30), pair("ti", "en", 30),
    pair("tk", "ru", 30), pair("tkg", "mg", 10), pair("tlh", "en", 30), pair("tmw", "ms", 10),
    pair("tn", "en", 30), pair("to", "en", 30), pair("tt", "ru", 30), pair("tum", "en", 30),
    pair("tuy", "kln", 10), pair("txy", "mg", 10), pair("ug", "zh", 20), pair("uk", "ru", 20),
    pair("ur", "en", 30), pair("urk", "ms", 10), pair("uz", "ru", 30), pair("uzs", "uz", 10),
    pair("vkk", "ms", 10), pair("vkt", "ms", 10), pair("vro", "et", 10), pair("wo", "fr", 30),
    pair("wuu", "zh", 10), pair("xh", "en", 30), pair("xmm", "ms", 10), pair("xmv", "mg", 10),
    pair("xmw", "mg", 10), pair("yi", "en", 30), pair("yih", "yi", 10), pair("yo", "en", 30),
    pair("yue", "zh", 10), pair("za", "zh", 20), pair("zlm", "ms", 10), pair("zmi", "ms", 10),
    pair("zu", "en", 30),
];

/// The rows of two languages with their scripts.
#[rustfmt::skip]
pub(super) const SCRIPTS: &[ScriptPair] = &[
    written(["am", "Ethi"], ["en", "Latn"], 10),
    written(["ar", "Latn"], ["ar", "Arab"], 20),
    written(["az", "Latn"], ["ru", "Cyrl"], 10),
    written(["bn", "Beng"], ["en", "Latn"], 10),
    written(["bn", "Latn"], ["bn", "Beng"], 20),
    written(["bo", "Tibt"], ["zh", "Hans"], 10),
    written(["gu", "Latn"], ["gu", "Gujr"], 20),
    written(["hi", "Latn"], ["hi", "Deva"], 20),
    written(["hy", "Armn"], ["ru", "Cyrl"], 10),
    written(["ja", "Hani"], ["ja", "Jpan"], 5),
    written(["ja", "Hira"], ["ja", "Hrkt"], 5),
    written(["ja", "Hira"], ["ja", "Jpan"], 5),
    written(["ja", "Hrkt"], ["ja", "Jpan"], 5),
    written(["ja", "Kana"], ["ja", "Hrkt"], 5),
    written(["ja", "Kana"], ["ja", "Jpan"], 5),
    written(["ja", "Latn"], ["ja", "Jpan"], 5),
    written(["ka", "Geor"], ["en", "Latn"], 10),
    written(["km", "Khmr"], ["en", "Latn"], 10),
    written(["kn", "Knda"], ["en", "Latn"], 10),
    written(["kn", "Latn"], ["kn", "Knda"], 20),
    written(["ko", "Hang"], ["ko", "Kore"], 5),
    written(["ko", "Hani"], ["ko", "Kore"], 5),
    written(["ko", "Jamo"], ["ko", "Hang"], 5),
    written(["ko", "Jamo"], ["ko", "Kore"], 5),
    written(["lo", "Laoo"], ["en", "Latn"], 10),
    written(["ml", "Latn"], ["ml", "Mlym"], 20),
    written(["ml", "Mlym"], ["en", "Latn"], 10),
    written(["mr", "Latn"], ["mr", "Deva"], 20),
    written(["my", "Mymr"], ["en", "Latn"], 10),
    written(["ne", "Deva"], ["en", "Latn"], 10),
    written(["or", "Orya"], ["en", "Latn"], 10),
    written(["pa", "Guru"], ["en", "Latn"], 10),
    written(["ps", "Arab"], ["en", "Latn"], 10),
    written(["sd", "Arab"], ["en", "Latn"], 10),
    written(["si", "Sinh"], ["en", "Latn"], 10),
    written(["sr", "Cyrl"], ["sr", "Latn"], 5),
    written(["sr", "Latn"], ["sr", "Cyrl"], 5),
    written(["ta", "Latn"], ["ta", "Taml"], 20),
    written(["ta", "Taml"], ["en", "Latn"], 10),
    written(["te", "Latn"], ["te", "Telu"], 20),
    written(["te", "Telu"], ["en", "Latn"], 10),
    written(["ti", "Ethi"], ["en", "Latn"], 10),
    written(["tk", "Latn"], ["ru", "Cyrl"], 10),
    written(["ur", "Arab"], ["en", "Latn"], 10),
    written(["uz", "Latn"], ["ru", "Cyrl"], 10),
    written(["yi", "Hebr"], ["en", "Latn"], 10),
    written(["za", "Latn"], ["zh", "Hans"], 10),
    written(["zh", "Hani"], ["zh", "Hans"], 20),
    written(["zh", "Hani"], ["zh", "Hant"], 20),
    written(["zh", "Latn"], ["zh", "Hans"], 20),
];

/// A set of regions that the rules of one language tell from all others.
pub(super) struct Regions {
    /// Countries, and larger regions that lie wholly inside.
    pub(super) inside: &'static [Region],
    /// Larger regions that lie partly inside.
    pub(super) across: &'static [Region],
}

/// `$maghreb`, for Arabic.
pub(super) const MAGHREB: Regions = Regions {
    inside: &regions(["DZ", "EH", "LY", "MA", "MR", "TN"]),
    across: &regions(["001", "002", "011", "015", "202"]),
};

/// `$enUS`, for English.
pub(super) const EN_US: Regions = Regions {
    inside: &regions(["AS", "CA", "GU", "MH", "MP", "PH", "PR", "UM", "US", "VI"]),
    across: &regions(["001", "003", "009", "019", "021", "029", "035", "057", "061", "142", "419"]),
};

/// `$cnsar`, for Chinese in traditional characters.
pub(super) const CN_SAR: Regions =
    Regions { inside: &regions(["HK", "MO"]), across: &regions(["001", "030", "142"]) };

/// `$americas`, for Spanish and Portuguese: the countries of region 019.
#[rustfmt::skip]
pub(super) const AMERICAS: Regions = Regions {
    inside: &regions([
        "003", "005", "013", "019", "021", "029", "419",
        "AG", "AI", "AR", "AW", "BB", "BL", "BM", "BO", "BQ", "BR", "BS", "BV", "BZ", "CA", "CL",
        "CO", "CR", "CU", "CW", "DM", "DO", "EC", "FK", "GD", "GF", "GL", "GP", "GS", "GT", "GY",
        "HN", "HT", "JM", "KN", "KY", "LC", "MF", "MQ", "MS", "MX", "NI", "PA", "PE", "PM", "PR",
        "PY", "SR", "SV", "SX", "TC", "TT", "US", "UY", "VC", "VE", "VG", "VI",
    ]),
    across: &regions(["001"]),
};

const fn pair(wanted: &str, available: &str, distance: u8) -> LanguagePair {
    (pair_key(language(wanted), language(available)), distance)
}

/// Two languages as one number, in the order of their letters.
pub(super) const fn pair_key(wanted: Language, available: Language) -> u64 {
    let [a, b, c] = wanted.into_raw();
    let [d, e, f] = available.into_raw();
    u64::from_be_bytes([0, 0, a, b, c, d, e, f])
}

const fn written(wanted: [&str; 2], available: [&str; 2], distance: u8) -> ScriptPair {
    let [wanted, wanted_script] = wanted;
    let [available, available_script] = available;
    (
        (language(wanted), script(wanted_script)),
        (language(available), script(available_script)),
        distance,
    )
}

#[allow(clippy::indexing_slicing, clippy::panic, reason = "the compiler runs this")]
const fn regions<const N: usize>(subtags: [&str; N]) -> [Region; N] {
    let mut regions = [region!("ZZ"); N];
    let mut at = 0;
    while at < N {
        match Region::try_from_str(subtags[at]) {
            Ok(region) => regions[at] = region,
            Err(_) => panic!("a row names no region"),
        }
        at += 1;
    }
    regions
}

#[allow(clippy::panic, reason = "the compiler runs this")]
const fn language(subtag: &str) -> Language {
    match Language::try_from_str(subtag) {
        Ok(language) => language,
        Err(_) => panic!("a row names no language"),
    }
}

#[allow(clippy::panic, reason = "the compiler runs this")]
const fn script(subtag: &str) -> Script {
    match Script::try_from_str(subtag) {
        Ok(script) => script,
        Err(_) => panic!("a row names no script"),
    }
}

/// A row out of place would never be found.
#[allow(clippy::indexing_slicing, reason = "the compiler runs this")]
const _: () = {
    let mut at = 1;
    while at < LANGUAGES.len() {
        assert!(LANGUAGES[at - 1].0 < LANGUAGES[at].0, "the rows are not sorted");
        at += 1;
    }
};
