import { expect, test } from 'vitest';
import { expectClose } from '#tools/expect-close.ts';
import { oracle } from '#tools/oracle.ts';
import { oneFactorOmega } from './one-factor-omega.ts';

oracle<{ items: number[][] }, number>(import.meta.url, 'one-factor-omega', ({ items }, expected) => {
  const found = oneFactorOmega(items.map((item) => Float64Array.from(item)));
  if (found.kind !== 'omega') throw new Error(found.reason);
  expectClose(found.omega, expected, 1e-6);
});

test('items that are one factor and equal noise have the omega of their loadings, by hand', () => {
  // Orthogonal contrasts: a core and three noises of equal length make items with correlations of exactly one half.
  const core = [1, 1, 1, 1, -1, -1, -1, -1];
  const noises = [
    [1, 1, -1, -1, 1, 1, -1, -1],
    [1, -1, 1, -1, 1, -1, 1, -1],
    [1, -1, -1, 1, 1, -1, -1, 1],
  ];
  const items = noises.map((noise) => Float64Array.from(core, (value, i) => value + noise[i]!));
  const found = oneFactorOmega(items);
  expect(found.kind === 'omega' && found.omega).toBeCloseTo(4.5 / (4.5 + 1.5), 8);
});

test('an item that never varies, and too few items, give their reason', () => {
  const flat = [Float64Array.of(1, 1, 1), Float64Array.of(1, 2, 3), Float64Array.of(3, 1, 2)];
  expect(oneFactorOmega(flat)).toEqual({ kind: 'missing', reason: 'no-spread' });
  expect(() => oneFactorOmega(flat.slice(1))).toThrow('it takes 3 items');
});
