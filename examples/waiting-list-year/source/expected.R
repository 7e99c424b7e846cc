# Expected values, from R. From the root of the repository: Rscript examples/waiting-list-year/source/expected.R
source("tests/reference/estimator.R")
source("tests/reference/study.R")
source("tests/reference/comparison.R")
folder <- "examples/waiting-list-year"
all <- read.csv(file.path(folder, "people.csv"), colClasses = "character")
people <- all[all$cohort == "2024", ]
people <- people[order(people$person, method = "radix"), ]
scores <- read.csv(file.path(folder, "scores.csv"), colClasses = c(person = "character"))
events <- read.csv(file.path(folder, "events.csv"), colClasses = "character")
treated <- as.integer(people$arm == "participant")
weights <- 1 / ifelse(treated == 1, 0.5, 0.5)
later <- all[all$cohort == "2025", ]
start <- day(later$index)[match(people$person, later$person)]
tenure <- as.numeric(people$tenure_years); south <- as.numeric(people$stratum == "south")
# A mentor with all their mentees; who was not drawn stands alone. Who left before the second start has no second row.
cluster <- linked_people(people$person, ifelse(treated == 1, people$mentor, ""), rep(NA, nrow(people)))
at <- function(wave) {
  rows <- scores[scores$wave == wave, ]; hit <- match(people$person, rows$person)
  y <- rows$score[hit]; dropped <- !is.na(start) & day(rows$date)[hit] >= start
  list(y = ifelse(dropped, NA, y), everybody = y, begun = sum(dropped & treated == 0, na.rm = TRUE) / sum(!is.na(y) & treated == 0))
}
b <- at("before")$y
before <- ifelse(is.na(b), median(b, na.rm = TRUE), b)
stopifnot(sum(is.na(b) & treated == 1) < 10 || sum(is.na(b) & treated == 0) < 10)
X <- cbind(before, south, tenure)
score <- function(wave, months, role, k) {
  read <- at(wave); over <- read$begun > 0.2
  y <- if (over) read$everybody else read$y
  fit <- estimate_effect(y, treated, X, weights, cluster)
  # F4 of a lottery: more than 10 points apart, or under 70 in 100 answered, and the words are those of a comparison without a draw.
  answered <- fit$n / c(sum(treated), sum(1 - treated)); apart <- abs(diff(answered)); stopifnot(apart <= 0.15, min(answered) >= 0.5)
  attrition <- c(if (apart > 0.1) "F4", if (apart > 0.1 || min(answered) < 0.7) "F4")
  word <- if (over) list(verdict = "none") else verdict_of(fit$range95, mean_range(fit, 1 - 0.05 / k), 0.2, fit$nStar, k, df = fit$df)
  list(outcome = "confidence", months = months, role = role, verdict = word$verdict, qualifier = word$qualifier, grade = if (length(attrition)) "B" else "A", gates = as.list(c("F12", attrition)), answered = answered,
    sentenceIncludes = if (over) list("had waited before", "We give no difference between the two") else list("This speaks of the time until those who waited started, 12 months after the draw."),
    begun = read$begun,
    exact = list(estimate = fit$estimate, standardError = fit$se, df = fit$df, range95 = fit$range95, nStar = fit$nStar,
      groups = list(list(who = "participants", n = fit$n[1], asked = sum(treated), value = fit$participants$estimate),
        list(who = "comparison", n = fit$n[2], asked = sum(1 - treated), value = fit$comparison$estimate))))
}
retention <- function(months) {
  horizon <- horizon_days(months); index <- day(people$index); cutoff <- day("2025-12-31")
  exit <- day(events$date)[match(people$person, events$person)] - index
  end <- pmin(horizon, cutoff - index, start - 1 - index, na.rm = TRUE)
  time <- pmin(end, exit, na.rm = TRUE); event <- as.integer(!is.na(exit) & exit <= end)
  if (max(time[treated == 0]) < horizon)
    return(list(outcome = "retention", months = months, role = "watch-out", verdict = "too-little-data", qualifier = NULL, grade = "A", gates = list("F12"),
      sentenceIncludes = list("still waiting, and followed, only to month 12, and the plan asks for 18 months")))
  y <- numeric(length(time))
  for (arm in 0:1) y[treated == arm] <- 1 - pseudo_values(time[treated == arm], event[treated == arm], horizon)$values
  fit <- estimate_effect(y, treated, cbind(south, tenure), weights, cluster)
  range <- share_range(fit, 0.95)
  word <- verdict_of(range, range, 0.05, fit$nStar, 1, sum(event), sum(!event & time >= horizon), fit$df)
  list(outcome = "retention", months = months, role = "watch-out", verdict = word$verdict, qualifier = word$qualifier, grade = "A", gates = list("F12"),
    exact = list(estimate = fit$estimate, standardError = fit$se, df = fit$df, range95 = range, nStar = fit$nStar))
}
expected <- list(
  tool = paste0("R ", getRversion(), "; survival ", packageVersion("survival"), ", clubSandwich ", packageVersion("clubSandwich")), script = "source/expected.R",
  study = list(people = nrow(all), participants = sum(all$arm == "participant"), comparison = sum(all$arm == "comparison")),
  draw = list(strata = 2, strataLeftOut = 2, assigned = sum(treated), others = sum(1 - treated), tookPartAmongAssigned = sum(people$took_part == "yes" & treated == 1),
    tookPartAmongOthers = sum(people$took_part == "yes" & treated == 0), startedLater = sum(!is.na(start))),
  putIn = list(after = 0.40 * (mean(people$took_part[treated == 1] == "yes") - mean(people$took_part[treated == 0] == "yes")), note = "the effect of taking part that make.R puts in, times the difference in taking part: the effect of being drawn"),
  findings = list(score("after", 12, "primary", 1), score("during1", 6, "also", 2), score("followup6", 18, "also", 2), retention(12), retention(18)),
  noneOfTheseWords = list("similar people")
)
writeLines(toJSON(expected, auto_unbox = TRUE, digits = NA, null = "null", pretty = TRUE), file.path(folder, "expected.json"))
