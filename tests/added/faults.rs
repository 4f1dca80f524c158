//! Regression tests for faults in added files, grouped by kind.

use std::fs;

use im_error_l10n::{ErrorType, Finding, FluentArgs, FluentValue, Localizer, Rule, fluent_args};

use super::{english, findings, french, text};

#[test]
fn functions_are_errors_wherever_they_are() {
    for (value, column) in [
        ("{ NUMBER($code) }", 21),
        ("{ NUMBER($code) ->\n   *[other] b\n }", 21),
        ("{ NUMBER(5) ->\n    [one] a\n   *[other] b\n }", 21),
        ("{ $code ->\n    [60] a\n   *[other] { F() }\n }", 15),
        ("{ -t(F()) }", 24),
        ("{ -t(G(F())) }", 24),
        // In a variant that is never chosen.
        ("{ \"x\" ->\n    [x] a\n   *[y] { F() }\n }", 11),
        ("{ -t.k ->\n    [x] a\n   *[y] { F() }\n }", 11),
    ] {
        let source = format!("-t = x\n    .k = x\nerror-is-friend = {value}");
        let localizer = french(&source);
        assert_eq!(localizer.text(60, "qaa"), english(60), "{value}");
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
        assert_eq!(localizer.text(60, "qaa"), english(60), "{source}");
        assert_eq!(localizer.findings().len(), 1, "{source}");
        let finding = &localizer.findings()[0];
        assert_eq!(
            finding.message,
            "unknown function `F`; no functions are available, so write the text or `{ $code }` alone"
        );
    }
}

#[test]
fn messages_with_too_many_placeables_are_reported() {
    let links: String = (1..=40).map(|n| format!("m{n} = {{ m{0} }}{{ m{0} }}\n", n - 1)).collect();
    let flat = "{ $code }".repeat(1001);
    let quoted = "{ a }".repeat(501);
    let too_many =
        "`error-is-friend` has too many placeables; at most 1,000, with variants, are used";
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
        assert_eq!(localizer.text(60, "qaa"), english(60));
        let [finding] = localizer.findings() else { panic!("{:?}", findings(&localizer)) };
        assert_eq!((finding.line, finding.column), (line, 1));
        assert_eq!(finding.id.as_deref(), Some("error-is-friend"));
        assert_eq!((finding.rule, &*finding.message), (rule, message));
    }
    // A thousand placeables are used, or more if not all are chosen together.
    assert_eq!(text(&"{ $code }".repeat(1000)), "60".repeat(1000));
    let variant = "{ $code }".repeat(990);
    let select = format!("{{ $code ->\n    [60] {variant}\n   *[other] {variant}\n }}");
    assert_eq!(text(&select), "60".repeat(990));
    // So is a quoted text of exactly 64 KiB.
    let longest = "x".repeat(1 << 16);
    let localizer = french(&format!("a = {longest}\nerror-is-friend = {{ a }}"));
    assert_eq!(localizer.text(60, "qaa"), longest);
}

#[test]
fn all_variants_together_have_at_most_4000_placeables() {
    let localizer = |last: usize| {
        let variants: String = [900, 900, 900, 900, last]
            .iter()
            .zip(1..)
            .map(|(count, key)| format!("    [{key}] {}\n", "{ \"x\" }".repeat(*count)))
            .collect();
        french(&format!("error-is-friend = {{ $n ->\n{variants}   *[other] rest\n }}"))
    };
    let text = |localizer: &Localizer, n: i32| {
        localizer.negotiate(["qaa"]).text_with(60, &fluent_args!["n" => n]).into_owned()
    };
    // The selection and its six variants count too.
    let most = localizer(393);
    for (n, expected) in [(1, 900), (2, 900), (3, 900), (4, 900), (5, 393)] {
        assert_eq!(text(&most, n), "x".repeat(expected), "{n}");
    }
    let beyond = localizer(394);
    assert_eq!(text(&beyond, 4), "x".repeat(900));
    assert_eq!(text(&beyond, 5), english(60));
    assert_eq!(text(&beyond, 6), "rest");
    // Those after a limit are not counted.
    let many = "{ \"\" }".repeat(5000);
    let source =
        format!("error-is-friend = {{ $n ->\n    [1] {many}\n   *[other] {{ \"good\" }}\n }}");
    let localizer = french(&source);
    assert_eq!(text(&localizer, 1), english(60));
    assert_eq!(text(&localizer, 2), "good");
}

