//! Hostile files, tags and headers: each gets an answer within bounded time and stack.
//!
//! `tests/memory.rs` bounds their memory.

#![cfg(feature = "fluent")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::borrow::Cow;
use std::thread;
use std::time::{Duration, Instant};

use im_error_l10n::{ErrorType, Localizer, LocalizerBuilder, Rule, fluent_args};

/// Far longer than any test takes, even on a busy machine, but shorter than quadratic time.
const LIMIT: Duration = Duration::from_secs(60);
/// The stack of a small thread.
const SMALL: usize = 256 * 1024;
/// The parser's need for placeables nested 100 deep: 10 KiB per level without optimization.
const SMALLEST_FOR_100: usize = if cfg!(debug_assertions) { 1024 * 1024 } else { SMALL };

/// Runs something on a thread with this stack size, and asserts the time limit.
fn on_stack<T: Send>(size: usize, work: impl FnOnce() -> T + Send) -> T {
    let start = Instant::now();
    let done = thread::scope(|scope| {
        thread::Builder::new().stack_size(size).spawn_scoped(scope, work).unwrap().join()
    });
    let took = start.elapsed();
    assert!(took < LIMIT, "took {took:?}");
    done.unwrap()
}

/// Does everything that can be done with a source. Returns its French text for code 0 and the rules
/// of its findings.
fn everything(source: &str, stack: usize) -> (String, Vec<Rule>) {
    let (text, mut rules) = on_stack(stack, || {
        let localizer = Localizer::builder().ftl("qaa", source).build().unwrap();
        let chain = localizer.negotiate(["qaa"]);
        let args = fluent_args!["x" => "y"];
        for code in ErrorType::ALL {
            assert!(!chain.text(*code).is_empty());
            assert!(!chain.text_with(*code, &args).is_empty());
        }
        assert!(!chain.text(7).is_empty());
        let rules: Vec<Rule> = localizer.findings().iter().map(|finding| finding.rule).collect();
        (chain.text(0).into_owned(), rules)
    });
    rules.sort();
    rules.dedup();
    (text, rules)
}

/// Returns the embedded English text of a code.
fn english(code: i32) -> Cow<'static, str> {
    Localizer::builtin().text(code, "en-US")
}

/// Returns a source of about this size.
fn fill(size: usize, head: &str, part: impl Fn(usize) -> String, tail: &str) -> String {
    let mut text = head.to_owned();
    for part in (0..).map(part) {
        if text.len() + part.len() + tail.len() > size {
            break;
        }
        text.push_str(&part);
    }
    text + tail
}

/// Returns sources with placeables nested in every possible way.
fn nested(depth: usize) -> Vec<String> {
    let open = |part: &str| part.repeat(depth);
    let select = "{ $code ->\n *[a] ";
    let mut all = vec![
        format!("{}$code{}", open("{"), open("}")),
        format!("{}$code{}", open("{\n"), open("\n}")),
        format!("{}x{}", open(select), open("\n }")),
        // In a variant, quotes and parentheses are text.
        format!("{}x{}", open("{ $code ->\n *[a] )"), open("\n }")),
        format!("{}x{}", open("{ \"(\" ->\n *[a] \""), open("\n }")),
    ];
    let inner = depth - 1;
    all.push(format!("{{ {}$code{} }}", "F(".repeat(inner), ")".repeat(inner)));
    all.push(format!("{select}\"{}$code{}\n }}", "{".repeat(inner), "}".repeat(inner)));
    all
}

#[test]
fn nesting_100_000_deep_is_rejected_without_parsing() {
    for text in nested(100_000) {
        // Anything over 1 MiB is rejected for its size.
        for text in [&text[..], &text[..text.len().min(900_000)]] {
            let source = format!("error-success = {text}");
            let (text, rules) = everything(&source, SMALL);
            assert_eq!(text, english(0));
            assert!(matches!(rules[..], [Rule::TooDeep | Rule::TooLarge]), "{rules:?}");
        }
    }
}

#[test]
fn nesting_100_deep_is_parsed_on_a_small_stack() {
    for (at, text) in nested(100).iter().enumerate() {
        let (text, rules) = everything(&format!("error-success = {text}"), SMALLEST_FOR_100);
        assert!(!rules.contains(&Rule::TooDeep), "{at}: {rules:?}");
        let is_call = text == english(0);
        assert!(is_call || text.trim_start_matches([')', '"', ' ']).len() <= 1, "{at}: {text}");
    }
    for text in nested(101) {
        let (_, rules) = everything(&format!("error-success = {text}"), SMALL);
        assert_eq!(rules, [Rule::TooDeep]);
    }
}

/// Returns messages of which each references the one before, inside this many braces.
fn references(count: usize, braces: usize) -> String {
    let reference = |to: usize| format!("{}m{to}{}\n", "{".repeat(braces), "}".repeat(braces));
    let links = (1..count).map(|n| format!("m{n} = {}", reference(n - 1)));
    format!("m0 = x\n{}error-success = {}", links.collect::<String>(), reference(count - 1))
}

