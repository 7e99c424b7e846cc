import { describe, expect, test } from 'vitest';
import { RequestLimit } from './request-limits.ts';

describe('a limit of requests', () => {
  test('lets as many through at once as it says, and then so many a second', () => {
    const limit = new RequestLimit({ atOnce: 3, perSecond: 2 });
    expect([0, 0, 0, 0].map(() => limit.take('a', 0))).toEqual([0, 0, 0, 1]);
    expect(limit.take('a', 400)).toBe(1);
    expect([500, 500, 1000, 1000].map((at) => limit.take('a', at))).toEqual([0, 1, 0, 1]);
  });

  test('never holds more than it lets through at once, however long nobody asked', () => {
    const limit = new RequestLimit({ atOnce: 2, perSecond: 1 });
    limit.take('a', 0);
    expect([0, 1, 2].map(() => limit.take('a', 3_600_000))).toEqual([0, 0, 1]);
  });

  test('counts each key on its own', () => {
    const limit = new RequestLimit({ atOnce: 1, perSecond: 1 });
    expect([limit.take('a', 0), limit.take('b', 0), limit.take('a', 0)]).toEqual([0, 0, 1]);
  });

  test('forgets the longest unused of too many keys, not the one that floods', () => {
    const limit = new RequestLimit({ atOnce: 1, perSecond: 0.001 });
    const floodWaits: number[] = [];
    for (let i = 0; i < 120_000; i++) {
      limit.take(`other ${i}`, 0);
      if (i % 10_000 === 0) floodWaits.push(limit.take('flood', 0));
    }
    expect(floodWaits).toEqual([0, ...new Array<number>(11).fill(1000)]);
    expect(limit.take('other 0', 0)).toBe(0);
  });
});
