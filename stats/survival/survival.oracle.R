# Aalen-Johansen incidences with standard errors, pseudo-values and curves; Kaplan-Meier with late entry.
# Run from the repository root: Rscript stats/survival/survival.oracle.R
source("tools/oracle.R")
library(survival)
seed <- 20260930
set.seed(seed)

incidence <- function(name, time, event, horizon, days = horizon) {
  people <<- data.frame(id = seq_along(time), time = time, event = factor(event, 0:2)) # pseudo looks for it outside
  fit <- survfit(Surv(time, event) ~ 1, data = people, id = id)
  at <- summary(fit, times = c(days, horizon), extend = TRUE)
  k <- match("1", fit$states); last <- length(days) + 1
  pseudovalues <- pseudo(fit, times = horizon)
  list(name = name, input = list(method = "incidence", time = I(time), event = I(event), horizon = horizon, days = I(days)),
       expected = list(estimate = at$pstate[last, k], standardError = at$std.err[last, k], pseudoValues = I(as.numeric(pseudovalues[, k])),
                       shares = I(at$pstate[seq_along(days), k]), standardErrors = I(at$std.err[seq_along(days), k])))
}
left <- function(name, entry, time, event) {
  fit <- summary(survfit(Surv(entry, time, event) ~ 1))
  list(name = name, input = list(method = "left", entry = I(entry), time = I(time), event = I(event)),
       expected = list(day = I(fit$time), left = I(fit$surv), atRisk = I(fit$n.risk), events = I(fit$n.event)))
}
many <- function(n, latest, chances) list(time = sample.int(latest, n, TRUE), event = sample(0:2, n, TRUE, chances))
followed <- function(n, horizon, promoted, gone) {
  a <- ceiling(rexp(n, promoted)); b <- ceiling(rexp(n, gone)); c <- pmin(horizon, 300 + floor(runif(n) * 800))
  list(time = as.integer(pmin(a, b, c)), event = ifelse(a <= pmin(b, c), 1L, ifelse(b <= c, 2L, 0L)))
}
ties <- many(300, 40, c(0.3, 0.4, 0.3)); two <- followed(500, 730, 1 / 3000, 1 / 5000); few <- followed(40, 730, 1 / 900, 1 / 900)
quarters <- c(91, 183, 274, 365, 457, 548, 639, 730)
tx <- subset(transplant, futime > 0); arm <- function(s) tx[tx$sex == s, ]
kind <- function(d) ifelse(d$event == "ltx", 1L, ifelse(d$event == "censored", 0L, 2L))
# transplant: in days 0.5 does not occur; futime is whole.
cases <- list(
  incidence("measure M29", c(100, 200, 200, 400, 730, 730, 300, 730), c(1, 2, 1, 0, 0, 0, 2, 1), 730, c(100, 250, 365, 730)),
  incidence("months with promotions and exits", 1:6, c(1, 2, 1, 0, 2, 1), 6, 1:6),
  incidence("transplant, women, 90 days", arm("f")$futime, kind(arm("f")), 90, c(10, 45, 90)),
  incidence("transplant, men, 90 days", arm("m")$futime, kind(arm("m")), 90, c(10, 45, 90)),
  incidence("300 people with many ties", ties$time, ties$event, 35, c(5, 10, 20, 35)),
  incidence("500 people, most followed to the horizon", two$time, two$event, 730, quarters),
  incidence("40 people", few$time, few$event, 548, quarters[1:6]),
  incidence("nobody out of view", c(5, 5, 9, 12, 12, 3, 12), c(1, 2, 1, 0, 0, 2, 0), 12, c(4, 9, 12)),
  incidence("only other endings", c(3, 4, 4, 9, 9), c(2, 2, 0, 0, 2), 9, c(4, 9)),
  incidence("only events, some out of view", c(1, 2, 2, 3, 7, 9), c(1, 0, 1, 1, 0, 1), 9, c(2, 3, 9)),
  incidence("all out of view", c(4, 5, 6, 9), c(0, 0, 0, 0), 9, c(5, 9)),
  incidence("all on one day", rep(7, 6), c(1, 1, 2, 0, 0, 1), 7, 7),
  incidence("followed far beyond the horizon", c(20, 50, 90, 400, 500, 30), c(1, 0, 2, 1, 0, 0), 60, c(25, 60)),
  left("late entry", c(0, 0, 2, 0), c(2, 4, 3, 5), c(1, 0, 1, 1)),
  left("60 late entries", e <- sample(0:20, 60, TRUE), e + sample.int(30, 60, TRUE), sample(0:1, 60, TRUE)))
write_oracle("stats/survival/survival.oracle.json", paste("R 4.2.2; survival", packageVersion("survival")), seed, cases)
