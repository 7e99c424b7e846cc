# Writes expected.json of a made-up two-year promotion program.
source("tests/reference/matched-promotion.R")

write_expected_promotion <- function(folder, sentences, gates, decision) {
  r <- matched_promotion(folder, file.path(folder, "plan.json"))
  truth <- fromJSON(file.path(folder, "source/truth.json"))
  counts <- function(rows) list(people = nrow(rows), participants = sum(rows$arm == "participant"), comparison = sum(rows$arm == "comparison"))
  other_ways <- function(o, outcome, matters) {
    kind <- if (outcome == "promotion") "promotion" else "exit"
    ways <- promotion_sensitivity(r, kind, 24, outcome == "retention", matters, o)
    kept <- vapply(ways$analyses, function(a) if (is.null(a$figures)) NA else a$figures$keeps, NA)
    c(ways, list(apply = sum(!is.na(kept)), keep = sum(kept, na.rm = TRUE)))
  }
  side <- function(o, role, outcome, matters) list(
    outcome = outcome, months = 24, role = role, verdict = o$word$verdict, qualifier = o$word$qualifier, grade = "B", method = "matched",
    gates = if (role == "primary") gates else list(),
    sentenceIncludes = if (role == "primary") sentences else list(),
    exact = list(
      estimate = o$fit$estimate, standardError = o$fit$se, df = o$fit$df, range95 = o$range,
      range80 = share_range(o$fit, 0.8), range50 = share_range(o$fit, 0.5), nStar = o$fit$nStar, events = o$events, nonEvents = o$nonEvents,
      naive = o$naive, sensitivity = other_ways(o, outcome, matters),
      groups = list(
        list(who = "participants", n = o$fit$n[1], value = o$fit$participants$estimate),
        list(who = "comparison", n = o$fit$n[2], value = o$fit$comparison$estimate)
      )
    ),
    truth = if (outcome == "promotion") truth$difference$promoted else truth$difference$stayed
  )
  round_trip <- list(
    tool = paste0("R ", getRversion(), "; survival ", packageVersion("survival"), ", clubSandwich ", packageVersion("clubSandwich")),
    script = "source/expected.R",
    planFingerprint = r$fingerprint,
    study = c(counts(r$all), list(eligible = counts(r$people), notEligibleOnTheDealtDate = sum(r$all$dealt) - sum(r$people$dealt))),
    comparison = list(participantsUsed = sum(r$used & r$treated == 1), comparisonUsed = sum(r$used & r$treated == 0), kish = r$kish,
      balanceBefore = as.list(r$before), balanceAfter = as.list(r$differences), adjusted = as.list(r$adjust)),
    decision = decision,
    findings = list(
      side(r$promotion, "primary", "promotion", r$plan$primary$matters),
      side(r$retention, "watch-out", "retention", r$plan$watchOuts[[1]]$matters)
    )
  )
  writeLines(toJSON(round_trip, auto_unbox = TRUE, digits = NA, null = "null", pretty = TRUE), file.path(folder, "expected.json"))
}
