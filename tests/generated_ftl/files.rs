//! Generators of `.ftl` files.

use proptest::prelude::*;

/// Parts that any pattern may contain.
const PARTS: [&str; 19] = [
    "text",
    "好",
    " ",
    "x y",
    "{ \"\" }",
    "{ \"\\u3164\" }",
    "{ \"}\" }",
    "{ \"{\" }",
    "{ $code }",
    "{ $name }",
    "{ $x }",
    "{ $y }",
    "{{ $x }}",
    "{ 5.00 }",
    "{{ 3 }}",
    "{ -0 }",
    "{{ \"s\" }}",
    "\n    ",
    "\n\n    ",
];
const SELECTORS: [&str; 7] = ["$code", "$x", "$y", "$who", "\"v\"", "1", "$name"];
/// References to the entries of a file, in order. Each entry may use those before its own.
const REFERENCES: [&str; 20] = [
    "{ -b }",
    "{ -b(y: \"v\") }",
    "{ -b(x: \"v\", y: 3) }",
    "{ -b(x: 1, z: 3) }",
    "{{ -b(x: \"v\") }}",
    "{ -a }",
    "{ -a(x: \"v\") }",
    "{ -a(x: 1, y: \"w\") }",
    "{ -a($code, x: \"v\") }",
    "{{ -a(x: \"v\") }}",
    "{ n }",
    "{ n.k }",
    "{ n }",
    "{{ n }}",
    "{ n.k }",
    "{ m }",
    "{ m.k }",
    "{ error-success }",
    "{ error-is-friend.suggestion }",
    "{ -c }",
];
const TERM_SELECTORS: [&str; 4] =
    ["-b.k", "-b.k(x: \"v\")", "-a.k(y: 1)", "-a.k(x: \"v\", y: \"w\")"];

/// Generates a pattern for an entry of this level, which refers only to lower levels.
fn pattern(level: usize) -> impl Strategy<Value = String> {
    let references = &REFERENCES[..level * 5];
    let all: Vec<&str> = PARTS.into_iter().chain(references.iter().copied()).collect();
    let leaf = proptest::sample::select(all).prop_map(str::to_owned);
    let selectors = SELECTORS.into_iter().chain(TERM_SELECTORS.into_iter().take(level * 2));
    let selector = proptest::sample::select(selectors.collect::<Vec<_>>());
    let part = leaf.prop_recursive(2, 12, 4, move |inner| {
        let pattern = proptest::collection::vec(inner, 0..3).prop_map(|parts| parts.concat());
        (selector.clone(), pattern.clone(), pattern).prop_map(|(selector, first, second)| {
            format!(
                "{{ {selector} ->\n    [v] x{first}\n    [56] y{second}\n    [1.0] d\n    [one] z{first}\n    \
                 [few] f\n   \
                 *[other] o{second}\n    }}"
            )
        })
    });
    proptest::collection::vec(part, 1..4).prop_map(|parts| parts.concat())
}

/// Generates a file with messages for three codes and for unknown codes, two other messages, and two
/// terms.
pub(crate) fn file() -> impl Strategy<Value = String> {
    let entries = [
        ("-b = b", "k", 0),
        ("-a = a", "k", 1),
        ("n =", "k", 2),
        ("m =", "k", 3),
        ("error-success =", "suggestion", 3),
        ("error-not-friend =", "suggestion", 3),
        ("error-is-friend =", "suggestion", 4),
        ("error-64 =", "suggestion", 3),
        ("error-unknown =", "suggestion", 3),
    ];
    let entry = |(id, attribute, level): (&'static str, &'static str, usize)| {
        (pattern(level), proptest::option::of(pattern(level))).prop_map(move |(value, second)| {
            let second = second.map(|value| format!("\n    .{attribute} = {value}"));
            format!("{id} {value}{}\n", second.unwrap_or_default())
        })
    };
    entries.map(entry).prop_map(|entries| entries.concat())
}

