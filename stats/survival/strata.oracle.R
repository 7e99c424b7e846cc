# Pseudo-values inside strata, and even strata of a score; the same incidence once more by weights one over the chance of
# staying under view, written by hand, so that two different formulas of two authors agree.
# Run from the repository root: Rscript stats/survival/strata.oracle.R
source("tools/oracle.R")
library(survival)
seed <- 20261125
set.seed(seed)

by_stratum <- function(name, time, event, strata, horizon) {
  people <<- data.frame(id = seq_along(time), time = time, event = factor(event, 0:2), stratum = strata) # pseudo looks for it outside
  fit <- survfit(Surv(time, event) ~ stratum, data = people, id = id)
  values <- as.numeric(pseudo(fit, times = horizon)[, match("1", fit$states)])
  # Out of view comes after what happens on the same day: half a day later.
  weighted <- vapply(sort(unique(strata)), function(s) {
    own <- strata == s
    out <- survfit(Surv(time[own] + 0.5 * (event[own] == 0), event[own] == 0) ~ 1)
    stays <- summary(out, times = pmin(time[own], horizon), extend = TRUE)
    chance <- stays$surv[match(pmin(time[own], horizon), stays$time)]
    sum((event[own] == 1 & time[own] <= horizon) / chance) / sum(own)
  }, 0)
  list(name = name, input = list(method = "pseudo-values", time = I(time), event = I(event), strata = I(strata), horizon = horizon),
       expected = list(values = I(values), weighted = I(weighted)))
}
even <- function(name, score, least, most) {
  n <- length(score); strata <- max(1, min(most, floor(n / least)))
  sorted <- sort(score); starts <- numeric(0); from <- 0
  for (k in seq_len(max(0, n - 1))) {
    fits <- k - from >= least && n - k >= least
    if (fits && k / n >= (length(starts) + 1) / strata - 1e-12 && sorted[k + 1] > sorted[k]) { starts <- c(starts, sorted[k + 1]); from <- k }
  }
  list(name = name, input = list(method = "even", score = I(score), least = least, most = most), expected = list(strata = I(findInterval(score, starts))))
}
enrolling <- function(n, horizon) {
  z <- rnorm(n); promoted <- ceiling(rexp(n, exp(-7.2 + 0.8 * z))); gone <- ceiling(rexp(n, 1 / 2500))
  place <- ifelse(runif(n) < plogis(-0.7 + z), ceiling(runif(n) * 300), Inf); end <- pmin(horizon, place)
  list(score = z, time = as.integer(pmin(promoted, gone, end)), event = ifelse(promoted <= pmin(gone, end), 1L, ifelse(gone <= end, 2L, 0L)))
}
a <- enrolling(400, 730); b <- enrolling(90, 365)
ties <- list(time = sample.int(30, 200, TRUE), event = sample(0:2, 200, TRUE, c(0.3, 0.4, 0.3)), strata = sample(0:3, 200, TRUE))
for (s in 0:3) { i <- which(ties$strata == s)[1]; ties$time[i] <- 31L; ties$event[i] <- 0L } # somebody of each is followed to the end
cases <- list(
  by_stratum("400 people, some of whom enrol, in fifths of their score", a$time, a$event, as.integer(cut(rank(a$score), 5)) - 1L, 730),
  by_stratum("90 people in halves", b$time, b$event, as.integer(b$score > median(b$score)), 365),
  by_stratum("200 people with many ties in four strata", ties$time, ties$event, ties$strata, 28),
  by_stratum("one stratum", b$time, b$event, rep(0L, 90), 300),
  by_stratum("nobody out of view", c(5, 5, 9, 12, 12, 3, 12), c(1, 2, 1, 0, 0, 2, 0), c(0, 1, 0, 1, 0, 1, 1), 12),
  even("400 scores, 20 at least", a$score, 20, 100), even("400 scores, 7 strata at most", a$score, 20, 7),
  even("39 people are one stratum of 20", rnorm(39), 20, 100), even("41 people are two", rnorm(41), 20, 100),
  even("few different scores", sample(c(-1, 0, 0.5, 2), 150, TRUE), 20, 100), even("all alike", rep(1, 60), 5, 10), even("nobody", numeric(0), 5, 10))
write_oracle("stats/survival/strata.oracle.json", paste("R 4.2.2; survival", packageVersion("survival")), seed, cases)
