//! The operations, and how each peer performs them.

use std::env;
use std::hint::black_box;

use fluent_langneg::{NegotiationStrategy, negotiate_languages, parse_accepted_languages};
use i18n_embed::LanguageLoader;
use i18n_embed::fluent::FluentLanguageLoader;
use im_error_l10n::{ErrorType, FluentArgs, LocaleChain, Localizer, fluent_args};
use peers::by::fluent_bundle::{bundle, bundle_of, code_argument, text};
use peers::by::{i18n_embed as embed, rust_i18n};
use peers::{UNKNOWN_ID, id, literal};
use unic_langid::LanguageIdentifier;

use crate::measure::Case;

pub const OURS: &str = "im-error-l10n";
pub const MATCH: &str = "`match`";
pub const BUNDLE: &str = "fluent-bundle";
pub const EMBED: &str = "i18n-embed";
pub const RUST: &str = "rust-i18n";

pub const BOUND: &str = "lookup, bound";
pub const EXACT: &str = "lookup with the tag `zh-CN`";
pub const INEXACT: &str = "lookup with the tag `zh-Hans-CN`";
pub const UNKNOWN: &str = "unknown code";
pub const UNKNOWN_EXACT: &str = "unknown code with the tag `zh-CN`";
pub const ARGUMENT: &str = "message with an argument";
pub const READY: &str = "the same, the argument made before";
pub const PLURAL: &str = "a plural, the argument made before";
pub const NEGOTIATION: &str = "negotiation of `zh-Hans-CN, en-GB`";
pub const HEADER: &str = "negotiation of a browser’s header";
pub const BUILD: &str = "building with one added message";

pub const WANTED: [&str; 2] = ["zh-Hans-CN", "en-GB"];
pub const ACCEPT_LANGUAGE: &str = "zh-CN,zh;q=0.9,en-US;q=0.8,en;q=0.7";
const FILTERING: NegotiationStrategy = NegotiationStrategy::Filtering;

/// The code whose added message has an argument. The message is the same as for unknown codes, so
/// that the peers need no message of their own.
const LIMIT: ErrorType = ErrorType::TouchLimit;
const ADDED: &str = "error-touch-limit = 未知错误（错误码：{ $limit }）";
const PLURALS: &str = "error-touch-limit = { $limit ->\n    [one] { $limit } chat\n   *[other] { $limit } chats\n }\n";
/// The first of the unknown codes.
const FIRST: i32 = 90_000;

#[derive(Clone, Copy)]
struct Operation {
    name: &'static str,
    codes: &'static [i32],
    expected: fn(i32) -> String,
}

/// Adds an implementation of an operation. `read` extracts the part of an answer that is compared.
/// When only one case runs, one answer is checked, so that one-time work is done before.
fn add<T>(
    all: &mut Vec<Case>,
    Operation { name, codes, expected }: Operation,
    who: &'static str,
    read: impl Fn(T) -> String,
    answer: impl Fn(i32) -> T + 'static,
) {
    let checked = if env::args().len() == 1 { codes } else { &codes[..1] };
    let is_right = checked.iter().all(|code| read(answer(*code)) == expected(*code));
    let mut case = Case::new(name, who, codes, answer);
    case.is_right = is_right;
    all.push(case);
}

fn owned<T: AsRef<str>>(text: T) -> String {
    text.as_ref().to_owned()
}

fn first(chain: LocaleChain) -> String {
    chain.locales().next().map(owned).unwrap_or_default()
}

/// Parses a tag, because operating systems and browsers supply strings.
fn parsed(tag: &str) -> LanguageIdentifier {
    black_box(tag).parse().unwrap()
}

fn build() -> Localizer {
    Localizer::builder().ftl("zh-CN", black_box(ADDED)).build().unwrap()
}

/// All known codes, shuffled.
pub fn codes() -> &'static [i32] {
    let count = ErrorType::ALL.len();
    let codes: Vec<i32> = (0..count).map(|at| ErrorType::ALL[at * 29 % count].code()).collect();
    codes.leak()
}

pub fn cases(codes: &'static [i32]) -> Vec<Case> {
    ::rust_i18n::set_locale("zh-CN");
    let mut all = vec![Case::new("", "empty loop", codes, |code| code)];
    lookups(&mut all, codes);
    numbers(&mut all);
    negotiations(&mut all, codes);
    all
}

fn lookups(all: &mut Vec<Case>, codes: &'static [i32]) {
    let chain = Localizer::builtin().negotiate(["zh-CN"]);
    let (by_hand, loader) = (&*Box::leak(Box::new(bundle("zh-CN"))), embed::loader("zh-CN"));
    let expected = |code| owned(literal(code));
    let bound = Operation { name: BOUND, codes, expected };
    let chain: &LocaleChain = Box::leak(Box::new(chain));
    add(all, bound, OURS, owned, |code| chain.text(code));
    add(all, bound, MATCH, owned, literal);
    add(all, bound, BUNDLE, owned, |code| text(by_hand, id(code), None));
    add(all, bound, EMBED, owned, move |code| loader.get(id(code)));
    add(all, bound, RUST, owned, |code| rust_i18n::text(id(code)));
    for (name, tag) in [(EXACT, "zh-CN"), (INEXACT, "zh-Hans-CN")] {
        let tagged = Operation { name, codes, expected };
        let loader = embed::loader("zh-CN");
        add(all, tagged, OURS, owned, move |code| Localizer::builtin().text(code, black_box(tag)));
        add(all, tagged, EMBED, owned, move |code| {
            loader.select_languages_negotiate(&[parsed(tag)], FILTERING).get(id(code))
        });
        add(all, tagged, RUST, owned, move |code| rust_i18n::text_in(id(code), black_box(tag)));
    }
}

