# The variation inside groups from the sums of squares of a one-way analysis (aov), each group's squared mean less its variance.
# Run from the repository root: Rscript stats/trends/pooled-variation.oracle.R
source("tools/oracle.R")
seed <- 20260930
set.seed(seed)
pooled <- function(values, groups) {
  sizes <- table(groups)
  kept <- groups %in% names(sizes)[sizes > 1]
  v <- values[kept]; g <- factor(groups[kept])
  within <- sum(residuals(aov(v ~ g))^2)
  n <- tapply(v, g, length)
  sqrt(within / sum((n - 1) * (tapply(v, g, mean)^2 - tapply(v, g, var) / n)))
}
case <- function(name, values, groups) list(name = name, input = list(values = I(values), groups = I(groups)), expected = pooled(values, groups))
gaps <- function(count, variation) { groups <- sort(sample.int(count, 4 * count, TRUE)); list(values = rgamma(4 * count, 1 / variation^2, scale = variation^2 * c(7, 14, 30)[groups %% 3 + 1]), groups = groups) }
steady <- gaps(12, 0.3); wild <- gaps(9, 1)
write_oracle("stats/trends/pooled-variation.oracle.json", "R 4.2.2; stats", seed, list(
  case("two groups of unlike pace", c(13, 15, 14, 28, 32), c(1, 1, 1, 2, 2)),
  case("a group of one is left out", c(13, 15, 99, 6, 9), c(1, 1, 2, 3, 3)),
  case("steady gaps of twelve", steady$values, steady$groups),
  case("wild gaps of nine", wild$values, wild$groups)))
