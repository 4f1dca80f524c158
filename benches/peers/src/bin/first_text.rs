//! Prints one text and the nanoseconds until it was ready.
//!
//! `first_text CODE TAG`

use std::env;
use std::time::Instant;

fn main() {
    let arguments: Vec<String> = env::args().collect();
    let code = arguments[1].parse().unwrap();
    let start = Instant::now();
    let text = peers::first_text(code, &arguments[2]);
    let elapsed = start.elapsed();
    println!("{text}\t{}", elapsed.as_nanos());
}
