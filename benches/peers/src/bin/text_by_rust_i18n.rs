//! Prints one text with rust-i18n.

use rust_i18n::t;

include!(concat!(env!("OUT_DIR"), "/rust_i18n.rs"));

fn main() {
    peers::print_first(|| t!(peers::id(peers::NOT_FRIEND), locale = "zh-CN"));
}
