import { compensatedSum } from '#stats/numeric/compensated-sum.ts';

/** Where the columns of `interactedColumns` begin. */
export const INTERACTED = { intercept: 0, treated: 1, firstCovariate: 2 } as const;

/**
 * The columns of a regression in which every covariate may act differently in the two groups: ones, group, covariates centred at
 * the first group, and their products with the group.
 *
 * Use it for the difference among people like the first group without matching: the coefficient of the group is the mean over that group of
 * its outcome less what the second group's regression predicts for it. It assumes that this regression is linear where the first group lies.
 *
 * Shape: one value per row in each column; 2 + 2 × covariates columns, the group in column 1.
 * Missing: not allowed; fill or leave out incomplete rows first.
 *
 * @param people.treated 1 for the first group, 0 for the second
 * @param people.weights the centre is weighted by them; left out, all rows weigh 1
 * @returns `undefined` when the first group is empty or has no weight
 * @throws RangeError when lengths differ
 * @see Lin, W. (2013). Agnostic notes on regression adjustments to experimental data. 10.1214/12-AOAS583
 * @see interacted.oracle.R
 * @example
 * interactedColumns({ treated: Uint8Array.of(1, 0), covariates: [Float64Array.of(3, 5)] }).map((column) => column[1])
 * // => [1, 0, 2, 0]
 */
export function interactedColumns(people: {
  readonly treated: Uint8Array;
  readonly covariates: readonly Float64Array[];
  readonly weights?: Float64Array;
}): Float64Array[] | undefined {
  const { treated, covariates, weights } = people;
  const n = treated.length;
  const wrong = covariates.findIndex((column) => column.length !== n);
  if (wrong >= 0 || (weights && weights.length !== n)) {
    const [name, length] =
      wrong >= 0 ? [`covariates[${wrong}]`, covariates[wrong]!.length] : ['weights', weights!.length];
    throw new RangeError(
      `interactedColumns: ${name} has ${length} rows; it must have ${n}, as many as treated`,
    );
  }
  const share = Float64Array.from(treated, (group, i) => group * (weights ? weights[i]! : 1));
  const total = compensatedSum(share);
  if (!(total > 0)) return undefined;
  const centred = covariates.map((column) => {
    const centre = compensatedSum(column.map((value, i) => value * share[i]!)) / total;
    return column.map((value) => value - centre);
  });
  const products = centred.map((column) => column.map((value, i) => value * treated[i]!));
  return [new Float64Array(n).fill(1), Float64Array.from(treated), ...centred, ...products];
}
