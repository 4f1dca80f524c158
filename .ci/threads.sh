#!/usr/bin/env bash
# The tests with threads, under ThreadSanitizer. Needs a nightly toolchain.
#
# It sees only what it compiled itself, and the standard library comes compiled: all that its cells
# order would look like a race. So the cells are once_cell's here, which have the same interface.
set -euo pipefail
cd "$(dirname "$0")/.."

target=${CARGO_TARGET_DIR:-target}/tsan
rm -rf "$target/crate"
mkdir -p "$target/crate"
cp -r Cargo.toml Cargo.lock README.md README.zh-CN.md build.rs src locales tests benches "$target/crate"
target=$(cd "$target" && pwd)
cd "$target/crate"

grep -rlE 'OnceLock|LazyLock' src | while read -r file; do
    sed -i -E 's/\bOnceLock\b/OnceCell/g; s/\bLazyLock\b/Lazy/g' "$file"
    # The names are imported from std with others; each file gets them from once_cell instead.
    perl -0pi -e '
        s/use std::sync::(\{[^}]*\}|\w+);/
            my @names = split m{[\s{},]+}, $1;
            my @cells = grep { m{^(OnceCell|Lazy)$} } @names;
            my @std = grep { $_ && !m{^(OnceCell|Lazy)$} } @names;
            join "\n", (@std ? "use std::sync::{" . join(", ", @std) . "};" : ()),
                (@cells ? "use once_cell::sync::{" . join(", ", @cells) . "};" : ())/ge' "$file"
done
if grep -rnE 'OnceLock|LazyLock|std::sync::(OnceCell|Lazy)' src; then
    echo "some cell of std is left" >&2
    exit 1
fi
sed -i 's/^\[dependencies\]$/[dependencies]\nonce_cell = "1.21"/' Cargo.toml

# What threads and the test harness share with each other inside the standard library.
printf 'race:%s\n' 'Arc<std::thread' 'Arc<std::sync::poison::mutex::Mutex<core::option::Option<test::' \
    'MaybeUninit<test::event' > suppressions
export RUSTFLAGS='-Zsanitizer=thread -Cunsafe-allow-abi-mismatch=sanitizer'
export TSAN_OPTIONS="suppressions=$PWD/suppressions"
CARGO_TARGET_DIR=$target cargo +nightly test --target "$(rustc -vV | sed -n 's/^host: //p')" --test threads
