//! The pieces of work, and how each peer does them.
//!
//! Before anything is measured, every peer has to give the text that Fluent gives.

use std::fmt::Debug;
use std::hint::black_box;

use errors::Error;
use es_fluent_manager_embedded::EmbeddedI18n;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_langneg::{NegotiationStrategy, convert_vec_str_to_langids_lossy, negotiate_languages};
use fluent_templates::{Loader, static_loader};
use i18n_embed::LanguageLoader;
use i18n_embed::fluent::FluentLanguageLoader;
use im_error_l10n::{ErrorType, LocaleChain, Localizer, Message};
use peers::{id, matched, suggestion_id};
use rust_i18n::t;
use unic_langid::{LanguageIdentifier, langid};

use crate::measure::{Case, Run, Work, timed, two_threads};

static_loader! {
    static TEMPLATES = {
        locales: "../../locales",
        fallback_language: "en-US",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

#[derive(rust_embed::RustEmbed)]
#[folder = "../../locales"]
struct Locales;

pub const OURS: &str = "im-error-l10n";
pub const MATCH: &str = "`match`";
pub const STRERROR: &str = "strerror";
pub const BUNDLE: &str = "fluent-bundle";
pub const FLUENT_TEMPLATES: &str = "fluent-templates";
pub const I18N_EMBED: &str = "i18n-embed";
pub const RUST_I18N: &str = "rust-i18n";
pub const ES_FLUENT: &str = "es-fluent";
pub const LANGNEG: &str = "fluent-langneg";
pub const LANGNEG_READ: &str = "fluent-langneg, tags read before";

const ZH: LanguageIdentifier = langid!("zh-CN");
const UNKNOWN: i32 = 99999;

/// Everything that the peers have ready before a look-up.
pub struct Peers {
    chain: LocaleChain<'static>,
    bundle: FluentBundle<FluentResource>,
    loader: FluentLanguageLoader,
    es_fluent: EmbeddedI18n,
}

impl Peers {
    /// Makes all of them ready to answer in Chinese. They live as long as the process.
    pub fn new() -> &'static Peers {
        let mut bundle = FluentBundle::new_concurrent(vec![ZH]);
        bundle.set_use_isolating(false);
        bundle.add_resource(FluentResource::try_new(peers::SOURCE_ZH.into()).unwrap()).unwrap();
        let loader = FluentLanguageLoader::new("errors", langid!("en-US"));
        loader.load_languages(&Locales, &[ZH, langid!("en-US")]).unwrap();
        loader.set_use_isolating(false);
        rust_i18n::set_locale("zh-CN");
        Box::leak(Box::new(Peers {
            chain: Localizer::builtin().negotiate(["zh-CN"]),
            bundle,
            loader,
            es_fluent: EmbeddedI18n::try_new_with_language(ZH).unwrap(),
        }))
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> std::borrow::Cow<'_, str> {
        let message = self.bundle.get_message(id).unwrap();
        self.bundle.format_pattern(message.value().unwrap(), args, &mut Vec::new())
    }
}

/// Gathers the cases of one piece of work.
struct Gather<'a, E> {
    name: &'static str,
    codes: Vec<i32>,
    expected: &'a dyn Fn(i32) -> E,
    cases: Vec<Case>,
}

impl<'a, E: PartialEq + Debug> Gather<'a, E> {
    fn new(name: &'static str, codes: &[i32], expected: &'a dyn Fn(i32) -> E) -> Self {
        Gather { name, codes: codes.to_vec(), expected, cases: Vec::new() }
    }

    /// Adds a peer, if it answers right. `read` takes from an answer what is compared.
    fn with<T>(
        mut self,
        who: &'static str,
        read: impl Fn(T) -> E,
        answer: impl Fn(i32) -> T + 'static,
    ) -> Self {
        for &code in &self.codes {
            assert_eq!(read(answer(code)), (self.expected)(code), "{who}: {}, {code}", self.name);
        }
        let codes = self.codes.clone();
        let run: Run = Box::new(move |repetitions| {
            timed(repetitions, || {
                for &code in &codes {
                    black_box(answer(black_box(code)));
                }
            })
        });
        self.cases.push(Case::new(who, self.codes.len(), run));
        self
    }

