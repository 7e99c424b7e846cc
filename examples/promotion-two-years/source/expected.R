# Run from the repository root: Rscript examples/promotion-two-years/source/expected.R
source("tests/reference/expected-promotion.R")
write_expected_promotion("examples/promotion-two-years", sentences = list("similar people"), gates = list(), decision = "continue")
