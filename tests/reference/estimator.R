# The one estimator, the ranges of shares and the verdict rule, written a second time in R from their published definitions, with
# clubSandwich doing the variance. Used only to make expected values; running the tests never needs R.
suppressMessages(library(clubSandwich))

# clubSandwich takes time with the square of the clusters; larger samples go through the same definition written out, whose time grows with people.
CLUB_SANDWICH_UP_TO <- 2000

# Weighted least squares of y on participation t (0/1) and the columns of X; CR2 by cluster, Satterthwaite degrees of freedom.
# Columns are centred at the participants' weighted mean, so that the arms' figures are those of the participants' make-up.
estimate_effect <- function(y, t, X = NULL, w = rep(1, length(y)), cluster = seq_along(y)) {
  keep <- !is.na(y) & w > 0
  y <- y[keep]; t <- t[keep]; w <- w[keep]; cluster <- match(cluster[keep], unique(cluster[keep]))
  names <- character(0)
  if (!is.null(X) && NCOL(X) > 0) {
    X <- as.matrix(X)[keep, , drop = FALSE]
    centre <- colSums(X[t == 1, , drop = FALSE] * w[t == 1]) / sum(w[t == 1])
    X <- sweep(X, 2, centre)
    X <- X[, apply(X, 2, function(x) length(unique(x)) > 1), drop = FALSE]
  } else X <- NULL
  by <- if (length(y) > CLUB_SANDWICH_UP_TO) by_definition else by_club_sandwich
  tested <- by(y, t, X, w, cluster)
  effect <- tested$effect
  kish <- function(v) sum(v)^2 / sum(v^2)
  list(
    estimate = effect$estimate, se = effect$se, df = effect$df,
    range95 = effect$estimate + c(-1, 1) * qt(0.975, effect$df) * effect$se,
    participants = tested$participants, comparison = tested$comparison,
    n = c(sum(t == 1), sum(t == 0)), nStar = c(kish(w[t == 1]), kish(w[t == 0]))
  )
}

by_club_sandwich <- function(y, t, X, w, cluster) {
  frame <- data.frame(y = y, t = t, c = 1 - t)
  names <- paste0("x", seq_len(NCOL(X)))[seq_len(if (is.null(X)) 0 else NCOL(X))]
  if (length(names)) frame[names] <- X
  frame$w <- w
  tested <- function(terms, coefficient) {
    fit <- lm(reformulate(terms, "y", intercept = "t" %in% terms && !"c" %in% terms), data = frame, weights = w)
    test <- coef_test(fit, vcov = "CR2", cluster = cluster, test = "Satterthwaite", coefs = coefficient)
    df <- if ("df_Satt" %in% names(test)) test$df_Satt else test$df
    list(estimate = unname(coef(fit)[coefficient]), se = test$SE, df = df)
  }
  list(effect = tested(c("t", names), "t"), participants = tested(c("t", "c", names), "t"), comparison = tested(c("t", "c", names), "c"))
}

