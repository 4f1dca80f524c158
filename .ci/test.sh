#!/usr/bin/env bash
# Runs the tests of every tier, comparisons with Fluent's other implementations, the tool killed at every
# write, and the README's two commands, verbatim.
source "$(dirname "$0")/common.sh"

step bash tests/no-std/test.sh
step bash tests/compression/test.sh
for tier in "${tiers[@]:0:3}"; do
  # shellcheck disable=SC2086 -- a tier is several arguments or none
  step cargo test --quiet --locked $tier
done
# 10,000 files of each of two generators.
step env PROPTEST_CASES=10000 cargo test --quiet --locked --all-features --test generated_ftl
step cargo test --quiet --locked --all-features --test lint 1_mib -- --ignored
step bash tests/roundtrip.sh
step bash tests/new-language.sh
step bash tests/fluent-js/test.sh
step bash tool/tests/kills/test.sh

step cargo run -- show 56 --locale zh-CN
step cargo test --all-features
