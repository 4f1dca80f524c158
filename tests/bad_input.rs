//! Bad input: lookups still return a text, and findings and errors say what is wrong and where.

#![cfg(feature = "fluent")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::borrow::Cow;
use std::error::Error;
use std::fs;
use std::io;
use std::path::Path;

use im_error_l10n::{ErrorType, Localizer, LocalizerBuilder, Rule};
use tempfile::TempDir;

/// Returns the embedded English text of a code.
fn english(code: i32) -> Cow<'static, str> {
    Localizer::builtin().text(code, "en-US")
}

/// Creates a folder of locales from paths and contents.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn localizer(folder: &TempDir) -> Localizer {
    Localizer::builder().dir(folder.path()).build().unwrap()
}

/// Returns the findings as text, without the path of the temporary folder.
fn findings(localizer: &Localizer, folder: &Path) -> Vec<String> {
    let prefix = format!("{}/", folder.display());
    localizer.findings().iter().map(|finding| finding.to_string().replace(&prefix, "")).collect()
}

fn added(source: impl Into<String>) -> Localizer {
    Localizer::builder().ftl("zh-CN", source).build().unwrap()
}

/// Returns the findings as text, without `zh-CN/`.
fn reported(localizer: &Localizer) -> Vec<String> {
    let findings = localizer.findings().iter();
    findings.map(|finding| finding.to_string().replacen("zh-CN/", "", 1)).collect()
}

#[test]
fn valid_messages_are_used_next_to_invalid_ones() {
    let localizer = added(
        "error-success = 好\nerror-not-friend 不是\nerror-is-friend = { $code\n\
         error-flow-blocked = {\nerror-unknown = 未知",
    );
    assert_eq!(localizer.text(ErrorType::Success, "zh"), "好");
    assert_eq!(localizer.text(ErrorType::NotFriend, "zh"), "不是好友");
    assert_eq!(localizer.text(ErrorType::IsFriend, "zh"), "已经是好友了");
    assert_eq!(localizer.text(7, "zh"), "未知");
    assert_eq!(
        reported(&localizer),
        [
            "added-1.ftl:2:18: error: expected `=` after the id, found `不` [syntax]",
            "added-1.ftl:3:26: error: expected `}` to close the placeable, found the end of the line [syntax]",
            "added-1.ftl:4:23: error: expected `}` to close the placeable, found the end of the line [syntax]",
        ]
    );
    assert_eq!(localizer.findings()[0].locale, "zh-CN");
    assert_eq!(localizer.findings()[0].id.as_deref(), Some("error-not-friend"));
}

/// After an unclosed brace, the next line that can start an entry starts one.
#[test]
fn an_unclosed_brace_affects_only_its_own_message() {
    for inside in ["", "\n", "fehlt\n", "= fehlt\n", "es fehlt =\n", "  x = y\n"] {
        let term = "-freund_1 = Freunde\n";
        for next in ["", "#\n", "-ohne = x\n"] {
            let localizer = added(format!(
                "error-success = {{\n{inside}{next}{term}error-is-friend = {{ -freund_1 }}"
            ));
            assert_eq!(localizer.text(ErrorType::IsFriend, "zh"), "Freunde", "{inside}{next}");
            assert_eq!(reported(&localizer).len(), 1, "{inside}{next}: {:?}", reported(&localizer));
        }
    }
}

#[test]
fn findings_are_one_line_whatever_they_quote() {
    // The last one would send control codes to a terminal that shows the finding.
    for (c, shown) in
        [("\0", "\\0"), ("\u{b}", "\\u{b}"), ("\u{2028}", "\\u{2028}"), ("\u{1b}", "\\u{1b}")]
    {
        let message = format!("expected `=` after the id, found `{shown}`");
        let localizer = added(format!("error-success {c}[2J= a"));
        assert_eq!(reported(&localizer), [format!("added-1.ftl:1:15: error: {message} [syntax]")]);
        assert_eq!(localizer.findings()[0].message, message);
        let folder = folder(&[]);
        // Some systems do not allow such names.
        if c != "\0"
            && fs::create_dir_all(folder.path().join("qaa")).is_ok()
            && fs::write(folder.path().join(format!("qaa/a{c}.ftl")), "x").is_ok()
        {
            let localizer = Localizer::builder().dir(folder.path()).build().unwrap();
            let findings = findings(&localizer, folder.path());
            assert!(
                findings[0].starts_with(&format!("qaa/a{shown}.ftl:1:2: error: ")),
                "{findings:?}"
            );
        }
    }
}

#[test]
fn a_byte_order_mark_and_crlf_are_accepted() {
    let localizer = added("\u{feff}error-success = 好\r\nerror-is-friend =\r\n    是\r\n");
    assert_eq!(localizer.text(ErrorType::Success, "zh"), "好");
    assert_eq!(localizer.text(ErrorType::IsFriend, "zh"), "是");
    assert!(localizer.findings().is_empty());
}

