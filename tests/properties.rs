//! Properties that hold for any code, tag, header and added file.

#![cfg(feature = "fluent")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

mod two_locales;

use im_error_l10n::{ErrorType, Localizer, LocalizerBuilder, fluent_args};
use proptest::prelude::*;
use two_locales::builder;

/// Generates codes: known ones, the limits, and any number.
fn code() -> impl Strategy<Value = i32> {
    let known = proptest::sample::select(ErrorType::ALL).prop_map(ErrorType::code);
    let edges = proptest::sample::select(&[i32::MIN, -1, 0, 3, 101, 10007, i32::MAX][..]);
    prop_oneof![known, edges, any::<i32>()]
}

/// Generates locale tags: real ones, plausible ones, and any string.
fn tag() -> impl Strategy<Value = String> {
    prop_oneof![
        "(zh|en|fr|es|pt|sr|ar|yue|und|cmn|nb|no)([-_](Hans|Hant|Latn|Cyrl))?([-_](CN|TW|HK|US|GB|419|BR))?",
        "[a-zA-Z]{1,8}([-_.@][a-zA-Z0-9]{1,8}){0,5}",
        any::<String>(),
    ]
}

/// Generates FTL: messages with every feature of Fluent, and any string.
fn ftl() -> impl Strategy<Value = String> {
    let id =
        proptest::sample::select(&["error-success", "error-not-friend", "error-unknown", "x"][..]);
    let part = proptest::sample::select(
        &[
            "text",
            "{ $code }",
            "{ $who }",
            "{ -term }",
            "{ error-success }",
            "{ \"\\u000A\" }",
            "\n    ",
            "{ \"\" }",
            " ",
            "{ $code ->\n    [56] a\n   *[other] b\n }",
            "}",
            "{",
            "\u{202e}",
            "\n.a = b",
            "\n    .suggestion = s",
            "\t",
            "＝",
            "\r\n",
            "{ F() }",
        ][..],
    );
    let message = (id, proptest::collection::vec(part, 0..5));
    let messages = proptest::collection::vec(message, 0..6).prop_map(|messages| {
        let lines = messages.into_iter().map(|(id, parts)| format!("{id} = {}\n", parts.concat()));
        lines.collect::<String>()
    });
    prop_oneof![messages, any::<String>()]
}

fn is_one_line(text: &str) -> bool {
    !text.trim().is_empty()
        && !text.contains(|c: char| c.is_control() || "\u{2028}\u{2029}".contains(c))
}

fn is_plain(text: &str) -> bool {
    let bidi = |c: char| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    is_one_line(text)
        && !text.contains(bidi)
        && !text.contains(['[', ']', '<', '>', '*', '`', '{', '}'])
}

