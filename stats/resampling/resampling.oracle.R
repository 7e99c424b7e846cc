# R's own random numbers, and bootstraps of a difference of weighted means replayed with them.
# Run from the repository root: Rscript stats/resampling/resampling.oracle.R
source("tools/oracle.R")
library(boot)
seed <- 20260930
numbers <- do.call(c, lapply(c(20260930L, 0L, 1L, -5L, 2147483647L, -2147483647L), function(s) {
  set.seed(s); u <- runif(700)
  c(list(list(name = sprintf("uniform after seed %d", s), input = list(method = "uniform", seed = s), expected = I(u[c(1, 2, 3, 624, 625, 700)]))),
    lapply(c(1L, 2L, 3L, 148L, 65535L, 65536L, 65537L, 100000L, 2147483647L), function(n) {
      set.seed(s)
      list(name = sprintf("whole numbers to %d after seed %d", n, s), input = list(method = "index", seed = s, count = n), expected = I(sample.int(n, 10, TRUE)))
    }))
}))

bootstrap <- function(name, seed, people, replicates) {
  clusters <- max(people$clusters) + 1
  values <- vapply(seq_len(replicates), function(b) {
    set.seed(seed + b); times <- tabulate(sample.int(clusters, clusters, TRUE), clusters)
    w <- people$weights * times[people$clusters + 1]; t <- people$treated == 1
    sum((w * people$outcome)[t]) / sum(w[t]) - sum((w * people$outcome)[!t]) / sum(w[!t])
  }, 0)
  known <- values[!is.nan(values)]
  shell <- list(t0 = mean(known), t = matrix(known), R = length(known), call = quote(boot()), sim = "ordinary")
  ends <- if (length(known) == replicates) boot.ci(structure(shell, class = "boot"), type = "perc")$percent[4:5] else numeric(0)
  list(name = name, input = c(list(method = "bootstrap", seed = seed, replicates = replicates), lapply(people, I)),
       expected = list(first = I(values[1:20]), undefinedReplicates = replicates - length(known), ends = I(ends)))
}
set.seed(seed)
people <- function(n, clusters) list(outcome = round(rnorm(n, 3), 3), treated = as.integer(runif(n) < 0.3), weights = sample(c(1, 0.5, 1 / 3), n, TRUE), clusters = c(seq_len(clusters), sample.int(clusters, n - clusters, TRUE)) - 1L)
cases <- c(numbers, list(
  bootstrap("120 people in 40 clusters", 20260930, people(120, 40), 1999),
  bootstrap("30 people, each on their own", 7, people(30, 30), 1999),
  bootstrap("6 people, one participant", 99, list(outcome = c(5, 1, 2, 3, 4, 4), treated = c(1L, 0L, 0L, 0L, 0L, 0L), weights = rep(1, 6), clusters = 0:5), 1999)))
write_oracle("stats/resampling/resampling.oracle.json", paste("R 4.2.2; boot", packageVersion("boot")), seed, cases)
