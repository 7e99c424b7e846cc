# Makes every table of the example. From the root of the repository: Rscript examples/mentoring-year/source/make.R
# Everything is made up: people, pairs, what they did and what they answered. The seed was fixed before the first run.
folder <- "examples/mentoring-year"
set.seed(48)
start <- as.Date("2025-01-13"); planned_end <- as.Date("2025-12-19"); cutoff <- as.Date("2026-01-31")
pick <- function(x, n = 1, ...) x[sample.int(length(x), n, ...)]
on_weekday <- function(day) { w <- as.integer(format(day, "%u")); day + ifelse(w == 6, 2, ifelse(w == 7, 1, 0)) }
iso <- function(day) ifelse(is.na(day), "", format(day))
save <- function(name, ...) write.csv(data.frame(...), file.path(folder, paste0(name, ".csv")), row.names = FALSE, quote = FALSE, na = "")

# 48 mentees, 34 mentors of whom 14 have two mentees; 40 colleagues like the mentors.
mentees <- sprintf("P%02d", 1:48); mentors <- sprintf("M%02d", 1:34); colleagues <- sprintf("C%02d", 1:40)
mentor_of <- c(rep(mentors[1:14], each = 2), mentors[15:34])
kind <- pick(rep(c("steady", "drifting", "silent", "early", "paused", "erased"), c(25, 8, 5, 4, 5, 1)), 48)
erased <- which(kind == "erased")
mentees[erased] <- "erased-1"
# Nine pairs were made later and go on longer.
made <- rep(start, 48); until <- rep(planned_end, 48)
late <- pick(which(kind == "steady"), 9); made[late] <- as.Date("2025-03-03"); until[late] <- as.Date("2026-02-27")
rhythm <- pick(c(14L, 14L, 21L, 30L), 48, replace = TRUE)
pair <- sprintf("r%02d", 1:48)

ended <- until; end_kind <- rep("completed", 48)
open <- kind == "silent" | until > cutoff; ended[open] <- NA; end_kind[open] <- ""
early <- which(kind == "early")
ended[early] <- as.Date(c("2025-04-11", "2025-06-20", "2025-08-29", "2025-10-02")); end_kind[early] <- c("early", "moved-on", "early", "completed")
ended[erased] <- as.Date("2025-09-08"); end_kind[erased] <- ""
pause_from <- as.Date(rep(NA, 48)); pause_to <- pause_from
paused <- which(kind == "paused")
pause_from[paused] <- as.Date(c("2025-05-05", "2025-06-30", "2025-07-14", "2025-08-04", "2025-09-15"))
pause_to[paused] <- pause_from[paused] + c(27, 41, 34, 27, 48)
save("pairs", pair, mentor = mentor_of, mentee = mentees, made = iso(made), planned_end = iso(until), ended = iso(ended), end_kind,
  rhythm_days = rhythm, paused = ifelse(is.na(pause_from), "", paste0(iso(pause_from), "/", iso(pause_to))))

# People: participants in both roles, colleagues to compare the mentors with.
everybody <- c(mentees, mentors, colleagues); n <- length(everybody)
is_mentee <- everybody %in% mentees; is_mentor <- everybody %in% mentors; is_colleague <- everybody %in% colleagues
tenure <- round(ifelse(is_mentee, runif(n, 0.5, 6), runif(n, 6, 22)), 1)
grade <- ifelse(is_mentee, pick(c("A", "B"), n, replace = TRUE), pick(c("C", "D"), n, replace = TRUE))
site <- pick(c("north", "south", "remote"), n, replace = TRUE)
hired <- start - round(tenure * 365.25)
gone <- everybody == "erased-1"
exits <- as.Date(rep(NA, n))
exits[pick(which(is_mentee & !gone), 3)] <- as.Date(c("2025-04-30", "2025-07-31", "2025-11-30"))
exits[pick(which(is_mentor), 2)] <- as.Date(c("2025-06-30", "2025-10-31"))
exits[pick(which(is_colleague), 4)] <- as.Date(c("2025-03-31", "2025-05-31", "2025-08-31", "2025-12-31"))
save("people", person = everybody, arm = ifelse(is_colleague, "comparison", "participant"), index = iso(rep(start, n)),
  role = ifelse(is_mentee, "mentee", "mentor"), hired = ifelse(gone, "", iso(hired)), mentor = c(mentor_of, rep("", n - 48)),
  grade = ifelse(gone, "", grade), site = ifelse(gone, "", site), tenure_years = ifelse(gone, "", tenure))
