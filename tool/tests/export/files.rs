//! Names of files, escaping, placeholders, and what is left out.

use super::{FORMATS, Project, files, names};

/// One message in each of these locales.
fn in_locales(tags: &[&str]) -> Project {
    let overlay: Vec<(&str, &str)> =
        tags.iter().map(|tag| (*tag, "error-success = ok\n")).collect();
    Project::new(&overlay)
}

/// The arguments that export these locales, whatever else is embedded.
fn locales<'t>(tags: &[&'t str]) -> Vec<&'t str> {
    tags.iter().flat_map(|tag| ["--locale", tag]).collect()
}

const TAGS: [&str; 8] = ["zh-TW", "zh-Hant-HK", "sr-Latn", "es-419", "fil", "he-IL", "id", "fr"];

/// Asserts that the file of each format, by its path, contains something of these English messages.
#[track_caller]
fn assert_exported(text: &str, expected: &[(&str, &str, &str)]) {
    for (format, path, expected) in expected {
        let project = Project::new(&[("en-US", text)]);
        assert_eq!(project.export(format, &[]).1, 0);
        let text = project.read(path);
        assert!(text.contains(expected), "{format}: {text:.3000}");
    }
}

#[test]
fn folders_are_named_as_each_platform_names_them() {
    let expect = |format: &str, expected: &[&str]| {
        let project = in_locales(&TAGS);
        let wanted = [locales(&TAGS), locales(&["zh-CN"])].concat();
        assert_eq!(project.export(format, &wanted).1, 0);
        assert_eq!(names(&project), expected);
    };
    let android = [
        "ImErrors.java",
        "values-b+es+419/strings.xml",
        "values-b+sr+Latn/strings.xml",
        "values-b+zh+Hant+HK/strings.xml",
        "values-fil/strings.xml",
        "values-fr/strings.xml",
        "values-in/strings.xml",
        "values-iw-rIL/strings.xml",
        "values-zh-rCN/strings.xml",
        "values-zh-rTW/strings.xml",
        "values/strings.xml",
    ];
    expect("android", &android);
    let harmony =
        ["base", "es_419", "fil", "fr", "he_IL", "id", "sr_Latn", "zh_CN", "zh_Hant_HK", "zh_TW"];
    expect(
        "harmony",
        &harmony.map(|name| format!("{name}/element/string.json")).each_ref().map(String::as_str),
    );
    // gen-l10n demands a file of each language alone.
    let flutter = [
        "en",
        "es",
        "es_419",
        "fil",
        "fr",
        "he",
        "he_IL",
        "id",
        "sr",
        "sr_Latn",
        "zh",
        "zh_CN",
        "zh_Hant_HK",
        "zh_TW",
    ];
    expect(
        "flutter",
        &flutter.map(|name| format!("app_{name}.arb")).each_ref().map(String::as_str),
    );
    expect("apple", &["ImErrors.xcstrings"]);
    expect("typescript", &["im-errors.ts"]);
}

#[test]
fn apple_names_english_and_chinese_without_regions() {
    let project = in_locales(&["zh-TW", "zh-HK", "tlh-AQ"]);
    project.export("apple", &locales(&["zh-CN", "zh-TW", "zh-HK", "tlh-AQ"]));
    let catalog: serde_json::Value =
        serde_json::from_str(&project.read("ImErrors.xcstrings")).unwrap();
    let languages = catalog["strings"]["0"]["localizations"].as_object().unwrap();
    assert_eq!(
        languages.keys().collect::<Vec<_>>(),
        ["en", "tlh-AQ", "zh-HK", "zh-Hans", "zh-Hant"]
    );
    // What Klingon has not is English, to be reviewed.
    let state = &catalog["strings"]["56"]["localizations"]["tlh-AQ"]["stringUnit"]["state"];
    assert_eq!(state, "needs_review");
    assert_eq!(languages["tlh-AQ"]["stringUnit"]["state"], "translated");
}

#[test]
fn locales_whose_short_name_is_taken_keep_their_own() {
    let overlay = [("en", "error-success = en\n"), ("en-US", "error-success = en-US\n")];
    let chinese = [("zh-Hans", "error-success = zh-Hans\n"), ("zh-CN", "error-success = zh-CN\n")];
    let project = Project::new(&[overlay, chinese].concat());
    let wanted = locales(&["en", "en-US", "zh-Hans", "zh-CN"]);
    assert_eq!(project.export("apple", &wanted).1, 0);
    let catalog: serde_json::Value =
        serde_json::from_str(&project.read("ImErrors.xcstrings")).unwrap();
    let languages = catalog["strings"]["0"]["localizations"].as_object().unwrap();
    for (language, string) in languages {
        assert_eq!(string["stringUnit"]["value"], **language);
    }
    assert_eq!(languages.keys().collect::<Vec<_>>(), ["en", "en-US", "zh-CN", "zh-Hans"]);
    assert_eq!(catalog["sourceLanguage"], "en-US");

    assert_eq!(project.export("flutter", &wanted).1, 0);
    for (name, text) in
        [("en", "en"), ("en_US", "en-US"), ("zh_Hans", "zh-Hans"), ("zh_CN", "zh-CN")]
    {
        let arb = project.read(&format!("app_{name}.arb"));
        assert!(arb.contains(&format!("select, 0 {{{text}}}")), "{name}: {arb:.300}");
        // The template, which describes the messages, is that of the language alone.
        assert_eq!(arb.contains("@imError\""), name == "en", "{name}: {arb:.300}");
    }
}

