//! How cost grows with the number of locales: our lookups with 2, 20 and 200, and building.

use std::cell::OnceCell;
use std::hint::black_box;

use fluent_syntax::parser::parse;
use im_error_l10n::Localizer;

use crate::cases::{self, BOUND, EXACT, INEXACT, NEGOTIATION, OURS};
use crate::measure::{Case, measured_loop};

/// Compared with parsing the same files with fluent-syntax.
const BUILD: &str = "building with 200 added locales";

/// The numbers of locales, including the two embedded ones, and their names in the table.
const SIZES: [(&str, usize); 3] = [("2 locales", 2), ("20 locales", 20), ("200 locales", 200)];
/// The operations that are measured at each size.
const OPERATIONS: [&str; 4] = [BOUND, EXACT, INEXACT, NEGOTIATION];

const TAGS: &str = include_str!("../../../tags.txt");
const SOURCE: &str = include_str!("../../../../../locales/en-US/errors.ftl");

/// Returns a localizer with the two embedded locales and more, with the English messages.
fn localizer(added: usize) -> Localizer {
    let mut builder = Localizer::builder();
    for tag in TAGS.lines().take(added) {
        builder = builder.ftl(tag, SOURCE);
    }
    let localizer = builder.build().unwrap();
    assert_eq!(localizer.locales().count(), added + 2, "two tags are one locale");
    localizer
}

pub fn cases() -> Vec<Case> {
    let codes = cases::codes();
    let mut cases = Vec::new();
    for (size, locales) in SIZES {
        for operation in OPERATIONS {
            let built = OnceCell::new();
            let passes = move |passes| {
                let localizer = built.get_or_init(|| localizer(locales - 2));
                pass(operation, localizer, codes, passes);
            };
            cases.push(Case::new(operation, size, codes.len(), passes));
        }
    }
    let build = |passes| measured_loop(&[200], passes, |added| localizer(added as usize));
    let parse = |passes| measured_loop(&[200], passes, |added| parse_all(added as usize));
    cases.push(Case::new(BUILD, OURS, 1, build));
    cases.push(Case::new(BUILD, "fluent-syntax", 1, parse));
    cases
}

fn pass(operation: &str, localizer: &Localizer, codes: &[i32], passes: usize) {
    let chain = localizer.negotiate(["zh-CN"]);
    match operation {
        BOUND => measured_loop(codes, passes, |code| chain.text(code)),
        EXACT => measured_loop(codes, passes, |code| localizer.text(code, black_box("zh-CN"))),
        INEXACT => {
            measured_loop(codes, passes, |code| localizer.text(code, black_box("zh-Hans-CN")))
        }
        _ => measured_loop(codes, passes, |_| localizer.negotiate(black_box(cases::WANTED))),
    }
}

fn parse_all(added: usize) {
    for _ in TAGS.lines().take(added) {
        drop(black_box(parse(black_box(SOURCE.to_owned()))));
    }
}
