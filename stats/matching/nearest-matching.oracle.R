# Nearest matching on a given score. MatchIt 4.5.1's matching on a propensity score is defective (its issue 163);
# its Mahalanobis matching on the score alone, with rows in the order of choosing, is not.
# Run from the repository root: Rscript stats/matching/nearest-matching.oracle.R
source("tools/oracle.R")
suppressPackageStartupMessages(library(MatchIt))
seed <- 20260930
set.seed(seed)

case <- function(name, score, treated, cell, ratio, caliper = NULL) {
  data <- data.frame(row = seq_along(score) - 1L, l = score, treated = treated, cell = cell)
  data <- data[order(-data$l), ]; rownames(data) <- data$row
  fit <- suppressWarnings(matchit(treated ~ l, data = data, distance = "mahalanobis", m.order = "data", exact = ~ cell, ratio = ratio,
    caliper = if (!is.null(caliper)) c(l = caliper), std.caliper = FALSE))
  found <- fit$match.matrix; found <- found[order(as.integer(rownames(found))), , drop = FALSE]
  flat <- as.integer(t(found)); flat[is.na(flat)] <- -1L
  list(name = name, input = list(score = I(score), treated = I(treated), cell = I(cell), ratio = ratio, caliper = caliper),
       expected = list(treatedRows = I(sort(data$row[data$treated == 1])), matches = I(flat)))
}
people <- function(n, share, cells) {
  cell <- sample.int(cells, n, TRUE) - 1L; x <- rnorm(n); treated <- rbinom(n, 1, plogis(qlogis(share) + 0.8 * x))
  list(score = round(x + 0.1 * rnorm(n), 9), treated = treated, cell = cell)
}
lalonde$score <- round(unname(glm(treat ~ age + educ + race + married + nodegree + re74 + re75, binomial, lalonde, epsilon = 1e-14)$linear.predictors), 9)
a <- people(400, 0.15, 1); b <- people(600, 0.1, 8); c <- people(300, 0.45, 3)
cases <- list(
  case("four against four, caliper 0.05", c(0.1, 0.4, 0.7, 0.95, 0.12, 0.43, 0.55, 0.6), c(1L, 1L, 1L, 1L, 0L, 0L, 0L, 0L), rep(0L, 8), 1, 0.05),
  case("400 people, 1 to 1, no caliper", a$score, a$treated, a$cell, 1),
  case("400 people, 1 to 2, no caliper", a$score, a$treated, a$cell, 2),
  case("400 people, 1 to 3, narrow caliper", a$score, a$treated, a$cell, 3, 0.02),
  case("600 people in 8 cells, 1 to 2", b$score, b$treated, b$cell, 2),
  case("600 people in 8 cells, 1 to 2, caliper", b$score, b$treated, b$cell, 2, 0.2 * sd(b$score)),
  case("300 people, nearly as many seekers as offers", c$score, c$treated, c$cell, 1, 0.3),
  case("lalonde, race exact, 1 to 1", lalonde$score, lalonde$treat, as.integer(lalonde$race) - 1L, 1, 0.2 * sd(lalonde$score)),
  case("lalonde, 1 to 2, caliper 0.2: 117 matched to 147", lalonde$score, lalonde$treat, rep(0L, nrow(lalonde)), 2, 0.2 * sd(lalonde$score)))
write_oracle("stats/matching/nearest-matching.oracle.json", paste("R 4.2.2; MatchIt", packageVersion("MatchIt")), seed, cases)