/// Compiling copies what is quoted: lines, placeables, variants and the references to faults.
#[test]
fn messages_of_a_locale_that_quotes_too_much_are_not_used() {
    let variants = |count: usize| "    [a] b\n".repeat(count);
    let chain: String = (1..=30).map(|n| format!("m{n} = {{ m{} }}\n", n - 1)).collect();
    for (name, definitions, quote) in [
        ("text", format!("a = {}\n", "x".repeat(60_000)), "{ a }"),
        ("lines", format!("a =\n{}", "    x\n".repeat(2000)), "{ a }"),
        ("placeables", format!("a = {}\n", "{ \"\" }".repeat(600)), "{ a }x"),
        ("unused variants", format!("a = {{ \"x\" ->\n{}   *[x] y\n }}\n", variants(600)), "{ a }"),
        ("variants", format!("a = {{ $code ->\n{}   *[x] y\n }}\n", variants(30)), "{ a }"),
        ("faults", format!("m0 = {}\n{chain}", "{ z }".repeat(20)), "{ m30 }"),
    ] {
        let mut source = definitions;
        for error in ErrorType::ALL {
            source += &format!("{} = {quote}\n", error.message_id());
        }
        let localizer = french(&source);
        let last = ErrorType::ALL.last().unwrap();
        assert_eq!(localizer.text(*last, "qaa"), english(last.code()), "{name}");
        let finding = localizer.findings().last().unwrap();
        let message = format!(
            "`{}` is not used: the messages of this locale quote too much, over 8 times their own \
             length",
            last.message_id()
        );
        assert_eq!((finding.rule, &finding.message), (Rule::TooLarge, &message), "{name}");
        let too_large = localizer.findings().iter().filter(|found| found.rule == Rule::TooLarge);
        assert!(too_large.count() < ErrorType::ALL.len(), "{name}");
    }
    // Eight times the length is not too much.
    let long = "x".repeat(60_000);
    let mut source = format!("a = {long}\n");
    for error in &ErrorType::ALL[..8] {
        source += &format!("{} = {{ a }}\n", error.message_id());
    }
    let localizer = french(&source);
    assert_eq!(findings(&localizer), [""; 0]);
    for error in &ErrorType::ALL[..8] {
        assert_eq!(localizer.text(*error, "qaa"), long);
    }
}

/// A variant that is not chosen may be anything.
#[test]
fn a_limit_that_a_variant_exceeds_spoils_that_variant() {
    let many = "{ \"\" }".repeat(1001);
    let deep = format!("{}x{}", "{".repeat(60), "}".repeat(60)).replace("x", "m");
    let long = format!("{{ \"{}\" }}", "x".repeat((1 << 16) + 1));
    for bad in [&*many, "{ error-is-friend }", "{ -a }", &long, &deep] {
        let links =
            format!("m = {}-a{}\n-a = {{ -b }}\n-b = {{ -a }}\n", "{".repeat(60), "}".repeat(60));
        for (selector, key, other) in
            [("$n", "1", 2), ("$code", "7", 2), ("\"x\"", "y", 2), ("-c.k", "y", 2)]
        {
            let source = format!(
                "{links}-c = c\n    .k = x\nerror-is-friend = {{ {selector} ->\n    [{key}] {bad}\n   *[other] good\n }}"
            );
            let chain = french(&source).negotiate(["qaa"]);
            assert_eq!(
                chain.text_with(60, &fluent_args!["n" => other]),
                "good",
                "{selector} {bad}"
            );
            if let Some(name) = selector.strip_prefix('$') {
                let number: i32 = key.parse().unwrap();
                let mut args = FluentArgs::new();
                args.set(name, number);
                assert_eq!(chain.text_with(60, &args), english(60), "{selector} {bad}");
            }
        }
    }
}

