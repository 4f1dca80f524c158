#!/usr/bin/env bash
# Checks the rust-version as far as possible without that toolchain: no dependency needs a newer one,
# and clippy finds uses of a newer standard library in the crate.
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
ours = next(package for package in packages if package["name"] == "im-error-l10n")
limit = version(ours["rust_version"])
stated = [package for package in packages if package["rust_version"]]
newer = [package for package in stated if version(package["rust_version"]) > limit]
for package in newer:
    print(f"{package['name']} {package['version']} needs Rust {package['rust_version']}")
print(f"Rust {ours['rust_version']}: {len(stated)} of {len(packages)} packages state a version, "
      f"{len(newer)} of which need a newer version")
sys.exit(bool(newer))
PYTHON

# .ci/lint.sh runs this lint; here we show that it finds something. `Result::flatten` is from Rust
# 1.89.
mkdir -p "${CARGO_TARGET_DIR:-target}/rust-version"
target=$(cd "${CARGO_TARGET_DIR:-target}/rust-version" && pwd)
rm -rf "$target/crate"
mkdir "$target/crate"
cp -r Cargo.toml Cargo.lock README.md README.zh-CN.md build.rs src locales tests examples/toast.rs "$target/crate"
cd "$target/crate"
export CARGO_TARGET_DIR=$target
cargo clippy --quiet --locked --lib -- -D clippy::incompatible_msrv
cat >> src/error.rs <<'RUST'

/// Uses a function that is newer than the crate allows.
pub(crate) fn canary(nested: Result<Result<(), Error>, Error>) -> Result<(), Error> {
    nested.flatten()
}
RUST
if cargo clippy --quiet --locked --lib -- -D clippy::incompatible_msrv 2> canary.log; then
    echo "clippy does not report a function from Rust 1.89" >&2
    exit 1
fi
grep -q 'current MSRV.*is `1.88.0` but this item is stable' canary.log
echo "clippy reports a function from Rust 1.89"
