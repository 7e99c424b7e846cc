import { newtonStep } from '#stats/numeric/newton-step.ts';
import { ROWS_PER_BLOCK } from '#stats/numeric/weighted-gram.ts';
import { whitening } from '#stats/numeric/whitening.ts';
import {
  tiltedComparison,
  tilted,
  type TiltedComparison,
  type TiltedPoint,
  tiltedNearby,
  withColumns,
} from './tilted-comparison.ts';

/** The largest miss of a mean, in spreads of the column, at which the weights are done. */
const CONVERGED = 1e-12;
/** Nearer than this, steps reuse the curvature of the point before. */
const NEAR = 0.02;
/** A step that reuses a curvature must shrink the miss at least so many times; else a fresh one is worth its price. */
const HELPS = 4;
/** A column that repeats others is balanced with them, up to what their rounding adds together. */
const REPEATED_CONVERGED = 1e-8;
const MOST_STEPS = 100;
const MOST_HALVINGS = 40;

/** Weights that make the comparison people's means those of the participants, or that there are none. */
export type EntropyBalancing =
  | {
      readonly kind: 'weights';
      /** One per row: 1 for participants; those of the comparison people sum to the number of participants. */
      readonly weights: Float64Array;
      readonly iterations: number;
    }
  | { readonly kind: 'no-overlap' };

/**
 * The weights nearest to equal ones under which every column has the same mean among comparison people as among
 * participants (entropy balancing).
 *
 * Use it to compare like with like without choosing a model of who takes part. It assumes that the columns say all that
 * sets the groups apart, and that the participants' means lie among the comparison people.
 *
 * Shape: one value per row in each column and in `treated`; no columns give equal weights.
 * Units: weights count people.
 * Missing: not allowed; fill or leave out incomplete rows first.
 *
 * @returns `no-overlap` when a group is empty or no weights reach the participants' means
 * @throws RangeError when lengths differ or a value is not finite
 * @see Hainmueller, J. (2012). Entropy balancing for causal effects. 10.1093/pan/mpr025
 * @see weights.oracle.R (Newton in R)
 * @example
 * [...entropyBalancing({ columns: [], treated: Uint8Array.of(1, 0, 0) }).weights]
 * // => [1, 0.5, 0.5]
 */
export function entropyBalancing(input: {
  readonly columns: readonly Float64Array[];
  /** 1 for participants, 0 for comparison people. */
  readonly treated: Uint8Array;
}): EntropyBalancing {
  checked(input);
  const all = tiltedComparison(input.columns, input.treated);
  if (all.participants === 0 || all.rows.length === 0) return { kind: 'no-overlap' };
  const start = new Float64Array(input.columns.length + 1);
  start[0] = Math.log(all.participants / all.rows.length);
  const origin = tilted(all, warmStart(all, start));
  const { kept, dropped } = whitening(origin.curvature, start.length);
  const columns = kept.filter((k) => k > 0).map((k) => k - 1);
  const comparison = dropped.length === 0 ? all : withColumns(all, columns);
  const first = dropped.length === 0 ? origin : tilted(comparison, start.subarray(0, columns.length + 1));
  const balanced = minimised(comparison, first, CONVERGED);
  if (balanced === undefined) return { kind: 'no-overlap' };
  const whole = start.map((_, k) => balanced.point.coefficients[kept.indexOf(k)] ?? 0);
  const miss = dropped.length === 0 ? 0 : largestMiss(all, tilted(all, whole));
  if (miss > REPEATED_CONVERGED) return { kind: 'no-overlap' };
  const weights = new Float64Array(input.treated.length).fill(1);
  const { rows } = comparison;
  for (let i = 0; i < rows.length; i++) weights[rows[i]!] = balanced.point.weights[i]!;
  return { kind: 'weights', weights, iterations: balanced.iterations };
}

function checked({ columns, treated }: Parameters<typeof entropyBalancing>[0]): void {
  for (const [j, column] of columns.entries()) {
    if (column.length !== treated.length) {
      throw new RangeError(
        `entropyBalancing: columns[${j}] has ${column.length} rows; it must have ${treated.length}, as many as treated`,
      );
    }
  }
}

/** Fewer blocks than this are balanced at once; of more, one in so many is balanced first to start near the solution. */
const WARM_FROM_BLOCKS = 24;
const WARM_STRIDE = 16;
/** Of few blocks more are taken: this many hold a thousand people. */
const WARM_BLOCKS = 4;
/** A part's own solution is no nearer to that of the whole than this. */
const WARM_ENOUGH = 1e-3;

/** Where the search begins: the balance of every sixteenth block, with the column of ones moved to the number of all people. */
function warmStart(all: TiltedComparison, start: Float64Array): Float64Array {
  if (all.blocks.length < WARM_FROM_BLOCKS) return start;
  const stride = Math.min(WARM_STRIDE, Math.floor(all.blocks.length / WARM_BLOCKS));
  const blocks = all.blocks.filter((_, b) => b % stride === 0 && (b + 1) * ROWS_PER_BLOCK <= all.rows.length);
  const people = blocks.length * ROWS_PER_BLOCK;
  const some = { ...all, blocks, rows: all.rows.subarray(0, people) };
  const more = Math.log(all.rows.length / people);
  const raised = start.map((value, k) => (k === 0 ? value + more : value));
  const balanced = minimised(some, tilted(some, raised), WARM_ENOUGH);
  return balanced?.point.coefficients.map((value, k) => (k === 0 ? value - more : value)) ?? start;
}

/** Newton's way down the convex function until no mean misses by more, halving a step that would lead up. */
function minimised(
  comparison: TiltedComparison,
  start: TiltedPoint,
  until: number,
): { readonly point: TiltedPoint; readonly iterations: number } | undefined {
  const { participants } = comparison;
  // Weights that sum to N have Σ w log w ≤ N log N, so a balance keeps the function above N − N log N everywhere.
  const floor = participants * (1 - Math.log(participants)) - 1e-6 * participants;
  let point = start;
  for (let iterations = 0; iterations <= MOST_STEPS; iterations++) {
    const near = largestMiss(comparison, point) < NEAR;
    if (near && until === CONVERGED) point = polished(comparison, point);
    if (largestMiss(comparison, point) < until) return { point, iterations };
    const step = newtonStep(point.curvature, point.slope);
    const highest = point.value + 1e-12 * (Math.abs(point.value) + participants);
    let next: TiltedPoint | undefined;
    for (let halvings = 0, size = 1; halvings < MOST_HALVINGS; halvings++, size /= 2) {
      const tried = tilted(
        comparison,
        point.coefficients.map((value, k) => value - size * step[k]!),
      );
      if (!(tried.value <= highest)) continue;
      next = tried;
      break;
    }
    if (next === undefined || next.value < floor) return undefined;
    point = next;
  }
  return undefined;
}

/** Steps with the curvature of a point so near that it hardly changes; it stops where they no longer help. */
function polished(comparison: TiltedComparison, start: TiltedPoint): TiltedPoint {
  let point = start;
  let miss = largestMiss(comparison, point);
  while (miss >= CONVERGED) {
    const step = newtonStep(point.curvature, point.slope);
    const next = tiltedNearby(
      comparison,
      point.coefficients.map((value, k) => value - step[k]!),
      point.curvature,
    );
    const nextMiss = largestMiss(comparison, next);
    if (!(nextMiss < miss / HELPS)) return tilted(comparison, (nextMiss < miss ? next : point).coefficients);
    point = next;
    miss = nextMiss;
  }
  return point;
}

function largestMiss({ participants }: TiltedComparison, { slope }: TiltedPoint): number {
  return slope.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) / participants;
}
