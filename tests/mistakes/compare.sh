#!/usr/bin/env bash
# Runs the seeded mistakes through compare-locales and moz-fluent-linter too, and prints side by side how
# many each finds. Not part of the gate. Installs what it needs.
set -euo pipefail
cd "$(dirname "$0")/../.."

folder=${CARGO_TARGET_DIR:-target}/compare
[ -x "$folder/python/bin/python" ] || { mkdir -p "$folder"; python3 -m venv "$folder/python"; }
"$folder/python/bin/pip" install --quiet --disable-pip-version-check \
  compare-locales==9.0.5 moz-fluent-linter==0.4.10
cargo build --quiet
"$folder/python/bin/python" tests/mistakes/compare.py \
  "${CARGO_TARGET_DIR:-target}/debug/im-error-l10n" "$folder/python/bin" "$folder/work"
