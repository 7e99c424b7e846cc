# Run from the repository root: Rscript tests/data/beat-the-blues/source/expected.R
source("tests/reference/estimator.R")
folder <- "tests/data/beat-the-blues"
d <- read.csv(file.path(folder, "source/btheb.csv"))
t <- as.integer(d$treatment == "BtheB"); drawn <- mean(t)
w <- ifelse(t == 1, 1 / drawn, 1 / (1 - drawn))
at <- c(during2 = "bdi.2m", during4 = "bdi.4m", during6 = "bdi.6m", after = "bdi.8m")
# Drawn by lot: the value before as covariate. Lower is better; what matters is 3 points; two outcomes are also watched.
effect <- function(wave, months, role, k, grade, gates, says) {
  y <- d[[at[wave]]]; known <- !is.na(y)
  fit <- estimate_effect(y[known], t[known], data.frame(before = d$bdi.pre[known]), w[known])
  family <- fit$estimate + c(-1, 1) * qt(1 - 0.025 / k, fit$df) * fit$se
  word <- verdict_of(-rev(fit$range95), -rev(family), 3, fit$nStar)
  list(outcome = "depression", wave = wave, months = months, role = role, verdict = word$verdict, qualifier = word$qualifier, grade = grade, gates = gates, sentenceIncludes = says,
    exact = list(estimate = fit$estimate, standardError = fit$se, df = fit$df, range95 = fit$range95))
}
# Changes of the same people who were offered the course, as t.test has them; everybody drawn stays in the bounds.
change <- function(wave) {
  x <- (d[[at[wave]]] - d$bdi.pre)[t == 1]; known <- x[!is.na(x)]; test <- t.test(known)
  list(measure = "skill-change", key = "self-change", wave = wave, value = mean(known), range95 = as.numeric(test$conf.int), n = length(known), asked = sum(t))
}
last <- (d$bdi.8m - d$bdi.pre)[t == 1]
share <- function(key, count) list(measure = "worsened", key = key, wave = "after", value = count / sum(t), count = count, asked = sum(t))
expected <- list(
  tool = paste0("R ", getRversion(), "; clubSandwich ", packageVersion("clubSandwich")), script = "source/expected.R",
  study = list(people = nrow(d), participants = sum(t), comparison = sum(1 - t)),
  findings = list(
    effect("during2", 2, "primary", 1, "A", list(), list("because of the program", "probably a benefit")),
    effect("during4", 4, "also", 2, "A", list(), list("one of 2 outcomes watched")),
    effect("after", 8, "also", 2, "B", list("F4"), list("we do not know"))),
  measures = c(lapply(names(at), change), list(
    share("worsened", sum(last >= 3, na.rm = TRUE)), share("improved", sum(last <= -3, na.rm = TRUE)), share("not-known", sum(is.na(last))))),
  published = list(source = "Everitt & Hothorn, HSAUR; unweighted analysis of covariance", twoMonths = c(-3.954360815895, -7.342975048566, -0.5657465832234), eightMonths = c(-4.010489675336, -8.794692015832, 0.7737126651603))
)
plain <- confint(lm(bdi.2m ~ t + bdi.pre, d))["t", ]
stopifnot(max(abs(plain - expected$published$twoMonths[2:3])) < 1e-9)
writeLines(jsonlite::toJSON(expected, auto_unbox = TRUE, digits = NA, null = "null", pretty = TRUE), file.path(folder, "expected.json"))
