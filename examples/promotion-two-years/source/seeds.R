# What the two made-up programs look like over the seeds 1 to 200, by the R implementation; about five minutes.
# Run from the repository root: Rscript examples/promotion-two-years/source/seeds.R
source("tests/reference/matched-promotion.R")
seeds <- 1:200
for (name in c("promotion-two-years", "promotion-selection-only")) {
  folder <- file.path("examples", name)
  rows <- lapply(seeds, function(seed) {
    into <- file.path(tempdir(), name); dir.create(into, FALSE)
    system2("node", c(file.path(folder, "source/make.ts"), "--seed", seed, "--into", into))
    r <- suppressWarnings(matched_promotion(into, file.path(folder, "plan.json")))
    truth <- fromJSON(file.path(into, "truth.json"))
    p <- r$promotion; t <- truth$difference$promoted
    data.frame(naive = p$naive$estimate, naiveExcludes0 = p$naive$range95[1] > 0, adjusted = p$fit$estimate, truth = t, covers = p$range[1] <= t && t <= p$range[2],
      excludes0 = p$range[1] > 0 || p$range[2] < 0, verdict = p$word$verdict, retention = r$retention$fit$estimate, retentionTruth = truth$difference$stayed)
  })
  d <- do.call(rbind, rows)
  summary <- list(
    tool = paste0("R ", getRversion()), seeds = range(seeds), programs = nrow(d), meanTruth = mean(d$truth), meanNaive = mean(d$naive),
    meanAdjusted = mean(d$adjusted), meanAdjustedMinusTruth = mean(d$adjusted - d$truth),
    simulationError = sd(d$adjusted - d$truth) / sqrt(nrow(d)), rangeHoldsTruth = mean(d$covers), naiveExcludes0 = mean(d$naiveExcludes0),
    selectionSentence = mean(d$naiveExcludes0 & !d$excludes0), verdicts = as.list(table(d$verdict) / nrow(d)),
    meanRetentionMinusTruth = mean(d$retention - d$retentionTruth)
  )
  writeLines(toJSON(summary, auto_unbox = TRUE, digits = 6, pretty = TRUE), file.path(folder, "source/seeds.json"))
}
