#!/usr/bin/env bash
# Builds and runs the program on the host. If a bare-metal target is installed, builds the core for it.
set -euo pipefail
cd "$(dirname "$0")"

expected='不是好友
上传文件体积超过上限，需要MultimediaPlugin
未知错误（错误码：99999）
en-US
不是好友'
printed=$(cargo run --quiet --locked --release)
if [ "$printed" != "$expected" ]; then
  printf 'expected:\n%s\nprinted:\n%s\n' "$expected" "$printed"
  exit 1
fi
echo 'the core runs without the standard library'

bare=thumbv7em-none-eabi
if rustup target list --installed 2>/dev/null | grep -qx "$bare"; then
  cargo build --quiet --locked --release --manifest-path ../../Cargo.toml --package im-error-l10n \
    --no-default-features --lib --target "$bare"
  echo "the core builds for $bare"
fi