/// Messages with a number in the text. The first and third operation are the same for the peers.
fn numbers(all: &mut Vec<Case>) {
    let codes: &[i32] = (FIRST..FIRST + 47).collect::<Vec<i32>>().leak();
    let expected = |code| format!("未知错误（错误码：{code}）");
    let chain: &LocaleChain = Box::leak(Box::new(Localizer::builtin().negotiate(["zh-CN"])));
    let added: &LocaleChain = Box::leak(Box::new(build().negotiate(["zh-CN"])));
    let by_hand = &*Box::leak(Box::new(bundle("zh-CN")));
    let unknown = Operation { name: UNKNOWN, codes, expected };
    let exact = Operation { name: UNKNOWN_EXACT, ..unknown };
    let argument = Operation { name: ARGUMENT, ..unknown };
    add(all, unknown, OURS, owned, |code| chain.text(code));
    add(all, exact, OURS, owned, |code| Localizer::builtin().text(code, black_box("zh-CN")));
    add(all, argument, OURS, owned, |code| added.text_with(LIMIT, &fluent_args!["limit" => code]));
    for operation in [unknown, argument] {
        let loader = embed::loader("zh-CN");
        add(all, operation, BUNDLE, owned, |code| {
            text(by_hand, UNKNOWN_ID, Some(&code_argument(code))).into_owned()
        });
        add(all, operation, EMBED, owned, move |code| {
            loader.get_args_fluent(UNKNOWN_ID, Some(&code_argument(code)))
        });
        add(all, operation, RUST, owned, rust_i18n::unknown);
    }
    let ready = Operation { name: READY, ..unknown };
    let at = |code: i32| (code - FIRST) as usize;
    let limits = codes.iter().map(|code| fluent_args!["limit" => *code]).collect::<Vec<_>>();
    let arguments = codes.iter().map(|code| code_argument(*code)).collect::<Vec<_>>();
    add(all, ready, OURS, owned, move |code| {
        added.text_with(LIMIT, &limits[at(code)]).into_owned()
    });
    add(all, ready, BUNDLE, owned, move |code| {
        text(by_hand, UNKNOWN_ID, Some(&arguments[at(code)])).into_owned()
    });
    add(all, ready, RUST, owned, rust_i18n::unknown);
    plurals(all, codes);
    let built = Operation { name: BUILD, codes: &[FIRST], expected };
    let limit = fluent_args!["limit" => FIRST];
    let shown = |made: Localizer| owned(made.negotiate(["zh-CN"]).text_with(LIMIT, &limit));
    add(all, built, OURS, shown, |_| build());
    let shown = |made| owned(text(&made, UNKNOWN_ID, Some(&code_argument(FIRST))));
    add(all, built, BUNDLE, shown, |_| bundle("zh-CN"));
}

/// A message that selects by the plural category of a number.
fn plurals(all: &mut Vec<Case>, codes: &'static [i32]) {
    let at = |code: i32| (code - FIRST) as usize;
    let limits: Vec<FluentArgs> = codes.iter().map(|code| fluent_args!["limit" => *code]).collect();
    let limits: &[FluentArgs] = limits.leak();
    let added = Localizer::builder().ftl("en-US", PLURALS).build().unwrap();
    let chain: &LocaleChain = Box::leak(Box::new(added.negotiate(["en-US"])));
    let by_hand = &*Box::leak(Box::new(bundle_of("en-US", PLURALS.to_owned())));
    let plural = Operation { name: PLURAL, codes, expected: |code| format!("{code} chats") };
    add(all, plural, OURS, owned, move |code| {
        chain.text_with(LIMIT, &limits[at(code)]).into_owned()
    });
    add(all, plural, BUNDLE, owned, move |code| {
        text(by_hand, LIMIT.message_id(), Some(&limits[at(code)])).into_owned()
    });
}

/// From two tags or a header to a chain or loader or, with fluent-langneg, which fluent-bundle is
/// used with, to the locales.
fn negotiations(all: &mut Vec<Case>, codes: &'static [i32]) {
    let tags = Operation { name: NEGOTIATION, codes, expected: |_| owned("zh-CN") };
    let header = Operation { name: HEADER, ..tags };
    let available: &[LanguageIdentifier] = ["en-US", "zh-CN"].map(parsed).to_vec().leak();
    let negotiated = |wanted: &[LanguageIdentifier]| {
        negotiate_languages(wanted, available, Some(&available[0]), FILTERING)
    };
    let first_of = |locales: Vec<&LanguageIdentifier>| locales[0].to_string();
    let first_loaded = |loader: FluentLanguageLoader| loader.current_language().to_string();
    let loader = embed::loader("zh-CN");
    add(all, tags, OURS, first, |_| Localizer::builtin().negotiate(black_box(WANTED)));
    add(all, tags, BUNDLE, first_of, move |_| negotiated(&WANTED.map(parsed)));
    add(all, tags, EMBED, first_loaded, move |_| {
        loader.select_languages_negotiate(&WANTED.map(parsed), FILTERING)
    });
    add(all, header, OURS, first, |_| {
        Localizer::builtin().negotiate_header(black_box(ACCEPT_LANGUAGE))
    });
    add(all, header, BUNDLE, first_of, move |_| {
        negotiated(&parse_accepted_languages(black_box(ACCEPT_LANGUAGE)))
    });
}
