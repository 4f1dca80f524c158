#!/usr/bin/env bash
# Builds the page and runs its tests in headless Chromium. Installs the npm packages of the tests and,
# as root on Debian, chromium. Set CHROMIUM to use another browser.
set -euo pipefail
cd "$(dirname "$0")"

# The examples share a target folder, so that common dependencies are built once.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$(realpath -m ../../target/examples)}
./build.sh

if [ ! -x "${CHROMIUM:-/usr/bin/chromium}" ]; then
  if [ -n "${CHROMIUM:-}" ] || ! command -v apt-get >/dev/null || [ "$(id -u)" != 0 ]; then
    echo "test.sh: no browser at ${CHROMIUM:-/usr/bin/chromium}; install Debian's package" \
      "chromium, or set CHROMIUM to the path of another" >&2
    exit 1
  fi
  apt-get -o DPkg::Lock::Timeout=600 update -q
  apt-get -o DPkg::Lock::Timeout=600 install -y -q --no-install-recommends chromium
fi

cd tests
npm ci --no-audit --no-fund
# One file at a time, so that nothing disturbs the measurements.
node --test --test-concurrency=1
