import { centreAndSpread } from '#stats/numeric/centre-and-spread.ts';
import { CompensatedTotals } from '#stats/numeric/compensated-totals.ts';
import { firstNotFinite } from '#stats/numeric/first-not-finite.ts';
import { ROWS_PER_BLOCK, weightedGram } from '#stats/numeric/weighted-gram.ts';
import { whitening } from '#stats/numeric/whitening.ts';

/** A difference between two groups in a regression, and what each characteristic does to it. */
export interface LeftOutShifts {
  /** The difference with every characteristic in the regression. */
  readonly difference: number;
  /** The difference without a characteristic, less that with it; one for each. */
  readonly shifts: readonly number[];
}

/**
 * How far a difference between two groups moves when a characteristic is left out of the regression: a measure of what a
 * hidden one as strong as it would do.
 *
 * Use it as a benchmark beside an E-value. It assumes a regression that is linear in the characteristics; all are in it but the one left out.
 *
 * Shape: one value per row in each column; a characteristic may have several columns.
 * Units: those of the outcome.
 * Missing: not allowed; leave incomplete rows out first.
 *
 * @returns `undefined` when a group is empty, or the groups cannot be told apart from the characteristics
 * @throws RangeError when lengths differ or a value is not finite
 * @see Cinelli, C. & Hazlett, C. (2020). Making sense of sensitivity: extending omitted variable bias. 10.1111/rssb.12348, section 4.4
 * @see left-out-shifts.oracle.R (R's `lm`)
 * @example
 * leftOutShifts({ outcome: Float64Array.of(3, 1, 2, 0), treated: Uint8Array.of(1, 1, 0, 0), characteristics: [[Float64Array.of(1, -1, 1, -1)]] }).shifts
 * // => [0]
 */
export function leftOutShifts(input: {
  readonly outcome: Float64Array;
  /** 1 for the first group, 0 for the second. */
  readonly treated: Uint8Array;
  readonly characteristics: readonly (readonly Float64Array[])[];
}): LeftOutShifts | undefined {
  const { outcome, treated, characteristics } = input;
  const columns = [Float64Array.from(treated), ...characteristics.flat(), outcome];
  checked(columns, treated.length);
  const scaled = columns.map((values) => ({ values, ...centreAndSpread(values) }));
  const group = scaled[0]!;
  if (group.spread === 0) return undefined;
  const gram = productsOf(scaled);
  const size = columns.length;
  const differenceOn = (kept: readonly number[]): number | undefined => {
    const slope = firstSlope(gram, size, kept);
    return slope === undefined ? undefined : (slope * scaled[size - 1]!.spread) / group.spread;
  };
  const all = Array.from({ length: size - 1 }, (_, i) => i);
  const difference = differenceOn(all);
  if (difference === undefined) return undefined;
  let from = 1;
  const shifts = characteristics.map((own) => {
    const [first, next] = [from, (from += own.length)];
    // What can be told apart with more columns can be told apart with fewer.
    return differenceOn(all.filter((i) => i < first || i >= next))! - difference;
  });
  return { difference, shifts };
}

interface Scaled {
  readonly values: Float64Array;
  readonly centre: number;
  readonly spread: number;
}

/** Products of all columns with all, each measured from its mean in its spread; a column that never varies is 0. */
function productsOf(columns: readonly Scaled[]): Float64Array {
  const size = columns.length;
  const rows = columns[0]!.values.length;
  const totals = new CompensatedTotals(size * size);
  const block = new Float64Array(size * ROWS_PER_BLOCK);
  const weights = new Float64Array(ROWS_PER_BLOCK).fill(1);
  const scratch = new Float64Array(size * size);
  for (let start = 0; start < rows; start += ROWS_PER_BLOCK) {
    const count = Math.min(ROWS_PER_BLOCK, rows - start);
    for (let j = 0; j < size; j++) {
      const { values, centre, spread } = columns[j]!;
      const inverse = spread > 0 ? 1 / spread : 0;
      for (let r = 0; r < count; r++) block[j * ROWS_PER_BLOCK + r] = (values[start + r]! - centre) * inverse;
    }
    totals.add(
      weightedGram({ block, weights, rows: count, stride: ROWS_PER_BLOCK, columnCount: size }, scratch),
    );
  }
  return totals.values();
}

/** The slope of the last column on the first of the columns kept, the group, which comes last so that it is dropped first. */
function firstSlope(gram: Float64Array, size: number, kept: readonly number[]): number | undefined {
  const order = [...kept.slice(1), kept[0]!];
  const count = order.length;
  const part = Float64Array.from({ length: count * count }, (_, i) => {
    const [row, column] = [Math.floor(i / count), i % count];
    return gram[order[row]! * size + order[column]!]!;
  });
  const { transform, kept: own } = whitening(part, count);
  if (!own.includes(count - 1)) return undefined;
  const rank = own.length;
  let slope = 0;
  for (let k = 0; k < rank; k++) {
    let moment = 0;
    for (let i = 0; i < count; i++) moment += transform[i * rank + k]! * gram[order[i]! * size + size - 1]!;
    slope += transform[(count - 1) * rank + k]! * moment;
  }
  return slope;
}

function checked(columns: readonly Float64Array[], rows: number): void {
  for (const [j, column] of columns.entries()) {
    const name = j === columns.length - 1 ? 'outcome' : `column ${j} of characteristics`;
    if (column.length !== rows)
      throw new RangeError(
        `leftOutShifts: ${name} has ${column.length} rows; it must have ${rows}, as treated has`,
      );
    const wrong = firstNotFinite(column);
    if (wrong >= 0)
      throw new RangeError(`leftOutShifts: ${name}[${wrong}] is ${column[wrong]}; it must be finite`);
  }
  if (rows === 0) throw new RangeError('leftOutShifts: treated is empty; it must hold a row');
}
