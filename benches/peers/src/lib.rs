//! What the benchmark and the programs that print one text share.

use std::time::Instant;

include!(concat!(env!("OUT_DIR"), "/codes.rs"));

/// The sources, for the peers that are given them as text.
pub const SOURCE_ZH: &str = include_str!("../../../locales/zh-CN/errors.ftl");
/// The same in English.
pub const SOURCE_EN: &str = include_str!("../../../locales/en-US/errors.ftl");

/// The code whose text the programs print.
pub const NOT_FRIEND: i32 = 56;

/// Gets the first text of a process, prints it, and how many nanoseconds it took.
pub fn print_first<T: AsRef<str>>(text: impl FnOnce() -> T) {
    let start = Instant::now();
    let text = text();
    let elapsed = start.elapsed();
    println!("{}\t{}", text.as_ref(), elapsed.as_nanos());
}

#[path = "../../setup/tags.rs"]
pub mod tags;
