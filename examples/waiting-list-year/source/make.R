# Makes people.csv, scores.csv and events.csv. From the root of the repository: Rscript examples/waiting-list-year/source/make.R
# Everything here is made up; the effect is put in below. The draw follows the method of `plumbline draw-lottery`: people sorted by
# key within each site, sites in code-unit order, the first places of sample.int(n) after set.seed(seed).
folder <- "examples/waiting-list-year"
draw_seed <- 20240201
set.seed(7)
n <- 240
people <- data.frame(
  person = sprintf("W%03d", seq_len(n)), stratum = ifelse(seq_len(n) <= 140, "north", "south"),
  site_effect = 0, hired = as.character(as.Date("2024-02-01") - sample(200:3000, n, TRUE))
)
people$tenure_years <- round(as.numeric(as.Date("2024-02-01") - as.Date(people$hired)) / 365.25, 1)

# The draw: half of each site, in the order of the permutation.
set.seed(draw_seed)
people$first <- 0L
for (site in sort(unique(people$stratum), method = "radix")) {
  rows <- which(people$stratum == site); rows <- rows[order(people$person[rows], method = "radix")]
  people$first[rows[sample.int(length(rows))[seq_len(length(rows) / 2)]]] <- 1L
}

set.seed(11)
drawn <- people$first == 1
people$mentor <- ""
people$mentor[drawn] <- sprintf("M%02d", rep(1:40, each = 3)[seq_len(sum(drawn))])[sample(sum(drawn))]
# Eight who were drawn never started; three who were not found a mentor elsewhere.
people$took_part <- ifelse(drawn, "yes", "no")
people$took_part[sample(which(drawn), 8)] <- "no"
people$took_part[sample(which(!drawn), 3)] <- "yes"

confidence <- rnorm(n, 3.1, 0.6)
mentor_part <- rnorm(40, 0, 0.12)[match(people$mentor, sprintf("M%02d", 1:40))]; mentor_part[is.na(mentor_part)] <- 0
took <- people$took_part == "yes"
grid <- function(x) pmin(5, pmax(1, round(x * 6) / 6))
at <- function(gain, spread) grid(3.1 + 0.6 * (confidence - 3.1) / 0.6 * 0.75 + gain + rnorm(n, 0, spread))
wave <- function(name, date, value, answered) {
  rows <- which(answered)
  data.frame(person = people$person[rows], wave = name, date = date[rows], scale = "confidence", score = sprintf("%.4f", value[rows]), low = 1, high = 5)
}
near <- function(day, spread = 5) as.character(as.Date(day) + sample(-spread:spread, n, TRUE))
before <- grid(confidence + rnorm(n, 0, 0.25))
half_year <- at(0.05 + 0.20 * took + mentor_part * took, 0.4)
year <- at(0.10 + 0.40 * took + mentor_part * took, 0.4)
# After eighteen months those who waited have had six months of their own.
later <- at(0.10 + 0.35 * drawn + 0.22 * !drawn, 0.4)
scores <- rbind(
  wave("before", near("2024-01-22"), before, runif(n) < 0.98),
  wave("during1", near("2024-08-01"), half_year, runif(n) < 0.90),
  wave("after", near("2025-01-22"), year, runif(n) < 0.88),
  wave("followup6", near("2025-08-01"), later, runif(n) < 0.84)
)

exit_day <- as.Date("2024-02-01") + ceiling(rexp(n, 0.16 / 365))
leaves <- exit_day <= as.Date("2025-12-31")
scores <- scores[as.Date(scores$date) < exit_day[match(scores$person, people$person)], ]
events <- data.frame(person = people$person[leaves], date = as.character(exit_day[leaves]), kind = "exit", value = "")

first_rows <- data.frame(person = people$person, cohort = "2024", arm = ifelse(drawn, "participant", "comparison"), index = "2024-02-01",
  stratum = people$stratum, probability = 0.5, took_part = people$took_part, mentor = people$mentor, hired = people$hired, tenure_years = people$tenure_years)
# Who waited starts a year later, if still there; new mentors, since nothing is compared any more.
still <- which(!drawn & exit_day > as.Date("2025-02-03"))
later_rows <- data.frame(person = people$person[still], cohort = "2025", arm = "participant", index = "2025-02-03", stratum = people$stratum[still],
  probability = "", took_part = "", mentor = "", hired = people$hired[still], tenure_years = people$tenure_years[still])
write.csv(rbind(first_rows, later_rows), file.path(folder, "people.csv"), row.names = FALSE, quote = FALSE)
write.csv(scores, file.path(folder, "scores.csv"), row.names = FALSE, quote = FALSE)
write.csv(events, file.path(folder, "events.csv"), row.names = FALSE, quote = FALSE)
