//! The operations, and how each peer performs them.

use std::env;
use std::hint::black_box;

use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use fluent_templates::{LanguageIdentifier, Loader};
use i18n_embed::LanguageLoader;
use i18n_embed::fluent::FluentLanguageLoader;
use im_error_l10n::{ErrorType, LocaleChain, LocalizedMessage, Localizer, fluent_args};
use peers::by::fluent_bundle::{Bundle, bundle, code_argument, suggestion, text};
use peers::by::{
    es_fluent, fluent_templates as templates, fluent_zero, i18n_embed as embed, rust_i18n,
};
use peers::{UNKNOWN_ID, id, literal, suggestion_id};

use crate::measure::{Case, measured_loop};

pub const OURS: &str = "im-error-l10n";
const MATCH: &str = "`match`";
const BUNDLE: &str = "fluent-bundle";
const EMBED: &str = "i18n-embed";
const TEMPLATES: &str = "fluent-templates";
const RUST: &str = "rust-i18n";
const ES: &str = "es-fluent";
const ZERO: &str = "fluent-zero";

pub const BOUND: &str = "lookup, bound";
pub const EXACT: &str = "lookup with the tag `zh-CN`";
pub const INEXACT: &str = "lookup with the tag `zh-Hans-CN`";
const UNKNOWN: &str = "unknown code";
const ARGUMENT: &str = "message with an argument";
const SUGGESTION: &str = "message and suggestion";
pub const NEGOTIATION: &str = "negotiation of `zh-Hans-CN, en-GB`";

pub const WANTED: [&str; 2] = ["zh-Hans-CN", "en-GB"];
const FILTERING: NegotiationStrategy = NegotiationStrategy::Filtering;

/// The code whose added message has an argument. The message is the same as for unknown codes, so
/// that the peers need no message of their own.
pub const LIMIT: ErrorType = ErrorType::TouchLimit;
const ADDED: &str = "error-touch-limit = 未知错误（错误码：{ $limit }）";

/// The state that is ready before a lookup.
pub struct Ready {
    pub chain: LocaleChain,
    pub with_argument: LocaleChain,
    pub zh: LanguageIdentifier,
    pub bundle: Bundle,
    pub loader: FluentLanguageLoader,
    es: es_fluent_manager_embedded::EmbeddedI18n,
    pub zero: ::fluent_zero::LocaleState,
}

impl Ready {
    pub fn new() -> &'static Ready {
        ::rust_i18n::set_locale("zh-CN");
        let localizer = Localizer::builder().ftl("zh-CN", ADDED).build().unwrap();
        Box::leak(Box::new(Ready {
            chain: Localizer::builtin().negotiate(["zh-CN"]),
            with_argument: localizer.negotiate(["zh-CN"]),
            zh: parsed("zh-CN"),
            bundle: bundle("zh-CN"),
            loader: embed::loader("zh-CN"),
            es: es_fluent::manager("zh-CN").unwrap(),
            zero: fluent_zero::locale("zh-CN"),
        }))
    }
}

/// Collects the implementations of one operation.
struct Operation<E> {
    name: &'static str,
    codes: &'static [i32],
    /// The expected answers. When only one case runs, one answer is checked, so that one-time work
    /// is done before the measurement.
    expected: Vec<E>,
    cases: Vec<Case>,
}

impl<E: PartialEq> Operation<E> {
    fn new(name: &'static str, codes: &'static [i32], expected: impl Fn(i32) -> E) -> Operation<E> {
        let checked = if env::args().len() == 1 { codes } else { &codes[..1] };
        let expected = checked.iter().map(|code| expected(*code)).collect();
        Operation { name, codes, expected, cases: Vec::new() }
    }

    /// Adds an implementation. `read` extracts the part of an answer that is compared.
    fn by<T>(
        mut self,
        who: &'static str,
        read: impl Fn(T) -> E,
        answer: impl Fn(i32) -> T + 'static,
    ) -> Self {
        let codes = self.codes;
        let mut answers = codes.iter().zip(&self.expected);
        let is_right = answers.all(|(code, expected)| read(answer(*code)) == *expected);
        let run = move |passes| measured_loop(codes, passes, &answer);
        let mut case = Case::new(self.name, who, codes.len(), run);
        case.is_right = is_right;
        self.cases.push(case);
        self
    }
}

fn owned<T: AsRef<str>>(text: T) -> String {
    text.as_ref().to_owned()
}

fn both<T: AsRef<str>>((text, suggestion): (T, T)) -> (String, String) {
    (owned(text), owned(suggestion))
}

fn of_message(message: LocalizedMessage<'_>) -> (String, String) {
    (owned(message.text()), owned(message.suggestion().unwrap_or_default()))
}

/// Removes the marks around arguments, which es-fluent always adds.
fn unmarked(text: String) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

/// Parses a tag, because operating systems and browsers supply strings.
fn parsed(tag: &str) -> LanguageIdentifier {
    black_box(tag).parse().unwrap()
}

/// All known codes, shuffled.
pub fn codes() -> &'static [i32] {
    let count = ErrorType::ALL.len();
    let codes: Vec<i32> = (0..count).map(|at| ErrorType::ALL[at * 29 % count].code()).collect();
    codes.leak()
}

