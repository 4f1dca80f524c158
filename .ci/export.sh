#!/usr/bin/env bash
# Reads what `export` writes with the platforms' own tools.
source "$(dirname "$0")/common.sh"

step bash tool/tests/export/test.sh
