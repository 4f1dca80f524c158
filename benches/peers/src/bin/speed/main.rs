//! Measures the speed of lookups, compared with alternatives, and prints Markdown tables.
//!
//! `benches/speed.sh` runs it. `speed NUMBER PASSES` runs one case, for valgrind.

mod cases;
mod growth;
mod measure;

use std::env;
use std::process::ExitCode;

use cases::*;
use measure::Case;

const OPERATIONS: [&str; 11] = [
    BOUND,
    EXACT,
    INEXACT,
    UNKNOWN,
    UNKNOWN_EXACT,
    ARGUMENT,
    READY,
    PLURAL,
    NEGOTIATION,
    HEADER,
    BUILD,
];
const PEERS: [&str; 5] = [OURS, MATCH, BUNDLE, EMBED, RUST];

fn main() -> ExitCode {
    let arguments: Vec<usize> = env::args().filter_map(|number| number.parse().ok()).collect();
    let codes = cases::codes();
    let mut cases = cases::cases(codes);
    cases.extend(growth::cases(codes));
    if let [number, passes] = arguments[..] {
        (cases[number].run)(passes);
        return ExitCode::SUCCESS;
    }
    measure::measure(&mut cases);
    println!("Instructions / nanoseconds per operation:\n");
    table(&cases, &OPERATIONS, &PEERS);
    println!("\nThe same with more locales:\n");
    table(&cases, &growth::LOOKUPS, &growth::SIZES.map(|(size, _)| size));
    println!("\n| bound | at most | measured | |\n| --- | ---: | ---: | --- |");
    let mut is_met = true;
    for (operation, peer, limit) in [
        (BOUND, MATCH, 3.5),
        (EXACT, RUST, 1.0),
        (INEXACT, EMBED, 1.0),
        (UNKNOWN, BUNDLE, 0.7),
        (READY, RUST, 1.0),
        (PLURAL, BUNDLE, 1.0),
        (NEGOTIATION, BUNDLE, 1.0),
        (HEADER, BUNDLE, 1.0),
        (BUILD, BUNDLE, 0.5),
    ] {
        let ratio = of(&cases, operation, OURS) / of(&cases, operation, peer);
        is_met &= bound(&format!("{operation}: {OURS} / {peer}"), ratio, limit);
    }
    for operation in growth::LOOKUPS {
        let [few, _, many] = growth::SIZES.map(|(size, _)| of(&cases, operation, size));
        let limit = if [NEGOTIATION, HEADER].contains(&operation) { 3.0 } else { 1.2 };
        is_met &= bound(&format!("{operation}: 200 locales / 2"), many / few, limit);
    }
    is_met &= bound(HEADER, of(&cases, HEADER, OURS), 5_100.0);
    if is_met { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn find<'a>(cases: &'a [Case], operation: &str, who: &str) -> Option<&'a Case> {
    cases.iter().find(|case| case.operation == operation && case.who == who)
}

fn of(cases: &[Case], operation: &str, who: &str) -> f64 {
    find(cases, operation, who).map_or(f64::NAN, |case| case.instructions)
}

fn table(cases: &[Case], operations: &[&str], columns: &[&str]) {
    println!("| | {} |\n| --- |{}", columns.join(" | "), " ---: |".repeat(columns.len()));
    for operation in operations {
        print!("| {operation} |");
        for who in columns {
            match find(cases, operation, who) {
                Some(case) if case.is_right => {
                    print!(" {:.0} / {:.1} |", case.instructions, case.nanos)
                }
                Some(_) => print!(" wrong text |"),
                None => print!(" |"),
            }
        }
        println!();
    }
}

/// Prints a row of the table of bounds, and returns whether the bound is met.
fn bound(what: &str, measured: f64, limit: f64) -> bool {
    let is_met = measured <= limit;
    println!("| {what} | {limit} | {measured:.2} | {} |", if is_met { "met" } else { "missed" });
    is_met
}
