//! Regression tests for faults in added files, grouped by kind.

#![cfg(feature = "fluent")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

use std::fs;

use im_error_l10n::{Finding, FluentValue, Localizer, Rule, fluent_args};

/// The embedded English for code 60, which answers if the added message cannot be used.
const EMBEDDED: &str = "You’re already friends.";

fn french(source: &str) -> Localizer {
    Localizer::builder().ftl("fr", source).build().unwrap()
}

fn findings(localizer: &Localizer) -> Vec<String> {
    localizer.findings().iter().map(ToString::to_string).collect()
}

/// Returns the text of `error-is-friend` with this value.
fn text(value: &str) -> String {
    french(&format!("error-is-friend = {value}")).text(60, "fr").into_owned()
}

#[test]
fn the_first_of_two_messages_with_the_same_id_is_used() {
    let localizer =
        french("error-is-friend = un\n\nerror-is-friend = deux\n    .suggestion = trois");
    let message = localizer.message(60, "fr");
    assert_eq!((message.text(), message.suggestion()), ("un", None));
    assert_eq!(
        findings(&localizer),
        [
            "added-1.ftl:3:1: error: duplicate message `error-is-friend`; first defined on line 1, and \
          only that one is used [duplicate-message]"
        ]
    );
}

#[test]
fn the_first_of_two_terms_with_the_same_name_is_used() {
    let localizer = french("-a = un\n-a = deux\n-a = trois\nerror-is-friend = { -a }");
    assert_eq!(localizer.text(60, "fr"), "un");
    let duplicate = |line: usize| {
        format!(
            "added-1.ftl:{line}:1: error: duplicate term `-a`; first defined on line 1, and only \
             that one is used [duplicate-message]"
        )
    };
    // The span is the name's, after the hyphen.
    assert_eq!(
        findings(&localizer),
        [2, 3].map(|line| duplicate(line).replace(&format!(":{line}:1:"), &format!(":{line}:2:")))
    );
}

#[test]
fn the_first_of_two_suggestions_is_used() {
    let localizer = french("error-is-friend = a\n    .suggestion = b\n    .suggestion = c");
    assert_eq!(localizer.message(60, "fr").suggestion(), Some("b"));
    assert_eq!(
        findings(&localizer),
        ["added-1.ftl:3:6: error: duplicate `.suggestion`; only the first one is used \
          [duplicate-message]"]
    );
}

/// A message that the parser skipped together with a broken one keeps its place in the file.
#[test]
fn the_first_message_is_used_after_a_broken_one_too() {
    let localizer = french("error-success = {\nerror-is-friend = un\nerror-is-friend = deux");
    assert_eq!(localizer.text(60, "fr"), "un");
    assert_eq!(
        findings(&localizer),
        [
            "added-1.ftl:1:18: error: expected `}` to close the placeable, found the end of the line \
             [syntax]",
            "added-1.ftl:3:1: error: duplicate message `error-is-friend`; first defined on line 2, \
             and only that one is used [duplicate-message]",
        ]
    );
}

/// In Fluent, messages and terms share one namespace.
#[test]
fn a_term_and_a_message_with_the_same_name_are_reported() {
    let localizer = french("-a = x\na = y\nerror-is-friend = { -a }\nerror-success = { a }");
    assert_eq!(localizer.text(60, "fr"), "x");
    assert_eq!(localizer.text(0, "fr"), "The operation succeeded.");
    assert_eq!(
        findings(&localizer),
        ["added-1.ftl:4:19: error: `a` is ambiguous: a term has the same name; rename one \
          of them [duplicate-message]"]
    );
    let localizer = french("a = y\n-a = x\nerror-is-friend = { -a }\nerror-success = { a }");
    assert_eq!(localizer.text(60, "fr"), EMBEDDED);
    assert_eq!(localizer.text(0, "fr"), "y");
    assert_eq!(
        findings(&localizer),
        ["added-1.ftl:3:22: error: `-a` is ambiguous: a message has the same name; rename \
          one of them [duplicate-message]"]
    );
    // A code's message is used whatever the terms are called.
    assert_eq!(french("-error-is-friend = x\nerror-is-friend = y").text(60, "fr"), "y");
}

#[test]
fn the_last_file_that_defines_a_message_wins() {
    let localizer = Localizer::builder()
        .ftl("fr", "error-is-friend = un\nerror-success = un")
        .ftl("fr", "error-is-friend = deux")
        .build()
        .unwrap();
    assert_eq!(localizer.text(60, "fr"), "deux");
    assert_eq!(localizer.text(0, "fr"), "un");
    assert!(localizer.findings().is_empty());
}

