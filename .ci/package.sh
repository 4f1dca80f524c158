#!/usr/bin/env bash
# Proves that the package is the same, byte for byte, wherever it is made: from two clones of the
# last commit, at paths of different length.
set -euo pipefail
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for clone in "$scratch/one" "$scratch/another/at/a/longer/path"; do
    git clone --quiet --no-hardlinks . "$clone"
    # The time of a file must not matter either.
    find "$clone" -name .git -prune -o -type f -exec touch -d "@$((RANDOM * 40000))" {} +
    (cd "$clone" && cargo package --quiet --locked --no-verify --target-dir "$clone.target")
    sha256sum "$clone.target"/package/*.crate
done
cmp "$scratch/one.target"/package/*.crate "$scratch"/another/at/a/longer/path.target/package/*.crate
