#!/usr/bin/env bash
# Tests the server over a socket, then compares its speed with a handler that returns a literal.
set -euo pipefail
cd "$(dirname "$0")"

# One build of what the examples share, apart from the crate's.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$(realpath -m ../../target/examples)}
cargo clippy --locked --all-targets -- -D warnings
cargo test --locked
# A measurement: a busy machine misses the target, and the server is right all the same.
cargo test --locked --test http throughput -- --ignored --nocapture ||
  echo 'the target of throughput was missed; the ratios are above'
