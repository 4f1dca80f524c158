#!/usr/bin/env bash
# Compares the public API with the last release and checks the version number. Before the first
# release there is nothing to compare with; after it, this needs cargo-semver-checks.
set -euo pipefail
cd "$(dirname "$0")/.."

answer=$(cargo info --registry crates-io im-error-l10n 2>&1) && released=yes || released=no
if [ $released = yes ]; then
    command -v cargo-semver-checks > /dev/null || cargo install --locked cargo-semver-checks
    cargo semver-checks check-release --all-features
elif grep -q 'could not find `im-error-l10n` in registry' <<< "$answer"; then
    echo "no release yet: no baseline to compare the API with"
else
    printf 'cannot query the registry, so the API was not compared:\n%s\n' "$answer" >&2
    exit 1
fi
