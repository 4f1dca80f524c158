#!/usr/bin/env bash
# Usage: .ci/fuzz.sh [SECONDS]. Runs every fuzz target for ten minutes, or for SECONDS. Needs a
# nightly toolchain.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v cargo-fuzz > /dev/null || cargo install --locked cargo-fuzz
seconds=${1:-600}

# The target, its longest input, and its dictionary.
while read -r target len dictionary; do
    # New inputs go here, so that the committed corpus does not change.
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
