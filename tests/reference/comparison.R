# Covariate columns, matching, weighting and balance, written a second time in R from their published definitions.
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

# Nearest matching on the linear predictor inside cells, searched plainly: participants from the highest l down (ties: smaller key), each takes
# the nearest free comparison person within the caliper (ties: smaller key), one per pass; who finds nobody in a pass is not tried again.
# l is rounded to 1e-9 and held as whole numbers, so that ties are exact. MatchIt, asked for a Mahalanobis distance on l, finds the same number
# of matches but breaks ties by row.
matched_sets <- function(treated, X, cell, key, ratio, caliper, ties = "first") {
  frame <- data.frame(T = treated, X)
  score <- unname(predict(glm(T ~ ., binomial, frame, epsilon = 1e-14, maxit = 100)))
  l <- round(score * 1e9)
  width <- caliper * sd(score)
  cell <- paste0("c", cell)
  place <- match(seq_along(key), order(key, method = "radix"))
  if (ties == "last") place <- -place
  by_key <- order(place)
  participants <- which(treated == 1)
  participants <- participants[order(-l[participants], place[participants])]
  pools <- lapply(split(by_key, cell[by_key]), function(rows) rows[treated[rows] == 0])
  free <- rep(TRUE, length(treated)); tried <- rep(TRUE, length(treated))
  set <- rep(NA_integer_, length(treated))
  for (pass in seq_len(ratio)) for (t in participants[tried[participants]]) {
    rows <- pools[[cell[t]]]; rows <- rows[free[rows]]
    gap <- abs(l[rows] - l[t])
    best <- if (length(rows)) which.min(gap) else 0
    if (best == 0 || gap[best] / 1e9 > width) { tried[t] <- FALSE; next }
    free[rows[best]] <- FALSE; set[rows[best]] <- t; set[t] <- t
  }
  w <- numeric(length(treated))
  for (t in participants[!is.na(set[participants])]) {
    own <- setdiff(which(set == t), t)
    w[t] <- 1; w[own] <- 1 / length(own)
  }
  list(weights = w, set = set, l = l / 1e9, caliper = width)
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
