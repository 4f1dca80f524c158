#!/usr/bin/env bash
# Checks the output of the example `toast`, and tests the examples that are separate packages.
source "$(dirname "$0")/common.sh"

# The texts of the reference. Suggestions and English may change.
step diff <(cargo run --quiet --locked --example toast -- zh-Hans fr | grep -e '\[zh-CN\]' -e 0A22) - <<'TOASTS'
! [zh-CN] 不是好友
⏳ [zh-CN] 发消息超过频控限制
! [zh-CN] 上传文件体积超过上限，需要MultimediaPlugin
✗ [zh-CN] 未知错误（错误码：99999）
  quota of shard 7 · 0A22
TOASTS
step diff <(cargo run --quiet --locked --example toast -- tlh | grep -o '\[.*\]' | sort -u) - <<< '[en-US]'

# The Tauri window has a job of its own, tauri.sh.
for example in examples/*/test.sh; do
  [ "$example" = examples/tauri/test.sh ] && continue
  step bash "$example"
done
