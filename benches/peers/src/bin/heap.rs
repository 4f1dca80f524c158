//! Counts what the look-ups allocate, in a process of its own: a counting allocator costs time,
//! and those that allocate would look slow.
//!
//! Prints one `name<TAB>figure` a line.

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering::Relaxed};

use fluent_bundle::{FluentBundle, FluentResource};
use im_error_l10n::{ErrorType, Localizer};
use peers::{SOURCE_ZH, tags};
use unic_langid::langid;

struct Counting;

static ALLOCATIONS: AtomicU64 = AtomicU64::new(0);
static LIVE: AtomicI64 = AtomicI64::new(0);

// SAFETY: every call goes on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Relaxed);
        LIVE.fetch_add(layout.size() as i64, Relaxed);
        // SAFETY: as the caller promised.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size() as i64, Relaxed);
        // SAFETY: as the caller promised.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// How often a look-up is repeated.
const TIMES: i32 = 1000;

/// Prints the allocations of one look-up.
fn allocations<T>(name: &str, mut look_up: impl FnMut(i32) -> T) {
    let before = ALLOCATIONS.load(Relaxed);
    for code in ErrorType::ALL.iter().cycle().take(TIMES as usize) {
        drop(black_box(look_up(code.code())));
    }
    println!("{name}\t{}", (ALLOCATIONS.load(Relaxed) - before) as f64 / f64::from(TIMES));
}

/// Prints the bytes that a piece of work leaves allocated.
fn live<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let before = LIVE.load(Relaxed);
    let result = work();
    println!("{name}\t{}", LIVE.load(Relaxed) - before);
    result
}

fn main() {
    let localizer = Localizer::builder().build().unwrap();
    let all_texts = |tag: &str| {
        for code in ErrorType::ALL {
            black_box(localizer.message(*code, tag));
        }
        // The message for unknown codes is what keeps a Fluent bundle.
        black_box(localizer.text(99999, tag));
    };
    live("heap", || all_texts("zh-CN"));
    live("heap, en-US", || all_texts("en-US"));
    let bundle = live("heap, fluent-bundle", || {
        let mut bundle = FluentBundle::new(vec![langid!("zh-CN")]);
        bundle.add_resource(FluentResource::try_new(SOURCE_ZH.to_owned()).unwrap()).unwrap();
        bundle
    });
    drop(bundle);

    let chain = localizer.negotiate(["zh-CN"]);
    allocations("bound", |code| chain.text(code));
    allocations("exact", |code| localizer.text(code, "zh-CN"));
    allocations("inexact", |code| localizer.text(code, "zh-Hans-CN"));
    allocations("message", |code| chain.message(code));
    allocations("unknown", |code| chain.text(code + 100_000));
    allocations("negotiation", |_| localizer.negotiate(["zh-Hans-CN", "en-GB"]));

    // The answer may read another embedded locale, but no tag may leave anything behind.
    live("many tags", || {
        for number in 0..10_000 {
            let tag = format!("zh-Hans-CN-x-{number}");
            black_box(localizer.text(56, &tag));
            black_box(localizer.text(56, tags::TAGS[number % tags::TAGS.len()]));
        }
    });
}
