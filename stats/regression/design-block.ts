/** A design matrix seen through a change of columns, read block by block so that it is never copied as a whole. */
export interface Design {
  /** The columns kept, each with one value per row of the data. */
  readonly columns: readonly Float64Array[];
  /** The change of columns, `columns.length` × `columns.length` by rows. */
  readonly transform: Float64Array;
}

/** Room for one block: the columns as they are and as changed. */
export interface DesignBlock {
  /** The number of rows there is room for; column k of `changed` starts at k × stride. */
  readonly stride: number;
  /** The columns as they are. */
  readonly plain: Float64Array;
  /** The columns after the change. */
  readonly changed: Float64Array;
}

/**
 * Empty room for blocks of a design.
 *
 * @param rows the most rows a block will hold
 * @see cluster-layout.test.ts
 * @example
 * designBlock(2, 3).changed.length
 * // => 6
 */
export function designBlock(columnCount: number, rows: number): DesignBlock {
  const length = columnCount * rows;
  return { stride: rows, plain: new Float64Array(length), changed: new Float64Array(length) };
}

/**
 * Fills a block with the rows listed, changed by the design's transform.
 *
 * Shape: row i of the block is row `rows[start + i]` of the data, for i below `count`.
 *
 * @see cluster-layout.test.ts
 * @example
 * [...loadRows({ columns: [Float64Array.of(1, 2, 3)], transform: Float64Array.of(10) }, Int32Array.of(2, 0), 0, 2, designBlock(1, 2))]
 * // => [30, 10]
 */
export function loadRows(
  design: Design,
  rows: Int32Array,
  start: number,
  count: number,
  block: DesignBlock,
): Float64Array {
  const { stride, plain, changed } = block;
  for (const [j, column] of design.columns.entries()) {
    const offset = j * stride;
    for (let r = 0; r < count; r++) plain[offset + r] = column[rows[start + r]!]!;
  }
  const size = design.columns.length;
  for (let k = 0; k < size; k++) {
    changed.fill(0, k * stride, k * stride + count);
    for (let j = 0; j < size; j += 2) {
      const first = design.transform[j * size + k]!;
      const second = j + 1 < size ? design.transform[(j + 1) * size + k]! : 0;
      if (first === 0 && second === 0) continue;
      addTwo(changed, k * stride, plain, j * stride, first, j + 1 < size ? stride : 0, second, count);
    }
  }
  return changed;
}

/** into += first × one column + second × the column `apart` further on. */
function addTwo(
  into: Float64Array,
  at: number,
  from: Float64Array,
  offset: number,
  first: number,
  apart: number,
  second: number,
  count: number,
): void {
  const other = offset + apart;
  for (let r = 0; r < count; r++) into[at + r]! += first * from[offset + r]! + second * from[other + r]!;
}
