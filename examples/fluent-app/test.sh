#!/usr/bin/env bash
# Compares the messages of both ways with the localizer's, and runs each kind of collision.
set -euo pipefail
cd "$(dirname "$0")"

# One build of what the examples share, apart from the crate's.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$(realpath -m ../../target/examples)}
cargo clippy --locked --all-targets -- -D warnings
cargo test --locked
