# Expected values, counted a second time from the files, in R. From the root of the repository: Rscript examples/mentoring-year/source/expected.R
suppressMessages({ library(clubSandwich); library(jsonlite) })
folder <- "examples/mentoring-year"
table <- function(name) read.csv(file.path(folder, paste0(name, ".csv")), colClasses = "character", na.strings = character(0))
day <- function(x) { out <- rep(NA_real_, length(x)); out[x != ""] <- as.numeric(as.Date(x[x != ""])); out }
cutoff <- day("2026-01-31")
pairs <- table("pairs"); people <- table("people"); meetings <- table("meetings"); answers <- table("answers"); scores <- table("scores")
made <- day(pairs$made); planned <- day(pairs$planned_end); rhythm <- as.integer(pairs$rhythm_days)
owes_to <- pmin(cutoff, planned)

# Mean with CR2 and Satterthwaite's degrees of freedom.
mean_cr2 <- function(y, cluster) {
  keep <- !is.na(y); y <- y[keep]; cluster <- cluster[keep]
  test <- coef_test(lm(y ~ 1), vcov = "CR2", cluster = cluster, test = "Satterthwaite")
  df <- if (is.null(test$df_Satt)) test$df else test$df_Satt
  list(estimate = mean(y), se = test$SE, df = df, range = mean(y) + c(-1, 1) * qt(0.975, df) * test$SE, n = length(y))
}
wilson <- function(x, n, z = qnorm(0.975)) { p <- x / n; m <- p + z^2 / (2 * n); h <- z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2)); (m + c(-h, h)) / (1 + z^2 / n) }
figure <- function(measure, key, value, n, asked, ..., wave = NULL) c(list(measure = measure, key = key), if (!is.null(wave)) list(wave = wave), list(value = value, n = n, asked = asked, ...))

# Scores of core-1 and lead-1 from the raw answers: items that end in r are turned round; so many items at least.
value <- suppressWarnings(as.numeric(answers$answer)); turned <- grepl("r$", answers$item); value[turned] <- 6 - value[turned]
score_of <- function(items, least, wave, person, about, instrument) {
  use <- answers$item %in% items & answers$wave == wave & answers$instrument == instrument & !is.na(value)
  key <- paste(answers$person, answers$about)[use]
  n <- tapply(value[use], key, length); m <- tapply(value[use], key, mean)
  out <- m[paste(person, about)]; out[n[paste(person, about)] < least] <- NA
  as.numeric(out)
}
trust <- c("tu1", "tu2", "tu3r")
mentee_trusts <- score_of(trust, 2, "after", pairs$mentee, pairs$mentor, "core-1")
mentor_trusts <- score_of(trust, 2, "after", pairs$mentor, pairs$mentee, "core-1")
mentors <- unique(pairs$mentor)
over_mentors <- function(x) as.numeric(tapply(x, pairs$mentor, function(v) if (all(is.na(v))) NA else mean(v, na.rm = TRUE))[mentors])
at_end <- function(x, end) ifelse(is.na(x), end, x)
by_mentee <- mean_cr2(mentee_trusts, pairs$mentor); by_mentor <- mean_cr2(over_mentors(mentor_trusts), mentors)
both <- mentee_trusts >= 4 & mentor_trusts >= 4
sa <- score_of("sa1", 1, "after", pairs$mentee, pairs$mentor, "core-1"); content <- mean_cr2(sa, pairs$mentor)
measures <- list(
  figure("trust-level", "mentees-about-mentors", by_mentee$estimate, by_mentee$n, 48, wave = "after", range95 = by_mentee$range, bounds = c(mean(at_end(mentee_trusts, 1)), mean(at_end(mentee_trusts, 5)))),
  figure("trust-level", "mentors-about-mentees", by_mentor$estimate, by_mentor$n, 34, wave = "after", range95 = by_mentor$range, bounds = c(mean(over_mentors(at_end(mentor_trusts, 1))), mean(over_mentors(at_end(mentor_trusts, 5))))),
  figure("trust-mutual", "both-trust", sum(both, na.rm = TRUE) / 48, sum(!is.na(mentee_trusts) & !is.na(mentor_trusts)), 48, wave = "after", count = sum(both, na.rm = TRUE), bounds = c(sum(both, na.rm = TRUE), sum(is.na(both) | both)) / 48),
  figure("satisfaction", "mentees-mean", content$estimate, content$n, 48, wave = "after", range95 = content$range, bounds = c(mean(at_end(sa, 1)), mean(at_end(sa, 5))))
)

