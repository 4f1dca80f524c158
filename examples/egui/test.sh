#!/usr/bin/env bash
# Drives the window through its accessibility tree, then opens it once on a virtual screen with
# software OpenGL and saves a screenshot as window.png in the target folder. As root on Debian, it
# installs what is missing.
set -euo pipefail
cd "$(dirname "$0")"

# The examples share a target folder, so that common dependencies are built once.
target=$(realpath -m "${CARGO_TARGET_DIR:-../../target/examples}")
packages=(fonts-wqy-microhei imagemagick libegl1 libgl1 libgl1-mesa-dri libxkbcommon-x11-0 xdotool xvfb)
dpkg --status "${packages[@]}" >/dev/null 2>&1 || {
  apt-get -o DPkg::Lock::Timeout=600 update -q
  apt-get -o DPkg::Lock::Timeout=600 install -y -q --no-install-recommends "${packages[@]}"
}

export CARGO_TARGET_DIR=$target
cargo clippy --locked --all-targets -- -D warnings
cargo test --locked -- --include-ignored --nocapture --test-threads=1
cargo build --locked

scratch=$(mktemp -d)
pids=()
cleanup() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  rm -rf "$scratch"
}
trap cleanup EXIT

# Xvfb picks a free display and prints its number.
Xvfb -screen 0 760x520x24 -displayfd 3 3>"$scratch/display" 2>"$scratch/xvfb.log" &
pids+=($!)
for _ in {1..100}; do [ -s "$scratch/display" ] && break; sleep 0.1; done
DISPLAY=:$(cat "$scratch/display")
export DISPLAY LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY

"$target/debug/im-error-l10n-egui" zh-Hans 2>"$scratch/window.log" &
window=$!
pids+=("$window")
id=$(timeout 60 xdotool search --sync --onlyvisible --name '^Chat$')
xdotool windowmove "$id" 0 0 windowfocus "$id"
sleep 1
for text in hello "are you there?" "still me" "one more"; do
  xdotool mousemove 100 508 click 1 sleep 0.3 type "$text"
  xdotool sleep 0.3 key Return sleep 0.5
done
# 1,000 errors in a second.
xdotool mousemove 150 13 click 1 sleep 3 mousemove 700 480 sleep 0.5
import -window root "$target/window.png"
kill -0 "$window"

# Toasts have colored frames; without them, the window is almost gray.
pixels_of() {
  convert "$target/window.png" -crop 340x420+400+40 -fuzz 4% \
    -fill black +opaque "$1" -fill white -opaque "$1" -format '%[fx:int(mean*w*h)]' info:
}
for color in '#d98a0b' '#e04a4a'; do
  pixels=$(pixels_of "$color")
  echo "$color: $pixels pixels"
  [ "$pixels" -gt 500 ] || { echo "test.sh: no toast of this color in $target/window.png" >&2; exit 1; }
done
echo "the window shows its toasts: $target/window.png"
