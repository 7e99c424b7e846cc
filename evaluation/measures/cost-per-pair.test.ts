import { expect, test } from 'vitest';
import { PROGRAM_MEASURES } from './registry.ts';
import { workedMeetings, workedPairs } from './worked-tables.ts';

const costs = (currency: readonly string[]) => ({
  count: currency.length,
  line: currency.map(() => 'Coordination'),
  kind: currency.map(() => 'staff'),
  amount: Float64Array.from(currency, () => 600),
  currency,
  booked: new Uint8Array(currency.length),
});

function cost(currency: readonly string[], days: readonly number[], cutoff = 100) {
  const measure = PROGRAM_MEASURES.find(({ number }) => number === 'M36')!;
  const columns = {
    costs: costs(currency),
    pairs: workedPairs(days.map(() => ({}))),
    meetings: workedMeetings(days.map((day, i) => ({ pair: `p${i}`, day }))),
  };
  return measure.compute(columns as never, { cutoff } as never);
}

test('costs in several currencies are not added up; the reason names them', () => {
  expect(cost(['EUR', 'KES', 'EUR'], [10])).toEqual({
    reason: 'several-currencies',
    values: { currencies: 'EUR, KES' },
  });
});

test('a pair that first met after the cut-off has not met yet', () => {
  expect(cost(['EUR'], [10, 100, 101])).toMatchObject([
    { value: 300, n: 2, asked: 3 },
    { value: 200, n: 3 },
  ]);
});

test('where no pair met there is no cost per pair that met, and still one per pair made', () => {
  expect(cost(['EUR'], [200, 300])).toMatchObject([{ value: { reason: 'too-few-people' } }, { value: 300 }]);
});
