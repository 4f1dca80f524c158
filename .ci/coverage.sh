#!/usr/bin/env bash
# Measures which lines the tests run, and asks that they run every line of the look-up path.
#
# Needs LLVM's own programs: rustup's component llvm-tools, or LLVM_COV and LLVM_PROFDATA that name
# those of the LLVM in rustc.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v cargo-llvm-cov > /dev/null || cargo install --locked cargo-llvm-cov
cargo llvm-cov clean --workspace
cargo llvm-cov --locked --all-features --no-report
# Where the tests kill the tool, or fill its disk, a profile is cut short: it is passed over.
report=(cargo llvm-cov report --failure-mode all --show-missing-lines)
"${report[@]}"
# What the compiler runs is not counted: the rows of the tables.
"${report[@]}" --fail-uncovered-lines 0 \
    --ignore-filename-regex 'src/(bin/|lint|error_type|locale/cldr)' > /dev/null
echo "the tests run every line of the look-up path"
