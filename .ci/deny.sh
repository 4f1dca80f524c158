#!/usr/bin/env bash
# Checks the dependencies against deny.toml and, without --offline, against the advisories.
# Installing cargo-deny takes minutes, so this is not part of .ci/run.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v cargo-deny > /dev/null || cargo install --locked cargo-deny
cargo deny --workspace check licenses bans sources
if [ "${1:-}" != --offline ]; then
    cargo deny --workspace check advisories
fi
