//! Compares what a byte of a crafted file costs with what a byte of a plain file costs: instructions at
//! 64 KiB, which valgrind counts, and allocations at 1 MiB.
//!
//! Takes the operations to measure; without any, measures `build` and `check`.

#[path = "../../shapes/mod.rs"]
mod shapes;

use std::hint::black_box;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, thread};

use allocation_counter::measure;
use im_error_l10n::Localizer;
use im_error_l10n::edit::{format, update};
use im_error_l10n::lint::{File, Scope, lint, read_dir};
use shapes::{Shape, shapes};

const SMALL: usize = 1 << 16;
const LARGE: usize = 1 << 20;
/// How many times as much as a byte of a plain file a byte of a crafted one may cost.
const MOST: f64 = 20.0;
const THREADS: usize = 2;

/// What a byte costs.
#[derive(Clone, Copy)]
struct Cost {
    instructions: f64,
    allocations: f64,
    allocated: f64,
}

/// Performs an operation on the files in a folder.
fn perform(operation: &str, folder: &Path) {
    if operation == "build" {
        drop(black_box(Localizer::builder().dir(folder).build()));
        return;
    }
    let (files, _) = read_dir(folder).expect("the folder was written");
    match operation {
        "read" => drop(black_box(files)),
        "check" => drop(black_box(lint(&files, Scope::Complete))),
        "source" => drop(black_box(lint(&as_source(&files), Scope::Complete))),
        "added" => drop(black_box(lint(&files, Scope::Added))),
        "fmt" => drop(black_box(files.iter().map(format).collect::<Vec<_>>())),
        "update" => drop(black_box(update(&files, "zh-CN"))),
        _ => panic!("{operation} is not an operation"),
    }
}

/// Returns the files as English ones.
fn as_source(files: &[File]) -> Vec<File> {
    let of = |file: &File| File::new("en-US", "en-US/errors.ftl", file.bytes());
    files.iter().filter(|file| file.locale() == "zh-CN").map(of).collect()
}

/// Returns the instructions that this program executes in valgrind.
fn instructions(operation: &str, folder: &Path) -> f64 {
    let output = Command::new("valgrind")
        .args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"])
        .arg(env::current_exe().expect("this program has a path"))
        .args(["--perform", operation])
        .arg(folder)
        .output()
        .expect("valgrind is not installed");
    let report = String::from_utf8_lossy(&output.stderr);
    let figure = report.split_once("refs:").and_then(|(_, rest)| rest.split_whitespace().next());
    let figure = figure.map(|figure| figure.replace(',', ""));
    figure.and_then(|figure| figure.parse().ok()).unwrap_or_else(|| panic!("no count: {report}"))
}

fn cost(operation: &str, number: usize) -> Cost {
    let folder = env::temp_dir().join(format!("cost-{}-{operation}-{number}", std::process::id()));
    let small = &shapes(SMALL)[number];
    write(&folder, small);
    let instructions = instructions(operation, &folder) / small.len() as f64;
    let large = &shapes(LARGE)[number];
    write(&folder, large);
    let info = measure(|| perform(operation, &folder));
    fs::remove_dir_all(&folder).expect("the folder was written");
    let per_byte = |count: u64| count as f64 / large.len() as f64;
    Cost {
        instructions,
        allocations: per_byte(info.count_total),
        allocated: per_byte(info.bytes_total),
    }
}

fn write(folder: &Path, shape: &Shape) {
    let files = [
        ("zh-CN/errors.ftl", Some(&shape.text)),
        ("en-US/errors.ftl", shape.english.as_ref()),
        ("zh-CN/accepted.txt", shape.record.as_ref()),
    ];
    for (path, text) in files {
        let path = folder.join(path);
        if let (Some(text), Some(parent)) = (text, path.parent()) {
            fs::create_dir_all(parent).expect("the temporary folder can be written");
            fs::write(path, text).expect("the temporary folder can be written");
        }
    }
}

/// Measures an operation, and returns whether no shape costs too much.
fn measured(operation: &str) -> bool {
    let names: Vec<&str> = shapes(SMALL).iter().map(|shape| shape.name).collect();
    let plain = cost(operation, 0);
    let next = AtomicUsize::new(0);
    let dear = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                while let number = next.fetch_add(1, Ordering::Relaxed)
                    && let Some(name) = names.get(number)
                {
                    let found = cost(operation, number);
                    let instructions = found.instructions / plain.instructions;
                    let allocations = found.allocations / plain.allocations;
                    let allocated = found.allocated / plain.allocated;
                    println!(
                        "{operation}\t{instructions:.1}\t{allocations:.1}\t{allocated:.1}\t{name}"
                    );
                    if instructions.max(allocations).max(allocated) > MOST {
                        dear.fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    dear.into_inner() == 0
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [flag, operation, folder] = &*arguments
        && flag == "--perform"
    {
        perform(operation, Path::new(folder));
        return ExitCode::SUCCESS;
    }
    let operations =
        if arguments.is_empty() { &["build".to_owned(), "check".to_owned()] } else { &*arguments };
    println!(
        "operation, times as many instructions, allocations and allocated bytes as a plain file:"
    );
    let mut is_cheap = true;
    for operation in operations {
        is_cheap &= measured(operation);
    }
    if is_cheap { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
