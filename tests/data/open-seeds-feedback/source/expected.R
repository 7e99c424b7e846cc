# Run from the repository root: Rscript tests/data/open-seeds-feedback/source/expected.R
folder <- "tests/data/open-seeds-feedback"
d <- read.csv(file.path(folder, "source/participants.csv")); roster <- read.csv(file.path(folder, "source/roster.csv"))
N <- sum(roster$participants); after <- d[d$wave == "after", ]; during <- d[d$wave == "during", ]
# A share of those who answered, and its bounds with everybody else against and for it.
opinion <- function(outcome, role, yes, n) list(outcome = outcome, wave = "after", months = 4, role = role, verdict = "none", qualifier = NULL, grade = "D",
  exact = list(estimate = yes / n, bounds = c(yes, yes + N - n) / N, groups = list(list(who = "participants", n = n, asked = N, count = yes))))
x <- during$mentor_met_expectations_1_5
rate <- function(wave, n) list(measure = "response-rate", key = "mentees", wave = wave, value = n / N, count = n, asked = N,
  range95 = as.numeric(prop.test(n, N, correct = FALSE)$conf.int))
expected <- list(
  tool = paste0("R ", getRversion()), script = "source/expected.R",
  study = list(people = N, participants = N, comparison = 0),
  findings = list(opinion("would_recommend", "primary", sum(after$recommend == "Yes"), nrow(after)),
    opinion("calls_always_useful", "also", sum(after$mentoring_calls == "Mentoring calls were always useful"), nrow(after))),
  measures = list(rate("during", nrow(during)), rate("after", nrow(after)),
    list(measure = "satisfaction", key = "mentees-mean", wave = "during", value = mean(x), n = length(x), asked = N,
      range95 = as.numeric(t.test(x)$conf.int), bounds = c(sum(x) + (N - length(x)), sum(x) + 5 * (N - length(x))) / N),
    list(measure = "satisfaction", key = "mentees-content", wave = "during", value = mean(x >= 4), count = sum(x >= 4),
      bounds = c(sum(x >= 4), sum(x >= 4) + N - length(x)) / N)),
  # Per cohort, for the test beside the folder.
  cohorts = lapply(seq_len(nrow(roster)), function(i) {
    c <- roster$cohort[i]; n <- roster$participants[i]
    a <- after[after$cohort == c, ]; m <- during$mentor_met_expectations_1_5[during$cohort == c]; yes <- sum(a$recommend == "Yes")
    list(cohort = as.character(c), asked = n, answered = nrow(a), recommend = yes, bounds = c(yes, yes + n - nrow(a)) / n,
      mean = mean(m), meanBounds = c(sum(m) + n - length(m), sum(m) + 5 * (n - length(m))) / n)
  }),
  published = list(source = "notebook participants_mentors_feedback of the program's paper", recommendMeanOfCohorts = 0.968, alwaysUseful = 0.773)
)
stopifnot(abs(mean(tapply(after$recommend == "Yes", after$cohort, mean)) - 0.9684930622868912) < 1e-12)
writeLines(jsonlite::toJSON(expected, auto_unbox = TRUE, digits = NA, null = "null", pretty = TRUE), file.path(folder, "expected.json"))
