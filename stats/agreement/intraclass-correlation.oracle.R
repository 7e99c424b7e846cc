# The three single-rater intraclass correlations with their ranges by psych::ICC (from the analysis of variance), and the mean gap.
# Run from the repository root: Rscript stats/agreement/intraclass-correlation.oracle.R
source("tools/oracle.R")
suppressPackageStartupMessages(library(psych))
seed <- 20260930
set.seed(seed)
case <- function(name, first, second, level = 0.95) {
  found <- suppressWarnings(ICC(cbind(first, second), lmer = FALSE, alpha = 1 - level)$results)
  one <- function(i) list(estimate = found$ICC[i], range = I(c(found[i, "lower bound"], found[i, "upper bound"])))
  list(name = name, input = list(first = I(first), second = I(second), level = level), expected = list(icc11 = one(1), icc21 = one(2), icc31 = one(3), meanGap = mean(first - second)))
}
made <- function(n, gap, noise) { core <- rnorm(n, 3.5, 0.6); cbind(round(core + noise * rnorm(n), 2), round(core - gap + noise * rnorm(n), 2)) }
a <- made(24, 0.5, 0.3); b <- made(60, 0, 0.6); d <- made(8, 2, 0.1); e <- made(200, -0.1, 3)
write_oracle("stats/agreement/intraclass-correlation.oracle.json", paste("R", getRversion(), "psych", packageVersion("psych")), seed, list(
  case("24 pairs with a gap", a[, 1], a[, 2]), case("the same at 80 in 100", a[, 1], a[, 2], 0.8), case("60 pairs without", b[, 1], b[, 2]), case("8 pairs with a large gap", d[, 1], d[, 2]),
  case("almost nothing in common", e[, 1], e[, 2]), case("two pairs", c(1, 4), c(2, 3.5)), case("opposite views", c(1, 2, 3, 4, 5), c(5, 4.5, 3, 2, 1)),
  case("judges 1 and 2 of Shrout and Fleiss", c(9, 6, 8, 7, 10, 6), c(2, 1, 4, 1, 5, 2)), case("far from zero", 1e5 + c(1, 3, 2, 5), 1e5 + c(2, 3, 4, 6))))
