#!/usr/bin/env bash
# Kills the tool at every system call that can change a file. Needs Linux, for strace, and installs it.
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v strace > /dev/null; then
  sudo=$([ "$(id -u)" -eq 0 ] || echo sudo)
  $sudo apt-get update -qq
  $sudo apt-get install -qq -y --no-install-recommends strace
fi
cargo build --quiet
python3 kills.py "$(cargo metadata --no-deps --format-version 1 |
  python3 -c 'import json, sys; print(json.load(sys.stdin)["target_directory"])')/debug/im-error-l10n"
