//! The embedded messages are those of `locales/`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use std::fs;

use im_error_l10n::edit::embed;
use im_error_l10n::lint::read_dir;

#[test]
fn the_embedded_messages_are_fresh() {
    let root = env!("CARGO_MANIFEST_DIR");
    let (files, unreadable) = read_dir(format!("{root}/locales")).unwrap();
    assert_eq!(unreadable, [], "run `cargo run -- check`");
    let generated = fs::read_to_string(format!("{root}/src/texts/generated.rs")).unwrap();
    let generated = generated.replace("\r\n", "\n");
    let embedded = embed(&files, &generated).unwrap_or_else(|findings| {
        let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
        panic!("locales/ has errors; `cargo run -- check` shows them:\n{}", lines.join("\n"))
    });
    assert!(
        embedded.source == generated,
        "src/texts/generated.rs is stale; run `cargo run -- embed`: {:#?}",
        embedded.changes
    );
}
