//! Real locale tags, of which a benchmark adds as many as it needs to the two embedded ones.
//!
//! They are those of CLDR with a region: first the most spoken, then some languages many times,
//! then the others by the alphabet.

/// The tags that the benchmarks add, in the order they are taken.
#[rustfmt::skip]
#[allow(unreachable_pub)] // benches/peers has it public
pub const TAGS: [&str; 198] = [
    "en-GB", "zh-TW", "zh-HK", "ja-JP", "ko-KR", "fr-FR", "de-DE", "es-ES", "es-419", "pt-BR",
    "pt-PT", "ru-RU", "ar-EG", "hi-IN", "id-ID", "vi-VN", "th-TH", "tr-TR", "es-MX", "es-AR",
    "en-AU", "en-CA", "en-IN", "en-001", "fr-CA", "fr-BE", "fr-CH", "de-AT", "de-CH", "ar-MA",
    "ar-SA", "nl-BE", "it-CH", "sr-Latn-RS", "uz-Cyrl-UZ", "az-Cyrl-AZ", "en-NZ", "en-ZA", "en-IE",
    "es-US", "es-CO", "es-CL", "aa-DJ", "ab-GE", "af-NA", "agq-CM", "ak-GH", "am-ET", "an-ES",
    "ann-NG", "apc-SY", "arn-CL", "as-IN", "asa-TZ", "ast-ES", "az-Arab-IQ", "ba-RU", "bal-Arab-PK",
    "bas-CM", "be-BY", "bem-ZM", "bew-ID", "bez-TZ", "bg-BG", "bgc-IN", "bgn-AE", "bho-IN",
    "blo-BJ", "blt-VN", "bm-ML", "bn-BD", "bo-CN", "br-FR", "brx-IN", "bs-Cyrl-BA", "bss-CM",
    "byn-ER", "ca-ES", "cad-US", "cch-NG", "ccp-BD", "ce-RU", "ceb-PH", "cgg-UG", "cho-US",
    "chr-US", "cic-US", "ckb-IQ", "co-FR", "cop-EG", "cs-CZ", "csw-CA", "cu-RU", "cv-RU", "cy-GB",
    "da-DK", "dav-KE", "dje-NE", "doi-IN", "dsb-DE", "dua-CM", "dv-MV", "dyo-SN", "dz-BT", "ebu-KE",
    "ee-GH", "el-GR", "eo-001", "et-EE", "eu-ES", "ewo-CM", "fa-IR", "ff-Adlm-BF", "fi-FI",
    "fil-PH", "fo-FO", "frr-DE", "fur-IT", "fy-NL", "ga-GB", "gaa-GH", "gd-GB", "gez-ER", "gl-ES",
    "gn-PY", "gsw-CH", "gu-IN", "guz-KE", "gv-IM", "ha-NG", "haw-US", "he-IL", "hnj-Hmnp-US",
    "hr-HR", "hsb-DE", "ht-HT", "hu-HU", "hy-AM", "ia-001", "ie-EE", "ig-NG", "ii-CN", "io-001",
    "is-IS", "it-IT", "iu-CA", "jbo-001", "jgo-CM", "jmc-TZ", "jv-ID", "ka-GE", "kaa-Cyrl-UZ",
    "kab-DZ", "kaj-NG", "kam-KE", "kcg-NG", "kde-TZ", "kea-CV", "ken-CM", "kgp-BR", "khq-ML",
    "ki-KE", "kk-Arab-CN", "kkj-CM", "kl-GL", "kln-KE", "km-KH", "kn-IN", "kok-Deva-IN", "kpe-GN",
    "ks-Arab-IN", "ksb-TZ", "ksf-CM", "ksh-DE", "ku-TR", "kw-GB", "kxv-Deva-IN", "ky-KG", "la-VA",
    "lag-TZ", "lb-LU", "lg-UG", "lij-IT", "lkt-US", "lld-IT", "lmo-IT", "ln-AO", "lo-LA", "lrc-IQ",
    "lt-LT", "ltg-LV", "lu-CD", "luo-KE", "luy-KE", "lv-LV", "mai-IN", "mas-KE", "mdf-RU",
];
