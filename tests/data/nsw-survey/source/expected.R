# Run from the repository root: Rscript tests/data/nsw-survey/source/expected.R
source("tests/reference/estimator.R")
source("tests/reference/comparison.R")
source("tests/reference/sensitivity.R")
folder <- "tests/data/nsw-survey"
people <- read.csv(file.path(folder, "people.csv")); scores <- read.csv(file.path(folder, "scores.csv"))
people <- people[order(people$person, method = "radix"), ]
y <- scores$score[match(people$person, scores$person)]
t <- as.integer(people$arm == "participant")
columns <- covariate_columns(people, t, c("age", "educ", "race", "married", "nodegree", "re74", "re75"))
m <- matched_sets(t, columns$model, rep("", length(t)), people$person, 2, 0.2)
used <- m$weights > 0
after <- apply(columns$balance, 2, standardised_difference, t, m$weights)
model <- apply(columns$model, 2, standardised_difference, t, m$weights)
adjust <- head(names(sort(-abs(model[abs(model) > 0.05]))), floor(min(sum(used & t == 1), sum(used & t == 0)) / 10))
matched <- estimate_effect(y[used], t[used], columns$model[used, adjust, drop = FALSE], m$weights[used], linked_people(people$person[used], rep("", sum(used)), m$set[used]))
unadjusted <- estimate_effect(y[used], t[used], NULL, m$weights[used], linked_people(people$person[used], rep("", sum(used)), m$set[used]))
e <- entropy_weights(t, columns$model)
weighted <- estimate_effect(y, t, NULL, e)
word <- verdict_of(weighted$range95, weighted$range95, 1000, weighted$nStar)
plain <- estimate_effect(y, t)
naive <- list(participants = plain$participants$estimate, comparison = plain$comparison$estimate, estimate = plain$estimate)
shared <- list(outcome = "yearly_earnings", wave = "after", months = 30, role = "primary", grade = "B")
head <- list(tool = paste0("R ", getRversion(), "; clubSandwich ", packageVersion("clubSandwich")), script = "source/expected.R",
  study = list(people = 614, participants = 185, comparison = 429))
matching <- list(participantsUsed = sum(used & t == 1), comparisonUsed = sum(used & t == 0), estimate = matched$estimate, standardError = matched$se,
  withoutCovariates = list(estimate = unadjusted$estimate, standardError = unadjusted$se, df = unadjusted$df, range95 = unadjusted$range95),
  largestDifference = max(abs(after)), balanceAfter = as.list(after))
# The other ways that say something: everybody with slopes of each arm, and weights cut at their 99th percentile (adjusted for what then differs).
judge <- function(f) verdict_of(f$range95, f$range95, 1000, f$nStar)
cut <- e; cut[t == 0] <- pmin(e[t == 0], quantile(e[t == 0], 0.99, type = 7))
gap <- apply(columns$model, 2, standardised_difference, t, cut)
narrower <- estimate_effect(y, t, columns$model[, names(sort(-abs(gap[abs(gap) > 0.05]))), drop = FALSE], cut)
ways <- list(not_applied("no-covariates", "changes-nothing"), local({ f <- lin_effect(y, t, columns$model, seq_along(y)); analysis("all-eligible", f, f$range95, judge(f), word$verdict) }),
  not_applied("other-method", "not-alike"), not_applied("answer-weights", "everybody-known"), not_applied("filled-against", "everybody-known"),
  analysis("narrower", narrower, narrower$range95, judge(narrower), word$verdict), not_applied("other-horizon", "all-in-time"))
figures <- list(estimate = weighted$estimate, standardError = weighted$se, df = weighted$df, range95 = weighted$range95, nStar = weighted$nStar, naive = naive, sensitivity = list(analyses = ways, apply = 2, keep = 1),
  groups = list(list(who = "participants", n = 185, asked = 185, value = weighted$participants$estimate), list(who = "comparison", n = 429, asked = 429, value = weighted$comparison$estimate)))
write <- function(x, file) writeLines(jsonlite::toJSON(x, auto_unbox = TRUE, digits = NA, null = "null", pretty = TRUE), file.path(folder, file))
write(c(head, list(matching = matching, largestWeightShare = max(e[t == 0]) / sum(e[t == 0]),
  findings = list(c(shared, list(method = "weighted", verdict = word$verdict, qualifier = word$qualifier, gates = list("F1"), exact = figures))),
  noneOfTheseWords = list("led to", "caused", "because of"))), "expected.json")
write(c(head, list(matching = matching, findings = list(c(shared, list(method = "matched", verdict = "none", qualifier = NULL, gates = list("F1", "F2")))),
  noneOfTheseWords = list("led to", "caused", "because of"))), "expected-words.json")