#[test]
fn tabs_are_reported() {
    let localizer = added("error-success =\n\t好\nerror-not-friend = 错｛＄code｝\n");
    assert_eq!(localizer.text(ErrorType::Success, "zh"), "成功");
    // Full-width braces are text; the linter reports them.
    assert_eq!(localizer.text(ErrorType::NotFriend, "zh"), "错｛＄code｝");
    assert_eq!(
        reported(&localizer),
        ["added-1.ftl:2:1: error: expected spaces, found a tab; indent with four spaces [syntax]"]
    );
}

#[test]
fn files_of_one_mebibyte_are_used() {
    let mut source = "error-success = 好\n# ".to_owned();
    source += &"x".repeat((1 << 20) - source.len());
    assert!(added(source.clone()).findings().is_empty());
    assert_eq!(added(source.clone()).text(0, "zh"), "好");
    source.push('x');
    assert_eq!(added(source.clone()).findings()[0].rule, Rule::TooLarge);
    assert_eq!(added(source).text(0, "zh"), "成功");
}

#[test]
fn files_that_cannot_be_parsed_safely_are_not_used() {
    let deep = format!("error-success = {}1{}", "{".repeat(100_000), "}".repeat(100_000));
    let large = format!("error-success = 好\n{}", "# \n".repeat(1 << 19));
    let folder = folder(&[
        ("zh-CN/a.ftl", b"error-success = 1\n\nerror-is-friend = \xff\xfe"),
        ("zh-CN/b.ftl", deep.as_bytes()),
        ("zh-CN/c.ftl", large.as_bytes()),
        ("zh-CN/d.ftl", "error-not-friend = 丁".as_bytes()),
        ("qaa/e.ftl", b"\xff"),
    ]);
    let localizer = localizer(&folder);
    assert_eq!(localizer.text(ErrorType::Success, "zh"), "成功");
    assert_eq!(localizer.text(ErrorType::IsFriend, "zh"), "已经是好友了");
    assert_eq!(localizer.text(ErrorType::NotFriend, "zh"), "丁");
    assert!(localizer.locales().eq(Localizer::builtin().locales()));
    assert_eq!(
        findings(&localizer, folder.path()),
        [
            "qaa/e.ftl:1:1: error: these bytes are not UTF-8, and the file is not used; save it as \
             UTF-8 [not-utf8]",
            "zh-CN/a.ftl:3:19: error: these bytes are not UTF-8, and the file is not used; save it \
             as UTF-8 [not-utf8]",
            "zh-CN/b.ftl:1:117: error: placeables nested deeper than 100; the file is not used \
             [too-deep]",
            "zh-CN/c.ftl:1:1: error: the file is over 1 MiB and is not used [too-large]",
        ]
    );
}

#[test]
fn nesting_is_counted_like_the_parser_does() {
    let braces = |n: usize| format!("{}$code{}", "{".repeat(n), "}".repeat(n));
    let calls = |n: usize| format!("{{ {}$code{} }}", "F(".repeat(n), ")".repeat(n));
    let is_too_deep =
        |source: &str| added(source).findings().iter().any(|finding| finding.rule == Rule::TooDeep);
    assert!(!is_too_deep(&format!("error-success = {}", braces(100))));
    assert!(is_too_deep(&format!("error-success = {}", braces(101))));
    assert!(is_too_deep(&format!("error-success = {}", calls(101))));
    assert!(is_too_deep(&format!("error-success = {}", "{ ->\n".repeat(101))));
    assert!(is_too_deep(&format!("error-success = {}", "{\n".repeat(101))));
    // Unclosed braces in one message do not count for the next.
    assert!(!is_too_deep(&"error-success = {\n".repeat(200)));
    assert!(!is_too_deep(&format!("# {}", "{".repeat(200))));
    assert!(!is_too_deep(&format!("error-success = {{ \"{}\" }}", "{".repeat(200))));
    // A backslash escapes a quote, but nothing outside quotes.
    assert!(!is_too_deep(&format!("error-success = {{ \"\\\"{}\" }}", "{".repeat(200))));
    assert!(is_too_deep(&format!("error-success = {}", "{ $code ->\n *[a] \\".repeat(101))));
    // Calls beside each other are not nested, and an arrow in a text selects nothing.
    assert!(!is_too_deep(&format!("error-success = {{ F({}) }}", "G(),".repeat(101))));
    assert!(!is_too_deep(&format!("error-success = -> {}", braces(100))));
    // A parenthesis in a text begins no call, however long the text is.
    let text = format!("({{ $code }}{}", "x".repeat(2000));
    assert!(added(format!("error-success = {text}")).findings().is_empty());
    assert_eq!(added(format!("error-success = {}", braces(100))).text(0, "zh"), "0");
}

#[test]
fn a_call_of_up_to_1000_bytes_is_parsed_wherever_it_is() {
    let call = |len: usize| {
        let lines = "error-is-friend = x\n".repeat(50);
        added(format!("{lines}-t = x\nerror-success = {{ -t(a: \"{}\") }}", "x".repeat(len)))
    };
    // With the parenthesis, the name and the quotes.
    assert_eq!(call(994).text(0, "zh"), "x");
    assert_eq!(call(995).text(0, "zh"), "成功");
    let localizer = call(995);
    assert_eq!(
        reported(&localizer),
        [
            "added-1.ftl:52:21: error: arguments of a call longer than 1000 bytes; the file is not used \
             [too-large]"
        ]
    );
}

