# The other ways to calculate a result, written a second time in R from their published definitions.
# Lin's regression: slopes of each arm, centred at the participants; clubSandwich does the variance.
lin_effect <- function(y, t, X, cluster, w = rep(1, length(y))) {
  keep <- !is.na(y)
  centre <- colSums(X[keep & t == 1, , drop = FALSE] * w[keep & t == 1]) / sum(w[keep & t == 1])
  slopes <- t * sweep(X, 2, centre)
  estimate_effect(y, t, cbind(X, slopes), w, cluster)
}

# The same figure under another name.
same_figure <- function(a, b) all(a$n == b$n) && abs(a$estimate - b$estimate) <= 1e-9 * b$se && abs(a$se - b$se) <= 1e-9 * b$se

# One analysis as the result object has it.
analysis <- function(id, fit, range, word, planned) list(id = id, notApplied = NULL, figures = list(
  estimate = fit$estimate, range95 = range, n = fit$n, nStar = fit$nStar, verdict = word$verdict, qualifier = word$qualifier, keeps = word$verdict == planned))
not_applied <- function(id, reason) list(id = id, figures = NULL, notApplied = reason)

# The promotion question, matched: every way from the parts of the planned one. `o` is the planned outcome.
promotion_sensitivity <- function(r, kind, months, flip, matters, o) {
  treated <- r$treated; X <- r$columns$model; people <- r$people; everyone <- rep(TRUE, length(treated))
  cluster <- function(used, set) linked_people(people$person[used], people$mentor[used], set[used])
  values <- function(used, months) {
    f <- follow_up(people, r$events, kind, horizon_days(months), r$cutoff)
    y <- rep(NA_real_, nrow(people))
    for (arm in 1:0) {
      rows <- which(used & treated == arm)
      y[rows] <- arm_values(f$time[rows], f$event[rows], horizon_days(months), r$matching$l[rows], people$later[rows] - people$index[rows])
    }
    known <- f[used, ]; hits <- sum(known$event == 1); open <- known$event == 0 & known$time < horizon_days(months)
    list(y = (if (flip) 1 - y else y)[used], open = open, events = hits, nonEvents = sum(used) - hits - sum(open))
  }
  judged <- function(id, fit, v) {
    range <- share_range(fit, 0.95)
    word <- verdict_of(range, range, matters, fit$nStar, 1, v$events, v$nonEvents, fit$df)
    if (same_figure(fit, o$fit)) not_applied(id, "changes-nothing") else analysis(id, fit, range, word, o$word$verdict)
  }
  adjusted <- function(m, used) {
    gap <- apply(X, 2, standardised_difference, treated, m$weights)
    names <- names(sort(-abs(gap[abs(gap) > 0.05])))
    head(names, floor(min(sum(used & treated == 1), sum(used & treated == 0)) / 10))
  }
  own <- function(used, names) if (length(names)) X[used, names, drop = FALSE] else NULL
  used <- r$used; m <- r$matching; v <- values(used, months); none <- rep(NA_integer_, length(treated))
  plain <- judged("no-covariates", estimate_effect(v$y, treated[used], NULL, m$weights[used], cluster(used, m$set)), v)
  all <- values(everyone, months); alone <- cluster(everyone, none)
  gap <- apply(X, 2, standardised_difference, treated, rep(1, length(treated)))
  most <- head(names(sort(-abs(gap))), floor(min(sum(treated), sum(1 - treated)) / 10))
  lin <- judged("all-eligible", lin_effect(all$y, treated, X[, most], alone), all)
  e <- entropy_weights(treated, X)
  other <- judged("other-method", estimate_effect(all$y, treated, NULL, e, alone), all)
  against <- if (o$fit$estimate < 0) 1 else -1
  shift <- against * matters * ifelse(treated[used] == 1, 1, -1) * v$open
  filled <- if (!any(v$open)) not_applied("filled-against", "everybody-known") else
    judged("filled-against", estimate_effect(v$y + shift, treated[used], own(used, r$adjust), m$weights[used], cluster(used, m$set)), v)
  near <- matched_sets(treated, X, r$cell, people$person, 1, r$plan$match$caliper / 2)
  closer <- near$weights > 0; w <- values(closer, months)
  narrower <- judged("narrower", estimate_effect(w$y, treated[closer], own(closer, adjusted(near, closer)), near$weights[closer], cluster(closer, near$set)), w)
  s <- values(used, 18)
  shorter <- judged("other-horizon", estimate_effect(s$y, treated[used], own(used, r$adjust), m$weights[used], cluster(used, m$set)), s)
  last <- matched_sets(treated, X, r$cell, people$person, r$plan$match$ratio, r$plan$match$caliper, ties = "last")
  tied <- last$weights > 0; l <- values(tied, months)
  other_ties <- if (all(last$weights == m$weights)) NULL else
    estimate_effect(l$y, treated[tied], own(tied, adjusted(last, tied)), last$weights[tied], cluster(tied, last$set))$estimate
  claim <- o$word$verdict %in% c("benefit", "harm")
  tipped <- function(shift) {
    fit <- estimate_effect(v$y + shift * ifelse(treated[used] == 1, 1, -1) * v$open, treated[used], own(used, r$adjust), m$weights[used], cluster(used, m$set))
    range <- share_range(fit, 0.95)
    verdict_of(range, range, matters, fit$nStar, 1, v$events, v$nonEvents, fit$df)$verdict
  }
  hidden <- if (!claim) NULL else {
    p0 <- o$fit$comparison$estimate
    list(eValue = e_value(c(o$fit$estimate, o$range) / p0 + 1), benchmarks = left_out(all$y, treated, X, o$fit$estimate))
  }
  tipping <- if (any(v$open) && o$word$verdict %in% c("benefit", "harm", "no-meaningful-difference"))
    tipping_point(tipped, o$word$verdict, o$fit$estimate, matters) else NULL
  list(analyses = list(plain, lin, other, not_applied("answer-weights", "from-records"), filled, narrower, shorter),
    otherTies = other_ties, hidden = hidden, tipping = tipping)
}

