# A difference between two groups with and without each characteristic, by lm. Run from the repository root: Rscript stats/regression/left-out-shifts.oracle.R
source("tools/oracle.R")
seed <- 20261125
set.seed(seed)
case <- function(name, y, t, groups) {
  difference <- function(columns) unname(coef(lm(y ~ t + ., data.frame(y = y, t = t, columns)))["t"])
  alone <- function() unname(coef(lm(y ~ t))["t"])
  flat <- do.call(cbind, unlist(groups, recursive = FALSE))
  colnames(flat) <- paste0("x", seq_len(ncol(flat)))
  owner <- rep(seq_along(groups), lengths(groups))
  whole <- difference(flat)
  shifts <- vapply(seq_along(groups), function(g) (if (all(owner == g)) alone() else difference(flat[, owner != g, drop = FALSE])) - whole, 0)
  list(name = name, input = list(outcome = I(y), treated = I(t), characteristics = lapply(groups, function(g) lapply(unname(g), I))), expected = list(difference = whole, shifts = I(shifts)))
}
n <- 300; x <- rnorm(n); z <- rnorm(n) + x; t <- rbinom(n, 1, plogis(x - 0.5)); y <- round(0.3 * t + x - 0.5 * z + rnorm(n), 4); x <- round(x, 4); z <- round(z, 4)
data(lalonde, package = "MatchIt")
dummy <- function(v) as.numeric(v)
l <- with(lalonde, list(age = list(dummy(age)), educ = list(dummy(educ)), race = list(dummy(race == "black"), dummy(race == "hispan")), married = list(dummy(married)), nodegree = list(dummy(nodegree)), re74 = list(re74), re75 = list(re75)))
write_oracle("stats/regression/left-out-shifts.oracle.json", paste("R", getRversion(), "stats; data of MatchIt", packageVersion("MatchIt")), seed, list(
  case("one characteristic", y, t, list(list(x))), case("two that go together", y, t, list(list(x), list(z))),
  case("training program, seven characteristics", lalonde$re78, lalonde$treat, unname(l)),
  case("far from zero", y, t, list(list(x + 2020), list(z)))))
