#!/usr/bin/env bash
# Checks the output of the example `toast`, and tests the examples that are separate packages.
source "$(dirname "$0")/common.sh"

toast() { cargo run --quiet --locked --example toast -- "$@"; }
step diff <(toast zh-Hans fr) - <<'TOASTS'
! [zh-CN] 不是好友
  请先添加对方为好友
  0A1F
⏳ [zh-CN] 发消息超过频控限制
  请稍后再发送
  0A20
! [zh-CN] 上传文件体积超过上限，需要MultimediaPlugin
  请选择较小的文件
  0A21
✗ [zh-CN] 未知错误（错误码：99999）
  quota of shard 7 · 0A22
TOASTS
step diff <(toast tlh | head -n 2) - <<'TOASTS'
! [en-US] You and this user aren’t friends.
  Add this user as a friend first.
TOASTS

for example in examples/*/test.sh; do
  step bash "$example"
done