/// Fluent's parser would split the character and panic.
#[test]
fn an_escape_that_ends_in_a_multibyte_character_is_reported() {
    for escape in ["\\u", "\\u30", "\\u300", "\\U01F60"] {
        let localizer =
            added(format!("error-success = 好\nerror-is-friend = {{ \"{escape}　\" }}"));
        assert_eq!(localizer.text(0, "zh"), "成功");
        assert_eq!(
            reported(&localizer),
            [
                "added-1.ftl:2:22: error: invalid escape: `\\u` takes four and `\\U` six hexadecimal \
                 digits; the file is not used [syntax]"
            ]
        );
    }
    // Outside quotes, a backslash is literal. Inside, an escape with enough digits is valid.
    let localizer =
        added("error-success = \\u3 \\u好 { $code }\nerror-is-friend = { \"\\u597D好\" }");
    assert_eq!(localizer.text(0, "zh"), "\\u3 \\u好 0");
    assert_eq!(localizer.text(60, "zh"), "好好");
    assert!(localizer.findings().is_empty());
}

#[test]
fn messages_that_cannot_be_resolved_count_as_missing() {
    let many = "{ $code }".repeat(5_000);
    let doubled = (1..40).map(|n| format!("m{n} = {{ m{} }}{{ m{} }}\n", n - 1, n - 1));
    let doubled = format!("m0 = x\n{}error-is-friend = {{ m39 }}", doubled.collect::<String>());
    let localizer = added(format!(
        "error-success = {{ error-success }}\nerror-not-friend = {{ -nothing }}\n\
         error-touch-limit = {many}\n{doubled}"
    ));
    for code in [0, 56, 18, 60] {
        assert_eq!(localizer.text(code, "zh"), Localizer::builtin().text(code, "zh"), "{code}");
    }
    assert_eq!(
        reported(&localizer),
        [
            "added-1.ftl:1:19: error: `error-success` refers to itself; remove this reference [unknown-reference]",
            "added-1.ftl:2:23: error: unknown term `-nothing`; define it, or remove the reference [unknown-reference]",
            "added-1.ftl:3:1: error: `error-touch-limit` has too many placeables; at most \
             1,000, with variants, are used [too-deep]",
            "added-1.ftl:44:1: error: `error-is-friend` has too many placeables; at most \
             1,000, with variants, are used [too-deep]",
        ]
    );
}

#[test]
fn invalid_locale_tags_are_reported() {
    let folder = folder(&[
        ("zhcn/a.ftl", b"error-success = 1"),
        ("qab_TW/a.ftl", "error-success = 成".as_bytes()),
        ("qaa/a.ftl", "error-success = Réussi".as_bytes()),
        (".git/a.ftl", b"error-success = 1"),
        ("README.ftl", b"error-success = 1"),
        ("qaa/notes.md", b"error-success = 1"),
    ]);
    let localizer = localizer(&folder);
    assert_eq!(localizer.text(0, "qaa"), "Réussi");
    assert_eq!(localizer.text(0, "qab-TW"), "成");
    assert_eq!(
        findings(&localizer, folder.path()),
        [
            "zhcn/a.ftl:1:1: error: invalid locale tag `zhcn`; a tag is a language and, where needed, a \
          script and a region, as in `zh-CN` [locale-folder]"
        ]
    );
    let localizer = Localizer::builder().ftl("../x\n", "error-success = 1").build().unwrap();
    assert_eq!(localizer.text(0, "../x\n"), english(0));
    assert_eq!(localizer.findings()[0].rule, Rule::LocaleFolder);
}

#[test]
fn build_errors_say_what_is_wrong_and_where() {
    let error = |builder: LocalizerBuilder| builder.build().err().unwrap();
    let builder = Localizer::builder;
    let text = error(builder().default_locale("qaa")).to_string();
    let available = Localizer::builtin().locales().collect::<Vec<_>>().join(", ");
    let expected =
        format!("no messages for the default locale `qaa`; available locales: {available}");
    assert_eq!(text, expected);
    let text = error(builder().default_locale("not a tag\n")).to_string();
    assert_eq!(text, expected.replace("qaa", "not a tag\\n"));
    let folder = folder(&[]);
    let missing = folder.path().join("missing");
    let error = error(builder().dir(&missing).dir(folder.path()));
    assert_eq!(error.to_string(), format!("cannot read the folder `{}`", missing.display()));
    let cause = error.source().unwrap().downcast_ref::<io::Error>().unwrap();
    assert_eq!(cause.kind(), io::ErrorKind::NotFound);
    // A folder without locales adds nothing.
    assert!(localizer(&folder).findings().is_empty());
}

#[test]
fn an_added_locale_can_be_the_default() {
    let folder = folder(&[("qaa/a.ftl", "error-success = Réussi".as_bytes())]);
    let builder = Localizer::builder().default_locale("qaa").dir(folder.path());
    assert_eq!(builder.build().unwrap().text(0, "qab"), "Réussi");
}
