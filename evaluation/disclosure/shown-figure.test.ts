import { describe, expect, test } from 'vitest';
import type { MeasureFigure } from '../measures/measure.ts';
import { disclosedMeasures } from './disclose-measures.ts';
import type { MeasureFinding } from '../measured.ts';
import type { Plan } from '../plan/plan.ts';

const PLAN: Plan = {
  plan: 1,
  cutoff: '2026-06-30',
  look: '2026-06-30',
  design: 'opinions',
  primary: { outcome: 'skill', better: 'higher', matters: 0.2 },
};

/** A share of so many, all of them known unless said otherwise. */
function share(key: string, count: number, all: number, more: Partial<MeasureFigure> = {}): MeasureFigure {
  return {
    key,
    unit: 'share',
    value: count / all,
    range95: [0, 1],
    noRange: null,
    n: all,
    asked: all,
    of: 'people',
    count,
    outOf: all,
    people: all,
    bounds: null,
    least: { need: 1, have: all },
    ...more,
  };
}

function points(value: number, people: number, more: Partial<MeasureFigure> = {}): MeasureFigure {
  const { count: _count, outOf: _outOf, ...rest } = share('mean', 0, people);
  return {
    ...rest,
    unit: 'points',
    value,
    count: null,
    scale: [1, 5],
    range95: [value - 0.2, value + 0.2],
    ...more,
  };
}

function shown(figures: readonly MeasureFigure[], more: Partial<MeasureFinding> = {}) {
  const finding: MeasureFinding = {
    measure: 'made',
    number: 'M00',
    better: 'higher',
    sensitive: false,
    from: 'answers',
    figures,
    missing: null,
    ...more,
  };
  return disclosedMeasures([finding], PLAN)[0]!;
}

const only = (figure: MeasureFigure, more: Partial<MeasureFinding> = {}) => shown([figure], more).figures[0]!;

describe('bounds', () => {
  const withOpen = (count: number) =>
    share('content', count, 25, {
      n: 20,
      people: 20,
      outOf: 20,
      value: count / 20,
      asked: 25,
      bounds: [count / 25, (count + 5) / 25],
    });

  test('of a share told in words are those of all counts that the words may stand for', () => {
    // Of 20 who answered 19 or 20 said yes; 5 of 25 did not answer: 19 to 25 of 25.
    expect(only(withOpen(20))).toMatchObject({ words: 'more-than-90', bounds: [0.75, 1] });
    expect(only(withOpen(19))).toEqual(only(withOpen(20)));
  });

  test('of a mean are no finer than the mean: half points under twenty people, and percents not at all', () => {
    expect(only(points(4.2, 14, { asked: 20, bounds: [3.24, 4.44] })).bounds).toEqual([3, 4.5]);
    expect(only(points(4.2, 30, { asked: 40, bounds: [3.24, 4.44] })).bounds).toEqual([3.2, 4.5]);
    expect(only(share('content', 8, 14, { asked: 20, bounds: [0.4, 0.7] })).bounds).toBeNull();
  });
});

describe('a figure of too few people', () => {
  const few = share('mentors-mean', 3, 4, { wave: 'during3', scale: [1, 5] });

  test('is the same as one of nobody, whatever stood in it', () => {
    const nobody = {
      ...few,
      value: { reason: 'too-few-people', values: { have: 0, need: 10 } },
      n: 0,
      people: 0,
      count: null,
      wave: 'after',
    } as const;
    const beside = points(4, 30);
    expect(shown([beside, few])).toEqual(shown([beside, nobody]));
    expect(shown([few])).toEqual(shown([nobody]));
    expect(shown([few])).toEqual(
      shown([], { missing: { reason: 'not-recorded', values: { file: 'scores.csv (trust)' } } }),
    );
  });

  test('of one scale among many is left out, as if nobody had answered on it', () => {
    const beside = points(4, 30);
    expect(shown([beside, { ...few, topic: 'writing' }]).figures).toHaveLength(1);
  });

  test('counts what is known, too: three of twenty pairs are six people, and still three', () => {
    expect(only(share('both-trust', 3, 20, { n: 3, people: 6, of: 'pairs' }))).toBeUndefined();
  });
});

