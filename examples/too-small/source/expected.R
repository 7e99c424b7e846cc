# Run from the repository root: Rscript examples/too-small/source/expected.R
source("tests/reference/estimator.R")
source("tests/reference/study.R")
source("tests/reference/comparison.R")
folder <- "examples/too-small"
plan <- fromJSON(file.path(folder, "plan.json"), simplifyVector = FALSE)
people <- read.csv(file.path(folder, "people.csv"), colClasses = "character")
people$cohort <- ""
people$index <- day(people$index); people$hired <- day(people$hired)
people$tenure_years <- as.numeric(people$tenure_years); people$last_rating <- as.numeric(people$last_rating)
events <- read.csv(file.path(folder, "events.csv"), colClasses = "character"); events$day <- day(events$date)
scores <- read.csv(file.path(folder, "scores.csv"), colClasses = c(person = "character"))
fingerprint <- plan_fingerprint(file.path(folder, "plan.json"))
all <- deal_dates(people, fingerprint)
kept <- eligible_people(all, events, plan$minTenureDays)
treated <- as.integer(kept$arm == "participant")
columns <- covariate_columns(kept, treated, unlist(plan$covariates))
m <- matched_sets(treated, columns$model, rep("", length(treated)), kept$person, plan$match$ratio, plan$match$caliper)
used <- m$weights > 0
after <- apply(columns$balance, 2, standardised_difference, treated, m$weights)
at <- function(wave) { s <- scores[scores$wave == wave, ]; s$score[match(kept$person, s$person)] }
before <- at("before"); y <- at("after")
cluster <- linked_people(kept$person[used], kept$mentor[used], m$set[used])
w <- m$weights
fit <- estimate_effect(y[used], treated[used], before[used], w[used], cluster)
word <- verdict_of(fit$range95, fit$range95, plan$primary$matters, fit$nStar, 1, df = fit$df)
kish <- function(v) sum(v)^2 / sum(v^2)
# What so few would reliably show, from what the plan expects: 80 in 100, two-sided 5 in 100, an intraclass correlation of 0.1.
expects <- plan$expects$outcomes$leadership_skill
detectable <- (qnorm(0.975) + qnorm(0.8)) * expects$spread * sqrt(1 - expects$correlation^2) * sqrt((1 + (plan$expects$menteesPerMentor - 1) * 0.1) / fit$n[1] + 1 / fit$n[2])
expected <- list(
  tool = paste0("R ", getRversion(), "; clubSandwich ", packageVersion("clubSandwich")), script = "source/expected.R",
  planFingerprint = fingerprint,
  study = list(people = nrow(all), participants = 12, comparison = nrow(all) - 12),
  comparison = list(participantsUsed = sum(used & treated == 1), comparisonUsed = sum(used & treated == 0), kish = kish(w[used & treated == 0]), balanceAfter = as.list(after),
    varianceRatioBefore = var(before[used & treated == 1]) / cov.wt(matrix(before[used & treated == 0]), w[used & treated == 0])$cov[1]),
  decision = "people-decide",
  findings = list(list(outcome = "leadership_skill", wave = "after", months = 9, role = "primary", verdict = word$verdict, qualifier = NULL, grade = "B", method = "matched",
    sentenceIncludes = list(sprintf("Only a difference of %s points or more would be seen reliably", signif(detectable, 2))),
    exact = list(estimate = fit$estimate, standardError = fit$se, df = fit$df, range95 = fit$range95, nStar = fit$nStar,
      groups = list(list(who = "participants", n = fit$n[1], value = fit$participants$estimate), list(who = "comparison", n = fit$n[2], value = fit$comparison$estimate)))),
    list(outcome = "retention", months = 12, role = "watch-out", verdict = "too-little-data", qualifier = NULL, grade = "B", method = "matched"))
)
writeLines(toJSON(expected, auto_unbox = TRUE, digits = NA, null = "null", pretty = TRUE), file.path(folder, "expected.json"))
