#!/usr/bin/env bash
# Measures lookups and the alternatives, and prints Markdown tables of instructions and time, with
# the targets. Takes a few minutes.
set -euo pipefail
cd "$(dirname "$0")/peers"
source ../versions.sh

if ! command -v valgrind >/dev/null; then
  echo 'speed.sh: installing valgrind' >&2
  apt-get update -qq && apt-get install -qq -y valgrind >&2
fi

cargo run --locked --quiet --release --package inputs
versions
# Callgrind finds the measured loop by its symbol.
CARGO_PROFILE_RELEASE_STRIP=none cargo run --locked --quiet --release --features speed --bin speed |
  awk -f ../targets.awk -f ../speed.awk
