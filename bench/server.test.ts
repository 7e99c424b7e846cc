import { expect, test } from 'vitest';
import { quantile } from './server/load.ts';

test('95 of 100 lie below the value at 0.95, whatever their order', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => (i * 37) % 100);
  expect(quantile(hundred, 0.5)).toBe(50);
  expect(quantile(hundred, 0.95)).toBe(95);
  expect(quantile([7], 0.99)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});
