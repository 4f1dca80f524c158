#!/usr/bin/env bash
# Builds the page and runs its tests in headless Chromium. Installs what is missing: the packages
# of the tests from npm, and as root Debian's chromium. CHROMIUM names another browser.
set -euo pipefail
cd "$(dirname "$0")"

# One build of what the examples share, apart from the crate's.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$(realpath -m ../../target/examples)}
./build.sh

if [ ! -x "${CHROMIUM:-/usr/bin/chromium}" ]; then
  if [ -n "${CHROMIUM:-}" ] || ! command -v apt-get >/dev/null || [ "$(id -u)" != 0 ]; then
    echo "test.sh: no browser at ${CHROMIUM:-/usr/bin/chromium}: install Debian's package" \
      "chromium, or name another Chromium in CHROMIUM" >&2
    exit 1
  fi
  apt-get -o DPkg::Lock::Timeout=600 update -q
  apt-get -o DPkg::Lock::Timeout=600 install -y -q --no-install-recommends chromium
fi

cd tests
npm ci --no-audit --no-fund
# One file at a time: the targets are measured.
node --test --test-concurrency=1
