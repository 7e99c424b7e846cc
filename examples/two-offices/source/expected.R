# Expected values, from R. From the root of the repository: Rscript examples/two-offices/source/expected.R
source("tests/reference/estimator.R")
source("tests/reference/study.R")
source("tests/reference/comparison.R")
folder <- "examples/two-offices"
people <- read.csv(file.path(folder, "people.csv"), colClasses = "character")
people <- people[order(people$person, method = "radix"), ]; people$tenure_years <- as.numeric(people$tenure_years)
scores <- read.csv(file.path(folder, "scores.csv"), colClasses = c(person = "character"))
t <- as.integer(people$arm == "participant")
X <- covariate_columns(people, t, c("job", "tenure_years"))$model
cluster <- linked_people(people$person, people$mentor, rep(NA, nrow(people)))
at <- function(scale, wave) {
  rows <- scores[scores$scale == scale & scores$wave == wave, ]; hit <- match(people$person, rows$person)
  late <- startsWith(wave, "before") & day(rows$date)[hit] > day(people$index) + 14
  y <- rows$score[hit]
  list(y = ifelse(!is.na(late) & late, NA, y), late = sum(late, na.rm = TRUE))
}
figure <- function(scale, wave, months, role, better, k = 1) {
  before <- at(scale, "before"); first <- at(scale, "before1")$y; y <- at(scale, wave)$y
  change <- y - before$y; both <- !is.na(change)
  fit <- estimate_effect(change, t, X, cluster = cluster)
  # Once more with R's own lm on the change.
  frame <- data.frame(change, t, X)[both, ]
  test <- coef_test(lm(change ~ ., data = frame), vcov = "CR2", cluster = cluster[both], test = "Satterthwaite", coefs = "t")
  stopifnot(abs(test$beta - fit$estimate) < 1e-10, abs(test$SE - fit$se) < 1e-10, abs(test$df_Satt - fit$df) < 1e-6)
  earlier <- estimate_effect(at(scale, "before")$y - first, t, X, cluster = cluster)
  apart <- earlier$range95[1] > 0 || earlier$range95[2] < 0
  answered <- c(mean(both[t == 1]), mean(both[t == 0])); stopifnot(min(answered) >= 0.5, abs(diff(answered)) <= 0.1)
  flip <- function(range) if (better == "lower") -rev(range) else range
  word <- if (apart) list(verdict = "none") else verdict_of(flip(fit$range95), flip(mean_range(fit, 1 - 0.05 / k)), 0.2, fit$nStar, k, df = fit$df)
  # Bounds: each unknown value at the end of the scale that is worst, then best, for the difference.
  ends <- function(arm, low) { pick <- t == arm; a <- y[pick]; b <- before$y[pick]
    a[is.na(a)] <- if (low) 1 else 5; b[is.na(b)] <- if (low) 5 else 1; mean(a - b) }
  list(outcome = scale, months = months, role = role, verdict = word$verdict, qualifier = word$qualifier, grade = "B-", method = "change", gates = if (apart) list("F13") else list(),
    sentenceIncludes = if (apart) list("already changing apart") else list("more than those of people who did not take part", "The two groups may have differed from the start."),
    late = before$late, earlier = list(estimate = earlier$estimate, range95 = earlier$range95),
    exact = list(estimate = fit$estimate, standardError = fit$se, df = fit$df, range95 = fit$range95, nStar = fit$nStar,
      bounds = c(ends(1, TRUE) - ends(0, FALSE), ends(1, FALSE) - ends(0, TRUE)),
      groups = list(list(who = "participants", n = fit$n[1], asked = sum(t), value = mean(y[both & t == 1]), before = mean(before$y[both & t == 1])),
        list(who = "comparison", n = fit$n[2], asked = sum(1 - t), value = mean(y[both & t == 0]), before = mean(before$y[both & t == 0])))))
}
expected <- list(
  tool = paste0("R ", getRversion(), "; clubSandwich ", packageVersion("clubSandwich")), script = "source/expected.R",
  study = list(people = nrow(people), participants = sum(t), comparison = sum(1 - t)),
  putIn = list(belonging = c(months6 = 0.18, months12 = 0.30), strain = "half a point apart in the year before the start, nothing after"),
  findings = list(figure("belonging", "after", 12, "primary", "higher"), figure("belonging", "during1", 6, "also", "higher"), figure("strain", "after", 12, "watch-out", "lower")),
  noneOfTheseWords = list("led to", "caused", "because of the program", "similar people", "thanks to")
)
writeLines(toJSON(expected, auto_unbox = TRUE, digits = NA, null = "null", pretty = TRUE), file.path(folder, "expected.json"))
