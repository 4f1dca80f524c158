#!/usr/bin/env bash
# Compares the messages of generated .ftl files with @fluent/bundle's:
# tests/fluent-js/test.sh [COUNT] [SEED]
set -euo pipefail
cd "$(dirname "$0")"

npm ci --silent --no-audit --no-fund
cases=$(mktemp)
trap 'rm -f "$cases"' EXIT
node cases.mjs "${1:-1000}" "${2:-1}" > "$cases"
FLUENT_JS_CASES=$cases cargo test --quiet --test fluent_js -- --ignored --nocapture