pub fn cases(ready: &'static Ready) -> Vec<Case> {
    let codes = codes();
    let empty = |passes| measured_loop(self::codes(), passes, |code| code);
    let mut cases = vec![Case::new("", "empty loop", codes.len(), empty)];
    cases.extend(bound(ready, codes));
    cases.extend(with_tag(ready, EXACT, "zh-CN", codes));
    cases.extend(with_tag(ready, INEXACT, "zh-Hans-CN", codes));
    cases.extend(numbers(ready, UNKNOWN));
    cases.extend(numbers(ready, ARGUMENT));
    cases.extend(suggestions(ready, codes));
    cases.extend(negotiation(ready, codes));
    cases
}

fn bound(ready: &'static Ready, codes: &'static [i32]) -> Vec<Case> {
    Operation::new(BOUND, codes, |code| owned(literal(code)))
        .by(OURS, owned, |code| ready.chain.text(code))
        .by(MATCH, owned, literal)
        .by(BUNDLE, owned, |code| text(&ready.bundle, id(code), None))
        .by(EMBED, owned, |code| ready.loader.get(id(code)))
        .by(TEMPLATES, owned, |code| templates::LOADER.lookup(&ready.zh, id(code)))
        .by(RUST, owned, |code| rust_i18n::text(id(code)))
        .by(ES, owned, |code| es_fluent::text(&ready.es, code))
        .by(ZERO, owned, |code| fluent_zero::text(&ready.zero, id(code)))
        .cases
}

fn with_tag(
    ready: &'static Ready,
    operation: &'static str,
    tag: &'static str,
    codes: &'static [i32],
) -> Vec<Case> {
    let selected = |tag| ready.loader.select_languages_negotiate(&[parsed(tag)], FILTERING);
    Operation::new(operation, codes, |code| owned(literal(code)))
        .by(OURS, owned, move |code| Localizer::builtin().text(code, black_box(tag)))
        .by(EMBED, owned, move |code| selected(tag).get(id(code)))
        .by(TEMPLATES, owned, move |code| templates::LOADER.lookup(&parsed(tag), id(code)))
        .by(RUST, owned, move |code| rust_i18n::text_in(id(code), black_box(tag)))
        .by(ZERO, owned, move |code| {
            fluent_zero::text(&fluent_zero::locale(black_box(tag)), id(code))
        })
        .cases
}

/// Messages with a number in the text. Both operations are the same for the peers.
fn numbers(ready: &'static Ready, operation: &'static str) -> Vec<Case> {
    let codes = (90_000..90_047).collect::<Vec<i32>>().leak();
    let work = Operation::new(operation, codes, |code| format!("未知错误（错误码：{code}）"));
    let limit = |code| ready.with_argument.text_with(LIMIT, &fluent_args!["limit" => code]);
    let work = match operation {
        UNKNOWN => work.by(OURS, owned, |code| ready.chain.text(code)),
        _ => work.by(OURS, owned, limit),
    };
    let by_hand = |code| text(&ready.bundle, UNKNOWN_ID, Some(&code_argument(code))).into_owned();
    let embedded = |code| ready.loader.get_args_fluent(UNKNOWN_ID, Some(&code_argument(code)));
    work.by(BUNDLE, owned, by_hand)
        .by(EMBED, owned, embedded)
        .by(TEMPLATES, owned, |code| templates::unknown(code, &ready.zh))
        .by(RUST, owned, rust_i18n::unknown)
        .by(ES, unmarked, |code| es_fluent::text(&ready.es, code))
        .by(ZERO, owned, |code| fluent_zero::unknown(&ready.zero, code))
        .cases
}

fn suggestions(ready: &'static Ready, codes: &[i32]) -> Vec<Case> {
    let mut codes = codes.to_vec();
    codes.retain(|code| suggestion_id(*code) != UNKNOWN_ID);
    let by_hand = |code| (text(&ready.bundle, id(code), None), suggestion(&ready.bundle, id(code)));
    let embedded = |id| (ready.loader.get(id), ready.loader.get_attr(id, "suggestion"));
    let template = |id| templates::LOADER.lookup(&ready.zh, id);
    let zero = |id| fluent_zero::text(&ready.zero, id);
    Operation::new(SUGGESTION, codes.leak(), |code| both(by_hand(code)))
        .by(OURS, of_message, |code| ready.chain.message(code))
        .by(BUNDLE, both, by_hand)
        .by(EMBED, both, move |code| embedded(id(code)))
        .by(TEMPLATES, both, move |code| (template(id(code)), template(suggestion_id(code))))
        .by(RUST, both, |code| (rust_i18n::text(id(code)), rust_i18n::text(suggestion_id(code))))
        .by(ZERO, both, move |code| (zero(id(code)), zero(suggestion_id(code))))
        .cases
}

/// From two tags to a chain or loader or, with fluent-langneg, which fluent-bundle is used with, to
/// the locales.
fn negotiation(ready: &'static Ready, codes: &'static [i32]) -> Vec<Case> {
    let available: &'static [LanguageIdentifier] = vec![parsed("en-US"), parsed("zh-CN")].leak();
    let default = Some(&available[0]);
    let first_loaded = |loader: FluentLanguageLoader| loader.current_language().to_string();
    let first = |chain: LocaleChain| chain.locales().next().map(owned).unwrap_or_default();
    let langneg = move |_| negotiate_languages(&WANTED.map(parsed), available, default, FILTERING);
    Operation::new(NEGOTIATION, codes, |_| owned("zh-CN"))
        .by(OURS, first, |_| Localizer::builtin().negotiate(black_box(WANTED)))
        .by(BUNDLE, |locales| locales[0].to_string(), langneg)
        .by(EMBED, first_loaded, |_| {
            ready.loader.select_languages_negotiate(&WANTED.map(parsed), FILTERING)
        })
        .cases
}
