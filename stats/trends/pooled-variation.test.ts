import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { MersenneTwister } from '#stats/resampling/mersenne-twister.ts';
import { pooledVariation } from './pooled-variation.ts';

function variationOf(values: readonly number[], groups: readonly number[]): number {
  const found = pooledVariation({ values, groups });
  if (found.kind === 'missing') throw new Error(found.reason);
  return found.variation;
}

oracle<{ values: number[]; groups: number[] }, number>(
  import.meta.url,
  'pooled-variation',
  ({ values, groups }, expected) => expectClose(variationOf(values, groups), expected, 1e-12),
);

test('groups of two and three gaps give back the variation that made them, whatever their pace', () => {
  const random = new MersenneTwister(20_261_125);
  const values: number[] = [];
  const groups: number[] = [];
  for (let group = 0; group < 4000; group++) {
    for (let i = 0; i < 2 + (group % 2); i++) {
      // Four waits without memory make a gap of variation one half.
      const gap = [0, 1, 2, 3].reduce((sum) => sum - Math.log(random.uniform()), 0);
      values.push(gap * (1 + (group % 5)));
      groups.push(group);
    }
  }
  expect(Math.abs(variationOf(values, groups) - 0.5)).toBeLessThan(0.015);
});

test('order, names of groups and the unit do not matter', () => {
  const gap = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 3 }));
  fc.assert(
    fc.property(
      fc.array(gap, { minLength: 5, maxLength: 20 }),
      fc.integer({ min: 2, max: 30 }),
      (gaps, unit) => {
        const values = gaps.map(([value]) => value);
        const groups = gaps.map(([, group]) => group);
        const found = pooledVariation({ values, groups });
        if (found.kind === 'missing') return;
        const turned = variationOf(
          values.map((value) => value * unit).reverse(),
          groups.map((group) => 90 - group).reverse(),
        );
        expectClose(turned, found.variation, 1e-9);
      },
    ),
    { seed: 20_261_125 },
  );
});

test('without two values in any group, and with zeros alone, there is nothing to tell', () => {
  expect(pooledVariation({ values: [], groups: [] }).kind).toBe('missing');
  expect(pooledVariation({ values: [4, 5], groups: [1, 2] }).kind).toBe('missing');
  expect(pooledVariation({ values: [0, 0], groups: [1, 1] }).kind).toBe('missing');
});

test('equal gaps do not vary, and what was left out is told', () => {
  expect(pooledVariation({ values: [7, 7, 30, 30, 5], groups: [1, 1, 2, 2, 3] })).toEqual({
    kind: 'variation',
    variation: 0,
    values: 4,
    groups: 2,
  });
});

test('negative values and unequal lengths are refused', () => {
  expect(() => pooledVariation({ values: [-1, 2], groups: [1, 1] })).toThrow(RangeError);
  expect(() => pooledVariation({ values: [1], groups: [] })).toThrow(RangeError);
});
