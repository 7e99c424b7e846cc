# Index dates, eligibility and follow-up, written a second time in R from their published definitions.
suppressMessages({library(jsonlite); library(openssl); library(survival)})

day <- function(text) ifelse(text == "", NA, as.integer(as.Date(text, optional = TRUE)))
horizon_days <- function(months) floor(months * 365.2425 / 12 + 0.5)

# SHA-256 of the plan's locked fields in canonical JSON (RFC 8785), for plans of plain numbers and plain text.
plan_fingerprint <- function(file) {
  plan <- fromJSON(file, simplifyVector = FALSE)
  outside <- c("locked", "objectives", "costs", "owners", "expects", "texts")
  plan <- plan[!names(plan) %in% outside]
  canonical <- function(x) {
    if (is.list(x) && !is.null(names(x))) {
      keys <- sort(names(x), method = "radix")
      return(paste0("{", paste0(vapply(keys, function(k) paste0(toJSON(k, auto_unbox = TRUE), ":", canonical(x[[k]])), ""), collapse = ","), "}"))
    }
    if (is.list(x)) return(paste0("[", paste0(vapply(x, canonical, ""), collapse = ","), "]"))
    as.character(toJSON(x, auto_unbox = TRUE, digits = NA))
  }
  as.character(sha256(canonical(plan)))
}

# People with their index day: participants keep theirs, comparison people without one are dealt one.
deal_dates <- function(people, fingerprint) {
  people <- people[order(people$person, people$cohort, method = "radix"), ]
  people$dealt <- people$arm == "comparison" & is.na(people$index)
  q <- people[people$arm == "participant" & !is.na(people$index), ]
  q <- q[order(q$index), ]
  waiting <- which(people$dealt)
  digest <- as.character(sha256(paste0(fingerprint, people$person[waiting])))
  waiting <- waiting[order(digest, method = "radix")]
  from <- ceiling(seq_along(waiting) * nrow(q) / length(waiting))
  people$index[waiting] <- q$index[from]
  people$cohort[waiting] <- q$cohort[from]
  people
}

# Only facts known on the index day decide who is compared.
eligible_people <- function(people, events, least_tenure = 0) {
  exits <- events[events$kind == "exit", ]
  exit <- exits$day[match(people$person, exits$person)]
  enrolled <- people[people$arm == "participant", ]
  first <- tapply(enrolled$index, enrolled$person, min)
  own <- unname(first[people$person])
  own[people$arm == "participant"] <- NA
  ok <- (is.na(people$hired) | people$hired <= people$index - least_tenure) & (is.na(exit) | exit > people$index) &
    (is.na(own) | own > people$index)
  people$later <- ifelse(!is.na(own) & own > people$index, own, NA)
  people[ok, ]
}

# First of the event, exit, end of view; 1 the event, 2 the exit, 0 censored. Nobody in these data is lost from view early.
follow_up <- function(people, events, kind, horizon, cutoff) {
  end <- pmin(horizon, cutoff - people$index, people$later - 1 - people$index, na.rm = TRUE)
  first_day <- function(which) {
    rows <- merge(data.frame(person = people$person, index = people$index, row = seq_len(nrow(people))), events[events$kind == which, ], by = "person")
    rows <- rows[rows$day - rows$index >= 1, ]
    firsts <- tapply(rows$day - rows$index, rows$row, min)
    out <- rep(Inf, nrow(people))
    out[as.integer(names(firsts))] <- firsts
    out
  }
  wanted <- first_day(kind)
  left <- first_day("exit")
  time <- pmin(wanted, left, end)
  event <- ifelse(wanted <= pmin(left, end), 1L, ifelse(left <= end, 2L, 0L))
  data.frame(time = time, event = event)
}

# Aalen-Johansen cumulative incidence of cause 1 at the horizon with its pseudo-values, by the recursion of the methods text; checked
# against survfit and pseudo() of the survival package each time it runs.
pseudo_values <- function(time, event, horizon) {
  n <- length(time)
  days <- sort(unique(time[event > 0 & time <= horizon]))
  at_risk <- vapply(days, function(t) sum(time >= t), 0)
  h1 <- vapply(days, function(t) sum(time == t & event == 1), 0) / at_risk
  h <- vapply(days, function(t) sum(time == t & event > 0), 0) / at_risk
  S <- c(1, cumprod(1 - h)); before <- S[seq_along(days)]
  cumulative <- cumsum(before * h1); total <- if (length(days)) tail(cumulative, 1) else 0
  g <- ifelse(h == 1, 0, (total - cumulative) / (1 - h))
  running <- c(0, cumsum((before * h1 - h * g) / at_risk))
  U <- -running[findInterval(time, days) + 1]
  hit <- match(time, days)
  mine <- event > 0 & time <= horizon
  U[mine] <- U[mine] + ((event[mine] == 1) * before[hit[mine]] - g[hit[mine]]) / at_risk[hit[mine]]
  fit <- survfit(Surv(time, factor(event, 0:2)) ~ 1)
  state <- summary(fit, times = horizon, extend = TRUE)$pstate
  stopifnot(abs(state[match("1", fit$states)] - total) < 1e-12)
  list(share = total, values = total + n * U, se = sqrt(sum(U^2)))
}

# Strata of about equal size by a score, 20 people at least and 100 strata at most; equal scores stay together.
even_strata <- function(score, least = 20, most = 100) {
  size <- as.vector(table(score)); passed <- cumsum(size); n <- length(score)
  strata <- max(1, min(most, n %/% least)); stratum <- integer(length(size)); current <- 0; from <- 0
  for (group in seq_along(size)) {
    stratum[group] <- current
    if (passed[group] * strata >= n * (current + 1) && passed[group] - from >= least && n - passed[group] >= least) {
      current <- current + 1; from <- passed[group]
    }
  }
  stratum[match(score, sort(unique(score)))]
}

# Pseudo-values of one arm: inside strata of the score where somebody's view ended with an own later place. A stratum that nobody was
# followed in to the horizon is joined to the next, the last to the one before.
arm_values <- function(time, event, horizon, score, place) {
  cut_short <- event == 0 & time < horizon & !is.na(place) & place == time + 1
  if (!any(cut_short)) return(pseudo_values(time, event, horizon)$values)
  stratum <- even_strata(score); values <- numeric(length(time)); waiting <- integer(0); last <- integer(0)
  followed <- function(rows) { end <- max(time[rows]); end >= horizon || !any(event[rows] == 0 & time[rows] == end) }
  for (s in sort(unique(stratum))) {
    waiting <- c(waiting, which(stratum == s))
    if (!followed(waiting)) next
    values[waiting] <- pseudo_values(time[waiting], event[waiting], horizon)$values
    last <- waiting; waiting <- integer(0)
  }
  if (length(waiting)) { rows <- c(last, waiting); values[rows] <- pseudo_values(time[rows], event[rows], horizon)$values }
  values
}
