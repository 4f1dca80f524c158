#!/usr/bin/env bash
# Proves that crafted files cost what plain ones cost, in instructions and in allocations.
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v valgrind >/dev/null; then
  echo 'cost: installing valgrind' >&2
  apt-get update -qq && apt-get install -qq -y valgrind >&2
fi
cargo run --quiet --locked --release
