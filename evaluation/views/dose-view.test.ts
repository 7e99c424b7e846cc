import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { disclose } from '../disclosure/disclose.ts';
import { END, START, evaluationOf } from './made-program.fixture.ts';

test('meetings after the answer do not count, and each bin has the mean change of its people', () => {
  // A third met once, twice, four times before they answered on day 100; the last third changed by one step.
  const count = 90;
  const before = (i: number) => [1, 2, 4][i % 3]!;
  const evaluation = evaluationOf({
    count,
    meetings: (pair) => [...Array.from({ length: before(pair) }, (_, m) => 10 * (m + 1)), 200, 210],
    scores: Array.from({ length: count }, (_, i) => i).flatMap((i) => [
      { person: `p${i}`, scale: 'skill', wave: 'before', score: 2 + (i % 2) },
      {
        person: `p${i}`,
        scale: 'skill',
        wave: 'after',
        score: 2 + (i % 2) + (i % 3 === 2 ? 1 : (i % 5) / 4),
        day: START + 100,
      },
    ]),
  });
  const [view] = evaluation.views.doses;
  expect(view!.bins.map(({ from, to, n }) => [from, to, n])).toEqual([
    [0, 1, 30],
    [2, 3, 30],
    [4, null, 30],
  ]);
  expectClose(view!.bins[2]!.mean, 1, 1e-12);
  expectClose(view!.bins[0]!.mean, 0.5, 1e-12);
  expect(END - START).toBeGreaterThan(210);
  expect(disclose(evaluation).views.doses[0]!.bins[0]).toMatchObject({ n: 30, mean: 0.5 });
});
