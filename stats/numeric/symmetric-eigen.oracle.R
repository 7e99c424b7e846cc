# Eigenvalues of symmetric matrices, by R's eigen (LAPACK).
# Run from the repository root: Rscript stats/numeric/symmetric-eigen.oracle.R
source("tools/oracle.R")
seed <- 20260930
set.seed(seed)
case <- function(name, m) list(name = name, input = list(matrix = I(as.numeric(m)), size = nrow(m)), expected = I(sort(eigen(m, symmetric = TRUE)$values)))
random <- function(n) { m <- matrix(rnorm(n * n), n); m + t(m) }
low_rank <- function(n, r) { z <- matrix(rnorm(n * r), n) / n; diag(n) - z %*% t(z) }
cases <- list(
  case("one", matrix(-3, 1)), case("two", matrix(c(2, 1, 1, 2), 2)), case("three", random(3)), case("twelve", random(12)), case("thirty", random(30)),
  case("identity less a little of low rank", low_rank(28, 5)), case("all ones, one eigenvalue of 7 and six of 0", matrix(1, 7, 7)),
  case("a diagonal of unlike sizes", diag(c(1e-8, 1, 1e8))), case("repeated eigenvalues", diag(4) + matrix(1, 4, 4)))
write_oracle("stats/numeric/symmetric-eigen.oracle.json", "R 4.2.2; base", seed, cases)
