import { expect, test } from 'vitest';
import { joinedReasons } from './joined-reasons.ts';

const reason = (name: string, participants: number, comparison: number) => ({
  reason: name,
  n: participants + comparison,
  participants,
  comparison,
});

test('reasons of fewer than five people are joined as other reasons, which come last', () => {
  const joined = joinedReasons([reason('a', 1, 2), reason('b', 0, 5), reason('c', 4, 0)]);
  expect(joined).toEqual([reason('b', 0, 5), reason('other-reasons', 5, 2)]);
});

test('no reason, and reasons of nobody, give no line', () => {
  expect(joinedReasons([])).toEqual([]);
  expect(joinedReasons([reason('a', 0, 0), reason('b', 7, 0)])).toEqual([reason('b', 7, 0)]);
});

test('joining loses nobody', () => {
  const all = [reason('a', 1, 1), reason('b', 3, 0), reason('c', 9, 30)];
  const sum = (rows: readonly { n: number }[]) => rows.reduce((total, row) => total + row.n, 0);
  expect(sum(joinedReasons(all))).toBe(sum(all));
});
