/** Bits sorted per pass: 4 096 counters stay in the fastest cache. */
const DIGIT_BITS = 12;

/** Entries grouped by cell and rising by key inside each cell. */
export interface OrderInCells {
  /** Entry number at each place. */
  readonly order: Int32Array;
  /** Key at each place. */
  readonly keys: Float64Array;
  /** Place at which each cell begins, and the number of entries at the end. */
  readonly start: Int32Array;
}

/**
 * Entries in order of cell, then key; entries alike in both keep the order they came in.
 *
 * Use it instead of a comparison sort when the keys are whole numbers: each pass sorts 12 bits by counting.
 *
 * Shape: as many places as entries; `start` has one place more than there are cells.
 *
 * @param keys whole numbers from 0 to 2^53 − 1
 * @param cells cell of each entry, 0 … cellCount − 1
 * @see Knuth, D. E. (1998). The Art of Computer Programming 3, 5.2.5 (sorting by distribution)
 * @see nearest-matching.test.ts
 * @example
 * orderInCells(Float64Array.of(5, 3, 5, 1), Int32Array.of(1, 0, 0, 1), 2).order
 * // => Int32Array.of(1, 2, 3, 0)
 */
export function orderInCells(keys: Float64Array, cells: Int32Array, cellCount: number): OrderInCells {
  const n = keys.length;
  let sorted = { order: new Int32Array(n), keys: keys.slice() };
  let spare = { order: new Int32Array(n), keys: new Float64Array(n) };
  let largest = 0;
  for (let i = 0; i < n; i++) {
    sorted.order[i] = i;
    if (keys[i]! > largest) largest = keys[i]!;
  }
  for (let scale = 1; largest * scale >= 1; scale /= 2 ** DIGIT_BITS) {
    distribute(sorted, spare, scale);
    [sorted, spare] = [spare, sorted];
  }
  const start = gather(sorted, spare, cells, cellCount);
  return { ...spare, start };
}

interface Places {
  readonly order: Int32Array;
  readonly keys: Float64Array;
}

/** One stable pass by the digit that `scale` brings in front of the point. */
function distribute(from: Places, to: Places, scale: number): void {
  const mask = 2 ** DIGIT_BITS - 1;
  const next = new Int32Array(mask + 2);
  const n = from.keys.length;
  for (let i = 0; i < n; i++) next[((from.keys[i]! * scale) & mask) + 1]!++;
  for (let digit = 1; digit <= mask; digit++) next[digit]! += next[digit - 1]!;
  for (let i = 0; i < n; i++) {
    const key = from.keys[i]!;
    const place = next[(key * scale) & mask]!++;
    to.keys[place] = key;
    to.order[place] = from.order[i]!;
  }
}

/** One stable pass by cell; where each cell begins. */
function gather(from: Places, to: Places, cells: Int32Array, cellCount: number): Int32Array {
  const start = new Int32Array(cellCount + 1);
  for (let i = 0; i < cells.length; i++) start[cells[i]! + 1]!++;
  for (let cell = 1; cell <= cellCount; cell++) start[cell]! += start[cell - 1]!;
  const next = start.slice();
  for (let i = 0; i < cells.length; i++) {
    const entry = from.order[i]!;
    const place = next[cells[entry]!]!++;
    to.order[place] = entry;
    to.keys[place] = from.keys[i]!;
  }
  return start;
}
