# Omega from one factor by unweighted least squares: R's optimiser on the residual correlations, not principal axes as ours.
source("tools/oracle.R")
suppressPackageStartupMessages(library(psych))
set.seed(20260930)
omega <- function(items) {
  r <- cor(items)
  miss <- function(l) { d <- r - l %*% t(l); sum(d[lower.tri(d)]^2) }
  slope <- function(l) { d <- r - l %*% t(l); diag(d) <- 0; as.numeric(-2 * d %*% l) }
  best <- optim(rep(0.5, ncol(r)), miss, slope, method = "BFGS", control = list(reltol = 1e-16, maxit = 10000))
  l <- best$par * sign(sum(best$par))
  sum(l)^2 / (sum(l)^2 + sum(1 - l^2))
}
case <- function(name, items) list(name = name, input = list(items = unname(lapply(items, as.numeric))), expected = omega(items))
bfi <- psych::bfi[, c("A1", "A2", "A3", "A4", "A5")]
bfi$A1 <- 7 - bfi$A1
bfi <- bfi[complete.cases(bfi), ]
made <- function(n, items, noise) { core <- rnorm(n); as.data.frame(sapply(seq_len(items), function(i) core + noise * i * rnorm(n))) }
write_oracle("stats/reliability/one-factor-omega.oracle.json", paste("R", getRversion(), "psych", packageVersion("psych")), 20260930, list(
  case("agreeableness, 2709 complete people", bfi),
  case("four unequal items of 200 people", made(200, 4, 0.5)),
  case("six unequal items of 120 people", made(120, 6, 0.3))
))