fn chain(localizer: &Localizer, wanted: &[String]) -> Vec<String> {
    localizer.negotiate(wanted).locales().map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_code_and_locale_have_a_plain_text(code in code(), tag in tag(), header in any::<String>()) {
        let localizer = Localizer::builtin();
        let message = localizer.message(code, &tag);
        prop_assert!(is_plain(message.text()), "{:?}", message);
        prop_assert!(message.suggestion().is_none_or(is_plain));
        prop_assert!(localizer.locales().any(|locale| locale == message.locale()));
        let chain = localizer.negotiate([&tag]);
        prop_assert_eq!(chain.text(code), message.text());
        prop_assert!(is_plain(&localizer.negotiate_header(&header).text(code)));
        prop_assert!(is_plain(&localizer.negotiate_header(&tag).text(code)));
    }

    #[test]
    fn any_added_source_results_in_one_line(code in code(), tag in tag(), source in ftl(), who in any::<String>()) {
        // An argument may say anything; what is asserted is that no source shows as it is.
        let who = who.replace('{', "(");
        let builder = Localizer::builder().ftl(&tag, source.as_str()).ftl("zh-CN", source.as_str());
        let localizer = builder.build().unwrap();
        let args = fluent_args!["who" => who];
        for wanted in [tag.as_str(), "zh", "en"] {
            let chain = localizer.negotiate([wanted]);
            for message in [chain.message(code), chain.message_with(code, &args)] {
                prop_assert!(is_one_line(message.text()), "{:?}", message);
                prop_assert!(message.suggestion().is_none_or(is_one_line), "{:?}", message);
                prop_assert!(!message.text().contains("{$"), "raw placeable");
            }
        }
        for finding in localizer.findings() {
            prop_assert!(finding.line >= 1 && finding.column >= 1 && !finding.message.is_empty());
        }
    }

    #[test]
    fn chains_have_no_duplicates_and_include_the_default(
        wanted in proptest::collection::vec(tag(), 0..12),
        added in proptest::collection::vec(tag(), 0..4),
    ) {
        let localizer = with(&added);
        let chain = chain(&localizer, &wanted);
        let mut distinct = chain.clone();
        distinct.sort();
        distinct.dedup();
        prop_assert_eq!(distinct.len(), chain.len());
        // The default locale is last, unless the user asks for it.
        let default = localizer.default_locale();
        let wants_default = chain.last().is_some_and(|last| last != default);
        let embedded = Localizer::builtin();
        let embedded_chain = embedded.negotiate(&wanted);
        let message = embedded_chain.message(0);
        prop_assert!(chain.iter().any(|tag| tag == default));
        prop_assert!(!wants_default || !message.is_fallback());
    }

    #[test]
    fn available_tags_are_their_own_best_match(added in proptest::collection::vec(tag(), 0..6)) {
        let localizer = with(&added);
        for tag in localizer.locales() {
            let chain = localizer.negotiate([tag]);
            prop_assert_eq!(chain.locales().next(), Some(tag));
        }
    }

    /// The three unrelated locales match no other language.
    #[test]
    fn unrelated_locales_do_not_change_answers(
        wanted in list_of_tags(),
        added in list_of_tags(),
        unrelated in proptest::sample::select(&["vi", "th-TH", "el-Grek-CY"][..]),
        at in any::<proptest::sample::Index>(),
    ) {
        let is_asked_for = |tag: &String| {
            let canonical = canonical(tag).unwrap_or_default();
            ["vi", "th", "el"].contains(&canonical.split('-').next().unwrap_or_default())
        };
        prop_assume!(!wanted.iter().chain(&added).any(is_asked_for));
        let mut more = added.clone();
        more.insert(at.index(added.len() + 1), unrelated.to_owned());
        prop_assert_eq!(chain(&with(&added), &wanted), chain(&with(&more), &wanted));
    }

    #[test]
    fn the_order_of_adding_does_not_change_which_locales_match(
        wanted in list_of_tags(),
        (added, shuffled) in list_of_tags().prop_flat_map(|tags| (Just(tags.clone()), Just(tags).prop_shuffle())),
    ) {
        let members = |added: &[String]| {
            let mut chain = chain(&with(added), &wanted);
            chain.sort();
            chain
        };
        prop_assert_eq!(members(&added), members(&shuffled));
    }

    /// Ties go to the locale that was added first, but these sets have no ties.
    #[test]
    fn the_order_of_adding_does_not_matter(
        wanted in proptest::collection::vec("(zh-HK|en-AU|es-AR|pt-AO|sr-ME|de|fr-CA)", 1..4),
        order in Just(vec!["es-419", "es", "pt-PT", "zh-TW", "en-GB", "fr", "sr-Latn"]).prop_shuffle(),
    ) {
        let added: Vec<_> = order.into_iter().map(str::to_owned).collect();
        let mut sorted = added.clone();
        sorted.sort();
        prop_assert_eq!(chain(&with(&added), &wanted), chain(&with(&sorted), &wanted));
    }

    #[test]
    fn text_and_suggestion_come_from_one_message_of_one_locale(
        wanted in list_of_tags(),
        added in proptest::collection::vec((tag(), 0..MESSAGES.len()), 0..8),
    ) {
        let source = |at: usize, kind: usize| MESSAGES[kind].replace('#', &at.to_string());
        let mut builder = Localizer::builder();
        for (at, (tag, kind)) in added.iter().enumerate() {
            builder = builder.ftl(tag, source(at, *kind));
        }
        let localizer = builder.build().unwrap();
        let chain = localizer.negotiate(&wanted);
        let message = chain.message(0);
        let embedded = Localizer::builtin();
        // In each locale in turn: the message that was added last, or else the embedded one.
        let mut expected = None;
        for locale in chain.locales() {
            let mut files = added.iter().enumerate().rev();
            let newest = files.find(|(_, (tag, _))| canonical(tag).as_deref() == Some(locale));
            let embedded = embedded.negotiate([locale]).message(0).into_owned();
            let embedded = (embedded.locale() == locale).then_some(embedded);
            let texts = match (newest, embedded) {
                (Some((at, (_, 0))), _) => (format!("text {at}"), Some(format!("suggestion {at}"))),
                (Some((at, (_, 1))), _) => (format!("text {at}"), None),
                (_, Some(message)) => {
                    (message.text().to_owned(), message.suggestion().map(str::to_owned))
                }
                _ => continue,
            };
            expected = Some((locale, texts));
            break;
        }
        let (locale, (text, suggestion)) = expected.unwrap();
        prop_assert_eq!(message.locale(), locale);
        prop_assert_eq!(message.text(), text);
        prop_assert_eq!(message.suggestion(), suggestion.as_deref());
    }
}

/// Ways to write a message, where `#` is the number of the file. Only the first two have a text.
const MESSAGES: [&str; 6] = [
    "error-success = text #\n    .suggestion = suggestion #",
    "error-success = text #",
    "error-success = text #\n    .suggestion = suggestion { $missing }",
    "error-success = text { $missing }\n    .suggestion = suggestion #",
    "error-success =\n    .suggestion = suggestion #",
    "error-success = { \"\" }\n    .suggestion = suggestion #",
];

fn list_of_tags() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(tag(), 0..6)
}

fn with(tags: &[String]) -> Localizer {
    let add = |builder: LocalizerBuilder, tag: &String| builder.ftl(tag, "error-success = x");
    tags.iter().fold(builder(), add).build().unwrap()
}

/// Returns the canonical form of a tag: the locale that adding a file creates.
fn canonical(tag: &str) -> Option<String> {
    let localizer = builder().ftl(tag, "error-success = x").build().unwrap();
    if !localizer.findings().is_empty() {
        return None;
    }
    for locale in localizer.locales() {
        if localizer.text(ErrorType::Success, locale) == "x" {
            return Some(locale.to_owned());
        }
    }
    None
}
