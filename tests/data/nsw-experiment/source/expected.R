# Run from the repository root: Rscript tests/data/nsw-experiment/source/expected.R
source("tests/reference/estimator.R")
folder <- "tests/data/nsw-experiment"
people <- read.csv(file.path(folder, "people.csv")); scores <- read.csv(file.path(folder, "scores.csv"))
at <- function(wave) { s <- scores[scores$wave == wave, ]; s$score[match(people$person, s$person)] }
t <- as.integer(people$arm == "participant"); drawn <- mean(t)
w <- ifelse(t == 1, 1 / drawn, 1 / (1 - drawn))
X <- cbind(at("before"), people[c("age", "educ", "black", "hisp", "marr", "nodeg", "re74")])
fit <- estimate_effect(at("after"), t, X, w)
word <- verdict_of(fit$range95, fit$range95, 1000, fit$nStar)
plain <- estimate_effect(at("after"), t)
expected <- list(
  tool = paste0("R ", getRversion(), "; clubSandwich ", packageVersion("clubSandwich")), script = "source/expected.R",
  study = list(people = 445, participants = sum(t), comparison = sum(1 - t)),
  findings = list(list(outcome = "yearly_earnings", wave = "after", months = 30, role = "primary", verdict = word$verdict, qualifier = word$qualifier, grade = "A", method = "lottery",
    exact = list(estimate = fit$estimate, standardError = fit$se, df = fit$df, range95 = fit$range95, nStar = fit$nStar,
      naive = list(participants = plain$participants$estimate, comparison = plain$comparison$estimate, estimate = plain$estimate),
      groups = list(list(who = "participants", n = fit$n[1], asked = fit$n[1], value = fit$participants$estimate),
        list(who = "comparison", n = fit$n[2], asked = fit$n[2], value = fit$comparison$estimate))))),
  published = list(source = "Dehejia & Wahba 1999, Table 2 and note: 1,794 (633) unadjusted", difference = 1794.34240427028, standardErrorHc2 = 670.996546381527)
)
stopifnot(abs(plain$estimate - 1794.34240427028) < 1e-8, abs(plain$se - 670.996546381527) < 1e-8)
writeLines(jsonlite::toJSON(expected, auto_unbox = TRUE, digits = NA, null = "null", pretty = TRUE), file.path(folder, "expected.json"))
