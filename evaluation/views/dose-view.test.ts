import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { disclose } from '../disclosure/disclose.ts';
import { doseBins } from './dose-view.ts';
import { END, START, evaluationOf } from './made-program.fixture.ts';

const repeated = (value: number, times: number) => Array.from({ length: times }, () => value);

test('four bins of as many people, and equal numbers of meetings stay together', () => {
  const met = Array.from({ length: 100 }, (_, i) => i);
  expect(doseBins(met)).toEqual([
    [0, 24],
    [25, 49],
    [50, 74],
    [75, 99],
  ]);
  expect(doseBins([...repeated(1, 40), ...repeated(2, 30), ...repeated(5, 30)])).toEqual([
    [1, 1],
    [2, 2],
    [5, 5],
  ]);
});

test('fewer than sixty people, or two numbers of meetings, make no picture', () => {
  expect(doseBins(Array.from({ length: 59 }, (_, i) => i))).toEqual([]);
  expect(doseBins([...repeated(1, 100), ...repeated(2, 100)])).toEqual([]);
  expect(doseBins([])).toEqual([]);
});

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
    [1, 1, 30],
    [2, 2, 30],
    [4, 4, 30],
  ]);
  expectClose(view!.bins[2]!.value, 1, 1e-12);
  expectClose(view!.bins[0]!.value, 0.5, 1e-12);
  expect(END - START).toBeGreaterThan(210);
  expect(disclose(evaluation).views.doses[0]!.bins[0]).toMatchObject({ n: 30, value: 0.5 });
});
