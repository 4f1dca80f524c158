# Sourced by the other scripts: stops at the first failure, starts at the root, and names each step.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

step() {
  printf '\n== %s\n' "$*"
  "$@"
}

# The tiers of the library, as arguments for cargo. With the tool in the same build, the library would
# have the tool's features too.
tiers=(
  "--package im-error-l10n --no-default-features"
  "--package im-error-l10n"
  "--package im-error-l10n --features lint"
  "--workspace --all-features"
)