#[test]
fn locales_that_a_platform_cannot_name_are_left_out() {
    let project = in_locales(&["ca-valencia", "car"]);
    let (output, status) = project.export("harmony", &locales(&["ca-valencia", "car", "zh-CN"]));
    let expected = "left out: ca-valencia: HarmonyOS has no locales with variants\n\
                    left out: car: HarmonyOS takes this language for a kind of device\n";
    assert!(output.ends_with(expected), "{output}");
    assert_eq!(status, 1);
    let expected = ["base/element/string.json", "zh_CN/element/string.json"];
    assert_eq!(names(&project), expected);
}

#[test]
fn the_named_locales_and_the_default_are_exported() {
    let project = in_locales(&TAGS);
    project.export("android", &["--locale", "zh_tw"]);
    assert_eq!(
        names(&project),
        ["ImErrors.java", "values-zh-rTW/strings.xml", "values/strings.xml"]
    );
}

#[test]
fn the_bytes_depend_on_the_input_alone() {
    for format in FORMATS {
        let (one, other) = (
            in_locales(&TAGS),
            in_locales(&["fr", "zh-TW", "sr-Latn", "id", "he-IL", "fil", "es-419", "zh-Hant-HK"]),
        );
        for project in [&one, &other] {
            assert_eq!(project.export(format, &[]).1, 0);
        }
        let before = files(&one.path("out"));
        assert_eq!(before, files(&other.path("out")), "{format}");
        assert_eq!(one.export(format, &[]).1, 0, "again, over its own files");
        assert_eq!(before, files(&one.path("out")), "{format}");
    }
}

