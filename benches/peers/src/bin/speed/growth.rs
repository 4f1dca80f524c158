//! How cost grows with the number of locales.

use std::cell::LazyCell;
use std::hint::black_box;
use std::rc::Rc;

use im_error_l10n::{LocaleChain, Localizer};

use crate::cases::{ACCEPT_LANGUAGE, BOUND, EXACT, HEADER, INEXACT, NEGOTIATION, WANTED};
use crate::measure::Case;

/// The numbers of locales, including the embedded ones, and their names in the table.
pub const SIZES: [(&str, usize); 3] = [("2 locales", 2), ("20 locales", 20), ("200 locales", 200)];
/// The operations that are measured at each size.
pub const LOOKUPS: [&str; 5] = [BOUND, EXACT, INEXACT, NEGOTIATION, HEADER];

const TAGS: &str = include_str!("../../../tags.txt");
const SOURCE: &str = include_str!("../../../../../locales/en-US/errors.ftl");

/// Returns a localizer with this many locales: the embedded ones, and more with English messages.
fn build(locales: usize) -> Localizer {
    let mut builder = Localizer::builder();
    let embedded = Localizer::builtin().locales().count();
    for tag in TAGS.split_whitespace().take(locales - embedded) {
        builder = builder.ftl(tag, SOURCE);
    }
    let localizer = builder.build().unwrap();
    assert_eq!(localizer.locales().count(), locales, "two tags are one locale");
    localizer
}

pub fn cases(codes: &'static [i32]) -> Vec<Case> {
    let mut cases = Vec::new();
    for (size, locales) in SIZES {
        // Only the case that is measured builds it.
        let built = Rc::new(LazyCell::new(move || {
            let localizer = build(locales);
            (localizer.negotiate(["zh-CN"]), localizer)
        }));
        let mut add = |operation, answer: fn(&LocaleChain, &Localizer, i32)| {
            let built = Rc::clone(&built);
            let answer = move |code| answer(&built.0, &built.1, code);
            cases.push(Case::new(operation, size, codes, answer));
        };
        add(BOUND, |chain, _, code| drop(black_box(chain.text(code))));
        add(EXACT, |_, all, code| drop(black_box(all.text(code, black_box("zh-CN")))));
        add(INEXACT, |_, all, code| drop(black_box(all.text(code, black_box("zh-Hans-CN")))));
        add(NEGOTIATION, |_, all, _| drop(black_box(all.negotiate(black_box(WANTED)))));
        add(HEADER, |_, all, _| drop(black_box(all.negotiate_header(black_box(ACCEPT_LANGUAGE)))));
    }
    cases
}