    fn with_case(mut self, case: Case) -> Self {
        self.cases.push(case);
        self
    }

    fn done(self) -> Work {
        Work { name: self.name, cases: self.cases }
    }
}

fn owned<T: AsRef<str>>(text: T) -> String {
    text.as_ref().to_owned()
}

/// es-fluent has no way to turn the marks around arguments off.
fn unmarked(text: String) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

/// All codes, not in their order.
fn codes() -> Vec<i32> {
    let count = ErrorType::ALL.len();
    (0..count).map(|at| ErrorType::ALL[at * 29 % count].code()).collect()
}

/// Look-ups of texts.
pub fn texts(peers: &'static Peers) -> Vec<Work> {
    let codes = codes();
    let chinese = |code| owned(peers.format(id(code), None));
    let bound = Gather::new("bound look-up", &codes, &chinese)
        .with(OURS, owned, |code| peers.chain.text(code))
        .with(MATCH, owned, matched)
        .with(BUNDLE, owned, |code| peers.format(id(code), None))
        .with(FLUENT_TEMPLATES, owned, |code| TEMPLATES.lookup(&ZH, id(code)))
        .with(I18N_EMBED, owned, |code| peers.loader.get(id(code)))
        .with(RUST_I18N, owned, |code| t!(id(code)))
        .with(ES_FLUENT, owned, |code| peers.es_fluent.localize_message(&Error::from_code(code)))
        .with_case(strerror());
    let exact = Gather::new("look-up with the tag `zh-CN`", &codes, &chinese)
        .with(OURS, owned, |code| Localizer::builtin().text(code, black_box("zh-CN")))
        .with(FLUENT_TEMPLATES, owned, |code| {
            TEMPLATES.lookup(&black_box("zh-CN").parse().unwrap(), id(code))
        })
        .with(I18N_EMBED, owned, |code| {
            let tag: LanguageIdentifier = black_box("zh-CN").parse().unwrap();
            peers.loader.select_languages(&[tag]).get(id(code))
        })
        .with(RUST_I18N, owned, |code| t!(id(code), locale = black_box("zh-CN")));
    let inexact = Gather::new("look-up with the tag `zh-Hans-CN`", &codes, &chinese)
        .with(OURS, owned, |code| Localizer::builtin().text(code, black_box("zh-Hans-CN")))
        // The peer has no text for that tag, so it is asked for the exact one, ready made.
        .with(FLUENT_TEMPLATES, owned, |code| TEMPLATES.lookup(black_box(&ZH), id(code)));
    vec![bound.done(), exact.done(), inexact.done(), unknown(peers), suggestions(peers)]
}

/// glibc's own texts for its own numbers: as many of them as we have codes.
fn strerror() -> Case {
    let numbers = 1..=ErrorType::ALL.len() as i32;
    let run: Run = Box::new(move |repetitions| {
        timed(repetitions, || {
            for number in numbers.clone() {
                // SAFETY: any number will do, and the answer is not read.
                black_box(unsafe { libc::strerror(black_box(number)) });
            }
        })
    });
    Case::new(STRERROR, ErrorType::ALL.len(), run)
}

fn unknown(peers: &'static Peers) -> Work {
    let args = |code: i32| {
        let mut args = FluentArgs::with_capacity(1);
        args.set("code", code);
        args
    };
    let expected = |code| owned(peers.format("error-unknown", Some(&args(code))));
    Gather::new("unknown code, the number in the text", &[UNKNOWN], &expected)
        .with(OURS, owned, |code| peers.chain.text(code))
        .with(BUNDLE, owned, move |code| {
            owned(peers.format(black_box("error-unknown"), Some(&args(code))))
        })
        .with(FLUENT_TEMPLATES, owned, |code| {
            let args = [("code".into(), code.into())].into();
            TEMPLATES.lookup_with_args(&ZH, black_box("error-unknown"), &args)
        })
        .with(I18N_EMBED, owned, move |code| {
            peers.loader.get_args_fluent(black_box("error-unknown"), Some(&args(code)))
        })
        .with(RUST_I18N, owned, |code| t!(black_box("error-unknown"), code = code))
        .with(ES_FLUENT, unmarked, |code| peers.es_fluent.localize_message(&Error::from_code(code)))
        .done()
}