/// Parts of the patterns of [`several`], references to everything in all of its files among them.
const SCATTERED: [&str; 29] = [
    "text",
    "好",
    " x ",
    "word",
    "{ \"\" }",
    "{ 1.50 }",
    "{ -3.25 }",
    "{{{ 2.0 }}}",
    "{ $code }",
    "{ $x }",
    "{{ $y }}",
    "{{{ $x }}}",
    "{ $who }",
    "{ -a }",
    "{ -a(n: 1.0) }",
    "{ -b(n: 1.50, x: \"v\") }",
    "{{ -b }}",
    "{ -c(n: 0.0) }",
    "{ -a.k }",
    "{ m }",
    "{{ m }}",
    "{ n.k }",
    "{ n }",
    "{ error-success }",
    "{ error-64.suggestion }",
    "{ error-unknown }",
    "{ nothing }",
    "{ -nothing }",
    "{ m.nothing }",
];
const SCATTERED_SELECTORS: [&str; 12] = [
    "$code",
    "$x",
    "$y",
    "$n",
    "1.0",
    "2.50",
    "-1",
    "\"v\"",
    "-a.k",
    "-b.k(n: 1.50)",
    "-b.k(x: \"v\")",
    "-c.k(n: 2)",
];
const KEYS: [&str; 11] = ["0", "1", "1.0", "1.50", "-1", "v", "one", "two", "few", "many", "zero"];
/// The messages and terms, each with an attribute, that a file of [`several`] may define.
const ENTRIES: [(&str, &str); 11] = [
    ("-a", "k"),
    ("-b", "k"),
    ("-c", "k"),
    ("m", "k"),
    ("n", "k"),
    ("error-success", "suggestion"),
    ("error-not-friend", "suggestion"),
    ("error-is-friend", "suggestion"),
    ("error-64", "suggestion"),
    ("error-unknown", "suggestion"),
    ("error-99999", "suggestion"),
];

/// Generates a pattern that may refer to anything, itself included.
fn scattered() -> impl Strategy<Value = String> {
    // Most parts show something, so that most messages do.
    let part = proptest::sample::select(&SCATTERED[..]);
    let text = proptest::sample::select(&SCATTERED[..4]);
    let leaf = prop_oneof![text, part].prop_map(str::to_owned);
    let part = leaf.prop_recursive(3, 12, 3, |inner| {
        let selector = proptest::sample::select(&SCATTERED_SELECTORS[..]);
        let keys = proptest::sample::subsequence(&KEYS[..], 0..4).prop_shuffle();
        let default = proptest::sample::select(&["other", "v", "1", "few"][..]);
        (selector, keys, default, inner.clone(), inner).prop_map(
            |(selector, keys, default, first, last)| {
                let mut variants = String::new();
                for key in keys {
                    variants += &format!("\n    [{key}] {key}{first}");
                }
                format!("{{ {selector} ->{variants}\n   *[{default}] o{last}\n    }}")
            },
        )
    });
    proptest::collection::vec(part, 1..3).prop_map(|parts| parts.concat())
}

/// Generates files of one locale, which refer to each other and override each other's definitions. Their
/// entries stand in any order.
pub(crate) fn several() -> impl Strategy<Value = Vec<String>> {
    let ids = proptest::sample::subsequence(&ENTRIES[..], 0..=ENTRIES.len()).prop_shuffle();
    let file = ids.prop_flat_map(|ids| {
        let texts = (scattered(), proptest::option::of(scattered()));
        let texts = proptest::collection::vec(texts, ids.len());
        texts.prop_map(move |texts| {
            let mut file = String::new();
            for ((id, attribute), (value, second)) in ids.iter().zip(texts) {
                file += &format!("{id} = {value}\n");
                if let Some(second) = second {
                    file += &format!("    .{attribute} = {second}\n");
                }
            }
            file
        })
    });
    proptest::collection::vec(file, 1..4)
}
