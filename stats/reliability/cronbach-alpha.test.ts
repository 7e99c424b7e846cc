import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { alphaOfCovariance, cronbachAlpha } from './cronbach-alpha.ts';
import { itemCovariances } from './item-covariance.ts';

oracle<{ items: number[][] }, number>(import.meta.url, 'cronbach-alpha', ({ items }, expected) => {
  const columns = items.map((item) => Float64Array.from(item));
  expectClose(cronbachAlpha(columns)!, expected, 1e-12);
  expectClose(alphaOfCovariance(itemCovariances(columns)())!, expected, 1e-12);
});

test('neither the order of people and items nor a shift of an item changes it', () => {
  const scale = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }), {
    minLength: 5,
    maxLength: 20,
  });
  fc.assert(
    fc.property(scale, (people) => {
      const items = [0, 1, 2, 3].map((k) => Float64Array.from(people, (answers) => answers[k]!));
      const turned = [3, 1, 0, 2].map((k) =>
        Float64Array.from(people.toReversed(), (answers) => answers[k]! + k),
      );
      const [one, other] = [cronbachAlpha(items), cronbachAlpha(turned)];
      if (one === undefined || other === undefined) expect(other).toBe(one);
      else expect(Math.abs(one - other)).toBeLessThan(1e-9 * Math.max(1, Math.abs(one)));
    }),
  );
});

test('where the sum never varies there is no alpha, and too little to judge is refused', () => {
  expect(cronbachAlpha([Float64Array.of(1, 2, 3), Float64Array.of(3, 2, 1)])).toBeUndefined();
  expect(() => cronbachAlpha([Float64Array.of(1, 2)])).toThrow('both must be 2 or more');
  expect(() => cronbachAlpha([Float64Array.of(1, 2), Float64Array.of(1)])).toThrow('items[1] has 1 people');
});
