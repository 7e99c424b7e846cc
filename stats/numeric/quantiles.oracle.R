# Quantiles of Student's t and of the normal distribution, and the normal distribution itself.
source("tools/oracle.R")
tcases <- expand.grid(probability = c(0.001, 0.025, 0.1, 0.25, 0.75, 0.9, 0.975, 0.995), degreesOfFreedom = c(1, 1.5, 3.7, 4, 12.34, 110.5625584, 349.0096881, 1e4, 1e6))
t <- lapply(seq_len(nrow(tcases)), function(i) {
  list(name = sprintf("t %g at %.10g", tcases$probability[i], tcases$degreesOfFreedom[i]), input = as.list(tcases[i, ]),
       expected = qt(tcases$probability[i], tcases$degreesOfFreedom[i]))
})
z <- lapply(c(1e-10, 1e-6, 0.001, 0.025, 0.1, 0.25, 0.4, 0.6, 0.75, 0.9, 0.975, 0.995, 0.999999), function(probability) {
  list(name = sprintf("normal %.10g", probability), input = list(probability = probability), expected = qnorm(probability))
})
p <- lapply(c(-30, -8.5, -4, -1.96, -0.6, 0, 0.3, 1.2, 2.5, 6, 9), function(value) list(name = sprintf("normal below %g", value), input = list(value = value), expected = pnorm(value)))
write_oracle("stats/numeric/quantiles.oracle.json", "R 4.2.2; stats", 1, c(t, z, p))
