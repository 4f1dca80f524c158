//! Lists the files in `locales/` for `sources()`, and warns if the embedded messages are older.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

const GENERATED: &str = "src/texts/generated.rs";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed={GENERATED}");
    let files = files_of_locales(Path::new("locales"));
    let named = files.iter().map(|(name, content)| (name.as_str(), content.as_slice()));
    let hash = format!("// locales/*/*.ftl: {:016x}", hash_of_files(named));
    let generated = fs::read_to_string(GENERATED).unwrap_or_default();
    if !generated.lines().any(|line| line == hash) {
        println!(
            "cargo::warning=the files in locales/ have changed, but the embedded messages have \
             not; run `cargo run -- embed` to update {GENERATED}"
        );
    }
    let folder = env::var_os("OUT_DIR").unwrap_or_default(); // set by Cargo
    fs::write(Path::new(&folder).join("sources.rs"), sources(&files))
}

/// Returns a table of the texts of these files, with the tags of their locales.
///
/// A file that is not UTF-8 is left out, so that the tool can be built and `check` can report it.
fn sources(files: &[(String, Vec<u8>)]) -> String {
    let mut table = "static SOURCES: &[(&str, &str)] = &[\n".to_owned();
    let mut by_tag = Vec::new();
    for (name, content) in files {
        by_tag.push((name.split('/').next().unwrap_or_default(), name, content));
    }
    // By name, `es-419/` would be before `es/`.
    by_tag.sort();
    for (tag, name, content) in by_tag {
        match str::from_utf8(content) {
            Ok(text) => {
                let _ = writeln!(table, "    ({tag:?}, {text:?}),");
            }
            Err(cause) => println!("cargo::warning=locales/{name}: {cause}; run `check`"),
        }
    }
    table + "];\n"
}

include!("src/texts/hash.rs");

/// Returns the names and contents of all `<folder>/<tag>/*.ftl`, sorted by name.
fn files_of_locales(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for locale in entries(folder) {
        let tag = name(&locale);
        for path in entries(&locale) {
            let name = name(&path);
            if name.ends_with(".ftl") && !name.starts_with('.') && !tag.starts_with('.') {
                files.push((format!("{tag}/{name}"), fs::read(&path).unwrap_or_default()));
            }
        }
    }
    files.sort();
    files
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}
