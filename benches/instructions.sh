#!/usr/bin/env bash
# Prints how many instructions the processor executes for each operation, as a Markdown table.
#
# Usage: benches/instructions.sh [LOCALES...]    (2 20 200 where none is named)
#
# The counts come from valgrind's callgrind, so they are the same whatever else the machine does:
# a run with N + M operations less a run with N, divided by M. A count that moves is a change in
# the program, the compiler or a dependency.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v valgrind >/dev/null; then
  echo 'installing the package valgrind' >&2
  sudo=$([ "$(id -u)" = 0 ] || echo sudo)
  $sudo apt-get update -qq && $sudo apt-get install -qq -y valgrind >&2
fi

locales=("$@")
[ ${#locales[@]} -gt 0 ] || locales=(2 20 200)

binary=$(cargo bench --quiet --bench operation --no-run --message-format=json |
  sed -n 's/.*"name":"operation".*"executable":"\([^"]*\)".*/\1/p')

# Instructions of a whole run.
instructions() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$binary" "$@" 2>&1 |
    sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

# Instructions of one operation. A build or a first text takes long: few do.
per_operation() {
  local few=47 many=517
  case $1 in build | 'first text') few=2 many=7 ;; esac
  local less more
  less=$(instructions "$1" "$few" "$2")
  more=$(instructions "$1" "$many" "$2")
  echo $(((more - less) / (many - few)))
}

echo "Instructions for one operation; $(rustc --version | cut -d' ' -f1,2), $(date +%F)."
echo
echo "| operation$(printf ' | %s locales' "${locales[@]}") |"
echo "|---$(printf '|--:%.0s' "${locales[@]}")|"
"$binary" | while read -r operation; do
  row="| $operation"
  for count in "${locales[@]}"; do
    row+=" | $(per_operation "$operation" "$count" </dev/null)"
  done
  echo "$row |"
done
