#!/usr/bin/env bash
# Tests the server over a socket. To measure its throughput, which a busy machine would distort here,
# run `cargo test throughput -- --ignored --nocapture`.
set -euo pipefail
cd "$(dirname "$0")"

# The examples share a target folder, so that common dependencies are built once.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$(realpath -m ../../target/examples)}
cargo clippy --locked --all-targets -- -D warnings
cargo test --locked
