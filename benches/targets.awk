# What both tables have in common: the targets of the project, each with the figure and the verdict.
function targets() { print "\n| target | at most | measured | met |\n|---|--:|--:|---|" }

function target(what, measured, limit) {
  if (measured == "") return
  printf "| %s | %s | %s | %s |\n", what, limit, digits(measured),
    measured <= limit ? "yes" : "**missed**"
}

# Nothing, where one of the two was not measured.
function ratio(figure, other) { return figure && other ? figure / other : "" }

# Three digits: a measurement has no more.
function digits(figure) {
  return figure == int(figure) || figure >= 100 ? sprintf("%.0f", figure) : sprintf("%.3g", figure)
}
