import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { sampleQuantile } from './sample-quantile.ts';

oracle<{ values: number[]; share: number }, number>(
  import.meta.url,
  'sample-quantile',
  ({ values, share }, expected) => {
    expectClose(sampleQuantile(Float64Array.from(values), share), expected, 1e-12);
  },
);

test('the order of the values does not matter, and they are left as they were', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (list, share) => {
        const values = Float64Array.from(list);
        const turned = Float64Array.from(list.toReversed());
        expect(sampleQuantile(values, share)).toBe(sampleQuantile(turned, share));
        expect([...values]).toEqual(list.map(Number));
      },
    ),
  );
});

test('no value, a value that is not a number, and a share outside 0 to 1 are refused', () => {
  expect(() => sampleQuantile(new Float64Array(0), 0.5)).toThrow(RangeError);
  expect(() => sampleQuantile(Float64Array.of(1, Number.NaN), 0.5)).toThrow(RangeError);
  expect(() => sampleQuantile(Float64Array.of(1), 1.1)).toThrow(RangeError);
});
