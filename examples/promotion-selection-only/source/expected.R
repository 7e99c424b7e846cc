# Run from the repository root: Rscript examples/promotion-selection-only/source/expected.R
source("tests/reference/expected-promotion.R")
write_expected_promotion("examples/promotion-selection-only", sentences = list("Similar people were too", "does not show a difference"),
  gates = list("F5"), decision = "people-decide")
