import { expect, test } from 'vitest';
import { responseRate } from './response-rate.ts';

test('waves come in their order, roles apart, and a role that nobody asked has no rate', () => {
  const figures = responseRate.compute(
    {
      roster: {
        count: 4,
        wave: ['after', 'before', 'before', 'before'],
        role: Uint8Array.of(0, 1, 0, 0),
        asked: Int32Array.of(20, 10, 12, 8),
        answered: Int32Array.of(9, 10, 6, 4),
      },
    },
    {} as Parameters<typeof responseRate.compute>[1],
  );
  if ('reason' in figures) throw new Error(figures.reason);
  expect(figures.map(({ key, wave, count, asked }) => [key, wave, count, asked])).toEqual([
    ['mentees', 'before', 10, 20],
    ['mentors', 'before', 10, 10],
    ['mentees', 'after', 9, 20],
  ]);
});
