//! What the program prints: every line says what it is.

use std::process::Command;

use im_error_l10n::Localizer;

fn output(arguments: &[&str]) -> Vec<String> {
    let program = env!("CARGO_BIN_EXE_im-error-l10n-fluent-app");
    let output = Command::new(program).args(arguments).output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

/// Returns the lines on errors, as both approaches print them.
fn errors(locale: &str) -> Vec<String> {
    let chain = Localizer::builtin().negotiate([locale]);
    let known = chain.message(56);
    let mut lines = vec![format!("  error 56 (NotFriend): {}", known.text())];
    lines.extend(known.suggestion().map(|suggestion| format!("    suggestion: {suggestion}")));
    lines.push(format!("  error 99999 (unknown code): {}", chain.text(99_999)));
    lines
}

#[test]
fn every_line_is_labeled() {
    let mut expected = vec![
        "languages wanted: zh-Hans, tlh".to_owned(),
        "locales loaded:   zh-CN, en-US".to_owned(),
        String::new(),
        "fluent-bundle, one bundle for both (src/plain.rs)".to_owned(),
        "  chat-title: 与Li聊天".to_owned(),
        "  chat-offline: 离线：网络错误".to_owned(),
    ];
    expected.extend(errors("zh-CN"));
    expected.extend([
        String::new(),
        "i18n-embed, a loader for each (src/embed.rs)".to_owned(),
        "  chat-title: 与\u{2068}Li\u{2069}聊天".to_owned(),
    ]);
    expected.extend(errors("zh-CN"));
    assert_eq!(output(&["zh-Hans", "tlh"]), expected);
}

#[test]
fn without_languages_the_default_answers() {
    let lines = output(&[]);
    assert_eq!(lines[0], "languages wanted: none (name some, such as `zh-Hans`)");
    assert_eq!(lines[1], "locales loaded:   en-US");
    assert!(lines.contains(&errors("en-US")[0]), "{lines:#?}");
}

#[test]
fn files_are_chosen_by_the_crates_matching() {
    use im_error_l10n_fluent_app::choose;

    let files = ["en-US", "zh-CN", "zh-TW", "ja"];
    assert_eq!(choose(&["zh-HK", "ja"], files), ["zh-TW", "ja", "en-US"]);
    assert_eq!(choose(&["zh-SG"], files), ["zh-CN", "en-US"]);
    assert_eq!(choose(&["en-GB", "zh"], files), ["en-US", "zh-CN"]);
    assert_eq!(choose(&["tlh"], files), ["en-US"]);
}
