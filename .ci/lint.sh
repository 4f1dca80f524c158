#!/usr/bin/env bash
# Checks formatting, clippy in every tier, rustdoc, that no dependency needs a newer Rust than we do, and
# that the core has no dependencies.
source "$(dirname "$0")/common.sh"

for manifest in $(git ls-files '*Cargo.toml'); do
  step cargo fmt --check --manifest-path "$manifest"
done

for tier in "${tiers[@]}"; do
  # shellcheck disable=SC2086 -- a tier can be several arguments or none
  step cargo clippy --locked --all-targets $tier -- -D warnings
done
step env RUSTDOCFLAGS='-D warnings' cargo doc --locked --no-deps --all-features

# Clippy reports uses of a newer standard library, and CI builds with the oldest Rust; this needs one
# toolchain only.
printf '\n== no dependency needs a newer Rust\n'
cargo metadata --locked --all-features --format-version 1 | python3 -c '
import json, sys
def version(text):
    return [int(part) for part in text.split(".")]
packages = json.load(sys.stdin)["packages"]
ours = next(package["rust_version"] for package in packages if package["name"] == "im-error-l10n")
stated = [package for package in packages if package["rust_version"]]
newer = [package for package in stated if version(package["rust_version"])[:2] > version(ours)[:2]]
for package in newer:
    print(package["name"], package["version"], "needs Rust", package["rust_version"])
print(f"Rust {ours} is enough for {len(stated) - len(newer)} of {len(stated)} packages")
sys.exit(bool(newer))'

step cargo run --quiet --locked -- check --deny-warnings
step cargo run --quiet --locked -- check --deny-warnings --overlay examples/friendly
step cargo run --quiet --locked -- fmt --check
step cargo run --quiet --locked -- fmt --check --dir examples/friendly

printf '\n== the core has no dependencies\n'
tree=$(cargo tree --locked --package im-error-l10n -e normal,build --no-default-features)
printf '%s\n' "$tree"
[ "$(wc -l <<< "$tree")" -eq 1 ]
