# One-sample t ranges (t.test) and Hedges' correction (exact form by lgamma).
# Run from the repository root: Rscript stats/means/means.oracle.R
source("tools/oracle.R")
seed <- 20260930
set.seed(seed)
range_case <- function(name, values, level) {
  t <- t.test(values, conf.level = level)
  list(name = name, input = list(values = I(values), level = level),
       expected = list(estimate = unname(t$estimate), standardError = t$stderr, degreesOfFreedom = unname(t$parameter), range = as.numeric(t$conf.int)))
}
change <- sleep$extra[sleep$group == 2] - sleep$extra[sleep$group == 1]
ranges <- list(
  range_case("sleep, paired change", change, 0.95), range_case("sleep, 80 in 100", change, 0.8), range_case("sleep, 50 in 100", change, 0.5),
  range_case("six trust scores", c(4.25, 4.5, 3.75, 4, 5, 4.5), 0.95), range_case("two values", c(1, 4), 0.95),
  range_case("far from zero", 1e6 + round(rnorm(30), 3), 0.95), range_case("skewed", rexp(60)^2, 0.95))
hedges <- lapply(c(2, 3, 4, 5, 7, 10, 11, 50, 51, 340, 341), function(m) {
  list(name = paste("Hedges at", m), input = list(degreesOfFreedom = m), expected = list(correction = exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2)))
})
write_oracle("stats/means/means.oracle.json", "R 4.2.2; stats", seed, c(ranges, hedges))
