#!/usr/bin/env bash
# Reads what `im-error-l10n export` writes with the platforms' own tools, and compares it with the
# library's messages. Installs what it needs.
set -euo pipefail
cd "$(dirname "$0")"

for tool in aapt2 brotli javac python3; do
  command -v "$tool" > /dev/null || missing=yes
done
if [ "${missing:-}" ] || ! python3 -c 'import ensurepip' 2> /dev/null; then
  sudo=$([ "$(id -u)" -eq 0 ] || echo sudo)
  $sudo apt-get update -qq
  $sudo apt-get install -qq -y --no-install-recommends \
    aapt brotli default-jdk-headless python3 python3-venv
fi
npm ci --silent --no-audit --no-fund
target=$(cd ../../.. && mkdir -p "${CARGO_TARGET_DIR:-target}" && cd "${CARGO_TARGET_DIR:-target}" && pwd)
python3 -m venv "$target/export-venv"
"$target/export-venv/bin/pip" install --quiet --disable-pip-version-check xcstrings-tool==0.1.0
PYTHON=$target/export-venv/bin/python \
  cargo test --quiet --package im-error-l10n-cli --test export -- --include-ignored
