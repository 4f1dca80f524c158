#!/usr/bin/env bash
# Usage: serve.sh [PORT]. Serves the page at http://localhost:8000/ by default.
set -euo pipefail
cd "$(dirname "$0")"

[ -e page/pkg/im_error_l10n_bg.wasm ] || {
  echo "serve.sh: page/pkg is missing; run build.sh first" >&2
  exit 1
}
port=${1:-8000}
if command -v node >/dev/null; then
  exec node serve.mjs "$port"
fi
echo "http://localhost:$port/"
exec python3 -m http.server --bind 127.0.0.1 --directory page "$port"