#[test]
fn an_earlier_file_does_not_replace_a_broken_later_one() {
    let localizer = Localizer::builder()
        .ftl("fr", "error-is-friend = un")
        .ftl("fr", "error-is-friend = { -rien }")
        .build()
        .unwrap();
    assert_eq!(localizer.text(60, "fr"), EMBEDDED);
    assert_eq!(
        findings(&localizer),
        [
            "added-2.ftl:1:22: error: unknown term `-rien`; the `error-is-friend` in added-1.ftl is not \
          used either [unknown-reference]"
        ]
    );
}

#[test]
fn a_line_break_between_wide_characters_leaves_no_space() {
    for (lines, expected) in [
        // Han, kana, full-width and half-width punctuation, emoji.
        (["已经是好友了，", "请勿重复添加"], "已经是好友了，请勿重复添加"),
        (["好友", "列表"], "好友列表"),
        (["ひらがな", "カタカナ"], "ひらがなカタカナ"),
        (["ﾊﾝｶｸ", "ｶﾅ"], "ﾊﾝｶｸｶﾅ"),
        (["好。", "“好”"], "好。 “好”"),
        (["「好」", "《友》"], "「好」《友》"),
        (["ＡＢ", "１２"], "ＡＢ１２"),
        (["👍", "好"], "👍好"),
        (["𠀀", "𰀀"], "𠀀𰀀"),
        // If one side is not wide, or in Hangul, the break becomes a space.
        (["好友", "list"], "好友 list"),
        (["list", "好友"], "list 好友"),
        (["친구", "목록"], "친구 목록"),
        (["好友", "목록"], "好友 목록"),
        (["a", "b"], "a b"),
        (["好", "1"], "好 1"),
    ] {
        let value = format!("\n    {}\n    {}", lines[0], lines[1]);
        assert_eq!(text(&value), expected);
        let value = format!("\n    {}\n\n\n    {}", lines[0], lines[1]);
        assert_eq!(text(&value), expected);
        let value = format!("{}{{ \"\\u000A\" }}{}", lines[0], lines[1]);
        assert_eq!(text(&value), expected);
        // In a suggestion, with CRLF, and through a term.
        let source = format!(
            "-t =\r\n    {0}\r\n    {1}\r\nerror-is-friend = {{ -t }}\r\n    .suggestion =\r\n    \
             {0}\r\n    {1}\r\n",
            lines[0], lines[1]
        );
        let localizer = french(&source);
        let message = localizer.message(60, "fr");
        assert_eq!((message.text(), message.suggestion()), (expected, Some(expected)));
    }
}

/// Returns the characters that show nothing, by the Unicode Character Database or in practice.
fn invisible() -> Vec<char> {
    let mut all: Vec<char> = vec![
        ' ',
        '\u{a0}',
        '\u{ad}',
        '\u{34f}',
        '\u{61c}',
        '\u{115f}',
        '\u{1160}',
        '\u{1680}',
        '\u{17b4}',
        '\u{17b5}',
        '\u{180e}',
        '\u{202f}',
        '\u{205f}',
        '\u{2800}',
        '\u{3000}',
        '\u{3164}',
        '\u{feff}',
        '\u{ffa0}',
        '\u{e0001}',
    ];
    all.extend('\u{2000}'..='\u{200f}');
    all.extend('\u{2028}'..='\u{202e}');
    all.extend('\u{2060}'..='\u{206f}');
    all.extend('\u{fe00}'..='\u{fe0f}');
    all.extend('\u{180b}'..='\u{180f}');
    all.extend('\u{e0020}'..='\u{e007f}');
    all.extend('\u{e0100}'..='\u{e01ef}');
    all.extend('\u{fdd0}'..='\u{fdef}');
    all.extend('\u{80}'..='\u{9f}');
    for plane in 0..=0x10 {
        all.extend(char::from_u32(plane * 0x10000 + 0xfffe));
        all.extend(char::from_u32(plane * 0x10000 + 0xffff));
    }
    all
}