# The say-do ledger: every occasion due until the planned end, pauses apart; kept only when both say so.
promises <- table("promises"); p <- match(promises$pair, pairs$pair); due <- day(promises$due)
pause <- strsplit(pairs$paused, "/"); from <- day(sapply(pause, function(x) if (length(x)) x[1] else "")); to <- day(sapply(pause, function(x) if (length(x)) x[2] else ""))
in_pause <- !is.na(from[p]) & due >= from[p] & due <= to[p]
owed <- due <= owes_to[p] & !in_pause
kept <- promises$view_mentor == "kept" & promises$view_mentee == "kept"
in_time <- promises$view_mentor == "renegotiated" & promises$view_mentee == "renegotiated" & !is.na(day(promises$renegotiated_on)) & day(promises$renegotiated_on) < due
alike <- promises$view_mentor == promises$view_mentee & promises$view_mentor != ""
open_or_kept <- promises$view_mentor %in% c("kept", "") & promises$view_mentee %in% c("kept", "")
N <- sum(owed)
measures <- c(measures, list(
  figure("agreement-kept", "kept", sum(kept & owed) / N, sum(alike & owed), N, count = sum(kept & owed), bounds = c(sum(kept & owed), sum(open_or_kept & owed)) / N),
  figure("agreement-kept", "renegotiated", sum(in_time & owed) / N, sum(alike & owed), N, count = sum(in_time & owed)),
  figure("agreement-kept", "not-known", sum(!alike & owed) / N, sum(alike & owed), N, count = sum(!alike & owed))
))

# Rhythm: gaps between start, confirmed meetings and the end or today, days of pauses taken out.
held <- meetings[meetings$state == "held", ]
confirmed <- held[held$reported_by == "mentor;mentee", ]
days_of <- function(i) sort(unique(day(confirmed$day[confirmed$pair == pairs$pair[i]])))
on_clock <- function(i, a, b) { d <- seq_len(b - a) + a; sum(is.na(from[i]) | d < from[i] | d > to[i]) }
rhythm_days <- sapply(1:48, function(i) {
  met <- days_of(i); met <- met[met > made[i] & met <= owes_to[i]]
  edges <- c(made[i], met, owes_to[i]); gap <- mapply(function(a, b) on_clock(i, a, b), head(edges, -1), tail(edges, -1))
  grace <- max(3, ceiling(rhythm[i] / 4))
  c(sum(pmin(gap, rhythm[i] + grace)), sum(gap))
})
last30 <- sapply(1:48, function(i) {
  d <- (cutoff - 29):cutoff; d <- d[d > made[i] & d <= owes_to[i]]; if (!is.na(from[i])) d <- d[d < from[i] | d > to[i]]
  expected <- floor(length(d) / rhythm[i] + 0.5)
  c(min(sum(day(confirmed$day[confirmed$pair == pairs$pair[i]]) %in% d), expected), expected)
})
measures <- c(measures, list(
  figure("rhythm-kept", "days", sum(rhythm_days[1, ]) / sum(rhythm_days[2, ]), sum(rhythm_days[2, ]), sum(rhythm_days[2, ])),
  figure("meetings-held", "confirmed", sum(last30[1, ]) / sum(last30[2, ]), sum(last30[2, ]), sum(last30[2, ])),
  figure("meetings-confirmed", "confirmed", nrow(confirmed) / sum(held$reported_by != ""), sum(held$reported_by != ""), sum(held$reported_by != ""), count = nrow(confirmed))
))

understanding <- table("understanding"); same <- suppressWarnings(as.numeric(understanding$same)); alike_items <- ifelse(is.na(same), 0, same / as.numeric(understanding$items))
u <- mean_cr2(alike_items, pairs$mentor)
feedback <- table("feedback"); a <- as.numeric(feedback$from_mentor); b <- as.numeric(feedback$from_mentee); f <- mean_cr2(ifelse(pmin(a, b) == 0, 0, pmin(a, b) / pmax(a, b)), pairs$mentor)
roster <- table("roster"); asked <- as.integer(roster$asked); answered <- as.integer(roster$answered)
costs <- table("costs"); total <- sum(as.numeric(costs$amount)); met <- length(unique(confirmed$pair))
measures <- c(measures, list(
  figure("understanding", "items", u$estimate, sum(!is.na(same)), 48, range95 = u$range),
  figure("feedback-reciprocity", "both-ways", f$estimate, 48, 48, range95 = f$range)),
  lapply(seq_len(nrow(roster)), function(i) figure("response-rate", paste0(roster$role[i], "s"), answered[i] / asked[i], asked[i], asked[i], wave = roster$wave[i], count = answered[i], range95 = wilson(answered[i], asked[i]))),
  list(figure("cost-per-pair", "per-confirmed-pair", total / met, met, 48), figure("cost-per-pair", "per-pair-made", total / 48, 48, 48)))

