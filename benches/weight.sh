#!/usr/bin/env bash
# Prints what a program that shows one message weighs, with this crate in its tiers and with the
# alternatives, as Markdown: crates, CPU time of clean builds, size, WebAssembly, first text, and
# the targets. It takes a quarter of an hour on two cores.
#
# Usage: benches/weight.sh [PROGRAM...]
#
# Where programs are named, only they are measured again. The figures of all are in
# target/weight/figures.tsv.
set -euo pipefail
cd "$(dirname "$0")/peers"
source ../versions.sh

# A program is a feature of the package; `literal` has none, and is what the others are compared to.
all=(literal core fluent builder lint fluent-bundle i18n-embed fluent-templates rust-i18n es-fluent
  fluent-zero)
programs=("${@:-${all[@]}}")
for program in "${programs[@]}"; do
  if [[ " ${all[*]} " != *" $program "* ]]; then
    echo "weight.sh: unknown program \`$program\`; the programs are ${all[*]}" >&2
    exit 2
  fi
done
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")/weight
figures=$target/figures.tsv
wasm=wasm32-unknown-unknown

install() {
  echo "weight.sh: installing $*" >&2
  apt-get -o DPkg::Lock::Timeout=600 update -qq
  apt-get -o DPkg::Lock::Timeout=600 install -y -qq --no-install-recommends "$@" >&2
}

# What the peers read is made before anything is measured, and downloaded too.
prepare() {
  command -v valgrind brotli >/dev/null || install valgrind brotli
  mkdir -p "$target"
  [ "${#programs[@]}" -lt "${#all[@]}" ] || : >"$figures"
  cargo run --locked --quiet --package inputs
  cargo fetch --locked --quiet
}

# Notes a figure of a program.
note() { printf '%s\t%s\t%s\n' "$1" "$2" "$3" >>"$figures"; }

features() { [ "$1" = literal ] || echo "--features=$1"; }

# The crates that are compiled for it, this package's own left out.
crates() {
  cargo tree --locked --offline --edges normal,build --prefix none $(features "$1") |
    sed 's/ (\*)$//' | grep -v '/benches/peers' | sort -u | wc -l
}

# CPU seconds of a clean build, both cores together.
cpu() {
  local program=$1 folder=$target/$2
  shift 2
  rm -rf "$folder"
  local TIMEFORMAT='%U %S'
  { time cargo build --locked --offline --quiet --bin first_text --target-dir "$folder" \
    $(features "$program") "$@" 2>/dev/null; } 2>&1 | awk '{ print $1 + $2 }'
}

# Instructions of a whole process, and the most bytes of heap it has at once.
instructions() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 |
    sed -n 's/.*Collected : //p'
}
heap() {
  valgrind --tool=dhat --dhat-out-file=/dev/null "$@" 2>&1 |
    sed -n 's/.*At t-gmax: *\([0-9,]*\) bytes.*/\1/p' | tr -d ,
}

# Nanoseconds to the first text, which the program prints after it: the median of 101 processes.
nanoseconds() {
  for _ in {1..101}; do "$@"; done | cut -f 2 | sort -n | sed -n 51p
}

native() {
  local program=$1 binary=$target/release/release/first_text
  note "$program" crates "$(crates "$program")"
  note "$program" dev "$(cpu "$program" dev)"
  note "$program" release "$(CARGO_PROFILE_RELEASE_STRIP=true cpu "$program" release --release)"
  note "$program" bytes "$(stat -c %s "$binary")"
  note "$program" instructions "$(instructions "$binary" 56 zh-CN)"
  note "$program" heap "$(heap "$binary" 56 zh-CN)"
  note "$program" nanoseconds "$(nanoseconds "$binary" 56 zh-CN)"
}

# The compiler for WebAssembly and its flags, as in examples/web/build.sh: rustup's if it has the
# target, else Debian's, which builds the standard library.
choose_compiler() {
  local flags="-Cllvm-args=-inline-threshold=10"
  flags+=" --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo"
  flags+=" --remap-path-prefix=$(realpath ../..)=."
  if [ -d "$(rustc --print sysroot)/lib/rustlib/$wasm/lib" ]; then
    compiler=(env "RUSTFLAGS=$flags" cargo rustc)
    return
  fi
  [ -x /usr/bin/rustc ] || install rustc-web cargo-web rust-web-src
  local llvm
  llvm=$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
  command -v "wasm-ld-$llvm" >/dev/null || install "lld-$llvm"
  flags+=" -Zunstable-options -Cpanic=immediate-abort"
  compiler=(env -u RUSTUP_TOOLCHAIN RUSTC=/usr/bin/rustc RUSTDOC=/usr/bin/rustdoc
    RUSTC_BOOTSTRAP=1 "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-$llvm"
    "RUSTFLAGS=$flags" /usr/bin/cargo rustc -Zbuild-std=std
    -Zbuild-std-features=optimize_for_size)
}

web() {
  local program=$1 module=$target/wasm/$wasm/wasm/peers.wasm
  rm -f "$module"
  if "${compiler[@]}" --locked --quiet --profile wasm --lib --crate-type cdylib --target "$wasm" \
    --target-dir "$target/wasm" $(features "$program") 2>"$target/wasm-$program.log"; then
    note "$program" wasm "$(stat -c %s "$module")"
    note "$program" brotli "$(brotli --stdout "$module" | wc -c)"
  fi
}

prepare
choose_compiler
for program in "${programs[@]}"; do
  echo "weight.sh: $program" >&2
  native "$program"
  web "$program"
done
note src lines "$(grep -rL --include='*.rs' '^//! @generated' ../../src | xargs cat | wc -l)"
note benches lines "$(find .. -name '*.rs' ! -path '*/target/*' ! -path '*/generated/*' -exec cat {} + | wc -l)"

versions
awk -f ../targets.awk -f ../weight.awk "$figures"