/// A hundred references, each inside a hundred braces, would overflow the stack.
#[test]
fn deep_references_do_not_overflow_the_stack() {
    assert_eq!(everything(&references(50, 1), SMALL).0, "x");
    assert_eq!(everything(&references(100, 1), SMALLEST_FOR_100).0, "x");
    assert_eq!(everything(&references(101, 1), SMALLEST_FOR_100).0, english(0));
    assert_eq!(everything(&references(20, 5), SMALLEST_FOR_100).0, "x");
    for (count, braces) in [(100, 100), (100, 20), (2, 100), (20_000, 1)] {
        assert_eq!(everything(&references(count, braces), SMALLEST_FOR_100).0, english(0));
    }
    // Through the second attribute of a term.
    let by_attribute = |count: usize, braces: usize| {
        let term = format!("-t = x\n    .a = x\n    .k = {{ m{} }}\n", count - 1);
        let select = "error-success = { -t.k ->\n   *[x] y\n }";
        let links = references(count, braces);
        let (links, _) = links.split_once("error-success").unwrap();
        everything(&format!("{links}{term}{select}"), SMALLEST_FOR_100).0
    };
    assert_eq!(by_attribute(50, 1), "y");
    assert_eq!(by_attribute(100, 100), english(0));
}

#[test]
fn exponential_references_count_as_missing() {
    let doubled = |make: &dyn Fn(usize) -> String, last: &str| {
        let links: String = (1..=40).map(make).collect();
        everything(&format!("m0 = x\n-t0 = x\n    .a = x\n{links}error-success = {last}"), SMALL).0
    };
    let message = |n: usize| format!("m{n} = {{ m{0} }}{{ m{0} }}\n", n - 1);
    let term = |n: usize| format!("-t{n} = {{ -t{0} }}{{ -t{0} }}\n", n - 1);
    let argument = |n: usize| format!("m{n} = {{ F(m{0}, m{0}) }}\n", n - 1);
    let selector =
        |n: usize| format!("-t{n} = x\n    .a = {{ -t{0}.a ->\n *[x] {{ -t{0} }}\n }}\n", n - 1);
    let variant =
        |n: usize| format!("m{n} = {{ $code ->\n [0] {{ m{0} }}\n *[x] {{ m{0} }}\n }}\n", n - 1);
    assert_eq!(doubled(&message, "{ m40 }"), english(0));
    assert_eq!(doubled(&term, "{ -t40 }"), english(0));
    assert_eq!(doubled(&argument, "{ m40 }"), english(0));
    assert_eq!(doubled(&selector, "{ -t40.a ->\n *[x] y\n }"), "y");
    // Only the variants beyond the limit are spoiled, and this code chooses the first ones.
    assert_eq!(doubled(&variant, "{ m40 }"), "x");
}

/// Fluent's parser compares every argument name with all others.
#[test]
fn arguments_of_calls_are_bounded() {
    let long = fill(1 << 20, "error-success = { F(", |n| format!("a{n:x}:1,"), ") }");
    assert_eq!(everything(&long, SMALL), (english(0).into_owned(), vec![Rule::TooLarge]));
    let a = "一".repeat(100_000);
    for (call, text) in [
        ("F(a, a, a)", english(0)),
        ("-t(a, a)", "x".into()),
        ("-t(x: 1, a)", english(0)),
        ("F(F(a))", english(0)),
        ("F({ a })", english(0)),
    ] {
        let source = format!("a = {a}\n-t = x\nerror-success = {{ {call} }}");
        assert_eq!(everything(&source, SMALL).0, text, "{call}");
    }
    assert_eq!(everything("-t = { $x }\nerror-success = { -t(x: \"y\") }", SMALL).0, "y");
}

#[test]
fn a_hundred_thousand_attributes_are_read() {
    let source = fill(1 << 20, "error-success = x\n", |n| format!(" .a{n:04x}=b\n"), "");
    assert!(source.lines().count() > 100_000);
    let (text, rules) = everything(&source, SMALL);
    assert_eq!((text.as_str(), rules), ("x", vec![Rule::UnknownAttribute]));
}

