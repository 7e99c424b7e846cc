/** Neighbouring cells that are told together, by their first and last position. */
export interface MergedCell {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** A cell with less than this share of the answers is never told alone, nor one with more than the rest of it (trust 3.2). */
const HARDLY_ANY = 0.1;

/**
 * Counts of ordered cells, merged with their neighbours until each holds between 10 and 90 in 100 of all: merged, never left blank,
 * so that nothing can be found by taking away (rule D2). The smallest goes first, to its smaller neighbour.
 *
 * Shape: cells in order; null when nothing but one cell would be left.
 */
export function mergedCells(counts: readonly number[], total: number): MergedCell[] | null {
  let cells: MergedCell[] = counts.map((count, at) => ({ from: at, to: at, count }));
  for (;;) {
    const small = smallest(cells);
    if (cells.length < 2) return null;
    if (cells[small]!.count >= HARDLY_ANY * total) return cells;
    const left = cells[small - 1];
    const right = cells[small + 1];
    const other = !left ? small + 1 : !right || left.count <= right.count ? small - 1 : small + 1;
    const [first, last] = [Math.min(small, other), Math.max(small, other)];
    const joined = {
      from: cells[first]!.from,
      to: cells[last]!.to,
      count: cells[first]!.count + cells[last]!.count,
    };
    cells = [...cells.slice(0, first), joined, ...cells.slice(last + 1)];
  }
}

function smallest(cells: readonly MergedCell[]): number {
  return cells.reduce((best, { count }, at) => (count < cells[best]!.count ? at : best), 0);
}
