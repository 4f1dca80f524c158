//! Many threads, one localizer, from a cold start.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::sync::Barrier;
use std::thread;

use im_error_l10n::{ErrorType, LocaleChain, Localizer, LocalizerBuilder, Message};

#[test]
fn what_is_shared_can_be_shared() {
    fn shared<T: Send + Sync>() {}
    shared::<Localizer>();
    shared::<LocalizerBuilder>();
    shared::<LocaleChain<'_>>();
    shared::<Message<'_>>();
    shared::<im_error_l10n::Error>();
}

#[test]
fn sixteen_threads_get_right_answers_from_a_cold_start() {
    const THREADS: usize = 16;
    let table: Vec<Vec<&str>> = include_str!("spec/error-types.tsv")
        .lines()
        .skip(1)
        .map(|row| row.split('\t').collect())
        .collect();
    for _ in 0..20 {
        let localizer = Localizer::builder().ftl("fr", "error-success = Réussi").build().unwrap();
        let start = Barrier::new(THREADS);
        thread::scope(|scope| {
            for thread in 0..THREADS {
                let (localizer, start, table) = (&localizer, &start, &table);
                scope.spawn(move || {
                    start.wait();
                    for at in 0..table.len() * 3 {
                        let row = &table[(at + thread * 7) % table.len()];
                        let error: ErrorType = row[1].parse().unwrap();
                        let (tag, text) = match (at + thread) % 3 {
                            0 => ("zh-Hans", row[3]),
                            1 => ("en-GB", row[4]),
                            _ if error == ErrorType::Success => ("fr-CH", "Réussi"),
                            _ => ("fr-CH", row[4]),
                        };
                        assert_eq!(localizer.text(error, tag), text);
                        assert_eq!(localizer.negotiate([tag]).text(error), text);
                    }
                });
            }
        });
    }
}
