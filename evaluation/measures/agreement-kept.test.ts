import { describe, expect, test } from 'vitest';
import { noColumns } from '../study/no-columns.ts';
import { PROGRAM_MEASURES } from './registry.ts';
import { workedPairs } from './worked-tables.ts';

const CUTOFF = 300;

/** The ledger of pairs, each with the days on which something was due, all kept as both say. */
function ledger(
  pairs: Parameters<typeof workedPairs>[0],
  due: readonly (readonly number[])[],
  views: readonly [number, number] = [1, 1],
) {
  const rows = due.flatMap((days, i) => days.map((day) => ({ pair: `p${i}`, day })));
  const promises = {
    ...noColumns.promises(rows.length),
    pair: rows.map(({ pair }) => pair),
    due: Int32Array.from(rows, ({ day }) => day),
    viewMentor: new Uint8Array(rows.length).fill(views[0]),
    viewMentee: new Uint8Array(rows.length).fill(views[1]),
    renegotiatedOn: Int32Array.from(rows, ({ day }) => day - 1),
  };
  const measure = PROGRAM_MEASURES.find(({ number }) => number === 'M10')!;
  const found = measure.compute(
    { pairs: workedPairs(pairs), promises } as never,
    { cutoff: CUTOFF } as never,
  );
  if ('reason' in found) throw new Error(found.reason);
  return Object.fromEntries(found.map((figure) => [figure.key, figure]));
}

describe('the say-do rate', () => {
  test('counts what was due after an early end, up to the planned end', () => {
    const pair = { made: 0, plannedEnd: 200, ended: 50 };
    expect(ledger([pair], [[40, 60, 200, 201]]).kept).toMatchObject({ asked: 3, count: 3 });
  });

  test('is not raised by renegotiating in time', () => {
    const found = ledger([{ made: 0 }], [[40, 60]], [2, 2]);
    expect(found.kept).toMatchObject({ value: 0, bounds: null });
    expect(found.renegotiated).toMatchObject({ value: 1, count: 2 });
  });

  test('is at most what nobody has denied', () => {
    expect(ledger([{ made: 0 }], [[40, 60]], [1, 0]).kept).toMatchObject({ value: 0, n: 0, bounds: [0, 1] });
    expect(ledger([{ made: 0 }], [[40, 60]], [1, 3]).kept).toMatchObject({ value: 0, n: 0, bounds: null });
  });

  test('needs 30 occasions as well as 10 pairs, and names what lacks most', () => {
    const pairs = Array.from({ length: 12 }, () => ({ made: 0 }));
    expect(
      ledger(
        pairs,
        pairs.map(() => [290]),
      ).kept!.least,
    ).toEqual({ need: 30, have: 12 });
    expect(ledger(pairs.slice(0, 2), [[...Array(20).keys()], [...Array(20).keys()]]).kept!.least).toEqual({
      need: 10,
      have: 2,
    });
  });
});

test('a ledger is short when it is empty or quiet for the last two months that the pair owes', () => {
  const found = ledger(
    [{ made: 0 }, { made: 0 }, { made: 0, plannedEnd: 200 }, { made: 0 }],
    [[240], [239], [150], []],
  );
  expect(found['ledger-short']).toMatchObject({ count: 2, outOf: 4 });
});
