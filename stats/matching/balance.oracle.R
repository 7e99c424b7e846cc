# Standardised differences and variance ratios, weighted and not.
# Run from the repository root: Rscript stats/matching/balance.oracle.R
source("tools/oracle.R")
suppressPackageStartupMessages(library(MatchIt))
seed <- 20260930
set.seed(seed)
case <- function(name, column, treated, weights) {
  moments <- function(side) { in_side <- treated == side & weights > 0; w <- weights[in_side]
    cov.wt(cbind(column[in_side]), wt = w / sum(w), method = "unbiased") }
  t <- moments(1); c <- moments(0)
  list(name = name, input = list(column = I(as.numeric(column)), treated = I(as.integer(treated)), weights = I(as.numeric(weights))),
       expected = list(difference = unname(t$center - c$center) / sd(column[treated == 1]), ratio = as.numeric(t$cov / c$cov)))
}
lalonde$black <- as.integer(lalonde$race == "black")
w <- ifelse(lalonde$treat == 1, 1, rexp(nrow(lalonde)))
some <- ifelse(runif(nrow(lalonde)) < 0.6, 0, 1 / sample(1:3, nrow(lalonde), TRUE))
columns <- c("age", "educ", "black", "re74")
cases <- c(
  lapply(columns, function(x) case(paste(x, "before"), lalonde[[x]], lalonde$treat, rep(1, nrow(lalonde)))),
  lapply(columns, function(x) case(paste(x, "weighted"), lalonde[[x]], lalonde$treat, w)),
  lapply(columns, function(x) case(paste(x, "in matched fractions"), lalonde[[x]], lalonde$treat, some)),
  list(case("far from 0", 1e9 + c(1, 2, 3, 5, 8, 1, 2), c(1, 1, 1, 0, 0, 0, 0), rep(1, 7)),
       case("two against nine", c(3, 7, 1:9), c(1, 1, rep(0, 9)), c(1, 1, 9:1))))
write_oracle("stats/matching/balance.oracle.json", paste("R 4.2.2; stats, data of MatchIt", packageVersion("MatchIt")), seed, cases)
