import { expect, test } from 'vitest';
import { madePairs, madeScores } from './made-scores.ts';
import { trustAsymmetry } from './trust-asymmetry.ts';

const CONTEXT = {} as Parameters<typeof trustAsymmetry.compute>[1];

function figures(views: readonly (readonly [mentee: number | null, mentor: number | null])[]) {
  const scores = views.flatMap(([mentee, mentor], i) => [
    ...(mentee === null ? [] : [{ person: `p${i}`, about: `m${i}`, scale: 'trust', score: mentee }]),
    ...(mentor === null ? [] : [{ person: `m${i}`, about: `p${i}`, scale: 'trust', score: mentor }]),
  ]);
  const found = trustAsymmetry.compute(
    { scores: madeScores(scores), pairs: madePairs(views.length) },
    CONTEXT,
  );
  if ('reason' in found) throw new Error(found.reason);
  return found;
}

test('changing sides turns the sign round and leaves the distance', () => {
  const views = [
    [5, 3],
    [2, 4.5],
    [4, 4],
  ] as const;
  const [signed, apart] = figures(views);
  const [turned, same] = figures(views.map(([mentee, mentor]) => [mentor, mentee] as const));
  expect(turned!.value).toBeCloseTo(-(signed!.value as number), 12);
  expect(same!.value).toBe(apart!.value);
});

test('five pairs in which the mentee sees two points more, as in the case of two views', () => {
  const [signed, apart] = figures([1, 2, 3].map((mentor) => [mentor + 2, mentor] as const));
  expect([signed!.value, apart!.value]).toEqual([2, 2]);
});

test('a side that is silent leaves as much open as the scale is long', () => {
  const [signed, apart] = figures([
    [4, 3],
    [2, null],
    [null, null],
  ]);
  // Differences: 1; between 2 − 5 and 2 − 1; between −4 and 4.
  expect(signed).toMatchObject({ value: 1, n: 1, asked: 3, people: 2, bounds: [-2, 2] });
  // Distances: 1; 0 to 3; 0 to 4.
  expect(apart!.bounds).toEqual([1 / 3, 8 / 3]);
});
