//! How long the look-ups, the negotiations and the building take, by the number of locales.
//!
//! `cargo bench --bench lookup`; a name behind `--` chooses among them. A look-up of a text is too
//! short to be timed alone, so one iteration looks up every code once, and the column with the
//! items a second is what to compare.

// What cannot be set up cannot be measured.
#![allow(clippy::unwrap_used)]

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use im_error_l10n::{ErrorType, Localizer, fluent_args};

mod setup;

/// With the two embedded locales.
const LOCALES: [usize; 3] = [2, 20, 200];

fn main() {
    divan::main();
}

/// Looks every code up once in each iteration.
fn each_code<T>(bencher: Bencher<'_, '_>, look_up: impl Fn(i32) -> T + Sync) {
    bencher.counter(ItemsCount::new(ErrorType::ALL.len())).bench(|| {
        for code in ErrorType::ALL {
            black_box(look_up(black_box(code.code())));
        }
    });
}

#[divan::bench(args = LOCALES)]
fn bound(bencher: Bencher<'_, '_>, locales: usize) {
    let localizer = setup::localizer(locales);
    let chain = localizer.negotiate(["zh-CN"]);
    each_code(bencher, |code| chain.text(code));
}

#[divan::bench(args = LOCALES)]
fn bound_with_suggestion(bencher: Bencher<'_, '_>, locales: usize) {
    let localizer = setup::localizer(locales);
    let chain = localizer.negotiate(["zh-CN"]);
    each_code(bencher, |code| chain.message(code));
}

/// No lock is on the way: as many threads do as many times the work.
#[divan::bench(threads = [1, 2])]
fn bound_on_threads(bencher: Bencher<'_, '_>) {
    let chain = Localizer::builtin().negotiate(["zh-CN"]);
    each_code(bencher, |code| chain.text(code));
}

#[divan::bench]
fn unknown_code(bencher: Bencher<'_, '_>) {
    let chain = Localizer::builtin().negotiate(["zh-CN"]);
    bencher.bench(|| chain.text(black_box(99999)));
}

#[divan::bench]
fn with_arguments(bencher: Bencher<'_, '_>) {
    let localizer = setup::with_argument(2);
    let chain = localizer.negotiate(["zh-CN"]);
    let limit = |limit: i32| chain.text_with(setup::WITH_LIMIT, &fluent_args!["limit" => limit]);
    assert_eq!(limit(5), "最多只能置顶 5 个会话");
    bencher.bench(|| limit(black_box(5)));
}

#[divan::bench(args = LOCALES)]
fn tag_exact_zh_cn(bencher: Bencher<'_, '_>, locales: usize) {
    tag(bencher, locales, "zh-CN");
}

#[divan::bench(args = LOCALES)]
fn tag_inexact_zh_hans_cn(bencher: Bencher<'_, '_>, locales: usize) {
    tag(bencher, locales, "zh-Hans-CN");
}

/// With 20 and 200 locales this one is there.
#[divan::bench(args = LOCALES)]
fn tag_inexact_en_gb(bencher: Bencher<'_, '_>, locales: usize) {
    tag(bencher, locales, "en-GB");
}

fn tag(bencher: Bencher<'_, '_>, locales: usize, tag: &str) {
    let localizer = setup::localizer(locales);
    each_code(bencher, |code| localizer.text(code, black_box(tag)).len());
}

#[divan::bench(args = LOCALES)]
fn negotiate_one(bencher: Bencher<'_, '_>, locales: usize) {
    let localizer = setup::localizer(locales);
    bencher.bench(|| localizer.negotiate(black_box(["zh-Hans-CN"])));
}

#[divan::bench(args = LOCALES)]
fn negotiate_list(bencher: Bencher<'_, '_>, locales: usize) {
    let localizer = setup::localizer(locales);
    bencher.bench(|| localizer.negotiate(black_box(["fr-CH", "zh-Hans-CN", "en-GB"])));
}

#[divan::bench(args = LOCALES)]
fn negotiate_header(bencher: Bencher<'_, '_>, locales: usize) {
    let localizer = setup::localizer(locales);
    bencher.bench(|| localizer.negotiate_header(black_box(setup::HEADER)));
}

/// The first text of a fresh localizer, which has read no locale yet.
#[divan::bench(args = LOCALES)]
fn first_text(bencher: Bencher<'_, '_>, locales: usize) {
    bencher
        .with_inputs(|| setup::localizer(locales))
        .bench_refs(|localizer| localizer.text(ErrorType::NotFriend, black_box("zh-CN")).len());
}

#[divan::bench(args = LOCALES)]
fn build(locales: usize) -> Localizer {
    setup::localizer(locales)
}

/// The folder has all but the two embedded locales.
#[divan::bench(args = [20, 200])]
fn build_with_folder(bencher: Bencher<'_, '_>, locales: usize) {
    let folder = setup::folder(locales - 2);
    bencher.bench(|| Localizer::builder().dir(black_box(folder.path())).build().unwrap());
}
