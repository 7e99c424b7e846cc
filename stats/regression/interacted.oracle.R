# Lin's regression with the group's products, centred at the first group, by lm and clubSandwich.
# Run from the repository root: Rscript stats/regression/interacted.oracle.R
source("tools/oracle.R")
suppressPackageStartupMessages(library(clubSandwich))
seed <- 20260930
set.seed(seed)
case <- function(name, y, t, x, clusters, w = NULL) {
  weight <- if (is.null(w)) rep(1, length(y)) else w
  centred <- sweep(x, 2, apply(x[t == 1, , drop = FALSE], 2, weighted.mean, weight[t == 1]))
  fit <- lm(y ~ t * centred, weights = weight)
  test <- coef_test(fit, vcov = "CR2", cluster = clusters, test = "Satterthwaite", coefs = "t")
  # The same by hand: outcome of the first group less what the second group's regression predicts for it.
  other <- lm(y ~ x, weights = weight, subset = t == 0)
  by_hand <- weighted.mean(y[t == 1] - cbind(1, x[t == 1, , drop = FALSE]) %*% coef(other), weight[t == 1])
  stopifnot(abs(by_hand - coef(fit)[["t"]]) < 1e-8)
  list(name = name, input = list(outcome = I(y), treated = I(t), covariates = unname(lapply(seq_len(ncol(x)), function(j) x[, j])), clusters = I(clusters), weights = if (is.null(w)) NULL else I(w)),
       expected = list(estimate = test$beta, standardError = test$SE, degreesOfFreedom = test[[grep("^df", names(test))]]))
}
data(lalonde, package = "MatchIt")
l <- lalonde[c(1:60, 200:400), ]
n <- 80; x <- cbind(rnorm(n), rbinom(n, 1, 0.4)); t <- rbinom(n, 1, plogis(x[, 1])); y <- round(1 + 0.5 * t + x[, 1] * (1 + 0.4 * t) + rnorm(n), 3)
write_oracle("stats/regression/interacted.oracle.json", paste("R", getRversion(), "clubSandwich", packageVersion("clubSandwich")), seed, list(
  case("80 people, two covariates", y, t, round(x, 4), seq_len(n) - 1), case("in 20 clusters", y, t, round(x, 4), rep(0:19, 4)), case("with weights", y, t, round(x, 4), seq_len(n) - 1, round(runif(n, 0.5, 2), 3)),
  case("part of the training trial, four covariates", l$re78, l$treat, as.matrix(l[, c("age", "educ", "married", "re75")]), seq_len(nrow(l)) - 1)))
