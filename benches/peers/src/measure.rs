//! Interleaved rounds: every case is measured once a round, so that a slow moment of the machine
//! falls on all of them, and a ratio is the median of the ratios of the rounds.

use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

const ROUNDS: usize = 101;
/// How long a case runs in one round.
const SLICE: Duration = Duration::from_micros(800);

/// Repeats a piece of work so many times, and says how long that took.
pub type Run = Box<dyn Fn(usize) -> Duration>;

/// One way to do a piece of work.
pub struct Case {
    pub who: &'static str,
    /// How many operations one repetition is.
    operations: usize,
    run: Run,
    /// Nanoseconds an operation, one figure a round.
    rounds: Vec<f64>,
}

impl Case {
    pub fn new(who: &'static str, operations: usize, run: Run) -> Case {
        Case { who, operations, run, rounds: Vec::new() }
    }

    /// Nanoseconds an operation.
    pub fn nanos(&self) -> f64 {
        median(self.rounds.clone())
    }

    /// How many times the time of another.
    pub fn over(&self, other: &Case) -> f64 {
        let rounds = self.rounds.iter().zip(&other.rounds);
        median(rounds.map(|(this, other)| this / other).collect())
    }
}

/// A piece of work, and those who do it.
pub struct Work {
    pub name: &'static str,
    pub cases: Vec<Case>,
}

impl Work {
    pub fn case(&self, who: &str) -> Option<&Case> {
        self.cases.iter().find(|case| case.who == who)
    }
}

/// Measures all of them.
pub fn measure(works: &mut [Work]) {
    let mut cases: Vec<&mut Case> = works.iter_mut().flat_map(|work| &mut work.cases).collect();
    let repetitions: Vec<usize> = cases.iter().map(|case| repetitions(case)).collect();
    for _ in 0..ROUNDS {
        for (case, repetitions) in cases.iter_mut().zip(&repetitions) {
            let elapsed = (case.run)(*repetitions).as_nanos() as f64;
            case.rounds.push(elapsed / (repetitions * case.operations) as f64);
        }
    }
}

/// How many repetitions fill a slice.
fn repetitions(case: &Case) -> usize {
    let mut repetitions = 1;
    loop {
        let elapsed = (case.run)(repetitions);
        if elapsed >= SLICE / 2 {
            return repetitions;
        }
        repetitions *= 2;
    }
}

/// Runs the work `repetitions` times, and takes the time of it all.
pub fn timed(repetitions: usize, mut work: impl FnMut()) -> Duration {
    let start = Instant::now();
    for _ in 0..repetitions {
        work();
    }
    start.elapsed()
}

/// How many times the operations of one thread two threads do. The best of many short rounds
/// counts: whatever else the machine runs takes a core from the two, never gives one.
pub fn two_threads(work: impl Fn(usize) -> Duration + Sync) -> f64 {
    let mut repetitions = 64;
    while work(repetitions) < SLICE / 2 {
        repetitions *= 2;
    }
    let slowest_of = |threads: usize| {
        let barrier = Barrier::new(threads);
        let run = || {
            barrier.wait();
            work(repetitions).as_secs_f64()
        };
        thread::scope(|scope| {
            let threads: Vec<_> = (0..threads).map(|_| scope.spawn(run)).collect();
            threads.into_iter().map(|it| it.join().unwrap()).fold(0.0, f64::max)
        })
    };
    let rounds = (0..5 * ROUNDS).map(|_| [slowest_of(1), slowest_of(2)]);
    let [one, two] =
        rounds.fold([f64::MAX; 2], |best, [one, two]| [best[0].min(one), best[1].min(two)]);
    2.0 * one / two
}

pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
