#!/usr/bin/env bash
# Holds the dependencies to deny.toml, and to the advisories where their database can be fetched.
# Installing cargo-deny takes some minutes, so this is not part of the gate.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v cargo-deny > /dev/null || cargo install --locked cargo-deny
cargo deny check licenses bans sources
if [ "${1:-}" != --offline ]; then
    cargo deny check advisories
fi
