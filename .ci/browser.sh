#!/usr/bin/env bash
# Tests the page that `preview` writes in a real browser.
source "$(dirname "$0")/common.sh"

step bash tool/tests/browser/test.sh