enrolled <- c(mentees, mentors)
of_mentors <- as.Date(tapply(as.numeric(until), mentor_of, max)[mentors], origin = "1970-01-01"); goes_on <- of_mentors > cutoff
last <- c(ended, of_mentors); last[48 + which(goes_on)] <- NA; how <- c(end_kind, ifelse(goes_on, "", "completed"))
left <- exits[seq_along(enrolled)]
leaves <- !is.na(left) & (is.na(last) | left < last); last[leaves] <- left[leaves]; how[leaves] <- "early"
save("enrolments", person = enrolled, role = rep(c("mentee", "mentor"), c(48, 34)), from = iso(rep(start, 82)),
  planned_to = iso(c(until, of_mentors)), to = iso(last), end_kind = how)

# Events: promotions, opportunities, exits; nobody does anything after leaving.
happen <- function(who, kind, share) {
  who <- who[runif(length(who)) < share]
  if (length(who) == 0) return(NULL)
  data.frame(person = who, date = on_weekday(start + sample(60:360, length(who), TRUE)), kind = kind)
}
known <- everybody[!gone]
events <- rbind(
  happen(mentees[-erased], "promotion", 0.25), happen(mentors, "promotion", 0.12), happen(colleagues, "promotion", 0.12),
  happen(mentees[-erased], "opportunity", 0.35), happen(mentees[-erased], "opportunity", 0.15), happen(mentors, "opportunity", 0.15), happen(colleagues, "opportunity", 0.2))
events <- events[is.na(exits[match(events$person, everybody)]) | events$date <= exits[match(events$person, everybody)], ]
events <- rbind(events, data.frame(person = everybody[!is.na(exits)], date = exits[!is.na(exits)], kind = "exit"))
events <- events[order(events$person, events$date), ]
save("events", person = events$person, date = iso(events$date), kind = events$kind)

# Meetings: steady pairs keep their rhythm, drifting ones take longer and longer, silent ones stop after none to two.
exit_of <- function(p) min(c(exits[match(c(mentor_of[p], mentees[p]), everybody)], until[p], cutoff), na.rm = TRUE)
meet <- function(p) {
  if (kind[p] == "erased") return(NULL)
  most <- if (kind[p] == "silent") sample(0:2, 1) else Inf
  to <- min(c(ended[p], exit_of(p)), na.rm = TRUE)
  day <- on_weekday(made[p] + sample(3:12, 1)); rows <- NULL; met <- 0; stretch <- 1
  while (day <= to && met < most) {
    if (!is.na(pause_from[p]) && day >= pause_from[p] && day <= pause_to[p]) { day <- on_weekday(pause_to[p] + sample(2:9, 1)); next }
    state <- pick(c("held", "moved", "cancelled"), prob = c(0.86, 0.08, 0.06))
    told <- if (state == "held") pick(c("mentor;mentee", "mentor", "mentee"), prob = c(0.82, 0.08, 0.10)) else pick(c("mentor", "mentee", "mentor;mentee", ""))
    rows <- rbind(rows, data.frame(pair = pair[p], day = day, state = state, reported_by = told))
    if (state == "held") { met <- met + 1; if (kind[p] == "drifting") stretch <- stretch * 1.12 }
    gap <- if (state == "held") max(3, round(rhythm[p] * stretch + rnorm(1, 0, 2.5))) else sample(3:9, 1)
    day <- on_weekday(day + gap)
  }
  rows
}
meetings <- do.call(rbind, lapply(1:48, meet))
save("meetings", pair = meetings$pair, day = iso(meetings$day), state = meetings$state, reported_by = meetings$reported_by)
confirmed <- meetings[meetings$state == "held" & meetings$reported_by == "mentor;mentee", ]
contact <- tabulate(match(meetings$pair[meetings$state == "held"], pair), 48)

