# Prints the tables of speed.sh from its figures: operation, library, instructions, nanoseconds.
BEGIN { FS = "\t"; ours = "im-error-l10n" }
{ figure[$1, $2] = $3; nanos[$1, $2] = $4 }

END {
  bound = "lookup, bound"
  exact = "lookup with the tag `zh-CN`"
  inexact = "lookup with the tag `zh-Hans-CN`"
  unknown = "unknown code"
  negotiation = "negotiation of `zh-Hans-CN, en-GB`"
  build = "building with 200 added locales"
  rest = "message with an argument;message and suggestion;" negotiation
  operations = bound ";" exact ";" inexact ";" unknown ";" rest
  peers = "fluent-bundle;i18n-embed;fluent-templates;rust-i18n;es-fluent;fluent-zero"

  print "Instructions / nanoseconds per operation, without the empty loop:\n"
  table(operations, ours ";`match`;" peers)
  print "\nThe same with more locales:\n"
  table(bound ";" exact ";" inexact ";" negotiation, "2 locales;20 locales;200 locales")
  print ""
  table(build, ours ";fluent-syntax")
  printf "\nTwo threads do %s times as many lookups as one (`match`: %s).\n",
    digits(figure["threads", ours]), digits(figure["threads", "`match`"])
  print "\nThe locale that answers, and the text if an argument is missing:\n"
  table("`zh`;`zh-Hans-CN`;`zh-TW`;a missing argument", ours ";" peers)

  targets()
  for (i = 1; i <= split(operations, names, ";"); i++)
    against(names[i], fastest(names[i]), names[i] == bound ? 0.25 : 1)
  against(bound, "`match`", 3.5)
  against(unknown, "fluent-bundle", 0.7)
  against(build, "fluent-syntax", 2.5)
  for (i = 1; i <= split(bound ";" exact ";" inexact, names, ";"); i++) {
    target(names[i] ": 200 locales / 2 locales",
      figure[names[i], "200 locales"] / figure[names[i], "2 locales"], 1.1)
    if (names[i] != inexact)
      target(names[i] ": bytes of heap, including the first lookup", figure["heap, " names[i], ours], 0)
  }
  target(bound ": two threads of `match` / two of ours",
    figure["threads", "`match`"] / figure["threads", ours], 1.1)
}

function table(rows, columns, names, whos, i, j) {
  split(columns, whos, ";")
  printf "| |"
  for (j = 1; j in whos; j++) printf " %s |", whos[j]
  printf "\n|---|"
  for (j = 1; j in whos; j++) printf "--:|"
  print ""
  split(rows, names, ";")
  for (i = 1; i in names; i++) {
    printf "| %s |", names[i]
    for (j = 1; j in whos; j++) printf " %s |", cell(names[i], whos[j])
    print ""
  }
}

function cell(operation, who) {
  if (nanos[operation, who] == "") return figure[operation, who]
  return sprintf("%d / %s", figure[operation, who], digits(nanos[operation, who]))
}

# Returns the peer with the fewest instructions, of those whose texts are right.
function fastest(operation, whos, i, best) {
  for (i = 1; i <= split(peers, whos, ";"); i++)
    if (nanos[operation, whos[i]] != "" &&
        (best == "" || figure[operation, whos[i]] < figure[operation, best]))
      best = whos[i]
  return best
}

function against(operation, who, limit) {
  target(operation ": " ours " / " who " (in time " \
    digits(nanos[operation, ours] / nanos[operation, who]) ")",
    figure[operation, ours] / figure[operation, who], limit)
}