#[test]
fn texts_of_invisible_characters_count_as_missing() {
    for character in invisible() {
        let escape = format!("{{ \"\\U{:06X}\" }}", u32::from(character));
        for value in [escape.clone(), escape.repeat(3), format!("{escape}{{ \" \" }}{{ \"\" }}")] {
            let localizer = french(&format!("error-is-friend = {value}"));
            assert_eq!(localizer.text(60, "fr"), EMBEDDED, "{value}");
            assert_eq!(
                findings(&localizer),
                ["added-1.ftl:1:1: error: this text has no visible character [empty-text]"],
                "{value}"
            );
            // An invisible suggestion counts as none.
            let source = format!("error-is-friend = ami\n    .suggestion = {value}");
            let localizer = french(&source);
            let message = localizer.message(60, "fr");
            assert_eq!((message.text(), message.suggestion()), ("ami", None), "{value}");
            assert_eq!(localizer.findings()[0].rule, Rule::EmptyText);
            // An invisible argument does not make a text either.
            let localizer = french("error-is-friend = { $x }");
            let chain = localizer.negotiate(["fr"]);
            let args = fluent_args!["x" => character.to_string()];
            assert_eq!(chain.text_with(60, &args), EMBEDDED, "{character:?}");
        }
        // Next to a visible character it is kept, unless it is a space or a line break.
        let value = format!("{{ \"a\\U{:06X}b\" }}", u32::from(character));
        assert!(["a b", &format!("a{character}b")].contains(&&*text(&value)), "{value}");
    }
}

#[test]
fn texts_with_a_visible_character_are_not_empty() {
    for visible in ["a", "-", ".", "!", "好", "👍", "\u{301}", "0", "\u{e000}", "\u{fffd}", "→"]
    {
        assert_eq!(text(visible), visible);
    }
}

#[test]
fn functions_are_errors_wherever_they_are() {
    for (value, column) in [
        ("{ NUMBER($code) }", 21),
        ("{ NUMBER($code) ->\n   *[other] b\n }", 21),
        ("{ NUMBER(5) ->\n    [one] a\n   *[other] b\n }", 21),
        ("{ $code ->\n    [60] a\n   *[other] { F() }\n }", 15),
        ("{ -t(F()) }", 24),
        ("{ -t(G(F())) }", 24),
    ] {
        let source = format!("-t = x\nerror-is-friend = {value}");
        let localizer = french(&source);
        assert_eq!(localizer.text(60, "fr"), EMBEDDED, "{value}");
        let first = &localizer.findings()[0];
        assert_eq!(first.rule, Rule::UnknownFunction, "{value}: {first}");
        assert_eq!(first.column, column, "{value}");
    }
    // Through terms, messages and attributes.
    for source in [
        "-t = { F() }\nerror-is-friend = { -t }",
        "-t = { F() ->\n   *[other] x\n }\nerror-is-friend = { -t }",
        "-t = x\n    .k = { F() }\nerror-is-friend = { -t.k ->\n   *[other] x\n }",
        "m = { F() }\n-t = { m }\nerror-is-friend = { -t }",
        "m = x\n    .k = { F() }\nerror-is-friend = { m.k }",
        "error-is-friend = ami\n    .suggestion = { F() }",
    ] {
        let localizer = french(source);
        assert_eq!(localizer.text(60, "fr"), EMBEDDED, "{source}");
        assert_eq!(localizer.findings().len(), 1, "{source}");
        let finding = &localizer.findings()[0];
        assert_eq!(finding.message, "unknown function `F`; no functions are available");
    }
}

#[test]
fn messages_with_too_many_placeables_are_reported() {
    let links: String = (1..=40).map(|n| format!("m{n} = {{ m{0} }}{{ m{0} }}\n", n - 1)).collect();
    let flat = "{ $code }".repeat(101);
    let quoted = "{ a }".repeat(51);
    let too_many = "`error-is-friend` has too many placeables; Fluent resolves at most 100";
    for (source, line, rule, message) in [
        (format!("m0 = x\n{links}error-is-friend = {{ m40 }}"), 42, Rule::TooDeep, too_many),
        (format!("error-is-friend = {flat}"), 1, Rule::TooDeep, too_many),
        (format!("a = {{ $code }}\nerror-is-friend = {quoted}"), 2, Rule::TooDeep, too_many),
        (
            format!("a = {}\nerror-is-friend = {{ a }}", "x".repeat((1 << 16) + 1)),
            2,
            Rule::TooLarge,
            "the text of `error-is-friend` would be longer than 64 KiB",
        ),
    ] {
        let localizer = french(&source);
        assert_eq!(localizer.text(60, "fr"), EMBEDDED);
        let [finding] = localizer.findings() else { panic!("{:?}", findings(&localizer)) };
        assert_eq!((finding.line, finding.column), (line, 1));
        assert_eq!(finding.id.as_deref(), Some("error-is-friend"));
        assert_eq!((finding.rule, &*finding.message), (rule, message));
    }
    // A hundred placeables are resolved, or more if not all are selected.
    assert_eq!(text(&"{ $code }".repeat(100)), "60".repeat(100));
    assert_eq!(text(&"{{ $code }}".repeat(100)), "60".repeat(100));
    let variant = "{{ $code }}".repeat(99);
    let select = format!("{{ $code ->\n    [60] {variant}\n   *[other] {variant}\n }}");
    assert_eq!(text(&select), "60".repeat(99));
}