# Goals, reviews, endings, gates, minutes.
goals <- table("goals"); smart <- goals[c("specific", "measurable", "achievable", "relevant", "time_bound")]
parts <- rowMeans(smart != "no" & smart != ""); per_pair <- tapply(parts, goals$pair, mean)[pairs$pair]; s <- mean_cr2(as.numeric(ifelse(is.na(per_pair), 0, per_pair)), pairs$mentor)
areas <- table("areas"); covered <- sapply(seq_len(nrow(areas)), function(i) any(goals$pair == areas$pair[i] & goals$area == areas$area[i] & grepl(areas$side[i], goals$owner)))
# On track: by the share of the time that has gone by the cut-off; counts in whole occasions, amounts on the way from where they were.
on_track <- sapply(seq_len(nrow(goals)), function(i) {
  g <- goals[i, ]; a <- day(g$start); b <- day(g$due); gone <- min(1, (min(cutoff, b) - a) / (b - a)); steps <- strsplit(g$progress, ";")[[1]]
  if (g$state == "reached") return(TRUE)
  if (g$state == "dropped") return(FALSE)
  target <- as.numeric(g$target); if (is.na(target)) return(NA)
  if (g$baseline == "") return(length(steps) >= floor(target * gone))
  if (!length(steps)) return(FALSE)
  now <- as.numeric(sub(".*=", "", tail(steps, 1))); base <- as.numeric(g$baseline)
  (now - base) / (target - base) >= gone
})
reviews <- table("reviews")
review <- do.call(rbind, lapply(1:48, function(i) {
  met <- sort(day(confirmed$day[confirmed$pair == pairs$pair[i]])); k <- seq_len(length(met) %/% 6)
  if (!length(k)) return(NULL)
  latest <- met[6 * k] + 21; done <- day(reviews$done)[match(paste(pairs$pair[i], k), paste(reviews$pair, reviews$number))]
  data.frame(owed = latest <= cutoff, on_time = !is.na(done) & done <= latest)
}))
review <- review[review$owed, ]
ended <- day(pairs$ended); early <- !is.na(ended) & ended <= cutoff & ended < planned & pairs$end_kind != "completed"
gates <- table("gates"); due_gates <- gates[day(gates$due) <= cutoff, ]; passed <- tapply(due_gates$done != "", paste(due_gates$person), all)
asked_minutes <- table("asked")
measures <- c(measures, list(
  figure("goals-mutual", "goals", mean(goals$mutual == "mentor;mentee"), nrow(goals), nrow(goals), count = sum(goals$mutual == "mentor;mentee")),
  figure("smart-coverage", "parts", s$estimate, 48, 48, range95 = s$range),
  figure("growth-coverage", "areas", mean(covered), nrow(areas), nrow(areas), count = sum(covered)),
  figure("goals-on-track", "on-track", sum(on_track, na.rm = TRUE) / nrow(goals), sum(!is.na(on_track)), nrow(goals), count = sum(on_track, na.rm = TRUE)),
  figure("review-on-time", "reviews", mean(review$on_time), nrow(review), nrow(review), count = sum(review$on_time)),
  figure("early-endings", "early", mean(early), 48, 48, count = sum(early)),
  figure("gates", "all-due", mean(passed), length(passed), length(passed), count = sum(passed)),
  figure("minutes-asked", "mentees", sum(as.numeric(asked_minutes$minutes[asked_minutes$role == "mentee"])), 48, 48)
))

# Before and after: the change of who answered twice, mentees by mentor, mentors each alone.
change <- function(outcome, before, after, cluster, who) {
  fit <- mean_cr2(after - before, cluster); twice <- !is.na(before) & !is.na(after)
  list(outcome = outcome, months = 11, role = if (outcome == "leadership") "primary" else "watch-out", verdict = "none", qualifier = NULL, grade = "C", gates = list(),
    exact = list(estimate = fit$estimate, standardError = fit$se, df = fit$df, range95 = fit$range, nStar = list(fit$n),
      groups = list(list(who = "participants", n = fit$n, asked = length(before), value = mean(after[twice]), before = mean(before[twice])))))
}
mentees <- pairs$mentee; le <- paste0("le", 1:6); st <- paste0("st", 1:3)
findings <- list(
  change("leadership", score_of(le, 4, "before", mentees, "", "lead-1"), score_of(le, 4, "after", mentees, "", "lead-1"), pairs$mentor),
  change("strain", score_of(st, 2, "before", mentors, "", "strain-1"), score_of(st, 2, "after", mentors, "", "strain-1"), mentors))
expected <- list(tool = paste0("R ", getRversion(), "; clubSandwich ", packageVersion("clubSandwich")), script = "source/expected.R",
  study = list(people = nrow(people), participants = sum(people$arm == "participant"), comparison = sum(people$arm == "comparison")),
  decision = "people-decide", findings = findings, measures = measures, noneOfTheseWords = list("thanks to", "led to", "similar people"))
writeLines(toJSON(expected, auto_unbox = TRUE, digits = NA, null = "null", pretty = TRUE), file.path(folder, "expected.json"))
