#!/usr/bin/env bash
# Checks that the canonical form is that of Fluent's own serializers and of translate-toolkit and moz.l10n:
# they write our files unchanged, and with Fluent's own, a changed text changes one line. With a FOLDER of
# files, such as a corpus of the fuzz target `format`, `fmt` must also keep their content:
# tests/roundtrip.sh [FOLDER]. Installs what it needs.
set -euo pipefail
inputs=${1:+$(realpath "$1")}
cd "$(dirname "$0")/.."

folder=${CARGO_TARGET_DIR:-target}/roundtrip
mkdir -p "$folder"
[ -x "$folder/python/bin/python" ] || python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check fluent.syntax==0.19.0 \
  translate-toolkit==3.20.0 moz.l10n==0.15.0
npm install --silent --no-audit --no-fund --prefix "$folder" @fluent/syntax@0.19.0

cargo build --quiet
tool=${CARGO_TARGET_DIR:-target}/debug/im-error-l10n
rm -rf "$folder/locales"
cp -r locales "$folder/locales"
"$tool" new-locale ja --dir "$folder/locales"
"$folder/python/bin/python" tests/roundtrip/formats.py "$tool" "$folder" ${inputs:+"$inputs"}
node tests/roundtrip/formats.mjs "$folder"
