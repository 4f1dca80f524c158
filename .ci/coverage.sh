#!/usr/bin/env bash
# Measures which lines of the library its tests run, and fails unless they run every line of the lookup path.
# Installing cargo-tarpaulin takes minutes, so this is not part of .ci/run.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v cargo-tarpaulin > /dev/null || cargo install --locked cargo-tarpaulin
report="${CARGO_TARGET_DIR:-target}/coverage"
# The engine counts in the compiled code; unlike cargo-llvm-cov, it needs no tools of LLVM's own.
cargo tarpaulin --engine llvm --package im-error-l10n --all-features --locked --no-fail-fast --timeout 600 \
    --target-dir "$report/target" --out Json --output-dir "$report"

python3 - "$report/tarpaulin-report.json" <<'PYTHON'
import json, pathlib, sys

# The locale, the localizer and the texts.
PATH = ["negotiate.rs", "locale.rs", "locale/", "localizer.rs", "localizer/", "texts.rs", "texts/"]
# Evaluated at compile time: the tables, and `Subtags::new` and `slots` for the embedded locales.
CONSTANT = ["locale/cldr.rs", "locale/rows.rs", "texts/generated.rs", "texts/hash.rs"]
# The last is of functions that are inlined into several crates: the report lacks some of their counters, though
# mutants of these lines fail tests.
NOT_COUNTED = {"locale.rs": 7, "texts.rs": 7, "locale/matching.rs": 3}

failed = False
for file in json.load(open(sys.argv[1]))["files"]:
    path = pathlib.PurePath(*file["path"])
    if path.is_absolute():
        path = path.relative_to(pathlib.Path.cwd())
    name = str(path).removeprefix("src/")
    if not str(path).startswith("src/") or name in CONSTANT or not name.startswith(tuple(PATH)):
        continue
    missed = [trace["line"] for trace in file["traces"] if not trace["stats"]["Line"]]
    print(f"{path}: {file['covered']} of {file['coverable']} lines; not run: {missed}")
    if len(missed) > NOT_COUNTED.get(name, 0):
        failed = True
if failed:
    sys.exit("the tests do not run every line of the lookup path")
print("the tests run every line of the lookup path")
PYTHON
