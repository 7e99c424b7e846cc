import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergedCells } from './merged-cells.ts';

const told = (...counts: number[]): string | undefined =>
  mergedCells(
    counts,
    counts.reduce((sum, count) => sum + count, 0),
  )
    ?.map(({ from, to, count }) => `${from}-${to}:${count}`)
    .join(' ');

test('cells of ten in a hundred and more stay alone', () => {
  expect(told(10, 20, 30, 20, 20)).toBe('0-0:10 1-1:20 2-2:30 3-3:20 4-4:20');
});

test('a small cell joins its smaller neighbour until ten in a hundred are together', () => {
  expect(told(2, 4, 7, 28, 40)).toBe('0-2:13 3-3:28 4-4:40');
  expect(told(40, 1, 20, 20, 19)).toBe('0-0:40 1-2:21 3-3:20 4-4:19');
});

test('where nearly all answered alike nothing is told by cells', () => {
  expect(told(0, 0, 1, 2, 97)).toBeUndefined();
  expect(told(50)).toBeUndefined();
});

test('nobody is lost, order is kept, and no cell is below ten or above ninety in a hundred', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 60 }), { minLength: 2, maxLength: 7 }), (counts) => {
      const total = counts.reduce((sum, count) => sum + count, 0);
      fc.pre(total > 0);
      const cells = mergedCells(counts, total);
      if (!cells) return;
      expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(total);
      cells.forEach(({ from, count }, i) => {
        expect(from).toBe(i === 0 ? 0 : cells[i - 1]!.to + 1);
        expect(count / total).toBeGreaterThanOrEqual(0.1);
        expect(count / total).toBeLessThanOrEqual(0.9);
      });
    }),
  );
});
