//! When and with what a table was made.

use std::process::Command;

const LOCK: &str = include_str!("../Cargo.lock");
const CRATES: [&str; 7] = [
    "im-error-l10n",
    "fluent-bundle",
    "fluent-langneg",
    "fluent-templates",
    "i18n-embed",
    "rust-i18n",
    "es-fluent",
];

/// The date, the versions from the lock file, the compiler, and the C library.
pub fn line() -> String {
    let crates = CRATES.map(|name| format!("{name} {}", locked(name)));
    format!(
        "Measured on {}: {}; {}; {}.",
        said("date", &["+%F"]),
        crates.join(", "),
        said("rustc", &["--version"]),
        said("getconf", &["GNU_LIBC_VERSION"]),
    )
}

fn locked(name: &str) -> &'static str {
    let entry = format!("name = \"{name}\"\nversion = \"");
    let rest = LOCK.split_once(&entry).map_or("", |(_, rest)| rest);
    rest.split_once('"').map_or("?", |(version, _)| version)
}

fn said(program: &str, arguments: &[&str]) -> String {
    match Command::new(program).args(arguments).output() {
        Ok(output) => String::from_utf8_lossy(&output.stdout).trim().to_owned(),
        Err(error) => format!("{program}: {error}"),
    }
}
