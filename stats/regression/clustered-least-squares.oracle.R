# Weighted least squares with CR2 standard errors and Satterthwaite degrees of freedom, by clubSandwich.
# Run from the repository root: Rscript stats/regression/clustered-least-squares.oracle.R
source("tools/oracle.R")
suppressPackageStartupMessages({ library(clubSandwich); library(MatchIt) })
seed <- 20260930
set.seed(seed)

# One case: columns are the whole design matrix; NA coefficients are dropped columns.
case <- function(name, outcome, columns, clusters, weights = NULL) {
  Z <- do.call(cbind, columns); colnames(Z) <- paste0("z", seq_len(ncol(Z)))
  fit <- if (is.null(weights)) lm(outcome ~ 0 + Z) else lm(outcome ~ 0 + Z, weights = weights)
  test <- as.data.frame(coef_test(fit, vcov = "CR2", cluster = clusters, test = "Satterthwaite"))
  keep <- which(!is.na(coef(fit)))
  list(name = name,
       input = list(outcome = outcome, columns = unname(lapply(columns, function(x) x + 0)), clusters = as.integer(factor(clusters)) - 1L, weights = weights),
       expected = list(dropped = I(setdiff(seq_len(ncol(Z)), keep) - 1L), kept = I(keep - 1L), estimate = I(test$beta), standardError = I(test$SE),
                       degreesOfFreedom = I(if (!is.null(test$df_Satt)) test$df_Satt else test$df)))
}

data(lalonde)
one <- rep(1, nrow(lalonde)); own <- seq_len(nrow(lalonde))
eight <- with(lalonde, list(age, educ, race == "black", race == "hispan", married, nodegree, re74, re75))
logit <- glm(treat ~ age + educ + race + married + nodegree + re74 + re75, data = lalonde, family = binomial, epsilon = 1e-14)
odds <- with(lalonde, ifelse(treat == 1, 1, exp(predict(logit))))
cases <- list(
  case("lalonde, naive difference", lalonde$re78, list(one, lalonde$treat), own),
  case("lalonde, regression on eight covariates", lalonde$re78, c(list(one, lalonde$treat), eight), own),
  case("lalonde, odds weights", lalonde$re78, list(one, lalonde$treat), own, unname(odds)),
  case("lalonde, eight covariates and odds weights", lalonde$re78, c(list(one, lalonde$treat), eight), own, unname(odds)),
  case("lalonde, clusters by age", lalonde$re78, list(one, lalonde$treat, lalonde$re75), lalonde$age),
  case("lalonde, clusters by age and odds weights", lalonde$re78, list(one, lalonde$treat, lalonde$re75), lalonde$age, unname(odds)))

# Clusters of 1, 2, 5 and 30 rows, the last larger than twice the columns; row order mixed.
sizes <- c(rep(1, 25), rep(2, 10), rep(5, 6), rep(30, 3))
cluster <- sample(rep(sample(seq_along(sizes)), sizes)); n <- length(cluster)
treated <- as.numeric(cluster %% 3 == 0); x1 <- rnorm(n); x2 <- rnorm(n) + 0.5 * treated
y <- 2 + 0.4 * treated + x1 + rnorm(length(sizes))[cluster] + rnorm(n)
w <- runif(n, 0.2, 3)
cases <- c(cases, list(
  case("clusters of 1, 2, 5 and 30", y, list(rep(1, n), treated, x1, x2), cluster),
  case("clusters of 1, 2, 5 and 30, weighted", y, list(rep(1, n), treated, x1, x2), cluster, w),
  case("clusters of 1, 2, 5 and 30, two weights only", y, list(rep(1, n), treated, x1, x2), cluster, ifelse(treated == 1, 1, 0.5)),
  case("treatment inside clusters, weighted", y, list(rep(1, n), as.numeric(x2 > 0), x1), cluster, w),
  case("a dropped column", y, list(rep(1, n), treated, x1, 3 * x1 - 2, x2), cluster),
  case("one mean, clustered", y, list(rep(1, n)), cluster),
  case("one mean, clustered and weighted", y, list(rep(1, n)), cluster, w)))

# clubSandwich inverts X'X and is itself 1.3e-8 off on a column of years; the expected values come from the same
# fit with the years counted from 2020, the intercept as a contrast of it.
far <- case("a far-off column", y, list(rep(1, n), treated, round(x1)), cluster)
near <- lm(y ~ treated + round(x1))
intercept <- as.data.frame(linear_contrast(near, vcov = "CR2", cluster = cluster, contrasts = matrix(c(1, 0, -2020), 1)))
far$input$columns[[3]] <- 2020 + round(x1)
far$expected$estimate[1] <- intercept$Est; far$expected$standardError[1] <- intercept$SE; far$expected$degreesOfFreedom[1] <- intercept$df
cases <- c(cases, list(far))

# Sites as clusters and as strata at once: every cluster's matrix has an eigenvalue of exactly 0.
site <- rep(1:6, c(2, 3, 4, 9, 20, 31)); at <- as.numeric(runif(69) < 0.4); at[c(1, 3, 6, 10)] <- 1; at[c(2, 4, 7, 11)] <- 0
strata <- lapply(2:6, function(s) as.numeric(site == s)); ysite <- 0.5 * at + site + rnorm(69); wsite <- runif(69, 0.5, 2)
keep_effect <- function(recorded) { for (f in c("kept", "estimate", "standardError", "degreesOfFreedom")) recorded$expected[[f]] <- I(recorded$expected[[f]][2]); recorded }
cases <- c(cases, list(
  keep_effect(case("sites as clusters and strata", ysite, c(list(rep(1, 69), at), strata), site)),
  keep_effect(case("sites as clusters and strata, weighted", ysite, c(list(rep(1, 69), at), strata), site, wsite))))

# Matched sets of one participant and one to three others; the others share the participant's weight.
sets <- 40; others <- sample(1:3, sets, TRUE)
set <- rep(seq_len(sets), others + 1); t <- unlist(lapply(others, function(k) c(1, rep(0, k))))
ws <- unlist(lapply(others, function(k) c(1, rep(1 / k, k))))
xs <- rnorm(length(set)); ys <- 0.3 * t + xs + rnorm(sets)[set] + rnorm(length(set))
cases <- c(cases, list(
  case("matched sets", ys, list(rep(1, length(set)), t), set, ws),
  case("matched sets, one covariate", ys, list(rep(1, length(set)), t, xs), set, ws)))

write_oracle("stats/regression/clustered-least-squares.oracle.json", paste0("R 4.2.2; clubSandwich ", packageVersion("clubSandwich")), seed, cases)
