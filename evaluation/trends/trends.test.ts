import { expect, test } from 'vitest';
import { newcombe } from '#stats/proportions/newcombe.ts';
import { disclose } from '../disclosure/disclose.ts';
import { END, START, evaluationOf } from '../views/made-program.fixture.ts';

/** So many of so many mentees agree in each wave on each scale. */
const pulsed = (
  scales: Readonly<Record<string, readonly (readonly [agree: number, of: number])[]>>,
  plan = {},
) =>
  evaluationOf({
    count: 120,
    plan,
    scores: Object.entries(scales).flatMap(([scale, waves]) =>
      waves.flatMap(([agree, of], w) =>
        Array.from({ length: of }, (_, i) => ({
          person: `p${i}`,
          scale,
          wave: `during${w + 1}`,
          score: i < agree ? 5 : 2,
        })),
      ),
    ),
  });
type Shown = ReturnType<typeof disclose>['trends'];
const pulsesOf = ({ pulses }: Shown) => {
  if ('reason' in pulses) throw new Error(pulses.reason);
  return pulses;
};

test('a third wave is held against the first two together, at a level shared by the scales and the waves to come', () => {
  const waves = {
    during1: '2026-03-01',
    during2: '2026-05-01',
    during3: '2026-07-01',
    during4: '2026-09-01',
  };
  const trends = pulsed(
    {
      satisfaction: [
        [60, 80],
        [62, 80],
        [35, 80],
      ],
      trust: [
        [60, 80],
        [60, 80],
        [61, 80],
      ],
    },
    { waves },
  ).trends;
  if ('reason' in trends.pulses) throw new Error('no pulses');
  const [satisfaction, trust] = trends.pulses.trends;
  expect([trends.pulses.statements, satisfaction!.plannedLaterWaves]).toEqual([2, 2]);
  const right = newcombe(35, 80, 122, 160, 1 - 0.05 / 4);
  expect(satisfaction!.later[0]!.step).toMatchObject({
    estimate: right.estimate,
    range: [right.low, right.high],
    alarm: 'lower',
  });
  expect(trust!.later[0]!.step).toMatchObject({ alarm: 'none' });
});

test('two waves are too few, and a wave of nineteen is refused without telling how many it had', () => {
  expect(
    pulsed({
      satisfaction: [
        [20, 40],
        [20, 40],
      ],
    }).trends.pulses,
  ).toEqual({
    reason: 'too-few-waves',
    values: { have: 2, need: 3 },
  });
  const small = disclose(
    pulsed({
      satisfaction: [
        [20, 40],
        [20, 40],
        [10, 19],
      ],
    }),
  ).trends;
  expect(pulsesOf(small).trends[0]!.later[0]!.step).toEqual({
    reason: 'too-few-people',
    values: { need: 20 },
  });
});

test('where a wave may be told in words only an alarm has no numbers, and the first two are not told together', () => {
  const { trends } = disclose(
    pulsed({
      satisfaction: [
        [78, 80],
        [60, 80],
        [30, 80],
      ],
    }),
  );
  const [pulse] = pulsesOf(trends).trends;
  expect(pulse!.start).toEqual({ waves: ['during1', 'during2'], n: null, agree: null });
  expect(pulse!.later[0]!.step).toMatchObject({ alarm: 'lower', estimate: null, range: null });
});

/** Pairs with a rhythm of ten days that keep it to the day, and last met so many days before the end. */
const paired = (silent: (pair: number) => number, count = 60) =>
  evaluationOf({
    count,
    rhythmDays: 10,
    scores: [],
    meetings: (pair) => Array.from({ length: 30 }, (_, m) => END - START - silent(pair) - 10 * m),
  });
const flagsOf = ({ flags }: { readonly flags: unknown }) =>
  (flags as { readonly limits: readonly { times: number; flagged: number | null }[] }).limits.map(
    ({ times, flagged }) => [times, flagged],
  );

test('pairs are flagged beyond two and three rhythms, and those that never vary never by chance', () => {
  const { flags } = paired((pair) => (pair < 6 ? 25 : pair < 16 ? 35 : 3)).trends;
  expect(flags).toMatchObject({ pairs: 60, notKnown: 0, variation: 0, gaps: 60 * 29 });
  expect(flags).toMatchObject({ limits: [{ expected: 0 }, { expected: 0 }] });
  expect(flagsOf({ flags })).toEqual([
    [2, 16],
    [3, 10],
  ]);
});

test('how many flags are chance follows from how much the gaps of the program vary', () => {
  // Gaps of 5 and 15 in turn: their standard deviation is half their mean, nearly.
  const { flags } = evaluationOf({
    count: 100,
    rhythmDays: 10,
    scores: [],
    meetings: () => Array.from({ length: 35 }, (_, m) => 10 * m + (m % 2 === 0 ? 0 : 5)),
  }).trends;
  if ('reason' in flags) throw new Error(flags.reason);
  expect(Math.abs(flags.variation - 0.5)).toBeLessThan(0.01);
  // R: integrate(function(x) pgamma(x, 4, scale = 1 / 4, lower.tail = FALSE), 2, Inf) is 0.01487.
  expect(Math.abs(flags.limits[0]!.chance - 0.01487)).toBeLessThan(0.002);
  expect(flags.limits[0]!.expected).toBe(100 * flags.limits[0]!.chance);
});

test('fewer than five pairs, fewer than twenty gaps, and no meetings are refused with their reason', () => {
  expect(paired(() => 3, 4).trends.flags).toEqual({ reason: 'too-few-pairs', values: { have: 4, need: 5 } });
  const rare = evaluationOf({ count: 9, rhythmDays: 30, scores: [], meetings: () => [30, 60, 90] });
  expect(rare.trends.flags).toEqual({ reason: 'too-few-gaps', values: { have: 18, need: 20 } });
  expect(evaluationOf({ count: 9, scores: [] }).trends.flags).toEqual({
    reason: 'not-recorded',
    values: { file: 'meetings.csv' },
  });
});

test('a limit at which the picture of the open gaps does not divide is not told apart', () => {
  const { trends } = disclose(paired((pair) => (pair < 4 ? 15 : pair < 8 ? 25 : pair < 16 ? 35 : 3)));
  expect(flagsOf(trends)).toEqual([
    [2, null],
    [3, 8],
  ]);
});
