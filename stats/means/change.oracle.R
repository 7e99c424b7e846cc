# Changes of the same people (t.test, clubSandwich with clusters) and of independent groups (clubSandwich on two waves, prop.test), Hedges' g, reliable change.
# Run from the repository root: Rscript stats/means/change.oracle.R
source("tools/oracle.R")
suppressPackageStartupMessages(library(clubSandwich))
seed <- 20260930
set.seed(seed)
cr2 <- function(fit, cluster, row) { t <- coef_test(fit, vcov = "CR2", cluster = cluster, test = "Satterthwaite")[row, ]; df <- t[[grep("^df", names(t))]]
  list(estimate = t$beta, standardError = t$SE, degreesOfFreedom = df, range = I(t$beta + c(-1, 1) * qt(0.975, df) * t$SE)) }
g <- function(before, after) { n <- length(before); mean(after - before) / sd(before) * exp(lgamma((n - 1) / 2) - lgamma((n - 2) / 2)) / sqrt((n - 1) / 2) }
paired <- function(name, before, after, clusters = seq_along(before) - 1) {
  found <- cr2(lm(after - before ~ 1), clusters, 1)
  if (!anyDuplicated(clusters)) { t <- t.test(after, before, paired = TRUE); stopifnot(all.equal(as.numeric(t$conf.int), as.numeric(found$range), tolerance = 1e-10)) }
  list(name = name, input = list(method = "paired", before = I(before), after = I(after), clusters = I(clusters)), expected = c(found, list(g = g(before, after))))
}
unpaired <- function(name, before, after, first = seq_along(before) - 1, second = seq_along(after) - 1) {
  y <- c(before, after); late <- rep(0:1, c(length(before), length(after))); cluster <- c(paste("b", first), paste("a", second))
  list(name = name, input = list(method = "unpaired", before = I(before), after = I(after), first = I(first), second = I(second)), expected = cr2(lm(y ~ late), cluster, 2))
}
threshold <- function(sd, alpha) list(name = sprintf("threshold at SD %g, alpha %g", sd, alpha), input = list(method = "threshold", spread = sd, reliability = alpha), expected = 1.96 * sqrt(2) * sd * sqrt(1 - alpha))
counted <- function(name, before, after, threshold) { d <- round(after - before, 10); list(name = name, input = list(method = "counted", before = I(before), after = I(after), threshold = threshold),
  expected = I(c(sum(d > threshold), sum(abs(d) <= threshold), sum(d < -threshold)))) }
score <- function(n) round(pmin(5, pmax(1, rnorm(n, 3.4, 0.7))), 2)
b30 <- score(30); a30 <- pmin(5, b30 + round(rnorm(30, 0.3, 0.4), 2)); mentors <- rep(0:11, length.out = 30)
b200 <- score(200); a200 <- score(200)
write_oracle("stats/means/change.oracle.json", paste("R", getRversion(), "clubSandwich", packageVersion("clubSandwich")), seed, list(
  paired("worked example", c(3, 3.25, 2.75, 4, 3.5, 3.25, 2.5, 3.75), c(3.5, 3.25, 3.5, 4.25, 3.25, 4, 3, 4.25)), paired("sleep", sleep$extra[1:10], sleep$extra[11:20]),
  paired("30 people", b30, a30), paired("30 people of 12 mentors", b30, a30, mentors), paired("200 people, 7 clusters", b200, a200, sample(0:6, 200, TRUE)),
  unpaired("25 before, 40 after", score(25), score(40) + 0.2), unpaired("3 before, 60 after", c(2, 3, 3.5), score(60)), unpaired("clusters at both times", score(24), score(50), rep(0:7, 3), sample(0:9, 50, TRUE)),
  unpaired("very different spreads", rnorm(15, 3, 0.1), rnorm(15, 3, 2)),
  threshold(0.6, 0.8), threshold(0.45, 0.91), threshold(1, 1), threshold(0.7, -0.2), threshold(0, 0.5),
  counted("30 people at 0.5", b30, a30, 0.5), counted("thresholds met exactly do not count", c(3.1, 3.3, 3, 2.2), c(3.6, 2.8, 3.51, 1.69), 0.5), counted("threshold 0", c(1, 2, 3), c(1, 3, 2), 0)))
