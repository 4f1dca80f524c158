# The table of the project's targets, for both scripts.
function targets() { print "\n| target | at most | measured | met |\n|---|--:|--:|---|" }

function target(what, measured, limit) {
  if (measured == "") return
  printf "| %s | %s | %s | %s |\n", what, limit, digits(measured),
    measured <= limit ? "yes" : "**missed**"
}

# Returns nothing if either figure was not measured.
function ratio(figure, other) { return figure && other ? figure / other : "" }

# Three significant digits; measurements are no more precise.
function digits(figure) {
  return figure == int(figure) || figure >= 100 ? sprintf("%.0f", figure) : sprintf("%.3g", figure)
}
