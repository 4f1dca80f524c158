# Sourced by the scripts beside it: stop at the first failure, start at the root, name each step.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

step() {
  printf '\n== %s\n' "$*"
  "$@"
}

# The tiers of Cargo.toml, as arguments of cargo.
tiers=("--no-default-features" "" "--features lint" "--all-features")
