#!/usr/bin/env bash
# Builds page/pkg: the WebAssembly module, its JavaScript and its TypeScript types.
#
# Takes the Rust compiler in PATH if it has the target wasm32-unknown-unknown, else Debian's
# packages, which build the standard library from source and so give a module a tenth smaller.
# CARGO_TARGET_DIR is respected.
set -euo pipefail
cd "$(dirname "$0")"

triple=wasm32-unknown-unknown
packages=(rustc-web cargo-web rust-web-src)
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")

has_target() {
  command -v cargo rustc >/dev/null && [ -d "$(rustc --print sysroot)/lib/rustlib/$triple/lib" ]
}

debian_linker() {
  local llvm
  llvm=$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
  echo "lld-$llvm"
}

has_debian() {
  dpkg --status "${packages[@]}" >/dev/null 2>&1 && dpkg --status "$(debian_linker)" >/dev/null 2>&1
}

install_debian() {
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 1
  local install=(apt-get -o DPkg::Lock::Timeout=600 install -y -q --no-install-recommends)
  apt-get -o DPkg::Lock::Timeout=600 update -q && "${install[@]}" "${packages[@]}" &&
    "${install[@]}" "$(debian_linker)"
}

explain() {
  cat >&2 <<EOF
build.sh: no Rust compiler here builds for $triple. One of these is missing:
  - the target of rustup's compiler:    rustup target add $triple
  - Debian's packages (12 or later):    apt-get install ${packages[*]}
    and the linker lld-N, where N is the LLVM version that \`/usr/bin/rustc -vV\` names;
    run as root, this script installs them itself
EOF
  exit 1
}

# Paths of this machine do not belong in the module. Inlining a little more than opt-level "z"
# does makes it half a kilobyte smaller with brotli.
remap="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo"
remap+=" --remap-path-prefix=$(realpath ../..)=../.. -Cllvm-args=-inline-threshold=10"
build=(build --locked --release --target "$triple" --target-dir "$target/wasm")

if has_target; then
  RUSTFLAGS="${RUSTFLAGS:-} $remap" cargo "${build[@]}"
  host=(cargo)
elif has_debian || install_debian; then
  # rustup's programs may come first in PATH, so Debian's compiler is named outright.
  debian=(env -u RUSTUP_TOOLCHAIN RUSTC=/usr/bin/rustc RUSTDOC=/usr/bin/rustdoc)
  linker=$(debian_linker)
  # What building the standard library is good for: no words for panics, and small algorithms.
  small="-Zunstable-options -Cpanic=immediate-abort"
  RUSTFLAGS="${RUSTFLAGS:-} $remap $small" "${debian[@]}" RUSTC_BOOTSTRAP=1 \
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER="wasm-ld-${linker#lld-}" \
    /usr/bin/cargo "${build[@]}" -Zbuild-std=std -Zbuild-std-features=optimize_for_size
  host=("${debian[@]}" /usr/bin/cargo)
else
  explain
fi

rm -rf page/pkg
"${host[@]}" run --locked --release --quiet --manifest-path bindgen/Cargo.toml \
  --target-dir "$target/bindgen" -- "$target/wasm/$triple/release/im_error_l10n_web.wasm" page/pkg
printf 'page/pkg/im_error_l10n_bg.wasm: %d bytes' "$(stat -c %s page/pkg/im_error_l10n_bg.wasm)"
if command -v brotli >/dev/null; then
  printf ', %d with brotli' "$(brotli --stdout page/pkg/im_error_l10n_bg.wasm | wc -c)"
fi
echo
