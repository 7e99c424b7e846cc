# The two-year promotion question by the matched design: everything the report needs, from people.csv, events.csv and plan.json.
source("tests/reference/estimator.R")
source("tests/reference/study.R")
source("tests/reference/comparison.R")
source("tests/reference/sensitivity.R")

read_program <- function(folder) {
  people <- read.csv(file.path(folder, "people.csv"), colClasses = "character")
  people$index <- day(people$index); people$hired <- day(people$hired)
  for (name in c("tenure_years", "last_rating", "past_promotions")) people[[name]] <- as.numeric(people[[name]])
  events <- read.csv(file.path(folder, "events.csv"), colClasses = "character")
  events$day <- day(events$date)
  list(people = people, events = events)
}

# Newcombe's interval of the difference of two independent shares.
newcombe <- function(x1, n1, x0, n0) {
  w1 <- prop.test(x1, n1, correct = FALSE)$conf.int; w0 <- prop.test(x0, n0, correct = FALSE)$conf.int
  p1 <- x1 / n1; p0 <- x0 / n0; d <- p1 - p0
  c(d - sqrt((p1 - w1[1])^2 + (w0[2] - p0)^2), d + sqrt((w1[2] - p1)^2 + (p0 - w0[1])^2))
}

matched_promotion <- function(folder, planFile, least_tenure = 180) {
  plan <- fromJSON(planFile, simplifyVector = FALSE)
  cutoff <- day(plan$cutoff)
  data <- read_program(folder)
  fingerprint <- plan_fingerprint(planFile)
  all <- deal_dates(data$people, fingerprint)
  people <- eligible_people(all, data$events, least_tenure)
  treated <- as.integer(people$arm == "participant")
  columns <- covariate_columns(people, treated, unlist(plan$covariates))
  cell <- do.call(paste, c(list(people$cohort), people[unlist(plan$match$exact)]))
  m <- matched_sets(treated, columns$model, cell, people$person, plan$match$ratio, plan$match$caliper)
  used <- m$weights > 0
  differences <- apply(columns$balance, 2, standardised_difference, treated, m$weights)
  before <- apply(columns$balance, 2, standardised_difference, treated, rep(1, length(treated)))
  model <- apply(columns$model, 2, standardised_difference, treated, m$weights)
  adjust <- names(sort(-abs(model[abs(model) > 0.05])))
  adjust <- head(adjust, floor(min(sum(used & treated == 1), sum(used & treated == 0)) / 10))
  cluster <- linked_people(people$person[used], people$mentor[used], m$set[used])
  outcome <- function(kind, months, flip, matters) {
    f <- follow_up(people, data$events, kind, horizon_days(months), cutoff)
    y <- rep(NA_real_, nrow(people))
    arm_shares <- numeric(2)
    for (arm in 1:0) {
      rows <- which(used & treated == arm)
      values <- function(rows) arm_values(f$time[rows], f$event[rows], horizon_days(months), m$l[rows], people$later[rows] - people$index[rows])
      y[rows] <- values(rows)
      arm_shares[2 - arm] <- mean(values(which(treated == arm)))
    }
    if (flip) { y <- 1 - y; arm_shares <- 1 - arm_shares }
    X <- if (length(adjust)) columns$model[used, adjust, drop = FALSE] else NULL
    fit <- estimate_effect(y[used], treated[used], X, m$weights[used], cluster)
    range <- share_range(fit, 0.95)
    known <- f[used, ]
    hits <- sum(known$event == 1); unknown <- sum(known$event == 0 & known$time < horizon_days(months))
    events <- hits; nonEvents <- nrow(known) - hits - unknown
    word <- verdict_of(range, range, matters, fit$nStar, 1, events, nonEvents, fit$df)
    size <- c(sum(treated == 1), sum(treated == 0))
    list(fit = fit, range = range, word = word, events = events, nonEvents = nonEvents,
      naive = list(participants = arm_shares[1], comparison = arm_shares[2], estimate = arm_shares[1] - arm_shares[2],
        range95 = newcombe(arm_shares[1] * size[1], size[1], arm_shares[2] * size[2], size[2])))
  }
  list(plan = plan, fingerprint = fingerprint, columns = columns, events = data$events, cutoff = cutoff, cell = cell, matching = m, all = all, people = people, treated = treated, used = used,
    differences = differences, before = before, adjust = adjust, kish = { w <- m$weights[used & treated == 0]; sum(w)^2 / sum(w^2) },
    promotion = outcome("promotion", plan$primary$months, FALSE, plan$primary$matters),
    retention = outcome("exit", plan$watchOuts[[1]]$months, TRUE, plan$watchOuts[[1]]$matters))
}
