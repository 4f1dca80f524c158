#!/usr/bin/env bash
# Tests the server over a socket. Its speed, compared with a handler that returns a literal, is a
# measurement that a busy machine changes: `cargo test throughput -- --ignored --nocapture`.
set -euo pipefail
cd "$(dirname "$0")"

# One build of what the examples share, apart from the crate's.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$(realpath -m ../../target/examples)}
cargo clippy --locked --all-targets -- -D warnings
cargo test --locked
