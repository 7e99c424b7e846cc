# Run from the repository root: Rscript tests/data/turnover/source/expected.R
source("tests/reference/estimator.R")
source("tests/reference/study.R")
source("tests/reference/comparison.R")
folder <- "tests/data/turnover"
people <- read.csv(file.path(folder, "people.csv"), colClasses = "character"); people$age <- as.numeric(people$age)
people <- people[order(people$person, method = "radix"), ]
events <- read.csv(file.path(folder, "events.csv"), colClasses = "character")
start <- day(people$index)
exit <- day(events$date)[match(people$person, events$person)] - start
seen <- day(people$last_seen) - start
t <- as.integer(people$arm == "participant")
columns <- covariate_columns(people, t, c("gender", "age", "industry", "profession", "traffic", "head_gender", "way"))
w <- entropy_weights(t, columns$model)
balance <- apply(columns$balance, 2, standardised_difference, t, w)
kish <- function(v) sum(v)^2 / sum(v^2)
figure <- function(months, role, k) {
  horizon <- horizon_days(months)
  end <- pmin(horizon, seen, na.rm = TRUE)
  time <- pmin(end, exit, na.rm = TRUE); event <- as.integer(!is.na(exit) & exit <= end)
  y <- numeric(length(t)); km <- list()
  for (arm in 1:0) {
    rows <- t == arm
    y[rows] <- 1 - pseudo_values(time[rows], event[rows], horizon)$values
    km[[2 - arm]] <- 1 - pseudo_values(time[rows], event[rows], horizon)$share
  }
  fit <- estimate_effect(y, t, NULL, w)
  range <- share_range(fit, 0.95)
  word <- verdict_of(range, share_range(fit, 1 - 0.05 / k), 0.05, fit$nStar, k, sum(event), sum(!event & time >= horizon), fit$df)
  list(outcome = "retention", months = months, role = role, verdict = word$verdict, qualifier = word$qualifier, grade = "B", method = "weighted", gates = list(),
    exact = list(estimate = fit$estimate, standardError = fit$se, df = fit$df, range95 = range, nStar = fit$nStar,
      naive = list(participants = km[[1]], comparison = km[[2]], estimate = km[[1]] - km[[2]]),
      groups = list(list(who = "participants", n = fit$n[1], value = fit$participants$estimate), list(who = "comparison", n = fit$n[2], value = fit$comparison$estimate))))
}
expected <- list(
  tool = paste0("R ", getRversion(), "; survival ", packageVersion("survival"), ", clubSandwich ", packageVersion("clubSandwich")), script = "source/expected.R",
  study = list(people = nrow(people), participants = sum(t), comparison = sum(1 - t)),
  comparison = list(kish = kish(w[t == 0]), largestWeightShare = max(w[t == 0]) / sum(w[t == 0]), largestDifference = max(abs(balance))),
  findings = list(figure(24, "primary", 1), figure(12, "also", 1)),
  noneOfTheseWords = list("led to", "caused", "because of"),
  kaplanMeier = list(note = "of all rows of the two arms, months as they stand in the source", yes = c(0.8193228863266, 0.6656936162344), no = c(0.843102889141, 0.6864998394069))
)
writeLines(toJSON(expected, auto_unbox = TRUE, digits = NA, null = "null", pretty = TRUE), file.path(folder, "expected.json"))
