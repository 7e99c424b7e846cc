# Logistic regression by glm, and by brglm2 (AS_mean, Firth's penalised likelihood) where the columns separate the outcomes.
# Run from the repository root: Rscript stats/regression/logistic.oracle.R
source("tools/oracle.R")
suppressPackageStartupMessages({ library(MatchIt); library(brglm2) })
seed <- 20260930
set.seed(seed)

case <- function(name, outcome, columns, weights = NULL, method = "maximum-likelihood") {
  # With so small an epsilon glm no longer notices repeated columns; lm says which ones they are.
  kept <- if (length(columns)) which(!is.na(coef(lm(outcome ~ do.call(cbind, columns)))[-1])) else integer()
  X <- do.call(cbind, columns[kept])
  data <- data.frame(outcome = outcome); data$w <- if (is.null(weights)) 1 else weights
  formula <- if (is.null(X)) outcome ~ 1 else outcome ~ X
  data$X <- X
  fit <- suppressWarnings(if (method == "firth") glm(formula, data = data, family = binomial, weights = w, method = "brglmFit", type = "AS_mean", epsilon = 1e-14, maxit = 10000)
                          else glm(formula, data = data, family = binomial, weights = w, epsilon = 1e-14, maxit = 100))
  b <- numeric(length(columns) + 1); b[c(1, kept + 1)] <- coef(fit); dropped <- setdiff(seq_along(columns), kept) - 1L
  list(name = name, input = list(outcome = as.integer(outcome), columns = lapply(unname(columns), function(x) x + 0), weights = weights),
       expected = list(intercept = b[1], coefficients = I(b[-1]), dropped = I(dropped), method = method, linearPredictor = unname(fit$linear.predictors)))
}

data(lalonde)
eight <- with(lalonde, list(age, educ, race == "black", race == "hispan", married, nodegree, re74, re75))
n <- 200; x1 <- rnorm(n); x2 <- rbinom(n, 1, 0.3); x3 <- 5000 + 300 * x1 + 10 * rnorm(n); y <- rbinom(n, 1, plogis(-1.5 + x1 + x2))
many <- 700; m1 <- rnorm(many); m2 <- runif(many)
cases <- list(
  case("lalonde, eight covariates", lalonde$treat, eight),
  case("lalonde, odd weights", lalonde$treat, eight, (seq_len(614) %% 5) + 0.5),
  case("few happened, columns of unlike size and nearly alike", y, list(x1, x2, x3)),
  case("a repeated and a constant column", y, list(x1, rep(3, n), x2, 2 * x1 - x2 + 1)),
  case("no columns", c(0, 0, 1, 0, 1, 0, 0), list()),
  case("more rows than a block", rbinom(many, 1, plogis(-3 + m1 + m2)), list(m1, m2)),
  case("separated, 1 to 8", c(0, 0, 0, 0, 1, 1, 1, 1), list(1:8), method = "firth"),
  case("separated in one level of a category", c(1, 1, 1, rbinom(40, 1, 0.4)), list(c(1, 1, 1, rep(0, 40)), rnorm(43)), method = "firth"),
  case("separated, unlike groups, two columns", c(1, 1, 1, rep(0, 30)), list(c(5, 6, 7, seq(0, 4, length.out = 30)), sin(1:33)), method = "firth"))
# Weights with Firth: copies of rows, which brglm2 treats as weights of the binomial.
cases <- c(cases, list(case("separated and weighted", c(0, 0, 0, 1, 1), list(c(1, 2, 3, 4, 5)), c(1, 2, 1, 3, 1), method = "firth")))
write_oracle("stats/regression/logistic.oracle.json", paste0("R 4.2.2; stats, brglm2 ", packageVersion("brglm2")), seed, cases)
