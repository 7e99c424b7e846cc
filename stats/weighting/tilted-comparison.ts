import { centreAndSpread } from '#stats/numeric/centre-and-spread.ts';
import { CompensatedTotals } from '#stats/numeric/compensated-totals.ts';
import { firstNotFinite } from '#stats/numeric/first-not-finite.ts';
import { ROWS_PER_BLOCK, weightedGram } from '#stats/numeric/weighted-gram.ts';

/** Comparison people whose weights are to be tilted until they resemble the participants. */
export interface TiltedComparison {
  /** The row numbers of the comparison people, ascending. */
  readonly rows: Int32Array;
  /** The number of participants. */
  readonly participants: number;
  /** The number of columns, that of ones not counted. */
  readonly columnCount: number;
  /**
   * The comparison people's columns, that of ones first, each measured from the participants' mean in units of the spread over
   * everyone (a column that never varies is 0): blocks of `ROWS_PER_BLOCK` rows, column by column, laid out once for all passes.
   */
  readonly blocks: readonly Float64Array[];
}

/** The convex function Σ exp(λ'z) − N λ₀ that balancing weights minimise, at one λ. */
export interface TiltedPoint {
  /** λ, that of the column of ones first. */
  readonly coefficients: Float64Array;
  readonly value: number;
  /** The slope along each λ: how far sums of the weighted comparison people are from the participants'. */
  readonly slope: Float64Array;
  /** Square by rows. */
  readonly curvature: Float64Array;
  /** exp(λ'z), one per comparison person in the order of `rows`. */
  readonly weights: Float64Array;
}

/**
 * The comparison people of a study, with each column measured from the participants' mean.
 *
 * @see weights.oracle.R
 * @example
 * tiltedComparison([Float64Array.of(4, 6, 1)], Uint8Array.of(1, 1, 0)).participants
 * // => 2
 */
export function tiltedComparison(columns: readonly Float64Array[], treated: Uint8Array): TiltedComparison {
  const rows = rowsWith(treated, 0);
  const participantRows = rowsWith(treated, 1);
  const participants = participantRows.length;
  if (participants === 0) return { rows, participants, columnCount: 0, blocks: [] };
  const blocks: Float64Array[] = [];
  for (let start = 0; start < rows.length; start += ROWS_PER_BLOCK) {
    blocks.push(new Float64Array((columns.length + 1) * ROWS_PER_BLOCK).fill(1, 0, ROWS_PER_BLOCK));
  }
  columns.forEach((values, j) => {
    const { centre: middle, spread } = centreAndSpread(values);
    if (!Number.isFinite(middle)) refuse(values, j);
    const inverseSpread = spread > 0 ? 1 / spread : 0;
    const centre = meanOfRows(values, participantRows);
    const offset = (j + 1) * ROWS_PER_BLOCK;
    for (let b = 0; b < blocks.length; b++) {
      const block = blocks[b]!;
      const start = b * ROWS_PER_BLOCK;
      const count = Math.min(ROWS_PER_BLOCK, rows.length - start);
      for (let r = 0; r < count; r++)
        block[offset + r] = (values[rows[start + r]!]! - centre) * inverseSpread;
    }
  });
  return { rows, participants, columnCount: columns.length, blocks };
}

function meanOfRows(values: Float64Array, rows: Int32Array): number {
  const total = new CompensatedTotals(1);
  for (let start = 0; start < rows.length; start += ROWS_PER_BLOCK) {
    const end = Math.min(rows.length, start + ROWS_PER_BLOCK);
    let sum = 0;
    for (let i = start; i < end; i++) sum += values[rows[i]!]!;
    total.addAt(0, sum);
  }
  return total.at(0) / rows.length;
}

function refuse(values: Float64Array, j: number): never {
  const wrong = firstNotFinite(values);
  throw new RangeError(`entropyBalancing: columns[${j}][${wrong}] is ${values[wrong]}; it must be finite`);
}

/** The same comparison with only some of its columns. */
export function withColumns(comparison: TiltedComparison, kept: readonly number[]): TiltedComparison {
  const from = [0, ...kept.map((j) => j + 1)];
  const blocks = comparison.blocks.map((block) => {
    const part = new Float64Array(from.length * ROWS_PER_BLOCK);
    from.forEach((column, k) => {
      part.set(block.subarray(column * ROWS_PER_BLOCK, (column + 1) * ROWS_PER_BLOCK), k * ROWS_PER_BLOCK);
    });
    return part;
  });
  return { ...comparison, columnCount: kept.length, blocks };
}