#[test]
fn the_code_is_a_placeholder() {
    let text = "error-unknown = 100% sure: { $code }, { $code }!\n";
    let expected = [
        ("typescript", "im-errors.ts", r#"unknown: [["100% sure: ", ", ", "!"]]"#),
        (
            "android",
            "values/strings.xml",
            r#"<string name="im_error_unknown">100%% sure: %1$d, %1$d!</string>"#,
        ),
        ("apple", "ImErrors.xcstrings", r#""value": "100%% sure: %lld, %lld!""#),
        ("flutter", "app_en.arb", "other {100% sure: {code}, {code}!}"),
        ("harmony", "base/element/string.json", r#""value": "100%% sure: %d, %d!""#),
    ];
    assert_exported(text, &expected);
}

#[test]
fn texts_are_escaped() {
    let text = r#"error-success = { "@" }it's "x" \ 5% <b> &amp; { "{" }code{ "}" } { "'{'" }"#;
    let expected = [
        ("typescript", "im-errors.ts", r#""@it's \"x\" \\ 5% <b> &amp; {code} '{'""#),
        (
            "android",
            "values/strings.xml",
            r#">\@it\'s \"x\" \\ 5% &lt;b&gt; &amp;amp; {code} \'{\'<"#,
        ),
        ("apple", "ImErrors.xcstrings", r#""@it's \"x\" \\ 5% <b> &amp; {code} '{'""#),
        ("flutter", "app_en.arb", r#"0 {@it''s \"x\" \\ 5% '<'b'>' &amp; '{'code'}' '''{'''}"#),
        ("harmony", "base/element/string.json", r#""@it's \"x\" \\ 5% <b> &amp; {code} '{'""#),
    ];
    assert_exported(text, &expected);
}

#[test]
fn messages_that_take_arguments_are_named() {
    let text = "error-touch-limit = Only { $limit }\nerror-not-friend = Not friends: { $name }\n";
    for format in FORMATS {
        let project = Project::new(&[("zh-CN", text)]);
        let (output, status) = project.export(format, &[]);
        let named = "left out: zh-CN: error-touch-limit: takes arguments of the application\n";
        assert!(output.ends_with(named), "{format}: {output}");
        assert_eq!((output.matches("left out").count(), status), (1, 1), "{format}");
        let all: String = files(&project.path("out"))
            .into_iter()
            .map(|(_, text)| String::from_utf8(text).unwrap())
            .collect();
        assert!(all.contains("Not friends: NotFriend"), "{format}");
    }
}

#[test]
fn a_text_that_selects_by_the_code_is_named() {
    let text = "error-unknown =\n    { $code ->\n        [4711] A perfume\n       *[other] Unknown { $code }\n    }\n";
    for format in FORMATS {
        let project = Project::new(&[("zh-CN", text)]);
        let (output, status) = project.export(format, &[]);
        assert!(
            output.ends_with("left out: zh-CN: error-unknown: selects by the code\n"),
            "{format}: {output}"
        );
        assert_eq!(status, 1);
    }
}

#[test]
fn a_text_too_long_for_android_is_named() {
    let text = format!("error-not-friend = {}\n", "好".repeat(0x7fff / 3 + 1));
    let project = Project::new(&[("zh-CN", &text)]);
    let (output, status) = project.export("android", &[]);
    assert!(output.contains("left out: zh-CN: error-not-friend: longer than"), "{output}");
    assert_eq!(status, 1);
    assert_eq!(
        Project::new(&[("zh-CN", &text)]).export("apple", &[]),
        ("wrote out/ImErrors.xcstrings\n".to_owned(), 0)
    );
}

#[test]
fn android_always_has_a_text_for_unknown_codes() {
    let text = format!("error-unknown = {}{{ $code }}\n", "x".repeat(0x8000));
    let project = Project::new(&[("en-US", &text)]);
    assert_eq!(project.export("android", &[]).1, 1);
    let strings = project.read("values/strings.xml");
    assert!(strings.contains("<string name=\"im_error_unknown\">"), "{strings}");
}

#[test]
fn the_english_comments_are_carried_along() {
    for (format, path) in [
        ("typescript", "im-errors.ts"),
        ("android", "values/strings.xml"),
        ("apple", "ImErrors.xcstrings"),
        ("flutter", "app_en.arb"),
    ] {
        let project = Project::new(&[("en-US", "# 0: All is well.\nerror-success = Done\n")]);
        assert_eq!(project.export(format, &[]).1, 0);
        assert!(project.read(path).contains("0: All is well."), "{format}");
    }
}

#[test]
fn a_comment_cannot_break_a_file() {
    let text = "# a \u{1}\u{b}b -- \u{fffe}c --> ]]> */ \u{202e}d \u{2028}e \\u002a/ @deprecated\nerror-success = ok\n";
    let expected = [
        ("typescript", "im-errors.ts", "// a b -- c --> ]]> */ d e \\u002a/ @deprecated\n"),
        ("android", "values/strings.xml", "<!-- a b ‐‐ c ‐‐> ]]> *∕ d e ⧵u002a/ ＠deprecated -->"),
        ("apple", "ImErrors.xcstrings", r#""a b -- c --> ]]> */ d e \\u002a/ @deprecated""#),
        ("flutter", "app_en.arb", r"a b -- c --> ]]> */ d e \\u002a/ @deprecated"),
    ];
    assert_exported(text, &expected);
}

#[test]
fn codes_of_the_application_are_exported() {
    let text = "error-20001 = 群主已转让\n    .suggestion = 请刷新\nerror--5 = 负五\n";
    let expected = [
        ("typescript", "im-errors.ts", "20001: [\"群主已转让\", \"请刷新\"]"),
        ("android", "values-zh-rCN/strings.xml", ">群主已转让</string>"),
        ("android", "values/strings.xml", "<string name=\"im_error_minus_5\""),
        ("android", "ImErrors.java", "case 20001: return R.string.im_error_20001_suggestion;"),
        ("apple", "ImErrors.xcstrings", "\"20001.suggestion\""),
        ("flutter", "app_zh.arb", " 20001 {群主已转让}"),
        ("harmony", "zh_CN/element/string.json", "\"im_error_20001\""),
    ];
    for (format, path, expected) in expected {
        let project = Project::new(&[("zh-CN", text)]);
        let (output, status) = project.export(format, &[]);
        let is_flutter = format == "flutter";
        assert_eq!(status, i32::from(is_flutter), "{output}");
        assert_eq!(output.contains("left out: error--5: Flutter"), is_flutter, "{output}");
        assert!(project.read(path).contains(expected), "{format}");
    }
}

#[test]
fn codes_of_the_application_are_found_in_every_file_that_fluent_reads() {
    let texts = [
        "\u{feff}error-20001 = 群主已转让\n",
        "error-success = 好\rerror-20001 = 群主已转让\r",
        "error-success = 好\r\nerror-20001=群主已转让\r\n",
        "error-20001   =\n    群主已转让\n",
    ];
    for text in texts {
        let project = Project::new(&[("zh-CN", text)]);
        assert_eq!(project.export("apple", &[]).1, 0, "{text:?}");
        let catalog = project.read("ImErrors.xcstrings");
        assert!(catalog.contains("\"20001\"") && catalog.contains("群主已转让"), "{text:?}");
    }
}

#[test]
fn a_code_in_a_text_is_no_code_of_the_application() {
    let text = "error-success =\n    one\n    error-20001 = two\n# error-20002 = three\n";
    let project = Project::new(&[("zh-CN", text)]);
    assert_eq!(project.export("apple", &[]).1, 0);
    let catalog = project.read("ImErrors.xcstrings");
    assert!(!catalog.contains("\"20001\"") && !catalog.contains("\"20002\""), "{catalog:.2000}");
}

#[test]
fn a_code_of_the_application_that_takes_arguments_is_left_out() {
    let project = Project::new(&[("en-US", "error-20001 = Only { $limit }\n")]);
    let (output, status) = project.export("apple", &[]);
    assert!(
        output.ends_with("left out: en-US: error-20001: takes arguments of the application\n"),
        "{output}"
    );
    assert_eq!(status, 1);
    assert!(!project.read("ImErrors.xcstrings").contains("20001"));
}