# Promises: an occasion each, also after a pair has ended, until its planned end.
occasions <- rbind(expand.grid(pair = pair, kind = "rhythm", due = seq(as.Date("2025-03-01"), as.Date("2025-12-01"), "month"), stringsAsFactors = FALSE),
  expand.grid(pair = pair, kind = c("response-time", "confidentiality"), due = as.Date(c("2025-04-01", "2025-07-01", "2025-10-01", "2025-12-15")), stringsAsFactors = FALSE))
occasions <- occasions[occasions$due > made[match(occasions$pair, pair)], ]
occasions <- occasions[order(occasions$pair, occasions$due, occasions$kind), ]
p <- match(occasions$pair, pair); m <- nrow(occasions)
over <- kind[p] == "erased" | (!is.na(ended[p]) & occasions$due > ended[p]) | (kind[p] == "silent" & runif(m) < 0.8)
truth <- sapply(seq_len(m), function(i) pick(c("kept", "renegotiated", "missed"), prob = if (occasions$kind[i] == "rhythm" && kind[p[i]] == "drifting") c(0.45, 0.2, 0.35) else c(0.8, 0.09, 0.11)))
view <- function() { v <- ifelse(runif(m) < 0.92, truth, pick(c("kept", "missed"), m, replace = TRUE)); v[over | runif(m) < 0.07] <- ""; v }
view_mentor <- view(); view_mentee <- view()
agreed <- view_mentor == "renegotiated" & view_mentee == "renegotiated"
renegotiated_on <- as.Date(rep(NA, m)); renegotiated_on[agreed] <- occasions$due[agreed] + sample(c(-10:-1, 1:3), sum(agreed), TRUE)
save("promises", pair = occasions$pair, kind = occasions$kind, due = iso(occasions$due), view_mentor, view_mentee, renegotiated_on = iso(renegotiated_on))

# Growth areas and goals. Pairs that hardly met have none.
topics <- c("Delegating", "Listening", "Deciding under pressure", "Giving feedback", "Presenting", "Handling conflict", "Planning", "Negotiating")
named <- do.call(rbind, lapply(which(contact > 0), function(p) {
  mine <- data.frame(pair = pair[p], side = "mentee", area = pick(topics, sample(1:3, 1)))
  if (runif(1) < 0.5) rbind(mine, data.frame(pair = pair[p], side = "mentor", area = pick(topics, sample(1:2, 1)))) else mine
}))
save("areas", named)
goal_row <- function(p, g) {
  owner <- pick(c("mentee", "mentor", "mentor;mentee"), prob = c(0.75, 0.1, 0.15))
  own <- named$area[named$pair == pair[p]]
  from <- max(made[p], start) + sample(14:80, 1); due <- min(until[p], from + sample(90:240, 1))
  form <- pick(c("count", "amount", "none"), prob = c(0.6, 0.3, 0.1))
  state <- pick(c("open", "reached", "renegotiated", "dropped"), prob = c(0.35, 0.45, 0.1, 0.1))
  part <- function(p) pick(c("yes", "no", "overruled"), prob = c(p, 0.93 - p, 0.07))
  baseline <- target <- NA; unit <- ""; steps <- character(0)
  through <- function(k) sort(from + sample(1:as.integer(min(due, cutoff) - from), k, replace = TRUE))
  if (form == "count") {
    target <- sample(2:6, 1); unit <- pick(c("workshops", "talks", "delegated tasks"))
    done <- if (state == "reached") target else sample(0:(target - 1), 1)
    steps <- iso(through(done))
  } else if (form == "amount") {
    baseline <- round(runif(1, 4, 20), 1); target <- round(baseline * pick(c(0.4, 1.5)), 1); unit <- pick(c("hours a week", "open tasks"))
    share <- if (state == "reached") 1 else runif(1, 0, 0.9)
    days <- unique(through(2)); k <- length(days)
    steps <- paste0(iso(days), "=", round(baseline + (target - baseline) * share * seq_len(k) / k, 1))
  }
  data.frame(pair = pair[p], goal = paste0("g", g), owner, mutual = pick(c("mentor;mentee", "mentor", "mentee", ""), prob = c(0.7, 0.05, 0.15, 0.1)),
    area = if (runif(1) < 0.9) pick(own) else "", specific = part(0.8), measurable = if (form == "none") "no" else "yes", achievable = part(0.75), relevant = part(0.85), time_bound = part(0.85),
    baseline, target, unit, start = iso(from), due = iso(due), progress = paste(steps, collapse = ";"), state)
}
with_goals <- which(contact > 1)
goals <- do.call(rbind, lapply(with_goals, function(p) do.call(rbind, lapply(seq_len(sample(0:4, 1, prob = c(0.08, 0.27, 0.35, 0.2, 0.1))), function(g) goal_row(p, g)))))
save("goals", goals)

