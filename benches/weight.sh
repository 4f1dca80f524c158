#!/usr/bin/env bash
# Measures programs that show one message with each tier of this crate and with the alternatives,
# and prints a Markdown table: crates, CPU time of clean builds, size, WebAssembly, first text.
# Takes a quarter of an hour on two cores.
#
# Usage: benches/weight.sh [PROGRAM...]
set -euo pipefail
cd "$(dirname "$0")/peers"

# Each program is a feature of the package. `literal` has none; the others are compared with it.
programs=(literal)
if [ $# -gt 0 ]; then programs+=("$@"); else
  programs+=(core fluent builder lint fluent-bundle i18n-embed rust-i18n)
fi
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")/weight
wasm=wasm32-unknown-unknown

install() {
  apt-get -o DPkg::Lock::Timeout=600 update -qq >&2
  apt-get -o DPkg::Lock::Timeout=600 install -y -qq --no-install-recommends "$@" >&2
}

# Counts the crates that are compiled, except this package's own.
crates() {
  cargo tree --locked --offline --edges normal,build --prefix none --features "$1" |
    sed 's/ (\*)$//' | grep -v '/benches/peers' | sort -u | wc -l
}

# CPU seconds of a clean release build, over all cores.
cpu() {
  local TIMEFORMAT='%U %S'
  rm -rf "$target/release"
  { time cargo build --locked --offline --quiet --release --bin first_text --features "$1" \
    --target-dir "$target" 2>/dev/null; } 2>&1 | awk '{ printf "%.1f", $1 + $2 }'
}

# Prints what valgrind counts in a whole process.
count() {
  local label=$1 tool=$2
  shift 2
  valgrind "--tool=$tool" "--$tool-out-file=/dev/null" "$@" 2>&1 |
    sed -n "s/.*$label *: *\([0-9,]*\).*/\1/p" | tr -d ,
}

# Chooses the compiler for WebAssembly and its flags, like examples/web/build.sh: rustup's if it has
# the target, or else Debian's, which builds the standard library.
choose_compiler() {
  local flags="-Cllvm-args=-inline-threshold=10 --remap-path-prefix=$(realpath ../..)=." llvm
  flags+=" --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo"
  compiler=(env "RUSTFLAGS=$flags" cargo rustc)
  [ ! -d "$(rustc --print sysroot)/lib/rustlib/$wasm/lib" ] || return 0
  [ -x /usr/bin/rustc ] || install rustc-web cargo-web rust-web-src
  llvm=$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
  command -v "wasm-ld-$llvm" >/dev/null || install "lld-$llvm"
  flags+=" -Zunstable-options -Cpanic=immediate-abort"
  compiler=(env -u RUSTUP_TOOLCHAIN RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 "RUSTFLAGS=$flags"
    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-$llvm"
    /usr/bin/cargo rustc -Zbuild-std=std -Zbuild-std-features=optimize_for_size)
}

# Prints the raw and the compressed size of the module.
web() {
  local module=$target/wasm/$wasm/wasm/peers.wasm
  rm -f "$module"
  "${compiler[@]}" --locked --quiet --profile wasm --lib --crate-type cdylib --target "$wasm" \
    --target-dir "$target/wasm" --features "$1" >&2
  echo "$(stat -c %s "$module") $(brotli --stdout "$module" | wc -c)"
}

command -v valgrind brotli >/dev/null || install valgrind brotli
../inputs.py
cargo fetch --locked --quiet
choose_compiler

echo "| program | crates | release build, CPU s | size, KB | WebAssembly, KB: raw / brotli |" \
  "first text, instructions | heap, KB |"
echo '| --- | ---: | ---: | ---: | ---: | ---: | ---: |'
for program in "${programs[@]}"; do
  first_text=("$target/release/first_text" 56 zh-CN)
  echo "$program $(crates "$program") $(cpu "$program") $(stat -c %s "${first_text[0]}")" \
    "$(web "$program") $(count Collected callgrind "${first_text[@]}")" \
    "$(count 'At t-gmax' dhat "${first_text[@]}")"
done | awk '
  # Size, instructions and heap are what a program needs beyond the one that prints a literal.
  $1 == "literal" { size = $4; instructions = $7; heap = $8; next }
  { printf "| %s | %d | %s | %.0f | %.0f / %.1f | %d | %.1f |\n", $1, $2, $3, ($4 - size) / 1000,
      $5 / 1000, $6 / 1000, $7 - instructions, ($8 - heap) / 1000 }'