/// Fluent panics if it gives up inside a nested placeable or a literal selector, because it cannot
/// name them in the error.
#[test]
fn messages_that_would_make_fluent_panic_are_not_resolved() {
    let many = "{ \"\" }".repeat(101);
    let plenty = "{ \"\" }".repeat(60);
    for value in [
        "{{ a }}",
        "{{{ a }}}",
        "{ \"x\" ->\n   *[x] { a }\n }",
        "{ 5 ->\n   *[x] { a }\n }",
        "{ $code ->\n   *[x] {{ a }}\n }",
        "{ -t }",
        "{ -t.k ->\n   *[x] y\n }",
        "{ b }{{ b }}",
        "{{ b }}{ b }",
    ] {
        let source = format!(
            "a = {many}\nb = {plenty}\n-t = {{{{ a }}}}\n    .k = {{{{ a }}}}\nerror-is-friend = x{value}\n\
             error-unknown = x{value}\nerror-success = {{ $x }}{value}"
        );
        let localizer = french(&source);
        assert_eq!(localizer.text(60, "fr"), EMBEDDED, "{value}");
        assert_eq!(localizer.text(7, "fr"), "An unknown error occurred (code 7).", "{value}");
        let chain = localizer.negotiate(["fr"]);
        let args = fluent_args!["x" => 1];
        assert_eq!(chain.text_with(0, &args), "The operation succeeded.", "{value}");
        assert_eq!(chain.text_with(7, &args), "An unknown error occurred (code 7).", "{value}");
        assert!(!localizer.findings().is_empty());
    }
}

/// Fluent multiplies by a power of ten for each fraction digit, which would overflow.
#[test]
fn numbers_with_long_fractions_select_without_a_panic() {
    for zeros in [1, 18, 19, 20, 21, 40, 400] {
        let number = format!("1.{}", "0".repeat(zeros));
        for source in [
            format!("error-is-friend = {{ {number} ->\n    [one] a\n   *[other] b\n }}"),
            format!(
                "-t = {{ $n ->\n    [one] a\n   *[other] b\n }}\nerror-is-friend = {{ -t(n: {number}) }}"
            ),
        ] {
            let localizer = french(&source);
            let text = localizer.text(60, "fr");
            assert!(["a", "b", EMBEDDED].contains(&&*text), "{source}");
            assert_eq!(text == EMBEDDED, !localizer.findings().is_empty(), "{source}");
        }
    }
}

/// Callers can pass any arguments, and a lookup must not panic.
#[test]
fn any_number_can_be_an_argument() {
    let localizer =
        french("error-is-friend = { $n ->\n    [one] a { $n }\n   *[other] b { $n }\n }");
    let chain = localizer.negotiate(["fr"]);
    for number in
        [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN_POSITIVE, -0.0, 1e300]
    {
        assert!(chain.text_with(60, &fluent_args!["n" => number]).starts_with(['a', 'b']));
    }
    for digits in [0, 3, 19, 20, 21, 1000, usize::MAX] {
        let mut number = match FluentValue::try_number("1.5") {
            FluentValue::Number(number) => number,
            _ => unreachable!(),
        };
        number.options.minimum_fraction_digits = Some(digits);
        assert!(chain.text_with(60, &fluent_args!["n" => number]).contains("1.5"), "{digits}");
    }
    let long = format!("1.{}", "0".repeat(100));
    let args = fluent_args!["n" => FluentValue::try_number(&long)];
    assert!(chain.text_with(60, &args).contains("1.0"));
}

#[test]
fn spans_point_into_the_file_as_stored() {
    let unix = "# Ünïcode\n-a = 好\nerror-is-friend = 好 { -b } { -c }\n";
    for (bom, end) in [
        ("", "\n"),
        ("\u{feff}", "\n"),
        ("", "\r\n"),
        ("\u{feff}", "\r\n"),
        ("", "\r"),
        ("\u{feff}", "\r"),
    ] {
        let file = format!("{bom}{}", unix.replace('\n', end));
        let localizer = french(&file);
        assert_eq!(localizer.findings().len(), 2, "{end:?}");
        for (finding, (name, column)) in localizer.findings().iter().zip([("b", 24), ("c", 31)]) {
            assert_eq!(&file[finding.span.clone()], name, "{bom:?} {end:?}");
            assert_eq!((finding.line, finding.column), (3, column));
            assert_eq!((finding.end_line, finding.end_column), (3, column + 1));
            assert_eq!(finding.id.as_deref(), Some("error-is-friend"));
        }
    }
    // One file with every kind of line ending.
    let file = "a = x\r\n\r\rb = y\n\r\n    z\rerror-is-friend = { -b }\r\nerror-x = 1";
    let localizer = french(file);
    let spans: Vec<&str> =
        localizer.findings().iter().map(|finding| &file[finding.span.clone()]).collect();
    assert_eq!(spans, ["b", "error-x"]);
    let lines: Vec<usize> = localizer.findings().iter().map(|finding| finding.line).collect();
    assert_eq!(lines, [7, 8]);
}

