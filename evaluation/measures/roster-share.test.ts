import { describe, expect, test } from 'vitest';
import { MISSING_DAY } from '../study/day.ts';
import { END_KINDS } from '../study/program-rows.ts';
import { PROGRAM_MEASURES } from './registry.ts';
import { rosterShare } from './roster-share.ts';
import { workedPairs } from './worked-tables.ts';

const share = (values: readonly number[], clusters: readonly number[], unknown = 0) =>
  rosterShare({
    key: 'all',
    of: 'people',
    values: Float64Array.from(values),
    unknown,
    clusters: Int32Array.from(clusters),
    people: values.length,
    need: 10,
  });

describe('the share of a roster', () => {
  test('of people who are all apart has the plain range of Wilson', () => {
    // R: prop.test(3, 10, correct = FALSE)
    const { range95 } = share([1, 1, 1, 0, 0, 0, 0, 0, 0, 0], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(range95![0]).toBeCloseTo(0.1077913, 6);
    expect(range95![1]).toBeCloseTo(0.6032219, 6);
  });

  test('of people who belong together has a wider range, and none with too few groups', () => {
    const values = [1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0];
    const apart = share(
      values,
      values.map((_, i) => i),
    ).range95!;
    const together = share(values, [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]).range95!;
    expect(together[0]).toBeLessThan(apart[0]);
    expect(together[1]).toBeGreaterThan(apart[1]);
    expect(share(values, [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1])).toMatchObject({
      range95: null,
      noRange: 'few-clusters',
    });
  });

  test('keeps who is not known in the denominator and in the bounds', () => {
    expect(share([1, 0, 0, 0], [0, 1, 2, 3], 2)).toMatchObject({
      value: 0.25,
      n: 2,
      asked: 4,
      outOf: 4,
      bounds: [0.25, 0.75],
    });
    expect(share([], [])).toMatchObject({ value: { reason: 'nothing-due' }, noRange: 'no-figure' });
  });
});

describe('early endings', () => {
  const code = (kind: (typeof END_KINDS)[number]): number => END_KINDS.indexOf(kind);
  function endings(ends: readonly { ended?: number; endKind?: number; plannedEnd?: number }[]) {
    const measure = PROGRAM_MEASURES.find(({ number }) => number === 'M32')!;
    const pairs = workedPairs(ends.map((end) => ({ made: 0, plannedEnd: 365, ...end })));
    const found = measure.compute({ pairs } as never, { cutoff: 400 } as never);
    if ('reason' in found) throw new Error(found.reason);
    return found;
  }
  const times = <T>(n: number, value: T): T[] => new Array<T>(n).fill(value);

  test('are those before the planned end, whatever is said but completed, and up to the cut-off', () => {
    const ends = [
      { ended: 364 },
      { ended: 364, endKind: code('moved-on') },
      { ended: 365, endKind: code('early') },
      { ended: 100, endKind: code('completed') },
      { ended: 401 },
      {},
    ];
    expect(endings(ends)[0]).toMatchObject({ count: 2, outOf: 6, bounds: null });
  });

  test('are all but completed ones where no end was planned; one of which nobody says how may have come in time', () => {
    const open = { ended: 100, plannedEnd: MISSING_DAY };
    const ends = [open, { ...open, endKind: code('early') }, { ...open, endKind: code('completed') }, {}];
    expect(endings(ends)[0]).toMatchObject({ count: 2, outOf: 4, n: 3, bounds: [1 / 4, 2 / 4] });
  });

  test('come with reasons only where each was given by five pairs or more', () => {
    const six = times(6, { ended: 100, endKind: code('early') });
    const five = times(5, { ended: 100, endKind: code('moved-on') });
    const keys = (ends: Parameters<typeof endings>[0]) => endings(ends).map(({ key }) => key);
    expect(keys([...six, ...five, ...times(9, {})])).toEqual(['early', 'said-early', 'moved-on']);
    expect(keys([...six, ...five.slice(1), ...times(9, {})])).toEqual(['early']);
    expect(keys([...six, ...times(9, {})])).toEqual(['early']);
  });
});
