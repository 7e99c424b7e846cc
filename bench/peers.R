# The other side of the benchmark: Rscript bench/peers.R <folder> <step>
# Prints the median seconds of five runs (of one when the first takes more than five seconds) and a figure to compare.
arguments <- commandArgs(TRUE); folder <- arguments[1]; step <- arguments[2]
doubles <- function(name) { file <- file.path(folder, paste0(name, ".f64")); readBin(file, "double", file.size(file) / 8, endian = "little") }
integers <- function(name) { file <- file.path(folder, paste0(name, ".i32")); readBin(file, "integer", file.size(file) / 4, endian = "little") }
columns <- function(prefix) sapply(0:9, function(i) doubles(paste0(prefix, "column-", i)))
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
    function() sum(apply(X, 2, function(x) (mean(x[t]) - weighted.mean(x[!t], w[!t])) / sd(x[t]))) })

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
