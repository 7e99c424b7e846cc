# Differences between the differences of two groups: taking part by group in one regression, by lm and clubSandwich.
# Run from the repository root: Rscript tests/data/nsw-experiment/source/expected-cuts.R
suppressPackageStartupMessages(library(clubSandwich))
folder <- "tests/data/nsw-experiment"
people <- read.csv(file.path(folder, "people.csv")); scores <- read.csv(file.path(folder, "scores.csv"))
at <- function(wave) { s <- scores[scores$wave == wave, ]; s$score[match(people$person, s$person)] }
t <- as.integer(people$arm == "participant"); drawn <- mean(t); w <- ifelse(t == 1, 1 / drawn, 1 / (1 - drawn)); y <- at("after")
X <- as.matrix(cbind(before = at("before"), people[c("age", "educ", "black", "hisp", "marr", "nodeg", "re74")]))
# Three contrasts are judged: two cuts of the plan, one watch-out.
level <- 1 - 0.05 / 3
contrast <- function(group) {
  fit <- lm(y ~ t + X + group + t:group, weights = w)
  test <- coef_test(fit, vcov = "CR2", cluster = seq_along(y), test = "Satterthwaite", coefs = "t:group")
  df <- test[[grep("^df", names(test))]]
  list(estimate = test$beta, standardError = test$SE, df = df, range = test$beta + c(-1, 1) * qt(1 - (1 - level) / 2, df) * test$SE)
}
size <- function(group, arm) sum(group == 1 & t == arm)
cells <- function(group) c(size(group, 1), size(group, 0), size(1 - group, 1), size(1 - group, 0))
above <- as.numeric(people$educ > median(people$educ)); stopifnot(sum(above) < sum(1 - above))
gap <- function(group) {
  p <- t == 1; fit <- lm(y[p] ~ group[p]); test <- coef_test(fit, vcov = "CR2", cluster = which(p), test = "Satterthwaite")[2, ]
  list(estimate = test$beta, standardError = test$SE, values = c(mean(y[p & group == 1]), mean(y[p & group == 0])))
}
expected <- list(tool = paste0("R ", getRversion(), "; clubSandwich ", packageVersion("clubSandwich")), script = "source/expected-cuts.R",
  contrasts = list(
    c(list(column = "educ", cells = cells(above)), contrast(above)),
    list(column = "hisp", cells = cells(people$hisp)),
    c(list(column = "nodeg", cells = cells(1 - people$nodeg)), contrast(1 - people$nodeg)),
    c(list(column = "nodeg"), gap(1 - people$nodeg))))
writeLines(jsonlite::toJSON(expected, auto_unbox = TRUE, digits = NA, pretty = TRUE), file.path(folder, "expected-cuts.json"))
