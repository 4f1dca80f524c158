#!/usr/bin/env bash
# Checks formatting, clippy in every tier, rustdoc, the minimum Rust version, and that the core has no
# dependencies.
source "$(dirname "$0")/common.sh"

for manifest in $(git ls-files '*Cargo.toml'); do
  step cargo fmt --check --manifest-path "$manifest"
done

for tier in "${tiers[@]}"; do
  # shellcheck disable=SC2086 -- a tier can be several arguments or none
  step cargo clippy --locked --all-targets $tier -- -D warnings
done
step env RUSTDOCFLAGS='-D warnings' cargo doc --locked --no-deps --all-features
step bash .ci/rust-version.sh

printf '\n== the core has no dependencies\n'
tree=$(cargo tree --locked -e normal,build --no-default-features)
printf '%s\n' "$tree"
[ "$(wc -l <<< "$tree")" -eq 1 ]
