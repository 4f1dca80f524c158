#!/usr/bin/env bash
# Compares the messages from both approaches with the localizer's, and tests each kind of collision.
set -euo pipefail
cd "$(dirname "$0")"

# The examples share a target folder, so that common dependencies are built once.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$(realpath -m ../../target/examples)}
cargo clippy --locked --all-targets -- -D warnings
cargo test --locked
