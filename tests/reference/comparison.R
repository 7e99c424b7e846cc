# Covariate columns, matching, weighting and balance, written a second time in R from their published definitions.
suppressMessages(library(MatchIt))

# Columns of covariates: pooled medians and 0/1 columns for missing numbers, levels with fewer than ten in an arm merged.
covariate_columns <- function(people, treated, names) {
  model <- list(); balance <- list()
  ten <- function(flag) sum(flag & treated == 1) >= 10 && sum(flag & treated == 0) >= 10
  for (name in names) {
    x <- people[[name]]
    if (is.numeric(x)) {
      gap <- is.na(x)
      x[gap] <- median(x, na.rm = TRUE)
      model[[name]] <- balance[[name]] <- x
      if (any(gap) && ten(gap)) model[[paste0(name, ": missing")]] <- balance[[paste0(name, ": missing")]] <- as.numeric(gap)
    } else {
      x[is.na(x) | x == ""] <- "missing"
      levels <- sort(unique(x), method = "radix")
      levels <- c(levels[levels == "missing"], levels[levels != "missing"])
      small <- levels[!vapply(levels, function(l) ten(x == l), TRUE)]
      groups <- as.list(setdiff(levels, small)); names(groups) <- groups
      if (length(small)) groups[["other"]] <- small
      columns <- lapply(groups, function(g) as.numeric(x %in% g))
      names(columns) <- paste0(name, ": ", names(groups))
      balance <- c(balance, columns)
      splits <- vapply(columns, function(v) sum(v) >= 10 && sum(1 - v) >= 10, TRUE)
      model <- c(model, columns[-1][splits[-1]])
    }
  }
  list(model = do.call(cbind, model), balance = do.call(cbind, balance))
}

standardised_difference <- function(x, treated, w) {
  (weighted.mean(x[treated == 1], w[treated == 1]) - weighted.mean(x[treated == 0], w[treated == 0])) / sd(x[treated == 1])
}

# Nearest matching on the linear predictor inside cells; see the methods text for why it is asked of MatchIt as a Mahalanobis distance.
matched_sets <- function(treated, X, cell, key, ratio, caliper) {
  frame <- data.frame(T = treated, X)
  l <- unname(predict(glm(T ~ ., binomial, frame, epsilon = 1e-14, maxit = 100)))
  l <- round(l, 9)
  order <- order(-l, key, method = "radix")
  d <- data.frame(T = treated, l = l, cell = factor(cell))[order, ]
  rownames(d) <- order
  width <- c(l = caliper * sd(l))
  m <- suppressWarnings(matchit(T ~ l, d, method = "nearest", distance = "mahalanobis", m.order = "data", exact = ~cell, ratio = ratio, caliper = width, std.caliper = FALSE))
  pairs <- m$match.matrix
  w <- numeric(length(treated)); set <- rep(NA, length(treated))
  for (i in seq_len(nrow(pairs))) {
    own <- as.integer(pairs[i, ][!is.na(pairs[i, ])])
    if (!length(own)) next
    t <- as.integer(rownames(pairs)[i])
    w[t] <- 1; set[t] <- t
    w[own] <- 1 / length(own); set[own] <- t
  }
  list(weights = w, set = set, l = l, caliper = unname(width))
}

# Entropy balancing by Newton on the convex dual.
entropy_weights <- function(treated, X) {
  X <- scale(X)
  Z <- sweep(X[treated == 0, , drop = FALSE], 2, colMeans(X[treated == 1, , drop = FALSE]))
  lambda <- rep(0, ncol(Z))
  value <- function(l) log(sum(exp(Z %*% l)))
  for (step in 1:200) {
    e <- exp(drop(Z %*% lambda)); p <- e / sum(e)
    gradient <- colSums(Z * p)
    if (max(abs(gradient)) < 1e-13) break
    hessian <- crossprod(Z * sqrt(p)) - tcrossprod(gradient)
    move <- solve(hessian, gradient); size <- 1
    while (value(lambda - size * move) > value(lambda) && size > 1e-10) size <- size / 2
    lambda <- lambda - size * move
  }
  w <- rep(1, length(treated)); w[treated == 0] <- p * sum(treated)
  w
}

# Numbers of the connected groups made by mentors, matched sets and rows of one human.
linked_people <- function(person, mentor, set) {
  group <- seq_along(person)
  repeat {
    before <- group
    for (by in list(person, ifelse(mentor == "", NA, mentor), set)) {
      known <- !is.na(by)
      least <- tapply(group[known], by[known], min)
      group[known] <- unname(least[as.character(by[known])])
    }
    if (identical(before, group)) return(group)
  }
}
