# Run from the repository root: Rscript tests/data/nsw-change/source/expected.R
# Writes what both folders must find: the trial's own two arms, and its trained men against men of a household survey.
source("tests/reference/estimator.R")
source("tests/reference/comparison.R")
matters <- 1000
expected <- function(folder, covariates) {
  people <- read.csv(file.path(folder, "people.csv")); scores <- read.csv(file.path(folder, "scores.csv"))
  people <- people[order(people$person, method = "radix"), ]
  at <- function(wave) { rows <- scores[scores$wave == wave, ]; rows$score[match(people$person, rows$person)] }
  t <- as.integer(people$arm == "participant")
  people$arm <- NULL
  columns <- lapply(covariates, function(name) if (name == "race") NULL else as.numeric(people[[name]])); names(columns) <- covariates
  model <- if ("race" %in% covariates) covariate_columns(people, t, covariates)$model else do.call(cbind, columns)
  change <- at("after") - at("before")
  fit <- estimate_effect(change, t, model)
  # The same by R's own lm on the change with clubSandwich, every man a cluster.
  frame <- data.frame(change, t, model); own <- lm(change ~ ., data = frame)
  test <- coef_test(own, vcov = "CR2", cluster = seq_along(t), test = "Satterthwaite", coefs = "t")
  stopifnot(abs(test$beta - fit$estimate) < 1e-8, abs(test$SE - fit$se) < 1e-8, abs(test$df_Satt - fit$df) < 1e-6)
  earlier <- estimate_effect(at("before") - at("before1"), t, model)
  plain <- estimate_effect(change, t)
  ancova <- estimate_effect(at("after"), t, cbind(model, at("before")))
  ratio <- var(at("before")[t == 1]) / var(at("before")[t == 0])
  apart <- earlier$range95[1] > 0 || earlier$range95[2] < 0
  out <- function(range) range[1] > 0 || range[2] < 0
  gates <- c(if (apart) "F13", if (ratio < 0.5 || ratio > 2) "F1", if (out(plain$range95) && !out(fit$range95)) "F5")
  word <- if (apart || ratio < 0.5 || ratio > 2) list(verdict = "none") else verdict_of(fit$range95, fit$range95, matters, fit$nStar, df = fit$df)
  mean_of <- function(wave, arm) mean(at(wave)[t == arm])
  result <- list(
    tool = paste0("R ", getRversion(), "; clubSandwich ", packageVersion("clubSandwich")), script = "tests/data/nsw-change/source/expected.R",
    study = list(people = length(t), participants = sum(t), comparison = sum(1 - t)),
    earlier = list(estimate = earlier$estimate, standardError = earlier$se, df = earlier$df, range95 = earlier$range95),
    varianceRatioBefore = ratio,
    ancova = list(estimate = ancova$estimate, standardError = ancova$se, df = ancova$df),
    findings = list(list(outcome = "yearly_earnings", months = 30, role = "primary", verdict = word$verdict, qualifier = word$qualifier, grade = "B-", method = "change", gates = as.list(gates),
      sentenceIncludes = if (apart) list("already changing apart") else list("rose"),
      exact = list(estimate = fit$estimate, standardError = fit$se, df = fit$df, range95 = fit$range95, nStar = fit$nStar,
        naive = list(estimate = plain$estimate, range95 = plain$range95),
        groups = list(list(who = "participants", n = sum(t), asked = sum(t), value = mean_of("after", 1), before = mean_of("before", 1)),
          list(who = "comparison", n = sum(1 - t), asked = sum(1 - t), value = mean_of("after", 0), before = mean_of("before", 0)))))),
    noneOfTheseWords = list("led to", "caused", "because of", "similar people")
  )
  writeLines(jsonlite::toJSON(result, auto_unbox = TRUE, digits = NA, null = "null", pretty = TRUE), file.path(folder, "expected.json"))
}
expected("tests/data/nsw-change", c("age", "educ", "black", "hisp", "marr", "nodeg"))
expected("tests/data/nsw-change-survey", c("age", "educ", "race", "married", "nodegree"))
