# Prints the tables of weight.sh from its figures: program, property, figure.
BEGIN { FS = "\t" }
{ figure[$1, $2] = $3 }
$2 == "crates" && $1 != "literal" && !seen[$1]++ { programs[++count] = $1 }

END {
  name["core"] = "im-error-l10n, no features"
  name["fluent"] = "im-error-l10n, default"
  name["builder"] = "im-error-l10n, with an added message"
  name["lint"] = "im-error-l10n, with the linter"
  print "| program | crates | dev build, CPU s | release build, CPU s | size, KB | WebAssembly, KB |" \
    " brotli, KB | first text, instructions | first text, µs | heap, bytes |"
  print "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
  for (i = 1; i <= count; i++) row(programs[i])

  targets()
  target("crates, core", figure["core", "crates"], 1)
  target("crates, default features", figure["fluent", "crates"], 40)
  hand = "fluent-bundle"
  target("release build, core / by hand", over("core", hand, "release"), 0.1)
  target("release build, default / by hand", over("fluent", hand, "release"), 1.25)
  split("dev release", profiles, " ")
  for (i in profiles) {
    target(profiles[i] " build, default / i18n-embed", over("fluent", "i18n-embed", profiles[i]), 1)
    target(profiles[i] " build, default / fluent-templates",
      over("fluent", "fluent-templates", profiles[i]), 1)
  }
  target("size, default / by hand", ratio(above("fluent", "bytes"), above(hand, "bytes")), 0.4)
  target("first text, default / by hand",
    ratio(above("fluent", "instructions"), above(hand, "instructions")), 0.05)
  quick = fastest("instructions")
  target("first text, default / " quick,
    ratio(above("fluent", "instructions"), above(quick, "instructions")), 1)
  target("first text, default: bytes of heap", above("fluent", "heap"), 0)
  target("brotli, builtin() only, KB", figure["fluent", "brotli"] / 1000, 26)
  target("brotli, with an added message, KB", figure["builder", "brotli"] / 1000, 95)
  target("brotli, with the linter, KB", figure["lint", "brotli"] / 1000, 110)
  target("WebAssembly with brotli, core / rust-i18n", over("core", "rust-i18n", "brotli"), 1.3)
  target("lines in src/ without generated files", figure["src", "lines"], 4500)
  target("lines of Rust in benches/", figure["benches", "lines"], 1000)
}

function row(program) {
  printf "| %s | %d | %.1f | %.1f | %.0f |", program in name ? name[program] : program,
    figure[program, "crates"], figure[program, "dev"], figure[program, "release"],
    above(program, "bytes") / 1000
  printf " %s | %s | %d | %.1f | %d |\n", kilobytes(program, "wasm"), kilobytes(program, "brotli"),
    above(program, "instructions"), figure[program, "nanoseconds"] / 1000, above(program, "heap")
}

function kilobytes(program, what) {
  return (program, what) in figure ? sprintf("%.1f", figure[program, what] / 1000) : "does not build"
}

# Returns a program's excess over one that prints a literal.
function above(program, what) { return figure[program, what] - figure["literal", what] }

function over(program, other, what) { return ratio(figure[program, what], figure[other, what]) }

function fastest(what, i, best) {
  for (i = 1; i <= count; i++)
    if (!(programs[i] in name) && (!best || above(programs[i], what) < above(best, what)))
      best = programs[i]
  return best
}