# Reviews after every six confirmed meetings, actions that they led to.
review_row <- function(p, k) {
  sixth <- sort(confirmed$day[confirmed$pair == pair[p]])[6 * k]
  late <- pick(c(0, 1, 2), prob = c(0.72, 0.16, 0.12))
  done <- if (late == 0) sixth + sample(3:21, 1) else if (late == 1) sixth + sample(22:45, 1) else as.Date(NA)
  if (!is.na(done) && done > cutoff) done <- as.Date(NA)
  said <- function() if (is.na(done)) "" else pick(c("yes", "no", ""), prob = c(0.75, 0.17, 0.08))
  data.frame(pair = pair[p], number = k, due = iso(sixth), done = iso(done), channel_mentor = said(), channel_mentee = said())
}
reviews <- do.call(rbind, lapply(1:48, function(p) { k <- sum(confirmed$pair == pair[p]) %/% 6; if (k > 0) do.call(rbind, lapply(seq_len(k), function(i) review_row(p, i))) }))
save("reviews", reviews)
actions <- do.call(rbind, lapply(which(reviews$done != ""), function(i) {
  k <- sample(1:3, 1); due <- as.Date(reviews$done[i]) + sample(20:45, k, TRUE)
  closed <- due + sample(-15:4, k, TRUE); closed[runif(k) < 0.18 | closed > cutoff] <- NA
  data.frame(pair = reviews$pair[i], due = iso(due), closed = iso(closed))
}))
save("actions", actions)
save("feedback", pair, from_mentor = ifelse(contact > 0, rpois(48, 4), 0), from_mentee = ifelse(contact > 0, rpois(48, 2.2), 0))
same <- rbinom(48, 10, 0.8); same[pick(which(contact > 0), 4)] <- NA; same[contact == 0] <- NA
save("understanding", pair, items = 10, same)

# Ethics gates of everybody enrolled; the last one is due after the cut-off.
gate <- function(name, due, share) {
  done <- as.Date(due) - sample(0:12, 82, TRUE); done[runif(82) > share | enrolled == "erased-1" | (!is.na(left) & done > left)] <- NA
  data.frame(person = enrolled, gate = name, due = due, done = iso(done))
}
save("gates", rbind(gate("acknowledgement", "2025-01-27", 1), gate("consent", "2025-01-27", 0.98), gate("closing-talk", "2025-12-19", 0.85), gate("retention", "2026-03-31", 0)))
source(file.path(folder, "source", "answers.R"))

save("asked", role = rep(c("mentee", "mentor"), each = 12), month = rep(sprintf("2025-%02d", 1:12), 2),
  minutes = c(14, 3, 3, 3, 3, 9, 3, 3, 3, 3, 3, 13, 13, 3, 3, 3, 3, 10, 3, 3, 3, 3, 3, 14.5))
save("costs", line = c("Coordination", "Training of mentors", "Rooms and travel", "Platform", "Closing day"), kind = c("staff", "staff", "material", "material", "material"),
  amount = c("18400.00", "3150.00", "1262.40", "2400.00", "867.60"), currency = "EUR", booked = c("yes", "yes", "yes", "no", "yes"))
