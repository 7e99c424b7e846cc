# The chance that an open gamma gap has lasted beyond so many means: its tail integrated, and simulated at one moment for 200 000.
# Run from the repository root: Rscript stats/trends/open-gap.oracle.R
source("tools/oracle.R")
seed <- 20260930
set.seed(seed)
cases <- expand.grid(times = c(1, 1.5, 2, 3), variation = c(0.3, 0.5, 0.8, 1, 1.4))
tails <- lapply(seq_len(nrow(cases)), function(i) { t <- cases$times[i]; v <- cases$variation[i]
  beyond <- integrate(function(x) pgamma(x, shape = 1 / v^2, scale = v^2, lower.tail = FALSE), t, Inf, rel.tol = 1e-12, subdivisions = 2000L)$value
  list(name = sprintf("open gap over %g means, variation %g", t, v), input = list(times = t, variation = v), expected = beyond) })
moment <- function(variation, times, n = 200000) {
  # The moment lies 40 to 41 means after the start, so that it is any moment.
  open <- replicate(n, { ends <- cumsum(rgamma(120, 1 / variation^2, scale = variation^2)); at <- 40 + runif(1); at - max(c(0, ends[ends <= at])) })
  share <- mean(open > times)
  list(name = sprintf("simulated moment, over %g, variation %g", times, variation), input = list(times = times, variation = variation), expected = list(mean = share, error = sqrt(share * (1 - share) / n)))
}
write_oracle("stats/trends/open-gap.oracle.json", "R 4.2.2; stats", seed, c(tails, list(moment(0.5, 2), moment(0.8, 2), moment(0.8, 3), moment(1, 3))))
