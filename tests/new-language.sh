#!/usr/bin/env bash
# Proves that a translator is done after `embed`: in a copy of the repository, adds complete French and
# Arabic, changes every English text and every suggestion, runs `embed`, and then all tests. No other file
# may change. Installs what it needs.
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p "${CARGO_TARGET_DIR:-target}"
target=$(realpath "${CARGO_TARGET_DIR:-target}")
python=$target/roundtrip/python/bin
[ -x "$python/python" ] || python3 -m venv "$target/roundtrip/python"
"$python/pip" install --quiet --disable-pip-version-check fluent.syntax==0.19.0

copy=$target/new-language/copy
rm -rf "$copy"
mkdir -p "$copy"
git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
  if [ -e "$file" ]; then printf '%s\0' "$file"; fi
done | tar -c --null -T - | tar -x -C "$copy"
"$python/python" tests/new_language.py "$copy/locales"

# The compiled dependencies are taken over, but not our own packages: cargo does not tell apart two packages
# of one name and one path in the workspace.
own=$target/new-language/target
if [ -d "$target/debug" ] && ! [ -d "$own" ]; then
  mkdir -p "$own/debug"
  (cd "$target/debug" && find deps build .fingerprint -type f -not -path '*im[-_]error[-_]l10n*' -print0 |
    tar -c --null -T -) | tar -x -C "$own/debug"
fi
cd "$copy"
export CARGO_TARGET_DIR=$own
sums() { find . -type f -not -path './target/*' -exec sha256sum {} + | sort -k 2; }
sums > "$target/new-language/before"
cargo run --quiet --locked -- embed
cargo run --quiet --locked -- check --format short | grep ': error: ' && exit 1
cargo run --quiet --locked -- show 56 --locale fr
cargo test --quiet --locked --all-features --no-fail-fast
sums > "$target/new-language/after"
# `diff` exits with 1 where something differs.
changed=$({ diff "$target/new-language/before" "$target/new-language/after" || true; } | sed -n 's/^> [^ ]*  //p')
if [ "$changed" != ./src/texts/generated.rs ]; then
  printf 'expected that only src/texts/generated.rs changes, but these did:\n%s\n' "$changed" >&2
  exit 1
fi
echo 'two languages and every text changed, and all tests pass'
