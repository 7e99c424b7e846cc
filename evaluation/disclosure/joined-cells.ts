/** Cells that are shown as one: positions of the first and the last of them. */
export interface JoinedCells {
  readonly from: number;
  readonly to: number;
}

/** What every cell must hold in every row. */
export interface LeastCell {
  readonly people: number;
  /** Part of the row: of an answer that fewer gave no exact count is told (near-unanimity, trust 3.2). */
  readonly share: number;
}

/** Least cells of answers. */
export function answerCells(people: number): LeastCell {
  return { people, share: 0.1 };
}

interface Cell extends JoinedCells {
  readonly counts: readonly number[];
}

/**
 * Cells in an order, joined with their neighbours until every one holds enough people in every row: nothing is blanked, so nothing is
 * found by subtraction. The cell that lacks most goes first, to the neighbour that lacks more, on a tie to the lower one.
 *
 * @param rows counts of people, a row per group, all with the same cells
 * @returns nothing when not even two cells are left
 * @example
 * joinedCells([[2, 20, 30]], { people: 5, share: 0 })
 * // => [{ from: 0, to: 1 }, { from: 2, to: 2 }]
 */
export function joinedCells(rows: readonly (readonly number[])[], least: LeastCell): JoinedCells[] {
  const needs = needsOf(rows, least);
  const cells = joined(cellsOf(rows), needs);
  return cells.length < 2 ? [] : cells.map(({ from, to }) => ({ from, to }));
}

/**
 * The same with a wall that no join crosses, so that the cells add up to what is told about both sides.
 *
 * @param wall position of the first cell beyond the wall
 * @returns nothing when a side as a whole is too small
 */
export function joinedOnBothSides(row: readonly number[], least: LeastCell, wall: number): JoinedCells[] {
  const needs = needsOf([row], least);
  const cells = cellsOf([row]);
  const sides = [joined(cells.slice(0, wall), needs), joined(cells.slice(wall), needs)];
  const tooSmall = sides.some((side) => side.length === 0 || side.some((cell) => lack(cell, needs) > 0));
  return tooSmall ? [] : sides.flat().map(({ from, to }) => ({ from, to }));
}

function needsOf(rows: readonly (readonly number[])[], { people, share }: LeastCell): number[] {
  return rows.map((row) => Math.max(people, share * row.reduce((sum, n) => sum + n, 0)));
}

function cellsOf(rows: readonly (readonly number[])[]): Cell[] {
  return (rows[0] ?? []).map((_, i) => ({ from: i, to: i, counts: rows.map((row) => row[i]!) }));
}

/** How many people a cell lacks in the row in which it lacks most. */
function lack({ counts }: Cell, needs: readonly number[]): number {
  return Math.max(...counts.map((count, r) => needs[r]! - count));
}

function joined(given: readonly Cell[], needs: readonly number[]): Cell[] {
  const cells = [...given];
  while (cells.length > 1) {
    const lacks = cells.map((cell) => lack(cell, needs));
    const worst = lacks.indexOf(Math.max(...lacks));
    if (lacks[worst]! <= 0) break;
    const before = lacks[worst - 1] ?? Number.NEGATIVE_INFINITY;
    const after = lacks[worst + 1] ?? Number.NEGATIVE_INFINITY;
    const first = before >= after ? worst - 1 : worst;
    const [left, right] = [cells[first]!, cells[first + 1]!];
    const counts = left.counts.map((count, r) => count + right.counts[r]!);
    cells.splice(first, 2, { from: left.from, to: right.to, counts });
  }
  return cells;
}
