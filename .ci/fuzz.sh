#!/usr/bin/env bash
# Runs every fuzz target, ten minutes each unless told otherwise: `.ci/fuzz.sh 60` takes a minute
# each. Needs a nightly toolchain.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v cargo-fuzz > /dev/null || cargo install --locked cargo-fuzz
seconds=${1:-600}

# The target, the longest input, and the dictionary.
while read -r target len dictionary; do
    # What it finds new goes there, and not among the inputs that are kept.
    new="${CARGO_TARGET_DIR:-target}/fuzz-corpus/$target"
    mkdir -p "$new"
    printf '\n== %s\n' "$target"
    cargo +nightly fuzz run "$target" "$new" "fuzz/corpus/$target" -- -max_len="$len" \
        -dict="fuzz/$dictionary.dict" -max_total_time="$seconds" -print_final_stats=1 -verbosity=0
done <<'TARGETS'
accept_language 1024 locale
added_ftl 2048 fluent
format 2048 fluent
lint 2048 fluent
locale_tag 512 locale
translate 2048 fluent
TARGETS
