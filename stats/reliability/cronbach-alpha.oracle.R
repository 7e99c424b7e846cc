# Cronbach's alpha by psych::alpha (raw), on the agreeableness items of psych::bfi (item A1 reversed) and on made-up scales.
source("tools/oracle.R")
suppressPackageStartupMessages(library(psych))
set.seed(20260930)
raw <- function(items) suppressWarnings(psych::alpha(items, check.keys = FALSE)$total$raw_alpha)
case <- function(name, items) list(name = name, input = list(items = unname(lapply(items, as.numeric))), expected = raw(items))
bfi <- psych::bfi[, c("A1", "A2", "A3", "A4", "A5")]
bfi$A1 <- 7 - bfi$A1
bfi <- bfi[complete.cases(bfi), ]
made <- function(n, items, noise) { core <- rnorm(n); as.data.frame(sapply(seq_len(items), function(i) core + noise * i * rnorm(n))) }
write_oracle("stats/reliability/cronbach-alpha.oracle.json", paste("R", getRversion(), "psych", packageVersion("psych")), 20260930, list(
  case("agreeableness, 2709 complete people", bfi),
  case("three unequal items of 12 people", made(12, 3, 0.7)),
  case("two items of 50 people", made(50, 2, 1.5)),
  case("items that work against each other", { d <- made(30, 3, 0.4); d[[3]] <- -d[[3]]; d })
))
