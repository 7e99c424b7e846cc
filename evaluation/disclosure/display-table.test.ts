import { expect, test } from 'vitest';
import { type ArmFacts, armShown } from './display-table.ts';

const share = (n: number, count: number, more: Partial<ArmFacts> = {}) =>
  armShown({
    kind: 'share',
    n,
    value: count / n,
    range95: [0.123, 0.456],
    count,
    scale: null,
    source: 'survey',
    sensitive: false,
    ...more,
  });
const score = (
  n: number,
  value: number,
  scale: [number, number] | null = [1, 5],
  more: Partial<ArmFacts> = {},
) =>
  armShown({
    kind: 'score',
    n,
    value,
    range95: [3.123, 3.456],
    count: null,
    scale,
    source: 'survey',
    sensitive: false,
    ...more,
  });

test('under twenty people a share is a count without percent or range', () => {
  expect(share(7, 4)).toEqual({ value: null, range95: null, count: 4, words: null });
  expect(share(19, 9)).toMatchObject({ value: null, range95: null, count: 9 });
});

test('from twenty people percents come to the nearest five, from fifty whole; ranges are rounded outwards', () => {
  expect(share(20, 9)).toMatchObject({ value: 0.45, range95: [0.1, 0.5] });
  expect(share(50, 23)).toMatchObject({ value: 0.46, range95: [0.12, 0.46] });
});

test.each([
  [12, 12, 'nearly-all'],
  [12, 11, 'nearly-all'],
  [12, 1, 'hardly-any'],
  [12, 0, 'hardly-any'],
  [30, 28, 'more-than-90'],
  [30, 2, 'less-than-10'],
] as const)('of %i people %i who say one thing are told as %s', (n, count, words) => {
  expect(share(n, count)).toEqual({ value: null, range95: null, count: null, words });
});

test('facts that colleagues know are exact from fifty; sensitive facts hide counts of four and fewer, on both sides', () => {
  expect(share(60, 2, { source: 'hr' })).toMatchObject({ count: 2, words: null });
  expect(share(60, 4, { source: 'hr', sensitive: true })).toMatchObject({
    count: null,
    words: 'fewer-than-5',
  });
  expect(share(60, 56, { source: 'hr', sensitive: true })).toMatchObject({
    count: null,
    words: 'all-but-fewer-than-5',
  });
  expect(share(60, 5, { source: 'hr', sensitive: true })).toMatchObject({ count: 5, words: null });
});

test('means on a short scale come in steps of a half, a tenth, a hundredth; under ten there is none', () => {
  expect(score(9, 3.3)).toMatchObject({ value: null, range95: null });
  expect(score(10, 3.3)).toMatchObject({ value: 3.5, range95: null });
  expect(score(20, 3.327)).toMatchObject({ value: 3.3, range95: [3.1, 3.5] });
  expect(score(50, 3.327)).toMatchObject({ value: 3.33, range95: [3.12, 3.46] });
});

test('other units come with one, two, three significant digits', () => {
  expect([10, 20, 50].map((n) => score(n, 1822.4, null).value)).toEqual([2000, 1800, 1820]);
});

test('a figure that must not flatter is never rounded up: 4.799 is 4.5, 4.7, 4.79 by the grain of ten, twenty, fifty people', () => {
  const down = { rounding: 'down' } as const;
  expect([10, 20, 50].map((n) => score(n, 4.799, [1, 5], down).value)).toEqual([4.5, 4.7, 4.79]);
  expect(score(50, 4.2, [1, 5], down).value).toBe(4.2);
  expect(share(60, 50, down).value).toBe(0.83);
});
