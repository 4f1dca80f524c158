#!/usr/bin/env bash
# Measures programs that show one message with each tier of this crate and with the alternatives,
# and prints Markdown tables of crates, CPU time of clean builds, size, WebAssembly and first text,
# with the targets. Takes a quarter of an hour on two cores.
#
# Usage: benches/weight.sh [PROGRAM...]
#
# If programs are named, only those are measured again. The figures of all programs are in
# target/weight/figures.tsv.
set -euo pipefail
cd "$(dirname "$0")/peers"
source ../versions.sh

# Each program is a feature of the package. `literal` has none; the others are compared with it.
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

# Generates the peers' inputs and downloads dependencies before anything is measured.
prepare() {
  command -v valgrind brotli >/dev/null || install valgrind brotli
  mkdir -p "$target"
  [ "${#programs[@]}" -lt "${#all[@]}" ] || : >"$figures"
  cargo run --locked --quiet --package inputs
  cargo fetch --locked --quiet
}

# Records a figure of a program.
note() { printf '%s\t%s\t%s\n' "$1" "$2" "$3" >>"$figures"; }

features() { [ "$1" = literal ] || echo "--features=$1"; }

# Counts the crates that are compiled, except this package's own.
crates() {
  cargo tree --locked --offline --edges normal,build --prefix none $(features "$1") |
    sed 's/ (\*)$//' | grep -v '/benches/peers' | sort -u | wc -l
}

# CPU seconds of a clean build, over all cores.
cpu() {
  local program=$1 folder=$target/$2
  shift 2
  rm -rf "$folder"
  local TIMEFORMAT='%U %S'
  { time cargo build --locked --offline --quiet --bin first_text --target-dir "$folder" \
    $(features "$program") "$@" 2>/dev/null; } 2>&1 | awk '{ print $1 + $2 }'
}

# Instructions of a whole process, and its peak heap in bytes.
instructions() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 |
    sed -n 's/.*Collected : //p'
}
heap() {
  valgrind --tool=dhat --dhat-out-file=/dev/null "$@" 2>&1 |
    sed -n 's/.*At t-gmax: *\([0-9,]*\) bytes.*/\1/p' | tr -d ,
}

# Nanoseconds to the first text, as the program prints them: the median of 101 processes.
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

# Chooses the compiler for WebAssembly and its flags, like examples/web/build.sh: rustup's if it has
# the target, or else Debian's, which builds the standard library.
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
