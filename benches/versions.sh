# Prints the date, the compiler's version, and the peers' versions from Cargo.lock.
versions() {
  local name
  echo -n "$(date +%F): $(rustc --version | cut -d' ' -f1,2)"
  for name in fluent-bundle i18n-embed fluent-templates rust-i18n es-fluent fluent-zero; do
    echo -n ", $name $(sed -n "/^name = \"$name\"/{n;s/.*\"\(.*\)\"/\1/p}" Cargo.lock)"
  done
  echo $'.\n'
}
