# Exact agreement, Cohen's kappa (psych::cohen.kappa), Gwet's AC1 (its formula on shares), and ranges by drawing pairs again.
# Run from the repository root: Rscript stats/agreement/agreement.oracle.R
source("tools/oracle.R")
suppressPackageStartupMessages(library(psych))
seed <- 20260930
ac1 <- function(t) { p <- t / sum(t); m <- (rowSums(p) + colSums(p)) / 2; e <- sum(m * (1 - m)) / (nrow(t) - 1); (sum(diag(p)) - e) / (1 - e) }
plain_kappa <- function(t) { p <- t / sum(t); e <- sum(rowSums(p) * colSums(p)); (sum(diag(p)) - e) / (1 - e) }
kappa <- function(t) { k <- suppressWarnings(cohen.kappa(t)$kappa); stopifnot(abs(k - plain_kappa(t)) < 1e-12); k }
table_case <- function(name, t) list(name = name, input = list(categories = nrow(t), counts = I(as.numeric(t(t)))),
  expected = list(agreed = sum(diag(t)), total = sum(t), kappa = kappa(t), ac1 = ac1(t)))
square <- function(...) { v <- c(...); matrix(v, sqrt(length(v)), byrow = TRUE) }
set.seed(seed)
tables <- list(
  table_case("worked example", square(40, 5, 3, 2)), table_case("nearly always yes", square(45, 3, 2, 0)), table_case("never the same", square(0, 4, 6, 0)),
  table_case("all the same, two answers", square(3, 0, 0, 9)), table_case("one side never varies", square(7, 3, 0, 0)),
  table_case("three answers, one never used", square(10, 2, 0, 1, 7, 0, 0, 0, 0)), table_case("five answers", matrix(rpois(25, 6), 5)), table_case("a million", square(700000, 100000, 90000, 110000)))

drawn <- function(first, second, q, g, figure, seed, B = 1999) {
  G <- max(g) + 1
  values <- vapply(seq_len(B), function(b) { set.seed(seed + b); i <- sample.int(G, G, TRUE); times <- tabulate(i, G)[g + 1]
    t <- matrix(0, q, q); for (k in seq_along(first)) t[first[k] + 1, second[k] + 1] <- t[first[k] + 1, second[k] + 1] + times[k]
    if (sum(rowSums(t) + colSums(t) > 0) < 2) NA else figure(t) }, 0)
  undefined <- sum(is.na(values)); known <- sort(values); place <- floor((length(known) + 1) * 0.025)
  if (undefined > 0.05 * B) list(undefinedReplicates = undefined) else list(undefinedReplicates = undefined, range = I(c(known[place], known[length(known) + 1 - place])))
}
set.seed(seed)
g <- rep(0:24, times = sample(1:4, 25, TRUE)); first <- rbinom(length(g), 1, 0.3); second <- ifelse(runif(length(g)) < 0.8, first, rbinom(length(g), 1, 0.3))
three <- sample(0:2, length(g), TRUE, c(0.6, 0.3, 0.1)); other <- ifelse(runif(length(g)) < 0.7, three, sample(0:2, length(g), TRUE))
range_case <- function(name, first, second, q, g, which) list(name = name, input = list(first = I(first), second = I(second), categories = q, clusters = I(g), figure = which, seed = seed),
  expected = drawn(first, second, q, g, list(kappa = plain_kappa, ac1 = ac1)[[which]], seed))
ranges <- list(
  range_case("kappa of 25 pairs with several questions", first, second, 2, g, "kappa"), range_case("AC1 of the same", first, second, 2, g, "ac1"),
  range_case("kappa of three answers", three, other, 3, g, "kappa"), range_case("AC1 of three answers", three, other, 3, g, "ac1"),
  range_case("a single other answer is lost in more than a third of the draws", c(rep(0, 29), 1), c(rep(0, 29), 1), 2, 0:29, "kappa"),
  range_case("four other answers are lost in some", c(rep(0, 26), 1, 1, 1, 1), c(rep(0, 25), 1, 1, 1, 1, 0), 2, 0:29, "kappa"))
write_oracle("stats/agreement/agreement.oracle.json", paste("R", getRversion(), "psych", packageVersion("psych")), seed, c(tables, ranges))
