# Answers of every wave, scores of third parties, and the roster that goes with them. Read by make.R.
rated <- function(x) pmin(5, pmax(1, round(x)))
there <- function(who, day) { out <- exits[match(who, everybody)]; who != "erased-1" & (is.na(out) | out > as.Date(day)) }
answered <- function(who, day, share) there(who, day) & runif(length(who)) < share
rows <- function(person, about, instrument, wave, date, item, level, spread, reverse = grepl("r$", item)) {
  if (length(person) == 0) return(NULL)
  value <- rated(level + rnorm(length(person), 0, spread)); if (reverse) value <- 6 - value
  value[runif(length(person)) < 0.03] <- NA
  data.frame(person, about, instrument, version = 1, wave, date = iso(date), item, answer = ifelse(is.na(value), "", value))
}
form <- function(person, about, instrument, wave, date, items, level, spread = 0.7) do.call(rbind, lapply(items, function(item) rows(person, about, instrument, wave, date, item, level, spread)))
near <- function(day, n) as.Date(day) + sample(0:10, n, TRUE)

integrity <- c("ho1", "ho2", "ho3r", "tr1", "tr2", "tr3r", "et1", "et2", "et3")
together <- c("tu1", "tu2", "tu3r", "li1", "li2", "fb1", "fb2", "su1", "su2", "co1", "sa1")
# How a pair gets on, as each side feels it.
warmth <- rnorm(48, 3.9, 0.45) - 0.6 * (kind == "silent") - 0.25 * (kind == "drifting")
of_mentee <- warmth + rnorm(48, 0.1, 0.3); of_mentor <- warmth + rnorm(48, -0.05, 0.3)
answers <- NULL; asked <- NULL
keep <- function(...) answers <<- rbind(answers, ...)
views <- function(wave, day, share, gain) {
  for (side in c("mentee", "mentor")) {
    person <- if (side == "mentee") mentees else mentor_of; other <- if (side == "mentee") mentor_of else mentees
    willing <- answered(unique(person), day, share); names(willing) <- unique(person)
    who <- which(willing[person] & other != "erased-1")
    level <- (if (side == "mentee") of_mentee else of_mentor)[who] + gain
    date <- near(day, length(who))
    keep(form(person[who], other[who], "core-1", wave, date, c(integrity, together), level))
  }
}
selves <- function(wave, day, share) {
  who <- enrolled[answered(enrolled, day, share)]
  keep(form(who, "", "core-1", wave, near(day, length(who)), integrity, rnorm(length(who), 4.2, 0.3)))
}
ability <- rnorm(48, 3.1, 0.55)
leading <- paste0("le", 1:6)
third_party <- sprintf("T%02d", 1:48)
scores <- NULL
lead <- function(wave, day, share, gain) {
  date <- near(day, 48); level <- ability + gain
  self <- which(answered(mentees, day, share)); keep(form(mentees[self], "", "lead-1", wave, date[self], leading, level[self] + 0.1))
  mentor <- which(answered(mentor_of, day, share - 0.05) & there(mentees, day) & contact > 0); keep(form(mentor_of[mentor], mentees[mentor], "lead-1", wave, date[mentor], leading, level[mentor] - 0.05))
  third <- which(there(mentees, day) & runif(48) < share - 0.15)
  value <- pmin(5, pmax(1, round((level[third] + rnorm(length(third), -0.1, 0.35)) * 6) / 6))
  scores <<- rbind(scores, data.frame(person = third_party[third], about = mentees[third], instrument = "lead-1", version = 1, scale = "leadership", wave, date = iso(date[third]), score = sprintf("%.4f", value), n_items = 6, low = 1, high = 5))
}
load <- rnorm(74, 2.6, 0.6)
strain <- function(wave, day, share, more) {
  who <- c(mentors, colleagues); use <- answered(who, day, share)
  keep(form(who[use], "", "strain-1", wave, near(day, sum(use)), c("st1", "st2", "st3"), (load + more)[use]))
}
selves("before", "2025-01-02", 0.95); lead("before", "2025-01-02", 0.95, 0); strain("before", "2025-01-02", 0.92, 0)
views("during1", "2025-06-10", 0.88, 0)
views("after", "2025-12-08", 0.84, 0.12); selves("after", "2025-12-08", 0.84); lead("after", "2025-12-08", 0.86, 0.3); strain("after", "2025-12-08", 0.84, 0.05)

# After a third of the held meetings a check-in.
held <- meetings[meetings$state == "held", ]
for (side in c("mentee", "mentor")) {
  use <- held[runif(nrow(held)) < 0.34, ]; p <- match(use$pair, pair)
  who <- if (side == "mentee") mentees[p] else mentor_of[p]
  level <- (if (side == "mentee") of_mentee else of_mentor)[p]
  date <- use$day + sample(0:2, nrow(use), TRUE); once <- !duplicated(paste(who, date)); wave <- "during1"
  keep(form(who[once], "", "check-in-1", wave, date[once], c("us", "op"), level[once]))
  keep(data.frame(person = who[once], about = "", instrument = "check-in-1", version = 1, wave, date = iso(date[once]), item = "he", answer = pick(c("no", "yes"), sum(once), replace = TRUE, prob = c(0.93, 0.07))))
}
answers <- answers[order(answers$wave, answers$instrument, answers$person, answers$about, answers$date), ]
save("answers", answers)
save("scores", scores)

# Everybody on file when a wave opened was asked; who left or was erased is still counted as asked.
wave_rows <- do.call(rbind, lapply(c("before", "during1", "after"), function(wave) do.call(rbind, lapply(c("mentee", "mentor"), function(role) {
  who <- if (role == "mentee") mentees else mentors
  given <- answers[answers$wave == wave & answers$instrument != "check-in-1" & answers$answer != "", ]
  data.frame(wave, role, asked = length(who), answered = length(intersect(who, given$person)))
}))))
save("roster", wave_rows)
