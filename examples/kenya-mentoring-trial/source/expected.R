# Expected values of this example, from R: our own lottery design per wave, and the article's model with its three arms and controls.
# Run from the repository root: Rscript examples/kenya-mentoring-trial/source/expected.R
source("tests/reference/estimator.R")
source("tests/reference/sensitivity.R")
folder <- "examples/kenya-mentoring-trial"
matters <- 300

people <- read.csv(file.path(folder, "people.csv"), colClasses = "character")
scores <- read.csv(file.path(folder, "scores.csv"), colClasses = c(person = "character"))
treated <- as.integer(people$arm == "participant")
drawn <- mean(treated)
weights <- ifelse(treated == 1, 1 / drawn, 1 / (1 - drawn))
at <- function(wave) {
  rows <- scores[scores$wave == wave, ]
  rows$score[match(people$person, rows$person)]
}
# Two people of the comparison arm have no value before: fewer than ten in each arm, so the pooled median and no extra column.
before <- at("before")
filled <- ifelse(is.na(before), median(before, na.rm = TRUE), before)

figure <- function(wave, months, role, k) {
  y <- at(wave)
  fit <- estimate_effect(y, treated, filled, weights, people$person)
  family <- mean_range(fit, 1 - 0.05 / k)
  word <- verdict_of(fit$range95, family, matters, fit$nStar, k)
  judge <- function(f) verdict_of(f$range95, mean_range(f, 1 - 0.05 / k), matters, f$nStar, k)
  ways <- answered_ways(y, treated, data.frame(before = filled), NULL, weights, people$person, matters, fit, judge)
  tipping <- ways$tipping
  ways <- c(unname(ways[names(ways) != "tipping"]), list(not_applied("narrower", "nobody-late"), not_applied("other-horizon", "all-in-time")))
  kept <- vapply(ways, function(a) if (is.null(a$figures)) NA else a$figures$keeps, NA)
  known <- !is.na(y)
  plain <- t.test(y[known & treated == 1], y[known & treated == 0])
  list(
    outcome = "weekly_profit", wave = wave, months = months, role = role,
    verdict = word$verdict, qualifier = word$qualifier, grade = "A", method = "lottery",
    exact = list(
      estimate = fit$estimate, standardError = fit$se, df = fit$df, range95 = fit$range95,
      range80 = mean_range(fit, 0.8), range50 = mean_range(fit, 0.5), rangeFamily = family, nStar = fit$nStar, k = k,
      sensitivity = list(analyses = ways, tipping = tipping, apply = sum(!is.na(kept)), keep = sum(kept, na.rm = TRUE)),
      groups = list(
        list(who = "participants", n = fit$n[1], asked = sum(treated == 1), value = fit$participants$estimate),
        list(who = "comparison", n = fit$n[2], asked = sum(treated == 0), value = fit$comparison$estimate)
      )
    ),
    plainDifference = unname(diff(rev(plain$estimate)))
  )
}
findings <- list(
  figure("after", 7, "primary", 1),
  figure("during1", 1, "also", 5), figure("during2", 2, "also", 5), figure("during3", 3, "also", 5),
  figure("during4", 4, "also", 5), figure("followup12", 12, "also", 5),
  figure("followup17", 17, "watch-out", 1)
)

# The article's Table 3 by month: three arms, profit before and eight controls, ordinary least squares. Printed standard errors are
# the classical ones; CR2 (every person a cluster) is what the engine's estimator gives for the same model.
panel <- read.csv(file.path(folder, "source/panel.csv"))
panel$arm <- factor(panel$arm, c("control", "class", "mentee"))
article <- lapply(1:7, function(wave) {
  rows <- panel[panel$wave == wave, ]
  fit <- lm(tprofits ~ arm + tprofits_b + lage_b + secondaryedu_b + sec0_b + sec1_b + sec2_b + sec3_b + sec4_b + I_emp_b, data = rows)
  test <- coef_test(fit, vcov = "CR2", cluster = seq_len(nobs(fit)), test = "Satterthwaite")
  arm <- function(name) {
    row <- paste0("arm", name)
    at <- match(row, rownames(test))
    list(estimate = unname(coef(fit)[row]), seClassical = summary(fit)$coefficients[row, 2], seCr2 = test$SE[at], df = test$df_Satt[at])
  }
  list(wave = wave, months = c(1, 2, 3, 4, 7, 12, 17)[wave], n = nobs(fit), mentee = arm("mentee"), class = arm("class"))
})

expected <- list(
  tool = paste0("R ", getRversion(), "; clubSandwich ", packageVersion("clubSandwich")),
  script = "source/expected.R",
  study = list(people = nrow(people), participants = sum(treated), comparison = sum(1 - treated), leftOut = list()),
  decision = "people-decide",
  findings = findings,
  noneOfTheseWords = list("still meet"),
  printedInTheArticle = list(
    source = "Brooks, Donovan & Johnson 2018, Table 3 and its panels by month: mentee against control, Ksh a week",
    months = c(1, 2, 3, 4, 7, 12, 17),
    mentee = c(266.06, 50.22, 321.06, 994.68, 915.59, 20.81, 35.86),
    standardError = c(203.36, 208.94, 272.72, 279.15, 336.22, 210.16, 289.39),
    class = c(193.72, 17.05, 34.84, 312.58, 141.01, -150.85, 284.21),
    n = c(345, 311, 312, 316, 302, 318, 307)
  ),
  articleModel = article,
  neverOfferedAsEvidence = list(
    what = "mentees who still meet against mentees who no longer do: chosen by the pair after the start, not drawn",
    difference = 375.12
  )
)
writeLines(jsonlite::toJSON(expected, auto_unbox = TRUE, digits = NA, null = "null", pretty = TRUE), file.path(folder, "expected.json"))
