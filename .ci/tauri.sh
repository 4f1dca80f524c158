#!/usr/bin/env bash
# Tests the Tauri window. Its 300 crates would take .ci/run beyond 35 minutes on two cores, so only CI and
# people run this.
source "$(dirname "$0")/common.sh"

step bash examples/tauri/test.sh
