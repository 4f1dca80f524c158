#!/usr/bin/env bash
# Formatting, and the warnings of the compiler and clippy in every tier.
source "$(dirname "$0")/common.sh"

for manifest in $(git ls-files '*Cargo.toml'); do
  step cargo fmt --check --manifest-path "$manifest"
done

for tier in "${tiers[@]}"; do
  # shellcheck disable=SC2086 -- a tier is several arguments or none
  step cargo clippy --locked --all-targets $tier -- -D warnings
done
step env RUSTDOCFLAGS='-D warnings' cargo doc --locked --no-deps --all-features
step bash .ci/rust-version.sh

printf '\n== the core has no dependency\n'
tree=$(cargo tree --locked -e normal,build --no-default-features)
printf '%s\n' "$tree"
[ "$(wc -l <<< "$tree")" -eq 1 ]