#[test]
fn syntax_errors_point_into_the_file_as_stored() {
    for (bom, end) in [("", "\n"), ("\u{feff}", "\r\n"), ("\u{feff}", "\r")] {
        let file = format!("{bom}a = 好{end}error-success 好 = x{end}b = {{ $ }}{end}");
        let localizer = french(&file);
        let places: Vec<_> =
            localizer.findings().iter().map(|finding| (finding.line, finding.column)).collect();
        assert_eq!(places, [(2, 15), (3, 8)]);
        assert_eq!(&file[localizer.findings()[0].span.clone()], "好");
    }
}

fn bytes_of(bytes: &[u8]) -> (Localizer, Finding) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("fr")).unwrap();
    fs::write(folder.path().join("fr/a.ftl"), bytes).unwrap();
    let localizer = Localizer::builder().dir(folder.path()).build().unwrap();
    let [finding] = localizer.findings() else { panic!("{:?}", localizer.findings()) };
    let finding = finding.clone();
    (localizer, finding)
}

#[test]
fn other_encodings_are_named() {
    let chinese = "error-is-friend = 好友\n";
    let english = "error-is-friend = friend\n";
    let utf_16 = |text: &str, bytes: fn(u16) -> [u8; 2], bom: bool| {
        let mut units: Vec<u16> = text.encode_utf16().collect();
        if bom {
            units.insert(0, 0xfeff);
        }
        units.into_iter().flat_map(bytes).collect::<Vec<u8>>()
    };
    for text in [chinese, english] {
        for bom in [true, false] {
            for bytes in [utf_16(text, u16::to_le_bytes, bom), utf_16(text, u16::to_be_bytes, bom)]
            {
                let (localizer, finding) = bytes_of(&bytes);
                assert_eq!(localizer.text(60, "fr"), EMBEDDED);
                assert_eq!(finding.rule, Rule::NotUtf8);
                assert_eq!(
                    finding.message,
                    "the file is encoded as UTF-16 and is not used; save it as UTF-8"
                );
            }
        }
    }
    // 好友 in GBK; 𠮷 in the four bytes of GB 18030, after 好.
    for bytes in [&b"error-is-friend = \xba\xc3\xd3\xd1\n"[..], b"a = \xba\xc3\x95\x34\xb6\x32"] {
        let (_, finding) = bytes_of(bytes);
        assert_eq!(
            finding.message,
            "the file is encoded as GBK or GB 18030 and is not used; save it as UTF-8"
        );
        assert_eq!(finding.line, 1);
        assert_eq!(finding.column, bytes.iter().position(|byte| *byte > 0x7f).unwrap() + 1);
    }
    // Latin-1, and no known encoding.
    for bytes in
        [&b"error-success = R\xe9ussi\n"[..], b"a = d\xe9j\xe0 vu", b"a = \xff", b"a = \xc3"]
    {
        let (_, finding) = bytes_of(bytes);
        assert_eq!(
            finding.message,
            "these bytes are not UTF-8, and the file is not used; save it as UTF-8"
        );
    }
}

#[test]
fn plurals_follow_the_locale() {
    let source = "error-touch-limit = { $n ->\n    [one] one\n    [few] few\n    [many] many\n   *[other] other\n }";
    for (tag, number, expected) in [
        ("pl", 2, "few"),
        ("pl-PL", 5, "many"),
        ("pl-x-foo", 2, "few"),
        ("pl-u-nu-latn", 2, "few"),
        ("pl_PL.UTF-8", 2, "few"),
        ("ru-Cyrl-RU", 3, "few"),
        ("en-GB", 1, "one"),
        ("zh-TW", 1, "other"),
        ("fr-CA", 1, "one"),
    ] {
        let localizer = Localizer::builder().ftl(tag, source).build().unwrap();
        let chain = localizer.negotiate([tag]);
        let args = fluent_args!["n" => number];
        assert_eq!(chain.text_with(18, &args), expected, "{tag}");
    }
}
