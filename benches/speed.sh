#!/usr/bin/env bash
# Prints how fast the lookups are, compared with alternatives, as Markdown: instructions, time, and
# the targets. It takes some minutes.
set -euo pipefail
cd "$(dirname "$0")/peers"
source ../versions.sh

if ! command -v valgrind >/dev/null; then
  echo 'speed.sh: installing valgrind' >&2
  apt-get update -qq && apt-get install -qq -y valgrind >&2
fi

cargo run --locked --quiet --release --package inputs
versions
# Callgrind finds the loop that is measured by its name.
CARGO_PROFILE_RELEASE_STRIP=none cargo run --locked --quiet --release --features speed --bin speed |
  awk -f ../targets.awk -f ../speed.awk
