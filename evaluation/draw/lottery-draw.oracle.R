# The draw of `plumbline draw-lottery`, written in R from its description: people sorted by stratum and key in the C locale, places by
# largest remainder, then set.seed(seed) and sample.int(n) stratum by stratum. Run from the repository root: Rscript evaluation/draw/lottery-draw.oracle.R
source("tools/oracle.R")
replay <- function(people, seed, places) {
  people <- people[order(people$stratum, people$person, method = "radix"), ]
  strata <- unique(people$stratum)
  size <- vapply(strata, function(s) sum(people$stratum == s), 0L)
  whole <- (places * size) %/% nrow(people)
  left <- places - sum(whole)
  first <- order(-((places * size) %% nrow(people)))[seq_len(left)]
  whole[first] <- whole[first] + 1
  set.seed(seed)
  turn <- unlist(lapply(size, function(n) order(sample.int(n))))
  seats <- rep(whole, size)
  list(person = I(people$person), stratum = I(people$stratum), drawn = I(turn <= seats), probability = I(rep(whole / size, size)),
    waitingPlace = I(ifelse(turn <= seats, 0L, turn - seats)))
}
people <- function(n, strata, prefix = "P") { set.seed(n); data.frame(person = paste0(prefix, sample(n)), stratum = sample(strata, n, TRUE)) }
case <- function(name, list, seed, places) list(name = name, input = list(seed = seed, places = places, person = I(list$person), stratum = I(list$stratum)), expected = replay(list, seed, places))
cases <- list(
  case("one draw for all, 40 of 100", people(100, ""), 20260930L, 40),
  case("half of 240 at two sites", data.frame(person = sprintf("W%03d", 1:240), stratum = ifelse(1:240 <= 140, "north", "south")), 20240201L, 120),
  case("five strata, remainders matter", people(97, c("a", "b", "c", "d", "e")), -7L, 31),
  case("strata with capitals and without a name", people(60, c("", "B", "a", "Z")), 1L, 20),
  case("keys that sort by code units, not by number", people(30, "x", "9"), 3L, 10),
  case("a stratum of one", data.frame(person = c("A", "B", "C", "D"), stratum = c("s", "s", "s", "t")), 5L, 2),
  case("everybody", people(9, c("s", "t")), 5L, 9), case("nobody", people(9, c("s", "t")), 5L, 0)
)
write_oracle("evaluation/draw/lottery-draw.oracle.json", paste("R", getRversion()), 20260930, cases)
