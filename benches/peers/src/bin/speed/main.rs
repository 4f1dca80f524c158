//! Measures the speed of lookups, compared with alternatives.
//!
//! `benches/speed.sh` runs it and turns its output into tables: operation, library, instructions and
//! nanoseconds, or another figure, separated by tabs. `speed NUMBER PASSES` runs one case for
//! valgrind.

mod cases;
mod claims;
mod growth;
mod measure;

use std::env;

use cases::{BOUND, EXACT, OURS};
use measure::{heap, measured_loop, two_threads};

fn main() {
    let arguments: Vec<usize> = env::args().filter_map(|number| number.parse().ok()).collect();
    let ready = cases::Ready::new();
    let mut cases = cases::cases(ready);
    cases.extend(growth::cases());
    if let [number, passes] = arguments[..] {
        return (cases[number].run)(passes);
    }

    claims::print(ready);
    measure::measure(&mut cases);
    for case in &cases[1..] {
        let (operation, who) = (case.operation, case.who);
        match case.is_right {
            true => println!("{operation}\t{who}\t{}\t{}", case.instructions, case.nanos),
            false => println!("{operation}\t{who}\twrong text"),
        }
    }
    for operation in [BOUND, EXACT] {
        println!("heap, {operation}\t{OURS}\t{}", heap(&cases, operation, OURS));
    }
    let codes = cases::codes();
    let ours = two_threads(|| measured_loop(codes, 500, |code| ready.chain.text(code)));
    let limit = two_threads(|| measured_loop(codes, 2000, peers::literal));
    println!("threads\t{OURS}\t{ours}\nthreads\t`match`\t{limit}");
}
