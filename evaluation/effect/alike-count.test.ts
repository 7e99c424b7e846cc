import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alikeCount } from './alike-count.ts';

test('the value of more than half is counted wherever it stands, and no other', () => {
  const cases = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 12 });
  fc.assert(
    fc.property(cases, (values) => {
      const counts = [1, 2, 3].map((value) => values.filter((one) => one === value).length);
      const most = Math.max(...counts);
      expect(alikeCount(values)).toBe(2 * most > values.length ? most : 0);
    }),
    { seed: 20_261_125 },
  );
});

test('nobody has nothing in common', () => {
  expect(alikeCount([])).toBe(0);
  expect(alikeCount([Number.NaN, Number.NaN])).toBe(0);
});