fn suggestions(peers: &'static Peers) -> Work {
    let mut codes = codes();
    codes.retain(|&code| suggestion_id(code) != "error-unknown");
    let attribute = |code| {
        let message = peers.bundle.get_message(id(code)).unwrap();
        let suggestion = message.get_attribute("suggestion").unwrap().value();
        peers.bundle.format_pattern(suggestion, None, &mut Vec::new())
    };
    let expected = |code| (owned(peers.format(id(code), None)), owned(attribute(code)));
    Gather::new("text and suggestion, bound", &codes, &expected)
        .with(
            OURS,
            |message: Message<'_>| {
                (owned(message.text()), owned(message.suggestion().unwrap_or_default()))
            },
            |code| peers.chain.message(code),
        )
        .with(BUNDLE, both, move |code| (peers.format(id(code), None), attribute(code)))
        .with(FLUENT_TEMPLATES, both, |code| {
            (TEMPLATES.lookup(&ZH, id(code)), TEMPLATES.lookup(&ZH, suggestion_id(code)))
        })
        .with(I18N_EMBED, both, |code| {
            (peers.loader.get(id(code)), peers.loader.get_attr(id(code), "suggestion"))
        })
        .with(RUST_I18N, both, |code| (t!(id(code)), t!(suggestion_id(code))))
        .done()
}

fn both<T: AsRef<str>>((text, suggestion): (T, T)) -> (String, String) {
    (owned(text), owned(suggestion))
}

/// Negotiation of lists of two tags: those we have, and those we do not.
pub fn negotiations() -> Vec<Work> {
    vec![
        negotiation("negotiation of `zh-CN, en-US`", ["zh-CN", "en-US"]),
        negotiation("negotiation of `zh-Hans-CN, en-GB`", ["zh-Hans-CN", "en-GB"]),
    ]
}

fn negotiation(name: &'static str, wanted: [&'static str; 2]) -> Work {
    let available: &'static [LanguageIdentifier] =
        convert_vec_str_to_langids_lossy(Localizer::builtin().locales()).leak();
    let default = available.iter().find(|tag| **tag == langid!("en-US"));
    let negotiate = move |wanted: &[LanguageIdentifier]| {
        negotiate_languages(wanted, available, default, NegotiationStrategy::Filtering)
    };
    let read = convert_vec_str_to_langids_lossy(wanted);
    let first = |order: Vec<&LanguageIdentifier>| order.first().map(ToString::to_string);
    Gather::new(name, &[0], &|_| Some("zh-CN".to_owned()))
        .with(
            OURS,
            |chain: LocaleChain<'_>| chain.locales().next().map(owned),
            move |_| Localizer::builtin().negotiate(black_box(wanted)),
        )
        .with(LANGNEG, first, move |_| {
            negotiate(&convert_vec_str_to_langids_lossy(black_box(wanted)))
        })
        .with(LANGNEG_READ, first, move |_| negotiate(black_box(&read)))
        .done()
}

/// How many times the look-ups of one thread two do: ours, and, as the measure of what this
/// machine has to give, the `match`.
pub fn threads(peers: &'static Peers) -> [f64; 2] {
    let codes = codes();
    let run = |look_up: &(dyn Fn(i32) + Sync), repetitions| {
        timed(repetitions, || codes.iter().for_each(|&code| look_up(code)))
    };
    let ours = |code| _ = black_box(peers.chain.text(black_box(code)));
    let limit = |code| _ = black_box(matched(black_box(code)));
    [two_threads(|repetitions| run(&ours, repetitions)), two_threads(|it| run(&limit, it))]
}
