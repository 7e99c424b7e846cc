# Run from the repository root: Rscript tests/data/unemployment-spells/source/expected.R
source("tests/reference/estimator.R")
source("tests/reference/study.R")
source("tests/reference/comparison.R")
suppressMessages(library(cmprsk))
folder <- "tests/data/unemployment-spells"
rows <- read.csv(file.path(folder, "source/unempdur.csv"))
rows$person <- sprintf("U%04d", rows$id); rows <- rows[order(rows$person, method = "radix"), ]
t <- as.integer(rows$ui == "yes")
ending <- with(rows, ifelse(censor1 == 1, 1, ifelse(censor2 == 1, 2, ifelse(censor3 == 1, 3, 0))))
cause <- ifelse(ending > 1, 2L, as.integer(ending))
columns <- covariate_columns(rows, t, c("age", "reprate", "disrate", "tenure"))
w <- entropy_weights(t, columns$model)
kish <- function(v) sum(v)^2 / sum(v^2)
figure <- function(units, months, role, k) {
  stopifnot(horizon_days(months) == units * 14)
  time <- pmin(rows$spell, units); event <- ifelse(rows$spell <= units, cause, 0L)
  y <- numeric(length(t)); share <- numeric(2)
  for (arm in 1:0) {
    own <- pseudo_values(rows$spell[t == arm], cause[t == arm], units)
    y[t == arm] <- own$values; share[2 - arm] <- own$share
  }
  # The same estimate by a third program.
  by_cmprsk <- timepoints(cuminc(rows$spell, cause, t), units)$est
  stopifnot(abs(by_cmprsk[c("1 1", "0 1"), 1] - share) < 1e-12)
  fit <- estimate_effect(y, t, NULL, w)
  range <- share_range(fit, 0.95)
  word <- verdict_of(range, share_range(fit, 1 - 0.05 / k), 0.05, fit$nStar, k, sum(event == 1), sum(event != 1 & !(event == 0 & time < units)), fit$df)
  list(outcome = "opportunities", months = months, role = role, verdict = word$verdict, qualifier = word$qualifier, grade = "B", method = "weighted", gates = list(),
    exact = list(estimate = fit$estimate, standardError = fit$se, df = fit$df, range95 = range, nStar = fit$nStar,
      naive = list(participants = share[1], comparison = share[2], estimate = share[1] - share[2]),
      groups = list(list(who = "participants", n = fit$n[1], value = fit$participants$estimate), list(who = "comparison", n = fit$n[2], value = fit$comparison$estimate))))
}
at <- c(5, 10, 20)
incidence <- function(arm, cause_of) vapply(at, function(u) { own <- t == arm
  fit <- survfit(Surv(rows$spell[own], factor(ending[own], 0:3)) ~ 1); summary(fit, times = u)$pstate[match(as.character(cause_of), fit$states)] }, 0)
wrong <- function(arm) { own <- t == arm; fit <- survfit(Surv(rows$spell[own], ending[own] == 1) ~ 1); 1 - summary(fit, times = at)$surv }
jobless <- function(arm) { own <- t == arm; fit <- survfit(Surv(rows$spell[own], ending[own] > 0) ~ 1); summary(fit, times = at)$surv }
group <- function(arm) list(fullTime = incidence(arm, 1), partTime = incidence(arm, 2), kindUnknown = incidence(arm, 3), stillJobless = jobless(arm), wrongOneMinusKaplanMeier = wrong(arm))
expected <- list(
  tool = paste0("R ", getRversion(), "; survival ", packageVersion("survival"), ", cmprsk ", packageVersion("cmprsk"), ", clubSandwich ", packageVersion("clubSandwich")), script = "source/expected.R",
  study = list(people = length(t), participants = sum(t), comparison = sum(1 - t)),
  comparison = list(kish = kish(w[t == 0]), largestWeightShare = max(w[t == 0]) / sum(w[t == 0])),
  units = at, claimed = group(1), notClaimed = group(0), unrecorded = sum(with(rows, censor1 + censor2 + censor3 + censor4) == 0),
  findings = list(figure(10, 4.6, "primary", 1), figure(5, 2.3, "also", 2), figure(20, 9.2, "also", 2)),
  noneOfTheseWords = list("led to", "caused", "because of", "thanks to")
)
writeLines(toJSON(expected, auto_unbox = TRUE, digits = NA, null = "null", pretty = TRUE), file.path(folder, "expected.json"))
