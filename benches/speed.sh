#!/usr/bin/env bash
# Measures lookups and the alternatives, and prints Markdown tables of instructions and time, and
# the bounds. Takes a few minutes; fails if a bound is missed.
set -euo pipefail
cd "$(dirname "$0")/peers"

command -v valgrind >/dev/null || { apt-get update -qq && apt-get install -qq -y valgrind; } >&2
../inputs.py
# Callgrind finds the measured loop by its symbol.
CARGO_PROFILE_RELEASE_STRIP=none cargo run --locked --quiet --release --features speed --bin speed
