//! Measures instructions with callgrind, and time in interleaved rounds, of the same loop. The empty
//! loop is subtracted.

use std::hint::black_box;
use std::process::Command;
use std::sync::Barrier;
use std::time::{Duration, Instant};
use std::{env, thread};

/// Valgrind's tools.
const CALLGRIND: &str = "callgrind";
const DHAT: &str = "dhat";

/// The number of passes of a case in valgrind, unless it takes long.
const PASSES: usize = 10;
/// The number of rounds over all cases, to measure time.
const ROUNDS: usize = 101;
/// The number of rounds of a case that takes longer than a slice.
const SLOW_ROUNDS: usize = 5;
/// The time that a case runs in one round.
const SLICE: Duration = Duration::from_micros(800);

/// One implementation of an operation.
pub struct Case {
    pub operation: &'static str,
    pub who: &'static str,
    /// Whether every answer is as expected.
    pub is_right: bool,
    pub instructions: f64,
    pub nanos: f64,
    /// The number of operations in one pass.
    operations: usize,
    /// Performs this many passes.
    pub run: Box<dyn Fn(usize)>,
}

impl Case {
    pub fn new(
        operation: &'static str,
        who: &'static str,
        operations: usize,
        run: impl Fn(usize) + 'static,
    ) -> Case {
        let (instructions, nanos, run) = (0.0, 0.0, Box::new(run));
        Case { operation, who, is_right: true, instructions, nanos, operations, run }
    }
}

/// The measured loop. Callgrind counts the instructions in it, and finds it by name.
#[inline(never)]
pub fn measured_loop<T>(codes: &[i32], passes: usize, answer: impl Fn(i32) -> T) {
    for _ in 0..passes {
        for &code in codes {
            black_box(answer(black_box(code)));
        }
    }
}

/// Measures all cases. The first is the empty loop.
pub fn measure(cases: &mut [Case]) {
    for (number, case) in cases.iter_mut().enumerate() {
        let passes = if case.operations == 1 { 1 } else { PASSES };
        let instructions = counted(CALLGRIND, number, passes);
        case.instructions = instructions / (passes * case.operations) as f64;
    }
    let repetitions: Vec<usize> = cases.iter().map(repetitions).collect();
    let mut nanos = vec![Vec::new(); cases.len()];
    for round in 0..ROUNDS {
        // Interleaved, so that a slow moment affects all cases.
        for ((case, repetitions), nanos) in cases.iter().zip(&repetitions).zip(&mut nanos) {
            if *repetitions > 1 || round < SLOW_ROUNDS {
                let elapsed = time(|| (case.run)(*repetitions)).as_nanos() as f64;
                nanos.push(elapsed / (repetitions * case.operations) as f64);
            }
        }
    }
    for (case, nanos) in cases.iter_mut().zip(&mut nanos) {
        nanos.sort_by(f64::total_cmp);
        case.nanos = nanos[nanos.len() / 2];
    }
    let (empty_instructions, empty_nanos) = (cases[0].instructions, cases[0].nanos);
    for case in cases {
        case.instructions -= empty_instructions;
        case.nanos -= empty_nanos;
    }
}

/// Returns how many bytes an operation allocates.
pub fn heap(cases: &[Case], operation: &str, who: &str) -> f64 {
    let is_wanted = |case: &Case| case.operation == operation && case.who == who;
    let number = cases.iter().position(is_wanted).unwrap();
    let difference = counted(DHAT, number, PASSES) - counted(DHAT, number, 0);
    difference / (PASSES * cases[number].operations) as f64
}

/// Returns the count of a valgrind tool for a process that runs one case.
fn counted(tool: &str, number: usize, passes: usize) -> f64 {
    let output = Command::new("valgrind")
        .args([format!("--tool={tool}"), format!("--{tool}-out-file=/dev/null")])
        .args((tool == CALLGRIND).then_some("--toggle-collect=*measured_loop*"))
        .arg(env::current_exe().unwrap())
        .args([format!("{number:03}"), format!("{passes:03}")]) // of equal length, because arguments are on the heap
        .output()
        .expect("valgrind is not installed");
    let report = String::from_utf8_lossy(&output.stderr);
    let figure = ["Collected : ", "Total:     "].iter().find_map(|label| report.split_once(label));
    let (_, figure) = figure.unwrap_or_else(|| panic!("no count by {tool}: {report}"));
    let digits = figure.split_whitespace().next().unwrap_or_default().replace(',', "");
    digits.parse().unwrap()
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// Returns how many passes fill a slice.
fn repetitions(case: &Case) -> usize {
    (case.run)(1); // one-time work
    let mut repetitions = 1;
    while time(|| (case.run)(repetitions)) < SLICE / 2 {
        repetitions *= 2;
    }
    repetitions
}

/// Returns how many times as much two threads do as one. The best of many short rounds counts,
/// because other load can only take cores away.
pub fn two_threads(work: impl Fn() + Sync) -> f64 {
    let slowest_of = |threads: usize| {
        let barrier = Barrier::new(threads);
        let run = || {
            barrier.wait();
            time(&work)
        };
        thread::scope(|scope| {
            let threads: Vec<_> = (0..threads).map(|_| scope.spawn(run)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).max().unwrap()
        })
    };
    let best_of = |threads| (0..5 * ROUNDS).map(|_| slowest_of(threads)).min().unwrap();
    2.0 * best_of(1).as_secs_f64() / best_of(2).as_secs_f64()
}
