# The other side of the benchmark: Rscript bench/peers.R <folder> <step>
# Prints the median seconds of five runs (of one when the first takes more than five seconds) and a figure to compare.
arguments <- commandArgs(TRUE); folder <- arguments[1]; step <- arguments[2]
doubles <- function(name) { file <- file.path(folder, paste0(name, ".f64")); readBin(file, "double", file.size(file) / 8, endian = "little") }
integers <- function(name) { file <- file.path(folder, paste0(name, ".i32")); readBin(file, "integer", file.size(file) / 4, endian = "little") }
columns <- function(prefix) sapply(0:9, function(i) doubles(paste0(prefix, "column-", i)))
items <- function() sapply(0:4, function(i) doubles(paste0("item-", i)))
# Kappa and AC1 of nine counts by rows.
coefficients <- function(counts) { p <- matrix(counts, 3, byrow = TRUE) / sum(counts); a <- sum(diag(p)); e <- sum(rowSums(p) * colSums(p)); m <- (rowSums(p) + colSums(p)) / 2; g <- sum(m * (1 - m)) / 2
  c((a - e) / (1 - e), (a - g) / (1 - g)) }
need <- function(...) for (p in c(...)) suppressPackageStartupMessages(library(p, character.only = TRUE))

steps <- list(
  logistic = function() { data <- data.frame(treated = integers("treated"), columns(""))
    function() coef(glm(treated ~ ., binomial, data))[[2]] },
  matching = function() { need("MatchIt")
    data <- data.frame(row = seq_along(doubles("score")) - 1, treated = integers("treated"), l = doubles("score"), cell = integers("cell"))
    data <- data[order(-data$l), ]; rownames(data) <- data$row; caliper <- doubles("caliper")
    function() { fit <- suppressWarnings(matchit(treated ~ l, data, distance = "mahalanobis", m.order = "data", exact = ~ cell, ratio = 2,
                   caliper = c(l = caliper), std.caliper = FALSE))
      found <- as.numeric(fit$match.matrix); sum(found, na.rm = TRUE) - sum(is.na(found)) } },
  clustered = function() { need("clubSandwich")
    data <- data.frame(y = doubles("matched-outcome"), treated = integers("matched-treated"), columns("matched-")); w <- doubles("matched-weights"); g <- integers("matched-clusters")
    data$w <- w
    function() { fit <- lm(y ~ . - w, data, weights = w)
      test <- coef_test(fit, vcov = "CR2", cluster = g, test = "Satterthwaite", coefs = "treated"); test$SE * test[[grep("^df", names(test))]] } },
  balancing = function() { X <- columns(""); treated <- integers("treated")
    function() { Z <- cbind(1, sweep(X, 2, colMeans(X[treated == 1, ]))); C <- Z[treated == 0, ]; n <- sum(treated); target <- c(n, rep(0, 10))
      l <- c(log(n / nrow(C)), rep(0, 10)); dual <- function(l) sum(exp(C %*% l)) - sum(l * target)
      for (i in 1:100) { w <- exp(drop(C %*% l)); g <- crossprod(C, w) - target; if (max(abs(g)) / n < 1e-12) break
        s <- drop(solve(crossprod(C, w * C), g)); size <- 1; now <- sum(w) - sum(l * target)
        while (size > 1e-9 && !(dual(l - size * s) <= now + 1e-10 * abs(now))) size <- size / 2
        l <- l - size * s }
      n + sum(w^2) } },
  survfit = function() { need("survival")
    people <- data.frame(time = integers("time"), event = factor(integers("event"), 0:2), treated = integers("treated")); people$id <- seq_len(nrow(people))
    function() { fit <- survfit(Surv(time, event) ~ treated, people, id = id); at <- summary(fit, times = 730, extend = TRUE); at$pstate[2, match("1", fit$states)] } },
  cuminc = function() { need("cmprsk"); time <- integers("time"); event <- integers("event"); treated <- integers("treated")
    function() timepoints(cuminc(time, event, treated), 730)$est["1 1", 1] },
  bootstrap = function() { y <- doubles("matched-outcome"); treated <- integers("matched-treated") == 1; w <- doubles("matched-weights"); n <- length(y); t <- as.numeric(treated)
    wt <- w * t; wc <- w * (1 - t); wty <- wt * y; wcy <- wc * y
    function() mean(vapply(1:2000, function(b) { set.seed(20260930 + b); i <- sample.int(n, n, TRUE)
      sum(wty[i]) / sum(wt[i]) - sum(wcy[i]) / sum(wc[i]) }, 0)) },
  balance = function() { X <- columns(""); t <- integers("treated") == 1; w <- rep(1, length(t))
    function() sum(apply(X, 2, function(x) (mean(x[t]) - weighted.mean(x[!t], w[!t])) / sd(x[t]))) },
  agreement = function() { a <- integers("first"); b <- integers("second")
    function() sum(coefficients(tabulate(3L * a + b + 1L, 9))) },
  `agreement-range` = function() { cells <- 3L * integers("first") + integers("second") + 1L; pairs <- integers("pairs") + 1L; n <- max(pairs)
    function() { k <- sort(vapply(1:1999, function(b) { set.seed(20260930 + b); times <- tabulate(sample.int(n, n, TRUE), n)
      coefficients(vapply(split(times[pairs], cells), sum, 0))[[1]] }, 0)); k[50] + k[1950] } },
  intraclass = function() { x <- doubles("before"); y <- doubles("after"); n <- length(x)
    function() { B <- var(x + y) / 2; d <- x - y; E <- var(d) / 2; J <- n * mean(d)^2 / 2; W <- (J + (n - 1) * E) / n
      l <- B / E / qf(0.975, n - 1, n - 1); r <- (B - E) / (B + E + 2 * (J - E) / n); F <- J / E
      v <- (n - 1) * (2 * r * F + n * (1 + r) - 2 * r)^2 / ((n - 1) * 4 * r^2 * F^2 + (n * (1 + r) - 2 * r)^2); qf(0.975, n - 1, v); qf(0.975, v, n - 1); qf(0.975, n - 1, n)
      (B - W) / (B + W) + r + (l - 1) / (l + 1) } },
  `intraclass-psych` = function() { need("psych"); x <- cbind(doubles("before"), doubles("after"))
    function() { r <- suppressWarnings(suppressMessages(ICC(x)))$results; r$ICC[1] + r$ICC[2] + r[3, "lower bound"] } },
  alpha = function() { x <- items(); function() { v <- cov(x); ncol(x) / (ncol(x) - 1) * (1 - sum(diag(v)) / sum(v)) } },
  `alpha-psych` = function() { need("psych"); x <- as.data.frame(items()); function() psych::alpha(x, check.keys = FALSE)$total$raw_alpha },
  omega = function() { need("psych"); x <- items(); function() { l <- as.numeric(fa(x, 1, fm = "minres")$loadings); sum(l)^2 / (sum(l)^2 + sum(1 - l^2)) } },
  wilson = function() { yes <- integers("yes"); group <- integers("groups") + 1L; G <- max(group); q <- qnorm(0.975)
    function() { n <- tabulate(group, G); p <- tabulate(group[yes == 1L], G) / n; s <- q^2 / n; sum(2 * sqrt(p * (1 - p) * s + s^2 / 4) / (1 + s)) } },
  poisson = function() { events <- integers("events"); years <- doubles("years"); group <- integers("groups")
    function() { k <- rowsum(events, group); t <- rowsum(years, group); sum((qgamma(0.975, k + 1) - qgamma(0.025, k)) / t) } },
  `poisson-test` = function() { events <- integers("events"); years <- doubles("years"); group <- integers("groups")
    function() { k <- rowsum(events, group); t <- rowsum(years, group); sum(mapply(function(k, t) diff(poisson.test(k, t)$conf.int), k, t)) } },
  ratio = function() { k <- doubles("kept"); d <- doubles("due")
    function() { G <- length(d); R <- sum(k) / sum(d); se <- sqrt(G / (G - 1) * sum((k - R * d)^2)) / sum(d); n <- R * (1 - R) / se^2; q <- qt(0.975, G - 1); s <- q^2 / n
      R + 2 * sqrt(R * (1 - R) * s + s^2 / 4) / (1 + s) } },
  paired = function() { before <- doubles("before"); after <- doubles("after"); function() sum(t.test(after, before, paired = TRUE)$conf.int) })

run <- steps[[step]]()
seconds <- numeric()
repeat {
  gc(FALSE)
  seconds <- c(seconds, system.time(figure <- run(), gcFirst = FALSE)[["elapsed"]])
  if (length(seconds) >= 5 || seconds[1] > 5) break
}
# The clock of R has milliseconds: short steps are repeated inside one measurement.
if (median(seconds) < 0.1) {
  times <- ceiling(0.5 / max(median(seconds), 0.001))
  seconds <- vapply(1:5, function(i) system.time(for (k in seq_len(times)) run(), gcFirst = FALSE)[["elapsed"]] / times, 0)
}
cat(sprintf("%.6f %.17g\n", median(seconds), figure))
