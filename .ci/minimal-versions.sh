#!/usr/bin/env bash
# Proves the lower bounds in Cargo.toml: everything builds and passes tests with the oldest version of
# each dependency that they allow. Needs a nightly toolchain to choose the versions.
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p "${CARGO_TARGET_DIR:-target}/minimal"
target=$(cd "${CARGO_TARGET_DIR:-target}/minimal" && pwd)
rm -rf "$target/crate"
mkdir "$target/crate"
# Without Cargo.lock.
cp -r Cargo.toml *.md build.rs src locales tests examples tool "$target/crate"
cd "$target/crate"
cargo +nightly update -Z direct-minimal-versions
# The skipped test expects a space that only some versions of annotate-snippets print.
CARGO_TARGET_DIR=$target cargo test --locked --all-features --lib --bins --test cli \
    --test fallback --test lint --test matching --test texts -- \
    --skip findings_without_a_place_in_a_text_are_shown
