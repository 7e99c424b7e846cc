# The chance of a gamma gap beyond so many means (pgamma), and a simulated year: long gaps that begin in it, for 20 000 who keep their mean.
# Run from the repository root: Rscript stats/trends/gap-flags.oracle.R
source("tools/oracle.R")
seed <- 20260930
set.seed(seed)
cases <- expand.grid(times = c(1, 2, 3), variation = c(0.1, 0.3, 0.5, 0.8, 1, 1.4))
chances <- lapply(seq_len(nrow(cases)), function(i) { t <- cases$times[i]; v <- cases$variation[i]
  list(name = sprintf("gap over %g means, variation %g", t, v), input = list(times = t, variation = v), expected = pgamma(t, shape = 1 / v^2, scale = v^2, lower.tail = FALSE)) })
year <- function(rhythm, variation, times, n = 20000) {
  # Five years first, so that the year is any year and not the one that begins with a meeting.
  counts <- replicate(n, { ends <- cumsum(rgamma(ceiling(6 * 365.25 / rhythm * 1.5) + 60, 1 / variation^2, scale = variation^2 * rhythm)); begins <- c(0, ends[-length(ends)])
    sum(begins >= 5 * 365.25 & begins < 6 * 365.25 & ends - begins > times * rhythm) })
  list(name = sprintf("a simulated year, rhythm %g days, variation %g, over %g", rhythm, variation, times), input = list(times = times, variation = variation, due = 365.25 / rhythm), expected = list(mean = mean(counts), error = sd(counts) / sqrt(n)))
}
write_oracle("stats/trends/gap-flags.oracle.json", "R 4.2.2; stats", seed, c(chances, list(year(14, 0.5, 3), year(14, 0.8, 3), year(30, 1, 3), year(30, 0.5, 2))))
