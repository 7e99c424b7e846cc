# write_oracle: what an oracle script found, with every number to the 17 digits a double has (jsonlite stops at 15).
# Use it from a script run at the repository root: source("tools/oracle.R").
# A number is written as short as it can be read back exactly; whole numbers stay whole; NA becomes null; I(x) stays an array.

exact <- function(value) {
  if (is.list(value)) return(lapply(value, exact))
  if (!is.double(value)) return(value)
  short <- formatC(value, digits = 15, format = "g", width = 1)
  long <- formatC(value, digits = 17, format = "g", width = 1)
  text <- ifelse(is.finite(value), paste0("<number>", ifelse(as.numeric(short) == value, short, long), "</number>"), NA)
  if (inherits(value, "AsIs")) I(as.character(text)) else if (is.matrix(value)) matrix(text, nrow(value)) else as.character(text)
}

write_oracle <- function(path, tool, seed, cases) {
  file <- list(tool = tool, script = sub("json$", "R", basename(path)), seed = seed, cases = cases)
  text <- jsonlite::toJSON(exact(file), auto_unbox = TRUE, digits = NA, null = "null", na = "null")
  text <- gsub('"<number> *([^<]*)<\\\\/number>"|"<number> *([^<]*)</number>"', "\\1\\2", text)
  # One case to a line, so that a change shows which case it is.
  text <- gsub('{"name":', '\n{"name":', text, fixed = TRUE)
  writeLines(text, path)
}
