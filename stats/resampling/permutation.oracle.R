# R's sample.int without replacement, several in a row after one seed: the generator moves on as R's does.
# Run from the repository root: Rscript stats/resampling/permutation.oracle.R
source("tools/oracle.R")
cases <- do.call(c, lapply(c(20260930L, 0L, 1L, -5L, 2147483647L), function(s) {
  lapply(list(c(1L, 1L, 5L), c(2L, 3L, 148L), c(256L, 17L, 1L, 9L), c(70000L, 4L)), function(sizes) {
    set.seed(s)
    drawn <- lapply(sizes, sample.int)
    # Long ones are recorded by their ends and a sum that notices any exchange.
    seen <- lapply(drawn, function(o) I(if (length(o) > 300) c(head(o, 20), tail(o, 20), sum(o * (seq_along(o) %% 97))) else o))
    list(name = sprintf("%s after seed %d", paste(sizes, collapse = " then "), s), input = list(seed = s, sizes = I(sizes)), expected = seen)
  })
}))
write_oracle("stats/resampling/permutation.oracle.json", paste("R", getRversion()), 20260930, cases)
