//! The README's claims about the peers, asserted before they are printed.

use fluent_templates::Loader;
use peers::{NOT_FRIEND, PEERS, UNKNOWN_ID, by};

use crate::cases::{LIMIT, Ready};

/// For each tag, the locale that answers with each of [`PEERS`], in order.
const LOCALES: [(&str, [&str; 7]); 3] = [
    ("zh", ["zh-CN", "en-US", "zh-CN", "en-US", "en-US", "an error", "zh-CN"]),
    ("zh-Hans-CN", ["zh-CN", "en-US", "zh-CN", "zh-CN", "en-US", "zh-CN", "zh-CN"]),
    ("zh-TW", ["en-US", "en-US", "zh-CN", "en-US", "en-US", "an error", "zh-CN"]),
];
/// The text that users see if an argument is missing. With es-fluent, arguments are fields and cannot
/// be missing.
const MISSING: [&str; 7] = [
    "到达上限",
    "未知错误（错误码：{$code}）",
    "未知错误（错误码：{$code}）",
    "Unknown localization key: \"error-unknown\"",
    "未知错误（错误码：%{code}）",
    "",
    "未知错误（错误码：{$code}）",
];

pub fn print(ready: &Ready) {
    for (tag, expected) in LOCALES {
        for ((who, first_text), expected) in PEERS.iter().zip(expected) {
            let text = first_text(NOT_FRIEND, tag);
            let locale = match &*text {
                "不是好友" => "zh-CN",
                "You and this user aren’t friends." => "en-US",
                _ => "an error",
            };
            assert_eq!(locale, expected, "{who}, {tag}: {text}");
            println!("`{tag}`\t{who}\t{locale}");
        }
    }
    let missing = [
        ready.with_argument.text(LIMIT).into_owned(),
        by::fluent_bundle::text(&ready.bundle, UNKNOWN_ID, None).into_owned(),
        ready.loader.get(UNKNOWN_ID),
        by::fluent_templates::LOADER.lookup(&ready.zh, UNKNOWN_ID),
        by::rust_i18n::text(UNKNOWN_ID).into_owned(),
        String::new(),
        by::fluent_zero::text(&ready.zero, UNKNOWN_ID).into_owned(),
    ];
    for (((who, _), text), expected) in PEERS.iter().zip(missing).zip(MISSING) {
        assert_eq!(text, expected, "{who}");
        println!("a missing argument\t{who}\t{text}");
    }
}
