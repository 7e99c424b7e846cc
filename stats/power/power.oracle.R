# Chances, detectable differences and numbers of people by qnorm and uniroot; the chances also by simulating whole comparisons:
# scores by analysis of covariance on people in clusters, with errors from sums over clusters; shares by Newcombe's range.
# Run from the repository root: Rscript stats/power/power.oracle.R
source("tools/oracle.R")
seed <- 20260930
deff <- function(size, cv, icc) 1 + (size * (1 + cv^2) - 1) * icc
se <- function(o, g, d) if (o$kind == "score") sqrt(o$spread^2 * (1 - o$correlation^2) * (g$designEffect / g$treated + 1 / g$comparison)) else
  sqrt((o$comparisonShare + d) * (1 - o$comparisonShare - d) * g$designEffect / g$treated + o$comparisonShare * (1 - o$comparisonShare) / g$comparison)
score <- function(spread, correlation) list(kind = "score", spread = spread, correlation = correlation)
share <- function(p) list(kind = "share", comparisonShare = p)
groups <- function(t, c, e = 1) list(treated = t, comparison = c, designEffect = e)
chance <- function(name, o, g, d, m, level = 0.95) { q <- qnorm((1 + level) / 2); s <- se(o, g, d)
  list(name = paste("chance:", name), input = list(method = "chance", outcome = o, groups = g, difference = d, matters = m, level = level), expected = list(some = pnorm(abs(d) / s - q), clear = pnorm((abs(d) - m) / s - q))) }
detectable <- function(name, o, g, direction = "higher", chance = 0.8, level = 0.95) { z <- qnorm((1 + level) / 2) + qnorm(chance); sign <- if (direction == "higher") 1 else -1
  top <- if (o$kind == "score") 100 * o$spread else if (direction == "higher") 1 - o$comparisonShare else o$comparisonShare
  f <- function(d) d - z * se(o, g, sign * d)
  list(name = paste("detectable:", name), input = list(method = "detectable", outcome = o, groups = g, direction = direction, chance = chance, level = level), expected = if (f(top) < 0) NULL else uniroot(f, c(1e-6, top), tol = 1e-15)$root) }
needed <- function(name, o, e, ratio, d, chance = 0.8, level = 0.95) { n <- 1; ok <- function(n) pnorm(abs(d) / se(o, groups(n, n * ratio, e), d) - qnorm((1 + level) / 2)) >= chance
  while (!ok(n)) n <- n * 2; lo <- n %/% 2; while (n - lo > 1) { mid <- (n + lo) %/% 2; if (ok(mid)) n <- mid else lo <- mid }
  list(name = paste("needed:", name), input = list(method = "needed", outcome = o, designEffect = e, ratio = ratio, difference = d, chance = chance, level = level), expected = list(treated = n, comparison = ceiling(n * ratio))) }

wilson <- function(k, n) { p <- k / n; s <- qnorm(0.975)^2 / n; r <- sqrt(p * (1 - p) * s + s^2 / 4); cbind((p + s / 2 - r) / (1 + s), (p + s / 2 + r) / (1 + s)) }
see_share <- function(p0, d, nt, nc, B) { t <- rbinom(B, nt, p0 + d); c <- rbinom(B, nc, p0); wt <- wilson(t, nt); wc <- wilson(c, nc); p <- t / nt; q <- c / nc
  mean(p - q - sqrt((p - wt[, 1])^2 + (wc[, 2] - q)^2) > 0) }
see_score <- function(spread, r, d, nt, nc, size, icc, B, m = 0) mean(replicate(B, {
  cluster <- c(rep(seq_len(nt / size), each = size), nt + seq_len(nc)); t <- rep(1:0, c(nt, nc)); before <- rnorm(nt + nc, 0, spread)
  left <- spread * sqrt(1 - r^2); shared <- rnorm(nt / size)[cluster[seq_len(nt)]]
  y <- r * before + d * t + left * c(sqrt(icc) * shared + sqrt(1 - icc) * rnorm(nt), rnorm(nc))
  x <- cbind(1, t, before); bread <- solve(crossprod(x)); b <- bread %*% crossprod(x, y); u <- rowsum(x * as.numeric(y - x %*% b), cluster)
  G <- nrow(u); b[2] - m - qnorm(0.975) * sqrt((bread %*% crossprod(u) %*% bread)[2, 2] * G / (G - 1)) > 0 }))
simulated <- function(name, o, g, d, m, some, clear, B) list(name = name, input = list(method = "simulated", outcome = o, groups = g, difference = d, matters = m, level = 0.95), expected = list(runs = B, some = some, clear = clear))
set.seed(seed)
B <- 2000
sims <- list(
  simulated("2 000 comparisons of scores", score(0.75, 0.6), groups(136, 256), 0.2, 0.1, see_score(0.75, 0.6, 0.2, 136, 256, 1, 0, B), see_score(0.75, 0.6, 0.2, 136, 256, 1, 0, B, 0.1), B),
  simulated("2 000 comparisons of scores in clusters of 4", score(0.6, 0.5), groups(240, 480, deff(4, 0, 0.1)), 0.12, 0.05, see_score(0.6, 0.5, 0.12, 240, 480, 4, 0.1, B), see_score(0.6, 0.5, 0.12, 240, 480, 4, 0.1, B, 0.05), B),
  simulated("20 000 comparisons of shares", share(0.15), groups(160, 320), 0.05, 0.05, see_share(0.15, 0.05, 160, 320, 20000), NULL, 20000),
  simulated("20 000 comparisons of shares, a large difference", share(0.15), groups(160, 320), 0.112, 0.05, see_share(0.15, 0.112, 160, 320, 20000), NULL, 20000),
  simulated("20 000 comparisons of shares, many people", share(0.15), groups(703, 1406), 0.05, 0.05, see_share(0.15, 0.05, 703, 1406, 20000), NULL, 20000))
write_oracle("stats/power/power.oracle.json", "R 4.2.2; stats", seed, c(list(
  chance("skill", score(0.75, 0.6), groups(136, 256), 0.2, 0.2), chance("promotion", share(0.15), groups(160, 320), 0.05, 0.05), chance("clusters", score(0.6, 0.5), groups(60, 120, deff(3, 0.4, 0.1)), 0.3, 0.2),
  chance("a share that falls", share(0.1), groups(200, 200), -0.04, 0.03), chance("no difference", score(1, 0), groups(30, 30), 0, 0.2), chance("at 99 in 100", share(0.5), groups(80, 40), 0.2, 0.1, 0.99),
  detectable("skill", score(0.75, 0.6), groups(136, 256)), detectable("promotion", share(0.15), groups(160, 320)), detectable("a share that falls", share(0.15), groups(160, 320), "lower"),
  detectable("a share that cannot fall so far", share(0.05), groups(20, 20), "lower"), detectable("a share that cannot rise so far", share(0.9), groups(20, 20)), detectable("from none", share(0), groups(50, 50)),
  detectable("clusters, 90 in 100", share(0.4), groups(90, 300, deff(5, 0.6, 0.05)), "higher", 0.9), detectable("score at 99 in 100", score(12, 0.3), groups(40, 40, 1.3), "lower", 0.5, 0.99),
  needed("promotion", share(0.15), 1, 2, 0.05), needed("skill", score(0.75, 0.6), 1, 2, 0.2), needed("clusters", score(0.6, 0.5), deff(3, 0, 0.1), 1.5, 0.15, 0.9), needed("a rare thing", share(0.01), 1, 1, 0.005), needed("a large difference", share(0.1), 1, 1, 0.8), needed("fall", share(0.3), 1, 3, -0.1)), sims))
