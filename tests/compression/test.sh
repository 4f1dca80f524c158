#!/usr/bin/env bash
# Proves that `sources()` and `Locales` hold every file when rust-embed compresses its assets, and that
# the crate builds without warnings as a path dependency.
set -euo pipefail
cd "$(dirname "$0")"

log=$(cargo build --locked 2>&1) || { printf '%s\n' "$log"; exit 1; }
if grep -A8 '^warning' <<< "$log"; then
  echo 'the crate has warnings as a path dependency'
  exit 1
fi
export LC_ALL=C # sorts as Rust does
expected=$(cd ../../locales && for file in */*.ftl; do echo "${file%/*} $(wc -c < "$file")"; done)
printed=$(cargo run --quiet --locked)
if [ "$printed" != "$expected"$'\n'"$expected" ]; then
  printf 'expected twice:\n%s\nprinted:\n%s\n' "$expected" "$printed"
  exit 1
fi
echo 'sources() and Locales hold every file in spite of compression'
