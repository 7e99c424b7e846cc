# E-values by solving their definition: two equal associations of strength E bias a ratio by E^2 / (2 E - 1).
# Run from the repository root: Rscript stats/bounds/e-value.oracle.R
source("tools/oracle.R")
solved <- function(rr) { rr <- max(rr, 1 / rr); if (rr == 1) 1 else uniroot(function(e) e^2 / (2 * e - 1) - rr, c(1, 2 * rr + 1), tol = 1e-15)$root }
nearest <- function(low, high) if (low > 1) low else if (high < 1) high else 1
ratio <- function(name, e, l, h) list(name = name, input = list(estimate = e, low = l, high = h), expected = list(estimate = solved(e), limit = solved(nearest(l, h))))
means <- function(name, d, l, h, sd) { r <- exp(0.91 * c(d, l, h) / sd); list(name = name, input = list(estimate = d, low = l, high = h, spread = sd), expected = list(estimate = solved(r[1]), limit = solved(nearest(r[2], r[3])))) }
write_oracle("stats/bounds/e-value.oracle.json", "R 4.2.2; stats", 1, list(
  ratio("promotion, range holds 1", 1.409, 0.93, 2.1), ratio("twice as often", 2, 1.2, 3.4), ratio("half as often", 0.5, 0.3, 0.8), ratio("a strong one", 10.73, 8.02, 14.36), ratio("none", 1, 0.8, 1.2),
  means("skill", 0.34, 0.21, 0.47, 0.6), means("fell", -0.5, -0.9, -0.1, 0.7), means("not clear", 0.1, -0.1, 0.3, 0.6)))
