/** How often each answer of the first side came with each answer of the second. */
export interface TwoWayTable {
  /** How many answers there were to choose from, whether anybody chose them or not. */
  readonly categories: number;
  /** Counts, one row per answer of the first side: `first × categories + second`. */
  readonly counts: Float64Array;
}

/**
 * The table of two sides' answers to the same questions.
 *
 * Use it before the measures of agreement. Answers that nobody gave must be counted among the categories: chance agreement depends
 * on them.
 *
 * Shape: one code from 0 to `categories` − 1 per answered question and side.
 * Missing: not allowed; leave out questions that one side did not answer, and count them elsewhere.
 *
 * @throws RangeError when lists differ in length or a code is not one of the categories
 * @see Cohen, J. (1960). A coefficient of agreement for nominal scales. 10.1177/001316446002000104
 * @see agreement.oracle.R
 * @example
 * [...twoWayTable({ first: [0, 1, 1], second: [0, 0, 1], categories: 2 }).counts]
 * // => [1, 0, 1, 1]
 */
export function twoWayTable(answers: {
  readonly first: ArrayLike<number>;
  readonly second: ArrayLike<number>;
  readonly categories: number;
}): TwoWayTable {
  const { first, second, categories } = answers;
  if (!(Number.isInteger(categories) && categories >= 1)) {
    throw new RangeError(`twoWayTable: categories is ${categories}; it must be a whole number of 1 or more`);
  }
  if (first.length !== second.length) {
    throw new RangeError(
      `twoWayTable: there are ${first.length} answers of the first side and ${second.length} of the second; there must be as many`,
    );
  }
  const counts = new Float64Array(categories * categories);
  for (let i = 0; i < first.length; i++) {
    const row = first[i]!;
    const column = second[i]!;
    if (!(isCode(row, categories) && isCode(column, categories))) {
      throw new RangeError(
        `twoWayTable: answers ${i} are ${row} and ${column}; codes are whole numbers from 0 to ${categories - 1}`,
      );
    }
    counts[row * categories + column]!++;
  }
  return { categories, counts };
}

function isCode(value: number, categories: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < categories;
}

/** What the measures of agreement are made of. */
export interface TableTotals {
  readonly total: number;
  /** On the diagonal. */
  readonly agreed: number;
  /** The first side's count of each answer. */
  readonly rows: Float64Array;
  /** The second side's. */
  readonly columns: Float64Array;
  /** Answers that either side gave at least once. */
  readonly used: number;
}

/**
 * The sums of a two-way table.
 *
 * @throws RangeError when there are not categories × categories counts of 0 or more
 * @see agreement.oracle.R
 * @example
 * tableTotals({ categories: 2, counts: Float64Array.of(4, 1, 0, 0) }).used
 * // => 2
 */
export function tableTotals({ categories, counts }: TwoWayTable): TableTotals {
  if (counts.length !== categories * categories || !counts.every((count) => count >= 0 && count < Infinity)) {
    throw new RangeError(
      `tableTotals: counts has ${counts.length} entries; it must have ${categories} × ${categories}, each 0 or more`,
    );
  }
  const rows = new Float64Array(categories);
  const columns = new Float64Array(categories);
  let agreed = 0;
  for (let i = 0; i < categories; i++) {
    agreed += counts[i * categories + i]!;
    for (let j = 0; j < categories; j++) {
      rows[i]! += counts[i * categories + j]!;
      columns[j]! += counts[i * categories + j]!;
    }
  }
  const total = rows.reduce((sum, count) => sum + count, 0);
  const used = rows.reduce((sum, count, i) => sum + (count + columns[i]! > 0 ? 1 : 0), 0);
  return { total, agreed, rows, columns, used };
}
