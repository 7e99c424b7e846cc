# The gamma distribution with scale 1, forwards (pgamma, both sides) and backwards (qgamma).
# Run from the repository root: Rscript stats/numeric/gamma.oracle.R
source("tools/oracle.R")
shapes <- c(0.01, 0.3, 1, 1.5625, 2, 3.7, 4, 11.111111111111111, 15.5, 16, 20, 30, 100, 201, 500, 1000, 5000, 1e5, 1e6)
forwards <- do.call(c, lapply(shapes, function(a) {
  x <- a + c(-6, -3, -1, -0.3, 0, 0.3, 1, 2, 4, 6) * sqrt(a)
  lapply(x[x > 0], function(v) list(name = sprintf("shares of shape %.6g at %.17g", a, v), input = list(shape = a, value = v), expected = I(c(pgamma(v, a), pgamma(v, a, lower.tail = FALSE)))))
}))
backwards <- do.call(c, lapply(shapes, function(a) lapply(c(1e-6, 0.00025, 0.025, 0.3, 0.5, 0.8, 0.975, 0.99975, 1 - 1e-6), function(p)
  list(name = sprintf("quantile of shape %.6g at %.7g", a, p), input = list(shape = a, probability = p), expected = qgamma(p, a)))))
write_oracle("stats/numeric/gamma.oracle.json", "R 4.2.2; stats", 1, c(forwards, backwards))
