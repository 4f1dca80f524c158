#!/usr/bin/env bash
# Compiles what was exported with Android's tools, and prints the answers of each locale as JSON:
# read.sh FOLDER CODE...
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
shift
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
mkdir "$build/java" "$build/classes" "$build/texts"
cat > "$build/AndroidManifest.xml" <<'XML'
<manifest package="imerrors.l10n"><application/></manifest>
XML
aapt2 compile --dir "$folder" -o "$build/compiled.zip" >&2
aapt2 link --manifest "$build/AndroidManifest.xml" --java "$build/java" -o "$build/app.apk" "$build/compiled.zip" >&2
python3 "$here/read.py" "$build/app.apk" "$build/texts"
javac -encoding UTF-8 -Xlint:all -Werror -d "$build/classes" "$here/Context.java" "$here/Answers.java" \
    "$build/java/imerrors/l10n/R.java" "$folder/ImErrors.java"
separator='{'
for file in "$build"/texts/*.txt; do
  printf '%s"%s":' "$separator" "$(basename "$file" .txt)"
  java -cp "$build/classes" Answers "$file" "$@"
  separator=','
done
printf '}\n'
