import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerCells, joinedCells, joinedOnBothSides } from './joined-cells.ts';

const spans = (rows: readonly (readonly number[])[], need = 5) =>
  joinedCells(rows, answerCells(need)).map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));

test('cells with enough people stay as they are', () => {
  expect(spans([[20, 30, 25, 25]])).toEqual(['0', '1', '2', '3']);
});

test('a small or an empty cell joins its smaller neighbour', () => {
  expect(spans([[20, 4, 15, 30]])).toEqual(['0', '1-2', '3']);
  expect(spans([[20, 0, 30, 30]])).toEqual(['0-1', '2', '3']);
});

test('a cell of fewer than a tenth is joined however many people it holds', () => {
  expect(spans([[9, 40, 51]])).toEqual(['0-1', '2']);
  expect(spans([[10, 40, 50]])).toEqual(['0', '1', '2']);
});

test('where counts are no secret only the number of people decides', () => {
  expect(joinedCells([[5, 4, 91]], { people: 5, share: 0 })).toEqual([
    { from: 0, to: 1 },
    { from: 2, to: 2 },
  ]);
});

test('a wall is never crossed, and a side that is too small as a whole leaves nothing', () => {
  const sides = (row: readonly number[]) =>
    joinedOnBothSides(row, answerCells(5), 3).map(({ from, to }) => `${from}-${to}`);
  expect(sides([2, 10, 20, 4, 30])).toEqual(['0-1', '2-2', '3-4']);
  expect(sides([10, 10, 20, 1, 2])).toEqual([]);
  expect(sides([1, 1, 40, 20, 20])).toEqual(['0-2', '3-3', '4-4']);
});

test('what is too small in one row is joined in all, so that rows stay comparable', () => {
  expect(
    spans([
      [20, 30, 20],
      [20, 40, 3],
    ]),
  ).toEqual(['0', '1-2']);
});

test('one cell that holds nearly everybody leaves nothing to show', () => {
  expect(spans([[2, 3, 95]])).toEqual([]);
  expect(spans([[4, 4]])).toEqual([]);
  expect(spans([])).toEqual([]);
});

test('every cell is covered once, in order, and every joined cell is large enough', () => {
  const row = fc.array(fc.nat(40), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 5, max: 20 }),
      (rows, need) => {
        const cells = joinedCells(rows, answerCells(need));
        if (cells.length === 0) return;
        expect(
          cells.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
        ).toEqual([0, 1, 2, 3, 4]);
        for (const counts of rows) {
          const all = counts.reduce((sum, n) => sum + n, 0);
          for (const { from, to } of cells) {
            const held = counts.slice(from, to + 1).reduce((sum, n) => sum + n, 0);
            expect(held).toBeGreaterThanOrEqual(Math.max(need, all / 10));
          }
        }
      },
    ),
    { seed: 20_261_125 },
  );
});
