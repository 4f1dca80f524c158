//! One localizer on many threads.
//!
//! A localizer is immutable. Only Fluent's cache of plural rules locks, in messages that take
//! arguments, so these tests ask for such messages too.

#![cfg(feature = "fluent")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::borrow::Cow;
use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, ScopedJoinHandle};

use im_error_l10n::{
    ErrorType, LocaleChain, LocalizedMessage, Localizer, LocalizerBuilder, fluent_args,
};

/// Returns the embedded English text of a code.
fn english(code: i32) -> Cow<'static, str> {
    Localizer::builtin().text(code, "en-US")
}

#[test]
fn all_types_are_send_and_sync() {
    fn shared<T: Send + Sync>() {}
    shared::<Localizer>();
    shared::<LocalizerBuilder>();
    shared::<LocaleChain>();
    shared::<LocalizedMessage<'_>>();
    shared::<im_error_l10n::Finding>();
    shared::<im_error_l10n::Error>();
}

/// Joins threads in a way that ThreadSanitizer sees, unlike the end of a scope.
fn join<T>(threads: Vec<ScopedJoinHandle<'_, T>>) -> Vec<T> {
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}

#[test]
fn sixteen_threads_get_the_right_texts() {
    const THREADS: usize = 16;
    let mut table = Vec::new();
    for error in ErrorType::ALL {
        let in_chinese = Localizer::builtin().text(*error, "zh-CN").into_owned();
        table.push((*error, in_chinese, english(error.code())));
    }
    for _ in 0..20 {
        let localizer = Localizer::builder().ftl("qaa", "error-success = Réussi").build().unwrap();
        let start = Barrier::new(THREADS);
        thread::scope(|scope| {
            let threads = (0..THREADS).map(|thread| {
                let (localizer, start, table) = (&localizer, &start, &table);
                scope.spawn(move || {
                    start.wait();
                    for at in 0..table.len() * 3 {
                        let (error, in_chinese, in_english) =
                            &table[(at + thread * 7) % table.len()];
                        let (tag, text) = match (at + thread) % 3 {
                            0 => ("zh-Hans", &**in_chinese),
                            1 => ("en-US", &**in_english),
                            _ if *error == ErrorType::Success => ("qaa-CH", "Réussi"),
                            _ => ("qaa-CH", &**in_english),
                        };
                        assert_eq!(localizer.text(*error, tag), text);
                        assert_eq!(localizer.negotiate([tag]).text(*error), text);
                    }
                })
            });
            join(threads.collect());
        });
    }
}

/// All 64 ask for the same messages at the same time, and no lookup came before.
#[test]
fn sixty_four_threads_can_look_up_at_once() {
    const THREADS: usize = 64;
    let source = "error-touch-limit = { $limit ->\n    [one] one\n   *[other] { $limit }\n } max.\n\
                  error-is-friend = { $nothing }";
    for round in 0..10 {
        let added = Localizer::builder().ftl("zh-CN", source).ftl("qaa", "x").build().unwrap();
        let localizer = if round == 0 { Localizer::builtin() } else { &added };
        let start = Barrier::new(THREADS);
        let texts: Vec<Vec<String>> = thread::scope(|scope| {
            let ask = || {
                start.wait();
                let chain = localizer.negotiate(["zh-SG"]);
                let mut texts = vec![chain.text(60).into_owned(), chain.text(7).into_owned()];
                texts.push(chain.text_with(18, &fluent_args!["limit" => 5]).into_owned());
                texts.push(chain.text(18).into_owned());
                texts.extend(localizer.findings().iter().map(ToString::to_string));
                texts.extend(ErrorType::ALL.iter().map(|code| chain.text(*code).into_owned()));
                texts
            };
            join((0..THREADS).map(|_| scope.spawn(ask)).collect())
        });
        assert_eq!(texts[0][0], "已经是好友了");
        assert_eq!(texts[0][1], "未知错误（错误码：7）");
        assert_eq!(texts[0][2], if round == 0 { texts[0][3].as_str() } else { "5 max." });
        assert!(texts.iter().all(|other| *other == texts[0]));
    }
}

/// Counts a thread as finished even if an assertion fails, so that no other waits forever.
struct Building<'a>(&'a AtomicUsize);

impl Drop for Building<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Localizers share nothing, so building and dropping others does not affect lookups.
#[test]
fn lookups_continue_while_others_build_and_drop() {
    const READERS: usize = 8;
    const BUILDERS: usize = 4;
    const ROUNDS: usize = 50;
    let read = Localizer::builder().ftl("qaa", "error-success = Réussi").build().unwrap();
    let building = AtomicUsize::new(BUILDERS);
    let looked_up: usize = thread::scope(|scope| {
        let builders = (0..BUILDERS).map(|builder| {
            let building = Building(&building);
            scope.spawn(move || {
                let _building = building;
                for round in 0..ROUNDS {
                    let source = format!("error-success = {builder}-{round}\nerror-x = {{");
                    let other = Localizer::builder().ftl("qaa", source).build().unwrap();
                    let chain = other.negotiate(["qaa"]);
                    assert_eq!(chain.text(0), format!("{builder}-{round}"));
                    assert_eq!(chain.text(56), english(56));
                    assert!(!other.findings().is_empty());
                }
            })
        });
        let builders = builders.collect();
        let look_up = || {
            let chain = read.negotiate(["qaa", "zh"]);
            let mut count = 0;
            while building.load(Ordering::Relaxed) > 0 || count == 0 {
                assert_eq!(chain.text(0), "Réussi");
                assert_eq!(chain.clone().text(56), "不是好友");
                assert_eq!(Localizer::builtin().text(56, "zh"), "不是好友");
                count += 1;
            }
            count
        };
        let readers = (0..READERS).map(|_| scope.spawn(look_up)).collect();
        join(builders);
        join(readers).into_iter().sum()
    });
    assert!(looked_up >= READERS);
}

/// The messages include some that lock Fluent's plural rules.
#[test]
fn sixty_four_threads_can_build_clone_drop_and_look_up() {
    const THREADS: usize = 64;
    let source = "error-touch-limit = { $limit ->\n    [one] one\n   *[other] { $limit }\n } max.";
    let shared = Localizer::builder().ftl("en-US", source).build().unwrap();
    let chain = shared.negotiate(["en-US"]);
    let start = Barrier::new(THREADS);
    thread::scope(|scope| {
        let mut threads = Vec::new();
        for thread in 0..THREADS {
            let (shared, chain, start) = (shared.clone(), chain.clone(), &start);
            threads.push(scope.spawn(move || {
                start.wait();
                for round in 0..20 {
                    let limit = thread + round;
                    let own = Localizer::builder().ftl("en-US", source).build().unwrap();
                    let chains =
                        [own.negotiate(["en-US"]), shared.negotiate(["en-US"]), chain.clone()];
                    drop(own);
                    for chain in chains {
                        let text = chain.text_with(18, &fluent_args!["limit" => limit]);
                        let expected = match limit {
                            1 => "one max.".to_owned(),
                            _ => format!("{limit} max."),
                        };
                        assert_eq!(text, expected);
                        assert_eq!(chain.text(18), english(18));
                    }
                }
            }));
        }
        drop((shared, chain));
        join(threads);
    });
}
