#!/usr/bin/env bash
# Proves the rust-version as far as one can without that toolchain: no dependency asks for a newer
# one, and clippy finds what the crate itself uses of a newer standard library.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo metadata --locked --all-features --format-version 1 > "${TMPDIR:-/tmp}/metadata.$$"
trap 'rm -f "${TMPDIR:-/tmp}/metadata.$$"' EXIT
python3 - "${TMPDIR:-/tmp}/metadata.$$" <<'PYTHON'
import json
import sys

def version(text):
    return tuple(int(part) for part in text.split("."))[:2]

packages = json.load(open(sys.argv[1]))["packages"]
ours = next(it for it in packages if it["name"] == "im-error-l10n")
limit = version(ours["rust_version"])
told = [it for it in packages if it["rust_version"]]
newer = [it for it in told if version(it["rust_version"]) > limit]
for it in newer:
    print(f"{it['name']} {it['version']} needs Rust {it['rust_version']}")
print(f"Rust {ours['rust_version']}: {len(told)} of {len(packages)} packages tell theirs, "
      f"{len(newer)} of them need a newer one")
sys.exit(bool(newer))
PYTHON

# The lint is on in the gate's clippy; here it is shown to find something. `Result::flatten` is of
# Rust 1.89.
mkdir -p "${CARGO_TARGET_DIR:-target}/rust-version"
target=$(cd "${CARGO_TARGET_DIR:-target}/rust-version" && pwd)
rm -rf "$target/crate"
mkdir "$target/crate"
cp -r Cargo.toml Cargo.lock README.md README.zh-CN.md build.rs src locales benches tests "$target/crate"
cd "$target/crate"
export CARGO_TARGET_DIR=$target
cargo clippy --quiet --locked --lib -- -D clippy::incompatible_msrv
cat >> src/error.rs <<'RUST'

/// Newer than the crate allows.
pub(crate) fn canary(nested: Result<Result<(), Error>, Error>) -> Result<(), Error> {
    nested.flatten()
}
RUST
if cargo clippy --quiet --locked --lib -- -D clippy::incompatible_msrv 2> canary.log; then
    echo "clippy lets a function of Rust 1.89 pass" >&2
    exit 1
fi
grep -q 'current MSRV.*is `1.88.0` but this item is stable' canary.log
echo "clippy finds a function of Rust 1.89"
