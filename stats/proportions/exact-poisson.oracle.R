# The exact range of a rate by poisson.test.
# Run from the repository root: Rscript stats/proportions/exact-poisson.oracle.R
source("tools/oracle.R")
counts <- rbind(c(9, 14.5), c(0, 3.25), c(1, 1), c(2, 700), c(37, 120.5), c(499, 1000), c(2000, 41), c(52341, 998000.5), c(1000000, 2000000))
cases <- do.call(c, lapply(seq_len(nrow(counts)), function(i) lapply(c(0.5, 0.95, 0.999), function(level)
  list(name = sprintf("%g events in %g at %g", counts[i, 1], counts[i, 2], level), input = list(events = counts[i, 1], exposure = counts[i, 2], level = level),
       expected = I(as.numeric(poisson.test(counts[i, 1], counts[i, 2], conf.level = level)$conf.int))))))
write_oracle("stats/proportions/exact-poisson.oracle.json", "R 4.2.2; stats", 1, cases)
