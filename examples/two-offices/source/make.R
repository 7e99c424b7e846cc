# Makes people.csv and scores.csv. From the root of the repository: Rscript examples/two-offices/source/make.R
# Everything here is made up. One office got mentoring, the other did not; nobody chose. Each question is asked every half year.
folder <- "examples/two-offices"
set.seed(3)
n1 <- 150; n0 <- 190; n <- n1 + n0
with <- rep(1:0, c(n1, n0)) == 1
person <- sprintf("O%03d", sample(n))
tenure <- round(rexp(n, 1 / 5) + 0.3, 1)
job <- sample(c("sales", "service", "technical"), n, TRUE, c(0.4, 0.35, 0.25))
mentor <- ifelse(with, sprintf("M%02d", rep(1:38, each = 4)[seq_len(n)]), "")
people <- data.frame(person, arm = ifelse(with, "participant", "comparison"), index = "2025-01-15", mentor, job, tenure_years = tenure)
people <- people[order(people$person), ]; order_of <- match(people$person, person)
with <- with[order_of]; job <- job[order_of]; tenure <- tenure[order_of]; mentor <- people$mentor

grid <- function(x) sprintf("%.4f", pmin(5, pmax(1, round(x * 6) / 6)))
level <- 3.0 - 0.15 * with + rnorm(n, 0, 0.55) + 0.1 * (job == "technical")
part <- rnorm(38, 0, 0.1)[match(mentor, sprintf("M%02d", 1:38))]; part[is.na(part)] <- 0
answer <- function(extra) level + extra + rnorm(n, 0, 0.35)
near <- function(day) as.character(as.Date(day) + sample(-6:6, n, TRUE))
rows <- function(wave, date, scale, value, share) {
  keep <- which(runif(n) < share)
  data.frame(person = people$person[keep], wave = wave, date = date[keep], scale = scale, score = grid(value[keep]), low = 1, high = 5)
}
# Belonging: both offices drift alike before the start (-0.03 each half year); afterwards mentoring adds 0.30.
before_day <- near("2025-01-08"); late <- sample(which(with), 7); before_day[late] <- "2025-02-10"
belonging <- rbind(
  rows("before1", near("2024-01-15"), "belonging", answer(0.06), 0.93), rows("before2", near("2024-07-15"), "belonging", answer(0.03), 0.92),
  rows("before", before_day, "belonging", answer(0), 0.95), rows("during1", near("2025-07-15"), "belonging", answer(-0.03 + 0.18 * with + part), 0.91),
  rows("after", near("2026-01-15"), "belonging", answer(-0.06 + 0.30 * with + part), 0.88)
)
# Strain: the office with mentoring was already getting worse, half a point in the year before, because of a reorganisation there.
strain <- rbind(
  rows("before1", near("2024-01-15"), "strain", 2.4 + rnorm(n, 0, 0.6), 0.93),
  rows("before", before_day, "strain", 2.4 + 0.5 * with + rnorm(n, 0, 0.6), 0.95),
  rows("after", near("2026-01-15"), "strain", 2.4 + 0.45 * with + rnorm(n, 0, 0.6), 0.88)
)
write.csv(people, file.path(folder, "people.csv"), row.names = FALSE, quote = FALSE)
write.csv(rbind(belonging, strain), file.path(folder, "scores.csv"), row.names = FALSE, quote = FALSE)
