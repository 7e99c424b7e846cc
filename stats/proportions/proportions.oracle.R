# Wilson's range, Newcombe's difference, and the exact two-sided binomial chance.
# Run from the repository root: Rscript stats/proportions/proportions.oracle.R
source("tools/oracle.R")
wilson <- function(events, people, level = 0.95) as.numeric(suppressWarnings(prop.test(events, people, conf.level = level, correct = FALSE))$conf.int)

shares <- rbind(c(0, 1), c(1, 1), c(0, 20), c(20, 20), c(1, 20), c(19, 20), c(81, 91), c(17, 160), c(139, 148), c(31, 148), c(1, 100000), c(50, 100))
ranges <- apply(shares, 1, function(s) lapply(c(0.5, 0.95, 0.999), function(level)
  list(name = sprintf("wilson %d of %d at %g", s[1], s[2], level), input = list(method = "wilson", events = s[1], people = s[2], quantile = qnorm((1 + level) / 2)),
       expected = I(wilson(s[1], s[2], level)))))

pairs <- rbind(c(31, 148, 44, 296), c(68, 81, 61, 79), c(0, 20, 0, 40), c(0, 20, 5, 40), c(20, 20, 40, 40), c(20, 20, 0, 40), c(1, 3, 700, 1000), c(56, 70, 48, 80), c(10, 10, 0, 20))
differences <- apply(pairs, 1, function(x) lapply(c(0.8, 0.95), function(level) {
  p <- x[1] / x[2]; q <- x[3] / x[4]; a <- wilson(x[1], x[2], level); b <- wilson(x[3], x[4], level)
  list(name = sprintf("newcombe %d of %d against %d of %d at %g", x[1], x[2], x[3], x[4], level),
       input = list(method = "newcombe", firstEvents = x[1], firstPeople = x[2], secondEvents = x[3], secondPeople = x[4], level = level),
       expected = I(c(p - q, max(-1, p - q - sqrt((p - a[1])^2 + (b[2] - q)^2)), min(1, p - q + sqrt((a[2] - p)^2 + (q - b[1])^2)))))
}))

draws <- rbind(c(0, 1, 0.5), c(1, 1, 0.5), c(0, 10, 0.3), c(3, 10, 0.3), c(7, 10, 0.3), c(10, 10, 0.3), c(5, 10, 0.5), c(2, 10, 0.5), c(682, 925, 0.75), c(0, 40, 0.01),
  c(1, 40, 0.01), c(480, 1000, 0.5), c(52000, 1000000, 0.052), c(530, 1000, 0.5), c(30, 200, 0.2), c(3, 7, 1 / 3), c(0, 5, 0), c(2, 5, 0), c(5, 5, 1), c(4, 5, 1), c(12, 31, 0.9))
chances <- apply(draws, 1, function(d) list(name = sprintf("binomial %d of %d at %.6g", d[1], d[2], d[3]),
  input = list(method = "binomial", count = d[1], people = d[2], probability = d[3]), expected = as.numeric(binom.test(d[1], d[2], d[3])$p.value)))

write_oracle("stats/proportions/proportions.oracle.json", "R 4.2.2; stats", 1, c(do.call(c, ranges), do.call(c, differences), chances))