# The smallest of 20 steps of a quarter of what matters that changes the verdict, every step tried.
tipping_point <- function(tipped, verdict, estimate, matters) {
  signs <- if (verdict == "no-meaningful-difference") c(-1, 1) else if (estimate < 0) 1 else -1
  for (step in 0:20) for (sign in signs) if (tipped(sign * step * matters / 4) != verdict) return(list(shift = step * matters / 4, upTo = 5 * matters))
  list(shift = NULL, upTo = 5 * matters)
}

# VanderWeele and Ding 2017, for a ratio with its range.
e_value <- function(ratio) {
  strength <- function(r) { r <- max(r, 1 / r); r + sqrt(r * (r - 1)) }
  nearer <- if (ratio[2] > 1) ratio[2] else if (ratio[3] < 1) ratio[3] else 1
  list(estimate = strength(ratio[1]), limit = strength(nearer))
}

# How far the difference among everybody moves without each characteristic, by lm; columns of one are named "name: level".
left_out <- function(y, t, X, estimate) {
  owner <- sub(": .*$", "", colnames(X))
  difference <- function(columns) unname(coef(lm(y ~ t + columns))["t"])
  whole <- difference(X)
  shifts <- vapply(unique(owner), function(name) difference(X[, owner != name, drop = FALSE]) - whole, 0)
  shifts <- shifts[order(-abs(shifts))]
  lapply(names(shifts), function(name) list(characteristic = name, shift = unname(shifts[name])))
}

# Answers of people: the ways that need no second comparison. `judge` gives the verdict on a fit.
answered_ways <- function(y, t, before, X, w, cluster, matters, planned, judge) {
  known <- !is.na(y)
  earlier <- list()
  judged <- function(id, fit) {
    if (same_figure(fit, planned)) return(not_applied(id, "changes-nothing"))
    if (any(vapply(earlier, function(one) same_figure(fit, one), TRUE))) return(not_applied(id, "same-as-earlier"))
    earlier <<- c(earlier, list(fit))
    analysis(id, fit, fit$range95, judge(fit), judge(planned)$verdict)
  }
  columns <- if (is.null(X)) before else cbind(before, X)
  frame <- data.frame(y = y, t = t, columns)
  predicted <- predict(lm(y ~ ., frame, weights = w), frame)
  filled <- function(shift) estimate_effect(ifelse(known, y, predicted + shift * ifelse(t == 1, 1, -1)), t, columns, w, cluster)
  list(
    plain = judged("no-covariates", estimate_effect(y, t, NULL, w, cluster)),
    lin = judged("all-eligible", lin_effect(y, t, as.matrix(columns), cluster)),
    strata = judged("other-method", estimate_effect(y, t, NULL, rep(1, length(t)), cluster)),
    answers = {
      most <- floor(min(sum(known), sum(!known)) / 10)
      frame <- data.frame(known = known, t = t); if (most > 0) frame <- cbind(frame, columns[, seq_len(min(most, ncol(columns))), drop = FALSE])
      chance <- predict(glm(known ~ ., binomial, frame, epsilon = 1e-14), type = "response")
      judged("answer-weights", estimate_effect(y, t, columns, w / chance, cluster))
    },
    filled = judged("filled-against", filled((if (planned$estimate < 0) 1 else -1) * matters)),
    tipping = {
      verdict <- judge(planned)$verdict
      if (verdict %in% c("benefit", "harm", "no-meaningful-difference")) tipping_point(function(shift) judge(filled(shift))$verdict, verdict, planned$estimate, matters)
    }
  )
}
