#!/usr/bin/env bash
# Tests the page that `im-error-l10n preview` writes, in Chromium. Installs what it needs.
set -euo pipefail
cd "$(dirname "$0")"

if ! [ -x "${CHROMIUM:-/usr/bin/chromium}" ]; then
  sudo=$([ "$(id -u)" -eq 0 ] || echo sudo)
  $sudo apt-get update -qq
  $sudo apt-get install -qq -y --no-install-recommends chromium fonts-noto-cjk
fi
npm ci --no-audit --no-fund
# The tests run the tool through cargo, but compiler errors are easier to read here.
cargo build --quiet
node --test