# The same, linear in people: A from each cluster's own block, P = D - L R' of low rank (Pustejovsky & Tipton 2018, section 3.2).
by_definition <- function(y, t, X, w, cluster) {
  Z <- cbind(1, t, X)
  decomposed <- qr(sqrt(w) * Z)
  Z <- Z[, sort(decomposed$pivot[seq_len(decomposed$rank)]), drop = FALSE]
  p <- ncol(Z); M <- solve(crossprod(Z * sqrt(w))); S <- crossprod(Z * w)
  b <- drop(M %*% crossprod(Z, w * y)); e <- drop(y - Z %*% b)
  groups <- split(seq_along(y), cluster)
  tested <- function(contrast) {
    row <- drop(Z %*% M %*% contrast) * w
    v <- row
    alone <- unlist(groups[lengths(groups) == 1])
    z <- Z[alone, , drop = FALSE]; zM <- z %*% M
    v[alone] <- row[alone] / sqrt(1 - 2 * w[alone] * rowSums(zM * z) + rowSums((zM %*% S) * zM))
    for (g in groups[lengths(groups) > 1]) {
      z <- Z[g, , drop = FALSE]
      H <- z %*% M %*% t(z * w[g])
      B <- diag(length(g)) - H - t(H) + z %*% M %*% S %*% M %*% t(z)
      turned <- eigen((B + t(B)) / 2, symmetric = TRUE)
      root <- ifelse(turned$values > 1e-10, 1 / sqrt(pmax(turned$values, 1e-300)), 0)
      v[g] <- turned$vectors %*% (root * crossprod(turned$vectors, row[g]))
    }
    D <- drop(rowsum(v^2, cluster)); U <- rowsum(Z * v, cluster); W <- rowsum(Z * w * v, cluster)
    L <- cbind(U %*% M, W %*% M, -U %*% M %*% S %*% M); R <- cbind(W, U, U)
    low <- crossprod(R, L); diagonal <- rowSums(L * R)
    trace <- sum(D) - sum(diagonal)
    squared <- sum(D^2) - 2 * sum(D * diagonal) + sum(low * t(low))
    list(estimate = sum(contrast * b), se = sqrt(sum(rowsum(v * e, cluster)^2)), df = trace^2 / squared)
  }
  rest <- rep(0, p - 2)
  list(effect = tested(c(0, 1, rest)), participants = tested(c(1, 1, rest)), comparison = tested(c(1, 0, rest)))
}

# Symmetric range at a level.
mean_range <- function(fit, level) fit$estimate + c(-1, 1) * qt(1 - (1 - level) / 2, fit$df) * fit$se

# Wilson's range at an effective size (Korn & Graubard 1998).
wilson_range <- function(p, se, q, kish) {
  n <- if (p <= 0 || p >= 1 || se == 0) kish else p * (1 - p) / se^2
  middle <- p + q^2 / (2 * n)
  half <- q * sqrt(p * (1 - p) / n + q^2 / (4 * n^2))
  c(middle - half, middle + half) / (1 + q^2 / n)
}

# Difference of two shares by recovered variances with their correlation (Zou & Donner 2008).
share_range <- function(fit, level) {
  q <- qt(1 - (1 - level) / 2, fit$df)
  p1 <- fit$participants$estimate; p0 <- fit$comparison$estimate
  if (min(p1, p0) < 0 || max(p1, p0) > 1) return(mean_range(fit, level))
  s1 <- fit$participants$se; s0 <- fit$comparison$se
  r1 <- wilson_range(p1, s1, q, fit$nStar[1]); r0 <- wilson_range(p0, s0, q, fit$nStar[2])
  rho <- if (s1 == 0 || s0 == 0) 0 else max(-1, min(1, (s1^2 + s0^2 - fit$se^2) / (2 * s1 * s0)))
  reach <- function(a, c) sqrt(max(0, a^2 + c^2 - 2 * rho * a * c))
  d <- p1 - p0
  c(d - reach(p1 - r1[1], r0[2] - p0), d + reach(r1[2] - p1, p0 - r0[1]))
}

# The verdict rule from rule 4 on: better higher (flip the signs before if lower is better).
verdict_of <- function(range, family = range, m, nStar, k = 1, events = NULL, nonEvents = NULL, df = Inf) {
  lo <- range[1]; hi <- range[2]; loF <- family[1]
  above <- function(x, y) x - y > 1e-12 * m
  said <- function(word, qualifier = NULL) list(verdict = word, qualifier = qualifier)
  if (min(nStar) < 20 || df < 4 || (!is.null(events) && (events < 10 || nonEvents < 10))) return(said("too-little-data"))
  if (!above(m, lo) && !above(m, loF)) return(said("benefit", "clear"))
  if (above(lo, 0) && above(loF, 0) && !above(m, hi)) return(said("benefit", "size-uncertain"))
  if (!above(hi, -m)) return(said("harm", "clear"))
  if (above(0, hi) && !above(lo, -m)) return(said("harm", "size-uncertain"))
  if (above(lo, -m) && above(m, hi)) {
    return(said("no-meaningful-difference", if (above(lo, 0)) "slightly-higher" else if (above(0, hi)) "slightly-lower"))
  }
  if (above(lo, 0)) return(said("inconclusive", "one-of-k"))
  if (above(hi - lo, 6 * m)) return(said("too-little-data"))
  said("inconclusive")
}
