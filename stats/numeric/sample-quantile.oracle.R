# Quantiles of samples, R's type 7. Run from the repository root: Rscript stats/numeric/sample-quantile.oracle.R
source("tools/oracle.R")
set.seed(20261125)
samples <- list(one = 3.5, two = c(2, 1), ties = c(1, 1, 1, 2, 2, 9), hundred = exp(rnorm(100)), negative = rnorm(37, -5), equal = rep(0.1, 11))
cases <- unlist(lapply(names(samples), function(name) lapply(c(0, 0.01, 0.25, 0.5, 0.9, 0.99, 1), function(share)
  list(name = paste(name, share), input = list(values = I(samples[[name]]), share = share), expected = unname(quantile(samples[[name]], share, type = 7))))), recursive = FALSE)
write_oracle("stats/numeric/sample-quantile.oracle.json", "R 4.2.2; stats", 20261125, cases)
