//! Measures instructions with callgrind, and the least time of many rounds, of the same loop.

use std::env;
use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

/// The number of passes of a case in valgrind, unless it takes long.
const PASSES: usize = 10;
/// The number of rounds of a case, to measure time, and how long one takes at least.
const ROUNDS: usize = 201;
const ROUND: Duration = Duration::from_micros(400);

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
    pub fn new<T>(
        operation: &'static str,
        who: &'static str,
        codes: &'static [i32],
        answer: impl Fn(i32) -> T + 'static,
    ) -> Case {
        let run = Box::new(move |passes| {
            black_box(answer(codes[0])); // one-time work
            measured_loop(codes, passes, &answer);
        });
        let (instructions, nanos, operations) = (0.0, 0.0, codes.len());
        Case { operation, who, is_right: true, instructions, nanos, operations, run }
    }
}

/// The measured loop. Callgrind counts the instructions in it, and finds it by name.
#[inline(never)]
fn measured_loop<T>(codes: &[i32], passes: usize, answer: impl Fn(i32) -> T) {
    for _ in 0..passes {
        for &code in codes {
            black_box(answer(black_box(code)));
        }
    }
}

/// Measures all cases. The first is the empty loop, which is subtracted.
pub fn measure(cases: &mut [Case]) {
    for (number, case) in cases.iter_mut().enumerate() {
        let passes = if case.operations == 1 { 1 } else { PASSES };
        case.instructions = instructions(number, passes) / (passes * case.operations) as f64;
        case.nanos = nanoseconds(case);
    }
    let (empty_instructions, empty_nanos) = (cases[0].instructions, cases[0].nanos);
    for case in cases {
        case.instructions -= empty_instructions;
        case.nanos -= empty_nanos;
    }
}

/// Returns callgrind's count for a process that runs one case.
fn instructions(number: usize, passes: usize) -> f64 {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg("--toggle-collect=*measured_loop*")
        .arg(env::current_exe().unwrap())
        .args([number.to_string(), passes.to_string()])
        .output()
        .expect("valgrind is not installed");
    let report = String::from_utf8_lossy(&output.stderr);
    let (_, count) = report.split_once("Collected : ").unwrap_or_else(|| panic!("{report}"));
    count.split_whitespace().next().unwrap_or_default().parse().unwrap()
}

/// Returns the least time of an operation, because other load can only add to it.
fn nanoseconds(case: &Case) -> f64 {
    let time = |passes| {
        let start = Instant::now();
        (case.run)(passes);
        start.elapsed()
    };
    let mut passes = 1;
    while time(passes) < ROUND {
        passes *= 2;
    }
    let rounds = if passes == 1 { 5 } else { ROUNDS };
    let least = (0..rounds).map(|_| time(passes)).min().unwrap_or_default();
    least.as_nanos() as f64 / (passes * case.operations) as f64
}