function rowsWith(treated: Uint8Array, group: 0 | 1): Int32Array {
  const rows = new Int32Array(treated.length);
  let count = 0;
  for (let i = 0; i < treated.length; i++) if (treated[i] === group) rows[count++] = i;
  return rows.subarray(0, count);
}

/** Fills the tilts of one block, exp(λ'z), and notes them as weights. */
function tiltBlock(block: Float64Array, coefficients: Float64Array, count: number, tilt: Float64Array): void {
  tilt.fill(coefficients[0]!);
  const columns = coefficients.length;
  for (let j = 1; j < columns; j += 2) {
    const coefficient = coefficients[j]!;
    const a = j * ROWS_PER_BLOCK;
    // The last column of an odd number has no partner: it is added a second time with a factor of 0.
    const paired = j + 1 < columns;
    const partner = paired ? coefficients[j + 1]! : 0;
    const b = paired ? a + ROWS_PER_BLOCK : a;
    for (let r = 0; r < count; r++) tilt[r]! += coefficient * block[a + r]! + partner * block[b + r]!;
  }
  for (let r = 0; r < count; r++) tilt[r] = Math.exp(tilt[r]!);
}

/** Σ tilt × column of one block, for each column; two columns at a time, so that one sum need not wait for the other. */
function blockSums(block: Float64Array, tilt: Float64Array, count: number, sums: Float64Array): void {
  const last = sums.length - 1;
  for (let j = 0; j <= last; j += 2) {
    const second = Math.min(j + 1, last);
    const a = j * ROWS_PER_BLOCK;
    const b = second * ROWS_PER_BLOCK;
    let first = 0;
    let other = 0;
    for (let r = 0; r < count; r++) {
      first += tilt[r]! * block[a + r]!;
      other += tilt[r]! * block[b + r]!;
    }
    sums[j] = first;
    sums[second] = other;
  }
}

/**
 * The function and its slopes at one λ, without the curvature: a fifth of the work, for the last steps near the solution.
 *
 * @param curvature of a point nearby, kept in the answer
 * @see Hainmueller, J. (2012). 10.1093/pan/mpr025, section 3.2
 * @see weights.oracle.R
 */
export function tiltedNearby(
  comparison: TiltedComparison,
  coefficients: Float64Array,
  curvature: Float64Array,
): TiltedPoint {
  const { rows, participants, blocks } = comparison;
  const tilt = new Float64Array(ROWS_PER_BLOCK);
  const weights = new Float64Array(rows.length);
  const sums = new Float64Array(coefficients.length);
  const totals = new CompensatedTotals(coefficients.length);
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b]!;
    const start = b * ROWS_PER_BLOCK;
    const count = Math.min(ROWS_PER_BLOCK, rows.length - start);
    tiltBlock(block, coefficients, count, tilt);
    weights.set(count === ROWS_PER_BLOCK ? tilt : tilt.subarray(0, count), start);
    blockSums(block, tilt, count, sums);
    totals.add(sums);
  }
  const slope = Float64Array.from(totals.values());
  const value = slope[0]! - coefficients[0]! * participants;
  slope[0]! -= participants;
  return { coefficients, value, slope, curvature, weights };
}

/**
 * The function, its slopes and its curvature at one λ, in one pass over the comparison people.
 *
 * @see Hainmueller, J. (2012). 10.1093/pan/mpr025, section 3.2
 * @see weights.oracle.R
 * @example
 * [...tilted(tiltedComparison([], Uint8Array.of(1, 1, 0, 0, 0)), Float64Array.of(0)).slope]
 * // => [1]
 */
export function tilted(comparison: TiltedComparison, coefficients: Float64Array): TiltedPoint {
  const { rows, participants, blocks } = comparison;
  const columnCount = coefficients.length;
  const tilt = new Float64Array(ROWS_PER_BLOCK);
  const weights = new Float64Array(rows.length);
  const scratch = new Float64Array(columnCount * columnCount);
  const curvature = new CompensatedTotals(columnCount * columnCount);
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b]!;
    const start = b * ROWS_PER_BLOCK;
    const count = Math.min(ROWS_PER_BLOCK, rows.length - start);
    tiltBlock(block, coefficients, count, tilt);
    weights.set(count === ROWS_PER_BLOCK ? tilt : tilt.subarray(0, count), start);
    const shape = { block, weights: tilt, rows: count, stride: ROWS_PER_BLOCK, columnCount };
    curvature.add(weightedGram(shape, scratch));
  }
  const products = curvature.values();
  // Column 0 is all ones: its products with the others are the weighted sums.
  const slope = products.slice(0, columnCount);
  const value = slope[0]! - coefficients[0]! * participants;
  slope[0]! -= participants;
  return { coefficients, value, slope, curvature: products, weights };
}
