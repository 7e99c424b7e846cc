# Odds, overlap and entropy-balancing weights, Kish's size, and the weighted difference they lead to.
# Run from the repository root: Rscript stats/weighting/weights.oracle.R
source("tools/oracle.R")
suppressPackageStartupMessages({ library(MatchIt); library(clubSandwich) })
seed <- 20260930
set.seed(seed)

# Newton on the convex dual, written plainly: w = exp(Z l) with Z = (1, X), weighted sums equal to the participants'.
balance <- function(X, treated) {
  if (is.null(X)) return(ifelse(treated == 1, 1, sum(treated == 1) / sum(treated == 0)))
  scale <- function(x) (x - mean(x[treated == 1])) / sd(x)
  Z <- cbind(1, apply(X, 2, scale)); C <- Z[treated == 0, , drop = FALSE]; target <- c(sum(treated == 1), rep(0, ncol(Z) - 1))
  l <- c(log(sum(treated == 1) / nrow(C)), rep(0, ncol(Z) - 1))
  f <- function(l) sum(exp(C %*% l)) - sum(l * target)
  for (i in 1:500) {
    w <- exp(drop(C %*% l)); g <- colSums(w * C) - target
    if (max(abs(g)) / target[1] < 1e-13) break
    step <- solve(crossprod(C, w * C), g); size <- 1
    while (size > 1e-9 && !(f(l - size * step) <= f(l))) size <- size / 2
    if (size <= 1e-9) break
    l <- l - size * step
  }
  result <- rep(1, length(treated)); result[treated == 0] <- exp(drop(C %*% l)); result
}
kish <- function(w) sum(w)^2 / sum(w^2)
case <- function(name, outcome, columns, treated) {
  X <- do.call(cbind, lapply(columns, as.numeric)); n <- length(treated)
  logit <- if (is.null(X)) glm(treated ~ 1, family = binomial) else glm(treated ~ X, family = binomial, epsilon = 1e-14)
  l <- unname(logit$linear.predictors); p <- plogis(l)
  answer <- function(w) {
    fit <- lm(outcome ~ treated, weights = w)
    test <- as.data.frame(coef_test(fit, vcov = "CR2", cluster = seq_len(n), test = "Satterthwaite"))[2, ]
    list(weights = w, kish = kish(w[treated == 0]), estimate = test$beta, standardError = test$SE, degreesOfFreedom = if (!is.null(test$df_Satt)) test$df_Satt else test$df)
  }
  list(name = name, input = list(outcome = outcome, columns = lapply(columns, as.numeric), treated = treated, linearPredictor = l),
       expected = list(odds = answer(ifelse(treated == 1, 1, exp(l))), overlap = answer(ifelse(treated == 1, 1 - p, p)), balanced = answer(balance(X, treated))))
}
data(lalonde)
eight <- unname(with(lalonde, list(age, educ, race == "black", race == "hispan", married, nodegree, re74, re75)))
n <- 700; x1 <- rnorm(n); x2 <- rbinom(n, 1, 0.3); x3 <- 1e6 + x1 + rnorm(n); t <- rbinom(n, 1, plogis(-2 + 0.7 * x1 + 0.5 * x2)); y <- x1 + t + rnorm(n)
m <- 14; few <- c(1, 1, 1, rep(0, m - 3)); z <- c(1, 2, 2.5, seq(0, 3, length.out = m - 3))
cases <- list(
  case("lalonde, eight covariates", lalonde$re78, eight, lalonde$treat),
  case("more rows than a block, one column far from 0", y, list(x1, x2, x3), t),
  case("three participants and eleven others", z^2, list(z), few),
  case("no columns", z^2, list(), few))
write_oracle("stats/weighting/weights.oracle.json", paste0("R 4.2.2; stats, clubSandwich ", packageVersion("clubSandwich")), seed, cases)
for (k in c("odds", "overlap", "balanced")) print(unlist(cases[[1]]$expected[[k]][-1]), digits = 10)
