#!/usr/bin/env bash
# Measures which lines the tests run, and fails unless they run every line of the lookup path.
#
# Needs LLVM's tools, from rustup's component llvm-tools or as named by LLVM_COV and LLVM_PROFDATA;
# their version must match rustc's LLVM.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v cargo-llvm-cov > /dev/null || cargo install --locked cargo-llvm-cov
cargo llvm-cov clean --workspace
cargo llvm-cov --locked --all-features --no-report
# Tests that kill the tool or fill its disk leave truncated profiles, which are ignored.
report=(cargo llvm-cov report --failure-mode all --show-missing-lines)
"${report[@]}"
# The lookup path: the locale, the localizer and the texts. The rows of the tables and ten lines of
# `Subtags::new` are evaluated at compile time, and one line refuses a language that cannot exist.
"${report[@]}" --fail-uncovered-lines 11 \
    --ignore-filename-regex '(tool/src/|src/(lint|overlay|error|finding|locale/(cldr|rows|tests)|texts/(generate|hash)))' \
    > /dev/null
echo "the tests run every line of the lookup path"
