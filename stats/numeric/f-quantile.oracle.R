# Quantiles of F from qbeta: the smaller side of the odds is taken directly, so that nothing is subtracted from 1.
# qf itself calls qchisq from 400,000 degrees of freedom on, which is right to 3 to 7 digits.
# Run from the repository root: Rscript stats/numeric/f-quantile.oracle.R
source("tools/oracle.R")
pairs <- rbind(c(1, 1), c(1, 40), c(2, 7), c(4, 4), c(9, 10), c(12.34, 5.6), c(19, 19), c(99, 1), c(99, 100), c(999, 12), c(999, 3.3), c(1e4, 1e4), c(1e5, 1e5), c(999999, 1e6), c(999999, 30.5), c(2, 999999))
odds <- function(p, a, b) { x <- qbeta(p, a, b); y <- qbeta(p, b, a, lower.tail = FALSE); if (x < 0.5) x / (1 - x) else (1 - y) / y }
cases <- do.call(c, lapply(seq_len(nrow(pairs)), function(i) lapply(c(0.0005, 0.025, 0.4, 0.5, 0.9, 0.975, 0.9995), function(p) {
  m <- pairs[i, 1]; n <- pairs[i, 2]; found <- odds(p, m / 2, n / 2) * n / m
  if (max(m, n) < 4e5) stopifnot(abs(found / qf(p, m, n) - 1) < 1e-8)
  list(name = sprintf("F quantile at %g with %g and %g", p, m, n), input = list(probability = p, above = m, below = n), expected = found)
})))
write_oracle("stats/numeric/f-quantile.oracle.json", "R 4.2.2; stats", 1, cases)
