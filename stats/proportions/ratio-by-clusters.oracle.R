# A ratio by clusters: the estimate and its HC1-type error from a weighted regression on a constant (lm of k/d with weights d, clusters of one),
# and Wilson's range at the effective size by solving its definition, |p - x| = q sqrt(x (1 - x) / n).
# Run from the repository root: Rscript stats/proportions/ratio-by-clusters.oracle.R
source("tools/oracle.R")
suppressPackageStartupMessages(library(sandwich))
seed <- 20260930
set.seed(seed)
case <- function(name, k, d, level = 0.95) {
  used <- d > 0
  share <- k[used] / d[used]; weight <- d[used]; G <- sum(used)
  fit <- lm(share ~ 1, weights = weight)
  p <- coef(fit)[[1]]
  se <- sqrt(vcovHC(fit, type = "HC0")[1, 1] * G / (G - 1))
  same <- max(share) - min(share) < 1e-12
  n <- if (same) sum(weight)^2 / sum(weight^2) else p * (1 - p) / se^2
  q <- qt((1 + level) / 2, G - 1)
  miss <- function(x) (p - x)^2 - q^2 * x * (1 - x) / n
  low <- if (p < 1e-12) 0 else uniroot(miss, c(0, p * (1 - 1e-9)), tol = 1e-14)$root
  high <- if (p > 1 - 1e-12) 1 else uniroot(miss, c(p + (1 - p) * 1e-9, 1), tol = 1e-14)$root
  list(name = name, input = list(numerators = I(k), denominators = I(d), level = level),
       expected = list(estimate = p, clusterCount = G, standardError = if (same) 0 else se, effectiveSize = n, range = if (G < 5) NULL else I(c(low, high))))
}
made <- function(G, largest, p) { d <- sample.int(largest, G, TRUE); list(k = rbinom(G, d, p), d = d) }
twenty <- made(20, 12, 0.7); hundred <- made(100, 5, 0.95); thousand <- made(1000, 40, 0.3)
write_oracle("stats/proportions/ratio-by-clusters.oracle.json", paste("R", getRversion(), "sandwich", packageVersion("sandwich")), seed, list(
  case("five pairs with four promises each", c(4, 3, 2, 3, 1), c(4, 4, 4, 4, 4)),
  case("twenty clusters of different sizes", twenty$k, twenty$d), case("the same at 80 in 100", twenty$k, twenty$d, 0.8),
  case("a hundred small ones, nearly all kept", hundred$k, hundred$d), case("a thousand", thousand$k, thousand$d),
  case("clusters with nothing due are left out", c(2, 0, 1, 0, 3, 2, 2), c(3, 0, 2, 0, 3, 4, 5)),
  case("days, not whole", c(52, 30.5, 12.25, 60, 44), c(60, 60, 31, 60, 59.5)),
  case("four clusters have no range", c(2, 1, 0, 1), c(3, 2, 1, 4)),
  case("everything kept", c(3, 4, 2, 5, 1, 6), c(3, 4, 2, 5, 1, 6)), case("nothing kept", c(0, 0, 0, 0, 0, 0), c(3, 4, 2, 5, 1, 6)),
  case("half of each", c(1, 2, 3, 1, 2), c(2, 4, 6, 2, 4))))
