# Runs the pieces of code in codes/*.R, each on its own, and prints what they call `result`: a line per value of
# measure, kind, name and value, set apart by tabs. Kind is value, printed (the number of printed lines) or error.
suppressPackageStartupMessages(library(igraph))

say <- function(...) cat(..., sep = "\t", fill = FALSE)
number <- function(value) if (is.na(value)) "NA" else sprintf("%.17g", value)

for (file in list.files("codes", full.names = TRUE)) {
  measure <- sub("\\.R$", "", basename(file))
  scope <- new.env(parent = globalenv())
  failure <- NULL
  printed <- capture.output(
    tryCatch(source(file, local = scope), error = function(e) failure <<- conditionMessage(e))
  )
  if (!is.null(failure)) {
    say(measure, "error", "", paste0(gsub("\\s+", " ", failure), "\n"))
    next
  }
  say(measure, "printed", "", paste0(length(printed), "\n"))
  result <- get("result", envir = scope)
  keys <- if (is.null(names(result))) rep("", length(result)) else names(result)
  values <- as.numeric(result)
  for (i in seq_along(values)) say(measure, "value", keys[i], paste0(number(values[i]), "\n"))
}