#[test]
fn thousands_of_anything_take_linear_time() {
    let full =
        |head: &str, part: &dyn Fn(usize) -> String, tail: &str| fill(1 << 20, head, part, tail);
    let ids: Vec<&str> = ErrorType::ALL.iter().map(|error| error.message_id()).collect();
    let long_name = "a".repeat(190);
    let sources = [
        ("one attribute", full("error-success = x\n", &|_| " .a=b\n".to_owned(), "")),
        (
            "variants",
            full("error-success = { $code ->\n*[z]x\n", &|n| format!("[a{n:x}]b\n"), " }\n"),
        ),
        (
            "one variant",
            full("error-success = { $code ->\n*[z]x\n", &|_| "[a]b\n".to_owned(), " }\n"),
        ),
        ("messages", full("", &|n| format!("error-m{n:x}=a\n"), "")),
        ("one message", full("", &|_| "error-success=x\n".to_owned(), "")),
        ("falling order", full("", &|n| format!("{}=x\n", ids[46 - n % 47]), "")),
        ("references", full("error-success = ", &|n| format!("{{a{n:x}}}"), "\n")),
        ("a chain", full("m0=x\n", &|n| format!("m{}={{m{n}}}\n", n + 1), "")),
        ("variables", full("error-success = ", &|n| format!("{{$v{n:x}}}"), "\n")),
        ("names", full("", &|n| format!("-t{n:x}=n{n:x}\n"), "")),
        ("long ids", full(&format!("error-{long_name} = "), &|_| "{b}".to_owned(), "")),
        ("broken messages", full("", &|_| "a={\n".to_owned(), "")),
        ("broken lines", full("", &|_| "a\n".to_owned(), "")),
        ("broken calls", full("", &|_| "a={F(\n".to_owned(), "")),
        ("wide signs", full("error-success = ", &|_| "｛".to_owned(), "\n")),
        ("allowances", full("", &|n| format!("# lint: allow a\nerror-m{n:x}=b\n"), "")),
        ("one allowance", full("# lint: allow", &|_| " a".to_owned(), "\nerror-x=b\n")),
        ("lines", full("error-success = a", &|_| "\r\n b".to_owned(), "")),
        ("ampersands", full("error-success = ", &|_| "&".to_owned(), "")),
    ];
    for (name, source) in sources {
        let (text, _) = everything(&source, SMALL);
        assert!(!text.is_empty() && !text.contains('\n'), "{name}: {text}");
    }
}

#[test]
fn a_text_over_64_kib_counts_as_missing() {
    for (len, expected) in [(1 << 16, 1 << 16), ((1 << 16) + 1, english(0).len())] {
        let source = format!("error-success = {}", ".".repeat(len));
        assert_eq!(everything(&source, SMALL).0.len(), expected);
    }
}

#[test]
fn a_tag_of_1_mb_is_ignored() {
    for part in ["a", "zh-", "zh_CN.", "-", "@", "一", "x-", "zh-Hans-CN-u-nu-latn-", " ", "\0"] {
        let tag = part.repeat((1 << 20) / part.len());
        on_stack(SMALL, || {
            let builtin = Localizer::builtin();
            assert_eq!(builtin.text(0, &tag), english(0));
            assert_eq!(builtin.text(0, &format!("zh{tag}")), english(0));
            assert_eq!(builtin.negotiate_header(&tag).text(0), english(0));
            assert_eq!(builtin.negotiate([&tag, "zh-SG"]).text(0), "成功");
            let localizer = Localizer::builder().ftl(&tag, "error-success = x").build().unwrap();
            assert_eq!(localizer.text(0, &tag), english(0));
            assert_eq!(localizer.findings()[0].rule, Rule::LocaleFolder);
            assert!(Localizer::builder().default_locale(&tag).build().is_err());
        });
    }
}

/// Every weight is parsed, and the best ten are matched.
#[test]
fn a_header_of_10_000_languages_is_read() {
    let letters = |n: usize| {
        let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap());
        format!("{}{}{}", letter(n / 676), letter(n / 26), letter(n))
    };
    let header: String =
        (0..10_000).map(|n| format!("{};q=0.{}, ", letters(n), n % 1000)).collect();
    let builtin = Localizer::builtin();
    let chain =
        |header: &str| on_stack(SMALL, || builtin.negotiate_header(header).text(0).into_owned());
    assert_eq!(chain(&header), english(0));
    assert_eq!(chain(&format!("{header}zh-SG")), "成功");
    assert_eq!(chain(&format!("{}zh", ",".repeat(1 << 20))), "成功");
    assert_eq!(chain(&format!("zh;{}", "q=".repeat(1 << 20))), english(0));
    // Not exactly 0, so it is no refusal.
    assert_eq!(chain(&format!("zh;q=0.{}1", "0".repeat(1 << 20))), "成功");
    let wanted: Vec<String> = (0..10_000).map(letters).chain(["zh".to_owned()]).collect();
    on_stack(SMALL, || assert!(!builtin.negotiate(&wanted).text(0).is_empty()));
}

#[test]
fn thousands_of_files_are_read() {
    on_stack(SMALL, || {
        let tags = (0..3_000).map(|n| format!("en-x-{n}")).collect::<Vec<_>>();
        let regions = (0..999).map(|n| format!("en-{n:03}"));
        let add = |builder: LocalizerBuilder, tag: &str| builder.ftl(tag, "error-success = { $x }");
        let builder = tags.iter().fold(Localizer::builder(), |builder, tag| add(builder, tag));
        let builder = regions.fold(builder, |builder, tag| add(builder, &tag));
        let localizer = builder.build().unwrap();
        assert_eq!(localizer.text(0, "en-x-1"), english(0));
        assert_eq!(localizer.text(0, "en-001"), english(0));
        assert!(localizer.locales().count() > 250);
        assert!(localizer.findings().is_empty());
    });
}
