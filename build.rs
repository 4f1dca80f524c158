//! Warns if the embedded messages are older than the files in `locales/`.

use std::fs;
use std::path::{Path, PathBuf};

const GENERATED: &str = "src/texts/generated.rs";

fn main() {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed={GENERATED}");
    let generated = fs::read_to_string(GENERATED).unwrap_or_default();
    let hash = format!("// locales/*/*.ftl: {:016x}", hash_of_locales(Path::new("locales")));
    if !generated.lines().any(|line| line == hash) {
        println!(
            "cargo::warning=the files in locales/ have changed, but the embedded messages have \
             not; run `cargo test` to update {GENERATED}"
        );
    }
}

include!("src/texts/hash.rs");
