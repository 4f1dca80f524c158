//! What can only be seen from outside: a process that has just begun, and its size on disk.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::measure::median;

/// How many processes of each program are started.
const STARTS: usize = 101;

/// The programs that print one text, and whose they are.
pub const PROGRAMS: [&str; 7] = [
    "im-error-l10n",
    "nobody",
    "fluent-bundle",
    "fluent-templates",
    "i18n-embed",
    "rust-i18n",
    "es-fluent",
];

/// A program that prints one text.
pub struct Program {
    pub who: &'static str,
    path: PathBuf,
    /// Nanoseconds to the first text, one figure a round.
    starts: Vec<f64>,
}

impl Program {
    pub fn nanos(&self) -> f64 {
        median(self.starts.clone())
    }

    pub fn bytes(&self) -> u64 {
        fs::metadata(&self.path).unwrap().len()
    }

    /// How many times the time of another, round by round.
    pub fn over(&self, other: &Program) -> f64 {
        let rounds = self.starts.iter().zip(&other.starts);
        median(rounds.map(|(this, other)| this / other).collect())
    }
}

/// Builds all programs of this package, stripped and optimized as this one is.
fn build() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["build", "--release", "--quiet", "--bins", "--manifest-path"])
        .arg(manifest)
        .status();
    assert!(status.unwrap().success(), "the programs do not build");
}

fn program(name: &str) -> PathBuf {
    env::current_exe().unwrap().with_file_name(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// Starts each program many times, in turn, and takes the time that it reports.
pub fn first_texts() -> Vec<Program> {
    build();
    let mut programs = PROGRAMS.map(|who| {
        let name = if who == "im-error-l10n" { "ours" } else { who };
        let path = program(&format!("text_by_{}", name.replace('-', "_")));
        Program { who, path, starts: Vec::new() }
    });
    for _ in 0..STARTS {
        for program in &mut programs {
            let output = Command::new(&program.path).output().unwrap().stdout;
            let output = String::from_utf8(output).unwrap();
            let (text, nanos) = output.trim().split_once('\t').unwrap();
            assert_eq!(text, peers::matched(peers::NOT_FRIEND), "{}", program.who);
            program.starts.push(nanos.parse().unwrap());
        }
    }
    programs.into()
}

/// What the counting allocator saw.
pub fn heap() -> HashMap<String, f64> {
    let output = Command::new(program("heap")).output().unwrap();
    assert!(output.status.success(), "the count of allocations fails");
    let lines = String::from_utf8(output.stdout).unwrap();
    let figures = lines.lines().map(|line| {
        let (name, figure) = line.split_once('\t').unwrap();
        (name.to_owned(), figure.parse().unwrap())
    });
    figures.collect()
}
