# Sourced by the other scripts: stops at the first failure, starts at the root, and names each step.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

step() {
  printf '\n== %s\n' "$*"
  "$@"
}

# The tiers in Cargo.toml, as arguments for cargo.
tiers=("--no-default-features" "" "--features lint" "--all-features")