describe('nearly all of those known', () => {
  test('are told in words where the figure is of everybody: all 36 known of 60 kept', () => {
    const kept = (count: number) => only(share('kept', count, 60, { n: 36, people: 30, of: 'occasions' }));
    expect(kept(36)).toMatchObject({ words: 'more-than-90-known', count: null, value: null });
    expect(kept(33)).toEqual(kept(36));
    expect(kept(32)).toMatchObject({ words: null, count: 32 });
  });

  test('of a sensitive fact no complement of fewer than five is left by what is known', () => {
    const gates = only(share('all-due', 38, 60, { n: 40, people: 60 }), { sensitive: true, from: 'records' });
    expect(gates).toMatchObject({ words: 'all-but-fewer-than-5-known', count: null });
  });
});

test('a mean of people of whom nearly all gave one answer is coarse from twenty people on, and not told below', () => {
  expect(only(points(4.95, 40, { alike: 38 }))).toMatchObject({ value: 5, range95: [4.5, 5] });
  expect(only(points(4.9, 12, { alike: 11 }))).toMatchObject({ value: null });
  expect(only(points(4.95, 40, { alike: 36 }))).toMatchObject({ value: 5, range95: [4.7, 5] });
  expect(only(points(5, 40, { alike: 40, range95: null, noRange: 'no-spread' })).noRange).toBe(
    'rounded-away',
  );
});

test('of a sum with a part in words another part is not told apart', () => {
  const part = (key: string, count: number) =>
    share(key, count, 60, { people: 40, of: 'occasions', sums: [{ sum: 'known', as: 'part' }] });
  const { figures } = shown([part('kept', 40), part('renegotiated', 1), part('missed', 19)]);
  expect(figures.map(({ count, words }) => count ?? words)).toEqual([40, 'less-than-10', 'not-apart']);
});

test('parts of a whole are hidden together when one of them has too few people', () => {
  const sides = (as: 'part' | 'whole') => ({ sums: [{ sum: 'sides', as }] }) as const;
  const { figures } = shown([
    share('both', 30, 44, sides('whole')),
    share('mentors', 3, 4, sides('part')),
    share('mentees', 27, 40, sides('part')),
  ]);
  expect(figures.map(({ key, hidden, n }) => [key, hidden === null, n])).toEqual([
    ['both', true, 44],
    ['mentors', false, 0],
    ['mentees', false, 0],
  ]);
});

test('who answered is counted exactly from fifty asked on, and comes in a band below or when it is fewer than five', () => {
  const rate = (count: number, asked: number) => only(share('mentees', count, asked, { answered: true }));
  expect(rate(81, 91)).toMatchObject({ count: 81, value: 0.89 });
  expect(rate(97, 100)).toMatchObject({ count: 97, words: null });
  expect(rate(31, 40)).toMatchObject({ count: null, value: null, range95: null, band: [0.75, 0.9] });
  expect(rate(3, 60)).toEqual({ ...rate(4, 60) });
});

test('a cost is not divided by a number of pairs that may be told in words only', () => {
  const cost = (met: number, made: number, people: number) =>
    only(
      {
        ...points(24_000 / met, people),
        unit: 'money',
        currency: 'EUR',
        scale: null,
        of: 'pairs',
        n: met,
        asked: made,
        count: met,
        outOf: made,
      },
      { from: 'records' },
    );
  expect(cost(19, 20, 40)).toMatchObject({ value: null, n: 0, asked: 0, words: 'not-apart' });
  expect(cost(15, 20, 40)).toMatchObject({ value: 1600, n: 15 });
});

test('a difference of shares is not told where one of them is told in words', () => {
  const change = (before: number, after: number) =>
    only(
      points((after - before) / 40, 40, {
        unit: 'share-change',
        scale: null,
        shares: [
          [before, 40],
          [after, 40],
        ],
      }),
    );
  expect(change(20, 39)).toMatchObject({ value: null, words: 'not-apart' });
  expect(change(20, 30)).toMatchObject({ value: 0.25 });
});

test('the message of an error stays inside', () => {
  const missing = { reason: 'could-not-be-calculated', values: { why: 'values[3] is 4.5' } } as const;
  expect(shown([], { missing }).missing).toEqual({ reason: 'could-not-be-calculated', values: {} });
});