/// Fluent would panic where it gives up inside a nested placeable or a literal selector, because it
/// cannot name them in the error.
#[test]
fn messages_that_would_make_fluent_panic_are_not_resolved() {
    let many = "{ \"\" }".repeat(1001);
    let plenty = "{ \"\" }".repeat(600);
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
        assert_eq!(localizer.text(60, "qaa"), english(60), "{value}");
        assert_eq!(localizer.text(7, "qaa"), english(7), "{value}");
        let chain = localizer.negotiate(["qaa"]);
        let args = fluent_args!["x" => 1];
        assert_eq!(chain.text_with(0, &args), english(0), "{value}");
        assert_eq!(chain.text_with(7, &args), english(7), "{value}");
        assert!(!localizer.findings().is_empty());
    }
}

/// Fluent-bundle multiplies by a power of ten for each fraction digit, which would overflow.
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
            let localizer = Localizer::builder().ftl("fr-AQ", &*source).build().unwrap();
            // In French, 1 and 1.0 are singular.
            assert_eq!(localizer.text(60, "fr-AQ"), "a", "{source}");
            assert_eq!(findings(&localizer), [""; 0], "{source}");
        }
    }
}

/// Callers can pass any arguments, and a lookup must not panic.
#[test]
fn any_number_can_be_an_argument() {
    let localizer =
        french("error-is-friend = { $n ->\n    [one] a { $n }\n   *[other] b { $n }\n }");
    let chain = localizer.negotiate(["qaa"]);
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
    // In a long line.
    let localizer = french(&format!("error-is-friend = {} {{ -b }}", "好".repeat(300)));
    assert_eq!((localizer.findings()[0].line, localizer.findings()[0].column), (1, 323));
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
    // At the end of a line.
    let localizer = french("b = x\r\nerror-success\r\n");
    assert_eq!(localizer.findings()[0].span.start, "b = x\r\nerror-success".len());
}

fn bytes_of(bytes: &[u8]) -> (Localizer, Finding) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("qaa")).unwrap();
    fs::write(folder.path().join("qaa/a.ftl"), bytes).unwrap();
    let localizer = Localizer::builder().dir(folder.path()).build().unwrap();
    let [finding] = localizer.findings() else { panic!("{:?}", localizer.findings()) };
    let finding = finding.clone();
    (localizer, finding)
}

#[test]
fn other_encodings_are_named() {
    let chinese = "error-is-friend = 好友\n";
    let ascii = "error-is-friend = friend\n";
    let utf_16 = |text: &str, bytes: fn(u16) -> [u8; 2], bom: bool| {
        let mut units: Vec<u16> = text.encode_utf16().collect();
        if bom {
            units.insert(0, 0xfeff);
        }
        units.into_iter().flat_map(bytes).collect::<Vec<u8>>()
    };
    for text in [chinese, ascii] {
        for bom in [true, false] {
            for bytes in [utf_16(text, u16::to_le_bytes, bom), utf_16(text, u16::to_be_bytes, bom)]
            {
                let (localizer, finding) = bytes_of(&bytes);
                assert_eq!(localizer.text(60, "qaa"), english(60));
                assert_eq!(finding.rule, Rule::NotUtf8);
                assert_eq!(
                    finding.message,
                    "the file is encoded as UTF-16 and is not used; save it as UTF-8"
                );
            }
        }
    }
    // With a byte order mark, even a text that has few zeros.
    let text = format!("a = {}\n", "好友".repeat(100));
    for bytes in [utf_16(&text, u16::to_le_bytes, true), utf_16(&text, u16::to_be_bytes, true)] {
        let (_, finding) = bytes_of(&bytes);
        assert_eq!(
            finding.message,
            "the file is encoded as UTF-16 and is not used; save it as UTF-8"
        );
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
    // Latin-1, with a no-break space too, and no known encoding.
    for bytes in [
        &b"error-success = R\xe9ussi\n"[..],
        b"a = d\xe9j\xe0 vu",
        b"a = caf\xe9\xa0!",
        b"a =\xa0\xe9cole",
        b"a = \xff",
        b"a = \xc3",
    ] {
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
