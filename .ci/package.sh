#!/usr/bin/env bash
# Checks the published package: it contains the messages, passes its own tests, and is byte-for-byte
# the same wherever it is built.
source "$(dirname "$0")/common.sh"

mkdir -p target
step cargo package --package im-error-l10n --locked --allow-dirty --list | tee target/package-list
for file in locales/zh-CN/errors.ftl locales/en-US/errors.ftl src/texts/generated.rs; do
  grep -qx "$file" target/package-list
done
step cargo package --package im-error-l10n --locked --allow-dirty
package=$(echo target/package/im-error-l10n-*/)
step env CARGO_TARGET_DIR=target/package/target \
  cargo test --quiet --manifest-path "${package}Cargo.toml" --all-features

# Package two clones of the last commit, at paths of different lengths.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for clone in "$scratch/one" "$scratch/another/at/a/longer/path"; do
  git clone --quiet --no-hardlinks . "$clone"
  # File times must not matter either.
  find "$clone" -name .git -prune -o -type f -exec touch -d "@$((RANDOM * 40000))" {} +
  (cd "$clone" && cargo package --package im-error-l10n --quiet --locked --no-verify --target-dir "$clone.target")
  sha256sum "$clone.target"/package/*.crate
done
cmp "$scratch/one.target"/package/*.crate "$scratch"/another/at/a/longer/path.target/package/*.crate
