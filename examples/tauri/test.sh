#!/usr/bin/env bash
# Drives the window on a virtual screen through WebKitGTK's WebDriver, and saves a picture of it in the
# target folder. As root on Debian, it installs what is missing.
set -euo pipefail
cd "$(dirname "$0")"

# The examples share a target folder, so that common dependencies are built once.
CARGO_TARGET_DIR=$(realpath -m "${CARGO_TARGET_DIR:-../../target/examples}")
export CARGO_TARGET_DIR
packages=(fonts-wqy-microhei imagemagick libwebkit2gtk-4.1-dev webkit2gtk-driver xvfb)
dpkg --status "${packages[@]}" >/dev/null 2>&1 || {
  apt-get -o DPkg::Lock::Timeout=600 update -q
  apt-get -o DPkg::Lock::Timeout=600 install -y -q --no-install-recommends "${packages[@]}"
}

scratch=$(mktemp -d)
trap 'kill "$(jobs -p)" 2>/dev/null || true; rm -rf "$scratch"' EXIT

# Xvfb picks a free display and prints its number.
Xvfb -screen 0 760x520x24 -displayfd 3 3>"$scratch/display" 2>"$scratch/xvfb.log" &
for _ in {1..100}; do [ -s "$scratch/display" ] && break; sleep 0.1; done
DISPLAY=:$(cat "$scratch/display")
export DISPLAY GDK_BACKEND=x11 LIBGL_ALWAYS_SOFTWARE=1 NO_AT_BRIDGE=1
# Without a graphics card, WebKitGTK shows nothing otherwise.
export WEBKIT_DISABLE_DMABUF_RENDERER=1
unset WAYLAND_DISPLAY

# Lints while it compiles: `cargo clippy` would check Tauri's 300 crates again. Cargo.toml denies warnings.
export RUSTC_WORKSPACE_WRAPPER=clippy-driver
# A driver has one session at a time, and one window fits on the screen.
cargo test --locked -- --test-threads=1
