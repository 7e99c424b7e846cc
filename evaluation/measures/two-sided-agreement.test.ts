import { expect, test } from 'vitest';
import { noColumns } from '../study/no-columns.ts';
import { PROGRAM_MEASURES } from './registry.ts';
import { workedPairs } from './worked-tables.ts';

function agreement(views: readonly (readonly [mentor: number, mentee: number])[], seed = 1) {
  const measure = PROGRAM_MEASURES.find(({ number }) => number === 'M17')!;
  const columns = {
    pairs: workedPairs(views.map(() => ({}))),
    promises: {
      ...noColumns.promises(views.length),
      pair: views.map((_, i) => `p${i}`),
      viewMentor: Uint8Array.from(views, ([mentor]) => mentor),
      viewMentee: Uint8Array.from(views, ([, mentee]) => mentee),
    },
  };
  const found = measure.compute(columns as never, { cutoff: 100, seed } as never);
  if ('reason' in found) throw new Error(found.reason);
  return found;
}

const times = (n: number, view: readonly [number, number]) => Array.from({ length: n }, () => view);

test('who says nothing does not agree: the share falls, and its bounds hold what it was', () => {
  const [before] = agreement([...times(16, [1, 1]), ...times(8, [1, 3])]);
  const [after] = agreement([...times(12, [1, 1]), ...times(4, [1, 0]), ...times(8, [1, 3])]);
  expect(before).toMatchObject({ value: 16 / 24, n: 24, asked: 24, bounds: null });
  expect(after).toMatchObject({ value: 12 / 24, n: 20, asked: 24, bounds: [12 / 24, 16 / 24] });
});

test('ranges hold the figures, and the seed of the plan decides the draws', () => {
  const views = [...times(30, [1, 1]), ...times(6, [1, 3]), ...times(4, [3, 1]), ...times(10, [3, 3])];
  for (const { value, range95 } of agreement(views)) {
    expect(range95![0]).toBeLessThan(value as number);
    expect(range95![1]).toBeGreaterThan(value as number);
  }
  expect(agreement(views, 1)).toEqual(agreement(views, 1));
  expect(agreement(views, 1)).not.toEqual(agreement(views, 20_000));
});
