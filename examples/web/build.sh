#!/usr/bin/env bash
# Builds page/pkg: the WebAssembly module with its JavaScript and TypeScript types.
#
# Uses the Rust compiler in PATH if it has the target wasm32-unknown-unknown. Otherwise uses Debian's
# packages, which build the standard library from source and make the module a tenth smaller.
# Honors CARGO_TARGET_DIR.
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
build.sh: no Rust compiler can build for $triple; install one of these:
  - for rustup's compiler:       rustup target add $triple
  - Debian's, version 12 or later:  apt-get install ${packages[*]}
    and the linker lld-N, where N is the LLVM version in the output of \`/usr/bin/rustc -vV\`;
    as root, this script installs them itself
EOF
  exit 1
}

# Keep this machine's paths out of the module. Inlining slightly more than opt-level "z" does saves
# half a kilobyte after brotli.
remap="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo"
remap+=" --remap-path-prefix=$(realpath ../..)=../.. -Cllvm-args=-inline-threshold=10"
build=(build --locked --release --target "$triple" --target-dir "$target/wasm")

if has_target; then
  RUSTFLAGS="${RUSTFLAGS:-} $remap" cargo "${build[@]}"
  host=(cargo)
elif has_debian || install_debian; then
  # rustup's programs may come first in PATH, so name Debian's compiler explicitly.
  debian=(env -u RUSTUP_TOOLCHAIN RUSTC=/usr/bin/rustc RUSTDOC=/usr/bin/rustdoc)
  linker=$(debian_linker)
  # Building the standard library allows panics without messages, and smaller algorithms.
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
