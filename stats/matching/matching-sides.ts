import { orderInCells } from './order-in-cells.ts';

/** Scores are compared in whole billionths, so that ties are ties on every machine (measurement.md 3.5). */
export const UNITS = 1e9;

/** Those who can become a match, by cell, then rising score, then key. */
export interface Offered {
  /** Row at each place. */
  readonly rows: Int32Array;
  /** Score at each place, in whole billionths. */
  readonly values: Float64Array;
  /** Place at which each cell begins, and the number of places at the end. */
  readonly start: Int32Array;
}

/** Those who look for a match, in the order in which they choose inside each cell: falling score, then key. */
export interface Seekers {
  /** Which of the treated rows (rising) each seeker is. */
  readonly position: Int32Array;
  /** Score of each seeker, in whole billionths. */
  readonly values: Float64Array;
  /** Cell of each seeker. */
  readonly cells: Int32Array;
}

/** The two sides of a matching, each in its own order. */
export interface MatchingSides {
  readonly treatedRows: Int32Array;
  readonly seekers: Seekers;
  readonly offered: Offered;
}

/**
 * The two sides of a matching, sorted by cell, score and key.
 *
 * Shape: lists of one length.
 * Units: scores in any unit, returned in whole billionths of it.
 *
 * @see measurement.md 3.5
 * @see nearest-matching.test.ts
 * @example
 * matchingSides({ score: Float64Array.of(2, 3, 1), treated: Uint8Array.of(0, 1, 0), cell: new Int32Array(3), keyOrder: 'ascending' }).offered.rows
 * // => Int32Array.of(2, 0)
 */
export function matchingSides(people: {
  readonly score: Float64Array;
  readonly treated: Uint8Array;
  readonly cell: Int32Array;
  readonly keyOrder: 'ascending' | 'descending';
}): MatchingSides {
  const { score, treated, cell, keyOrder } = people;
  const units = score.map((value) => Math.round(value * UNITS));
  const least = units.reduce((smallest, value) => Math.min(smallest, value), Infinity);
  const most = units.reduce((largest, value) => Math.max(largest, value), -Infinity);
  const cellCount = cell.reduce((count, code) => Math.max(count, code + 1), 0);

  const treatedRows = rowsOf(treated, 1);
  const seekerRows = inKeyOrder(treatedRows, keyOrder);
  const seekerCells = taken(cell, seekerRows);
  const seekers = orderInCells(
    Float64Array.from(seekerRows, (row) => most - units[row]!),
    seekerCells,
    cellCount,
  );
  const offeredRows = inKeyOrder(rowsOf(treated, 0), keyOrder);
  const offeredUnits = new Float64Array(offeredRows.length);
  for (let i = 0; i < offeredRows.length; i++) offeredUnits[i] = units[offeredRows[i]!]! - least;
  const offered = orderInCells(offeredUnits, taken(cell, offeredRows), cellCount);

  const last = treatedRows.length - 1;
  return {
    treatedRows,
    seekers: {
      position: keyOrder === 'ascending' ? seekers.order : seekers.order.map((i) => last - i),
      values: seekers.keys.map((key) => most - key),
      cells: taken(seekerCells, seekers.order),
    },
    offered: {
      rows: taken(offeredRows, offered.order),
      values: offered.keys.map((key) => key + least),
      start: offered.start,
    },
  };
}

/** Rows on one side, rising. */
function rowsOf(treated: Uint8Array, side: number): Int32Array {
  let count = 0;
  for (let row = 0; row < treated.length; row++) if (treated[row] === side) count++;
  const rows = new Int32Array(count);
  for (let row = 0, at = 0; row < treated.length; row++) if (treated[row] === side) rows[at++] = row;
  return rows;
}

function inKeyOrder(rows: Int32Array, keyOrder: 'ascending' | 'descending'): Int32Array {
  return keyOrder === 'ascending' ? rows : rows.toReversed();
}

function taken(values: Int32Array, at: Int32Array): Int32Array {
  const result = new Int32Array(at.length);
  for (let i = 0; i < at.length; i++) result[i] = values[at[i]!]!;
  return result;
}
